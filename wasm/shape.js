// What a network is: the names and sizes that its options may have.

import * as check from "./check.js";

/** @import { NetworkOptions } from "./network.js" */

export const hiddens = /** @type {const} */ (["sigmoid", "relu", "step"]);
export const outputs = /** @type {const} */ (["sigmoid", "softmax"]);
export const costs = /** @type {const} */ (["quadratic", "cross-entropy"]);

export const pixelCount = 784;
export const classes = 10;
export const maxLayers = 8;
const maxWidth = 4096;

/**
 * The options as the engine's constructor takes them.
 * @param {NetworkOptions} options
 */
export function shape(options) {
  check.options("network", options, ["layers", "hidden", "output", "cost", "seed"]);
  const given = options.layers ?? [784, 16, 16, 10];
  if (!Array.isArray(given)) throw new TypeError("layers: expected an array of sizes");
  const layers = Array.from(given); // without holes
  check.integer("layers.length", layers.length, 2, maxLayers + 1);
  layers.forEach((size, l) => {
    check.integer(`layers[${l}]`, size, 1, maxWidth);
  });
  check.integer("layers[0]", layers[0], pixelCount, pixelCount);
  check.integer(`layers[${layers.length - 1}]`, layers[layers.length - 1], classes, classes);
  return {
    layers,
    hidden: check.oneOf("hidden", options.hidden ?? "sigmoid", hiddens),
    output: check.oneOf("output", options.output ?? "sigmoid", outputs),
    cost: check.oneOf("cost", options.cost ?? "quadratic", costs),
    seed: check.seed(options.seed ?? 1),
  };
}
