/** Networks, by their layers and functions. */

/**
 * Activation functions of the hidden layers, inside a sentence; others by the engine's name.
 * @type {Record<string, string>}
 */
export const activations = {
  sigmoid: "sigmoid",
  relu: "ReLU",
  step: "step (binary)",
  leaky_relu: "leaky ReLU",
};
/** @type {Record<string, string>} */
export const costs = { quadratic: "squared error", "cross-entropy": "cross-entropy" };

/**
 * A network's functions: "ReLU, softmax, cross-entropy".
 * @param {string} activation
 * @param {boolean} isSoftmax  of the outputs
 * @param {string} cost
 */
export const functions = (activation, isSoftmax, cost) =>
  [
    activations[activation] ?? activation,
    ...(isSoftmax ? ["softmax"] : []),
    costs[cost] ?? cost,
  ].join(", ");

/**
 * Which random network it is: "sigmoid, squared error, seed 1".
 * @param {string | null} layers  "784-12-10", when they are not the usual ones
 * @param {string} functions
 * @param {number} seed
 */
export const randomNetwork = (layers, functions, seed) =>
  `${layers ? `layers ${layers}, ` : ""}${functions}, seed ${seed}`;
