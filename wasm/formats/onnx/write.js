// Networks of this engine as ONNX files.

import { modelFile } from "./messages.js";

/**
 * @import { Network } from "../../network.js"
 * @import { Activation, OutputFunction } from "../../tables.js"
 * @import { Attribute, NodeMessage, TensorMessage, ValueMessage } from "./messages.js"
 *
 * @typedef {{ op: string, attributes?: Attribute[], others?: string[] }} Operation others: inputs
 *   beside the value @internal
 */

/** ONNX 1.8, of 2020: runtimes of then and of now take it. Newer ones add nothing needed here. */
const [IR_VERSION, OPSET] = [7, 13];
/** The data type of all tensors: float32. */
const FLOAT = 1;

/** @param {string} name @param {number} float @returns {Attribute} */
const floatAttribute = (name, float) => ({ name, float, type: 1 });
/** @param {string} name @param {number} int @returns {Attribute} */
const intAttribute = (name, int) => ({ name, int, type: 2 });

/** The constant that weighted sums are compared with. */
const ZERO = "zero";
/** As core/activation.c computes them. @type {Record<Activation, Operation[]>} */
const ACTIVATIONS = {
  sigmoid: [{ op: "Sigmoid" }],
  relu: [{ op: "Relu" }],
  step: [
    { op: "Less", others: [ZERO] },
    { op: "Not" },
    { op: "Cast", attributes: [intAttribute("to", FLOAT)] },
  ],
  leaky_relu: [{ op: "LeakyRelu", attributes: [floatAttribute("alpha", 0.01)] }],
};
/** @type {Record<OutputFunction, Operation[]>} */
const OUTPUTS = {
  sigmoid: [{ op: "Sigmoid" }],
  softmax: [{ op: "Softmax", attributes: [intAttribute("axis", 1)] }],
};

/** @param {Network} net @returns {NodeMessage[]} */
function nodesOf({ layers, hidden, output }) {
  /** @type {NodeMessage[]} */
  const nodes = [];
  let value = "pixels";
  /** @param {Operation} operation @param {string} name @param {string} result */
  const add = ({ op, attributes = [], others = [] }, name, result) => {
    nodes.push({ op, name, inputs: [value, ...others], outputs: [result], attributes });
    value = result;
  };
  const last = layers.length - 2;
  for (let l = 0; l <= last; l += 1) {
    const name = `layers.${l}`;
    const others = [`${name}.weight`, `${name}.bias`];
    add({ op: "Gemm", attributes: [intAttribute("transB", 1)], others }, name, `${name}.sums`);
    const operations = l < last ? ACTIVATIONS[hidden] : OUTPUTS[output];
    operations.forEach((operation, i) => {
      const isDone = i === operations.length - 1;
      const result = isDone ? `${name}.activations` : `${name}.${operation.op.toLowerCase()}`;
      const isOutput = isDone && l === last;
      add(operation, `${name}.${operation.op}`, isOutput ? "outputs" : result);
    });
  }
  return nodes;
}

/** Numbers as bytes, the lowest first, as ONNX has them. @param {Float32Array} values */
const bytesOf = ({ buffer, byteOffset, byteLength }) =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** @param {Network} net @param {Float32Array} parameters @returns {TensorMessage[]} */
function tensorsOf({ layers }, parameters) {
  let at = 0;
  /** @param {string} name @param {number[]} dims */
  const next = (name, dims) => {
    const from = at;
    at += dims.reduce((product, size) => product * size);
    return { name, dims, type: FLOAT, raw: bytesOf(parameters.subarray(from, at)) };
  };
  return layers
    .slice(1)
    .flatMap((size, l) => [
      next(`layers.${l}.weight`, [size, layers[l]]),
      next(`layers.${l}.bias`, [size]),
    ]);
}

/** Rows of any batch. @param {string} name @param {number} size @returns {ValueMessage} */
const value = (name, size) => ({
  name,
  type: { tensor: { type: FLOAT, shape: { dims: [{ symbol: "batch" }, { size }] } } },
});

/**
 * An ONNX file of a network: `pixels` (batch, 784), in 0…1, to `outputs` (batch, 10). Its weights
 * are the network's to the bit. Throws when a parameter is not finite.
 * @param {Network} net
 * @param {{ note?: string }} [options] the note is the file's doc_string
 * @returns {Uint8Array}
 */
export function onnxOf(net, { note = "" } = {}) {
  if (typeof note !== "string") throw new TypeError("note: expected a text");
  const { layers, hidden, output, costName: cost, parameters } = net;
  const wrong = parameters.findIndex((parameter) => !Number.isFinite(parameter));
  if (wrong >= 0) {
    const found = `parameter ${wrong} is ${parameters[wrong]}`;
    throw new Error(`onnxOf: ${found}: a network with such a parameter cannot be opened again`);
  }
  const nodes = nodesOf(net);
  const isComparing = nodes.some(({ inputs }) => inputs.includes(ZERO));
  const zero = { name: ZERO, dims: [], type: FLOAT, raw: new Uint8Array(4) };
  const model = {
    irVersion: IR_VERSION,
    producer: "downhill",
    note,
    opsets: [{ version: OPSET }],
    properties: Object.entries({ hidden, output, cost }).map(([key, value]) => ({ key, value })),
    graph: {
      nodes,
      name: layers.join("-"),
      initializers: [...tensorsOf(net, parameters), ...(isComparing ? [zero] : [])],
      inputs: [value("pixels", layers[0])],
      outputs: [value("outputs", layers[layers.length - 1])],
    },
  };
  return modelFile(model, parameters.byteLength + 3 * note.length + 20_000);
}
