/**
 * What one neuron does, taken apart: inputs × weights, their sum, the bias, the activation
 * function.
 *
 * @typedef {import("../../model/state.js").State} State
 * @typedef {{ layer: number, index: number }} Neuron  layer 1 is the first hidden one
 *
 * @typedef {object} Anatomy
 * @property {Neuron} neuron
 * @property {number} last  layer of the outputs
 * @property {boolean} hasPixels  its inputs are the 784 pixels, not neurons
 * @property {number} weightsAt  index of its first weight among all parameters
 * @property {number} biasAt
 * @property {Float32Array} inputs
 * @property {Float32Array} weights
 * @property {Float32Array} products  weights × inputs
 * @property {number} sum  of the products
 * @property {number} bias
 * @property {number} z  sum + bias
 * @property {import("./activation-function.js").ActivationFunction} activationFunction
 * @property {number} activation  of z; of a function that only the engine knows it is what the
 *   engine read, NaN before there is a reading
 *
 * @typedef {object} Terms
 * @property {{ index: number, value: number }[]} top  the largest products, largest first
 * @property {number} others  how many more are not 0
 * @property {number} rest  their sum
 * @property {number} zeros  how many are 0
 *
 * @typedef {{ neuron: Neuron, network: State["network"] }} Initial  network: the one it was chosen
 *   for, or null
 */
import { places, strongest, weightsOf } from "../../common/parameters.js";
import { activationFunctionOf } from "./activation-function.js";

/** Neither dark nor fully lit: most is to be seen at an activation near this one. */
const TYPICAL_ACTIVATION = 0.7;

/** @type {Initial} */
export const FIRST_NEURON = { neuron: { layer: 1, index: 0 }, network: null };

/**
 * The neuron picked on the page, if it has weights.
 * @param {State} state
 * @returns {Neuron | null}
 */
export function pickedNeuron({ neuron, network }) {
  const count = network?.layers[neuron?.layer ?? 0] ?? 0;
  return neuron?.layer && neuron.index < count ? neuron : null;
}

/**
 * The neuron shown before any is picked: of the first layer, the one of the most typical activation
 * for the first input. It stays the same until a network of another shape comes.
 * @param {State} state
 * @param {Initial} before
 * @returns {Initial}
 */
export function initialNeuron({ network, reading }, before) {
  if (!network || before.network === network) return before;
  const values = reading?.activations[1];
  const isRead = reading?.answer !== null && values?.length === network.layers[1];
  if (!isRead) return FIRST_NEURON;
  const distances = [...values].map((value) => Math.abs(value - TYPICAL_ACTIVATION));
  return { neuron: { layer: 1, index: distances.indexOf(Math.min(...distances)) }, network };
}

/**
 * @param {Pick<State, "network" | "parameters" | "reading">} state @param {Neuron} neuron
 * @returns {Anatomy | null} null when there is no network yet
 */
export function anatomyOf({ network, parameters, reading }, neuron) {
  if (!network || parameters?.length !== network.parameterCount) return null;
  const { layer, index } = neuron;
  const place = places(network.layers)[layer - 1];
  const read = reading?.activations[layer - 1];
  const inputs = read?.length === place.inputs ? read : new Float32Array(place.inputs);
  const weights = weightsOf(parameters, place, index);
  const bias = parameters[place.biases + index];
  const products = weights.map((w, i) => w * inputs[i]);
  const sum = total(products);
  const activationFunction = activationFunctionOf(network, parameters, place, neuron, inputs);
  return {
    neuron,
    last: network.layers.length - 1,
    hasPixels: layer === 1,
    weightsAt: place.weights + index * place.inputs,
    biasAt: place.biases + index,
    inputs,
    weights,
    products,
    sum,
    bias,
    z: sum + bias,
    activationFunction,
    activation:
      activationFunction.of?.(sum + bias) ?? reading?.activations[layer]?.[index] ?? Number.NaN,
  };
}

/**
 * The sum as a few large terms and what is left.
 * @param {Float32Array} products
 * @param {number} count
 * @returns {Terms}
 */
export function termsOf(products, count) {
  const top = strongest(products, count);
  const nonZero = products.reduce((n, value) => n + (value === 0 ? 0 : 1), 0);
  const named = top.reduce((sum, { value }) => sum + value, 0);
  return {
    top,
    others: nonZero - top.length,
    rest: total(products) - named,
    zeros: products.length - nonZero,
  };
}

/** @param {Float32Array} values */
function total(values) {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
