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
 *
 * @typedef {object} Digit
 * @property {Uint8Array} image  784, 0 paper … 255 ink
 * @property {boolean} isUneven  a part of what is not the digit may have become ink
 */
import { PIXELS, SIDE } from "../images.js";
import { border, borderValues, contrastTo, evened } from "./paper.js";

/** Pixels of the longer side of a picture that are looked at: a larger one is made smaller. */
export const LONGEST = 280;
/** Pixels of the longer side of the ink. */
const INK_SIDE = 20;
const MIDDLE = SIDE / 2 + 0.5;
/** A picture whose lightest and darkest pixels differ by less shows nothing. */
const LEAST_CONTRAST = 24;
/** Parts of the contrast: less is paper, with its noise; more is full ink. */
const [PAPER, FULL] = [0.15, 0.85];
/** Ink that counts for the bounding box. */
const VISIBLE = 0.3;
/** Ink that is seen as grey, and the part of the border that may have it. */
const [GREYISH, MOST_STAINED] = [0.1, 0.02];
/** How far, in pixels, a 28×28 picture may be off and still be taken as it is. */
const OFF = 1.5;

/**
 * @param {Rgba} picture
 * @returns {Digit | null} null when it is of one colour
 */
export function digitOf(picture) {
  const { width, height } = picture;
  const taken = { values: greyOf(picture), width, height };
  const even = evened(taken);
  const ink = inkOf(even);
  if (!ink) return null;
  const box = boxOf(ink, width, height);
  if (!box) return null;
  const centre = centreOf(ink, width);
  const isReady = even === taken && isFramed(width, height, box, centre);
  const image = isReady ? asIs(taken) : framed(ink, width, box, centre);
  return { image, isUneven: !isReady && isStained(ink, width, height) };
}

/**
 * Whether much of the border would be ink: a shadow that could not be told from it, lines of the
 * paper, or a digit that is cut off.
 * @param {Float32Array} ink @param {number} width @param {number} height
 */
function isStained(ink, width, height) {
  const edge = border(width, height);
  return edge.filter((at) => ink[at] >= GREYISH).length > MOST_STAINED * edge.length;
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
    const alpha = data[4 * i + 3];
    const light = 0.299 * data[4 * i] + 0.587 * data[4 * i + 1] + 0.114 * data[4 * i + 2];
    grey[i] = useAlpha ? alpha : 255 + (alpha / 255) * (light - 255);
  }
  return grey;
}

/**
 * Ink, 0…1: what differs from the paper, which is what most of the border shows.
 * @param {import("./paper.js").Grey} picture
 */
function inkOf(picture) {
  const paper = paperOf(picture);
  const { sign, contrast } = contrastTo(paper, picture.values);
  if (contrast < LEAST_CONTRAST) return null;
  return picture.values.map((value) => {
    const part = (sign * (value - paper)) / contrast;
    return Math.min(1, Math.max(0, (part - PAPER) / (FULL - PAPER)));
  });
}

/** The border's median. @param {import("./paper.js").Grey} picture */
function paperOf(picture) {
  const values = borderValues(picture);
  return values[values.length >> 1];
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

/** Only its polarity is put right. @param {import("./paper.js").Grey} picture */
function asIs(picture) {
  const isDarkOnLight = paperOf(picture) > 127;
  return Uint8Array.from(picture.values, (value) =>
    Math.round(isDarkOnLight ? 255 - value : value),
  );
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
