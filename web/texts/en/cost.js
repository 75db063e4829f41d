import { html, svg } from "lit";
import { about, small, written } from "../../common/cost-numbers.js";
import { count, fixed, percent } from "../../common/numbers.js";
import { plural } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson and the question ---- */

export const lesson = html`To tell the computer how bad an answer is, add up the squares of the
  differences between each output and its target. The sum is small when the network is confident of
  the right digit and large when it is not; the average over all training digits measures how bad
  the whole network is, and learning means making it small.`;

export const question = "Which digits make up most of the average cost of a trained network?";

export const choices = [
  "All of them, about equally",
  "A few that it gets badly wrong",
  "About half of them",
];

export const beingComputed = "The costs are being computed.";

/** @param {number} worst  fraction of all cost that the worst 10% of digits account for */
export const notTrained = (worst) =>
  `This network is not trained yet: the worst 10% of digits account for only ${percent(worst, 0)} of
      its cost. Train it and look again.`;

/** @param {number} worst  see notTrained */
const partOfWorst = (worst) =>
  `the worst 10% of digits account for ${percent(worst, 0)} of the cost of this network`;
/** @param {number} worst  see notTrained */
export const isSpread = (worst) => `No choice fits this network well: ${partOfWorst(worst)}.`;
/**
 * @param {number} worst  see notTrained @param {number} right  a choice
 * @param {boolean} isGuessed
 */
export const answer = (worst, right, isGuessed) =>
  `${verdict(choices[right], isGuessed)}: ${partOfWorst(worst)}.`;

export const how = html`
  <p>With <math><msub><mi>a</mi><mi>j</mi></msub></math> the ten outputs and
    <math><msub><mi>y</mi><mi>j</mi></msub></math> their targets, 1 for the right digit and 0 for
    the others, the cost of one digit is</p>
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
  <p>and the cost of the network is the average over all <math><mi>n</mi></math> digits. It is 10
    when every output is as wrong as can be; 0.1 on average is a good network. The cross-entropy of
    a network with softmax is
    <math><mo>−</mo><mi>ln</mi><mo>⁡</mo><msub><mi>a</mi><mi>j</mi></msub></math> of the right
    digit instead.</p>`;

/* ---- the digit on the input ---- */

export const yourDrawing = "Your drawing.";
export const drawDigit = "Draw a digit to see its ten squared errors.";
export const drawOrTakeDigit = "Draw a digit or take a test digit to see its ten squared errors.";

export const target = "Target";
/** @param {number} digit */
export const targetDigit = (digit) => `Digit ${digit}`;
export const notADigit = "Not a digit";

export const output = "Output";
export const difference = "Target − output";
export const squared = "Squared";
export const cost = "Cost";

export const colours = html`<span class="positive">Blue</span>: the output should be higher.
  <span class="negative">Orange</span>: it should be lower. A dot: too small to draw.`;

export const sumOfSquares = "Sum of the ten squares";
export const sumOfTerms = "Sum of the ten terms";
export const costOfAnswer = "Cost of this answer";
export const tooSmall = `No square is large enough to draw. Choose another target to see a large
  cost.`;

/** @param {number} digit */
export const targetOfLabel = (digit) => `Target: ${digit} (its label).`;
/** @param {number} digit */
export const targetOfPrediction = (digit) =>
  `Target: ${digit} (the prediction; choose what it should be).`;
/** @param {number | null} digit  null: not a digit */
export const targetChosen = (digit) => `Target: ${digit ?? "not a digit"} (your choice).`;
export const targetOfNoise = "Target: not a digit, as this is noise.";

/* ---- whose cost ---- */

export const lessonCost = "The lesson’s squared error";
export const trainingCost = "Cross-entropy (its training cost)";
export const otherCost =
  "This network was trained on another cost, cross-entropy: that is the cost in the toolbar.";

/** @param {import("../../../wasm/tables.js").OutputFunction} outputs */
export function crossEntropy(outputs) {
  const term =
    outputs === "softmax"
      ? "−ln of the output of the right digit"
      : "−ln a of the output that should be 1 and −ln(1 − a) of each that should be 0";
  return `Cross-entropy is ${term}: nearly 0 when the network is confident and right, and without
    bound when it is confident and wrong.`;
}

/* ---- the costs of all digits ---- */

export const digits = "Digits";
export const sets = { test: "test digits", train: "training digits" };

/** @param {"test" | "train"} set */
export const notComputed = (set) => `The costs of the ${sets[set]} were not computed.`;
/** @param {number} images @param {"test" | "train"} set */
export const computing = (images, set) => `Computing the cost of ${count(images)} ${sets[set]}…`;
/** @param {number} images @param {"test" | "train"} set @param {number} total  0: not known */
export const loading = (images, set, total) =>
  `Loading ${sets[set]}: ${count(images)}${total ? ` of ${count(total)}` : ""}`;

export const noNumber = "The average cost is not a number, as some outputs are not.";

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
  const part = html`<span class="veiled">; the worst 10% of digits account for
    ${percent(worst, 0)} of it</span>`;
  return html`Average cost of ${count(images)} ${sets[set]}${when(at)}:
    <output class="number" data-testid="cost-mean" aria-label="Average cost"
      aria-live="off">${small(mean)}</output>${worst === null ? "" : part}`;
}

/** @param {"now" | "before" | number} at */
function when(at) {
  if (at === "now") return "";
  return at === "before" ? " before the last change" : ` at epoch ${fixed(at, 1)}`;
}

export const putDigit = "Put a digit on the input to see where its cost lies.";
/** @param {number} rank  fraction of the digits that cost less */
export const yoursAmong = (rank) => html`Yours costs more than
  <span class="number" data-testid="cost-rank">${percent(rank)}</span> of them.`;

export const readCorrectly = "read correctly";
export const misread = "misread";
export const axis = "Cost (each grid line is 10×)";
/** @param {number} value */
export const digitsAbout = (value) => html`Digits with a cost of about ${about(value)}`;

/* ---- the histogram ---- */

/** @param {number} images */
export const howMany = (images) =>
  `${count(images)} ${plural(images, { one: "digit", other: "digits" })}`;

/** Marks of the histogram: the last thing in each is a number. @param {unknown} value */
export const markMedian = (value) => svg`median ${value}`;
/** @param {unknown} value */
export const markMean = (value) => svg`average ${value}`;
/** @param {unknown} value */
export const markYours = (value) => svg`yours ${value}`;

/** A cost where there are only words. @param {number} value */
export function smallInWords(value) {
  const { digits, exponent } = written(value);
  return exponent ? `${digits} to the power of ${exponent}` : digits;
}

/** @param {number} images @param {{ median: number, mean: number, yours: number | null }} costs */
export function histogram(images, { median, mean, yours }) {
  const both = `median ${smallInWords(median)}, average ${smallInWords(mean)}`;
  const own = yours === null ? "" : `, yours ${smallInWords(yours)}`;
  return `Costs of ${count(images)} digits: ${both}${own}.`;
}

/* ---- digits of one cost ---- */

export const noDigit = "No digit has this cost.";
export const useAsInput = "Use as input";
/** @param {number} label @param {number} prediction */
export const read = (label, prediction) =>
  label === prediction ? String(label) : `${label}, read as ${prediction}`;
/** @param {number} number  1 is the first @param {number} label @param {number} prediction */
export const useDigit = (number, label, prediction) =>
  `${read(label, prediction)}: use digit ${count(number)} as input`;
/** @param {number} number  1 is the first @param {number} label */
export const trainingDigit = (number, label) =>
  `Training digit ${count(number)}, labelled ${label}.`;
