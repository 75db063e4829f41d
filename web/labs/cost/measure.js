/**
 * What an answer costs, output by output: the lesson's squares, or cross-entropy. The sums are those of the engine.
 *
 * @typedef {"quadratic" | "cross-entropy"} Cost
 * @typedef {"sigmoid" | "softmax"} Output
 * @typedef {{ cost: Cost, output: Output }} Measure
 */
import { places, weightsOf } from "../../common/parameters.js";

/** "Not a digit", as a target. */
export const NOTHING = 255;
/** The least that single precision can be away from 1. */
const LEAST = 2 ** -25;

/** What output i should be. @param {number} target  a digit or NOTHING @param {number} i @param {Output} output */
export function wanted(target, i, output) {
  if (target === NOTHING) return output === "softmax" ? 0.1 : 0;
  return i === target ? 1 : 0;
}

/**
 * The ten terms of one answer's cost.
 * @param {Measure} measure @param {ArrayLike<number>} outputs @param {number} target
 * @param {number[]} [sums]  weighted sums of the outputs, for cross-entropies beyond what an activation can tell
 */
export function termsOf({ cost, output }, outputs, target, sums) {
  return Array.from({ length: 10 }, (_, i) => {
    const y = wanted(target, i, output);
    if (cost === "quadratic") return (outputs[i] - y) ** 2;
    if (output === "softmax") return y === 0 ? 0 : -y * logShare(outputs, i, sums);
    return y * logistic(outputs[i], sums?.[i], 1) + (1 - y) * logistic(outputs[i], sums?.[i], -1);
  });
}

/** @param {Measure} measure @param {ArrayLike<number>} outputs @param {number} target */
export function costOf(measure, outputs, target) {
  let sum = 0;
  for (const term of termsOf(measure, outputs, target)) sum += term;
  return sum;
}

/** ln of a softmax output. @param {ArrayLike<number>} outputs @param {number} i @param {number[]} [sums] */
function logShare(outputs, i, sums) {
  if (!sums) return Math.log(Math.max(outputs[i], 1e-38));
  const high = Math.max(...sums);
  return sums[i] - high - Math.log(sums.reduce((all, z) => all + Math.exp(z - high), 0));
}

/** −ln a, or −ln(1 − a) for side −1. @param {number} a @param {number | undefined} z @param {1 | -1} side */
function logistic(a, z, side) {
  if (z !== undefined) return Math.max(0, -side * z) + Math.log1p(Math.exp(-Math.abs(z)));
  return -Math.log(Math.max(side > 0 ? a : 1 - a, LEAST));
}

/** The weighted sums of the ten outputs. @param {import("../../model/state.js").State} state @returns {number[] | undefined} */
export function outputSums({ network, parameters, reading }) {
  if (!network || !reading || parameters?.length !== network.parameterCount) return undefined;
  const place = places(network.layers)[network.layers.length - 2];
  const inputs = reading.activations[network.layers.length - 2];
  if (inputs?.length !== place.inputs) return undefined;
  return Array.from({ length: place.outputs }, (_, i) =>
    weightsOf(parameters, place, i).reduce(
      (sum, w, k) => sum + w * inputs[k],
      parameters[place.biases + i],
    ),
  );
}
