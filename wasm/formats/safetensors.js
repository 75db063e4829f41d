// Safetensors files of any origin (github.com/huggingface/safetensors) as tensors of float32.
// The engine's own reader, core/model_file.h, takes no others than this engine writes.

/**
 * @typedef {object} Tensor
 * @property {string} name
 * @property {string} dtype as the file says it
 * @property {readonly number[]} shape
 * @property {() => Float32Array} values rounded to float32, row by row
 *
 * @typedef {{ metadata: Record<string, string>, tensors: Tensor[] }} Content
 */

/** Bits of a half-precision number (IEEE 754 binary16). @param {number} bits */
function half(bits) {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = (bits & 1023) / 1024;
  if (exponent === 0) return sign * fraction * 2 ** -14;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction) * 2 ** (exponent - 15);
}

/**
 * Numbers by dtype: bytes of one, and how it is read.
 * @type {Record<string, { size: number, read: (view: DataView, at: number) => number }>}
 */
const DTYPES = {
  F64: { size: 8, read: (view, at) => view.getFloat64(at, true) },
  F32: { size: 4, read: (view, at) => view.getFloat32(at, true) },
  F16: { size: 2, read: (view, at) => half(view.getUint16(at, true)) },
  BF16: { size: 2, read: (view, at) => upperHalf(view.getUint16(at, true)) },
};

const upper = new DataView(new ArrayBuffer(4));

/** A float32 of which only these upper 16 bits are there. @param {number} bits */
function upperHalf(bits) {
  upper.setUint16(0, bits);
  return upper.getFloat32(0);
}

/** A tensor's name in a sentence; of a long one the middle is left out. @param {string} [name] */
export const quoted = (name = "") =>
  `“${name.length > 60 ? `${name.slice(0, 40)}…${name.slice(-16)}` : name}”`;

/** @param {string} what */
const malformed = (what) => new Error(`not a model file: ${what}`);

/** @param {unknown} value @returns {value is number[]} */
const areSizes = (value) =>
  Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);

/**
 * What is in the file. Throws an error that names what is wrong with it. Tensors of other dtypes
 * are listed; their `values` throws.
 * @param {Uint8Array} bytes
 * @returns {Content}
 */
export function tensorsIn(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) throw malformed("it ends too early");
  const length = Number(view.getBigUint64(0, true));
  if (length > bytes.length - 8) throw malformed("its header is longer than the file");
  const { __metadata__: metadata = {}, ...described } = headerIn(bytes.subarray(8, 8 + length));
  const data = bytes.subarray(8 + length);
  const tensors = Object.entries(described).map(([name, one]) => tensorOf(name, one, data));
  return { metadata: Object(metadata), tensors };
}

/** @param {Uint8Array} bytes @returns {Record<string, any>} */
function headerIn(bytes) {
  try {
    const header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (header && typeof header === "object" && !Array.isArray(header)) return header;
  } catch {
    // Said below.
  }
  throw malformed("its header is not JSON");
}

/** @param {string} name @param {any} described @param {Uint8Array} data @returns {Tensor} */
function tensorOf(name, described, data) {
  const { dtype, shape, data_offsets: offsets } = Object(described);
  if (typeof dtype !== "string" || !areSizes(shape) || !areSizes(offsets) || offsets.length !== 2) {
    throw malformed(`its header does not describe ${quoted(name)}`);
  }
  const [from, to] = offsets;
  const count = shape.reduce((product, size) => product * size, 1);
  const known = DTYPES[dtype];
  if (to > data.length || from > to) throw malformed(`it ends before ${quoted(name)} does`);
  if (known && to - from !== count * known.size) {
    throw malformed(
      `${quoted(name)} has ${to - from} bytes, its shape needs ${count * known.size}`,
    );
  }
  const view = new DataView(data.buffer, data.byteOffset + from, to - from);
  const values = () => {
    if (!known) throw new Error(`${quoted(name)} has the dtype ${dtype}, which is not read here`);
    return Float32Array.from({ length: count }, (_, i) => known.read(view, i * known.size));
  };
  return { name, dtype, shape, values };
}
