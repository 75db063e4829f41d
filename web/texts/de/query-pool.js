/** What becomes of a lab's question that cannot be answered. */
import { withStop } from "./locale.js";

/** @param {string} why  a sentence or half of one */
export const stopped = (why) => `Die Berechnung wurde abgebrochen: ${withStop(why)}`;
export const ended = "Die Seite wird geschlossen.";
export const digitsReplaced = "Die Ziffern wurden inzwischen ersetzt.";
