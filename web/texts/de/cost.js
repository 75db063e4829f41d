import { html, svg } from "lit";
import { about, small, written } from "../../common/cost-numbers.js";
import { count, fixed, percent } from "../../common/numbers.js";
import { plural } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson and the question ---- */

export const lesson = html`Um dem Computer zu sagen, wie schlecht eine Antwort ist, addiert man die
  Quadrate der Differenzen zwischen jeder Ausgabe und ihrem Zielwert. Die Summe ist klein, wenn das
  Netz sich bei der richtigen Ziffer sicher ist, und sonst groß; der Mittelwert über alle
  Trainingsziffern misst, wie schlecht das ganze Netz ist. Lernen heißt, ihn klein zu machen.`;

export const question =
  "Welche Ziffern machen bei einem trainierten Netz den größten Teil der mittleren Kosten aus?";

export const choices = [
  "Alle, etwa gleichmäßig",
  "Wenige, die es völlig verfehlt",
  "Etwa die Hälfte",
];

export const beingComputed = "Die Kosten werden berechnet.";

/** @param {number} worst  fraction of all cost that the worst 10% of digits account for */
export const notTrained = (worst) =>
  `Dieses Netz ist noch nicht trainiert: Der Anteil der schlechtesten 10\u00a0% der Ziffern an
      seinen Kosten ist nur ${percent(worst, 0)}. Trainiere es und sieh noch einmal nach.`;

/** @param {number} worst  see notTrained */
const partOfWorst = (worst) =>
  "Der Anteil der schlechtesten 10\u00a0% der Ziffern an den Kosten dieses Netzes ist " +
  percent(worst, 0);
/** @param {number} worst  see notTrained */
export const isSpread = (worst) => `Keine Antwort passt gut zu diesem Netz: ${partOfWorst(worst)}.`;
/**
 * @param {number} worst  see notTrained @param {number} right  a choice
 * @param {boolean} isGuessed
 */
export const answer = (worst, right, isGuessed) =>
  `${verdict(choices[right], isGuessed)}: ${partOfWorst(worst)}.`;

export const how = html`
  <p>Mit <math><msub><mi>a</mi><mi>j</mi></msub></math>, den zehn Ausgaben, und
    <math><msub><mi>y</mi><mi>j</mi></msub></math>, ihren Zielwerten, 1 für die richtige Ziffer und
    0 für die anderen, sind die Kosten einer Ziffer</p>
  <math display="block">
    <mi>C</mi><mo>=</mo>
    <munderover><mo>∑</mo><mrow><mi>j</mi><mo>=</mo><mn>0</mn></mrow><mn>9</mn></munderover>
    <msup>
      <mrow>
        <mo>(</mo><msub><mi>a</mi><mi>j</mi></msub><mo>−</mo>
        <msub><mi>y</mi><mi>j</mi></msub><mo>)</mo>
      </mrow>
      <mn>2</mn>
    </msup>
  </math>
  <p>und die Kosten des Netzes der Mittelwert über alle <math><mi>n</mi></math> Ziffern. Sie
    betragen 10, wenn jede Ausgabe so falsch wie möglich ist; mit 0,1 im Mittel ist ein Netz gut.
    Die Kreuzentropie eines Netzes mit Softmax ist stattdessen
    <math><mo>−</mo><mi>ln</mi><mo>⁡</mo><msub><mi>a</mi><mi>j</mi></msub></math> der richtigen
    Ziffer.</p>`;

/* ---- the digit on the input ---- */

export const yourDrawing = "Deine Zeichnung.";
export const drawDigit = "Zeichne eine Ziffer, um ihre zehn quadrierten Fehler zu sehen.";
export const drawOrTakeDigit =
  "Zeichne eine Ziffer oder nimm eine Testziffer, um ihre zehn quadrierten Fehler zu sehen.";

export const target = "Ziel";
/** @param {number} digit */
export const targetDigit = (digit) => `Ziffer ${digit}`;
export const notADigit = "Keine Ziffer";

export const output = "Ausgabe";
export const difference = "Ziel − Ausgabe";
export const squared = "Quadrat";
export const cost = "Kosten";

export const colours = html`<span class="positive">Blau</span>: Die Ausgabe sollte höher sein.
  <span class="negative">Orange</span>: Sie sollte niedriger sein. Ein Punkt: zu klein zum
  Zeichnen.`;

export const sumOfSquares = "Summe der zehn Quadrate";
export const sumOfTerms = "Summe der zehn Terme";
export const costOfAnswer = "Kosten dieser Antwort";
export const tooSmall = `Kein Quadrat ist groß genug zum Zeichnen. Wähle ein anderes Ziel, um hohe
  Kosten zu sehen.`;

/** @param {number} digit */
export const targetOfLabel = (digit) => `Ziel: ${digit} (das Label).`;
/** @param {number} digit */
export const targetOfPrediction = (digit) =>
  `Ziel: ${digit} (die Vorhersage; wähle, was richtig wäre).`;
/** @param {number | null} digit  null: not a digit */
export const targetChosen = (digit) => `Ziel: ${digit ?? "keine Ziffer"} (deine Wahl).`;
export const targetOfNoise = "Ziel: keine Ziffer, denn das ist Rauschen.";

/* ---- whose cost ---- */

export const lessonCost = "Quadratischer Fehler der Lektion";
export const trainingCost = "Kreuzentropie (seine Trainingskosten)";
export const otherCost =
  "Dieses Netz wurde mit anderen Kosten trainiert, der Kreuzentropie: Das sind die Kosten in der " +
  "Werkzeugleiste.";

/** @param {import("../../../wasm/tables.js").OutputFunction} outputs */
export function crossEntropy(outputs) {
  const term =
    outputs === "softmax"
      ? "−ln der Ausgabe der richtigen Ziffer"
      : "−ln a der Ausgabe, die 1 sein sollte, und −ln(1 − a) jeder, die 0 sein sollte";
  return `Die Kreuzentropie ist ${term}: fast 0, wenn das Netz sicher ist und richtig liegt, und
    unbeschränkt, wenn es sicher ist und falsch liegt.`;
}

/* ---- the costs of all digits ---- */

export const digits = "Ziffern";
export const sets = { test: "Testziffern", train: "Trainingsziffern" };
const single = { test: "Testziffer", train: "Trainingsziffer" };

/** @param {number} images @param {"test" | "train"} set */
const soMany = (images, set) =>
  `${count(images)} ${plural(images, { one: single[set], other: sets[set] })}`;

/** @param {"test" | "train"} set */
export const notComputed = (set) => `Die Kosten der ${sets[set]} wurden nicht berechnet.`;
/** @param {number} images @param {"test" | "train"} set */
export const computing = (images, set) => `Kosten von ${soMany(images, set)} werden berechnet …`;
/** @param {number} images @param {"test" | "train"} set @param {number} total  0: not known */
export const loading = (images, set, total) =>
  `${sets[set]} werden geladen: ${count(images)}${total ? ` von ${count(total)}` : ""}`;

export const noNumber = "Die mittleren Kosten sind keine Zahl, weil einige Ausgaben keine sind.";

/**
 * @param {object} found
 * @param {number} found.images
 * @param {"test" | "train"} found.set
 * @param {"now" | "before" | number} found.at  of the present network, of the one before the last
 *   change, or of that at an epoch
 * @param {number} found.mean
 * @param {number | null} found.worst  see notTrained; null: not worth a word
 */
export function average({ images, set, at, mean, worst }) {
  const part = html`<span class="veiled">; Anteil der schlechtesten 10&nbsp;% der Ziffern:
    ${percent(worst, 0)}</span>`;
  return html`Mittlere Kosten von ${soMany(images, set)}${when(at)}:
    <output class="number" data-testid="cost-mean" aria-label="Mittlere Kosten"
      aria-live="off">${small(mean)}</output>${worst === null ? "" : part}`;
}

/** @param {"now" | "before" | number} at */
function when(at) {
  if (at === "now") return "";
  return at === "before" ? " vor der letzten Änderung" : ` bei Epoche ${fixed(at, 1)}`;
}

export const putDigit = "Gib dem Netz eine Ziffer als Eingabe, um zu sehen, wo ihre Kosten liegen.";
/** @param {number} rank  fraction of the digits that cost less */
export const yoursAmong = (rank) => html`Deine kostet mehr als
  <span class="number" data-testid="cost-rank">${percent(rank)}</span> von ihnen.`;

export const readCorrectly = "richtig erkannt";
export const misread = "falsch erkannt";
export const axis = "Kosten (je Gitterlinie 10×)";
/** @param {number} value */
export const digitsAbout = (value) => html`Ziffern mit Kosten von etwa ${about(value)}`;

/* ---- the histogram ---- */

/** @param {number} images */
export const howMany = (images) =>
  `${count(images)} ${plural(images, { one: "Ziffer", other: "Ziffern" })}`;

/** Marks of the histogram: the last thing in each is a number. @param {unknown} value */
export const markMedian = (value) => svg`Median ${value}`;
/** @param {unknown} value */
export const markMean = (value) => svg`Mittel ${value}`;
/** @param {unknown} value */
export const markYours = (value) => svg`deine ${value}`;

/** A cost where there are only words. @param {number} value */
export function smallInWords(value) {
  const { digits, exponent } = written(value);
  return exponent ? `${digits} hoch ${exponent}` : digits;
}

/** @param {number} images @param {{ median: number, mean: number, yours: number | null }} costs */
export function histogram(images, { median, mean, yours }) {
  const both = `Median ${smallInWords(median)}; Mittel ${smallInWords(mean)}`;
  const own = yours === null ? "" : `; deine ${smallInWords(yours)}`;
  return `Kosten von ${howMany(images)}: ${both}${own}.`;
}

/* ---- digits of one cost ---- */

export const noDigit = "Keine Ziffer hat diese Kosten.";
export const useAsInput = "Als Eingabe";
/** @param {number} label @param {number} prediction */
export const read = (label, prediction) =>
  label === prediction ? String(label) : `${label}, als ${prediction} erkannt`;
/** @param {number} number  1 is the first @param {number} label @param {number} prediction */
export const useDigit = (number, label, prediction) =>
  `${read(label, prediction)}: Ziffer ${count(number)} als Eingabe nehmen`;
/** @param {number} number  1 is the first @param {number} label */
export const trainingDigit = (number, label) => `Trainingsziffer ${count(number)}, Label ${label}.`;
