// The formats that a network is written in, by the ending of the file's name.

import { onnxOf } from "../wasm/formats/onnx.js";
import { noteFor, readNote } from "../web/common/model-note.js";
import { UsageError } from "./usage.js";

/**
 * @import { Network } from "../wasm/network.js"
 *
 * @typedef {(net: Network, note: string) => Uint8Array | string} Format
 */

/** @type {Record<string, Format>} */
export const FORMATS = {
  onnx: (net, note) => onnxOf(net, { note }),
  safetensors: (net, note) => net.save({ note }),
  json,
};

/**
 * The numbers as anybody reads them: weights (outputs, inputs) row by row.
 * @param {Network} net @param {string} note
 */
function json(net, note) {
  const { layers, hidden, output, costName: cost, fingerprint, parameters } = net;
  let at = 0;
  const take = (/** @type {number} */ count) => {
    at += count;
    return [...parameters.subarray(at - count, at)];
  };
  const each = layers.slice(1).map((outputs, i) => {
    const inputs = layers[i];
    const weights = Array.from({ length: outputs }, () => take(inputs));
    return { inputs, outputs, weights, biases: take(outputs) };
  });
  const about = { hidden, output, cost, fingerprint, note: readNote(note).note };
  return `${JSON.stringify({ ...about, layers: each })}\n`;
}

/**
 * Throws a UsageError when nothing is known that is called so.
 * @param {string} what "export", or the option that has the name
 * @param {string} path @param {readonly string[]} [endings] that are taken
 */
export function checkEnding(what, path, endings = Object.keys(FORMATS)) {
  const ending = endingOf(path);
  if (endings.includes(ending)) return;
  const known = endings.map((name) => `.${name}`).join(" or ");
  throw new UsageError(`${what}: expected a file that ends in ${known}, got ${path}`);
}

/** @param {string} path */
const endingOf = (path) => /\.([^./\\]+)$/.exec(path)?.[1].toLowerCase() ?? "";

/**
 * What goes into the file.
 * @param {string} path whose ending was checked @param {Network} net
 * @param {string} words of its note, without the checksum
 */
export const contentFor = (path, net, words) => FORMATS[endingOf(path)](net, noteFor(net, words));
