/**
 * What one neuron does, taken apart: inputs × weights, their sum, the bias, the squash.
 *
 * @typedef {{ layer: number, index: number }} Neuron
 *
 * @typedef {{ neuron: Neuron, network: import("../../worker/protocol.js").NetworkCard | null }} First  `network`: the one it was chosen for
 *
 * @typedef {object} Anatomy
 * @property {Neuron} neuron
 * @property {boolean} pictures  its inputs are the 784 pixels
 * @property {number} at  index of its first weight among all parameters
 * @property {number} biasAt
 * @property {Float32Array} inputs
 * @property {Float32Array} weights
 * @property {Float32Array} products  weights × inputs
 * @property {number} sum
 * @property {number} bias
 * @property {number} z  sum + bias
 * @property {Squash} squash
 * @property {number} activation  squash(z)
 *
 * @typedef {object} Squash
 * @property {string} name
 * @property {string} sign  as in formulas
 * @property {(z: number) => number} of
 * @property {boolean} bounded  never above 1
 *
 * @typedef {object} Sums
 * @property {{ index: number, value: number }[]} top  the largest terms, largest first
 * @property {number} others  how many more are not zero
 * @property {number} rest  their sum
 * @property {number} dark  how many are zero
 */
import { places, strongest, weightsOf } from "../../common/parameters.js";

/** An activation worth looking at. */
const MIDDLE = 0.7;

/** @type {Record<string, Squash>} */
const SQUASHES = {
  sigmoid: { name: "sigmoid", sign: "σ", of: (z) => 1 / (1 + Math.exp(-z)), bounded: true },
  relu: { name: "ReLU", sign: "ReLU", of: (z) => Math.max(0, z), bounded: false },
  step: { name: "step", sign: "step", of: (z) => (z < 0 ? 0 : 1), bounded: true },
};

/** The neuron picked on the page, if it is one. @param {import("../../model/state.js").State} state @returns {Neuron | null} */
export function lookedAt({ neuron, network }) {
  const count = network?.layers[neuron?.layer ?? 0] ?? 0;
  return neuron?.layer && neuron.index < count ? neuron : null;
}

/**
 * Before any is picked: a first neuron that is neither dark nor fully lit by the first input, where there is most to
 * see; the same one for as long as the network is.
 * @param {import("../../model/state.js").State} state @param {First} before @returns {First}
 */
export function firstOf({ network, reading }, before) {
  if (!network || before.network === network) return before;
  const values = reading?.activations[1];
  const lit = reading?.answer !== null && values?.length === network.layers[1] ? values : null;
  if (!lit) return { neuron: { layer: 1, index: 0 }, network: null };
  const away = [...lit].map((value) => Math.abs(value - MIDDLE));
  return { neuron: { layer: 1, index: away.indexOf(Math.min(...away)) }, network };
}

/**
 * @param {import("../../model/state.js").State} state @param {Neuron} neuron
 * @returns {Anatomy | null} null when there is no network yet
 */
export function dissect({ network, parameters, reading }, neuron) {
  if (!network || parameters?.length !== network.parameterCount) return null;
  const { layer, index } = neuron;
  const place = places(network.layers)[layer - 1];
  const known = reading?.activations[layer - 1];
  const inputs = known?.length === place.inputs ? known : new Float32Array(place.inputs);
  const weights = weightsOf(parameters, place, index);
  const bias = parameters[place.biases + index];
  const products = weights.map((w, i) => w * inputs[i]);
  const sum = total(products);
  const squash = squashOf(network, parameters, place, neuron, inputs);
  return {
    neuron,
    pictures: layer === 1,
    at: place.weights + index * place.inputs,
    biasAt: place.biases + index,
    inputs,
    weights,
    products,
    sum,
    bias,
    z: sum + bias,
    squash,
    activation: squash.of(sum + bias),
  };
}

/** The sum as a few large terms and what is left. @param {Float32Array} products @param {number} count @returns {Sums} */
export function termsOf(products, count) {
  const top = strongest(products, count);
  const lit = products.reduce((n, value) => n + (value === 0 ? 0 : 1), 0);
  const named = top.reduce((sum, { value }) => sum + value, 0);
  return {
    top,
    others: lit - top.length,
    rest: total(products) - named,
    dark: products.length - lit,
  };
}

/**
 * @param {import("../../worker/protocol.js").NetworkCard} network @param {Float32Array} parameters
 * @param {import("../../common/parameters.js").LayerPlace} place @param {Neuron} neuron @param {Float32Array} inputs
 * @returns {Squash}
 */
function squashOf(network, parameters, place, { layer, index }, inputs) {
  if (layer < network.layers.length - 1) return SQUASHES[network.hidden];
  if (network.output === "sigmoid") return SQUASHES.sigmoid;
  const sums = Array.from({ length: place.outputs }, (_, i) => {
    const weights = weightsOf(parameters, place, i);
    return weights.reduce((sum, w, k) => sum + w * inputs[k], parameters[place.biases + i]);
  });
  return softmax(sums.filter((_, i) => i !== index));
}

/** One output's share, the others being as they are: their sums. @param {number[]} others @returns {Squash} */
function softmax(others) {
  const of = (/** @type {number} */ z) =>
    1 / (1 + others.reduce((sum, other) => sum + Math.exp(other - z), 0));
  return { name: "softmax", sign: "softmax", of, bounded: true };
}

/** @param {Float32Array} values */
function total(values) {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
