/**
 * What the page may do, told to the browser: as a meta element in the built page, whose host may
 * send no headers (vite.config.js), and as headers of `make serve` (serve.js).
 */

/**
 * No inline script and no inline event handler; nothing from another host, nothing to one.
 * - 'wasm-unsafe-eval' compiles the engine; eval() stays forbidden.
 * - Lit writes style attributes (a bar's length, say), so those are allowed; style elements are
 *   not. uPlot sets properties of styles, which needs no permission.
 * - blob: is a picture that the page has made itself.
 */
const DIRECTIVES = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "style-src-attr": "'unsafe-inline'",
  "img-src": "'self' blob:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

/** The content of the meta element. */
export const CONTENT_SECURITY_POLICY = Object.entries(DIRECTIVES)
  .map(([name, value]) => `${name} ${value}`)
  .join("; ");

/**
 * Any page may show this one in a frame, as courses do: it has no account, no password and no
 * button that costs anything, so a click that was led astray can do no harm. (A meta element cannot
 * say who may.)
 */
const FRAMES = "frame-ancestors *";

/** What the page never asks for. */
const REFUSED = ["camera", "display-capture", "geolocation", "microphone", "payment", "usb"];

/** @type {Readonly<Record<string, string>>} */
export const SECURITY_HEADERS = {
  "Content-Security-Policy": `${CONTENT_SECURITY_POLICY}; ${FRAMES}`,
  "Permissions-Policy": REFUSED.map((name) => `${name}=()`).join(", "),
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};
