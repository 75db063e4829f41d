/**
 * The three fields of a neuron: its weights, the inputs, and their products. Pixels lie where they are in the picture;
 * the inputs of later layers stand side by side as columns.
 *
 * @typedef {import("./anatomy.js").Anatomy} Anatomy
 * @typedef {{ column: number, row: number }} Cell  row and column of a pixel
 */

import { SIDE } from "../../common/images.js";
import { maxAbs } from "../../common/vectors.js";
import { colours, context, css, inkScale, mix, paintPicture, signScale } from "../../ui/colors.js";

export const FIELDS = /** @type {const} */ (["weights", "inputs", "products"]);

/** @param {HTMLCanvasElement} canvas @param {Anatomy} anatomy @param {typeof FIELDS[number]} field */
export function paintField(canvas, anatomy, field) {
  const values = anatomy[field];
  if (anatomy.pictures) {
    paintPicture(canvas, values, field === "inputs" ? inkScale() : signScale(maxAbs(values)));
  } else paintColumns(canvas, values, field === "inputs");
}

/** A column for each value, up from the middle or down; brightness where there is no sign. @param {HTMLCanvasElement} canvas @param {Float32Array} values @param {boolean} bright */
function paintColumns(canvas, values, bright) {
  const { pen, width, height } = context(canvas);
  const { positive, negative, bright: white, well, mark } = colours();
  const max = bright ? Math.max(1, maxAbs(values)) : maxAbs(values) || 1;
  const zero = bright ? height - 1 : Math.round(height / 2);
  const reach = (bright ? height : height / 2) - 6;
  const pitch = width / values.length;
  const gap = pitch > 6 ? 3 : 0;
  for (const [i, value] of values.entries()) {
    const size = (Math.abs(value) / max) * reach;
    pen.fillStyle = css(
      bright ? mix(well, white, 0.25 + 0.75 * (value / max)) : value < 0 ? negative : positive,
    );
    const top = value < 0 ? zero : zero - size;
    pen.fillRect(i * pitch + gap / 2, top, Math.max(1, pitch - gap), Math.max(size, 1));
  }
  pen.fillStyle = css(mark);
  pen.fillRect(0, zero, width, 1);
}

/** Which input lies there. @param {Anatomy} anatomy @param {number} x 0…1 @param {number} y 0…1 */
export function inputAt({ pictures, weights }, x, y) {
  const along = (/** @type {number} */ share, /** @type {number} */ count) =>
    Math.min(count - 1, Math.max(0, Math.floor(share * count)));
  return pictures ? along(y, SIDE) * SIDE + along(x, SIDE) : along(x, weights.length);
}

/** Where an input lies in its field, in shares of it. @param {Anatomy} anatomy @param {number} i */
export function placeOf({ pictures, weights }, i) {
  const across = pictures ? SIDE : weights.length;
  const down = pictures ? SIDE : 1;
  return {
    left: (i % across) / across,
    top: Math.floor(i / across) / down,
    width: 1 / across,
    height: 1 / down,
  };
}

/** @param {Anatomy} anatomy @param {number} i */
export function nameOf({ pictures, neuron }, i) {
  if (pictures) return `Row ${Math.floor(i / SIDE) + 1}, column ${(i % SIDE) + 1}`;
  return `Neuron ${i + 1} of layer ${neuron.layer - 1}`;
}

/** Where an arrow key leads. @param {Anatomy} anatomy @param {number} i @param {string} key @returns {number | null} */
export function moved({ pictures, weights }, i, key) {
  const steps = /** @type {Record<string, number>} */ (
    pictures
      ? { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -SIDE, ArrowDown: SIDE }
      : { ArrowLeft: -1, ArrowRight: 1 }
  );
  if (!(key in steps)) return null;
  const to = i + steps[key];
  return to >= 0 && to < weights.length ? to : i;
}

/** What a brush covers: the pixel whole, those beside it by half. @param {Anatomy} anatomy @param {number} i @returns {{ index: number, share: number }[]} */
export function brushed({ pictures }, i) {
  if (!pictures) return [{ index: i, share: 1 }];
  const [column, row] = [i % SIDE, Math.floor(i / SIDE)];
  const beside = [
    [column - 1, row],
    [column + 1, row],
    [column, row - 1],
    [column, row + 1],
  ];
  const inside = beside.filter(([x, y]) => x >= 0 && y >= 0 && x < SIDE && y < SIDE);
  return [{ index: i, share: 1 }, ...inside.map(([x, y]) => ({ index: y * SIDE + x, share: 0.5 }))];
}
