/** The lab Memorise: the same network on true and on shuffled labels. */
import { html } from "lit";
import { count, exact, fixed, percent } from "../../common/numbers.js";
import { plural } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson and the question ---- */

export const lesson = html`Ein Netz, das mit Bildern mit vertauschten Labels trainiert wird, kann
  auf ihnen dieselbe Genauigkeit erreichen wie mit den wahren: Es hat die Daten auswendig gelernt.
  Aber dorthin kommt es langsam, während mit wahren Labels die Genauigkeit schnell steigt: Wo die
  Daten eine Struktur haben, ist ein gutes lokales Minimum leichter zu finden.`;

export const question = "Was, wenn die Labels vertauscht werden, sodass eine 7 auch 2 heißen kann?";
export const choices = [
  "Es kann sie nicht lernen",
  "Es lernt sie, braucht aber mehr Epochen",
  "Es lernt sie genauso schnell",
];

export const how = html`
  <p>Beide Netze beginnen mit denselben zufälligen Gewichten und sehen dieselben Ziffern in
    derselben Reihenfolge: ReLU, Softmax, Kreuzentropie, Adam mit Lernrate 0,001, Mini-Batches mit
    je 32. Vertauschen permutiert die Labels unter den gewählten Ziffern, jedes Label bleibt also
    gleich häufig.</p>
  <p>Die 13.002 Parameter des Netzes der Lektion merken sich die zufälligen Labels von 100 Bildern,
    aber nicht die von 60.000 in 15 Epochen. Darum gibt es hier höchstens 10.000 Ziffern und
    breitere Schichten.</p>`;

/* ---- numbers ---- */

/** 6.25 → "6,3×" @param {number} factor */
export const times = (factor) => `${fixed(factor, 1)}×`;

/** 0.25 → "0,25", 12 → "12" @param {number} epochs */
export const epochNumber = (epochs) => (Number.isInteger(epochs) ? count(epochs) : exact(epochs));

/** 1 → "1 Epoche", 12 → "12 Epochen" @param {number} epochs */
const inEpochs = (epochs) =>
  `${epochNumber(epochs)} ${plural(epochs, { one: "Epoche", other: "Epochen" })}`;

/* ---- the answer to a guess ---- */

export const notRun = "Starte den Vergleich unten und sieh selbst.";
export const runGoing = "Die Antwort kommt am Ende des Laufs.";
/** @param {number} ended @param {number} all  seeds */
export const seriesGoing = (ended, all) =>
  `Fertig: ${ended} von ${all} Seeds. Die Antwort kommt nach dem letzten.`;
export const notShuffled = "Es wurde kein Label vertauscht: Beide Netze sind gleich.";

/**
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {string} because  see `one`
 */
export const ofOne = (right, isGuessed, because) =>
  `${verdict(choices[right], isGuessed)}: ${because}`;
/** @param {string} because  see `one` */
export const noChoice = (because) => `Keine Antwort passt: ${because}`;

/** How shuffled labels were learned in one run. */
export const one = {
  not: "Diesem Netz gelang es nicht. Gib ihm mehr Neuronen oder weniger Ziffern.",
  slower: "Es hat sie auswendig gelernt und brauchte mehr Epochen.",
  equal: "Es brauchte so viele Epochen wie mit wahren Labels.",
  quicker: "Diesmal brauchte es weniger Epochen als mit wahren Labels.",
  alone: "Es hat sie gelernt, aber die wahren Labels in seinen Epochen nicht.",
};

/** How shuffled labels were learned for so many seeds. */
export const several = {
  not: (/** @type {number} */ seeds) => `nicht gelernt bei ${seeds}`,
  slower: (/** @type {number} */ seeds) => `mehr Epochen als mit wahren bei ${seeds}`,
  equal: (/** @type {number} */ seeds) => `so viele Epochen wie mit wahren bei ${seeds}`,
  quicker: (/** @type {number} */ seeds) => `weniger Epochen als mit wahren bei ${seeds}`,
  alone: (/** @type {number} */ seeds) => `gelernt, aber die wahren nicht, bei ${seeds}`,
};

/**
 * @param {number} right  seeds for which the guess was @param {number} all  seeds
 * @param {string[]} found  some of `several`
 */
export function ofSeveral(right, all, found) {
  const seeds = `${right || "keinem"} von ${all} Seeds`;
  return `Richtig bei ${seeds}. Vertauschte Labels: ${found.join("; ")}.`;
}

/**
 * What networks with shuffled labels read of the test digits.
 * @param {object} read
 * @param {number} read.networks
 * @param {number} read.least  accuracy
 * @param {number} read.most
 * @param {boolean} read.isGuess  no more than a guess would
 * @param {number} read.digits  trained on, so few that it can be less; 0: not so
 */
export function reads({ networks, least, most, isGuess, digits }) {
  const range = [...new Set([percent(least), percent(most)])].join(" bis ");
  const like = isGuess ? "; Raten ergäbe 10\u00a0%" : "";
  const chance = "Der Zufall bestimmt, wie viele vertauschte Labels stimmen";
  const few = digits ? ` Bei ${count(digits)} Ziffern kann es weniger sein: ${chance}.` : "";
  const who = plural(networks, { one: "Es erkennt", other: "Die Netze erkennen" });
  return `${who} ${range} der Testziffern${like}.${few}`;
}

/* ---- controls ---- */

export const controls = "Womit beide Netze trainiert werden";
export const digits = "Trainingsziffern";
export const depth = "Verborgene Schichten";
export const width = "Neuronen in jeder";
export const fraction = "Vertauschte Labels";

export const run = "Starten";
export const resume = "Weiter";
export const pause = "Pausieren";
export const stop = "Stoppen";
/** @param {number} seeds */
export const runSeries = (seeds) => `${seeds} Seeds starten`;

/**
 * What to do where there are fewer digits than were chosen.
 * @param {number} most  that can be chosen, 0 for none @param {number} least  of the choices
 */
export const choose = (most, least) =>
  most
    ? `Wähle ${count(most)}${most > least ? " oder weniger" : ""}.`
    : `Mindestens ${count(least)} sind hier nötig: Nimm MNIST oder mehr eigene Ziffern.`;

/** @param {string} layers  "784-128-10" @param {number} parameters */
export const network = (layers, parameters) =>
  `${layers}, ${count(parameters)} Parameter. Das Netz der Seite bleibt, wie es ist.`;

/* ---- findings ---- */

export const digitsReplaced =
  "Die Ziffern wurden ersetzt: Starte noch einmal, um mit den neuen zu vergleichen.";
export const findingEmpty = "Starte beide Netze, um zu sehen, welches seine Labels zuerst lernt.";
export const training = "Beide Netze werden trainiert …";
/** @param {number} seed @param {number} all  seeds */
export const trainingSeed = (seed, all) =>
  `Beide Netze werden trainiert, Seed ${seed} (von ${all}) …`;
export const paused = "Pausiert.";
/** @param {number} seed @param {number} all  seeds */
export const pausedSeed = (seed, all) => `Pausiert, Seed ${seed} (von ${all}).`;
/** @param {number} epochs */
export const stopped = (epochs) => `Gestoppt nach ${inEpochs(epochs)}.`;
/** @param {number} seed @param {string} finding */
export const ofSeed = (seed, finding) => `Seed ${seed}: ${finding}`;

/** @param {number} goal  accuracy @param {number} epochs */
export const bothLearned = (goal, epochs) =>
  `Beide haben ${percent(goal, 0)} ihrer Labels in ${inEpochs(epochs)} gelernt.`;
/** @param {number} plain  epochs with true labels @param {number} shuffled  with shuffled ones */
export function trueFirst(plain, shuffled) {
  const more = `${fixed(shuffled / plain, 1)}-mal so viele`;
  const late = `vertauschte in ${epochNumber(shuffled)}: ${more}`;
  return `Wahre Labels wurden in ${inEpochs(plain)} gelernt, ${late}.`;
}
/** @param {number} plain  epochs with true labels @param {number} shuffled  with shuffled ones */
export function shuffledFirst(plain, shuffled) {
  const late = `wahre in ${epochNumber(plain)}: das Gegenteil dessen, was die Lektion sagt`;
  return `Vertauschte Labels wurden in ${inEpochs(shuffled)} gelernt, ${late}.`;
}

/**
 * What became of a network.
 * @typedef {object} Fate
 * @property {boolean} hasLearned
 * @property {boolean} hasDiverged
 * @property {number} epochs  trained
 * @property {number | null} accuracy  on the labels it was trained on
 */

/** When not both have learned their labels. @param {Fate} plain @param {Fate} shuffled */
export const fates = (plain, shuffled) =>
  `Wahre Labels: ${fateOf(plain)}; vertauschte: ${fateOf(shuffled)}.`;

/** @param {Fate} fate */
function fateOf({ hasLearned, hasDiverged, epochs, accuracy }) {
  if (hasLearned) return `in ${inEpochs(epochs)} gelernt`;
  if (hasDiverged) return "Training divergiert";
  return `nicht gelernt, ${percent(accuracy)} nach ${inEpochs(epochs)}`;
}

/** @param {number} faster @param {number} all  seeds */
const fewerFor = (faster, all) =>
  `Wahre Labels wurden bei ${faster} von ${all} Seeds in weniger Epochen gelernt`;
/** @param {number} faster @param {number} all  seeds */
export const fasterFor = (faster, all) => `${fewerFor(faster, all)}.`;
/** @param {number} faster @param {number} all  seeds */
export const fasterForNone = (faster, all) =>
  `${fewerFor(faster, all)}; vertauschte brauchten genauso viele.`;
/**
 * @param {number} faster @param {number} all  seeds
 * @param {number} least  times as many epochs @param {number} most
 */
export const fasterBy = (faster, all, least, most) =>
  `${fewerFor(faster, all)}; vertauschte brauchten ${fixed(least, 1)}- bis ${fixed(most, 1)}-mal ` +
  "so viele.";

/* ---- the chart ---- */

export const trueTraining = "wahre Labels, Training";
export const trueTest = "wahre Labels, Test";
export const shuffledTraining = "vertauschte Labels, Training";
export const shuffledTest = "vertauschte Labels, Test";

/** Heard. */
export const chartEmpty = "Genauigkeit über die Epochen: noch nichts.";
/**
 * Heard, of one network.
 * @param {boolean} isShuffled @param {number} epochs
 * @param {number | null} training  accuracy @param {number | null} test
 */
export function reached(isShuffled, epochs, training, test) {
  const accuracies = `Trainingsgenauigkeit ${percent(training)}, Testgenauigkeit ${percent(test)}`;
  return `${isShuffled ? "Vertauschte" : "Wahre"} Labels nach ${inEpochs(epochs)}: ${accuracies}.`;
}

/**
 * What was trained.
 * @param {string} layers  "784-128-10" @param {number} digits
 * @param {number} fraction  of the labels @param {number} seed
 */
export function about(layers, digits, fraction, seed) {
  const shuffled = `beim zweiten ${percent(fraction, 0)} der Labels vertauscht`;
  return `${layers} mit ${count(digits)} Trainingsziffern, ${shuffled}, Seed ${seed}.`;
}

export const kept = `Diese Ergebnisse stammen aus einem früheren Lauf. Die Gewichte der Netze wurden
  nicht gespeichert: Starte noch einmal, um sie zu sehen.`;
/** @param {number} ended @param {number} all  seeds */
export const keptPart = (ended, all) => `Diese Ergebnisse stammen aus einem früheren Lauf: ${ended}
  von ${all} Seeds. Die Gewichte der Netze wurden nicht gespeichert: Starte noch einmal, um sie zu
  sehen.`;

/* ---- the tables ---- */

export const labels = "Labels";
export const trainingAccuracy = "Trainings\u00ADgenauigkeit";
export const testAccuracy = "Test\u00ADgenauigkeit";
export const epochs = "Epochen";
/** Name of the row of true labels. */
export const trueLabels = "wahr";
/** @param {number} fraction */
export const shuffledLabels = (fraction) => `${percent(fraction, 0)} vertauscht`;

/** @param {number} epochs */
export const givenUp = (epochs) => `${epochNumber(epochs)}, aufgegeben`;
/** @param {number} epochs */
export const diverged = (epochs) => `${epochNumber(epochs)}, divergiert`;

/** @param {number} goal  accuracy @param {number} epochs */
export const measured = (
  goal,
  epochs,
) => `Die Trainingsgenauigkeit wird auf den Labels gemessen, mit
  denen ein Netz trainiert wird: beim zweiten auf den vertauschten. Testziffern behalten ihre wahren
  Labels. Jedes Netz wird trainiert, bis seine Trainingsgenauigkeit ${percent(goal, 0)} ist, oder
  nach ${inEpochs(epochs)} aufgegeben.`;

export const eachSeed = "Jeder Seed";
export const seed = "Seed";
export const epochsTrue = "Epochen, wahr";
export const epochsShuffled = "vertauscht";
export const ratio = "Faktor";
/** Not learned in so many. @param {number} epochs */
export const over = (epochs) => `über ${count(epochs)}`;

/* ---- the first neurons ---- */

export const firstNeurons =
  "Erste Neuronen beider Netze, die mit denselben Gewichten begonnen haben";
export const change = "Änderung im Training";
export const weights = "Gewichte";
export const ofTrueLabels = "Wahre Labels";
export const ofShuffledLabels = "Vertauschte Labels";
export const scaleNote = "Jedes Bild hat seinen eigenen Maßstab, bis zu seinem größten Wert.";

/**
 * A picture, heard.
 * @param {string} network  its labels @param {boolean} isChange  or the weights themselves
 * @param {number} neuron  from 1 on
 */
export const picture = (network, isChange, neuron) =>
  `${network}: ${isChange ? "Änderung der Gewichte" : "Gewichte"} von Neuron ${neuron}`;

/* ---- storage ---- */

/** Half a sentence about results that were kept. */
export const damaged = "ein Teil ist beschädigt";
