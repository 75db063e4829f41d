import * as texts from "../texts/en/shell.js";

/**
 * A module that is fetched when it is needed; rejects with a sentence for people.
 * @template T
 * @param {Promise<T>} module @returns {Promise<T>}
 */
export function fetched(module) {
  return module.catch(() => {
    throw new Error(texts.notLoaded);
  });
}
