/** Painting a neuron's weights, inputs or products: as a picture, or as columns. */
import { maxAbs } from "../../common/vectors.js";
import { context, paintPicture } from "../../ui/canvas.js";
import { colours, css, inkScale, mix, signScale } from "../../ui/colors.js";

/** Between the longest column and the edge, CSS pixels. */
const MARGIN = 6;
/** Columns this wide stand apart. */
const WIDE = 6;
const GAP = 3;
/** Brightness of the darkest column, so that it can be seen at all. */
const DARKEST = 0.25;

/**
 * @param {HTMLCanvasElement} canvas @param {import("./anatomy.js").Anatomy} anatomy
 * @param {"weights" | "inputs" | "products"} field
 */
export function paintField(canvas, anatomy, field) {
  const values = anatomy[field];
  const isInput = field === "inputs";
  if (anatomy.hasPixels) {
    paintPicture(canvas, values, isInput ? inkScale() : signScale(maxAbs(values)));
  } else if (isInput) paintActivations(canvas, values);
  else paintSigned(canvas, values);
}

/**
 * Columns up from the bottom, brighter when longer.
 * @param {HTMLCanvasElement} canvas
 * @param {Float32Array} values 0 or more
 */
function paintActivations(canvas, values) {
  const { pen, width, height } = context(canvas);
  const { bright, well, mark } = colours();
  const max = Math.max(1, maxAbs(values));
  for (const [i, value] of values.entries()) {
    pen.fillStyle = css(mix(well, bright, DARKEST + (1 - DARKEST) * (value / max)));
    const size = (value / max) * (height - MARGIN);
    fillColumn(pen, i, width / values.length, height - 1 - size, size);
  }
  pen.fillStyle = css(mark);
  pen.fillRect(0, height - 1, width, 1);
}

/**
 * Columns up or down from the middle.
 * @param {HTMLCanvasElement} canvas
 * @param {Float32Array} values
 */
function paintSigned(canvas, values) {
  const { pen, width, height } = context(canvas);
  const { positive, negative, mark } = colours();
  const max = maxAbs(values) || 1;
  const zero = Math.round(height / 2);
  for (const [i, value] of values.entries()) {
    pen.fillStyle = css(value < 0 ? negative : positive);
    const size = (Math.abs(value) / max) * (height / 2 - MARGIN);
    fillColumn(pen, i, width / values.length, value < 0 ? zero : zero - size, size);
  }
  pen.fillStyle = css(mark);
  pen.fillRect(0, zero, width, 1);
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {number} i
 * @param {number} pitch
 * @param {number} top
 * @param {number} size
 */
function fillColumn(pen, i, pitch, top, size) {
  const gap = pitch > WIDE ? GAP : 0;
  pen.fillRect(i * pitch + gap / 2, top, Math.max(1, pitch - gap), Math.max(size, 1));
}
