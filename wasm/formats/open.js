// Networks of other programs, opened beside those of this engine. These modules import nothing of
// the engine's, which is given to them: they are loaded when such a file comes.

import { defined, guessed } from "./guess.js";
import { layersIn } from "./layers.js";
import { tensorsIn } from "./safetensors.js";

/**
 * @import { Network, NetworkOptions } from "../network.js"
 * @import { Pixels } from "./guess.js"
 *
 * @typedef {Awaited<ReturnType<typeof import("../engine.js").loadEngine>>} Engine
 *
 * @typedef {object} Functions
 * @property {NonNullable<NetworkOptions["hidden"]>} hidden of the hidden neurons
 * @property {NonNullable<NetworkOptions["output"]>} output of the outputs
 * @property {NonNullable<NetworkOptions["cost"]>} cost that training lowers
 *
 * @typedef {Partial<Functions> & { pixels?: Pixels }} Given what a file may not say
 *
 * @typedef {object} Foreign about a network that another program made
 * @property {string[]} names of its layers, in order
 * @property {string[]} dtypes of its tensors
 * @property {Functions & { pixels: Pixels }} taken as what it was taken. `pixels` are folded into
 *   the weights of the first layer: the network that was opened takes pixels in 0…1
 * @property {(keyof Functions | "pixels")[]} guessed of these, what nobody said
 * @property {number} accuracy of built-in handwriting, 0…1
 *
 * @typedef {{ net: Network, foreign: Foreign | null }} Opened null: a file of this engine's
 */

/**
 * The network in a safetensors file of any origin, the caller's to free: of this engine as
 * engine.load has it; else fully connected layers under any usual names (`fc1.weight`, `0.weight`,
 * `layers.0.weight`, `dense/kernel:0`) in F64, F32, F16 or BF16. Throws an error that says what is
 * wrong and names the tensor.
 * @param {Engine} engine
 * @param {Uint8Array} bytes
 * @param {Given} [given] goes before what the file says and what would be guessed
 * @returns {Opened}
 */
export function openModel(engine, bytes, given = {}) {
  /** @type {Error} */
  let own;
  try {
    return { net: engine.load(bytes), foreign: null };
  } catch (error) {
    own = error;
  }
  const { metadata, tensors } = tensorsIn(bytes);
  // A damaged file of this engine's is not to be guessed at.
  if (metadata.format === "downhill") throw own;
  const layers = layersIn(tensors);
  const { net, ...found } = guessed(engine, layers, {
    ...functionsIn(metadata),
    ...defined(given),
  });
  const dtypes = [...new Set(tensors.map(({ dtype }) => dtype))];
  return { net, foreign: { names: layers.map(({ name }) => name), dtypes, ...found } };
}

/**
 * What the metadata say; engine.network refuses words that are not its own.
 * @param {Record<string, any>} metadata
 * @returns {Given}
 */
function functionsIn({ hidden, output, cost }) {
  const said = Object.entries({ hidden, output, cost });
  return Object.fromEntries(said.filter(([, word]) => typeof word === "string"));
}
