/**
 * What the page is shown on: a screen, which may be zoomed or changed for another one, or a sheet.
 */

/** Between two numbers of dots per CSS pixel that screens have. */
const STEP = 0.001;

/** @type {Set<() => void>} */
const listeners = new Set();

/**
 * Calls the listener when drawings are to have another number of dots, or another size of which no
 * observer tells.
 * @param {() => void} listener
 * @returns {() => void} stops it
 */
export function onSurfaceChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let isOnPaper = false;

/** Whether the page is laid out for a sheet: what is out of sight on the screen is seen there. */
export const isPrinting = () => isOnPaper;

/** @param {boolean} now  whether the page is laid out for a sheet from now on */
export function print(now) {
  isOnPaper = now;
}

export function surfaceChanged() {
  for (const listener of listeners) listener();
}

/** A query is of one number of dots: after a change there is another. */
function watch() {
  const [least, most] = [devicePixelRatio - STEP, devicePixelRatio + STEP];
  const query = matchMedia(`(min-resolution: ${least}dppx) and (max-resolution: ${most}dppx)`);
  const changed = () => {
    watch();
    surfaceChanged();
  };
  query.addEventListener("change", changed, { once: true });
}

// Tests import controllers in Node, where there is no screen.
if (typeof matchMedia === "function") watch();
