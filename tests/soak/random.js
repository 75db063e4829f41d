/** Seeded choices: a monkey with the same seed tries the same things. */

/** @typedef {ReturnType<typeof seeded>} Random */

/** @param {number} seed  an integer */
export function seeded(seed) {
  let state = seed >>> 0;
  // Mulberry32, Tommy Ettinger, public domain: one 32-bit state, period 2³².
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** In 0…1, without 1. */
    next,
    /** 0…most − 1 @param {number} most */
    below: (most) => Math.floor(next() * most),
    /** @template T @param {readonly T[]} list not empty @returns {T} */
    of: (list) => list[Math.floor(next() * list.length)],
    /**
     * @template T @param {readonly (readonly [number, T])[]} list  weights, and what has them
     * @returns {T}
     */
    weighted(list) {
      let left = next() * list.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, one] of list) {
        left -= weight;
        if (left < 0) return one;
      }
      return list[list.length - 1][1];
    },
  };
}
