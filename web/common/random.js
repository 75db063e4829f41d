/**
 * Random numbers in 0…1, without 1, the same for the same seed: Mulberry32 by Tommy Ettinger, in
 * the public domain, with a period of 2³².
 * @param {number} seed  an integer @returns {() => number} the next one
 */
export function uniform(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
