/**
 * Deadlines. The clock is handed over, so that a test need not wait.
 *
 * @typedef {object} Timer
 * @property {(ms: number, act: () => void) => () => void} after  calls `act` once that time has
 *   passed; what it returns prevents the call
 */

/** @type {Timer} */
export const timer = {
  after(ms, act) {
    const id = setTimeout(act, ms);
    return () => clearTimeout(id);
  },
};

/**
 * What the promise brings, or a rejection with `late()` once that time has passed.
 * @template T @param {Timer} timer @param {number} ms @param {Promise<T>} promise
 * @param {() => Error} late
 * @returns {Promise<T>}
 */
export function withDeadline({ after }, ms, promise, late) {
  return new Promise((resolve, reject) => {
    const stop = after(ms, () => reject(late()));
    promise.then(resolve, reject).finally(stop);
  });
}
