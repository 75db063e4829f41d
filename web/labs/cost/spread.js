/**
 * How costs are distributed: a histogram over their logarithms, rank, average and median.
 *
 * @typedef {import("./queries.js").Survey} Survey
 *
 * @typedef {object} Spread
 * @property {number} count  of digits
 * @property {number} mean
 * @property {number} median
 * @property {number} worst  fraction of all cost that the worst 10% of digits account for
 * @property {Uint32Array} right  digits read correctly, per bin
 * @property {Uint32Array} wrong
 * @property {Float32Array} sorted
 * @property {Range} range
 *
 * @typedef {{ low: number, high: number }} Range  powers of ten where the histogram begins and ends
 */

export const BINS = 64;
/** Pictures shown of the digits of one bin. */
const GALLERY = 12;

/** Smaller costs are drawn at this value: 0 has no logarithm. */
const LEAST = 1e-30;
/** The histogram begins so low that at most this fraction of digits lies below. */
const LEFT_OUT = 1 / 50;
/** The widest range, in powers of ten. */
const LOWEST = -10;
/** No squared error is above 10. */
const SQUARES_HIGH = 1;

/**
 * How far along the range a cost lies, 0…1; the ends hold what lies beyond.
 * @param {Range} range
 * @param {number} cost
 */
export function along({ low, high }, cost) {
  return Math.min(1, Math.max(0, (Math.log10(Math.max(cost, LEAST)) - low) / (high - low)));
}

/** @param {Range} range @param {number} cost */
export function binOf(range, cost) {
  return Math.min(BINS - 1, Math.floor(along(range, cost) * BINS));
}

/** The cost in the middle of a bin. @param {Range} range @param {number} bin */
export function middleOf({ low, high }, bin) {
  return 10 ** (low + ((bin + 0.5) / BINS) * (high - low));
}

/** Whole powers of ten that hold nearly all. @param {Float32Array} sorted @returns {Range} */
function rangeOf(sorted) {
  const few = sorted[Math.floor(sorted.length * LEFT_OUT)];
  const low = Math.floor(Math.log10(Math.max(few, LEAST)));
  const isHigh = sorted[sorted.length - 1] > 10 ** SQUARES_HIGH;
  return {
    low: Math.min(-2, Math.max(LOWEST, low)),
    high: isHigh ? SQUARES_HIGH + 1 : SQUARES_HIGH,
  };
}

/** @param {Pick<Survey, "costs" | "labels" | "answers">} survey @returns {Spread} */
export function spreadOf({ costs, labels, answers }) {
  const sorted = costs.slice().sort();
  const range = rangeOf(sorted);
  const right = new Uint32Array(BINS);
  const wrong = new Uint32Array(BINS);
  let total = 0;
  for (const [i, cost] of costs.entries()) {
    (labels[i] === answers[i] ? right : wrong)[binOf(range, cost)]++;
    total += cost;
  }
  let worst = 0;
  for (let i = Math.ceil(costs.length * 0.9); i < costs.length; i++) worst += sorted[i];
  return {
    count: costs.length,
    mean: total / costs.length,
    median: sorted[costs.length >> 1],
    worst: worst / total,
    right,
    wrong,
    sorted,
    range,
  };
}

/** The fraction of digits that cost less. @param {Spread} spread @param {number} cost */
export function rankOf({ sorted, count }, cost) {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle] < cost) from = middle + 1;
    else to = middle;
  }
  return from / count;
}

/**
 * The first digits of a bin, for the gallery.
 * @param {Survey} survey
 * @param {Range} range
 * @param {number} bin
 * @returns {number[]} indices
 */
export function someOf({ costs }, range, bin) {
  const found = [];
  for (let i = 0; i < costs.length && found.length < GALLERY; i++) {
    if (binOf(range, costs[i]) === bin) found.push(i);
  }
  return found;
}

/** The bin of the highest cost that fills the gallery, or the fullest. @param {Spread} spread */
export function highestBin({ right, wrong }) {
  const held = [...right].map((n, i) => n + wrong[i]);
  const last = held.findLastIndex((n) => n >= GALLERY);
  return last >= 0 ? last : held.indexOf(Math.max(...held));
}
