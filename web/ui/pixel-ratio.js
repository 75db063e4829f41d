/** The number of the screen's dots per CSS pixel: zooming changes it, and so does another screen. */

/** Between two ratios that browsers have. */
const STEP = 0.001;

/** @type {Set<() => void>} */
const listeners = new Set();

/**
 * Calls the listener after every change.
 * @param {() => void} listener
 * @returns {() => void} stops it
 */
export function onRatioChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A query is of one ratio: after a change there is another. */
function watch() {
  const [least, most] = [devicePixelRatio - STEP, devicePixelRatio + STEP];
  const query = matchMedia(`(min-resolution: ${least}dppx) and (max-resolution: ${most}dppx)`);
  const changed = () => {
    watch();
    for (const listener of listeners) listener();
  };
  query.addEventListener("change", changed, { once: true });
}

// Tests import controllers in Node, where there is no screen.
if (typeof matchMedia === "function") watch();
