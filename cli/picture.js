// Pictures of single digits, as the page takes them.

// @ts-expect-error: its types are those of encoder and decoder together.
import decoder from "jpeg-js/lib/decoder.js";
// @ts-expect-error: it has no types of its own; without what writes PNG, it is a third as large.
import parsePng from "pngjs/lib/parser-sync.js";
import { LONGEST } from "../web/common/own-data/picture.js";

/**
 * @import { Rgba } from "../web/common/own-data/picture.js"
 */

/** @type {typeof import("jpeg-js").decode} */
const decodeJpeg = decoder;
/** @type {typeof import("pngjs").PNG.sync.read} */
const decodePng = parsePng;

/** @param {Uint8Array} bytes */
const isPng = (bytes) => bytes[0] === 0x89;

/**
 * The pixels of a PNG or JPEG picture; rejects when it is neither, or damaged.
 * @param {Blob} file @returns {Promise<Rgba>}
 */
export async function decode(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isPng(bytes)) {
    const picture = decodeJpeg(bytes, { useTArray: true });
    const { exifBuffer } = /** @type {{ exifBuffer?: Uint8Array }} */ (picture);
    return turned(reduced(picture), orientationIn(exifBuffer));
  }
  return reduced(decodePng(Buffer.from(bytes), {}));
}

/**
 * Made smaller by a whole factor, so that no side has more than LONGEST pixels: each is the mean of
 * those that it takes the place of, as far as they are opaque.
 * @param {Rgba} picture @returns {Rgba}
 */
export function reduced(picture) {
  const factor = Math.ceil(Math.max(picture.width, picture.height) / LONGEST);
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

/**
 * How a camera was held: 1…8, of the tag 0x0112 of Exif's first directory (CIPA DC-008, 4.6.5).
 * @param {Uint8Array} [exif] from its byte order on, "II" or "MM", with up to 6 bytes before
 */
export function orientationIn(exif) {
  const start =
    exif?.findIndex((byte, i) => [0x49, 0x4d].includes(byte) && exif[i + 1] === byte) ?? -1;
  if (!exif || start < 0 || start > 6) return 1;
  const view = new DataView(exif.buffer, exif.byteOffset + start, exif.byteLength - start);
  try {
    const isLittle = view.getUint16(0) === 0x4949;
    const directory = view.getUint32(4, isLittle);
    const count = view.getUint16(directory, isLittle);
    for (let i = 0; i < count; i += 1) {
      const at = directory + 2 + 12 * i;
      if (view.getUint16(at, isLittle) === 0x0112) return view.getUint16(at + 8, isLittle);
    }
  } catch {
    // It ends too early: then nobody knows.
  }
  return 1;
}

/**
 * As it was seen when it was taken.
 * @param {Rgba} picture @param {number} orientation 1…8; others change nothing
 * @returns {Rgba}
 */
export function turned({ width, height, data }, orientation) {
  const isOnSide = orientation >= 5 && orientation <= 8;
  const [wide, high] = isOnSide ? [height, width] : [width, height];
  const isMirrored = [2, 3, 7, 8].includes(orientation);
  const isUpsideDown = [3, 4, 6, 7].includes(orientation);
  const made = new Uint8Array(data.length);
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const [u, v] = isOnSide ? [y, x] : [x, y];
      const column = isMirrored ? width - 1 - u : u;
      const row = isUpsideDown ? height - 1 - v : v;
      const at = 4 * (row * width + column);
      made.set(data.subarray(at, at + 4), 4 * (y * wide + x));
    }
  }
  return { width: wide, height: high, data: made };
}
