/**
 * Sigmoids of different hardness, σ(kz). In the hidden layers σ(kz) is what a sigmoid network does
 * whose hidden weights and biases are all multiplied by k; k = ∞ is the step. So ∂C/∂w of σ(kz) is
 * k times that network's gradient.
 */
import { places } from "./parameters.js";

/** k = 1, √2, 2, … 128, then ∞. */
export const HARDNESSES = [...Array.from({ length: 15 }, (_, i) => 2 ** (i / 2)), Infinity];

/** Hidden weights and biases; they come first in the list. @param {readonly number[]} layers */
export function hiddenCount(layers) {
  return places([...layers])[layers.length - 2].weights;
}

/**
 * The first `hidden` values times k, the others as they are; also of a direction.
 * @param {Float32Array} values @param {number} hidden @param {number} k  finite
 */
export function hardened(values, hidden, k) {
  return values.map((value, i) => (i < hidden ? k * value : value));
}

/** σ(kz). @param {number} z @param {number} k */
export function hardSigmoid(z, k) {
  if (k === Infinity) return z < 0 ? 0 : 1;
  return 1 / (1 + Math.exp(-k * z));
}

/** Its derivative by z. @param {number} z @param {number} k */
export function hardSlope(z, k) {
  if (k === Infinity) return 0;
  const a = hardSigmoid(z, k);
  return k * a * (1 - a);
}

/** Length of the first `hidden` components. @param {Float32Array} values @param {number} hidden */
export function lengthOf(values, hidden) {
  let sum = 0;
  for (let i = 0; i < hidden; i++) sum += values[i] ** 2;
  return Math.sqrt(sum);
}

/** How many neighbours differ. @param {ArrayLike<number>} values */
export function jumpsIn(values) {
  let jumps = 0;
  for (let i = 1; i < values.length; i++) if (values[i] !== values[i - 1]) jumps++;
  return jumps;
}

/** @param {number[]} values */
export function medianOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
