/**
 * The activation functions, as functions of one neuron's weighted sum z.
 *
 * @typedef {object} ActivationFunction
 * @property {string} name
 * @property {string} symbol  as it stands in formulas
 * @property {((z: number) => number) | null} of  null: only the engine knows
 * @property {boolean} isBounded  never above 1
 * @property {boolean} [isOneOfTen]  depends on the other outputs, too
 */
import { weightsOf } from "../../common/parameters.js";
import * as texts from "../../texts/en/inside.js";
import { activations } from "../../texts/en/starts.js";

/** Those that the page can compute by itself. */
const FUNCTIONS = {
  sigmoid: {
    name: texts.sigmoid,
    symbol: "σ",
    of: (/** @type {number} */ z) => 1 / (1 + Math.exp(-z)),
    isBounded: true,
  },
  relu: {
    name: texts.relu,
    symbol: "ReLU",
    of: (/** @type {number} */ z) => Math.max(0, z),
    isBounded: false,
  },
  step: {
    name: texts.step,
    symbol: "step",
    of: (/** @type {number} */ z) => (z < 0 ? 0 : 1),
    isBounded: true,
  },
};

/**
 * @param {import("../../worker/protocol.js").NetworkCard} network @param {Float32Array} parameters
 * @param {import("../../common/parameters.js").LayerPlace} place  of the neuron's layer
 * @param {{ layer: number, index: number }} neuron @param {Float32Array} inputs  of its layer
 * @returns {ActivationFunction}
 */
export function activationFunctionOf(network, parameters, place, { layer, index }, inputs) {
  if (layer < network.layers.length - 1) return hiddenFunction(network.hidden);
  if (network.output === "sigmoid") return FUNCTIONS.sigmoid;
  const others = [];
  for (let i = 0; i < place.outputs; i++) {
    if (i !== index) others.push(sumOf(weightsOf(parameters, place, i), inputs) + biasOf(i));
  }
  return softmax(others);

  /** @param {number} i */
  function biasOf(i) {
    return parameters[place.biases + i];
  }
}

/** @param {string} name @returns {ActivationFunction} */
function hiddenFunction(name) {
  /** @type {Record<string, ActivationFunction>} */
  const known = FUNCTIONS;
  const other = { name: activations[name] ?? name, symbol: "f", of: null, isBounded: false };
  return known[name] ?? other;
}

/**
 * One output's softmax as a function of its own sum.
 * @param {number[]} others  sums of the other outputs
 * @returns {ActivationFunction}
 */
function softmax(others) {
  const of = (/** @type {number} */ z) =>
    1 / (1 + others.reduce((sum, other) => sum + Math.exp(other - z), 0));
  return { name: texts.softmax, symbol: "softmax", of, isBounded: true, isOneOfTen: true };
}

/** @param {Float32Array} weights @param {Float32Array} inputs */
function sumOf(weights, inputs) {
  return weights.reduce((sum, w, k) => sum + w * inputs[k], 0);
}
