/** Which network is on the page, and which digits: the first screen's words, and the dialog's. */
import { count } from "../../common/numbers.js";
import { clause, plural } from "./locale.js";

export const loadingEngine = "Loading the engine…";

/**
 * What follows a network's name, without a space.
 * @param {string} functions  of a random network, or ""
 * @param {number} parameters
 * @param {string} history  or ""
 * @param {boolean} isContinued  the history goes on that of a trained network
 */
export function networkDetails(functions, parameters, history, isContinued) {
  const size = `${functions && `, ${functions}`}, ${count(parameters)} weights and biases`;
  if (!history) return `${size}.`;
  return `${size}${isContinued ? ". Since then " : ": "}${clause(history)}.`;
}

export const loadingDigits = "Loading digits…";
export const digitsWhenNeeded = "The MNIST digits (11 MB) are loaded when needed.";
/** @param {number} loaded @param {number} total */
export const loadingDigitsOf = (loaded, total) =>
  `Loading digits: ${count(loaded)} of ${count(total)}`;
/** @param {number} n */
const digits = (n) => plural(n, { one: "digit", other: "digits" });
/**
 * @param {string} source  a name, such as that of a file, which is left as it is
 * @param {number} train @param {boolean} hasDrawings  among them @param {number} test
 */
export const digitsOf = (source, train, hasDrawings, test) =>
  `${source}: ${count(train)} training ${digits(train)}${
    hasDrawings ? ", copies of your drawings among them" : ""
  }, ${count(test)} test ${digits(test)}.`;

/* ---- files of the visitor ---- */

export const yourData = "Your data";
