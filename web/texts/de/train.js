/** The words of the lab Train. */
import { html } from "lit";
import {
  count,
  exact,
  figures,
  fixed,
  fraction,
  percent,
  withMinus,
} from "../../common/numbers.js";
import { aDigit, capitalized, plural } from "./locale.js";
import { noNumbers, verdict } from "./ui.js";

/* ---- the lesson, the question, how it works ---- */

export const lesson = html`Ein Netz beginnt mit zufälligen Gewichten, darum sind seine ersten
  Vorhersagen unbrauchbar. Jedes Beispiel sagt, wie jedes einzelne Gewicht und jeder Bias angepasst
  werden soll; über viele Beispiele gemittelt und oft wiederholt, machen die Anpassungen es gut.`;

export const question =
  "Ein Zufallsnetz wird trainiert, und seine Testgenauigkeit steigt. Welcher Teil geht schneller?";
export const choices = [
  "Von 10\u00a0% auf 80\u00a0%",
  "Von 80\u00a0% auf 95\u00a0%",
  "Beide gleich schnell",
];

const asItRises = "Die Antwort erscheint hier, wenn die Genauigkeit steigt.";
export const trainIt = `Trainiere es: ${asItRises}`;
export const waitForDigits = `Das Training beginnt, sobald die Ziffern geladen sind: ${asItRises}`;
export const waitForAccuracy = `Es wird trainiert: ${asItRises}`;

/** @param {unknown} button  "Start from random weights", if it may be pressed */
export const alreadyTrained = (button) => html`Dieses Netz wurde trainiert, bevor dieses Labor
  zusehen konnte. Die Antwort kommt mit einem, das mit zufälligen Gewichten beginnt. ${button}`;
export const startRandom = "Mit zufälligen Gewichten beginnen";

/** @param {number} early  epoch by which 80% was reached @param {boolean} isTraining */
export const notYet = (early, isTraining) => {
  const first = `80\u00a0% waren bei Epoche ${fixed(early, 2)} erreicht`;
  const reached = `${first}, 95\u00a0% sind es noch nicht.`;
  return isTraining ? reached : `${reached} Trainiere weiter, um zu sehen, wann.`;
};

/** @param {number} early @param {number} late  epochs by which 80% and 95% were reached */
export const tooClose = (early, late) =>
  `${reached(early, late)}: Bei so wenigen Messungen liegt das zu nah beieinander.`;

/**
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {number} early @param {number} late  epochs
 */
export const answer = (right, isGuessed, early, late) =>
  `${verdict(choices[right], isGuessed)}: ${reached(early, late)}.`;

/** @param {number} early @param {number} late  epochs */
const reached = (early, late) =>
  `80\u00a0% waren bei Epoche ${fixed(early, 2)} erreicht, 95\u00a0% bei Epoche ${fixed(late, 2)}`;

export const how = html`
  <p>Jedes Gewicht <math><mi>w</mi></math> geht ein Stück den Hang der Kosten
    <math><mi>C</mi></math> hinab. Wie weit, sagt die Lernrate <math><mi>η</mi></math>:</p>
  <math display="block">
    <mi>w</mi><mo>←</mo><mi>w</mi><mo>−</mo><mi>η</mi>
    <mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>w</mi></mrow></mfrac>
  </math>
  <p>Der Gradient wird von der letzten Schicht zur ersten berechnet. Der Fehler
    <math><mi>δ</mi></math> eines Neurons sagt, wie sich die Kosten mit seiner gewichteten Summe
    <math><mi>z</mi></math> ändern. Ein Neuron einer verborgenen Schicht addiert die Fehler aller
    Neuronen, die es speist, jeden mal das Gewicht dazwischen, und multipliziert mit der Steigung
    seiner Aktivierungsfunktion <math><mi>f</mi></math>:</p>
  <math display="block">
    <msub><mi>δ</mi><mi>j</mi></msub><mo>=</mo>
    <msup><mi>f</mi><mo>′</mo></msup><mo>(</mo><msub><mi>z</mi><mi>j</mi></msub><mo>)</mo>
    <munder><mo>∑</mo><mi>k</mi></munder>
    <msub><mi>w</mi><mrow><mi>k</mi><mi>j</mi></mrow></msub><msub><mi>δ</mi><mi>k</mi></msub>
    <mo>,</mo><mspace width="1em"></mspace>
    <mfrac>
      <mrow><mo>∂</mo><mi>C</mi></mrow>
      <mrow><mo>∂</mo><msub><mi>w</mi><mrow><mi>j</mi><mi>i</mi></mrow></msub></mrow>
    </mfrac>
    <mo>=</mo><msub><mi>δ</mi><mi>j</mi></msub><msub><mi>a</mi><mi>i</mi></msub>
  </math>
  <p>Ein Mini-Batch nimmt das Mittel der Gradienten seiner Beispiele und ändert dann die Gewichte
    einmal.</p>`;

/* ---- one example in slow motion ---- */

export const slowMotion = "Ein Beispiel in Zeitlupe";
export const play = "Langsam zeigen";
export const stop = "Stoppen";
export const phases = {
  forward: "Vorwärts",
  error: "Fehler",
  backward: "Rückwärts",
  update: "Anpassen",
};
/** What the button does in each phase. */
export const nextPhase = {
  forward: "Fehler zeigen",
  error: "Zurückrechnen",
  backward: "Gewichte anpassen",
  update: "Nächstes Beispiel",
};
/** Why it ends training, half a sentence. */
export const inSlowMotion = "ein Beispiel wird in Zeitlupe gezeigt";
export const loadingTraining = "Trainingsziffern werden geladen …";

/**
 * @param {keyof typeof phases} phase @param {number} label
 * @param {number | null} prediction  null when it has no ink
 * @param {number} cost
 */
export function announcement(phase, label, prediction, cost) {
  const read = prediction === null ? "nicht erkannt" : `als ${prediction} erkannt`;
  return `${phases[phase]}: ${aDigit(label)}, ${read}; Kosten ${fixed(cost, 3)}.`;
}

/** @param {number} number  1 is the first @param {number} label */
export const trainingDigit = (number, label) =>
  `Trainingsziffer ${count(number)}, ${aDigit(label)}`;

/** @param {number} layer @param {number} neuron  0 is the first @param {boolean} isOutput */
const nameOf = (layer, neuron, isOutput) =>
  isOutput ? `Ausgabe ${neuron}` : `Schicht ${layer}, Neuron ${neuron + 1}`;

/**
 * Tip of a neuron. @param {number} layer @param {number} neuron  0 is the first
 * @param {boolean} isOutput @param {number} activation
 */
export const activationOf = (layer, neuron, isOutput, activation) =>
  `${nameOf(layer, neuron, isOutput)}: ${fraction(activation)}`;

/**
 * Tip of a neuron. @param {number} layer @param {number} neuron  0 is the first
 * @param {boolean} isOutput
 * @param {number} delta  of the neuron: above 0, its weighted sum should be lower
 */
export function deltaOf(layer, neuron, isOutput, delta) {
  const way = delta === 0 ? "kein Fehler" : delta > 0 ? "niedriger" : "höher";
  return `${nameOf(layer, neuron, isOutput)}: ${way}, δ = ${withMinus(figures(delta))}`;
}

/** @param {number} number  1 is the first @param {number} label */
export const labelled = (number, label) =>
  html`Trainingsziffer ${count(number)}, Label <b>${label}</b>.`;

export const noInk = "Sie hat keine Tinte, darum gibt es keine Vorhersage.";
export const noPrediction = `${capitalized(noNumbers)}.`;

/** @param {number} digit @param {number} confidence */
export const predicted = (digit, confidence) =>
  html`Vorhersage: <b class="answer">${digit}</b>, Konfidenz ${percent(confidence, 0)}.`;

export const errors = "Zielwert minus Ausgabe, für jede Ziffer";

/** @param {number} label @param {unknown} cost */
export const errorsLegend = (label, cost) => html`Zielwert: 1 für Ausgabe ${label}, 0 für alle
  anderen. Zahlen: Zielwert − Ausgabe; <span class="positive">Blau</span>: Die Ausgabe sollte höher
  sein, <span class="negative">Orange</span>: niedriger. Kosten dieses Beispiels: ${cost}`;

export const deltasLegend = html`Der Fehler δ geht von den Ausgaben zurück, der letzten Zeile: Jedes
  Neuron erfährt von den Neuronen, die es speist, ob es <b class="positive">aktiver</b> oder
  <b class="negative">weniger aktiv</b> sein soll, und wie sehr.`;

/** @param {number} neuron  0 is the first @param {boolean} isOutput */
export const weightChanges = (neuron, isOutput) =>
  `Gewichtsänderungen von ${
    isOutput ? `Ausgabe ${neuron}` : `Neuron ${neuron + 1} der verborgenen Schicht 1`
  }`;

/**
 * @param {string} changes  whose they are: weightChanges()
 * @param {number} rate @param {number} parameters  how many there are
 */
export const changesLegend = (changes, rate, parameters) =>
  `${changes}, nur wo Tinte ist: −Lernrate × Gradient, mit einer Lernrate von ${exact(rate)}. Alle
  ${count(parameters)} Gewichte und Biases ändern sich gleichzeitig.`;

/** @param {number} digit */
export const output = (digit) => `Ausgabe ${digit}`;
export const cost = "Kosten";

/* ---- training against test digits ---- */

export const kinds = { accuracy: "Genauigkeit", cost: "Kosten" };
export const trainingAndTest = {
  accuracy: "Trainings- und Testgenauigkeit",
  cost: "Trainings- und Testkosten",
};
export const drawn = "Darstellung";
export const trainToSee = "Beim Trainieren siehst du beide über die Epochen";

/**
 * @typedef {{ epoch: number, accuracy: number, cost: number | null }} Point
 *
 * @param {keyof typeof kinds} kind
 * @param {Point | undefined} training @param {Point | undefined} test
 */
export function latest(kind, training, test) {
  const isOfOne = training?.epoch === test?.epoch;
  const words = (/** @type {Point} */ { epoch, accuracy, cost }) => {
    const value = kind === "cost" ? figures(cost) : percent(accuracy);
    return isOfOne ? value : `${value} bei Epoche ${fixed(epoch, 2)}`;
  };
  const name = kind === "cost" ? "kosten" : "genauigkeit";
  if (training && test) {
    return `Trainings${name} ${words(training)}; Test${name} ${words(test)}.`;
  }
  if (training) return `Trainings${name} ${words(training)}.`;
  if (test) return `Test${name} ${words(test)}.`;
  return "Beides wird gemessen, sobald die Ziffern geladen sind.";
}

/** @param {number} training @param {number} test  how many digits */
export const measuredOnAll = (training, test) =>
  `Gemessen auf allen ${count(training)} Trainingsziffern und auf ${count(test)} Testziffern.`;

/** @param {number} first @param {number} training @param {number} test  how many digits */
export const measuredOnFirst = (first, training, test) =>
  `Gemessen auf den ersten ${count(first)} von ${count(training)} Trainingsziffern und auf
  ${count(test)} Testziffern.`;

export const trainingDigits = "Trainingsziffern";
export const testDigits = "Testziffern";

/* ---- settings ---- */

export const trainingSettings = "Training einstellen";
export const trainingHint =
  "Eine Änderung wirkt ab dem nächsten Mini-Batch. Die Gewichte bleiben, wie sie sind.";
export const networkSettings = "Netz einstellen";
export const networkHint =
  "Eine Änderung erzeugt ein neues Zufallsnetz. Sie lässt sich rückgängig machen.";

/* ---- the confusion matrix ---- */

export const confusionMatrix = "Konfusionsmatrix";
export const matrixLegend =
  "Spalten: vorhergesagte, Zeilen: wahre Ziffer. Wähle eine Zelle, um ihre Ziffern zu sehen.";

/** @param {number} label */
export const readCorrectly = (label) => `${label} richtig erkannt`;
/** @param {number} label @param {number} prediction */
export const readAs = (label, prediction) => `${label} als ${prediction} erkannt`;

/** Of a cell. @param {number} digits @param {number} all  of the row @param {string} what */
export const cell = (digits, all, what) => `${count(digits)} von ${count(all)}: ${what}`;

export const allErrors = "Alle Fehler";
/** @param {number} label */
export const manyReadCorrectly = (label) => `${label} richtig erkannt`;
/** @param {number} label @param {number} prediction */
export const manyReadAs = (label, prediction) => `${label} als ${prediction} erkannt`;

/** @param {number} accuracy @param {number} digits */
export const accuracyNow = (accuracy, digits) =>
  `Richtig erkannt: ${percent(accuracy)} von ${count(digits)} Testziffern.`;

/** @param {number} accuracy @param {number} digits @param {number} epoch */
export const accuracyAt = (accuracy, digits, epoch) =>
  `Bei Epoche ${fixed(epoch, 2)} richtig erkannt: ${percent(accuracy)} von ${count(digits)} ` +
  "Testziffern.";

/** @param {string} what @param {number} times */
export const mostFrequent = (what, times) => `Häufigster Fehler: ${what}, ${count(times)}-mal.`;

export const evaluating = "Netz wird ausgewertet …";
export const readingTest = "Testziffern werden ausgewertet …";

/** @param {number} digits  loaded so far */
export const loadingTest = (digits) =>
  digits ? `Testziffern werden geladen: bisher ${count(digits)} …` : "Testziffern werden geladen …";

export const noneBehind = "Es gibt keine.";

/** The digits of a cell. @param {number} digits @param {number} shown  so many of them */
export function behind(digits, shown) {
  const all = `${count(digits)} ${plural(digits, { one: "Testziffer", other: "Testziffern" })}`;
  return shown < digits ? `${all}; gezeigt: ${shown} mit der höchsten Konfidenz.` : `${all}.`;
}

export const legendOfRight = "Darunter: das Label.";
export const legendOfErrors = "Fett: wahre Ziffer. Durchgestrichen: Vorhersage.";

/** @param {number} number  1 is the first @param {string} what @param {number} confidence */
export const testDigit = (number, what, confidence) =>
  `Testziffer ${count(number)}: ${what}, Konfidenz ${percent(confidence, 0)}`;

/** Tip of a button. @param {string} digit  see `testDigit` */
export const useAsInput = (digit) => `${digit}. Als Eingabe nehmen.`;

/* ---- teaching a drawing ---- */

export const teachIt = "Vorhersage falsch? Bring es ihm bei";
export const yourDrawing = "Deine Zeichnung, wie das Netz sie sieht";
export const whatItIs = "Was die Zeichnung ist";
export const toDrawing = "Zur Zeichnung";
export const undo = "Rückgängig";
export const yourDigits = "Deine Ziffern im Trainingssatz";
/** @param {number} digit */
export const yourDigit = (digit) => `Deine ${digit}`;

export const drawFirst = "Zeichne eine Ziffer und sag dann hier, welche es ist.";

/** @param {number} digit @param {number} confidence */
export const whichDigit = (digit, confidence) =>
  html`${predicted(digit, confidence)} Welche Ziffer hast du gezeichnet?`;

export const teaching = "Training mit deiner Zeichnung …";

/** What became of it. @param {number} digit @param {number} confidence */
export const alreadyReadAs = (digit, confidence) =>
  `Sie wird schon als ${digit} erkannt, Konfidenz ${percent(confidence, 0)}.`;

/** @param {number} steps @param {number} digit @param {number} confidence */
export const nowReadAs = (steps, digit, confidence) =>
  `Nach ${miniBatches(steps)} mit deiner Zeichnung unter anderen Ziffern wird sie als ${digit}
  erkannt, Konfidenz ${percent(confidence, 0)}.`;

/** @param {number} steps @param {number} digit @param {number} confidence */
export const stillReadAs = (steps, digit, confidence) =>
  `Nach ${miniBatches(steps)} mit deiner Zeichnung unter anderen Ziffern wird sie immer noch als
  ${digit} erkannt, Konfidenz ${percent(confidence, 0)}. Vielleicht sind die verborgenen Schichten
  zu schmal, oder die Lernrate ist zu klein.`;

/** @param {number} steps */
const miniBatches = (steps) =>
  `${steps} ${plural(steps, { one: "Mini-Batch", other: "Mini-Batches" })}`;

/** @param {number} now */
export const testAccuracy = (now) => `Testgenauigkeit: ${percent(now)}.`;

/** @param {number} before @param {number} now */
export const testAccuracies = (before, now) =>
  `Testgenauigkeit: vorher ${percent(before)}, jetzt ${percent(now)}.`;

/** Why it ends training, half a sentence. */
export const isTaught = "dem Netz wird eine Zeichnung beigebracht";
/** @param {string} why */
export const notTaught = (why) => `Die Zeichnung wurde nicht beigebracht: ${why}`;

export const undoing = "Wird rückgängig gemacht …";
export const undone =
  "Das Netz ist, wie es vorher war. Deine Zeichnung ist weiter unter den Trainingsziffern.";

/** @param {string} why */
export const notUndone = (why) => `Das Training wurde nicht rückgängig gemacht: ${why}`;
