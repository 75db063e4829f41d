/** Networks, by their layers and functions. */

/** Activation functions of the hidden layers, inside a sentence. */
export const activations = { sigmoid: "sigmoid", relu: "ReLU", step: "step (binary)" };
export const costs = { quadratic: "squared error", "cross-entropy": "cross-entropy" };

/**
 * A network's functions: "ReLU, softmax, cross-entropy".
 * @param {keyof typeof activations} activation
 * @param {boolean} isSoftmax  of the outputs
 * @param {keyof typeof costs} cost
 */
export const functions = (activation, isSoftmax, cost) =>
  [activations[activation], ...(isSoftmax ? ["softmax"] : []), costs[cost]].join(", ");

/**
 * Which random network it is: "sigmoid, squared error, seed 1".
 * @param {string | null} layers  "784-12-10", when they are not the usual ones
 * @param {string} functions
 * @param {number} seed
 */
export const randomNetwork = (layers, functions, seed) =>
  `${layers ? `layers ${layers}, ` : ""}${functions}, seed ${seed}`;
