// The graph of an ONNX file: the way from its input to its output, and its constants.

import { transposed } from "../layers.js";
import { areSizes, countOf, joined, malformed, quoted, tensorOf } from "../tensors.js";
import { intsIn } from "./messages.js";

/**
 * @import { Tensor } from "../tensors.js"
 * @import { Attribute, GraphMessage, NodeMessage, TensorMessage } from "./messages.js"
 *
 * @typedef {object} Step a node on the way
 * @property {NodeMessage} node
 * @property {number} at which of its inputs comes from the step before
 */

/** Data types by their numbers; those that are read have the names of safetensors. */
const TYPES = [
  ...["UNDEFINED", "F32", "UINT8", "INT8", "UINT16", "INT16", "INT32", "INT64", "STRING", "BOOL"],
  ...["F16", "F64", "UINT32", "UINT64", "COMPLEX64", "COMPLEX128", "BF16"],
];
/** Types that are read, and how numbers of them may stand outside `raw`. */
const FLOATS = /** @type {const} */ ({
  F32: "floats",
  F64: "doubles",
  F16: "int32s",
  BF16: "int32s",
});
const IN_ANOTHER_FILE = 1;
/** Nodes that a constant may come through. */
const MOST_NODES = 16;

/** The name of a data type. @param {number} type */
export const typeName = (type) => TYPES[type] ?? `of number ${type}`;
/** @param {number} type @returns {boolean} */
export const isFloat = (type) => typeName(type) in FLOATS;

/** A node in a sentence. @param {NodeMessage} node */
export const called = ({ name, op, outputs }) => `${quoted(name || outputs[0])} (${quotedOp(op)})`;
/** @param {string} op */
const quotedOp = (op) => (op.length > 40 ? `${op.slice(0, 40)}…` : op);

/** @param {NodeMessage} node @param {string} name */
export const attributeOf = ({ attributes }, name) => attributes.find((each) => each.name === name);
/** @param {NodeMessage} node @param {string} name @param {number} otherwise */
export const intOf = (node, name, otherwise) => {
  const found = attributeOf(node, name);
  return found ? (found.int ?? 0) : otherwise;
};
/** @param {NodeMessage} node @param {string} name @param {number} otherwise */
export const floatOf = (node, name, otherwise) => {
  const found = attributeOf(node, name);
  return found ? (found.float ?? 0) : otherwise;
};

/** 16 bits of each number, which stand in one whole number. @param {TensorMessage} tensor */
function halves({ name, dims, int32s = [] }) {
  const ints = intsIn(joined(int32s, Uint8Array), countOf(dims));
  if (!ints) throw malformed(`${quoted(name)} has not as many numbers as its shape needs`);
  const bytes = new DataView(new ArrayBuffer(ints.length * 2));
  ints.forEach((bits, i) => {
    bytes.setUint16(2 * i, bits, true);
  });
  return new Uint8Array(bytes.buffer);
}

/** @param {TensorMessage} message @returns {Tensor} */
function tensorIn(message) {
  const { name, dims, type, external = [], location, raw } = message;
  if (location === IN_ANOTHER_FILE || external.length) {
    throw new Error(
      `${quoted(name)} is in another file: expected all weights in this one, as PyTorch writes ` +
        "them with external_data=False",
    );
  }
  if (!areSizes(dims)) throw malformed(`${quoted(name)} has a shape of no sizes`);
  const dtype = typeName(type);
  if (!isFloat(type) || raw) return tensorOf(name, dtype, dims, raw ?? new Uint8Array());
  const field = FLOATS[/** @type {keyof typeof FLOATS} */ (dtype)];
  const bytes = field === "int32s" ? halves(message) : joined(message[field] ?? [], Uint8Array);
  return tensorOf(name, dtype, dims, bytes);
}

/** The value of a Constant node. @param {NodeMessage} node */
function constantIn({ attributes: [attribute], outputs: [name] }) {
  /** @param {Float32Array} values @param {number[]} shape @returns {Tensor} */
  const plain = (values, shape) => ({ name, dtype: "F32", shape, values: () => values });
  const { name: kind, float, tensor, floats = [] } = attribute ?? {};
  if (kind === "value" && tensor) return tensorIn({ ...tensor, name: tensor.name || name });
  if (kind === "value_float") return plain(Float32Array.of(float ?? 0), []);
  if (kind !== "value_floats") return plain(new Float32Array(), [0]); // no number
  const bytes = joined(floats, Uint8Array);
  return tensorOf(name, "F32", [Math.floor(bytes.length / 4)], bytes);
}

/** @param {Tensor} tensor @param {NodeMessage} node @returns {Tensor} */
function turned(tensor, node) {
  const [rows, columns, ...others] = tensor.shape;
  if (columns === undefined || others.length) {
    throw new Error(`${called(node)} transposes ${quoted(tensor.name)}: expected 2 dimensions`);
  }
  const { ints = [1, 0] } = attributeOf(node, "perm") ?? {};
  if (ints.join() === "0,1") return tensor;
  const values = () => transposed(tensor.values(), rows, columns);
  return { ...tensor, shape: [columns, rows], values };
}

/** Nodes and tensors by the names of their values. */
export class Graph {
  #graph;
  /** @type {Map<string, NodeMessage>} */
  #producers = new Map();
  /** @type {Map<string, TensorMessage>} */
  #initializers = new Map();
  /** Data types of the tensors that were asked for. @type {Set<string>} */
  dtypes = new Set();

  /** @param {GraphMessage} graph */
  constructor(graph) {
    this.#graph = graph;
    for (const node of graph.nodes) {
      for (const output of node.outputs) if (output) this.#producers.set(output, node);
    }
    for (const tensor of graph.initializers) this.#initializers.set(tensor.name, tensor);
  }

  /** A constant by its name; null when the value is none. @param {string} name */
  constant(name) {
    const tensor = this.#constant(name, MOST_NODES);
    if (tensor) this.dtypes.add(tensor.dtype);
    return tensor;
  }

  /** @param {string} name @param {number} left nodes @returns {Tensor | null} */
  #constant(name, left) {
    const initializer = this.#initializers.get(name);
    if (initializer) return tensorIn(initializer);
    const node = this.#producers.get(name);
    if (!node || left === 0) return null;
    if (node.op === "Constant") return constantIn(node);
    const isCast = node.op === "Cast" && isFloat(intOf(node, "to", 0));
    if (!isCast && node.op !== "Identity" && node.op !== "Transpose") return null;
    const tensor = this.#constant(node.inputs[0], left - 1);
    return tensor && node.op === "Transpose" ? turned(tensor, node) : tensor;
  }

  /** @param {string} name @param {number} [left] nodes @returns {boolean} */
  #isConstant(name, left = MOST_NODES) {
    if (this.#initializers.has(name)) return true;
    const node = this.#producers.get(name);
    if (!node || left === 0) return false;
    if (node.op === "Constant") return true;
    const canBe = ["Cast", "Identity", "Transpose"].includes(node.op);
    return canBe && this.#isConstant(node.inputs[0], left - 1);
  }

  /** Whether a value is a constant that says no. @param {string} name */
  isFalse(name) {
    const node = this.#producers.get(name);
    const tensor = this.#initializers.get(name) ?? node?.attributes[0]?.tensor;
    const bytes = tensor?.raw ?? joined(tensor?.int32s ?? [], Uint8Array);
    return bytes.length === 1 && bytes[0] === 0;
  }

  /**
   * The nodes from the graph's input to its output, and the type of that input. What leads
   * elsewhere is left out. Throws when it is no one way.
   * @param {(node: NodeMessage) => void} check throws for a node that is not read here
   * @returns {{ steps: Step[], input: import("./messages.js").ValueMessage }}
   */
  way(check) {
    const { nodes, inputs, outputs } = this.#graph;
    if (outputs.length !== 1) {
      throw new Error(`its graph has ${outputs.length} outputs: expected one`);
    }
    /** @type {Step[]} */
    const steps = [];
    let [{ name }] = outputs;
    for (;;) {
      const node = this.#producers.get(name);
      if (!node) break;
      if (steps.length === nodes.length) throw new Error(`${called(node)} leads back to itself`);
      if (node.outputs[0] !== name) {
        throw new Error(
          `${called(node)} is used for its output ${quoted(name)}: expected the first`,
        );
      }
      check(node);
      const at = this.#dataOf(node);
      steps.push({ node, at });
      name = node.inputs[at];
    }
    const input = inputs.find((each) => each.name === name);
    if (!input || this.#initializers.has(name)) {
      throw new Error(`nothing computes ${quoted(name)}, and it is no input of the graph`);
    }
    return { steps: steps.reverse(), input };
  }

  /** Which input of a node is computed; of nodes with options as inputs, the first. */
  #dataOf(/** @type {NodeMessage} */ node) {
    const { op, inputs } = node;
    const first = ["Reshape", "Squeeze", "Unsqueeze", "Dropout"].includes(op) ? 1 : inputs.length;
    const computed = inputs
      .slice(0, first)
      .flatMap((name, i) => (name && !this.#isConstant(name) ? [i] : []));
    if (computed.length === 1) return computed[0];
    const what = computed.length ? "puts computed values together" : "has only constants as inputs";
    throw new Error(`${called(node)} ${what}: expected one way from the input to the output`);
  }
}
