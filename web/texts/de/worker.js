/** What the worker says: why something failed, names of undo entries, trouble with digits. */
import { count, exact } from "../../common/numbers.js";
import { capitalized } from "./locale.js";

/* ---- commands ---- */

export const pageIsLoading = "Die Seite wird noch geladen.";
/** @param {string} name */
export const noCommand = (name) => `Es gibt keinen Befehl ${name}.`;
/** @param {string} name */
export const noQuery = (name) => `Es gibt keine Abfrage ${name}.`;
export const givenUp = "Aufgegeben.";
export const replacedMeanwhile = "Das Netz oder die Ziffern wurden inzwischen ersetzt.";
export const digitsReplaced = "Die Ziffern wurden inzwischen ersetzt.";

/* ---- undo: the action, as a noun ---- */

export const undoLoading = "anderes Netz laden";
export const undoFile = "Modelldatei öffnen";
export const undoSaved = "gespeichertes Netz öffnen";
export const undoFineTuned = "feinabgestimmtes Netz übernehmen";
export const undoTrained = "trainiertes Netz übernehmen";
export const undoReset = "zurücksetzen";
export const undoEdit = "Änderung";
export const undoDivergence = "divergiertes Training";
export const undoData = "Ziffern wechseln";
export const undoTeaching = "Zeichnung beibringen";
export const undoUndone = "rückgängig Gemachtes verwerfen";

/* ---- why a command changed nothing ---- */

export const notEditedOther = "Das Netz wurde ersetzt, darum wurde nichts geändert.";
export const notEditedDiverged =
  "Andere Gewichte dieses Netzes sind keine Zahlen, darum wurde nichts geändert.";
export const notTaughtOther =
  "Das Netz hat sich inzwischen geändert, darum wurde die Zeichnung nicht beigebracht.";
export const notTaughtDiverged =
  "Gewichte dieses Netzes sind keine Zahlen, darum wurde die Zeichnung nicht beigebracht.";
/** @param {number} rate */
export const teachingDiverged = (rate) =>
  `Bei einer Lernrate von ${exact(rate)} sind die Gewichte danach keine Zahlen mehr, ` +
  "darum wurde die Zeichnung nicht beigebracht.";
export const notTaughtOtherDigits =
  "Die Ziffern wurden inzwischen ersetzt, darum wurde die Zeichnung nicht beigebracht.";
export const emptyLink = "Der Link enthält kein Netz.";
export const notSavedAnyMore = "Dieses Netz ist nicht mehr gespeichert.";
export const noGoodNetwork = "Es gibt kein gutes Netz, zu dem man zurückkehren könnte.";

/** @param {number} parameters @param {number} values */
export const unequalEdit = (parameters, values) =>
  `Genannte Parameter: ${parameters}, genannte Werte: ${values}.`;
/** @param {number} index */
export const noParameter = (index) => `Es gibt keinen Parameter ${index}.`;
/** @param {number} value */
export const noWeight = (value) => `${value} ist kein Wert für ein Gewicht.`;

/* ---- experiments ---- */

export const noNetwork = "Es gibt noch kein Netz.";
export const experimentRuns = "Dieses Experiment läuft noch.";
/** @param {number} epochs */
export const wrongEpochs = (epochs) => `epochs: 0…1e6 erwartet, nicht ${epochs}`;
/** @param {number} train  digits that there are @param {number} wanted */
export const wrongCount = (train, wanted) =>
  `count: 1…${train} Trainingsziffern erwartet, nicht ${wanted}`;
export const noTestDigit = "mindestens eine Testziffer ist nötig";

/* ---- sources of digits ---- */

export const handwriting = "eingebaute Handschrift";
/**
 * The name of a source of which a part is in.
 * @param {string} name @param {number} train @param {number} total
 */
export const partOf = (name, train, total) =>
  `${name}, ${count(train)} von ${count(total)} Ziffern`;

/** @param {"train" | "test"} set */
export const digitsAreLoading = (set) =>
  `Die ${set === "train" ? "Trainingsziffern" : "Testziffern"} werden noch geladen.`;
/** @param {string} why  half a sentence @param {number} train @param {number} total */
export const onlyPartIsIn = (why, train, total) =>
  `${capitalized(why)}: ${count(train)} von ${count(total)} Trainingsziffern sind da.`;
/** @param {boolean} isTest  the training digits are in @param {number} total */
export const slow = (isTest, total) =>
  `Die ${isTest ? "Testziffern" : "Ziffern"} laden langsam: bisher 0 von ${count(total)}.`;

/**
 * @param {string} why  half a sentence
 * @param {boolean} isDamaged  else it could not be loaded
 * @param {string} used  name of the digits that stay in use; "" for handwriting in MNIST's place
 */
export function noMnist(why, isDamaged, used) {
  const what = isDamaged
    ? "MNIST ist auf diesem Server beschädigt"
    : "MNIST konnte nicht geladen werden";
  const instead = used
    ? `Weiter in Gebrauch: ${used}.`
    : "Stattdessen wird eingebaute Handschrift verwendet.";
  return `${what}: ${why}. ${instead}`;
}

/** Why the engine could not be loaded, as half a sentence. */
export const noEngine =
  "der Server oder eine Anmeldeseite des Netzwerks sendet etwas anderes anstelle der Engine";

/* Why a file of digits could not be read, as half a sentence. */
export const brokenOff = "die Verbindung brach ab";
export const hostNotReached = "der Server war nicht erreichbar";
export const hostSilent = "der Server antwortete nicht mehr";
/** @param {string} file */
export const notFound = (file) => `${file} wurde nicht gefunden`;
/** @param {number} status */
export const answeredWith = (status) => `der Server antwortete mit Status ${status}`;

/* What is wrong with a file of MNIST, as half a sentence. */
/** @param {string} file @param {number} images @param {number} labels */
export const unequal = (file, images, labels) =>
  `${file} hat ${images} Bilder, es gibt aber ${labels} Labels`;
/** @param {string} file @param {number} size */
export const tooLong = (file, size) => `${file} ist länger als ${size} Bytes`;
/** @param {string} file @param {number} length @param {number} size */
export const tooShort = (file, length, size) => `${file} hat ${length} statt ${size} Bytes`;
/** @param {string} file */
export const otherChecksum = (file) => `${file} hat eine andere Prüfsumme`;

/* What is wrong with the visitor's own digits, as half a sentence. */
export const noTrainingDigits = "in den Dateien sind keine Trainingsziffern";
export const noTestDigits = "in den Dateien sind keine Testziffern";
export const tooFew = "eine Ziffer ist zu wenig: Eine weitere wird als Testziffer gebraucht";
/** @param {string} why */
export const badTrainingDigits = (why) => `die Trainingsziffern: ${why}`;
/** @param {string} why */
export const badTestDigits = (why) => `die Testziffern: ${why}`;
