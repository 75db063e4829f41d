/** Drawing on canvases: at the screen's resolution, and 28×28 pictures pixel by pixel. */
import { PIXELS, SIDE } from "../common/images.js";
import { isPrinting, onSurfaceChange } from "./surface.js";

/** A canvas with more dots than this per CSS pixel costs more than it shows. */
const MAX_RATIO = 2;
/** On paper they are seen. */
const PRINT_RATIO = 3;
/** Font size of most browsers, CSS pixels. */
const USUAL = 16;

/**
 * @type {WeakMap<Element, { width: number, height: number }>} CSS pixels, as last observed, so that
 *   painting needs no layout
 */
const sizes = new WeakMap();
const observer = new ResizeObserver((entries) => {
  // All sizes are multiples of the font size: when it changes, they do.
  perUnit = 0;
  for (const { target, contentRect } of entries) sizes.set(target, contentRect);
});

/** CSS pixels; 0: not known yet. */
let perUnit = 0;

/**
 * CSS pixels to a unit of the drawings: 1, unless the browser is set to larger or smaller text than
 * usual. As with the pixels of the style sheets, see vite.config.js.
 */
export function unit() {
  perUnit ||= Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL || 1;
  return perUnit;
}

onSurfaceChange(() => {
  perUnit = 0;
});

/** @param {HTMLCanvasElement} canvas */
function sizeOf(canvas) {
  const known = sizes.get(canvas);
  // No observer hears of the size on the sheet.
  if (known && !isPrinting()) return known;
  observer.observe(canvas);
  return { width: canvas.clientWidth, height: canvas.clientHeight };
}

/** A canvas's width and height, in units. @param {HTMLCanvasElement} canvas */
export function sizeIn(canvas) {
  const { width, height } = sizeOf(canvas);
  return { width: width / unit(), height: height / unit() };
}

/**
 * Clears a box behind words that are about to be written, so that no line runs through them.
 * @param {CanvasRenderingContext2D} pen  with font and alignment @param {string} words
 * @param {number} x @param {number} y @param {string} paper @param {number} [margin]
 */
export function clearBehind(pen, words, x, y, paper, margin = 3) {
  const box = pen.measureText(words);
  const [left, top] = [box.actualBoundingBoxLeft + margin, box.actualBoundingBoxAscent + margin];
  const width = left + box.actualBoundingBoxRight + margin;
  pen.fillStyle = paper;
  pen.fillRect(x - left, y - top, width, top + box.actualBoundingBoxDescent + margin);
}

/**
 * A canvas's context, cleared, and scaled to units, in which `width` and `height` are, too.
 * @param {HTMLCanvasElement} canvas
 */
export function context(canvas) {
  const { width, height } = sizeOf(canvas);
  const ratio = isPrinting() ? PRINT_RATIO : Math.min(devicePixelRatio || 1, MAX_RATIO);
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) Object.assign(canvas, { width: w, height: h });
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.setTransform(ratio * unit(), 0, 0, ratio * unit(), 0, 0);
  pen.clearRect(0, 0, width, height);
  return { pen, ...sizeIn(canvas) };
}

const image = new ImageData(SIDE, SIDE);
const packed = new Uint32Array(image.data.buffer);

/**
 * Paints a 28×28 picture; the style sheet or drawImage then shows it at any size, without
 * smoothing.
 * @param {HTMLCanvasElement} canvas  becomes 28×28
 * @param {ArrayLike<number>} values  784
 * @param {import("./colors.js").Scale} scale
 */
export function paintPicture(canvas, values, scale) {
  if (canvas.width !== SIDE || canvas.height !== SIDE) {
    Object.assign(canvas, { width: SIDE, height: SIDE });
  }
  for (let i = 0; i < PIXELS; i++) packed[i] = scale(values[i]);
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.putImageData(image, 0, 0);
}

let family = "";

/** The page's typeface, as the `font` of a canvas needs it. */
export function fontFamily() {
  family ||= getComputedStyle(document.body).fontFamily;
  return family;
}
