/**
 * How costs are spread: a histogram over their logarithms, rank, average and middle.
 *
 * @typedef {import("./queries.js").Survey} Survey
 *
 * @typedef {object} Spread
 * @property {number} count
 * @property {number} mean
 * @property {number} median
 * @property {number} worst  share of all cost that the costliest tenth makes
 * @property {Uint32Array} right  digits read right, per bin
 * @property {Uint32Array} wrong
 * @property {Float32Array} sorted
 * @property {Range} range
 *
 * @typedef {{ low: number, high: number }} Range  powers of ten where the histogram begins and ends
 */

export const BINS = 64;

/** How far along the range a cost lies, 0…1; the ends hold what lies beyond. @param {Range} range @param {number} cost */
export function along({ low, high }, cost) {
  return Math.min(1, Math.max(0, (Math.log10(Math.max(cost, 1e-30)) - low) / (high - low)));
}

/** @param {Range} range @param {number} cost */
export function binOf(range, cost) {
  return Math.min(BINS - 1, Math.floor(along(range, cost) * BINS));
}

/** The cost in the middle of a bin. @param {Range} range @param {number} bin */
export function middleOf({ low, high }, bin) {
  return 10 ** (low + ((bin + 0.5) / BINS) * (high - low));
}

/** Whole powers of ten that hold nearly all; squares never make more than ten. @param {Float32Array} sorted @returns {Range} */
function rangeOf(sorted) {
  const few = sorted[Math.floor(sorted.length / 50)];
  const low = Math.floor(Math.log10(Math.max(few, 1e-30)));
  return { low: Math.min(-2, Math.max(-10, low)), high: sorted[sorted.length - 1] > 10 ? 2 : 1 };
}

/** @param {Survey} survey @returns {Spread} */
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

/** The share of digits that cost less. @param {Spread} spread @param {number} cost */
export function rankOf({ sorted, count }, cost) {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle] < cost) from = middle + 1;
    else to = middle;
  }
  return from / count;
}

/** Some digits of a bin. @param {Survey} survey @param {Range} range @param {number} bin @param {number} count @returns {number[]} */
export function someOf({ costs }, range, bin, count) {
  const found = [];
  for (let i = 0; i < costs.length && found.length < count; i++)
    if (binOf(range, costs[i]) === bin) found.push(i);
  return found;
}

/** The costliest bin that holds so many digits, or the fullest. @param {Spread} spread @param {number} enough */
export function costliest({ right, wrong }, enough) {
  const held = [...right].map((n, i) => n + wrong[i]);
  const last = held.findLastIndex((n) => n >= enough);
  return last >= 0 ? last : held.indexOf(Math.max(...held));
}
