/**
 * The engine's lists and ranges, as its C tables have them, for the page: what can be chosen, and
 * within which bounds. The only module of the page's side that reads them.
 */
import { lists } from "../../wasm/tables.js";

export { lists, maxLayers, maxWidth, notADigit, rangeOf } from "../../wasm/tables.js";

/**
 * Names of one of the engine's lists with words for people. A name without words stands for itself,
 * so that what is new in the engine can be chosen at once.
 * @template {keyof typeof lists} L
 * @param {L} list
 * @param {Record<string, string>} words
 * @returns {Record<(typeof lists)[L][number], string>} in the engine's order
 */
export function named(list, words) {
  return /** @type {any} */ (
    Object.fromEntries(lists[list].map((name) => [name, words[name] ?? name]))
  );
}
