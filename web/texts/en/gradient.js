/** The words of the lab Gradient. */
import { html } from "lit";
import { count, exact, fixed, fraction, percent } from "../../common/numbers.js";
import { plain, signed } from "../../common/signed-numbers.js";
import { aDigit, plural } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson, the question, how it works ---- */

export const lesson = html`Each component of the negative gradient says two things: its sign,
  whether that weight or bias should be nudged up or down; its relative size, how much that nudge
  matters. What a training step applies is the average over many examples, each of which wants
  something else.`;

/** @param {number | null} all  weights and biases, where their number is known */
export function question(all) {
  const what = all ? `each of the ${count(all)} weights and biases` : "every weight and bias";
  return `A step of gradient descent computes a nudge for ${what}. How many of these nudges, the
    largest first, do half of the work of lowering the cost?`;
}

export const choices = ["Less than 1% of them", "1% to 10%", "More than 10%"];

export const answerComes = "The answer comes with the gradient.";

/**
 * What is said to a guess.
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {number} half  nudges that do half of the work
 * @param {number} all
 */
export const answer = (right, isGuessed, half, all) =>
  `${verdict(choices[right], isGuessed)}: the ${largest(half, all)}, for the digits chosen here. To
    first order the cost falls by η|∇C|², so a component’s share of |∇C|² is its share of the
    work.`;

/** @param {number} half @param {number} all */
const largest = (half, all) =>
  `largest ${count(half)} of ${count(all)} nudges (${percent(half / all)})`;

export const how = html`
  <p>A weight <math><mi>w</mi></math> multiplies the activation
    <math><msub><mi>a</mi><mtext>in</mtext></msub></math> before it and adds to the weighted sum
    <math><mi>z</mi></math> of its neuron. With the neuron’s error
    <math><mi>δ</mi><mo>=</mo><mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>z</mi>
    </mrow></mfrac></math>, for one digit:</p>
  <math display="block">
    <mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>w</mi></mrow></mfrac>
    <mo>=</mo><msub><mi>a</mi><mtext>in</mtext></msub><mo>⋅</mo><mi>δ</mi><mo>,</mo>
    <mspace width="1em"></mspace>
    <mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>b</mi></mrow></mfrac>
    <mo>=</mo><mi>δ</mi>
  </math>
  <p>For several digits it is the mean of these products. A step of gradient descent nudges every
    parameter by <math><mo>−</mo><mi>η</mi></math> times its component. To first order, nudging
    only some of them lowers the cost in proportion to their part of
    <math><msup><mrow><mo>|</mo><mo>∇</mo><mi>C</mi><mo>|</mo></mrow><mn>2</mn></msup></math>. In
    the engine: <code>net.gradient(pixels, label)</code>,
    <code>net.meanGradient(data)</code> and
    <code>net.checkGradient(pixels, label, { indices })</code>.</p>`;

/* ---- whose gradient it is ---- */

export const gradientOf = "Gradient of";
export const sources = {
  digit: "The input digit",
  batch: "A mini-batch",
  all: "All training digits",
};
export const anotherBatch = "Another mini-batch";
export const trainingLoading = "The training digits are still loading.";

/** @param {unknown} target  a field */
export const shouldBe = (target) => html`It should be ${target}`;
export const notADigit = "not a digit";

export const drawFirst = `Draw a digit or take a test digit to see what it wants of every weight and
  bias.`;
export const noDigit = "There is no digit to take the gradient of.";

/** @param {number} part  that is done; 0 or 1: not told */
export const computingGradient = (part) =>
  isUnderWay(part) ? `Computing the gradient… ${percent(part, 0)}` : "Computing the gradient…";

/** Beside the last gradient. @param {number} part  that is done; 0 or 1: not told */
export const computing = (part) => (isUnderWay(part) ? `Computing: ${percent(part, 0)}` : "");

/** @param {number} part */
const isUnderWay = (part) => part > 0 && part < 1;

/** Digits whose cost it is, inside a sentence. @param {number} label */
export const inputAs = (label) => `the input as ${aDigit(label)}`;
export const inputAsNoDigit = "the input as not a digit";
/** @param {number} digits */
export const allDigits = (digits) => `all ${count(digits)} training digits`;
/** @param {number} digits */
export const firstDigits = (digits) => `the first ${count(digits)} training digits`;
/** @param {number} from @param {number} to */
export const someDigits = (from, to) => `training digits ${count(from)} to ${count(to)}`;

/* ---- the gradient as a whole ---- */

export const allZero = "Every component is exactly zero: no nudge brings anything.";
/** @param {number} half @param {number} all */
export const halfOfWork = (half, all) =>
  `The ${largest(half, all)} do half of the work: they hold half of |∇C|²`;

/**
 * @param {string} digits  whose cost it is
 * @param {{ cost: number, epoch: number, length: number, zeros: number }} gradient
 */
export const finding = (digits, { cost, epoch, length, zeros }) =>
  `Of ${digits}, at epoch ${fixed(epoch, 2)}: cost ${plain(cost)}, length |∇C| = ${plain(length)},
    ${count(zeros)} components exactly zero.`;

/** @param {number} components  as large as the largest, which is one of them */
export const tied = (components) => `${count(components)} components are tied for the largest.`;

export const stepNeurons = `In a network of step neurons every component of the
  hidden layers is exactly zero: a small nudge there changes no output. The lab Binary neurons shows
  why.`;

/* ---- the column of components ---- */

export const layerFilter = "Layer";
export const allLayers = "All layers";
export const signFilter = "Sign";
export const signs = { all: "Up and down", up: "Nudged up", down: "Nudged down" };
export const sizeFilter = "Size";
export const sizes = { 0: "Any size", 0.01: "≥ 1/100", 0.1: "≥ 1/10", 0.5: "≥ 1/2 of the largest" };

/** @param {number} rows @param {number} all */
export const listed = (rows, all) => `${count(rows)} of ${count(all)} components.`;

export const namesOfNeurons =
  "Neuron 2.14 is neuron 14 of layer 2; a pixel is named by its row and column.";
export const column = "Components of −∇C, largest first";

/* ---- what each component is called ---- */

export const outputLayer = "Output layer";
/** @param {number} layer */
export const hiddenLayer = (layer) => `Hidden layer ${layer}`;

/**
 * A pixel, a neuron of a hidden layer, or an output.
 * @typedef {{ kind: "pixel", row: number, column: number }
 *   | { kind: "neuron", layer: number, number: number }
 *   | { kind: "output", digit: number }} Unit  row, column, number: 1 is the first
 */

/** @param {{ row: number, column: number }} pixel */
const placeOf = ({ row, column }) => `row ${row}, column ${column}`;

/** @param {Unit} unit */
function nameOf(unit) {
  if (unit.kind === "pixel") return `the pixel in ${placeOf(unit)}`;
  if (unit.kind === "output") return `output ${unit.digit}`;
  return `neuron ${unit.number} of layer ${unit.layer}`;
}

/** The same in few letters. @param {Unit} unit */
function shortNameOf(unit) {
  if (unit.kind === "pixel") return placeOf(unit);
  return unit.kind === "neuron" ? `neuron ${unit.layer}.${unit.number}` : nameOf(unit);
}

/** @param {Unit} unit */
export const bias = (unit) => `Bias of ${nameOf(unit)}`;
/** @param {Unit} from @param {Unit} to */
export const weight = (from, to) => `Weight from ${nameOf(from)} to ${nameOf(to)}`;
/** @param {Unit} unit */
export const shortBias = (unit) => `bias of ${shortNameOf(unit)}`;
/** @param {Unit} from @param {Unit} to */
export const shortWeight = (from, to) => `${shortNameOf(from)} → ${shortNameOf(to)}`;

/* ---- one component explained ---- */

/** @param {number} value */
export const now = (value) => `Now ${plain(value)}.`;

/** @param {number} slope  ∂C/∂b */
export const biasReason = (slope) => `∂C/∂b is its neuron’s error: ${plain(slope)}.`;
/** @param {number} slope @param {number} digits */
export const biasMean = (slope, digits) =>
  `∂C/∂b is the mean of its neuron’s error over ${count(digits)} digits: ${plain(slope)}.`;

/** @param {number} slope  ∂C/∂w @param {number} error @param {number} input */
export function weightReason(slope, error, input) {
  const [a, delta] = [fraction(input, 3), plain(error)];
  return `Its input is ${strength(input)}, ${a}; its neuron’s error is ${delta}.
    ∂C/∂w = ${a} × ${delta} = ${plain(slope)}.`;
}

/** @param {number} slope @param {number} error @param {number} digits */
export const weightMean = (slope, error, digits) =>
  `∂C/∂w is the mean of input × error over ${count(digits)} digits: ${plain(slope)}. Its
    neuron’s mean error is ${plain(error)}.`;

/** @param {number} activation */
function strength(activation) {
  if (activation === 0) return "inactive";
  const much = activation < 0.25 ? "weakly" : activation < 0.75 ? "moderately" : "strongly";
  return `${much} active`;
}

export const noEffect = "A small change of it changes no cost.";
export const increase = "Increase it to lower the cost.";
export const decrease = "Decrease it to lower the cost.";

/** @param {number} rate @param {number} slope @param {number} nudge */
export const plainStep = (rate, slope, nudge) =>
  `Plain gradient descent with the page’s learning rate, η = ${exact(rate)}, nudges it by
    −η × ${plain(slope)} = ${signed(nudge)}.`;

/** @param {string} optimizer */
export const otherStep = (optimizer) =>
  `The page trains with ${optimizer}, which makes a different nudge of it.`;

/* ---- where the components are, and their sizes ---- */

export const onNetwork = "On the drawing of the network";
export const onNetworkScale = "the strongest of each layer, each layer on its own scale";
export const networkDrawing = "The components of −∇C as lines: blue up, orange down";
export const onPictures = "On the pictures of the first layer";
export const onPicturesScale = "all on one scale; click one to pick its neuron";
/** What the pictures show. */
export const nudges = "Nudges";

export const sizesByLayer = "Sizes of the components, layer by layer";
export const noLayer = "No layer has a component that is not zero";
/** @param {string} layer @param {number} part */
export const holdsMost = (layer, part) => `${layer} holds most: ${percent(part, 0)} of |∇C|²`;
export const sizesLegend = html`Components by size, in powers of ten:
  <span class="positive">blue</span> up, <span class="negative">orange</span> down. Heights are
  square roots of counts.`;

/** @param {number} up @param {number} down @param {number} zeros */
export const upAndDown = (up, down, zeros) =>
  `${count(up)} up, ${count(down)} down, ${count(zeros)} exactly zero`;

/** @param {string} layer @param {string} counts  see `upAndDown` @param {number} most  of a bin */
export const histogram = (layer, counts, most) =>
  `${layer}: sizes of the components by powers of ten. ${counts}. The fullest bin holds
    ${count(most)}.`;

/* ---- the ten that matter most ---- */

/** @param {number} items */
export function mattersMost(items) {
  const matter = plural(items, { one: "matters", other: "matter" });
  return `The ${items === 10 ? "ten" : items} that ${matter} most`;
}

export const formula = `∂C/∂w = input × error: the activation that the weight multiplies, times the
  error of its neuron. ∂C/∂b = error.`;
/** @param {number} digits */
export const formulaOfMean = (digits) =>
  `∂C/∂w is the mean of input × error over ${count(digits)} digits: the activation that the weight
    multiplies, times the error of its neuron. ∂C/∂b is the mean error.`;

/** @param {number} error */
export const meanError = (error) => `Mean error ${plain(error)}.`;
/** @param {number} error */
export const errorOnly = (error) => `Error ${plain(error)}.`;
/** @param {number} input @param {number} error */
export const inputAndError = (input, error) =>
  `Input ${fraction(input, 3)}, ${strength(input)}. Error ${plain(error)}.`;
