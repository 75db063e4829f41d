/** The lab Downhill, but for its invented functions: see downhill-functions.js. */
import { html } from "lit";
import { precise } from "../../common/downhill-numbers.js";
import { count, exact, figures, fixed, percent } from "../../common/numbers.js";
import { verdict } from "./ui.js";

export const lesson = html`Schau auf die Steigung: Schritt nach links, wo sie positiv ist, nach
  rechts, wo sie negativ ist, immer wieder, und du kommst zu einem lokalen Minimum, wie eine Kugel,
  die einen Hang hinabrollt. Bei vielen Eingaben zeigt der Gradient in die Richtung des steilsten
  Anstiegs, und der Schritt geht entgegengesetzt; sind die Schritte proportional zur Steigung,
  werden sie in der Nähe des Minimums kleiner.`;

/** @typedef {"theta" | "step" | "gradient" | "down" | "slope" | "length" | "plane"} Formula */

/** @param {Record<Formula, unknown>} formulas */
export const how = ({ theta, step, gradient, down, slope, length, plane }) => html`
  <p>Mit <math>${theta}</math> für alle Gewichte und Biases als eine lange Spalte wiederholt der
    Gradientenabstieg einen einzigen Schritt:</p>
  <math display="block">${step}</math>
  <p>Keine Richtung ist steiler als <math>${gradient}</math>. Entlang <math>${down}</math>
    beginnen die Kosten mit der Steigung</p>
  <math display="block">${slope}</math>
  <p>Ein Schritt ist <math>${length}</math> lang, wird also kleiner, wo die Steigung abnimmt. Das
    Training schätzt den Gradienten aus einem Mini-Batch; hier ist er das Mittel über die ersten
    Trainingsziffern. Jeder Punkt der Ebene ist ein ganzes Netz, <math>${plane}</math>, mit
    den Kosten dieser Ziffern. Ein Pfad liegt größtenteils in seinen zwei Hauptrichtungen, aber das
    gilt auch für einen langen Random Walk (Antognini &amp; Sohl-Dickstein 2018); in zufälligen
    Richtungen bewegt er sich kaum. Diese sind Neuron für Neuron normiert, damit sich Ebenen
    verschiedener Netze vergleichen lassen (Li et al. 2018). In der Engine:
    <code>net.meanGradient(data)</code>,
    <code>net.costAlong(direction, ts, data)</code> und
    <code>net.costPlane(u, v, as, bs, data)</code>.</p>`;

/* ---- the parts ---- */

export const parts = "Zahl der Eingaben";
export const oneInput = "Eine Eingabe";
export const twoInputs = "Zwei Eingaben";
/** @param {number} parameters */
export const allInputs = (parameters) => `Alle ${count(parameters)}`;
export const nextTwo = "Weiter: zwei Eingaben";
/** @param {number} parameters */
export const nextAll = (parameters) => `Weiter: alle ${count(parameters)}`;

/* ---- before anything can be seen ---- */

/** @param {number} images @param {number} total */
export const loadingDigits = (images, total) =>
  images
    ? `Trainingsziffern werden geladen: ${count(images)} von ${count(total)}`
    : "Warten auf die Ziffern …";

/* ---- the guess ---- */

export const question = `Geh von diesem Netz aus geradeaus entlang −∇C, der Richtung, in der die
  Kosten am schnellsten fallen, ohne noch einmal auf die Steigung zu schauen. Was machen die
  Kosten?`;
const falls = "Sie fallen die ganze Strecke";
const fallsThenRises = "Sie fallen, dann steigen sie";
const rises = "Sie steigen von Anfang an";
export const choices = [falls, fallsThenRises, rises];

export const beingComputed = "Die Kosten entlang der Linie werden berechnet.";
export const noGradient = "Der Gradient dieses Netzes ist null: Keine Richtung führt nach unten.";

const lookAgain = `Der Gradient ist die Steigung dort, wo das Netz steht, und nicht weiter: Darum
  macht der Abstieg einen Schritt und schaut neu hin.`;

/** @param {number} here  cost @param {boolean} isGuessed */
export function itRises(here, isGuessed) {
  const fact = `Hier steigen sie ab ${precise(here)} bei jedem untersuchten Schritt`;
  return `${verdict(rises, isGuessed)}: ${fact}. ${lookAgain}`;
}

/**
 * @param {number} here  cost @param {{ t: number, cost: number }} best
 * @param {{ isRising: boolean, isGuessed: boolean }} options  isRising: after the lowest
 */
export function itFalls(here, { t, cost }, { isRising, isGuessed }) {
  const lowest = `Hier fallen sie von ${precise(here)} auf ${precise(cost)} bei t = ${precise(t)}`;
  const end = isRising ? ", dann steigen sie" : ", so weit untersucht wurde";
  const choice = isRising ? fallsThenRises : falls;
  return `${verdict(choice, isGuessed)}: ${lowest}${end}. ${lookAgain}`;
}

/* ---- the line ---- */

export const noLine = "Noch keine Linie";
export const lineNotComputed = "Die Kosten entlang −∇C wurden nicht berechnet.";
export const computingLine = "Kosten entlang −∇C werden berechnet …";
export const noCost = "Die Kosten dieses Netzes sind keine Zahl";
export const noDirection = "Der Gradient ist null: Keine Richtung führt nach unten";

/** @param {number | null} epoch  null: now */
const along = (epoch) =>
  epoch === null ? "Entlang −∇C" : `Bei Epoche ${fixed(epoch, 1)}, entlang −∇C,`;
/** @param {number | null} epoch */
export const lineRises = (epoch) =>
  `${along(epoch)} steigen die Kosten schon vor dem ersten Punkt dieser Linie`;
/**
 * @param {number | null} epoch @param {number} here  cost @param {number} least  cost
 * @param {boolean} isRising  after the lowest
 */
export const lineFalls = (epoch, here, least, isRising) => html`${along(epoch)} fallen die Kosten
  von <span class="number">${precise(here)}</span> auf
  <span class="number">${precise(least)}</span>${isRising ? ", dann steigen sie" : ""}`;

/**
 * @param {number} here  cost @param {{ t: number, cost: number }} best
 * @param {number | null} overshoot  see Findings
 */
export function line(here, { t, cost }, overshoot) {
  const over =
    overshoot === null ? "" : `, wieder über ${precise(here)} ab t = ${precise(overshoot)}`;
  return `Kosten über der Schrittweite t entlang −∇C: ${precise(here)} bei 0, am niedrigsten bei
    t = ${precise(t)} mit ${precise(cost)}${over}.`;
}

export const costAtZero = "Kosten bei t = 0";
export const stepAxis = "Schrittweite t (wie die Lernrate η)";
export const slopeAtZero = "Steigung bei t = 0, gemessen";
/** @param {number} t */
export const bestStep = (t) => `Bester Schritt, t = ${precise(t)}`;
/** @param {number} t */
export const higherFrom = (t) => `Höher als vorher ab t = ${precise(t)}`;
/** @param {string} optimizer */
export const otherOptimizer = (optimizer) =>
  `Trainiert wird mit ${optimizer}: Die Schritte gehen in eine andere Richtung als −∇C.`;
/** @param {number} rate @param {boolean} isAtStart  it falls later */
export const learningRate = (rate, isAtStart) =>
  `Lernrate${isAtStart ? " am Anfang" : ""}, t = ${exact(rate)}`;
export const farBeyond = "weit jenseits";

/** @param {number} t @param {number} length */
export const stepSize = (t, length) => html`Schrittweite t = <output class="number"
  data-testid="downhill-t" aria-live="off">${precise(t)}</output>, Länge t·|∇C| = <output
  class="number" data-testid="downhill-length" aria-live="off">${precise(length)}</output>`;
/** @param {number} t @param {number} cost */
export const cursor = (t, cost) => `t = ${precise(t)}, Kosten ${precise(cost)}`;
/** @param {number} cost */
export const costThere = (cost) => html`Kosten dort: <output
  data-testid="downhill-cost-there" aria-live="off">${precise(cost)}</output>`;
export const takeStep = "Schritt machen";
/** @param {number} images */
export const meanOver = (images) => `Mittel über die ersten ${count(images)} Trainingsziffern.`;

export const networkIsThere = "Das Netz ist jetzt dort.";
export const undo = "Rückgängig";

/* ---- the plane ---- */

export const noCosts = "Noch keine Kosten";
export const planeNotComputed = "Die Kosten auf einer Ebene wurden nicht berechnet.";
export const computingPlane = "Kosten auf einer Ebene durch das Netz werden berechnet …";

/** @param {number} low @param {number} high */
export const costRange = (low, high) => html`Kosten von
  <span class="number">${precise(low)}</span> bis
  <span class="number">${precise(high)}</span> auf dieser Ebene`;

export const directions = "Richtungen der Ebene";
/** @type {Record<"path" | "main" | "random", string>} */
export const planes = {
  path: "Drei Netze",
  main: "Hauptrichtungen",
  random: "Zufallsrichtungen",
};
export const otherDirections = "Andere Richtungen";

export const throughMain = "Entlang der zwei Richtungen, in denen dieser Pfad am meisten variiert.";
export const throughRandom =
  "Entlang zweier zufälliger Richtungen, skaliert auf die Gewichte jedes Neurons.";
export const throughThree = "Durch drei Netze: den Start, das bisher beste und das jetzige.";
export const throughBend =
  "Durch den Start, das jetzige Netz und den stärksten Knick des Pfads: Dazwischen hat keines " +
  "niedrigere Kosten.";
export const littleOfPath = "Weniger als 1\u00a0% der Varianz des Pfads liegt in dieser Ebene.";
/** @param {number} part  of its variance */
export const partOfPath = (part) =>
  `Der Pfad liegt zu ${percent(part, 0)} in dieser Ebene (Anteil seiner Varianz).`;

/** @param {number} step */
const beginsAt = (step) =>
  `Der Pfad beginnt bei Schritt ${count(step)}, an dem dieses Netz auf die Seite zurückkam, etwa
    durch Rückgängigmachen oder Neuladen`;
/** @param {number} step */
export const beginning = (step) => `${beginsAt(step)}.`;
const afterTraining = `„${planes.path}“ und „${planes.main}“ gibt es nach etwas Training.`;
export const noPath = `Es gibt noch keinen Pfad: ${afterTraining}`;
/** @param {number} step */
export const shortPath = (step) => `${beginsAt(step)}: ${afterTraining}`;

export const plane = "Ebene der Kosten: Die Pfeiltasten bewegen den Cursor";
/**
 * @param {number} low @param {number} high
 * @param {{ a: number, b: number } | null} start  of the path; null: there is none
 */
export function contours(low, high, start) {
  const path = start
    ? ` Der Pfad führt von (${figures(start.a)}; ${figures(start.b)}) hierher.`
    : "";
  return `Höhenlinien der Kosten, von ${precise(low)} bis ${precise(high)}.${path}`;
}

/** Names on the plane. */
export const pathStart = "Start";
export const pathBest = "bestes";
export const pathNow = "jetzt";

/**
 * @param {number | null} cost  null: the cursor is not on the plane
 * @param {boolean} isHeard  the keyboard moved the cursor, so a new cost is read out
 */
export const costAtCursor = (cost, isHeard) =>
  html`${
    cost === null ? "Zeige auf die Ebene, um Kosten abzulesen" : "Kosten am Cursor: "
  } <output data-testid="downhill-plane-cost" aria-live=${isHeard ? "polite" : "off"}
    >${cost === null ? "" : precise(cost)}</output>`;
export const putHere = "Netz hierher setzen";
export const putHow =
  "Um einen Ort für das Netz zu wählen, klicke auf die Ebene oder drücke dort die Pfeiltasten.";
export const recentre = "Zentrieren";

export const onPlane = "Das Netz liegt auf dieser Ebene";
export const onPlaneOutside = "Das Netz liegt auf dieser Ebene, außerhalb dieses Quadrats.";
/** @param {number} away */
export const offPlane = (away) =>
  `Das Netz hat den Abstand ${precise(away)} von dieser Ebene: Der Punkt ist der nächste auf ihr.`;
/** @param {number} away */
export const offPlaneOutside = (away) =>
  `Das Netz hat den Abstand ${precise(away)} von dieser Ebene, außerhalb dieses Quadrats.`;
export const pressRecentre = `Drücke „${recentre}“ für eine Ebene durch das Netz.`;

/** @param {number} size @param {number} images */
export const scale = (size, images) =>
  `Netze an den beiden Enden einer Seite des Quadrats sind ${figures(size)} voneinander entfernt,
    gemessen über alle Gewichte und Biases. Alle Kosten sind Mittelwerte über die ersten
    ${count(images)} Trainingsziffern.`;
/** @param {number} side */
export const soFar = (side) => `Bisher ${side} × ${side} Kosten.`;
