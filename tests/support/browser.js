/**
 * Stock Chromium and stock Firefox, driven by puppeteer-core, and the built page to open in them.
 */
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { delimiter, join } from "node:path";
import { after, before, describe } from "node:test";
import { fileURLToPath } from "node:url";
import puppeteer, { ElementHandle } from "puppeteer-core";
import { dataFolder } from "../../tools/mnist.js";
import { createStaticServer } from "../../tools/serve.js";
import { isTheirTurn } from "./thorough.js";

/** The built page: dist/, or the folder that DIST names. */
export const dist = process.env.DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));

/** This computer by a name that a browser does not trust without https, as a classroom's server. */
export const OTHER_HOST = "teacher.test";

/** @typedef {"chromium" | "firefox"} BrowserName */

/**
 * @type {Record<BrowserName, { variable: string, names: string[], apps: string[], args: string[]
 *   }>}
 */
const known = {
  chromium: {
    variable: "CHROMIUM_PATH",
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    apps: ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
      `--host-resolver-rules=MAP ${OTHER_HOST} 127.0.0.1`,
      // Pages of the browser's own address bar, two for each context: a third of what a test takes.
      "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
    ],
  },
  firefox: {
    variable: "FIREFOX_PATH",
    names: ["firefox-esr", "firefox"],
    apps: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
    args: [],
  },
};

/** What is waited for comes much sooner; a machine may be busy with other things. */
const PATIENCE_MS = 60_000;

/**
 * Firefox: dark, no telemetry, no updates, no asking home; as careful with files as a visitor's.
 */
const quiet = {
  "network.dns.localDomains": OTHER_HOST,
  "security.fileuri.strict_origin_policy": true,
  "app.update.enabled": false,
  "layout.css.prefers-color-scheme.content-override": 0,
  "browser.safebrowsing.downloads.remote.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
};

/**
 * Whether it must be scrolled before a click. Puppeteer's own asks an IntersectionObserver, which
 * answers with the next frame: on a busy machine Chromium sometimes paints none, and the click
 * waits for ever.
 * @this {ElementHandle<Element>}
 */
ElementHandle.prototype.isIntersectingViewport = function () {
  return this.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const there = element.ownerDocument.elementFromPoint(x + width / 2, y + height / 2);
    const isInside = x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight;
    return isInside && there !== null && element.contains(there);
  });
};

/**
 * @param {BrowserName} name
 * @returns {string | null} the program's path: CHROMIUM_PATH or FIREFOX_PATH, or one on the PATH
 */
export function findBrowser(name) {
  const { variable, names, apps } = known[name];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = names.flatMap((file) => folders.map((folder) => join(folder, file)));
  return process.env[variable] ?? [...candidates, ...apps].find((path) => existsSync(path)) ?? null;
}

/**
 * Starts a browser with a fresh profile and no window. Close it when done.
 *
 * @param {BrowserName} name
 * @param {import("puppeteer-core").LaunchOptions} [options]
 * @returns {Promise<import("puppeteer-core").Browser>}
 */
export async function launch(name, options = {}) {
  return puppeteer.launch({
    browser: name === "firefox" ? "firefox" : "chrome",
    executablePath: findBrowser(name) ?? `${name} (not installed)`,
    headless: true,
    // A copy: puppeteer takes out of it what it joins with its own.
    args: [...known[name].args],
    extraPrefsFirefox: quiet,
    protocolTimeout: 120_000,
    ...options,
  });
}

/**
 * @typedef {(request: import("node:http").IncomingMessage, response:
 *   import("node:http").ServerResponse) => boolean} Answer true when it has answered, or will
 */

/**
 * Serves the built page on a free port.
 *
 * @param {object} [options]
 * @param {boolean} [options.mnist] whether ./data/ holds MNIST; without, the page uses its
 *   handwriting
 * @param {RegExp | null} [options.late] addresses that are answered a second later
 * @param {Answer | null} [options.answer] what the host does instead of serving a file
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function servePage({ mnist = false, late = null, answer = null } = {}) {
  const files = createStaticServer(dist, { "/data/": mnist ? dataFolder : null });
  const server = createServer((request, response) => {
    if (answer?.(request, response)) return;
    const serve = () => files.emit("request", request, response);
    if (late?.test(request.url ?? "")) setTimeout(serve, 1000);
    else serve();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://localhost:${port}/`,
    close: () => void server.close().closeAllConnections(),
  };
}

/**
 * What a page is opened with.
 *
 * @typedef {object} View
 * @property {string} [path] after the page's address, "?seed=2" say; trains at full speed unless it
 *   names another one
 * @property {number} [width] of the viewport, in CSS pixels
 * @property {number} [height]
 * @property {"dark" | "light"} [scheme] Chromium only; Firefox is dark
 * @property {boolean} [calm] prefers-reduced-motion; Chromium only
 * @property {() => void} [before] runs in the page before its own scripts
 * @property {boolean} [offline] with the service worker that keeps the page for use without a
 *   network; it takes a third of what opening the page takes, so most tests go without
 *
 * @typedef {object} Opened
 * @property {import("puppeteer-core").Page} page
 * @property {string[]} errors uncaught errors, console errors and requests to other hosts, so far;
 *   that MNIST is not served is no error
 */

/**
 * Opens the page as a first-time visitor: nothing stored, nothing cached.
 *
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} url
 * @param {View} [view]
 * @returns {Promise<Opened>}
 */
export async function openPage(browser, url, view = {}) {
  const { path = "", width = 1440, height = 900, scheme = "dark", calm = false } = view;
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    const isAboutData = new URL(message.location().url ?? "", url).pathname.startsWith("/data/");
    if (message.type() === "error" && !isAboutData) errors.push(message.text());
  });
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^http/.test(protocol) && origin !== new URL(url).origin) errors.push(`asked ${origin}`);
  });
  await page.setViewport({ width, height });
  if (!view.offline) await page.evaluateOnNewDocument(withoutServiceWorker);
  if (view.before) await page.evaluateOnNewDocument(view.before);
  if (isChromium(browser)) {
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-reduced-motion", value: calm ? "reduce" : "no-preference" },
    ]);
  }
  await page.goto(url + atFullSpeed(path), { waitUntil: "load" });
  return { page, errors };
}

/** @param {string} path */
function atFullSpeed(path) {
  if (/[#&]speed=/.test(path)) return path;
  return `${path}${path.includes("#") ? "&" : "#"}speed=full`;
}

/** As in a browser that has none. */
function withoutServiceWorker() {
  Reflect.deleteProperty(Navigator.prototype, "serviceWorker");
}

/** @param {import("puppeteer-core").Browser} browser */
function isChromium(browser) {
  return !/firefox/i.test(browser.process()?.spawnfile ?? "");
}

/**
 * Tests in Chromium and in Firefox: a browser and a served page, started before the first of them
 * and closed after the last; skipped, with the reason, where the browser is not installed.
 *
 * @param {string} title what the tests are about
 * @param {(context: { name: BrowserName, open: (view?: View) => Promise<Opened>, url: () => string
 *   }) => void} tests
 * @param {{ mnist?: boolean, late?: RegExp, answer?: Answer, skip?: string | false,
 *   only?: BrowserName, thorough?: BrowserName }} [options]
 *   only: in this browser alone, since what is tested does not depend on it and takes long;
 *   thorough: in this browser in `make thorough`, since what is tested hardly depends on it
 */
export function inBrowsers(title, tests, options = {}) {
  const { mnist, late, answer, skip = false, only, thorough } = options;
  const names = /** @type {BrowserName[]} */ (only ? [only] : ["chromium", "firefox"]);
  for (const name of names) {
    if (!isTheirTurn(thorough === name)) continue;
    const reason = skip || (findBrowser(name) ? false : `${name} is not installed`);
    describe(`${title}, in ${name}`, { skip: reason }, () => {
      /** @type {import("puppeteer-core").Browser} */
      let browser;
      /** @type {Awaited<ReturnType<typeof servePage>>} */
      let server;
      before(async () => {
        [browser, server] = await Promise.all([launch(name), servePage({ mnist, late, answer })]);
      });
      after(async () => {
        await browser?.close();
        server?.close();
      });
      tests({ name, open: (view) => openPage(browser, server.url, view), url: () => server.url });
    });
  }
}
