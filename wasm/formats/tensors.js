// Tensors as the readers of other programs' files have them, and how their numbers are stored.

/**
 * @typedef {object} Tensor
 * @property {string} name
 * @property {string} dtype as the file says it
 * @property {readonly number[]} shape
 * @property {() => Float32Array} values rounded to float32, row by row
 */

/**
 * One after another.
 * @internal
 * @template {Float32Array | Uint8Array} T
 * @param {readonly T[]} parts @param {new (length: number) => T} Type
 * @returns {T}
 */
export function joined(parts, Type) {
  if (parts.length === 1) return parts[0];
  const all = new Type(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Bits of a half-precision number (IEEE 754 binary16). @param {number} bits */
function half(bits) {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = (bits & 1023) / 1024;
  if (exponent === 0) return sign * fraction * 2 ** -14;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction) * 2 ** (exponent - 15);
}

const upper = new DataView(new ArrayBuffer(4));

/** A float32 of which only these upper 16 bits are there. @param {number} bits */
function upperHalf(bits) {
  upper.setUint16(0, bits);
  return upper.getFloat32(0);
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

/** A tensor's name in a sentence; of a long one the middle is left out. @param {string} [name] */
export const quoted = (name = "") =>
  `“${name.length > 60 ? `${name.slice(0, 40)}…${name.slice(-16)}` : name}”`;

/** @param {string} what */
export const malformed = (what) => new Error(`not a model file: ${what}`);

/** @param {unknown} value @returns {value is number[]} */
export const areSizes = (value) =>
  Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);

/** How many numbers a shape has. @param {readonly number[]} shape */
export const countOf = (shape) => shape.reduce((product, size) => product * size, 1);

/**
 * A tensor whose numbers stand one after another. Throws when there are too few or too many; of
 * another dtype, `values` throws.
 * @param {string} name @param {string} dtype @param {readonly number[]} shape
 * @param {Uint8Array} bytes
 * @returns {Tensor}
 */
export function tensorOf(name, dtype, shape, bytes) {
  const count = countOf(shape);
  const known = DTYPES[dtype];
  if (known && bytes.length !== count * known.size) {
    const need = count * known.size;
    throw malformed(`${quoted(name)} has ${bytes.length} bytes, its shape needs ${need}`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = () => {
    if (!known) throw new Error(`${quoted(name)} has the dtype ${dtype}, which is not read here`);
    return Float32Array.from({ length: count }, (_, i) => known.read(view, i * known.size));
  };
  return { name, dtype, shape, values };
}
