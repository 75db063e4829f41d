/** What the worker says: why something failed, names of undo entries, trouble with digits. */
import { count, exact } from "../../common/numbers.js";
import { capitalized } from "./locale.js";

/* ---- commands ---- */

export const pageIsLoading = "La página aún se está cargando.";
/** @param {string} name */
export const noCommand = (name) => `No existe el comando ${name}.`;
/** @param {string} name */
export const noQuery = (name) => `No existe la consulta ${name}.`;
export const givenUp = "Se abandonó.";
export const replacedMeanwhile = "Entretanto se sustituyeron la red o los dígitos.";
export const digitsReplaced = "Entretanto se sustituyeron los dígitos.";

/* ---- undo: the action, as a noun ---- */

export const undoLoading = "carga de otra red";
export const undoFile = "apertura de un modelo";
export const undoSaved = "apertura de una red guardada";
export const undoFineTuned = "uso de la red con ajuste fino";
export const undoTrained = "uso de la red entrenada";
export const undoReset = "reinicio";
export const undoEdit = "edición";
export const undoDivergence = "entrenamiento que divergió";
export const undoData = "cambio de los dígitos";
export const undoTeaching = "enseñanza de un dibujo";
export const undoUndone = "abandono de un cambio deshecho";

/* ---- why a command changed nothing ---- */

export const notEditedOther = "Se sustituyó la red, así que no se hizo la edición.";
export const notEditedDiverged =
  "Otros pesos de esta red no son números, así que no se hizo la edición.";
export const notTaughtOther = "Entretanto cambió la red, así que no se enseñó el dibujo.";
export const notTaughtDiverged =
  "Hay pesos de esta red que no son números, así que no se enseñó el dibujo.";
/** @param {number} rate */
export const teachingDiverged = (rate) =>
  `Con una tasa de aprendizaje de ${exact(rate)}, los pesos dejan de ser números, ` +
  "así que no se enseñó el dibujo.";
export const notTaughtOtherDigits =
  "Entretanto se sustituyeron los dígitos, así que no se enseñó el dibujo.";
export const emptyLink = "El enlace no contiene ninguna red.";
export const notSavedAnyMore = "Esa red ya no está guardada.";
export const noGoodNetwork = "No hay ninguna red buena a la que volver.";

/** @param {number} parameters @param {number} values */
export const unequalEdit = (parameters, values) =>
  `Parámetros indicados: ${parameters}; valores indicados: ${values}.`;
/** @param {number} index */
export const noParameter = (index) => `No existe el parámetro ${index}.`;
/** @param {number} value */
export const noWeight = (value) => `${value} no es un valor para un peso.`;

/* ---- experiments ---- */

export const noNetwork = "Aún no hay red.";
export const experimentRuns = "Este experimento aún está en marcha.";
/** @param {number} epochs */
export const wrongEpochs = (epochs) => `epochs: se esperaba 0…1e6, se recibió ${epochs}`;
/** @param {number} train  digits that there are @param {number} wanted */
export const wrongCount = (train, wanted) =>
  `count: se esperaba 1…${train} dígitos de entrenamiento, se recibió ${wanted}`;
export const noTestDigit = "se esperaba al menos un dígito de prueba";

/* ---- sources of digits ---- */

export const handwriting = "dígitos integrados";
/**
 * The name of a source of which a part is in.
 * @param {string} name @param {number} train @param {number} total
 */
export const partOf = (name, train, total) =>
  `${name} (${count(train)} de ${count(total)} dígitos)`;

/** @param {"train" | "test"} set */
export const digitsAreLoading = (set) =>
  `Los dígitos de ${set === "train" ? "entrenamiento" : "prueba"} aún se están cargando.`;
/** @param {string} why  half a sentence @param {number} train @param {number} total */
export const onlyPartIsIn = (why, train, total) =>
  `${capitalized(why)}: hay ${count(train)} de ${count(total)} dígitos de entrenamiento.`;
/** @param {boolean} isTest  the training digits are in @param {number} total */
export const slow = (isTest, total) =>
  `Los dígitos${isTest ? " de prueba" : ""} se cargan despacio: 0 de ${count(total)} hasta ahora.`;

/**
 * @param {string} why  half a sentence
 * @param {boolean} isDamaged  else it could not be loaded
 * @param {string} used  name of the digits that stay in use; "" for handwriting in MNIST's place
 */
export function noMnist(why, isDamaged, used) {
  const what = isDamaged ? "MNIST está dañado en este servidor" : "No se pudo cargar MNIST";
  const instead = used
    ? `Se sigue usando: ${used}.`
    : "En su lugar se usan los dígitos integrados.";
  return `${what}: ${why}. ${instead}`;
}

/** Why the engine could not be loaded, as half a sentence. */
export const noEngine =
  "el servidor, o una página de acceso de la red, envía otra cosa en lugar del motor";

/* Why a file of digits could not be read, as half a sentence. */
export const brokenOff = "la conexión se interrumpió";
export const hostNotReached = "no se pudo acceder al servidor";
export const hostSilent = "el servidor dejó de responder";
/** @param {string} file */
export const notFound = (file) => `no se encontró ${file}`;
/** @param {number} status */
export const answeredWith = (status) => `el servidor respondió con el estado ${status}`;

/* What is wrong with a file of MNIST, as half a sentence. */
/** @param {string} file @param {number} images @param {number} labels */
export const unequal = (file, images, labels) =>
  `${file} tiene ${count(images)} imágenes, pero hay ${count(labels)} etiquetas`;
/** @param {string} file @param {number} size */
export const tooLong = (file, size) => `${file} ocupa más de ${count(size)} bytes`;
/** @param {string} file @param {number} length @param {number} size */
export const tooShort = (file, length, size) =>
  `${file} ocupa ${count(length)} bytes en lugar de ${count(size)}`;
/** @param {string} file */
export const otherChecksum = (file) => `${file} tiene otra suma de comprobación`;

/* What is wrong with the visitor's own digits, as half a sentence. */
export const noTrainingDigits = "en los archivos no hay dígitos de entrenamiento";
export const noTestDigits = "en los archivos no hay dígitos de prueba";
export const tooFew = "un solo dígito no basta: hace falta otro como dígito de prueba";
/** @param {string} why */
export const badTrainingDigits = (why) => `los dígitos de entrenamiento: ${why}`;
/** @param {string} why */
export const badTestDigits = (why) => `los dígitos de prueba: ${why}`;
