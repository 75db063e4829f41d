// downhill export

import { onnxOf } from "../wasm/formats/onnx.js";
import { noteFor, readNote } from "../web/common/model-note.js";
import { write } from "./files.js";
import { modelOf } from "./model.js";
import { UsageError } from "./usage.js";

/**
 * @import { Engine } from "../wasm/formats/open.js"
 * @import { Network } from "../wasm/network.js"
 * @import { Values } from "./usage.js"
 * @import { Output } from "./output.js"
 */

/** What is written, by the ending. @type {Record<string, (net: Network) => Uint8Array | string>} */
const FORMATS = {
  onnx: (net) => onnxOf(net, { note: noteFor(net, net.note) }),
  safetensors: (net) => net.save({ note: noteFor(net, net.note) }),
  json,
};

/**
 * The numbers as anybody reads them: weights (outputs, inputs) row by row.
 * @param {Network} net
 */
function json(net) {
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
  const { note } = readNote(net.note);
  return `${JSON.stringify({ hidden, output, cost, fingerprint, note, layers: each })}\n`;
}

/**
 * @param {Engine} engine @param {Values} values @param {string[]} inputs @param {Output} output
 */
export async function exported(engine, values, [model, path], output) {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1].toLowerCase() ?? "";
  if (!Object.hasOwn(FORMATS, ending)) {
    const known = Object.keys(FORMATS).map((name) => `.${name}`);
    throw new UsageError(`export: expected a file that ends in ${known.join(", ")}, got ${path}`);
  }
  const { net, name } = await modelOf(engine, model, values, output);
  const content = FORMATS[ending](net);
  await write(path, content);
  const { fingerprint } = net;
  output.say(`${name}, fingerprint ${fingerprint}, saved as ${path}`);
  output.record({ model: name, fingerprint, file: path });
  return 0;
}
