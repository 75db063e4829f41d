/**
 * Which of the visitor's own digits are in use, beyond a reload: each tab goes on with its own, and
 * a new visit with those that were chosen last.
 *
 * @typedef {{ id: string, name: string }} Chosen  id: see KeptData in worker/protocol.js
 *
 * @typedef {object} DataChoice
 * @property {(isReload: boolean) => Chosen | null} get  of this tab, or of the last one
 * @property {(chosen: Chosen | null, isForAll?: boolean) => void} set  isForAll: for new visits, too
 */
import { shownText } from "../common/shown-text.js";

const KEY = "downhill-data";

/** The browser's own. @returns {DataChoice} */
export function browserDataChoice() {
  return {
    get: (isReload) => read(isReload ? "sessionStorage" : "localStorage"),
    set: (chosen, isForAll = true) => {
      write("sessionStorage", chosen);
      if (isForAll) write("localStorage", chosen);
    },
  };
}

/** Forgets with the page, where there is no storage. @returns {DataChoice} */
export function noDataChoice() {
  return { get: () => null, set: () => {} };
}

/** @param {"sessionStorage" | "localStorage"} where @returns {Chosen | null} */
function read(where) {
  try {
    const { id, name } = JSON.parse(globalThis[where].getItem(KEY) ?? "null") ?? {};
    return typeof id === "string" ? { id, name: shownText(name) } : null;
  } catch {
    return null;
  }
}

/** @param {"sessionStorage" | "localStorage"} where @param {Chosen | null} chosen */
function write(where, chosen) {
  try {
    if (chosen) globalThis[where].setItem(KEY, JSON.stringify(chosen));
    else globalThis[where].removeItem(KEY);
  } catch {
    // A browser without storage keeps nothing else either, and the visitor was told.
  }
}
