/**
 * What outlives the page: the trained network, in the browser's own store. Where that is forbidden (a private window)
 * nothing is kept, and nothing breaks.
 *
 * @typedef {object} Kept
 * @property {Uint8Array} bytes  the model file
 * @property {string} hash  the address's settings it was trained under
 * @property {number} steps
 * @property {number} examples
 * @property {import("../model/state.js").Model} model
 * @property {import("../common/settings.js").Settings} [settings]  how it was being trained
 */
import { createStore, del, get, set } from "idb-keyval";

const KEY = "network";
const store = () => createStore("downhill", "kept");

/** @param {Kept} kept */
export async function keep(kept) {
  await quietly(() => set(KEY, kept, store()));
}

/** @returns {Promise<Kept | undefined>} */
export function kept() {
  return quietly(() => get(KEY, store()));
}

export async function forget() {
  await quietly(() => del(KEY, store()));
}

/** @template T @param {() => Promise<T>} work @returns {Promise<T | undefined>} */
async function quietly(work) {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
