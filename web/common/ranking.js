/** Parameters ranked by the size of their component of the gradient, and at random. */
import { uniform } from "./random.js";

const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;

/**
 * Indices of the values, largest size first; of equals, the first first. By radix sort, with plain
 * loops: of millions of values `map` and `from` take several times as long.
 * @param {Float32Array} values
 * @returns {Uint32Array}
 */
export function orderOf(values) {
  const { length } = values;
  // The bits of a size, read as an integer, rise with it; turned over, the largest comes first.
  let keys = new Uint32Array(values.slice().buffer);
  let order = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    keys[i] = ~keys[i] & 0x7fffffff;
    order[i] = i;
  }
  let [nextKeys, nextOrder] = [new Uint32Array(length), new Uint32Array(length)];
  for (let shift = 0; shift < 31; shift += DIGIT_BITS) {
    const starts = startsOf(keys, shift);
    for (let i = 0; i < length; i++) {
      const key = keys[i];
      const at = starts[(key >>> shift) & (BUCKETS - 1)]++;
      nextKeys[at] = key;
      nextOrder[at] = order[i];
    }
    [keys, nextKeys, order, nextOrder] = [nextKeys, keys, nextOrder, order];
  }
  return order;
}

/**
 * Where each bucket of a digit of the keys begins.
 * @param {Uint32Array} keys
 * @param {number} shift
 */
function startsOf(keys, shift) {
  const starts = new Uint32Array(BUCKETS + 1);
  for (let i = 0; i < keys.length; i++) starts[((keys[i] >>> shift) & (BUCKETS - 1)) + 1]++;
  for (let i = 1; i <= BUCKETS; i++) starts[i] += starts[i - 1];
  return starts;
}

/** The values in an order. @param {Uint32Array} order @param {Float32Array} values */
export function inOrder(order, values) {
  const ordered = new Float32Array(order.length);
  for (let i = 0; i < order.length; i++) ordered[i] = values[order[i]];
  return ordered;
}

/**
 * All indices below n in random order, the same for the same seed.
 * @param {number} n @param {number} seed
 */
export function shuffled(n, seed) {
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  const next = uniform(seed * 0x9e3779b1);
  for (let i = n - 1; i > 0; i--) {
    const other = Math.floor(next() * (i + 1));
    const value = order[i];
    order[i] = order[other];
    order[other] = value;
  }
  return order;
}

/** 1, 2, 5, 10, 20, … up to n, and n itself. @param {number} n */
export function stepsUpTo(n) {
  const steps = [];
  for (let unit = 1; unit < n; unit *= 10) {
    steps.push(...[unit, 2 * unit, 5 * unit].filter((k) => k < n));
  }
  return [...steps, n];
}

/**
 * Fraction of Σ g² that the first k of an order hold, for each k: the decrease to first order.
 * @param {Float32Array} gradient @param {Uint32Array} order @param {number[]} ks  rising
 */
export function fractionsHeld(gradient, order, ks) {
  let [sum, at] = [0, 0];
  const sums = ks.map((k) => {
    for (; at < k; at++) sum += gradient[order[at]] ** 2;
    return sum;
  });
  for (; at < order.length; at++) sum += gradient[order[at]] ** 2;
  return sums.map((held) => (sum > 0 ? held / sum : 0));
}

/** The middle one; of two, their mean. @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
