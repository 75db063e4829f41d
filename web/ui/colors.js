/**
 * The colours of the theme, out of the tokens of the style sheet, and the scales that turn numbers
 * into colours. Each colour has one meaning: see styles/tokens.css.
 *
 * @typedef {[number, number, number]} Rgb  0…255 each
 * @typedef {Record<"paper" | "raised" | "well" | "line" | "mark" | "text" | "quiet" | "positive" |
 *   "negative" | "answer" | "bright", Rgb>} Palette
 * @typedef {(value: number) => number} Scale  a value's colour, packed as ImageData stores it
 *   (ABGR, little-endian)
 */

const NAMES = /** @type {(keyof Palette)[]} */ ([
  "paper",
  "raised",
  "well",
  "line",
  "mark",
  "text",
  "quiet",
  "positive",
  "negative",
  "answer",
  "bright",
]);

/** Steps of a scale. */
const SHADES = 255;
/** Weights are shown with an opacity of (|w| ÷ max)^0.3, so that small ones are seen too. */
const WEIGHT_POWER = 0.3;

/**
 * @type {Palette | null} of the present theme; read from the style sheet when it is first asked for
 */
let palette = null;
/**
 * @type {Record<"ink" | "plus" | "minus", Uint32Array> | null} packed colours of the present theme,
 *   faint to full
 */
let ramps = null;
/** @type {Set<() => void>} */
const listeners = new Set();

/** The colours of the present theme. @returns {Palette} */
export function colours() {
  if (!palette) {
    const style = getComputedStyle(document.documentElement);
    palette = /** @type {Palette} */ (
      Object.fromEntries(NAMES.map((name) => [name, rgb(style.getPropertyValue(`--${name}`))]))
    );
  }
  return palette;
}

// Tests import controllers in Node, where there is no matchMedia.
const media = (/** @type {string} */ query) => globalThis.matchMedia?.(`(${query})`);

/** Whether the system has colours of its own for the page: the theme is then the system's, too. */
const isForced = media("forced-colors: active");

/** @param {"auto" | "dark" | "light"} theme  auto: as the system has it */
export function setTheme(theme) {
  const { printing } = document.documentElement.dataset;
  if (theme === "auto" || (isForced?.matches && printing === undefined))
    delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  themeChanged();
}

/**
 * Calls the listener after every change of the theme.
 * @param {() => void} listener
 * @returns {() => void} stops it
 */
export function onThemeChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function themeChanged() {
  palette = null;
  ramps = null;
  for (const listener of listeners) listener();
}

media("prefers-color-scheme: light")?.addEventListener("change", themeChanged);

/** @param {Rgb} colour @param {number} [alpha] */
export function css([r, g, b], alpha = 1) {
  return `rgb(${r} ${g} ${b} / ${alpha})`;
}

/** @param {Rgb} from @param {Rgb} to @param {number} t 0…1 @returns {Rgb} */
export function mix(from, to, t) {
  const at = (/** @type {0 | 1 | 2} */ i) => Math.round(from[i] + (to[i] - from[i]) * t);
  return [at(0), at(1), at(2)];
}

/** Brightness of ink, 0…1; values outside are clamped. @returns {Scale} */
export function inkScale() {
  const { ink } = scales();
  return (value) => ink[value <= 0 ? 0 : value >= 1 ? SHADES : (value * SHADES + 0.5) | 0];
}

/**
 * Sign by colour, size by opacity; zero is the background.
 * @param {number} max  the largest absolute value
 * @returns {Scale}
 */
export function signScale(max) {
  const { plus, minus } = scales();
  const scale = max > 0 ? SHADES / max : 0;
  return (value) => {
    const shade = (Math.min(SHADES, Math.abs(value) * scale) + 0.5) | 0;
    return value < 0 ? minus[shade] : plus[shade];
  };
}

function scales() {
  const { well, bright, positive, negative } = colours();
  ramps ??= {
    ink: ramp(well, bright, 1),
    plus: ramp(well, positive, WEIGHT_POWER),
    minus: ramp(well, negative, WEIGHT_POWER),
  };
  return ramps;
}

/** @param {Rgb} from @param {Rgb} to @param {number} power */
function ramp(from, to, power) {
  return Uint32Array.from({ length: SHADES + 1 }, (_, i) => {
    const [r, g, b] = mix(from, to, (i / SHADES) ** power);
    return (255 << 24) | (b << 16) | (g << 8) | r;
  });
}

/** @param {string} text  #rgb or #rrggbb @returns {Rgb} */
function rgb(text) {
  const hex = text.trim().slice(1);
  const wide = hex.length === 3 ? [...hex].map((c) => c + c).join("") : hex;
  return /** @type {Rgb} */ ([0, 2, 4].map((at) => Number.parseInt(wide.slice(at, at + 2), 16)));
}
