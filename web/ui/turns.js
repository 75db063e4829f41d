/** One part a frame: what would be a long task together is several short ones. */
import { nextFrame } from "../model/store.js";

/** @type {Promise<void>} */
let last = Promise.resolve();

/**
 * Resolves in a task of its own, between the painting of one frame and the next, after all who
 * asked before.
 * @returns {Promise<void>}
 */
export function turn() {
  last = last.then(() => new Promise((resolve) => nextFrame(() => setTimeout(resolve))));
  return last;
}
