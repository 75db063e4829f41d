/**
 * Writes ONNX files as other programs do, by the field numbers of onnx.proto, and runs them: the
 * judge of what a file computes is ONNX Runtime.
 */
import * as ort from "onnxruntime-web";
import { PbfWriter } from "pbf";
import { bytesOf, halfBits, upperBits } from "./safetensors.js";

/**
 * @typedef {object} Tensor
 * @property {number[]} dims
 * @property {ArrayLike<number>} [values]
 * @property {"F32" | "F16" | "F64" | "BF16" | "I64" | "I8" | "BOOL"} [dtype] F32 by default
 * @property {boolean} [isTyped] in the field of its type, not as raw bytes
 * @property {string} [location] of another file
 *
 * @typedef {{ f: number } | { i: number } | { s: string } | { t: Tensor } | { fs: number[] }
 *   | { is: number[] }} Attribute
 *
 * @typedef {object} Node
 * @property {string} op
 * @property {string[]} inputs @property {string[]} outputs
 * @property {string} [name] @property {string} [domain]
 * @property {Record<string, Attribute>} [attributes]
 *
 * @typedef {object} Value
 * @property {string} name
 * @property {number} [type] 1 float, 2 uint8, 10 float16, 11 double
 * @property {(number | string)[]} [dims]
 *
 * @typedef {object} Model
 * @property {number} [ir] @property {number} [opset] @property {string} [producer]
 * @property {Record<string, string>} [properties]
 * @property {Value[]} inputs @property {Value[]} outputs
 * @property {Node[]} nodes
 * @property {Record<string, Tensor>} [tensors]
 * @property {boolean} [tensorsAreInputs] of the graph as well, as IR 3 has it
 */

ort.env.wasm.numThreads = 1;
/** All that it may print. */
const ERRORS = /** @type {const} */ (3);

/** @type {Record<string, number>} */
const TYPES = { F32: 1, I8: 3, I64: 7, BOOL: 9, F16: 10, F64: 11, BF16: 16 };

/** @param {Tensor & { name?: string }} tensor @param {PbfWriter} out */
function writeTensor({ name = "", dims, values = [], dtype = "F32", isTyped, location }, out) {
  for (const size of dims) out.writeVarintField(1, size);
  out.writeVarintField(2, TYPES[dtype]);
  const all = Array.from(values);
  if (isTyped && dtype === "F32") out.writePackedFloat(4, all);
  else if (isTyped && dtype === "F16") out.writePackedVarint(5, all.map(halfBits));
  else if (isTyped && dtype === "BF16") out.writePackedVarint(5, all.map(upperBits));
  out.writeStringField(8, name);
  if (dtype === "I8" || dtype === "BOOL") out.writeBytesField(9, Uint8Array.from(all));
  else if (!isTyped && !location) out.writeBytesField(9, bytesOf(dtype, all));
  if (isTyped && dtype === "F64") out.writePackedDouble(10, all);
  if (location === undefined) return;
  out.writeMessage(13, writeProperty, ["location", location]);
  out.writeVarintField(14, 1);
}

/** @param {[string, string]} property @param {PbfWriter} out */
function writeProperty([key, value], out) {
  out.writeStringField(1, key);
  out.writeStringField(2, value);
}

/** @param {[string, any]} attribute @param {PbfWriter} out */
function writeAttribute([name, { f, i, s, t, fs, is }], out) {
  out.writeStringField(1, name);
  if (f !== undefined) out.writeFloatField(2, f);
  if (i !== undefined) out.writeVarintField(3, i);
  if (s !== undefined) out.writeBytesField(4, Buffer.from(s));
  if (t) out.writeMessage(5, writeTensor, t);
  for (const each of fs ?? []) out.writeFloatField(7, each);
  for (const each of is ?? []) out.writeVarintField(8, each);
  const type = [f, i, s, t, undefined, fs, is].findIndex((value) => value !== undefined) + 1;
  out.writeVarintField(20, type);
}

/** @param {Node} node @param {PbfWriter} out */
function writeNode({ op, inputs, outputs, name, domain, attributes = {} }, out) {
  for (const input of inputs) out.writeStringField(1, input);
  for (const output of outputs) out.writeStringField(2, output);
  if (name) out.writeStringField(3, name);
  out.writeStringField(4, op);
  for (const each of Object.entries(attributes)) out.writeMessage(5, writeAttribute, each);
  if (domain) out.writeStringField(7, domain);
}

/** @param {Value} value @param {PbfWriter} out */
function writeValue({ name, type = 1, dims = ["N", 784] }, out) {
  out.writeStringField(1, name);
  out.writeMessage(
    2,
    (_, typed) =>
      typed.writeMessage(
        1,
        (_, tensor) => {
          tensor.writeVarintField(1, type);
          tensor.writeMessage(2, writeShape, dims);
        },
        0,
      ),
    0,
  );
}

/** @param {(number | string)[]} dims @param {PbfWriter} out */
function writeShape(dims, out) {
  for (const each of dims) {
    out.writeMessage(
      1,
      (size, dim) => {
        if (typeof size === "string") dim.writeStringField(2, size);
        else dim.writeVarintField(1, size);
      },
      each,
    );
  }
}

/** @param {Model} model @param {PbfWriter} out */
function writeGraph({ nodes, tensors = {}, tensorsAreInputs, inputs, outputs }, out) {
  for (const node of nodes) out.writeMessage(1, writeNode, node);
  out.writeStringField(2, "main_graph");
  for (const [name, tensor] of Object.entries(tensors))
    out.writeMessage(5, writeTensor, { name, ...tensor });
  for (const value of inputs) out.writeMessage(11, writeValue, value);
  if (tensorsAreInputs) {
    for (const [name, { dims, dtype = "F32" }] of Object.entries(tensors))
      out.writeMessage(11, writeValue, { name, dims, type: TYPES[dtype] });
  }
  for (const value of outputs) out.writeMessage(12, writeValue, value);
}

/** The file of a model. @param {Model} model @returns {Uint8Array} */
export function onnxFileOf(model) {
  const { ir = 8, opset = 13, producer = "pytorch", properties = {} } = model;
  const out = new PbfWriter();
  out.writeVarintField(1, ir);
  out.writeStringField(2, producer);
  out.writeMessage(7, writeGraph, model);
  out.writeMessage(8, (version, id) => id.writeVarintField(2, version), opset);
  for (const each of Object.entries(properties)) out.writeMessage(14, writeProperty, each);
  return out.finish().slice();
}

/**
 * What ONNX Runtime says to images, one after the other.
 * @param {Uint8Array} file
 * @param {readonly Float32Array[]} images 784 in 0…1 each
 * @param {(pixels: Float32Array) => ort.Tensor} [tensorOf] what the file takes
 * @returns {Promise<number[][]>} the ten outputs of each
 */
export async function judged(file, images, tensorOf = tensor()) {
  const options = { executionProviders: ["wasm"], logSeverityLevel: ERRORS };
  const session = await ort.InferenceSession.create(file, options);
  try {
    const [input] = session.inputNames;
    const [output] = session.outputNames;
    const all = [];
    for (const pixels of images) {
      const results = await session.run({ [input]: tensorOf(pixels) });
      all.push(Array.from(/** @type {Float32Array} */ (results[output].data)));
    }
    return all;
  } finally {
    await session.release();
  }
}

/**
 * One image as a tensor.
 * @param {"float32" | "float64" | "uint8"} [type] @param {number[]} [dims]
 * @param {number} [white] of a white pixel
 * @returns {(pixels: Float32Array) => ort.Tensor}
 */
export const tensor = (type = "float32", dims = [1, 784], white = 1) => {
  const arrays = { float32: Float32Array, float64: Float64Array, uint8: Uint8Array };
  return (pixels) => {
    const values = Array.from(pixels, (pixel) => pixel * white);
    return new ort.Tensor(type, /** @type {any} */ (arrays[type].from(values)), dims);
  };
};
