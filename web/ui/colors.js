/**
 * Colours and small drawing helpers for canvases, out of the tokens of the style sheet. One meaning per colour:
 * see styles/tokens.css.
 *
 * @typedef {[number, number, number]} Rgb
 * @typedef {Record<"paper" | "raised" | "well" | "line" | "mark" | "text" | "quiet" | "positive" | "negative" | "answer" | "bright", Rgb>} Palette
 * @typedef {(value: number) => number} Scale  a value's colour, packed as a canvas stores it
 */
import { SIDE } from "../common/images.js";

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

/** @type {Palette | null} */
let palette = null;

/** The colours of the theme in force. @returns {Palette} */
export function colours() {
  if (!palette) {
    const style = getComputedStyle(document.documentElement);
    palette = /** @type {Palette} */ (
      Object.fromEntries(NAMES.map((name) => [name, rgb(style.getPropertyValue(`--${name}`))]))
    );
  }
  return palette;
}

/** Sets the theme and has every canvas painted again. @param {"auto" | "dark" | "light"} theme */
export function setTheme(theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  forgetColours();
}

/** @param {() => void} listener @returns {() => void} */
export function onColours(listener) {
  document.addEventListener("downhill-colours", listener);
  return () => document.removeEventListener("downhill-colours", listener);
}

function forgetColours() {
  palette = null;
  made = null;
  document.dispatchEvent(new Event("downhill-colours"));
}

matchMedia("(prefers-color-scheme: light)").addEventListener("change", forgetColours);

/** @param {Rgb} colour @param {number} [alpha] */
export function css([r, g, b], alpha = 1) {
  return `rgb(${r} ${g} ${b} / ${alpha})`;
}

/** @param {Rgb} from @param {Rgb} to @param {number} t 0…1 @returns {Rgb} */
export function mix(from, to, t) {
  const at = (/** @type {0 | 1 | 2} */ i) => Math.round(from[i] + (to[i] - from[i]) * t);
  return [at(0), at(1), at(2)];
}

/** @type {WeakMap<HTMLCanvasElement, { width: number, height: number }>} sizes as last seen, so that painting asks for no layout */
const sizes = new WeakMap();
const watcher = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) {
    sizes.set(/** @type {HTMLCanvasElement} */ (target), contentRect);
  }
});

/** @param {HTMLCanvasElement} canvas */
function sizeOf(canvas) {
  const known = sizes.get(canvas);
  if (known) return known;
  watcher.observe(canvas);
  return { width: canvas.clientWidth, height: canvas.clientHeight };
}

/**
 * A canvas's context, cleared, scaled so that one unit is one CSS pixel, with as many dots as the screen has.
 * @param {HTMLCanvasElement} canvas
 */
export function context(canvas) {
  const { width, height } = sizeOf(canvas);
  const ratio = Math.min(devicePixelRatio || 1, 2);
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) Object.assign(canvas, { width: w, height: h });
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  return { pen, width, height };
}

/**
 * A 28×28 picture as an image of its own, to be drawn at any size without smoothing.
 * @param {HTMLCanvasElement} canvas  becomes 28×28
 * @param {ArrayLike<number>} values  784
 * @param {Scale} scale
 */
export function paintPicture(canvas, values, scale) {
  if (canvas.width !== SIDE || canvas.height !== SIDE) {
    Object.assign(canvas, { width: SIDE, height: SIDE });
  }
  for (let i = 0; i < SIDE * SIDE; i++) dots[i] = scale(values[i]);
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.putImageData(sheet, 0, 0);
}

/** Brightness of ink, 0…1. @returns {Scale} */
export function inkScale() {
  const { ink } = ramps();
  return (value) => ink[value <= 0 ? 0 : value >= 1 ? SHADES : (value * SHADES + 0.5) | 0];
}

/** Sign by colour, size by strength: (|w| ÷ max)^0.3, zero fades out. @param {number} max @returns {Scale} */
export function signScale(max) {
  const { plus, minus } = ramps();
  const scale = max > 0 ? SHADES / max : 0;
  return (value) => {
    const shade = (Math.min(SHADES, Math.abs(value) * scale) + 0.5) | 0;
    return value < 0 ? minus[shade] : plus[shade];
  };
}

const SHADES = 255;
const sheet = new ImageData(SIDE, SIDE);
const dots = new Uint32Array(sheet.data.buffer);

/** @type {Record<"ink" | "plus" | "minus", Uint32Array> | null} colours from nothing to full, as a canvas stores them */
let made = null;

function ramps() {
  const { well, bright, positive, negative } = colours();
  made ??= {
    ink: ramp(well, bright, 1),
    plus: ramp(well, positive, 0.3),
    minus: ramp(well, negative, 0.3),
  };
  return made;
}

/** @param {Rgb} from @param {Rgb} to @param {number} power */
function ramp(from, to, power) {
  return Uint32Array.from({ length: SHADES + 1 }, (_, i) => {
    const [r, g, b] = mix(from, to, (i / SHADES) ** power);
    return (255 << 24) | (b << 16) | (g << 8) | r;
  });
}

let family = "";

/** The page's typeface, for canvases. */
export function fontFamily() {
  family ||= getComputedStyle(document.body).fontFamily;
  return family;
}

/** @param {string} text  #rgb or #rrggbb @returns {Rgb} */
function rgb(text) {
  const hex = text.trim().slice(1);
  const wide = hex.length === 3 ? [...hex].map((c) => c + c).join("") : hex;
  return /** @type {Rgb} */ ([0, 2, 4].map((at) => Number.parseInt(wide.slice(at, at + 2), 16)));
}
