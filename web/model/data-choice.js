/**
 * Which digits are in use in place of MNIST, beyond a reload: each tab goes on with its own, and a
 * new visit with those that were chosen last.
 *
 * @typedef {{ id: string, name: string }} Chosen  the visitor's own, id as of KeptData in
 *   worker/protocol.js; or HANDWRITING
 *
 * @typedef {object} DataChoice
 * @property {(isReload: boolean) => Chosen | null} get  of this tab, or of the last one; null:
 *   MNIST
 * @property {(chosen: Chosen | null, isForAll?: boolean) => void} set  isForAll: for new visits,
 *   too
 * @property {(id: string) => void} hold  tells other tabs which own digits this one uses; "": none
 * @property {() => Promise<Set<string>>} held  ids of the own digits that other tabs use, as far as
 *   the browser tells
 */
import { DATA_LOCK, heldIds } from "../common/open-tabs.js";
import { shownText } from "../common/shown-text.js";

const KEY = "downhill-data";

/** Built-in handwriting. No own digits have that id: theirs is a checksum. @type {Chosen} */
export const HANDWRITING = Object.freeze({ id: "handwriting", name: "" });

/** The browser's own. @returns {DataChoice} */
export function browserDataChoice() {
  return {
    get: (isReload) => read(isReload ? "sessionStorage" : "localStorage"),
    set: (chosen, isForAll = true) => {
      write("sessionStorage", chosen);
      if (isForAll) write("localStorage", chosen);
    },
    ...heldDigits(),
  };
}

/** @returns {Pick<DataChoice, "hold" | "held">} */
function heldDigits() {
  let mine = "";
  let release = () => {};
  return {
    hold: (id) => {
      if (id === mine) return;
      release();
      mine = id;
      /** @type {Promise<void>} */
      const ended = new Promise((resolve) => {
        release = resolve;
      });
      const lock = id && navigator.locks?.request(DATA_LOCK + id, { mode: "shared" }, () => ended);
      if (lock) lock.catch(() => {});
    },
    held: async () => {
      const ids = await heldIds(DATA_LOCK);
      if (ids.includes(mine)) ids.splice(ids.indexOf(mine), 1);
      return new Set(ids);
    },
  };
}

/** Forgets with the page, where there is no storage. @returns {DataChoice} */
export function noDataChoice() {
  return { get: () => null, set: () => {}, hold: () => {}, held: async () => new Set() };
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
