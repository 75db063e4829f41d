/** What the worker says of model files, and of networks saved in the browser. */
import { count } from "../../common/numbers.js";
import { capitalized, plural, withStop } from "./locale.js";

/* ---- the networks that come with the page ---- */

const models = {
  lesson: "Das Netz der Lektion",
  pretrained: "Das moderne Netz",
  best: "Das genaueste Netz",
};

/** @param {keyof typeof models} model @param {string} why  a sentence, or half of one */
export const modelNotOpened = (model, why) =>
  `${models[model]} konnte nicht geöffnet werden: ${capitalized(why)}`;

/* Why, as the end of a sentence, with what to do. */
export const hostSilent = "der Server sendet nichts. Versuche es später noch einmal.";
/** @param {string} why */
export const hostNotReached = (why) =>
  `der Server ist nicht erreichbar (${why}). Versuche es noch einmal, wenn du online bist.`;
/** @param {number} status */
export const hostAnswers = (status) =>
  `der Server antwortet mit Status ${status}. Vielleicht fehlt die Datei dort.`;
export const hostAnswersWithPage =
  "der Server antwortet stattdessen mit einer Webseite. Vielleicht fehlt die Datei dort.";

/* ---- any model file ---- */

/** @param {string} checksum @param {string} said  by its note, or "" */
export const damagedModel = (checksum, said) =>
  `Die Modelldatei ist beschädigt: Ihre Parameter haben die Prüfsumme ${checksum}, ${
    said ? `ihre Notiz nennt ${said}` : "ihre Notiz nennt keine"
  }.`;
/** @param {string} why  half a sentence */
export const unreadableModel = (why) => `Die Modelldatei war nicht lesbar: ${withStop(why)}`;

export const formatsNotFetched =
  "Der Programmteil für Dateien anderer Programme konnte nicht geladen werden. Versuche es noch " +
  "einmal, wenn du online bist.";
/** @param {string[]} names  of layers */
export const foreignNote = (names) => `mit den Schichten ${names.join(", ")}`;

export const divergedModel =
  "Dieses Netz ist divergiert: Nicht alle seine Parameter sind endlich, seine Datei ließe sich " +
  "also nicht öffnen. Geh zurück zum letzten guten Netz.";

/* ---- saved networks ---- */

/** @param {string} why  half a sentence */
export const notSaved = (why) => `Das Netz wurde nicht gespeichert, denn ${withStop(why)}`;
/** @param {string} why  half a sentence @param {boolean} isAside  it was set aside */
export const savedNotOpened = (why, isAside) =>
  `Dein gespeichertes Netz konnte nicht geöffnet werden: ${withStop(why)}${
    isAside ? " Es wurde beiseitegelegt." : ""
  }`;
/** @param {string} why  half a sentence */
export const earlierNotOpened = (why) =>
  `Das Netz eines früheren Besuchs konnte nicht geöffnet werden: ${withStop(why)} ` +
  "Es wurde beiseitegelegt.";
export const historyDamaged =
  "Ein Teil des Rückgängig-Verlaufs war beschädigt und konnte nicht geöffnet werden.";

export const earlierNetwork = "Dein Netz von einem früheren Besuch";
/** @param {number} steps */
export const trainedThen = (steps) =>
  `damals ${count(steps)} ${plural(steps, { one: "Schritt", other: "Schritte" })} trainiert`;

/* What is wrong with it, as half a sentence. */
export const fileMissing = "seine Modelldatei fehlt";
export const fileDamaged = "seine Modelldatei ist beschädigt";
export const otherVersion = "eine andere Version dieser Seite hat es gespeichert";
export const recordDamaged = "sein Datensatz ist beschädigt";
export const descriptionDamaged = "seine Beschreibung ist beschädigt";
export const parametersDamaged = "seine Parameter sind beschädigt";
export const parametersDoNotFit = "seine Parameter passen nicht zu seinen Schichten";
export const parametersNotFinite = "seine Parameter sind nicht alle endlich";
export const entryDamaged = "es ist beschädigt";
export const noSpace = "es gibt keinen Platz dafür";

/* ---- the browser's storage ---- */

/** What a failure means. @param {boolean} isHistory  of undo; else the network was to be saved */
const lost = (isHistory) =>
  isHistory
    ? "beim Neuladen geht also der Rückgängig-Verlauf verloren."
    : "beim Neuladen geht das Netz also verloren. Speichere die Modelldatei, um es zu behalten.";
/** @param {boolean} isHistory */
export const storageSilent = (isHistory) =>
  `Der Speicher des Browsers antwortet nicht, ${lost(isHistory)}`;
/** @param {boolean} isHistory */
export const storageFull = (isHistory) => `Der Speicher des Browsers ist voll, ${lost(isHistory)}`;
/** @param {boolean} isHistory */
export const storageDenied = (isHistory) =>
  `Dieser Browser erlaubt hier kein Speichern, ${lost(isHistory)}`;
/** @param {string} why @param {boolean} isHistory */
export const storageFailed = (why, isHistory) =>
  `Der Browser konnte nicht speichern (${why}), ${lost(isHistory)}`;

/* ---- the visitor's own digits ---- */

/** @param {string} why  half a sentence */
export const dataNotKept = (why) =>
  `Sie konnten nicht in diesem Browser gespeichert werden (${why}); nach dem Neuladen musst du ` +
  "sie noch einmal wählen.";
/** @param {string} why  half a sentence */
export const dataNotRead = (why) =>
  `Deine Daten konnten nicht aus diesem Browser gelesen werden: ${withStop(why)}`;
/** @param {string} why  half a sentence */
export const dataNotListed = (why) =>
  `Was von früheren Besuchen in diesem Browser gespeichert ist, war nicht lesbar: ${withStop(why)}`;
/** @param {string} why  half a sentence */
export const dataNotRemoved = (why) =>
  `Sie konnten nicht aus diesem Browser gelöscht werden: ${withStop(why)}`;
/** @param {string} name  of own digits */
export const dataGone = (name) =>
  `Deine Daten (${name}) sind nicht mehr in diesem Browser. Um mit ihnen weiterzumachen, wähle ` +
  "die Dateien noch einmal.";
export const noSpaceLeft = "sein Speicher ist voll";
export const noAnswer = "sein Speicher antwortet nicht";
export const notAllowed = "er erlaubt hier kein Speichern";
