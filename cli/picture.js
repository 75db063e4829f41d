// Pictures of single digits, as the page takes them.

// @ts-expect-error: its types are those of encoder and decoder together.
import decoder from "jpeg-js/lib/decoder.js";
// @ts-expect-error: it has no types of its own; without what writes PNG, it is a third as large.
import parsePng from "pngjs/lib/parser-sync.js";

/**
 * @import { Rgba } from "../web/common/own-data/picture.js"
 */

/** @type {typeof import("jpeg-js").decode} */
const decodeJpeg = decoder;
/** @type {typeof import("pngjs").PNG.sync.read} */
const decodePng = parsePng;

/** Pixels of the longer side that are looked at; the digit becomes 28 × 28. */
const MOST = 280;

/** @param {Uint8Array} bytes */
const isPng = (bytes) => bytes[0] === 0x89;

/**
 * The pixels of a PNG or JPEG picture; rejects when it is neither, or damaged.
 * @param {Blob} file @returns {Promise<Rgba>}
 */
export async function decode(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isPng(bytes)) return reduced(decodeJpeg(bytes, { useTArray: true }));
  return reduced(decodePng(Buffer.from(bytes), {}));
}

/**
 * Made smaller by a whole factor, so that no side has more than MOST pixels: each is the mean of
 * those that it takes the place of, as far as they are opaque.
 * @param {Rgba} picture @returns {Rgba}
 */
export function reduced(picture) {
  const factor = Math.ceil(Math.max(picture.width, picture.height) / MOST);
  if (factor <= 1) return picture;
  const width = Math.max(1, Math.floor(picture.width / factor));
  const height = Math.max(1, Math.floor(picture.height / factor));
  const data = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      data.set(meanOf(picture, x * factor, y * factor, factor), 4 * (y * width + x));
    }
  }
  return { width, height, data };
}

/** @param {Rgba} picture @param {number} left @param {number} top @param {number} size */
function meanOf({ width, height, data }, left, top, size) {
  const sums = [0, 0, 0];
  let [opacity, count] = [0, 0];
  for (let y = top; y < Math.min(height, top + size); y += 1) {
    for (let x = left; x < Math.min(width, left + size); x += 1) {
      const at = 4 * (y * width + x);
      const alpha = data[at + 3];
      for (let channel = 0; channel < 3; channel += 1) sums[channel] += alpha * data[at + channel];
      opacity += alpha;
      count += 1;
    }
  }
  const colour = sums.map((sum) => (opacity ? Math.round(sum / opacity) : 0));
  return [...colour, Math.round(opacity / count)];
}
