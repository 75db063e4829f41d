/** Whether this tab is in presentation mode: kept over a reload, and in another language. */

const KEY = "presenting";

export function isPresenting() {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    // Where the browser keeps nothing, a reload ends it.
    return false;
  }
}

/** @param {boolean} now */
export function keepPresenting(now) {
  try {
    if (now) sessionStorage.setItem(KEY, "1");
    else sessionStorage.removeItem(KEY);
  } catch {
    // See above.
  }
}
