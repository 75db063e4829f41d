/** The page around the labs: its bar, the playground, the frame of a lab, notices, the tour. */
import { html } from "lit";
import { percent } from "../../common/numbers.js";
import { capitalized, withStop } from "./locale.js";

/* ---- the page ---- */

/** @param {string} lab */
export const pageTitle = (lab) => `${lab} – Downhill`;
export const toDrawing = "Zur Zeichnung";
export const toLabs = "Zu den Laboren";
export const controls = "Bedienelemente";

export const notSupported =
  "dieser Browser hat kein WebAssembly oder keine Web Worker. " +
  "Öffne die Seite in einer aktuellen Version von Chrome, Edge, Firefox oder Safari";

export const isSandboxed =
  "der Frame um diese Seite verbietet Web Worker: Seine Sandbox braucht allow-same-origin. " +
  "Öffne die Seite in einem eigenen Tab";

/* Why the engine stopped, as half a sentence. */
export const crashed = "sie ist abgestürzt";
export const scriptNotLoaded = "ihr Skript konnte nicht geladen werden";
export const messageNotRead = "eine ihrer Nachrichten war nicht lesbar";

/* ---- what fails ---- */

/** @param {string} why */
export const somethingWentWrong = (why) => `Etwas ist schiefgegangen: ${withStop(why)}`;
export const unknownError = "ein unbekannter Fehler";

/** Half a sentence as a whole one. @param {string} words */
export const sentence = (words) => capitalized(withStop(words));
export const networkAsItWas = "Die Seite zeigt das Netz, wie es zuletzt war.";

export const notLoaded = "Das konnte nicht geladen werden. Ist das Gerät online?";

/* ---- notices ---- */

export const closeNotice = "Diesen Hinweis schließen";
/** On a small screen, where one notice is shown. @param {number} n  others */
export const moreNotices = (n) => `${n} mehr`;
export const fewerNotices = "Nur einen";
export const newVersion = "Eine neue Version dieser Seite ist bereit.";
export const closeOtherTabs =
  "Schließe zuerst die anderen Tabs dieser Seite und lade dann für die neue Version neu.";
export const reload = "Neu laden";

/* ---- the bar ---- */

/** @param {string} key */
export const shift = (key) => `Umschalt+${key}`;

/** @param {string} [action]  that it undoes */
export const undo = (action) => (action ? `Rückgängig: ${action}` : "Rückgängig");
/** @param {string} [action]  that it redoes */
export const redo = (action) => (action ? `Wiederholen: ${action}` : "Wiederholen");

/** @param {string} network  "Sigmoid, quadratischer Fehler, Seed 1" */
export const reset = (network) => `Auf ein Zufallsnetz zurücksetzen: ${network}`;

export const train = "Trainieren";
/** Train, after it has finished; the bar of a phone has no room for more. */
export const continueTraining = "Weiter";
export const pause = "Pausieren";
export const trainNetwork = "Das Netz trainieren";
export const pauseTraining = "Das Training pausieren";
/** @param {number} fraction  of the digits that are loaded */
export const digitsLoaded = (fraction) => `Ziffern: ${percent(fraction, 0)}`;
export const digitsAwaited = "Ziffern …";

/** @param {string} label @param {string} choice */
export const speed = (label, choice) => `${label}: ${choice} (F: volles Tempo)`;

export const step = "Schritt";
export const stepSize = "Größe eines Schritts";
export const stepSizes = {
  example: "Ein Beispiel",
  batch: "Ein Mini-Batch",
  epoch: "Eine Epoche",
};

export const labs = "Labore";
export const settings = "Einstellungen";
export const toLightTheme = "Zu hellem Design wechseln";
export const toDarkTheme = "Zu dunklem Design wechseln";

/* ---- numbers in the bar ---- */

export const epochs = "Epochen";
export const epochsTip =
  "Wie oft es mit allen Trainingsziffern trainiert wurde, seit es geladen oder erzeugt wurde";
export const testAccuracy = "Testgenauigkeit";
export const testAccuracyTip =
  "Der Anteil der Testziffern, mit denen es nie trainiert wird, den es richtig erkennt";
export const testCost = "Testkosten";
export const testCostTip =
  "Die mittleren Kosten der Testziffern, nach derselben Formel wie die Trainingskosten";
export const trainingCost = "Trainingskosten";
export const trainingCostTip = "Die mittleren Kosten der Trainingsziffern der letzten Schritte";
export const digitsPerSecond = "Ziffern/s";
export const digitsPerSecondTip = "Trainingsziffern je Sekunde, gemessen während des Trainings";
export const fingerprint = "Fingerabdruck";
export const fingerprintTip =
  "Eine kurze Prüfsumme aller Gewichte und Biases: Gleiche Netze haben gleiche Fingerabdrücke";

export const isTraining = "Training läuft.";
export const isWaiting = "Wartet auf die Ziffern.";
/** @param {number | undefined} accuracy */
const withAccuracy = (accuracy) =>
  accuracy === undefined ? "" : ` Testgenauigkeit: ${percent(accuracy)}.`;
/** @param {number} epoch @param {number} [accuracy] */
export const isAtEpoch = (epoch, accuracy) => `Epoche ${epoch}.${withAccuracy(accuracy)}`;
/** @param {number} [accuracy] */
export const isFinished = (accuracy) => `Training fertig.${withAccuracy(accuracy)}`;
/** @param {number} [accuracy] */
export const isPaused = (accuracy) => `Training pausiert.${withAccuracy(accuracy)}`;

/* ---- Train, on a network that is trained already ---- */

/** @param {number} [accuracy] */
export const alreadyTrained = (accuracy) =>
  accuracy === undefined
    ? "Dieses Netz ist schon trainiert."
    : `Dieses Netz ist schon trainiert: ${percent(accuracy)} Testgenauigkeit.`;
export const startRandomToWatch =
  "Um eines von Anfang an lernen zu sehen, beginne mit zufälligen Gewichten.";
export const startRandom = "Mit zufälligen Gewichten beginnen";
/** @param {boolean} isMnist  trained on MNIST: elsewhere it reaches something else */
export const sprint = (isMnist) =>
  isMnist ? "In einer halben Sekunde auf 96\u00a0%" : "So schnell wie möglich trainieren";
export const keepTraining = "Weitertrainieren";

/* ---- the playground ---- */

export { playground } from "./labs.js";
export const intro =
  "Ein neuronales Netz, das in deinem Browser Ziffern lesen lernt. Zeichne eine.";
export const draw = "Zeichnen";
export const drawn = "Fertig";
export const backToPlayground = "Zurück zur Spielwiese";
export const network = "Das Netz";
export const training = "Training";
export const followDigit = "Der Ziffer folgen";
export const positiveWeight = "positives Gewicht";
export const negativeWeight = "negatives Gewicht";

/** @param {number} digit */
export const lookInsideOutput = (digit) => `In Ausgabe ${digit} hineinschauen`;
/** @param {number} neuron  from 1 @param {number} layer */
export const lookInsideNeuron = (neuron, layer) =>
  `In Neuron ${neuron} der Schicht ${layer} hineinschauen`;

/* ---- a network to load ---- */

export const loadNetwork = "Netz laden";
export const loadingNetwork = "Wird geladen …";
/** What the menu says of each network; of a random one the rest is known later. */
export const networks = {
  lesson: {
    name: "Netz der Lektion",
    about: "Sigmoid, quadratischer Fehler, 13.002 Parameter",
  },
  pretrained: { name: "Modernes Netz", about: "ReLU, Softmax, 13.002 Parameter" },
  best: { name: "Genauestes Netz", about: "ReLU, Softmax, 468.874 Parameter" },
  random: { name: "Zufallsnetz", about: "" },
  sprint: {
    name: "Schnell auf 96\u00a0%",
    about: "ein Zufallsnetz, in etwa einer halben Sekunde trainiert",
  },
};
/** The last of them where it is not trained on MNIST. */
export const sprintOnOthers = {
  name: "Schnellstes Training",
  about: "ein Zufallsnetz, mit vollem Tempo trainiert",
};

/* ---- labs ---- */

/** @param {string} lab */
export const next = (lab) => html`Weiter: ${lab} <span aria-hidden="true">→</span>`;
export const watchLesson = "In der Lektion ansehen";
export const howItWorks = "Wie es geht";

export const labNotLoaded =
  "Dieses Labor konnte nicht geladen werden. Lade die Seite neu, dann kommt die " +
  "aktuelle Version.";
export const labNotReached =
  "Dieses Labor konnte nicht geladen werden: Der Server ist nicht erreichbar. Ist das Gerät " +
  "online?";
/** @param {string} why */
export const labNotShown = (why) => `Dieses Labor konnte nicht gezeigt werden: ${withStop(why)}`;
/** @param {string} why */
export const labNotComputed = (why) =>
  `Ein Teil dieses Labors konnte nicht berechnet werden: ${withStop(why)}`;
export const unknownReason = "unbekannter Grund";
export const tryAgain = "Neu versuchen";

/* ---- the tour ---- */

export const offerTour = "Neu hier? Mach den Rundgang.";
export const showMe = "Zeigen";

/* ---- keys ---- */

export const keys = "Tasten";
export const esc = "Esc";
export const close = "Schließen";

/* ---- files held over the page ---- */

export const dropFiles = "Modelldatei oder Bilder eigener Ziffern hier ablegen";
