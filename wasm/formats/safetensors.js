// Safetensors files of any origin (github.com/huggingface/safetensors) as tensors of float32.
// The engine's own reader, core/model_file.h, takes no others than this engine writes.

import { areSizes, malformed, quoted, tensorOf } from "./tensors.js";

/**
 * @import { Tensor } from "./tensors.js"
 *
 * @typedef {{ metadata: Record<string, string>, tensors: Tensor[] }} Content
 */

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
  const tensors = Object.entries(described).map(([name, one]) => describedBy(name, one, data));
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
function describedBy(name, described, data) {
  const { dtype, shape, data_offsets: offsets } = Object(described);
  if (typeof dtype !== "string" || !areSizes(shape) || !areSizes(offsets) || offsets.length !== 2) {
    throw malformed(`its header does not describe ${quoted(name)}`);
  }
  const [from, to] = offsets;
  if (to > data.length || from > to) throw malformed(`it ends before ${quoted(name)} does`);
  return tensorOf(name, dtype, shape, data.subarray(from, to));
}
