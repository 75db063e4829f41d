// Fully connected networks in ONNX files of any origin.

import { defined, guessed, networkOf } from "../guess.js";
import { modelIn } from "./messages.js";
import { foundIn } from "./network.js";

/**
 * @import { Network } from "../../network.js"
 * @import { Engine, Foreign, Functions, Given, Opened } from "../open.js"
 * @import { Found } from "./network.js"
 * @import { ModelMessage } from "./messages.js"
 */

const FUNCTIONS = ["hidden", "output", "cost"];
const PLAIN = { mean: 0, deviation: 1 };

/** What a file of this engine's says; null: it is another's. @param {ModelMessage} model */
function saidIn({ producer, properties }) {
  const said = new Map(properties.map(({ key, value }) => [key, value]));
  const isOwn = producer === "downhill" && FUNCTIONS.every((name) => said.has(name));
  return isOwn ? /** @type {Functions} */ (Object.fromEntries(said)) : null;
}

/**
 * The same network with its note.
 * @param {Engine} engine @param {Network} net @param {string} note
 */
function noted(engine, net, note) {
  if (!note) return net;
  try {
    return engine.load(net.save({ note }));
  } finally {
    net.free();
  }
}

/**
 * The network in an ONNX file of any origin, the caller's to free: fully connected layers (Gemm, or
 * MatMul and Add) from 784 pixels to ten outputs, with Sigmoid, Relu, LeakyRelu or a step between
 * them, in F64, F32, F16 or BF16; pixels may be normalised before. Throws an error that says what
 * is wrong and names the node or tensor.
 * @param {Engine} engine
 * @param {Uint8Array} bytes
 * @param {Given} [given] goes before what the file says and what would be guessed
 * @returns {Opened} its note is the file's doc_string when the file is of this engine
 */
export function openOnnx(engine, bytes, given = {}) {
  const model = modelIn(bytes);
  const { layers, dtypes, said } = foundIn(model.graph);
  const own = saidIn(model);
  const told = defined(given);
  const isPlain = dtypes.join() === "F32" && !said.pixels && !Object.keys(told).length;
  if (own && isPlain) {
    const net = networkOf(engine, layers, { ...own, ...said }, PLAIN);
    return { net: noted(engine, net, model.note), foreign: null };
  }
  const known = { ...(own && { ...own, pixels: PLAIN }), ...said, ...told };
  const { net, ...rest } = guessed(engine, layers, known);
  return { net, foreign: { names: layers.map(({ name }) => name), dtypes, ...rest } };
}
