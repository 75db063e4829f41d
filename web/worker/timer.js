/**
 * Timers and deadlines. The clock is handed over, so that a test need not wait.
 *
 * @typedef {(act: () => void, milliseconds: number) => () => void} SetTimer  returns its cancel
 */

/** @type {SetTimer} */
export function startTimer(act, milliseconds) {
  const id = setTimeout(act, milliseconds);
  return () => clearTimeout(id);
}

/**
 * What the promise brings, or a rejection with `late()` once that time has passed.
 * @template T @param {SetTimer} setTimer @param {number} ms @param {Promise<T>} promise
 * @param {() => Error} late
 * @returns {Promise<T>}
 */
export function withDeadline(setTimer, ms, promise, late) {
  return new Promise((resolve, reject) => {
    const cancel = setTimer(() => reject(late()), ms);
    promise.then(resolve, reject).finally(cancel);
  });
}
