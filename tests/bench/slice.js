/**
 * One turn of a contestant: as many units as fit into a slice of time. Works in Node, pages and
 * workers.
 */

/** A call of at least this long makes reading the clock cheap. */
export const CALL_MS = 5;

/**
 * Repeats `work(count)` for at least `ms`, growing `count` until one call lasts long enough.
 *
 * @param {(count: number) => unknown} work  does `count` units, perhaps as a promise
 * @param {number} ms
 * @param {number} [count]  units per call to begin with, as an earlier slice returned it
 * @param {number} [callMs]  how long one call is to last
 * @returns {Promise<{ units: number, seconds: number, count: number }>}
 */
export async function slice(work, ms, count = 1, callMs = CALL_MS) {
  const start = performance.now();
  let now = start;
  let units = 0;
  do {
    const before = now;
    const pending = work(count);
    if (pending instanceof Promise) await pending;
    now = performance.now();
    units += count;
    if (now - before < callMs) count *= 2;
  } while (now - start < ms);
  return { units, seconds: (now - start) / 1000, count };
}
