/**
 * MNIST drawn again with the page's pen: a digit is thinned to the line along its middle, which is
 * followed, made wider or narrower, and inked as a drawing is.
 *
 * @import { loadEngine } from "../wasm/engine.js"
 * @import { IdxPair } from "./mnist.js"
 */

const side = 28;
/** Cells of each pixel, across and down. */
const fine = 3;
const N = side * fine;
/** Fainter than this is paper. */
const faintest = 100;
/** Thicker writing has filled its own loops, and is left out. Pixels. */
const thickest = 3.1;
/** Shorter branches are frays of a thick line. Cells. */
const shortest = 6;

/** Steps to the eight cells around, clockwise from above. */
const around = [-N, -N + 1, 1, N + 1, N, N - 1, -1, -N - 1];

/** The digit on cells, 1 ink. @param {Uint8Array} image 784 */
function cellsOf(image) {
  const cells = new Uint8Array(N * N);
  const within = (/** @type {number} */ at) => Math.max(0, Math.min(side - 1, at));
  for (let y = 0; y < N; y++) {
    for (let x = 0; x < N; x++) {
      const fromX = within((x + 0.5) / fine - 0.5);
      const fromY = within((y + 0.5) / fine - 0.5);
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      const [right, below] = [within(left + 1), within(top + 1)];
      const [u, v] = [fromX - left, fromY - top];
      const upper = image[top * side + left] * (1 - u) + image[top * side + right] * u;
      const lower = image[below * side + left] * (1 - u) + image[below * side + right] * u;
      cells[y * N + x] = Number(upper * (1 - v) + lower * v > faintest);
    }
  }
  return cells;
}

/**
 * Whether a cell of the rim may go, after Zhang and Suen, 1984.
 * @param {Uint8Array} cells @param {number} at @param {number} pass 0 or 1
 */
function mayGo(cells, at, pass) {
  let [inked, edges] = [0, 0];
  for (let k = 0; k < 8; k++) {
    const here = cells[at + around[k]];
    inked += here;
    edges += Number(here === 0 && cells[at + around[(k + 1) % 8]] === 1);
  }
  if (inked < 2 || inked > 6 || edges !== 1) return false;
  const [up, right, down, left] = [cells[at - N], cells[at + 1], cells[at + N], cells[at - 1]];
  return pass === 0
    ? (up & right & down) === 0 && (right & down & left) === 0
    : (up & right & left) === 0 && (up & down & left) === 0;
}

/** Takes away the rim until a line is left. @param {Uint8Array} cells */
function thin(cells) {
  for (let gone = 1; gone > 0; ) {
    gone = 0;
    for (const pass of [0, 1]) {
      const going = inkOf(cells).filter((at) => mayGo(cells, at, pass));
      for (const at of going) cells[at] = 0;
      gone += going.length;
    }
  }
}

/** The cells with ink; none at the border of the picture. @param {Uint8Array} cells */
function inkOf(cells) {
  /** @type {number[]} */
  const found = [];
  for (let at = N; at < N * N - N; at++) if (cells[at]) found.push(at);
  return found;
}

/**
 * The next cells on the line; across a corner only where there is no way around it.
 * @param {Uint8Array} cells @param {number} at
 */
function neighbours(cells, at) {
  const found = [];
  for (let k = 0; k < 8; k += 2) if (cells[at + around[k]]) found.push(at + around[k]);
  for (let k = 1; k < 8; k += 2) {
    const hasWay = cells[at + around[k - 1]] || cells[at + around[(k + 1) % 8]];
    if (cells[at + around[k]] && !hasWay) found.push(at + around[k]);
  }
  return found;
}

/**
 * From an end or a crossing to the next one.
 * @param {Uint8Array} cells @param {number} from @param {number} to its neighbour
 */
function follow(cells, from, to) {
  const line = [from];
  let [before, at] = [from, to];
  for (;;) {
    line.push(at);
    const ways = neighbours(cells, at);
    const next = ways.find((way) => way !== before);
    if (at === from || ways.length !== 2 || next === undefined) return line;
    [before, at] = [at, next];
  }
}

/** All lines between ends and crossings, then rings. @param {Uint8Array} cells */
function linesOf(cells) {
  /** @type {number[][]} */
  const lines = [];
  const drawn = new Set();
  /** @param {number} from @param {number} to */
  const add = (from, to) => {
    const line = follow(cells, from, to);
    for (const at of line) drawn.add(at);
    drawn.add(`${from}>${to}`).add(`${line[line.length - 1]}>${line[line.length - 2]}`);
    lines.push(line);
  };
  const ink = inkOf(cells);
  for (const at of ink) {
    const ways = neighbours(cells, at);
    if (ways.length === 0) lines.push([at]);
    if (ways.length === 2) continue;
    for (const way of ways) if (!drawn.has(`${at}>${way}`)) add(at, way);
  }
  for (const at of ink) {
    const ways = neighbours(cells, at);
    if (ways.length === 2 && !drawn.has(at)) add(at, ways[0]);
  }
  return lines;
}

/** Takes away short branches. @param {Uint8Array} cells */
function prune(cells) {
  for (const line of linesOf(cells)) {
    if (line.length > shortest || line.length < 2) continue;
    const ends = [line[0], line[line.length - 1]].map((at) => neighbours(cells, at).length);
    if (Math.min(...ends) !== 1 || Math.max(...ends) < 3) continue;
    const crossing = ends[0] > 1 ? line[0] : line[line.length - 1];
    for (const at of line) if (at !== crossing) cells[at] = 0;
  }
}

/** Cells as points, the steps between them smoothed. @param {number[]} line */
function strokeOf(line) {
  let points = line.map((at) => [at % N, Math.floor(at / N)]);
  for (let times = 0; times < 6; times++) {
    points = points.map((point, i) => {
      const [a, b] = [points[i - 1], points[i + 1]];
      if (!a || !b) return point;
      return point.map((value, k) => value / 2 + (a[k] + b[k]) / 4);
    });
  }
  return points;
}

/** Of all strokes, in cells. @param {number[][][]} strokes */
function lengthOf(strokes) {
  let length = 0;
  for (const stroke of strokes) {
    for (let i = 1; i < stroke.length; i++) {
      const [x, y] = [stroke[i][0] - stroke[i - 1][0], stroke[i][1] - stroke[i - 1][1]];
      length += Math.sqrt(x * x + y * y);
    }
  }
  return length;
}

/**
 * The strokes of an image, or null where they cannot be told: thick writing, and dots.
 * @param {Uint8Array} image 784
 */
function strokesIn(image) {
  const cells = cellsOf(image);
  thin(cells);
  prune(cells);
  const strokes = linesOf(cells).map(strokeOf);
  const area = image.reduce((sum, value) => sum + Number(value > faintest), 0);
  const hasDots = strokes.length > 1 && strokes.some((stroke) => stroke.length <= 2);
  return area * fine > thickest * lengthOf(strokes) || hasDots ? null : strokes;
}

/**
 * The digits of MNIST files that can be followed, drawn again, each 0.7 to 1.6 times as wide.
 * @param {Awaited<ReturnType<typeof loadEngine>>} engine @param {IdxPair} mnist
 * @returns {{ images: Uint8Array, labels: Uint8Array }}
 */
export function redrawn(engine, { images, labels }) {
  const count = labels.length - 8;
  const pictures = new Uint8Array(count * side * side);
  const names = [];
  let random = 12345;
  for (let i = 0; i < count; i++) {
    const at = 16 + i * side * side;
    const strokes = strokesIn(images.subarray(at, at + side * side));
    if (!strokes) continue;
    random = (Math.imul(random, 1103515245) + 12345) & 0x7fffffff;
    const wide = 0.7 + (0.9 * random) / 0x80000000;
    const ink = engine.ink(strokes.map((stroke) => stroke.map(([x, y]) => [wide * x, y])));
    pictures.set(
      ink.map((value) => Math.round(255 * value)),
      names.length * side * side,
    );
    names.push(labels[8 + i]);
  }
  return { images: pictures.slice(0, names.length * side * side), labels: Uint8Array.from(names) };
}
