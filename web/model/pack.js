/**
 * A model file inside an address: compressed, then written with the letters that an address may
 * have.
 */
import * as texts from "../texts/en/model.js";

/** No packed file unpacks to more than that: 16 MB. */
const LARGEST = 16 * 2 ** 20;

/** @param {Uint8Array} bytes @returns {Promise<string>} */
export async function packed(bytes) {
  const small = await through(bytes, new CompressionStream("deflate-raw"));
  let text = "";
  for (let at = 0; at < small.length; at += 8192) {
    text += String.fromCharCode(...small.subarray(at, at + 8192));
  }
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * Throws an Error for people when the text is damaged.
 * @param {string} text
 * @returns {Promise<Uint8Array>}
 */
export async function unpacked(text) {
  if (!globalThis.DecompressionStream) {
    throw new Error(texts.tooOldForLink);
  }
  try {
    const small = Uint8Array.from(
      atob(text.replaceAll("-", "+").replaceAll("_", "/")),
      (letter) => letter.codePointAt(0) ?? 0,
    );
    return await through(small, new DecompressionStream("deflate-raw"));
  } catch {
    throw new Error(texts.damagedLink);
  }
}

/** @param {Uint8Array} bytes @param {CompressionStream | DecompressionStream} change */
async function through(bytes, change) {
  const reader = new Blob([/** @type {any} */ (bytes)])
    .stream()
    .pipeThrough(/** @type {any} */ (change))
    .getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > LARGEST) throw new RangeError();
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
