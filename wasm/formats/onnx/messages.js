// ONNX files (github.com/onnx/onnx) as plain objects, and back: of onnx.proto what fully connected
// networks need. The bytes of Protocol Buffers are pbf's business.

import { PbfReader, PbfWriter } from "pbf";
import { malformed } from "../tensors.js";

/**
 * @typedef {object} TensorMessage
 * @property {number[]} dims
 * @property {number} type
 * @property {string} name
 * @property {Uint8Array[]} [floats] packed, as are the next two
 * @property {Uint8Array[]} [int32s]
 * @property {Uint8Array[]} [doubles]
 * @property {Uint8Array} [raw]
 * @property {unknown[]} [external]
 * @property {number} [location] 1: in another file
 *
 * @typedef {object} Attribute
 * @property {string} name
 * @property {number} type 1 float, 2 int, 4 tensor, 6 floats, 7 ints
 * @property {number} [float]
 * @property {number} [int]
 * @property {TensorMessage} [tensor]
 * @property {Uint8Array[]} [floats] packed
 * @property {number[]} [ints]
 *
 * @typedef {object} NodeMessage
 * @property {string[]} inputs names of values; "": left out
 * @property {string[]} outputs
 * @property {string} name
 * @property {string} op
 * @property {Attribute[]} attributes
 * @property {string} [domain]
 *
 * @typedef {{ size?: number, symbol?: string }} Dimension
 * @typedef {object} ValueMessage
 * @property {string} name
 * @property {{ tensor?: { type: number, shape?: { dims: Dimension[] } } }} [type]
 *
 * @typedef {object} GraphMessage
 * @property {NodeMessage[]} nodes
 * @property {string} name
 * @property {TensorMessage[]} initializers
 * @property {ValueMessage[]} inputs
 * @property {ValueMessage[]} outputs
 *
 * @typedef {object} ModelMessage
 * @property {number} irVersion
 * @property {string} producer
 * @property {string} note
 * @property {GraphMessage} [graph]
 * @property {{ domain?: string, version: number }[]} opsets
 * @property {{ key: string, value: string }[]} properties
 *
 * @typedef {"int" | "ints" | "float" | "text" | "texts" | "bytes" | "packed"} Simple
 * @typedef {Map<number, { name: string, kind: Kind }>} Table fields by their numbers
 * @typedef {Simple | Table | [Table]} Kind [Table]: any number of messages
 */

/** @param {[number: number, name: string, kind: Kind][]} rows @returns {Table} */
const table = (...rows) => new Map(rows.map(([number, name, kind]) => [number, { name, kind }]));

const PROPERTY = table([1, "key", "text"], [2, "value", "text"]);
const TENSOR = table(
  [1, "dims", "ints"],
  [2, "type", "int"],
  [4, "floats", "packed"],
  [5, "int32s", "packed"],
  [8, "name", "text"],
  [9, "raw", "bytes"],
  [10, "doubles", "packed"],
  [13, "external", [PROPERTY]],
  [14, "location", "int"],
);
const ATTRIBUTE = table(
  [1, "name", "text"],
  [2, "float", "float"],
  [3, "int", "int"],
  [5, "tensor", TENSOR],
  [7, "floats", "packed"],
  [8, "ints", "ints"],
  [20, "type", "int"],
);
const NODE = table(
  [1, "inputs", "texts"],
  [2, "outputs", "texts"],
  [3, "name", "text"],
  [4, "op", "text"],
  [5, "attributes", [ATTRIBUTE]],
  [7, "domain", "text"],
);
const SHAPE = table([1, "dims", [table([1, "size", "int"], [2, "symbol", "text"])]]);
const TYPE = table([1, "tensor", table([1, "type", "int"], [2, "shape", SHAPE])]);
const VALUE = table([1, "name", "text"], [2, "type", TYPE]);
const GRAPH = table(
  [1, "nodes", [NODE]],
  [2, "name", "text"],
  [5, "initializers", [TENSOR]],
  [11, "inputs", [VALUE]],
  [12, "outputs", [VALUE]],
);
const MODEL = table(
  [1, "irVersion", "int"],
  [2, "producer", "text"],
  [6, "note", "text"],
  [7, "graph", GRAPH],
  [8, "opsets", [table([1, "domain", "text"], [2, "version", "int"])]],
  [14, "properties", [PROPERTY]],
);

/** What a field is that a file leaves out. @param {Kind} kind */
function empty(kind) {
  if (Array.isArray(kind) || kind === "ints" || kind === "texts" || kind === "packed") return [];
  return kind === "text" ? "" : undefined;
}

/* ---- reading ---- */

/** Types of Protocol Buffers: a whole number; a length with as many bytes; 32 bits. */
const [VARINT, BYTES, FIXED32] = [0, 2, 5];
/** Fields of a file, those that are skipped as well. No network that fits here has as many. */
const MOST_FIELDS = 200_000;

/** One file's reading: hostile bytes end in an error, and take no more memory than they have. */
class Reader {
  #bytes;
  #pbf;
  #left = MOST_FIELDS;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.#bytes = bytes;
    this.#pbf = new PbfReader(bytes);
  }

  /** The message that ends there. @param {Table} table @param {number} end @returns {any} */
  message(table, end) {
    /** @type {Record<string, any>} */
    const found = {};
    for (const { name, kind } of table.values()) found[name] = empty(kind);
    this.#pbf.readFields(
      (number) => {
        this.#count();
        const field = table.get(number);
        if (field) this.#take(found, field.name, field.kind);
      },
      found,
      end,
    );
    if (this.#pbf.pos !== end) throw malformed("its parts do not end where they should");
    return found;
  }

  #count() {
    this.#left -= 1;
    if (this.#left < 0) throw malformed(`it has more than ${MOST_FIELDS} parts`);
  }

  /** @param {Record<string, any>} found @param {string} name @param {Kind} kind */
  #take(found, name, kind) {
    if (Array.isArray(kind)) found[name].push(this.message(kind[0], this.#length()));
    else if (typeof kind !== "string") found[name] = this.message(kind, this.#length());
    else if (kind === "ints") this.#takeInts(found[name]);
    else if (kind === "packed") found[name].push(this.#packed());
    else if (kind === "texts") found[name].push(this.#text());
    else if (kind === "text") found[name] = this.#text();
    else if (kind === "bytes") found[name] = this.#piece();
    else if (kind === "int") found[name] = this.#expect(VARINT).readVarint(true);
    else found[name] = this.#expect(FIXED32).readFloat();
  }

  /** @param {number} type */
  #expect(type) {
    if (this.#pbf.type !== type) throw malformed("its parts are of other types than ONNX’s");
    return this.#pbf;
  }

  /** Reads a length. @returns {number} where what follows ends */
  #length() {
    const end = this.#expect(BYTES).readVarint() + this.#pbf.pos;
    if (end > this.#bytes.length) throw malformed("it ends too early");
    return end;
  }

  #piece() {
    const end = this.#length();
    const piece = this.#bytes.subarray(this.#pbf.pos, end);
    this.#pbf.pos = end;
    return piece;
  }

  #text() {
    return new TextDecoder().decode(this.#piece());
  }

  /** Numbers as they stand in the file: all of a field, or one. */
  #packed() {
    if (this.#pbf.type === BYTES) return this.#piece();
    const from = this.#pbf.pos;
    this.#pbf.skip(this.#pbf.type);
    return this.#bytes.subarray(from, this.#pbf.pos);
  }

  /** @param {number[]} found */
  #takeInts(found) {
    const pbf = this.#pbf;
    if (pbf.type !== BYTES) {
      found.push(this.#expect(VARINT).readVarint(true));
      return;
    }
    const end = this.#length();
    while (pbf.pos < end) {
      this.#count();
      found.push(pbf.readVarint(true));
    }
  }
}

/**
 * What is in the file. Throws an error that says what is wrong with it.
 * @param {Uint8Array} bytes
 * @returns {ModelMessage & { graph: GraphMessage }}
 */
export function modelIn(bytes) {
  let model;
  try {
    model = new Reader(bytes).message(MODEL, bytes.length);
  } catch (error) {
    if (/^not a model file: /.test(error.message)) throw error;
    throw malformed("its bytes are not those of an ONNX model"); // what pbf says is of bytes
  }
  if (!model.graph) throw malformed("it has no ONNX graph");
  return model;
}

/**
 * Whole numbers that stand packed in a tensor.
 * @param {Uint8Array} packed @param {number} count expected
 * @returns {Int32Array | null} null when there are not as many
 */
export function intsIn(packed, count) {
  if (count > packed.length) return null; // Each has a byte at least.
  const pbf = new PbfReader(packed);
  const ints = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    if (pbf.pos >= packed.length) return null;
    ints[i] = pbf.readVarint(true);
  }
  return pbf.pos === packed.length ? ints : null;
}

/* ---- writing ---- */

/** @param {PbfWriter} pbf @param {Table} table @param {Record<string, any>} message */
function write(pbf, table, message) {
  for (const [number, { name, kind }] of table) {
    const value = message[name];
    if (value === undefined) continue;
    for (const each of Array.isArray(value) ? value : [value]) put(pbf, number, kind, each);
  }
}

/** @param {PbfWriter} pbf @param {number} number @param {Kind} kind @param {any} value */
function put(pbf, number, kind, value) {
  if (typeof kind !== "string") {
    const table = Array.isArray(kind) ? kind[0] : kind;
    pbf.writeMessage(number, (message, inner) => write(inner, table, message), value);
  } else if (kind === "int" || kind === "ints") pbf.writeVarintField(number, value);
  else if (kind === "float") pbf.writeFloatField(number, value);
  else if (kind === "bytes" || kind === "packed") pbf.writeBytesField(number, value);
  else pbf.writeStringField(number, value);
}

/**
 * @param {ModelMessage} model
 * @param {number} size of the file, about
 * @returns {Uint8Array} the file
 */
export function modelFile(model, size) {
  const pbf = new PbfWriter(new Uint8Array(size));
  write(pbf, MODEL, model);
  return pbf.finish().slice();
}
