/**
 * Model files as the built page and the package hold them: the floats' first bytes, then their
 * second bytes and so on. The bytes of exponents are alike, so gzip makes 8% less of it. What is
 * not marked so is a model file as it is.
 */

const MARK = new TextEncoder().encode("planes1\n");
const BYTES = 4;

/** Where a safetensors file's floats begin. @param {Uint8Array} file */
const headerEnd = (file) =>
  8 + new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(0, true);

/** @param {Uint8Array} file  a safetensors file of float32 tensors @returns {Uint8Array} */
export function toPlanes(file) {
  const start = headerEnd(file);
  const count = (file.length - start) / BYTES;
  const planes = new Uint8Array(MARK.length + file.length);
  planes.set(MARK);
  planes.set(file.subarray(0, start), MARK.length);
  for (let i = 0; i < file.length - start; i++) {
    planes[MARK.length + start + (i % BYTES) * count + Math.floor(i / BYTES)] = file[start + i];
  }
  return planes;
}

/**
 * The file that toPlanes() was given; any other is returned as it is.
 * @template {Uint8Array} T @param {T} bytes @returns {T | Uint8Array<ArrayBuffer>}
 */
export function fromPlanes(bytes) {
  if (bytes.length < MARK.length + 8 || !MARK.every((byte, i) => bytes[i] === byte)) return bytes;
  const file = Uint8Array.from(bytes.subarray(MARK.length)); // slice() of a Buffer is no copy
  const start = Math.min(headerEnd(file), file.length);
  const count = Math.floor((file.length - start) / BYTES);
  for (let i = 0; i < count * BYTES; i++) {
    file[start + i] = bytes[MARK.length + start + (i % BYTES) * count + Math.floor(i / BYTES)];
  }
  return file;
}
