/**
 * The cost of one example, output by output: squared error, as in the lesson, or cross-entropy. The
 * ten terms add up to what the engine computes.
 *
 * @typedef {import("../../wasm/tables.js").Cost} CostName
 * @typedef {import("../../wasm/tables.js").OutputFunction} OutputName
 * @typedef {{ cost: CostName, output: OutputName }} Measure
 */
import { notADigit } from "./engine-tables.js";

/** The label of what is not a digit, as the engine has it. */
export const NOT_A_DIGIT = notADigit;
/** The least that single precision can be away from 1. */
const LEAST_GAP = 2 ** -25;
/** Smaller softmax outputs are 0 in single precision. */
const LEAST_OUTPUT = 1e-38;

/**
 * What output i should be.
 * @param {number} label  a digit or NOT_A_DIGIT
 * @param {number} i
 * @param {OutputName} output
 */
export function targetOf(label, i, output) {
  if (label === NOT_A_DIGIT) return output === "softmax" ? 0.1 : 0;
  return i === label ? 1 : 0;
}

/**
 * The ten terms of one example's cost.
 * @param {Measure} measure
 * @param {ArrayLike<number>} outputs
 * @param {number} label
 * @param {number[]} [sums]  weighted sums of the outputs: for cross-entropies beyond what an output
 *   can tell
 */
export function termsOf({ cost, output }, outputs, label, sums) {
  return Array.from({ length: 10 }, (_, i) => {
    const y = targetOf(label, i, output);
    if (cost === "quadratic") return (outputs[i] - y) ** 2;
    if (output === "softmax") return y === 0 ? 0 : -y * logSoftmax(outputs, i, sums);
    return y * logistic(outputs[i], sums?.[i], 1) + (1 - y) * logistic(outputs[i], sums?.[i], -1);
  });
}

/** @param {Measure} measure @param {ArrayLike<number>} outputs @param {number} label */
export function costOf(measure, outputs, label) {
  let sum = 0;
  for (const term of termsOf(measure, outputs, label)) sum += term;
  return sum;
}

/** ln of output i. @param {ArrayLike<number>} outputs @param {number} i @param {number[]} [sums] */
function logSoftmax(outputs, i, sums) {
  if (!sums) return Math.log(Math.max(outputs[i], LEAST_OUTPUT));
  const high = Math.max(...sums);
  return sums[i] - high - Math.log(sums.reduce((all, z) => all + Math.exp(z - high), 0));
}

/**
 * −ln a, or −ln(1 − a) for side −1.
 * @param {number} a
 * @param {number | undefined} z
 * @param {1 | -1} side
 */
function logistic(a, z, side) {
  if (z !== undefined) return Math.max(0, -side * z) + Math.log1p(Math.exp(-Math.abs(z)));
  return -Math.log(Math.max(side > 0 ? a : 1 - a, LEAST_GAP));
}
