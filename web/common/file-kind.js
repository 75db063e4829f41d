/**
 * What a file is by its first bytes, whatever it is called: files are renamed, sent without an
 * ending, or with one more.
 *
 * @typedef {"model" | "idx" | "gzip" | "picture" | "zip" | "drawing" | "page" | "text" | "empty"
 *   | "unknown"} FileKind  drawing: SVG; page: HTML or XML; text: CSV, perhaps
 */

/** Bytes that decide. */
export const HEAD = 4096;
/** What the built page's own model files begin with; see wasm/byte-planes.js. */
const PLANES = [...new TextEncoder().encode("planes1\n")];
/** Bytes of a safetensors header, at most, as its own library has it. */
const MOST_HEADER = 100e6;

/** What fields of an ONNX model begin with: its producer, …, note, graph, operators, metadata. */
const ONNX_FIELDS = [0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42, 0x72];

/** Web pages may have drawings in them. */
const SVG = /^(\s|<\?xml[^>]*>|<!--.*?-->|<!doctype svg[^>]*>)*<svg[\s>]/is;

/** Letters as bytes. @param {string} text */
const letters = (text) => [...text].map((letter) => letter.charCodeAt(0));
/** Beginnings, byte by byte; -1 is any. @type {[FileKind, number[]][]} */
const BEGINNINGS = [
  ["model", PLANES],
  ["gzip", [0x1f, 0x8b]],
  ["picture", [0x89, ...letters("PNG")]],
  ["picture", [0xff, 0xd8, 0xff]],
  ["picture", letters("GIF8")],
  ["picture", letters("BM")],
  ["picture", [...letters("RIFF"), -1, -1, -1, -1, ...letters("WEBP")]],
  // AVIF, and HEIC of phones: where the browser cannot decode them, it says so.
  ...["avif", "heic", "heix", "mif1"].map(
    (brand) =>
      /** @type {[FileKind, number[]]} */ ([
        "picture",
        [-1, -1, -1, -1, ...letters(`ftyp${brand}`)],
      ]),
  ),
  ["picture", [...letters("II*"), 0]],
  ["picture", [...letters("MM"), 0, 42]],
  ["zip", [...letters("PK"), 3, 4]],
];

/** @param {Uint8Array} head  the first HEAD bytes of a file, or all of them @returns {FileKind} */
export function kindOf(head) {
  if (!head.length) return "empty";
  if (isSafetensors(head) || isOnnx(head)) return "model";
  const begins = (/** @type {number[]} */ bytes) =>
    bytes.every((byte, i) => byte < 0 || head[i] === byte);
  const known = BEGINNINGS.find(([, bytes]) => begins(bytes))?.[0];
  if (known) return known;
  // All IDX files, also those of other dimensions and types: what is wrong with them is said.
  if (head[0] === 0 && head[1] === 0) return "idx";
  const text = new TextDecoder().decode(head);
  if (SVG.test(text)) return "drawing";
  if (/^\s*</.test(text)) return "page";
  // A text has no byte 0.
  return head.includes(0) ? "unknown" : "text";
}

/** @param {Uint8Array} bytes */
export const isGzip = (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * Of the two formats of model files: ONNX begins with its version; there, safetensors has the
 * length of its header, which begins as JSON does.
 * @param {Uint8Array} bytes
 */
export const isOnnxModel = (bytes) => bytes[0] === 0x08 && bytes[8] !== 0x7b;

/** Its version, 3 at least, and then the next of its fields. @param {Uint8Array} head */
function isOnnx([first, version, next]) {
  return first === 0x08 && version >= 3 && version < 0x80 && ONNX_FIELDS.includes(next);
}

/** The length of its header, 8 bytes, and the header, which is JSON. @param {Uint8Array} head */
function isSafetensors(head) {
  if (head.length < 9 || head[8] !== 0x7b) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return view.getBigUint64(0, true) <= MOST_HEADER;
}
