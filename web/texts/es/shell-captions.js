/** Which network is on the page, and which digits: the first screen's words, and the dialog's. */
import { count } from "../../common/numbers.js";
import { clause, plural } from "./locale.js";

export const loadingEngine = "Cargando el motor…";

/**
 * What follows a network's name, without a space.
 * @param {string} functions  of a random network, or ""
 * @param {number} parameters
 * @param {string} history  or ""
 * @param {boolean} isContinued  the history goes on that of a trained network
 */
export function networkDetails(functions, parameters, history, isContinued) {
  const size = `${functions && `, ${functions}`}, ${count(parameters)} pesos y sesgos`;
  if (!history) return `${size}.`;
  return `${size}${isContinued ? ". Desde entonces: " : ": "}${clause(history)}.`;
}

export const loadingDigits = "Cargando dígitos…";
export const digitsWhenNeeded = "Los dígitos de MNIST (11 MB) se cargan cuando hacen falta.";
/** @param {number} loaded @param {number} total */
export const loadingDigitsOf = (loaded, total) =>
  `Cargando dígitos: ${count(loaded)} de ${count(total)}`;
/** @param {number} n */
const digits = (n) => `${count(n)} ${plural(n, { one: "dígito", other: "dígitos" })}`;
/**
 * @param {string} source  a name, such as that of a file, which is left as it is
 * @param {number} train @param {boolean} hasDrawings  among them @param {number} test
 */
export const digitsOf = (source, train, hasDrawings, test) =>
  `${source}: ${digits(train)} de entrenamiento${
    hasDrawings ? ", con copias de tus dibujos entre ellos" : ""
  }, ${digits(test)} de prueba.`;

/* ---- files of the visitor ---- */

export const yourData = "Tus datos";
