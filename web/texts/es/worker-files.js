/** What the worker says of model files, and of networks saved in the browser. */
import { count } from "../../common/numbers.js";
import { plural, withStop } from "./locale.js";

/* ---- the networks that come with the page ---- */

const models = {
  lesson: "la red de la lección",
  pretrained: "la red moderna",
  best: "la red más exacta",
};

/** @param {keyof typeof models} model @param {string} why  a sentence, or half of one */
export const modelNotOpened = (model, why) =>
  `No se pudo abrir ${models[model]}: ${why.charAt(0).toLowerCase()}${why.slice(1)}`;

/* Why, as the end of a sentence, with what to do. */
export const hostSilent = "el servidor no envía nada. Inténtalo más tarde.";
/** @param {string} why */
export const hostNotReached = (why) =>
  `no se puede acceder al servidor (${why}). Inténtalo cuando tengas conexión.`;
/** @param {number} status */
export const hostAnswers = (status) =>
  `el servidor responde con el estado ${status}. Puede que falte allí el archivo.`;
export const hostAnswersWithPage =
  "el servidor responde con una página web. Puede que falte allí el archivo.";

/* ---- any model file ---- */

/** @param {string} checksum @param {string} said  by its note, or "" */
export const damagedModel = (checksum, said) =>
  `El archivo del modelo está dañado: sus parámetros tienen la suma de comprobación ${checksum}; ${
    said ? `su nota indica ${said}` : "su nota no indica ninguna"
  }.`;
/** @param {string} why  half a sentence */
export const unreadableModel = (why) => `No se pudo leer el archivo del modelo: ${withStop(why)}`;

export const formatsNotFetched =
  "No se pudo obtener lo que lee y escribe archivos de otros programas. Inténtalo cuando tengas " +
  "conexión.";
/** @param {string[]} names  of layers */
export const foreignNote = (names) => `con las capas ${names.join(", ")}`;

export const divergedModel =
  "Esta red ha divergido: no todos sus parámetros son finitos, así que su archivo no se podría " +
  "abrir. Vuelve a la última red buena.";

/* ---- saved networks ---- */

/** @param {string} why  half a sentence */
export const notSaved = (why) => `La red no se guardó, porque ${withStop(why)}`;
/** @param {string} why  half a sentence @param {boolean} isAside  it was set aside */
export const savedNotOpened = (why, isAside) =>
  `No se pudo abrir tu red guardada: ${withStop(why)}${isAside ? " Se dejó aparte." : ""}`;
/** @param {string} why  half a sentence */
export const earlierNotOpened = (why) =>
  `No se pudo abrir la red de una visita anterior: ${withStop(why)} Se dejó aparte.`;
export const historyDamaged =
  "Una parte del historial para deshacer estaba dañada y no se pudo abrir.";

export const earlierNetwork = "Tu red de una visita anterior";
/** @param {number} steps */
export const trainedThen = (steps) =>
  `entrenada entonces durante ${count(steps)} ${plural(steps, { one: "paso", other: "pasos" })}`;

/* What is wrong with it, as half a sentence. */
export const fileMissing = "falta el archivo de su modelo";
export const fileDamaged = "el archivo de su modelo está dañado";
export const otherVersion = "se guardó con otra versión de esta página";
export const recordDamaged = "su registro está dañado";
export const descriptionDamaged = "su descripción está dañada";
export const parametersDamaged = "sus parámetros están dañados";
export const parametersDoNotFit = "sus parámetros no corresponden a sus capas";
export const parametersNotFinite = "no todos sus parámetros son finitos";
export const entryDamaged = "está dañada";
export const noSpace = "no hay espacio para ella";

/* ---- the browser's storage ---- */

/** What a failure means. @param {boolean} isHistory  of undo; else the network was to be saved */
const lost = (isHistory) =>
  isHistory
    ? "así que al recargar se pierde el historial para deshacer."
    : "así que al recargar se pierde la red. Guarda el modelo para conservarla.";
/** @param {boolean} isHistory */
export const storageSilent = (isHistory) =>
  `El almacenamiento del navegador no responde, ${lost(isHistory)}`;
/** @param {boolean} isHistory */
export const storageFull = (isHistory) =>
  `El almacenamiento del navegador está lleno, ${lost(isHistory)}`;
/** @param {boolean} isHistory */
export const storageDenied = (isHistory) =>
  `Este navegador no permite guardar aquí, ${lost(isHistory)}`;
/** @param {string} why @param {boolean} isHistory */
export const storageFailed = (why, isHistory) =>
  `El navegador no pudo guardar (${why}), ${lost(isHistory)}`;

/* ---- the visitor's own digits ---- */

/** @param {string} why  half a sentence */
export const dataNotKept = (why) =>
  `No se pudieron conservar en este navegador (${why}), así que tras recargar habrá que ` +
  "elegirlos de nuevo.";
/** @param {string} why  half a sentence */
export const dataNotRead = (why) =>
  `No se pudieron leer tus datos de este navegador: ${withStop(why)}`;
/** @param {string} why  half a sentence */
export const dataNotListed = (why) =>
  `No se pudo leer lo que este navegador conserva de visitas anteriores: ${withStop(why)}`;
/** @param {string} why  half a sentence */
export const dataNotRemoved = (why) =>
  `No se pudieron eliminar de este navegador: ${withStop(why)}`;
/** @param {string} name  of own digits */
export const dataGone = (name) =>
  `Tus datos (${name}) ya no están en este navegador. Para seguir con ellos, elige los archivos ` +
  "de nuevo.";
export const noSpaceLeft = "su almacenamiento está lleno";
export const noAnswer = "su almacenamiento no responde";
export const notAllowed = "no permite guardar aquí";
