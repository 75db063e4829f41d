/** What the session says: notices, failures of the engine, what a link or a saved network makes. */
import { count, exact, fixed, percent } from "../../common/numbers.js";
import { plural, withStop } from "./locale.js";

/* ---- the engine ---- */

export const engineRestarted = "Die Engine wurde neu gestartet.";
export const engineStopped = "Die Engine wurde angehalten.";
export const engineNotRunning = "Die Engine läuft nicht.";
/** Why it stopped, as half a sentence. */
export const engineSilent = "sie antwortet nicht mehr";

export const engineSlow = "Das Laden der Engine dauert lange.";
export const slowEngine =
  "Dieser Browser hat kein WebAssembly-SIMD: Das Training dauert hier länger, mit denselben " +
  "Ergebnissen.";
export const stopWaiting = "Abbrechen";
export const hostSilent = "Der Server hat nicht rechtzeitig geantwortet.";

export const engineNotStarted = "Die Engine konnte nicht gestartet werden.";
export const engineNotRestarted = "Die Engine konnte nicht neu gestartet werden.";
export const engineKeepsStopping = "Die Engine bricht immer wieder ab.";
export const tryAgain = "Neu versuchen";

/**
 * @param {string} why
 * @param {boolean} isKept  the network is as it was
 * @param {"" | "trained" | "replayed"} training  that the stop has ended; replayed: a link's
 */
export function stoppedAndRestarted(why, isKept, training) {
  const kept = isKept ? "; dein Netz ist erhalten" : "";
  const ended = {
    "": "",
    trained: " Das Training ist pausiert.",
    replayed: " Das Training, das der Link verlangt, wurde abgebrochen.",
  };
  return `Die Engine brach ab (${why}) und wurde neu gestartet${kept}.${ended[training]}`;
}

/* ---- digits ---- */

export const needsDigits = "Dafür sind die MNIST-Ziffern nötig: 11\u00a0MB.";
export const loadThem = "Laden";
export const digitsNotReached = "Die Ziffern konnten nicht geladen werden. Ist das Gerät online?";
export const useHandwritingInstead = "Stattdessen eingebaute Handschrift nehmen";
export const useHandwriting = "Eingebaute Handschrift nehmen";
/** @param {string} digits  their name @param {string} trouble  why they are not kept, or "" */
export const trainedFromNowOn = (digits, trouble) =>
  `Trainingsdaten des Netzes sind ab jetzt: ${digits}.${trouble && ` ${trouble}`}`;
/** @param {string} name  of own digits */
export const ownDataGone = (name) =>
  `Deine Daten (${name}) sind nicht mehr in diesem Browser, darum wird MNIST verwendet. ` +
  "Um mit ihnen weiterzumachen, wähle die Dateien noch einmal.";
/** @param {string} why  a sentence @param {string} name  of own digits */
export const ownDataNotRead = (why, name) =>
  `${why} Statt der Daten (${name}) wird MNIST verwendet; Neuladen versucht es noch einmal.`;
/** @param {number} number  1 is the first @param {number} label */
export const testDigit = (number, label) => `Testziffer ${count(number)}, Label ${label}.`;
/** @param {string} kind @param {number} seed */
export const noise = (kind, seed) => `Rauschen „${kind}“, Seed ${seed}.`;

/* ---- training ---- */

/** @param {string} why  a sentence */
export const trainingStopped = (why) => `Training abgebrochen: ${why}`;
export const interrupted = "Das Training wurde unterbrochen.";
export const continueTraining = "Weitertrainieren";
export const replayComesFirst = "Zuerst kommt das Training, das der Link verlangt.";

/** @param {number | undefined} rate */
const tooHigh = (rate) =>
  rate === undefined
    ? "Die Lernrate ist zu hoch."
    : `Eine Lernrate von ${exact(rate)} ist zu hoch.`;
/**
 * @type {Record<import("../../worker/protocol.js").Divergence, (rate: number | undefined) =>
 *   string>}
 */
export const diverged = {
  collapsed: (rate) =>
    `Das Netz ist kollabiert: Es gibt für jedes Bild dieselbe Antwort. ${tooHigh(rate)}`,
  cost: (rate) => `Die Kosten sind keine Zahl mehr. ${tooHigh(rate)}`,
  step: (rate) => `Nach dem nächsten Schritt wären Gewichte keine Zahlen mehr. ${tooHigh(rate)}`,
  replaced: (rate) => `Das Training ist divergiert; das ist das letzte gute Netz. ${tooHigh(rate)}`,
};
export const lowerRate = "Lernrate verringern";
export const backToGood = "Zurück zum letzten guten Netz";
/** @param {number} rate */
export const isBackAtGood = (rate) =>
  `Zurück beim letzten guten Netz. Die Lernrate ist jetzt ${exact(rate)}.`;

/**
 * Training that something else ends.
 * @param {boolean} isWaiting  it waited for the digits still
 * @param {string} why  half a sentence
 */
export const trainingEnded = (isWaiting, why) =>
  `Das Training ${isWaiting ? "wartet nicht mehr auf die Ziffern" : "ist pausiert"}, ` +
  `denn ${why}. Drücke „Trainieren“, um weiterzumachen.`;
export const edited = "Gewichte wurden von Hand geändert";

/* ---- another network ---- */

export const undo = "Rückgängig";
/** A setting as an entry of undo @param {string} label */
export const change = (label) => label;

/** @param {string} network  "Sigmoid, quadratischer Fehler, Seed 1" */
export const wasReset = (network) => `Zurückgesetzt auf ein Zufallsnetz: ${network}.`;
export const settingNeedsRandom = "Ein neues Zufallsnetz, denn diese Einstellung braucht eines.";
/** @param {string} name */
export const isHere = (name) => `${name}.`;
/** @param {string} name */
export const wasOpened = (name) => `${name} wurde geöffnet.`;
export const savedWasOpened = "Dein gespeichertes Netz wurde geöffnet.";
export const fineTunedIsHere = "Das feinabgestimmte Netz ist jetzt auf der Seite.";
export const trainedIsHere = "Das trainierte Netz ist jetzt auf der Seite.";
export const noNetwork = "Es gibt noch kein Netz.";

/** @param {string} name @param {number} steps  it was trained for */
export const networkOf = (name, steps) =>
  steps
    ? `${name}, ${count(steps)} ${plural(steps, { one: "Schritt", other: "Schritte" })} trainiert`
    : name;
/** @param {string} name @param {number} steps  it was trained for */
export const lastIsSaved = (name, steps) =>
  `Dein letztes Netz ist gespeichert: ${networkOf(name, steps)}.`;
export const openIt = "Öffnen";

/* ---- the sprint ---- */

export const sprint = "schnellstes Training";
/** @param {number} accuracy @param {number} seconds @param {string} digits  name of the data */
export const sprintResult = (accuracy, seconds, digits) =>
  `Es erkennt ${percent(accuracy)} der Testziffern (${digits}) nach ${fixed(seconds, 2)}\u00a0s ` +
  "Training auf diesem Gerät.";

/* ---- experiments ---- */

export const experimentRuns = "Dieses Experiment läuft noch.";
/** @param {string} why */
export const experimentStopped = (why) =>
  `Das Experiment wurde abgebrochen: ${withStop(why)} Starte es noch einmal.`;
export const digitsAreLoading = "Die Ziffern werden noch geladen.";
/** @param {number} train */
export const onlySoMany = (train) =>
  `Es gibt nur ${count(train)} ${plural(train, {
    one: "Trainingsziffer",
    other: "Trainingsziffern",
  })}.`;

/* ---- links ---- */

/** @param {readonly string[]} parts */
const quoted = (parts) => parts.map((part) => `„${part}“`).join(", ");
/** What a link does not make, and what is here @param {string} instead  a network */
const madeInstead = (instead) =>
  `Darum erzeugt er nicht das Netz, von dem er kopiert wurde. Stattdessen geöffnet: ${instead}.`;
/** @param {readonly string[]} parts  that could not be read @param {string} instead  a network */
export const linkNotRead = (parts, instead) =>
  `Ein Teil dieses Links war nicht lesbar (${quoted(parts)}). ${madeInstead(instead)}`;
/** @param {readonly string[]} parts  that could not be read, or none @param {string} instead */
export const linkChanged = (parts, instead) =>
  `Dieser Link wurde unterwegs verändert${
    parts.length ? ` (nicht verstanden: ${quoted(parts)})` : ""
  }. ${madeInstead(instead)}`;
export const changedButSame =
  "Dieser Link wurde unterwegs verändert, aber das ist das Netz, von dem er kopiert wurde: Die " +
  "Fingerabdrücke sind gleich.";
/** @param {readonly string[]} parts */
export const leftOut = (parts) =>
  `Ein Teil dieses Links wurde nicht verstanden und weggelassen: ${quoted(parts)}.`;
export const loadLesson = "Netz der Lektion laden";
/** @param {string} why  a sentence */
export const randomInstead = (why) => `${why} Stattdessen siehst du ein Zufallsnetz.`;

export const tooOldForLink = "Dieser Browser ist zu alt, um das Netz in diesem Link zu öffnen.";
export const damagedLink =
  "Das Netz in diesem Link ist beschädigt; vielleicht wurde der Link abgeschnitten.";

/** @param {string} why  half a sentence */
export const similar = (why) =>
  `Dieses Netz ähnelt dem, von dem der Link kopiert wurde, ist aber nicht dasselbe: ${why}.`;
/** Why, where the one who opens the link is told otherwise than the one who copied it. */
export const whyForOthers = {
  taught: "ihm wurde dort eine Zeichnung beigebracht, die der Link nicht enthält",
  own: "es wurde dort mit eigenen Daten trainiert, die der Link nicht enthält",
  drawings: "unter den Trainingsziffern waren dort Zeichnungen, die der Link nicht enthält",
};

/** @param {string} why  half a sentence */
export const notTheSame = (why) =>
  `Das ist nicht das Netz, von dem der Link kopiert wurde: ${why}.`;
/** @param {boolean} isMnist  else built-in handwriting @param {string} here  name of digits */
export const trainedOnOthers = (isMnist, here) =>
  `seine Trainingsdaten waren ${isMnist ? "MNIST" : "eingebaute Handschrift"}, ` +
  `hier sind es: ${here}`;
/** @param {boolean} isOwn  address, and no link */
export const otherVersion = (isOwn) =>
  `es stammt aus einer anderen Version dieser Seite${
    isOwn ? "" : ", oder der Link wurde unterwegs verändert"
  }`;
/**
 * Of the visitor's own network after a reload that could not bring it back.
 * @param {string} why  half a sentence @param {boolean} isOther  the fingerprint is another one
 */
export const madeAgain = (why, isOther) =>
  "Dein Netz wurde nicht in diesem Browser gespeichert. Dieses hier ist aus der Adresse neu " +
  `erzeugt und ${isOther ? "weicht ab" : "kann abweichen"}: ${why}.`;
