/** Parameters ranked by the size of their component of the gradient, and at random. */

const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;

/**
 * Indices of the values, largest size first; of equals, the first first. By radix sort: a network
 * of two million parameters takes about 50 ms.
 * @param {Float32Array} values
 * @returns {Uint32Array}
 */
export function orderOf(values) {
  // The bits of a size, read as an integer, rise with it; turned over, the largest comes first.
  const keys = new Uint32Array(values.slice().buffer).map((bits) => ~bits & 0x7fffffff);
  let order = Uint32Array.from(keys, (_, i) => i);
  let next = new Uint32Array(order.length);
  for (let shift = 0; shift < 31; shift += DIGIT_BITS) {
    const ends = new Uint32Array(BUCKETS + 1);
    for (const key of keys) ends[((key >>> shift) & (BUCKETS - 1)) + 1]++;
    for (let i = 1; i <= BUCKETS; i++) ends[i] += ends[i - 1];
    for (const i of order) next[ends[(keys[i] >>> shift) & (BUCKETS - 1)]++] = i;
    [order, next] = [next, order];
  }
  return order;
}

/**
 * All indices below n in random order, the same for the same seed.
 * @param {number} n @param {number} seed
 */
export function shuffled(n, seed) {
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  let state = (seed * 0x9e3779b1) >>> 0;
  for (let i = n - 1; i > 0; i--) {
    // Xorshift would stay at 0; a Weyl sequence with a multiplied hash does not.
    state = (state + 0x6d2b79f5) >>> 0;
    let hash = Math.imul(state ^ (state >>> 15), state | 1);
    hash ^= hash + Math.imul(hash ^ (hash >>> 7), hash | 61);
    const other = Math.floor((((hash ^ (hash >>> 14)) >>> 0) / 2 ** 32) * (i + 1));
    [order[i], order[other]] = [order[other], order[i]];
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
