/** Networks, by their layers and functions. */

/**
 * Activation functions of the hidden layers, inside a sentence; others by the engine's name.
 * @type {Record<string, string>}
 */
export const activations = {
  sigmoid: "sigmoid",
  relu: "ReLU",
  step: "阶跃（二值）",
  leaky_relu: "leaky ReLU",
};
/** @type {Record<string, string>} */
export const costs = { quadratic: "平方误差", "cross-entropy": "交叉熵" };

/**
 * A network's functions: "ReLU，softmax，交叉熵".
 * @param {string} activation
 * @param {boolean} isSoftmax  of the outputs
 * @param {string} cost
 */
export const functions = (activation, isSoftmax, cost) =>
  [
    activations[activation] ?? activation,
    ...(isSoftmax ? ["softmax"] : []),
    costs[cost] ?? cost,
  ].join("，");

/**
 * Which random network it is: "sigmoid，平方误差，种子 1".
 * @param {string | null} layers  "784-12-10", when they are not the usual ones
 * @param {string} functions
 * @param {number} seed
 */
export const randomNetwork = (layers, functions, seed) =>
  `${layers ? `各层 ${layers}，` : ""}${functions}，种子 ${seed}`;
