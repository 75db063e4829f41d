/** Networks, by their layers and functions. */

/**
 * Activation functions of the hidden layers, inside a sentence; others by the engine's name.
 * @type {Record<string, string>}
 */
export const activations = {
  sigmoid: "Sigmoid",
  relu: "ReLU",
  step: "Stufe (binär)",
  leaky_relu: "Leaky ReLU",
};
/** @type {Record<string, string>} */
export const costs = { quadratic: "quadratischer Fehler", "cross-entropy": "Kreuzentropie" };

/**
 * A network's functions: "ReLU, Softmax, Kreuzentropie".
 * @param {string} activation
 * @param {boolean} isSoftmax  of the outputs
 * @param {string} cost
 */
export const functions = (activation, isSoftmax, cost) =>
  [
    activations[activation] ?? activation,
    ...(isSoftmax ? ["Softmax"] : []),
    costs[cost] ?? cost,
  ].join(", ");

/**
 * Which random network it is: "Sigmoid, quadratischer Fehler, Seed 1".
 * @param {string | null} layers  "784-12-10", when they are not the usual ones
 * @param {string} functions
 * @param {number} seed
 */
export const randomNetwork = (layers, functions, seed) =>
  `${layers ? `Schichten ${layers}, ` : ""}${functions}, Seed ${seed}`;
