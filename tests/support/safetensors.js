/**
 * Writes safetensors files as other programs do, any names, dtypes and order; and numbers of these
 * dtypes for other files.
 */

/** Bits of the nearest half-precision number; ties to even. @param {number} value */
export function halfBits(value) {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size >= 65520) return sign | 0x7c00;
  const exponent = Math.max(-14, Math.floor(Math.log2(size || 2 ** -14)));
  const steps = roundToEven(size / 2 ** (exponent - 10));
  return sign | (((exponent + 14) << 10) + steps);
}

/** @param {number} value */
function roundToEven(value) {
  const down = Math.floor(value);
  const rest = value - down;
  return rest > 0.5 || (rest === 0.5 && down % 2 === 1) ? down + 1 : down;
}

/** Upper half of the bits of a float32. @param {number} value */
export const upperBits = (value) => new Uint32Array(Float32Array.of(value).buffer)[0] >>> 16;

/** @type {Record<string, [number, (view: DataView, at: number, value: number) => void]>} */
const DTYPES = {
  F64: [8, (view, at, value) => view.setFloat64(at, value, true)],
  F32: [4, (view, at, value) => view.setFloat32(at, value, true)],
  F16: [2, (view, at, value) => view.setUint16(at, halfBits(value), true)],
  BF16: [2, (view, at, value) => view.setUint16(at, upperBits(value), true)],
  I64: [8, (view, at, value) => view.setBigInt64(at, BigInt(value), true)],
};

/** Numbers one after another. @param {string} dtype @param {ArrayLike<number>} values */
export function bytesOf(dtype, values) {
  const [size, put] = DTYPES[dtype];
  const bytes = new DataView(new ArrayBuffer(values.length * size));
  for (let i = 0; i < values.length; i += 1) put(bytes, i * size, values[i]);
  return new Uint8Array(bytes.buffer);
}

/**
 * @typedef {{ shape: number[], values: ArrayLike<number>, dtype?: string }} Given a tensor
 *
 * @param {Record<string, Given>} tensors in the order of their data
 * @param {Record<string, string> | null} [metadata]
 * @returns {Uint8Array}
 */
export function safetensorsOf(tensors, metadata = null) {
  /** @type {Record<string, unknown>} */
  const header = metadata ? { __metadata__: metadata } : {};
  const parts = [];
  let offset = 0;
  for (const [name, { shape, values, dtype = "F32" }] of Object.entries(tensors)) {
    const part = bytesOf(dtype, values);
    header[name] = { dtype, shape, data_offsets: [offset, offset + part.length] };
    offset += part.length;
    parts.push(part);
  }
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return new Uint8Array(Buffer.concat([length, text, ...parts]));
}
