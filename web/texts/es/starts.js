/** Networks, by their layers and functions. */

/**
 * Activation functions of the hidden layers, inside a sentence; others by the engine's name.
 * @type {Record<string, string>}
 */
export const activations = {
  sigmoid: "sigmoide",
  relu: "ReLU",
  step: "escalón (binaria)",
  leaky_relu: "leaky ReLU",
};
/** @type {Record<string, string>} */
export const costs = { quadratic: "error cuadrático", "cross-entropy": "entropía cruzada" };

/**
 * A network's functions: "ReLU, softmax, entropía cruzada".
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
 * Which random network it is: "sigmoide, error cuadrático, semilla 1".
 * @param {string | null} layers  "784-12-10", when they are not the usual ones
 * @param {string} functions
 * @param {number} seed
 */
export const randomNetwork = (layers, functions, seed) =>
  `${layers ? `capas ${layers}, ` : ""}${functions}, semilla ${seed}`;
