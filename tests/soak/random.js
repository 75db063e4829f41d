/** Seeded choices: a monkey with the same seed tries the same things. */

import { uniform } from "../../web/common/random.js";

/** @typedef {ReturnType<typeof seeded>} Random */

/** @param {number} seed  an integer */
export function seeded(seed) {
  const next = uniform(seed);
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
