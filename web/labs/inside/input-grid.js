/**
 * Where the inputs of a neuron lie in its three pictures. Pixels lie as in the image; the inputs of
 * later layers stand side by side as columns. Positions and sizes are fractions of the picture.
 *
 * @typedef {import("./anatomy.js").Anatomy} Anatomy
 */
import { SIDE } from "../../common/images.js";
import * as texts from "../../texts/en/inside.js";
import { nameOfNeuron } from "./text.js";

/** What a brush leaves of its value beside the pixel it is on. */
const SOFT_EDGE = 0.5;

/** The input at a position. @param {Anatomy} anatomy @param {number} x 0…1 @param {number} y 0…1 */
export function inputAt({ hasPixels, weights }, x, y) {
  return hasPixels ? cell(y, SIDE) * SIDE + cell(x, SIDE) : cell(x, weights.length);
}

/** @param {number} fraction @param {number} count */
function cell(fraction, count) {
  return Math.min(count - 1, Math.max(0, Math.floor(fraction * count)));
}

/** The box of an input. @param {Anatomy} anatomy @param {number} i */
export function boxOf({ hasPixels, weights }, i) {
  const columns = hasPixels ? SIDE : weights.length;
  const rows = hasPixels ? SIDE : 1;
  return {
    left: (i % columns) / columns,
    top: Math.floor(i / columns) / rows,
    width: 1 / columns,
    height: 1 / rows,
  };
}

/** @param {Anatomy} anatomy @param {number} i */
export function nameOfInput({ hasPixels, neuron, last }, i) {
  if (hasPixels) return texts.pixel(Math.floor(i / SIDE) + 1, (i % SIDE) + 1);
  return nameOfNeuron({ layer: neuron.layer - 1, index: i }, last);
}

/**
 * The input that an arrow key leads to; null for other keys.
 * @param {Anatomy} anatomy
 * @param {number} i
 * @param {string} key
 */
export function neighbour({ hasPixels, weights }, i, key) {
  /** @type {Record<string, number>} */
  const steps = { ArrowLeft: -1, ArrowRight: 1 };
  if (hasPixels) Object.assign(steps, { ArrowUp: -SIDE, ArrowDown: SIDE });
  if (!(key in steps)) return null;
  const to = i + steps[key];
  return to >= 0 && to < weights.length ? to : i;
}

/**
 * Pixels on the way from one to another, the first left out: a fast stroke skips some.
 * @param {number} from
 * @param {number} to
 */
export function pixelsBetween(from, to) {
  const [x0, y0] = [from % SIDE, Math.floor(from / SIDE)];
  const [x1, y1] = [to % SIDE, Math.floor(to / SIDE)];
  const count = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
  return Array.from({ length: count }, (_, i) => {
    const t = (i + 1) / count;
    return Math.round(y0 + (y1 - y0) * t) * SIDE + Math.round(x0 + (x1 - x0) * t);
  });
}

/**
 * The pixels under a brush: one whole, its four neighbours in part.
 * @param {number} i
 * @returns {{ index: number, amount: number }[]} amount: 1 takes the brush's value
 */
export function brushed(i) {
  const [column, row] = [i % SIDE, Math.floor(i / SIDE)];
  const around = [
    [column - 1, row],
    [column + 1, row],
    [column, row - 1],
    [column, row + 1],
  ];
  const inside = around.filter(([x, y]) => x >= 0 && y >= 0 && x < SIDE && y < SIDE);
  const edge = inside.map(([x, y]) => ({ index: y * SIDE + x, amount: SOFT_EDGE }));
  return [{ index: i, amount: 1 }, ...edge];
}
