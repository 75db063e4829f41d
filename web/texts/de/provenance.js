/** Where a network comes from: its name, its history, and why a link cannot make it again. */
import { count, percent } from "../../common/numbers.js";
import { plural } from "./locale.js";

/* ---- how it began ---- */

export const lesson = "Netz der Lektion (Sigmoid, quadratischer Fehler)";
export const pretrained = "Modernes Netz (ReLU, Softmax)";
export const best = "Genauestes Netz";
export const random = "Zufallsnetz";
export const file = "Netz aus einer Datei";

/** @param {number | undefined} seed */
export const randomWithSeed = (seed) => `${random}, Seed ${seed}`;

/* ---- what was done to it ---- */

export const notTrained = "noch nicht trainiert";

/** Stands for the middle of a long history. */
export const more = "…";

/** One after the other. @param {string[]} parts */
export const inOrder = (parts) => parts.join(", dann ");

/** @param {number} steps @param {string} data  name of the digits, in the nominative */
export const trained = (steps, data) =>
  `${count(steps)} ${plural(steps, { one: "Schritt", other: "Schritte" })} trainiert (${data})`;

export const edited = "von Hand geändert";

/** @param {number} label */
export const taught = (label) => `mit einer deiner Zeichnungen (${label}) trainiert`;

/** @param {number} epochs */
const forEpochs = (epochs) => `${epochs} ${plural(epochs, { one: "Epoche", other: "Epochen" })}`;

/** @param {number} epochs */
export const tunedToRejectNoise = (epochs) => `${forEpochs(epochs)} gegen Rauschen feinabgestimmt`;

/** @param {number} epochs */
export const tunedOnAttacks = (epochs) =>
  `${forEpochs(epochs)} mit angegriffenen Ziffern feinabgestimmt`;

/* ---- why a link cannot make it again, as half a sentence ---- */

export const becauseFile = "es stammt aus einer Datei";
export const becauseLong = "sein Verlauf ist zu lang für einen Link";
export const becauseEdited = "seine Gewichte wurden von Hand geändert";
export const becauseTaught = "ihm wurde eine deiner Zeichnungen beigebracht";
export const becauseTuned = "es wurde in einem Labor feinabgestimmt";
export const becausePart = "es wurde mit einem Teil der Ziffern trainiert";
export const becauseOwn = "es wurde mit deinen eigenen Daten trainiert";
export const becauseDrawings = "unter seinen Trainingsziffern waren Zeichnungen von dir";
export const becauseEarly = "sein Training begann, bevor alle Ziffern geladen waren";
export const becauseMixed = "es wurde mit zwei verschiedenen Ziffernsätzen trainiert";

/* ---- why a saved network is not opened, as half a sentence ---- */

export const noStart = "es fehlt, wie das Netz begann";
export const noHistory = "es fehlt, was mit dem Netz gemacht wurde";
export const noSeed = "sein Seed fehlt";
export const noRate = "eine Lernrate fehlt";
export const noData = "es fehlt, mit welchen Ziffern trainiert wurde";

/** @param {string} kind */
export const unknownEntry = (kind) => `es enthält einen Eintrag unbekannter Art: „${kind}“`;

/**
 * How a network that comes with the page was made: its file says it in English.
 * @param {string} _note @param {number} epochs @param {number} redrawn  MNIST digits drawn again
 * @param {number} handwriting  digits @param {number} accuracy  on 10,000 test digits
 */
export const ownModel = (_note, epochs, redrawn, handwriting, accuracy) =>
  `${count(epochs)} Epochen trainiert mit MNIST (${count(redrawn)} seiner Ziffern mit einem ` +
  `Stift nachgezeichnet) und ${count(handwriting)} Ziffern eingebauter Handschrift; ` +
  `${percent(accuracy, 2)} Genauigkeit auf den ${count(10_000)} Testziffern von MNIST`;
