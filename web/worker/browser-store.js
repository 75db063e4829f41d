/** A key-value store in IndexedDB. */
import { createStore, del, get, keys, set } from "idb-keyval";

/**
 * It is opened by the first call, and again after a failure, since a browser may have closed it.
 * @param {string} database @param {string} name  of the store in it
 * @returns {import("./storage.js").KeyValueStore}
 */
export function browserStore(database, name) {
  /** @type {import("idb-keyval").UseStore | null} */
  let store = null;
  /** @template T @param {(store: import("idb-keyval").UseStore) => Promise<T>} work */
  const using = async (work) => {
    store ??= createStore(database, name);
    try {
      return await work(store);
    } catch (error) {
      store = null;
      throw error;
    }
  };
  return {
    get: (key) => using((store) => get(key, store)),
    set: (key, value) => using((store) => set(key, value, store)),
    del: (key) => using((store) => del(key, store)),
    keys: () => using((store) => keys(store)),
  };
}
