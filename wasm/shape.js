// What a network is: the names and sizes that its options may have.

import * as check from "./check.js";
import {
  checkNames,
  classes,
  lists,
  maxLayers,
  maxWidth,
  numbersOf,
  pixelCount,
} from "./tables.js";

/** @import { NetworkOptions } from "./network.js" */

/** The names that a network's functions may have. */
export const { activations: hiddens, outputs, costs } = lists;

/**
 * The options as the engine's constructor takes them.
 * @param {NetworkOptions} options
 */
export function shape(options) {
  checkNames("network", "network", options, ["layers", "seed"]);
  const given = options.layers ?? [pixelCount, 16, 16, classes];
  if (!Array.isArray(given)) throw new TypeError("layers: expected an array of sizes");
  const layers = Array.from(given); // without holes
  check.integer("layers.length", layers.length, 2, maxLayers + 1);
  layers.forEach((size, l) => {
    check.integer(`layers[${l}]`, size, 1, maxWidth);
  });
  check.integer("layers[0]", layers[0], pixelCount, pixelCount);
  check.integer(`layers[${layers.length - 1}]`, layers[layers.length - 1], classes, classes);
  const [hidden, output, cost] = numbersOf("network", options);
  return { layers, hidden, output, cost, seed: check.seed(options.seed ?? 1) };
}
