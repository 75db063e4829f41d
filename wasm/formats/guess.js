// What a file of weights does not say: the activation functions that they are for, and how pixels
// were scaled. It is found out by how well built-in handwriting is read.

import { joined } from "./tensors.js";

/**
 * @import { Network } from "../network.js"
 * @import { Layer } from "./layers.js"
 * @import { Engine, Foreign, Functions, Given } from "./open.js"
 *
 * @typedef {object} Pixels how a network wants them: (pixel − mean) ÷ deviation, of pixels in 0…1
 * @property {number} mean subtracted first
 * @property {number} deviation divided by then
 */

const pixelCount = 784;
/** The ways that are in use, the plain one first. @type {readonly Pixels[]} */
const SCALES = [
  { mean: 0, deviation: 1 },
  { mean: 0.1307, deviation: 0.3081 }, // of MNIST, in PyTorch's examples
  { mean: 0.5, deviation: 0.5 }, // −1…1
  { mean: 0, deviation: 1 / 255 }, // bytes
  { mean: 1, deviation: -1 }, // ink on white paper
];
const HIDDEN = /** @type {const} */ (["relu", "sigmoid"]);
const OUTPUTS = /** @type {const} */ (["softmax", "sigmoid"]);
const GUESSES = /** @type {const} */ (["hidden", "output", "cost", "pixels"]);
/** Digits to be read: other ones than a seed that people choose gives. */
const PROBE = { count: 1000, seed: 20_231_107 };
/** A way further down the list must read that much more, 0…1, to be believed. */
const MARGIN = 0.005;

/**
 * The first layer, taking pixels in 0…1: W(x − m)/d + b = (W/d)x + (b − ΣWm/d).
 * @param {Layer} layer @param {Pixels} pixels @returns {Layer}
 */
function folded(layer, { mean, deviation }) {
  if (mean === 0 && deviation === 1) return layer; // to the bit
  const biases = layer.biases.map((bias, row) => {
    let sum = 0;
    for (let i = 0; i < pixelCount; i += 1) sum += layer.weights[row * pixelCount + i];
    return bias - (sum * mean) / deviation;
  });
  return { ...layer, weights: layer.weights.map((weight) => weight / deviation), biases };
}

/** In canonical order. @param {readonly Layer[]} layers */
const parametersOf = (layers) =>
  joined(
    layers.flatMap(({ weights, biases }) => [weights, biases]),
    Float32Array,
  );

/**
 * The network of these layers, which want pixels so.
 * @param {Engine} engine @param {readonly Layer[]} layers @param {Functions} functions
 * @param {Pixels} pixels
 * @returns {Network}
 * @internal
 */
export function networkOf(engine, [first, ...others], functions, pixels) {
  const layers = [folded(first, pixels), ...others];
  const net = engine.network({
    layers: [pixelCount, ...layers.map(({ outputs }) => outputs)],
    ...functions,
  });
  try {
    net.setParameters(parametersOf(layers));
    return net;
  } catch (error) {
    net.free();
    throw error;
  }
}

/**
 * Without what is there, but undefined.
 * @internal
 * @param {Given} given @returns {Given}
 */
export const defined = (given) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

/** @param {Functions["output"]} output @returns {Functions["cost"]} that usually goes with it */
const costFor = (output) => (output === "softmax" ? "cross-entropy" : "quadratic");

/**
 * The network of these layers, and what it was taken as.
 * @param {Engine} engine @param {readonly Layer[]} layers @param {Given} given
 * @returns {Pick<Foreign, "taken" | "guessed" | "accuracy"> & { net: Network }}
 * @internal
 */
export function guessed(engine, layers, given) {
  const probe = engine.handwriting(PROBE);
  /** @param {Functions} functions @param {Pixels} pixels */
  const measured = (functions, pixels) => {
    const net = networkOf(engine, layers, functions, pixels);
    const evaluation = net.evaluate(probe);
    net.free();
    return evaluation;
  };
  try {
    let best = {
      accuracy: -1,
      hidden: given.hidden ?? HIDDEN[0],
      pixels: given.pixels ?? SCALES[0],
    };
    const isDeep = layers.length > 1;
    for (const pixels of given.pixels ? [given.pixels] : SCALES) {
      for (const hidden of given.hidden || !isDeep ? [best.hidden] : HIDDEN) {
        const tried = { output: OUTPUTS[0], cost: costFor(OUTPUTS[0]), hidden };
        const { accuracy } = measured(tried, pixels);
        if (accuracy > best.accuracy + MARGIN) best = { accuracy, hidden, pixels };
      }
    }
    const { hidden, pixels, accuracy } = best;
    // Softmax and sigmoid have the same brightest output; where it is surer of it, and right, the
    // squares are smaller.
    const quadratic = (/** @type {Functions["output"]} */ output) =>
      measured({ hidden, output, cost: "quadratic" }, pixels).cost;
    const output =
      given.output ?? (quadratic("sigmoid") < quadratic("softmax") ? "sigmoid" : "softmax");
    const cost = given.cost ?? costFor(output);
    const taken = { hidden, output, cost, pixels };
    const net = networkOf(engine, layers, { hidden, output, cost }, pixels);
    const open = GUESSES.filter((what) => given[what] === undefined);
    return { net, taken, accuracy, guessed: isDeep ? open : open.filter((w) => w !== "hidden") };
  } finally {
    probe.free();
  }
}
