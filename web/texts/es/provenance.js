/** Where a network comes from: its name, its history, and why a link cannot make it again. */
import { count, exact, percent } from "../../common/numbers.js";
import { plural } from "./locale.js";

/* ---- how it began ---- */

export const lesson = "Red de la lección (sigmoide, error cuadrático)";
export const pretrained = "Red moderna (ReLU, softmax)";
export const best = "Red más exacta";
export const random = "Red aleatoria";
export const file = "Red de un archivo";

/** @param {number | undefined} seed */
export const randomWithSeed = (seed) => `${random}, semilla ${seed}`;

/* ---- what was done to it ---- */

export const notTrained = "aún sin entrenar";

/** Stands for the middle of a long history. */
export const more = "…";

/** One after the other. @param {string[]} parts */
export const inOrder = (parts) => parts.join(", después ");

/** @param {number} steps @param {string} data  name of the digits */
export const trained = (steps, data) =>
  `entrenada durante ${count(steps)} ${plural(steps, { one: "paso", other: "pasos" })} con ${data}`;

export const edited = "editada a mano";

/** @param {number} label */
export const taught = (label) => `entrenada con un dibujo tuyo (${label})`;

/** @param {number} epochs */
const forEpochs = (epochs) =>
  `durante ${exact(epochs)} ${plural(epochs, { one: "época", other: "épocas" })}`;

/** @param {number} epochs */
export const tunedToRejectNoise = (epochs) =>
  `con ajuste fino para rechazar ruido ${forEpochs(epochs)}`;

/** @param {number} epochs */
export const tunedOnAttacks = (epochs) =>
  `con ajuste fino con dígitos atacados ${forEpochs(epochs)}`;

/* ---- why a link cannot make it again, as half a sentence ---- */

export const becauseFile = "empezó a partir de un archivo";
export const becauseLong = "su historial es demasiado largo para un enlace";
export const becauseEdited = "sus pesos se editaron a mano";
export const becauseTaught = "se le enseñó un dibujo tuyo";
export const becauseTuned = "recibió un ajuste fino en un laboratorio";
export const becausePart = "se entrenó con una parte de los dígitos";
export const becauseOwn = "se entrenó con tus propios datos";
export const becauseDrawings = "entre sus dígitos de entrenamiento había dibujos tuyos";
export const becauseEarly = "su entrenamiento empezó antes de que se cargaran todos los dígitos";
export const becauseMixed = "se entrenó con dos conjuntos de dígitos distintos";

/* ---- why a saved network is not opened, as half a sentence ---- */

export const noStart = "no dice cómo empezó la red";
export const noHistory = "no dice qué se hizo con la red";
export const noSeed = "falta su semilla";
export const noRate = "falta una tasa de aprendizaje";
export const noData = "no dice con qué dígitos se entrenó";

/** @param {string} kind */
export const unknownEntry = (kind) => `contiene una entrada de un tipo desconocido, «${kind}»`;

/**
 * How a network that comes with the page was made: its file says it in English.
 * @param {string} _note @param {number} epochs @param {number} redrawn  MNIST digits drawn again
 * @param {number} handwriting  digits @param {number} accuracy  on 10,000 test digits
 */
export const ownModel = (_note, epochs, redrawn, handwriting, accuracy) =>
  `entrenada ${count(epochs)} épocas con MNIST (${count(redrawn)} de sus dígitos, repasados ` +
  `con un lápiz) y ${count(handwriting)} dígitos integrados; exactitud del ` +
  `${percent(accuracy, 2)} en los ${count(10_000)} dígitos de prueba de MNIST`;
