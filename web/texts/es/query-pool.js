/** What becomes of a lab's question that cannot be answered. */
import { withStop } from "./locale.js";

/** @param {string} why  a sentence or half of one */
export const stopped = (why) => `El cálculo se detuvo: ${withStop(why)}`;
export const ended = "Se está cerrando la página.";
export const digitsReplaced = "Entretanto se sustituyeron los dígitos.";
