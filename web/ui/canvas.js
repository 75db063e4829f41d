/** Drawing on canvases: at the screen's resolution, and 28×28 pictures pixel by pixel. */
import { PIXELS, SIDE } from "../common/images.js";

/** A canvas with more dots than this per CSS pixel costs more than it shows. */
const MAX_RATIO = 2;

/**
 * @type {WeakMap<Element, { width: number, height: number }>} CSS pixels, as last observed, so that
 *   painting needs no layout
 */
const sizes = new WeakMap();
const observer = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) sizes.set(target, contentRect);
});

/** @param {HTMLCanvasElement} canvas */
function sizeOf(canvas) {
  const known = sizes.get(canvas);
  if (known) return known;
  observer.observe(canvas);
  return { width: canvas.clientWidth, height: canvas.clientHeight };
}

/**
 * A canvas's context, cleared, scaled so that one unit is one CSS pixel; `width` and `height` are
 * in CSS pixels.
 * @param {HTMLCanvasElement} canvas
 */
export function context(canvas) {
  const { width, height } = sizeOf(canvas);
  const ratio = Math.min(devicePixelRatio || 1, MAX_RATIO);
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) Object.assign(canvas, { width: w, height: h });
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  return { pen, width, height };
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
