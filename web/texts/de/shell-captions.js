/** Which network is on the page, and which digits: the first screen's words, and the dialog's. */
import { count } from "../../common/numbers.js";
import { clause, plural } from "./locale.js";

export const loadingEngine = "Engine wird geladen …";

/**
 * What follows a network's name, without a space.
 * @param {string} functions  of a random network, or ""
 * @param {number} parameters
 * @param {string} history  or ""
 * @param {boolean} isContinued  the history goes on that of a trained network
 */
export function networkDetails(functions, parameters, history, isContinued) {
  const size = `${functions && `, ${functions}`}, ${count(parameters)} Gewichte und Biases`;
  if (!history) return `${size}.`;
  return `${size}${isContinued ? ". Seitdem " : ": "}${clause(history)}.`;
}

export const loadingDigits = "Ziffern werden geladen …";
export const digitsWhenNeeded = "Die MNIST-Ziffern (11\u00a0MB) werden bei Bedarf geladen.";
/** @param {number} loaded @param {number} total */
export const loadingDigitsOf = (loaded, total) =>
  `Ziffern werden geladen: ${count(loaded)} von ${count(total)}`;
/**
 * @param {string} source  a name, such as that of a file, which is left as it is
 * @param {number} train @param {boolean} hasDrawings  among them @param {number} test
 */
export const digitsOf = (source, train, hasDrawings, test) => {
  const trainDigits = plural(train, { one: "Trainingsziffer", other: "Trainingsziffern" });
  const testDigits = plural(test, { one: "Testziffer", other: "Testziffern" });
  const drawings = hasDrawings ? ", darunter Kopien deiner Zeichnungen" : "";
  return `${source}: ${count(train)} ${trainDigits}${drawings}, ${count(test)} ${testDigits}.`;
};

/* ---- files of the visitor ---- */

export const yourData = "Deine Daten";
