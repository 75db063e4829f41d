/**
 * Unpacks a whole .gz: also one of several members, which the browser's DecompressionStream
 * refuses. Checksums are verified.
 */
import { Inflate } from "pako";

/** Bytes unpacked at a time. */
const PIECE = 1 << 20;

/**
 * @typedef {object} Unpacked
 * @property {Uint8Array} bytes  all of them, or those before the end or the damage
 * @property {"" | "cut" | "damaged"} fault  cut: the file ends too early
 */

/** @param {Uint8Array} bytes */
export const isGzip = (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** @param {Uint8Array} packed @returns {Unpacked} */
export function gunzipped(packed) {
  const inflate = new Inflate({ chunkSize: PIECE });
  /** @type {Uint8Array[]} */
  const parts = [];
  inflate.onData = (part) => void parts.push(/** @type {Uint8Array} */ (part));
  inflate.onEnd = () => {};
  inflate.push(packed, false);
  if (!inflate.ended) parts.push(pending(inflate));
  const fault = inflate.err ? "damaged" : inflate.ended ? "" : "cut";
  return { bytes: joined(parts), fault };
}

/** What was unpacked of a file that ended too early, and waits for more. @param {Inflate} inflate */
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
