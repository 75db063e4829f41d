/** What becomes of a lab's question that cannot be answered. */
import { withStop } from "./locale.js";

/** @param {string} why  a sentence or half of one */
export const stopped = (why) => `The computation stopped: ${withStop(why)}`;
export const ended = "The page is being closed.";
export const digitsReplaced = "The digits were replaced meanwhile.";
