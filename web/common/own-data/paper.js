/**
 * Evens out the light on a picture of a digit: a shadow, or a lamp on one side. The paper's own
 * value at each pixel is a morphological closing (of light ink on dark paper an opening): what is
 * narrower than strokes can be is filled in, and what is wider, as shadows are, is kept, with its
 * edges.
 */

/** Half the width of what is filled in, as a part of the longer side: strokes are narrower. */
const RADIUS = 1 / 6;
/** By so many pixels more the paper is taken from the darker side of an edge. */
const EDGE = 1;
/** Pixels of the longer side in which the paper is looked for, at most. */
const SMALL = 140;
/** Darker paper has too much noise to be made lighter. */
const LEAST_PAPER = 16;
/** Of an even border all but so much, at either end, differs by less than UNEVEN of contrast. */
const TAIL = 0.05;
const UNEVEN = 0.08;

/**
 * @typedef {object} Grey  a picture
 * @property {Float32Array} values  row by row, 0…255
 * @property {number} width
 * @property {number} height
 */

/**
 * The picture as it would be in even light; the same where its border is even.
 * @param {Grey} picture @returns {Grey}
 */
export function evened(picture) {
  const { values, width, height } = picture;
  const edge = borderValues(picture);
  const paper = edge[edge.length >> 1];
  const { contrast } = contrastTo(paper, values);
  const [low, high] = [TAIL, 1 - TAIL].map((part) => edge[Math.floor(part * (edge.length - 1))]);
  if (high - low <= UNEVEN * contrast) return picture;
  const small = reduced(picture);
  const sign = signOf(small);
  const papers = enlarged(paperUnder(small, sign), picture);
  // A shadow leaves the same part of the light on paper and ink. Nothing is lighter than light
  // paper, but at the edges of shadows.
  const bound = sign < 0 ? Math.min : Math.max;
  const even = values.map((value, i) =>
    bound(paper, (value * paper) / Math.max(LEAST_PAPER, papers[i])),
  );
  return { values: even, width, height };
}

/**
 * The sign of the ink, and how far it is from the paper.
 * @param {number} paper @param {Float32Array} values
 */
export function contrastTo(paper, values) {
  let [least, most] = [paper, paper];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const sign = most - paper > paper - least ? 1 : -1;
  return { sign, contrast: Math.max(most - paper, paper - least) };
}

/** Those of the outermost pixels, sorted. @param {Grey} picture */
export function borderValues({ values, width, height }) {
  return border(width, height)
    .map((at) => values[at])
    .sort((a, b) => a - b);
}

/** Indices of the outermost pixels. @param {number} width @param {number} height */
export function border(width, height) {
  const all = [];
  for (let x = 0; x < width; x++) all.push(x, (height - 1) * width + x);
  for (let y = 1; y < height - 1; y++) all.push(y * width, y * width + width - 1);
  return all;
}

/**
 * The sign of the ink in any light: of the differences from the mean around, those of ink are the
 * fewer and the larger.
 * @param {Grey} picture
 */
function signOf(picture) {
  const means = filtered(picture, radiusIn(picture), mean);
  let skew = 0;
  for (const [i, value] of picture.values.entries()) skew += (value - means.values[i]) ** 3;
  return skew < 0 ? -1 : 1;
}

/** Of the squares that are filled in. @param {Grey} picture */
function radiusIn({ width, height }) {
  return Math.max(1, Math.round(RADIUS * Math.max(width, height)));
}

/** @param {Grey} picture @param {number} sign  of the ink @returns {Grey} */
function paperUnder(picture, sign) {
  const radius = radiusIn(picture);
  // The largest values are the paper's, whatever the sign.
  const light = picture.values.map((value) => -sign * value);
  // Single pixels that are too light, of dust and noise, would be taken for paper.
  const smooth = filtered({ ...picture, values: light }, 1, mean);
  const spread = filtered(smooth, radius, largest, radius + EDGE);
  // A little more than closed: at the edge of a shadow the paper is rather too dark than too light.
  const closed = filtered(spread, radius + EDGE, least, -radius - EDGE);
  return { ...closed, values: closed.values.map((value) => -sign * value) };
}

/* ---- smaller pictures ---- */

/** Each of its pixels is the mean of a square. @param {Grey} picture @returns {Grey} */
function reduced({ values, width, height }) {
  const factor = factorOf(width, height);
  const [wide, high] = [Math.ceil(width / factor), Math.ceil(height / factor)];
  const [sums, counts] = [new Float32Array(wide * high), new Float32Array(wide * high)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = Math.floor(y / factor) * wide + Math.floor(x / factor);
      sums[at] += values[y * width + x];
      counts[at]++;
    }
  }
  return { values: sums.map((sum, i) => sum / counts[i]), width: wide, height: high };
}

/** @param {number} width @param {number} height */
const factorOf = (width, height) => Math.ceil(Math.max(width, height) / SMALL);

/**
 * The values of a reduced picture.
 * @param {Grey} small @param {Grey} picture  as large as before
 */
function enlarged(small, { width, height }) {
  const factor = factorOf(width, height);
  const values = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / factor) * small.width;
    for (let x = 0; x < width; x++) {
      values[y * width + x] = small.values[row + Math.floor(x / factor)];
    }
  }
  return values;
}

/* ---- filters over squares ---- */

/**
 * A filter of one line: of `size` values of `line` it makes one of `to`.
 * @typedef {(line: Float32Array, to: Float32Array, size: number) => void} Filter
 */

/**
 * A picture filtered over squares, along its rows and then its columns; outside it is as at its
 * border.
 * @param {Grey} picture @param {number} radius @param {Filter} filter
 * @param {number} [margin]  by which the result is larger, on each side; −radius where the picture
 *   has a margin already
 * @returns {Grey}
 */
function filtered({ values, width, height }, radius, filter, margin = 0) {
  const rows = alongRows({ values, width, height }, radius, filter, margin);
  const columns = alongRows(transposed(rows), radius, filter, margin);
  return transposed(columns);
}

/**
 * @param {Grey} picture @param {number} radius @param {Filter} filter @param {number} margin
 * @returns {Grey}
 */
function alongRows({ values, width, height }, radius, filter, margin) {
  const pad = radius + margin;
  const line = new Float32Array(width + 2 * pad);
  const wide = width + 2 * margin;
  const all = new Float32Array(wide * height);
  for (let y = 0; y < height; y++) {
    const row = values.subarray(y * width, (y + 1) * width);
    line.fill(row[0], 0, pad);
    line.set(row, pad);
    line.fill(row[width - 1], pad + width);
    filter(line, all.subarray(y * wide, (y + 1) * wide), 2 * radius + 1);
  }
  return { values: all, width: wide, height };
}

/** @param {Grey} picture @returns {Grey} */
function transposed({ values, width, height }) {
  const turned = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) turned[x * height + y] = values[y * width + x];
  }
  return { values: turned, width: height, height: width };
}

/** @type {Filter} */
function mean(line, to, size) {
  let sum = 0;
  for (let i = 0; i < size - 1; i++) sum += line[i];
  for (let i = 0; i < to.length; i++) {
    sum += line[i + size - 1];
    to[i] = sum / size;
    sum -= line[i];
  }
}

/** @type {Filter} */
function least(line, to, size) {
  for (let i = 0; i < line.length; i++) line[i] = -line[i];
  largest(line, to, size);
  for (let i = 0; i < to.length; i++) to[i] = -to[i];
}

/**
 * In a time that does not depend on the size: the largest of each block from its beginning, and to
 * its end; each window is a part of two.
 * @type {Filter}
 */
function largest(line, to, size) {
  const { length } = line;
  const [before, after] = [new Float32Array(length), new Float32Array(length)];
  for (let i = 0; i < length; i++) {
    before[i] = i % size ? Math.max(before[i - 1], line[i]) : line[i];
  }
  for (let i = length - 1; i >= 0; i--) {
    const isLast = i === length - 1 || i % size === size - 1;
    after[i] = isLast ? line[i] : Math.max(after[i + 1], line[i]);
  }
  for (let i = 0; i < to.length; i++) to[i] = Math.max(after[i], before[i + size - 1]);
}
