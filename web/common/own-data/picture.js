/**
 * A picture of one digit as the network takes it: 28×28, light ink on black, the ink 20 pixels on
 * its longer side and its centre of mass at the centre of pixel (14, 14), as core/ink.h makes
 * drawings and as MNIST was made.
 *
 * @typedef {object} Rgba
 * @property {number} width
 * @property {number} height
 * @property {Uint8ClampedArray | Uint8Array} data  4 bytes for each pixel, not premultiplied
 *
 * @typedef {{ left: number, top: number, right: number, bottom: number }} Box  right and bottom are
 *   the first outside
 */
import { PIXELS, SIDE } from "../images.js";

/** Pixels of the longer side of the ink. */
const INK_SIDE = 20;
const MIDDLE = SIDE / 2 + 0.5;
/** A picture whose lightest and darkest pixels differ by less shows nothing. */
const LEAST_CONTRAST = 24;
/** Parts of the contrast: less is paper, with its noise; more is full ink. */
const [PAPER, FULL] = [0.15, 0.85];
/** Ink that counts for the bounding box. */
const VISIBLE = 0.3;
/** How far, in pixels, a 28×28 picture may be off and still be taken as it is. */
const OFF = 1.5;

/**
 * @param {Rgba} picture
 * @returns {Uint8Array | null} 784, 0 paper … 255 ink; null when it is of one colour
 */
export function digitOf(picture) {
  const { width, height } = picture;
  const grey = greyOf(picture);
  const ink = inkOf(grey, width, height);
  if (!ink) return null;
  const box = boxOf(ink, width, height);
  if (!box) return null;
  const centre = centreOf(ink, width);
  if (isFramed(width, height, box, centre)) return asIs(grey, width);
  return framed(ink, width, box, centre);
}

/**
 * Lightness, 0…255. A transparent picture is its opacity: what its ink is drawn in does not matter.
 * @param {Rgba} picture
 */
function greyOf({ width, height, data }) {
  const grey = new Float32Array(width * height);
  const isCutOut = border(width, height).filter((at) => data[4 * at + 3] < 128).length * 2;
  const useAlpha = isCutOut > border(width, height).length;
  for (let i = 0; i < grey.length; i++) {
    const [red, green, blue, alpha] = data.subarray(4 * i, 4 * i + 4);
    const light = 0.299 * red + 0.587 * green + 0.114 * blue;
    grey[i] = useAlpha ? alpha : 255 + (alpha / 255) * (light - 255);
  }
  return grey;
}

/**
 * Ink, 0…1: what differs from the paper, which is what most of the border shows.
 * @param {Float32Array} grey @param {number} width @param {number} height
 */
function inkOf(grey, width, height) {
  const paper = paperOf(grey, width, height);
  let least = paper;
  let most = paper;
  for (const value of grey) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const sign = most - paper > paper - least ? 1 : -1;
  const contrast = Math.max(most - paper, paper - least);
  if (contrast < LEAST_CONTRAST) return null;
  return grey.map((value) => {
    const part = (sign * (value - paper)) / contrast;
    return Math.min(1, Math.max(0, (part - PAPER) / (FULL - PAPER)));
  });
}

/** The border's median. @param {Float32Array} grey @param {number} width @param {number} height */
function paperOf(grey, width, height) {
  const values = border(width, height).map((at) => grey[at]);
  return values.sort((a, b) => a - b)[values.length >> 1];
}

/** Indices of the outermost pixels. @param {number} width @param {number} height */
function border(width, height) {
  const all = [];
  for (let x = 0; x < width; x++) all.push(x, (height - 1) * width + x);
  for (let y = 1; y < height - 1; y++) all.push(y * width, y * width + width - 1);
  return all;
}

/**
 * @param {Float32Array} ink @param {number} width @param {number} height
 * @returns {Box | null}
 */
function boxOf(ink, width, height) {
  const box = { left: width, top: height, right: 0, bottom: 0 };
  for (let at = 0; at < ink.length; at++) {
    if (ink[at] < VISIBLE) continue;
    const x = at % width;
    const y = (at - x) / width;
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x + 1);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y + 1);
  }
  return box.right ? box : null;
}

/**
 * Centre of mass; the centre of the first pixel is ½.
 * @param {Float32Array} ink @param {number} width
 */
function centreOf(ink, width) {
  let [mass, x, y] = [0, 0, 0];
  for (let at = 0; at < ink.length; at++) {
    mass += ink[at];
    x += ink[at] * ((at % width) + 0.5);
    y += ink[at] * (Math.floor(at / width) + 0.5);
  }
  return { x: x / mass, y: y / mass };
}

/**
 * Whether it is as MNIST's pictures are, already.
 * @param {number} width @param {number} height @param {Box} box
 * @param {{ x: number, y: number }} centre
 */
function isFramed(width, height, { left, top, right, bottom }, { x, y }) {
  if (width !== SIDE || height !== SIDE) return false;
  const isCentred = Math.abs(x - MIDDLE) <= OFF && Math.abs(y - MIDDLE) <= OFF;
  return isCentred && Math.abs(Math.max(right - left, bottom - top) - INK_SIDE) <= OFF;
}

/** Only its polarity is put right. @param {Float32Array} grey @param {number} width */
function asIs(grey, width) {
  const isDarkOnLight = paperOf(grey, width, grey.length / width) > 127;
  return Uint8Array.from(grey, (value) => Math.round(isDarkOnLight ? 255 - value : value));
}

/**
 * Scaled and moved; each pixel is the mean of the ink that falls on it.
 * @param {Float32Array} ink @param {number} width @param {Box} box
 * @param {{ x: number, y: number }} centre
 */
function framed(ink, width, box, centre) {
  const scale = INK_SIDE / Math.max(box.right - box.left, box.bottom - box.top);
  const columns = spread(box.left, box.right, scale, MIDDLE - centre.x * scale);
  const rows = spread(box.top, box.bottom, scale, MIDDLE - centre.y * scale);
  const sums = new Float64Array(PIXELS);
  for (let y = box.top; y < box.bottom; y++) {
    for (let x = box.left; x < box.right; x++) {
      const value = ink[y * width + x];
      if (!value) continue;
      for (const [row, high] of rows[y - box.top]) {
        for (const [column, wide] of columns[x - box.left]) {
          sums[row * SIDE + column] += value * high * wide;
        }
      }
    }
  }
  return Uint8Array.from(sums, (sum) => Math.min(255, Math.round(255 * sum)));
}

/**
 * For each source pixel of the box along one axis: the target pixels that it falls on, each with
 * the part of it that is covered.
 * @param {number} from @param {number} to @param {number} scale
 * @param {number} wanted  offset that puts the centre of mass in the middle; less where the ink
 *   would leave the picture
 * @returns {[number, number][][]}
 */
function spread(from, to, scale, wanted) {
  const offset = Math.max(-from * scale, Math.min(SIDE - to * scale, wanted));
  return Array.from({ length: to - from }, (_, i) => {
    const start = (from + i) * scale + offset;
    const end = start + scale;
    /** @type {[number, number][]} */
    const parts = [];
    for (let at = Math.max(0, Math.floor(start)); at < Math.min(SIDE, end); at++) {
      const part = Math.min(end, at + 1) - Math.max(start, at);
      if (part > 0) parts.push([at, part]);
    }
    return parts;
  });
}
