import { html } from "lit";
import { decimal, hardnessText } from "../../common/binary-numbers.js";
import { count, percent } from "../../common/numbers.js";
import { plural, withStop } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson and the question ---- */

export const lesson = html`Artificial neurons have continuously ranging activations, where
  biological ones are either active or inactive. The lesson gives the reason: the cost has to be
  smooth, so that small steps downhill can find a local minimum.`;

/** @param {number | null} hidden  how many there are; null: not known yet */
export const question = (hidden) =>
  `Make every hidden neuron on or off. For how many of the ${
    hidden === null ? "" : `${count(hidden)} `
  }hidden weights and biases does the gradient still say which way is down?`;

export const choices = ["All", "About half", "None"];
export const computingGradient = "Computing the gradient…";

/** @param {number} some @param {number} hidden */
export const someComponents = (some, hidden) => `For ${count(some)} of ${count(hidden)}.`;

/**
 * @param {boolean} isGuessed
 * @param {{ hidden: number, k: string, soft: number }} found  soft: components that are not 0 with
 *   σ(kz)
 */
export const noComponents = (isGuessed, { hidden, k, soft }) =>
  `${verdict(choices[2], isGuessed)}: all ${count(hidden)} components are exactly 0.
    With σ(kz), k = ${k}, ${count(soft)} are not. The others are weights of pixels that are blank in
    all of these digits, or of neurons that are on or off to the last bit.`;

/** @param {unknown} formulas  of σ(kz) and its derivative */
export const how = (formulas) => html`
  <p>The hidden neurons apply</p>
  ${formulas}
  <p>As k grows it becomes the step, 1 from z = 0 on. The output layer stays sigmoid or softmax,
    so its own weights keep a gradient. A sigmoid network whose hidden weights and biases are
    multiplied by k computes the same, and its gradient times k is this one. The line is
    θ − t (|θ| ÷ |∇C|) ∇C, with only the hidden components of θ and ∇C: at t = 1 the way is as
    long as the hidden weights and biases. In the engine:
    <code>net.costAlong(direction, ts, data)</code>,
    <code>net.meanGradient(data)</code> and
    <code>engine.network({ hidden: "step" })</code>.</p>`;

/* ---- which network ---- */

export const pagesNetwork =
  "The network on the page, at every steepness with the same weights and biases.";
export const trainingNetwork = "Training a sigmoid network…";

/**
 * Why it is not the page's network: one of these, or the name of its activation function.
 * @type {Record<string, string>}
 */
const obstacles = {
  shallow: "The network on the page has no hidden layer.",
  relu: "The network on the page has ReLU neurons in its hidden layers.",
  step: "The network on the page has step neurons in its hidden layers.",
  large: "The network on the page is too large to be looked at here.",
  broken: "The network on the page has parameters that are not numbers.",
};

/** @param {string} name  of an activation function */
const otherNeurons = (name) => `The network on the page has ${name} neurons in its hidden layers.`;

/** @param {string} obstacle @param {{ steps: number, seed: number }} trained */
export const labsNetwork = (obstacle, { steps, seed }) =>
  `${obstacles[obstacle] ?? otherNeurons(obstacle)} So this lab trained the lesson’s 784-16-16-10
    sigmoid network: ${count(steps)} mini-batches of 10 digits, η = 1, seed ${seed}.`;

export const waitingForDigits = "Waiting for the digits…";
export const noTestDigits = "There are no test digits.";
/** @param {number} images @param {number} total */
export const loadingDigitsOf = (images, total) =>
  `Loading digits: ${count(images)} of ${count(total)}`;

/* ---- what to look at ---- */

/** @param {number} k */
const hardnessWords = (k) => (k === Infinity ? "∞: on or off" : hardnessText(k));

/** @param {number} k */
export const hardness = (k) => html`Steepness of σ(kz), k =
  <b class="number" data-testid="binary-k">${hardnessWords(k)}</b>`;
/** @param {number} k */
export const hardnessValue = (k) => `k = ${hardnessWords(k)}`;
export const costOf = "Cost of";
export const digits = {
  yours: "the digit on the input",
  1: "one training digit",
  10: "10 training digits",
  1000: "1,000 training digits",
};
export const zoom = "Zoom";

/* ---- the activation function ---- */

export const theStep = "The step";
/** @param {number} k */
export const theSigmoid = (k) => `σ(kz), k = ${hardnessText(k)}`;
export const activation = "The activation function and its derivative, from z = −3 to 3";

/** @param {number} atOne  derivative at z = 1 @param {number | null} atZero  null: there is none */
export function derivative(atOne, atZero) {
  const steepest = atZero === null ? "none at z = 0" : html`${decimal(atZero)} at z = 0`;
  return html`Dashed: the derivative, <span data-testid="binary-derivative"
    class="number">${decimal(atOne)} at z = 1, ${steepest}</span>. Backpropagation multiplies by
    it.`;
}

/* ---- the cost along the line ---- */

export const notComputed = "Not computed";
export const computingCost = "Computing the cost…";
export const costAlongLine = "The cost along a line";

/**
 * @param {{ flat: number, jumps: number }} step  of the stretches: those without a jump, and with
 * @param {{ k: number, flat: number } | null} between  of the hardness chosen
 */
export function stairs({ flat, jumps }, between) {
  const stretches = flat + jumps;
  const step = flat
    ? html`Step neurons: flat in <span class="number" data-testid="binary-flat">${flat}</span> of
      ${stretches} stretches, jumps in the other ${jumps}`
    : `Step neurons: jumps in all ${stretches} stretches; zoom in to see the stairs`;
  if (!between) return step;
  const there = between.flat ? `flat in ${between.flat}` : "flat in none";
  return html`${step}; k = ${hardnessText(between.k)}: ${there}`;
}

/** @param {"1" | "10" | "1000"} name @param {number | null} label  of the visitor's digit */
export const line = (name, label) =>
  label === null
    ? `Cost of ${digits[name]} along a line through the hidden parameters`
    : `Cost of ${digits.yours}, as ${label}, along a line through the hidden parameters`;

/** @param {string} words  see line @param {number} points @param {number} zoom */
export const lineInDetail = (words, points, zoom) =>
  `${words}, ${points} points${zoom > 1 ? `, ${zoom}× closer` : ""}. At t = 0 are the weights and
    biases as they are; to the right is downhill for the sigmoid network. At t = 1 they would have
    moved by their own length.`;

export const alongGradient = "t, along −∇C";
export const sigmoid = "sigmoid";
export const step = "step";

/* ---- the gradient ---- */

export const gradient = "The gradient of the same digits";
export const computing = "Computing…";

export const meanLength = "Length of the mean ∇C, hidden layers";
/** @param {number} hidden */
export const componentsOf = (hidden) => `Components that are not 0, of ${count(hidden)}`;
/** @param {number} size @param {number} nudges */
export const nudgesOf = (size, nudges) => `Nudges by ±${size} that change C, of ${nudges}`;
export const testAccuracy = "Test accuracy";

/** @param {number} crossed  nudges @param {boolean} isAccurate */
export function remark(crossed, isAccurate) {
  const nudges = plural(crossed, { one: "One nudge", other: `${crossed} nudges` });
  const jumps = crossed ? `${nudges} crossed a jump between two stairs. ` : "";
  const good =
    "Neurons that are on or off can be accurate, with weights that were found for sigmoid ones.";
  return `${jumps}${isAccurate ? good : ""}`;
}

export const typicalGradient = "The length of a typical gradient";
/**
 * @param {number} first  length at k = 1 @param {number} other @param {number} k  of the other
 */
export function typicalLength(first, other, k) {
  const lengths = html`${decimal(first)} at k = 1, ${decimal(other)} at k = ${hardnessText(k)}`;
  return html`Typical length of a digit’s gradient:
    <span class="number" data-testid="binary-median">${lengths}</span>`;
}
export const medians = "Median length of ∇C in the hidden layers for k from 1 to 128";
/** @param {number} images */
export const medianOf = (images) => `Median of ${images} training digits, hidden layers only.`;
export const oneDigit = "The table has the length of the one digit chosen.";
export const fewKeepLong = "A few digits, those close to a jump, may keep a long one.";
export const meanIsLonger = `The mean in the table is much longer: it comes from a few digits that
  are close to a jump.`;

/* ---- two networks ---- */

export const trainTwins = "Train both from the same random weights";
/** @param {number} steps */
export function aboutTwins(steps) {
  return `One has sigmoid neurons in its hidden layers, one has step neurons. Digits, their order
    and the number of steps are the same: ${count(steps)} mini-batches of 10, η = 1.`;
}

export const trainBoth = "Train both";
export const trainAgain = "Train from other weights";
export const stop = "Stop";
/** @param {number} steps @param {number} total @param {number} seed */
export const progress = (steps, total, seed) =>
  `${count(steps)} of ${count(total)} steps, seed ${seed}`;
/** @param {string} why */
export const stopped = (why) => `Training stopped: ${withStop(why)} Train both again.`;

/** @param {number} steps @param {number} sigmoid  accuracy @param {number} step  accuracy */
export const accuracies = (steps, sigmoid, step) => html`After ${count(steps)} steps:
  <span class="number" data-testid="binary-sigmoid">${percent(sigmoid)}</span> of
  the test digits with sigmoid neurons,
  <span class="number" data-testid="binary-step">${percent(step)}</span> with step
  neurons`;

/**
 * @param {number} hidden  how many there are
 * @param {[sigmoid: number, step: number]} moved  how many of them moved
 * @param {boolean} isTrained
 */
export function moved(hidden, [sigmoid, step], isTrained) {
  const rest =
    isTrained && !step
      ? " What the second learned, it learned in its output layer of sigmoid neurons."
      : "";
  return html`Hidden weights and biases that moved:
    <b class="number" data-testid="binary-moved">${count(sigmoid)}</b> of ${count(hidden)} with
    sigmoid neurons, <b class="number" data-testid="binary-still">${count(step)}</b> with step
    neurons.${rest}`;
}

/** @param {number} measurements */
export const measurements = (measurements) =>
  `${measurements} measurements of the accuracy on all test digits`;
export const steps = "steps";
