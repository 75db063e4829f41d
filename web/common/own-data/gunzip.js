/**
 * Unpacks a whole .gz: also one of several members, which the browser's DecompressionStream
 * refuses. Checksums are verified.
 */
import { Inflate } from "pako";

/** Bytes unpacked at a time. */
const PIECE = 1 << 20;
/** Stops the unpacking. */
const LARGE = new Error("large");

/**
 * @typedef {object} Unpacked
 * @property {Uint8Array} bytes  all of them, or those before the end or the damage
 * @property {"" | "cut" | "damaged" | "large"} fault  cut: the file ends too early; large: it was
 *   given up, as there is more than was asked for
 */

/** @param {Uint8Array} packed @param {number} [most]  bytes, unpacked @returns {Unpacked} */
export function gunzipped(packed, most = Infinity) {
  const inflate = new Inflate({ chunkSize: PIECE });
  /** @type {Uint8Array[]} */
  const parts = [];
  let length = 0;
  inflate.onData = (part) => {
    parts.push(/** @type {Uint8Array} */ (part));
    length += part.length;
    if (length > most) throw LARGE;
  };
  inflate.onEnd = () => {};
  try {
    inflate.push(packed, false);
  } catch (error) {
    if (error !== LARGE) throw error;
    return { bytes: new Uint8Array(), fault: "large" };
  }
  if (!inflate.ended) parts.push(pending(inflate));
  const fault = inflate.err ? "damaged" : inflate.ended ? "" : "cut";
  return { bytes: joined(parts), fault };
}

/** What was unpacked of a file that ended too early. @param {Inflate} inflate */
function pending(inflate) {
  const { output, next_out: length } = /** @type {any} */ (inflate).strm;
  return /** @type {Uint8Array} */ (output?.subarray(0, length) ?? new Uint8Array(0));
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
