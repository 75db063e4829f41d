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

export const lesson = html`A network begins with random weights, so its first predictions are
  useless. Each example says how every single weight and bias should be nudged; averaged over many
  examples and repeated many times, the nudges make it good.`;

export const question =
  "A random network is trained, and its test accuracy rises. Which part is faster?";
export const choices = ["From 10% to 80%", "From 80% to 95%", "Equally fast"];

const asItRises = "the answer appears here as the accuracy rises.";
export const trainIt = `Train it: ${asItRises}`;
export const waitForDigits = `Training begins once the digits are loaded: ${asItRises}`;
export const waitForAccuracy = `It is being trained: ${asItRises}`;

/** @param {unknown} button  "Start from random weights", if it may be pressed */
export const alreadyTrained = (button) => html`This network was trained before this lab could watch
  it. The answer comes with one that starts from random weights. ${button}`;
export const startRandom = "Start from random weights";

/** @param {number} early  epoch by which 80% was reached @param {boolean} isTraining */
export const notYet = (early, isTraining) => {
  const reached = `80% was reached by epoch ${fixed(early, 2)}, 95% is not reached yet.`;
  return isTraining ? reached : `${reached} Train it further to see when it is.`;
};

/** @param {number} early @param {number} late  epochs by which 80% and 95% were reached */
export const tooClose = (early, late) =>
  `${reached(early, late)}: with so few measurements it is too close to call.`;

/**
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {number} early @param {number} late  epochs
 */
export const answer = (right, isGuessed, early, late) =>
  `${verdict(choices[right], isGuessed)}: ${reached(early, late)}.`;

/** @param {number} early @param {number} late  epochs */
const reached = (early, late) =>
  `80% was reached by epoch ${fixed(early, 2)}, 95% by epoch ${fixed(late, 2)}`;

export const how = html`
  <p>Every weight <math><mi>w</mi></math> moves a little way down the slope of the cost
    <math><mi>C</mi></math>. The learning rate <math><mi>η</mi></math> says how far:</p>
  <math display="block">
    <mi>w</mi><mo>←</mo><mi>w</mi><mo>−</mo><mi>η</mi>
    <mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>w</mi></mrow></mfrac>
  </math>
  <p>The gradient is computed from the last layer to the first. A neuron’s error
    <math><mi>δ</mi></math> is how the cost changes with its weighted sum
    <math><mi>z</mi></math>. A neuron of a hidden layer adds up the errors of all neurons it
    feeds, each times the weight between them, and multiplies by the slope of its activation
    function <math><mi>f</mi></math>:</p>
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
  <p>A mini-batch takes the mean of the gradients of its examples, then changes the weights
    once.</p>`;

/* ---- one example in slow motion ---- */

export const slowMotion = "One example in slow motion";
export const play = "Play slowly";
export const stop = "Stop";
export const phases = {
  forward: "Forward",
  error: "Error",
  backward: "Backward",
  update: "Update",
};
/** What the button does in each phase. */
export const nextPhase = {
  forward: "Show the error",
  error: "Backpropagate",
  backward: "Update the weights",
  update: "Next example",
};
/** Why it ends training, half a sentence. */
export const inSlowMotion = "one example is shown in slow motion";
export const loadingTraining = "Loading the training digits…";

/**
 * @param {keyof typeof phases} phase @param {number} label
 * @param {number | null} prediction  null when it has no ink
 * @param {number} cost
 */
export function announcement(phase, label, prediction, cost) {
  const read = prediction === null ? "not read" : `read as ${aDigit(prediction)}`;
  return `${phases[phase]}: ${aDigit(label)}, ${read}, cost ${fixed(cost, 3)}.`;
}

/** @param {number} number  1 is the first @param {number} label */
export const trainingDigit = (number, label) => `Training digit ${count(number)}, ${aDigit(label)}`;

/** @param {number} layer @param {number} neuron  0 is the first @param {boolean} isOutput */
const nameOf = (layer, neuron, isOutput) =>
  isOutput ? `Output ${neuron}` : `Layer ${layer}, neuron ${neuron + 1}`;

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
  const way = delta === 0 ? "no error" : delta > 0 ? "lower" : "higher";
  return `${nameOf(layer, neuron, isOutput)}: ${way}, δ = ${withMinus(figures(delta))}`;
}

/** @param {number} number  1 is the first @param {number} label */
export const labelled = (number, label) =>
  html`Training digit ${count(number)}, labelled <b>${label}</b>.`;

export const noInk = "It has no ink, so there is no prediction.";
export const noPrediction = `${capitalized(noNumbers)}.`;

/** @param {number} digit @param {number} confidence */
export const predicted = (digit, confidence) =>
  html`Prediction: <b class="answer">${digit}</b>, confidence ${percent(confidence, 0)}.`;

export const errors = "Target minus output, for each digit";

/** @param {number} label @param {unknown} cost */
export const errorsLegend = (label, cost) => html`Target: 1 for output ${label}, 0 for all others.
  Numbers: target − output; <span class="positive">blue</span>: the output should be higher,
  <span class="negative">orange</span>: lower. Cost of this example: ${cost}`;

export const deltasLegend = html`The error δ goes back from the outputs, the last row: each neuron
  is told by the neurons it feeds whether to be <b class="positive">more active</b> or
  <b class="negative">less active</b>, and by how much.`;

/** @param {number} neuron  0 is the first @param {boolean} isOutput */
export const weightChanges = (neuron, isOutput) =>
  `Weight changes of ${isOutput ? `output ${neuron}` : `neuron ${neuron + 1} in hidden layer 1`}`;

/**
 * @param {string} changes  whose they are: weightChanges()
 * @param {number} rate @param {number} parameters  how many there are
 */
export const changesLegend = (changes, rate, parameters) =>
  `${changes}, only where there is ink: −learning rate × gradient, with a learning
  rate of ${exact(rate)}. All ${count(parameters)} weights and biases change at once.`;

/** @param {number} digit */
export const output = (digit) => `Output ${digit}`;
export const cost = "Cost";

/* ---- training against test digits ---- */

export const kinds = { accuracy: "Accuracy", cost: "Cost" };
export const trainingAndTest = {
  accuracy: "Training vs test accuracy",
  cost: "Training vs test cost",
};
export const drawn = "What is drawn";
export const trainToSee = "Train to see both over the epochs";

/**
 * @typedef {{ epoch: number, accuracy: number, cost: number | null }} Point
 *
 * @param {keyof typeof kinds} kind
 * @param {Point | undefined} training @param {Point | undefined} test
 */
export function latest(kind, training, test) {
  const isOfOne = training?.epoch === test?.epoch;
  const words = (/** @type {Point} */ { epoch, accuracy, cost }) => {
    const value = kind === "cost" ? `cost ${figures(cost)}` : `accuracy ${percent(accuracy)}`;
    return isOfOne ? value : `${value} at epoch ${fixed(epoch, 2)}`;
  };
  if (training && test) return `Training ${words(training)}, test ${words(test)}.`;
  if (training) return `Training ${words(training)}.`;
  if (test) return `Test ${words(test)}.`;
  return "Both are measured once the digits are loaded.";
}

/** @param {number} training @param {number} test  how many digits */
export const measuredOnAll = (training, test) =>
  `Measured on all ${count(training)} training digits and on ${count(test)} test digits.`;

/** @param {number} first @param {number} training @param {number} test  how many digits */
export const measuredOnFirst = (first, training, test) =>
  `Measured on the first ${count(first)} of ${count(training)} training digits and on
  ${count(test)} test digits.`;

export const trainingDigits = "training digits";
export const testDigits = "test digits";

/* ---- settings ---- */

export const trainingSettings = "Training settings";
export const trainingHint =
  "A change takes effect at the next mini-batch. The weights stay as they are.";
export const networkSettings = "Network settings";
export const networkHint = "A change makes a new random network. It can be undone.";

/* ---- the confusion matrix ---- */

export const confusionMatrix = "Confusion matrix";
export const matrixLegend = "Columns: predicted, rows: true digit. Pick a cell to see its digits.";

/** @param {number} label */
export const readCorrectly = (label) => `${aDigit(label)} read correctly`;
/** @param {number} label @param {number} prediction */
export const readAs = (label, prediction) => `${aDigit(label)} read as ${aDigit(prediction)}`;

/** Of a cell. @param {number} digits @param {number} all  of the row @param {string} what */
export const cell = (digits, all, what) => `${count(digits)} of ${count(all)}: ${what}`;

export const allErrors = "All errors";
/** @param {number} label */
export const manyReadCorrectly = (label) => `${label}s read correctly`;
/** @param {number} label @param {number} prediction */
export const manyReadAs = (label, prediction) => `${label}s read as ${prediction}`;

/** @param {number} accuracy @param {number} digits */
export const accuracyNow = (accuracy, digits) =>
  `${percent(accuracy)} of ${count(digits)} test digits are read correctly.`;

/** @param {number} accuracy @param {number} digits @param {number} epoch */
export const accuracyAt = (accuracy, digits, epoch) =>
  `At epoch ${fixed(epoch, 2)}: ${accuracyNow(accuracy, digits)}`;

/** @param {string} what @param {number} times */
export const mostFrequent = (what, times) =>
  `Most frequent error: ${what}, ${count(times)} of them.`;

export const evaluating = "Evaluating the network…";
export const readingTest = "Reading the test digits…";

/** @param {number} digits  loaded so far */
export const loadingTest = (digits) =>
  digits ? `Loading the test digits: ${count(digits)} so far…` : "Loading the test digits…";

export const noneBehind = "There are none.";

/** The digits of a cell. @param {number} digits @param {number} shown  so many of them */
export function behind(digits, shown) {
  const all = `${count(digits)} ${plural(digits, { one: "test digit", other: "test digits" })}`;
  return shown < digits ? `${all}; the ${shown} of the highest confidence are shown.` : `${all}.`;
}

export const legendOfRight = "Below each: its label.";
export const legendOfErrors = "Bold: true digit. Crossed out: prediction.";

/** @param {number} number  1 is the first @param {string} what @param {number} confidence */
export const testDigit = (number, what, confidence) =>
  `Test digit ${count(number)}, ${what}, confidence ${percent(confidence, 0)}`;

/** Tip of a button. @param {string} digit  see `testDigit` */
export const useAsInput = (digit) => `${digit}. Use it as input.`;

/* ---- teaching a drawing ---- */

export const teachIt = "Is the prediction wrong? Teach it";
export const yourDrawing = "Your drawing as the network sees it";
export const whatItIs = "What the drawing is";
export const toDrawing = "To the drawing";
export const undo = "Undo";
export const yourDigits = "Your digits in the training set";
/** @param {number} digit */
export const yourDigit = (digit) => `Your ${digit}`;

export const drawFirst = "Draw a digit, then say here which one it is.";

/** @param {number} digit @param {number} confidence */
export const whichDigit = (digit, confidence) =>
  html`${predicted(digit, confidence)} Which digit did you draw?`;

export const teaching = "Training on your drawing…";

/** What became of it. @param {number} digit @param {number} confidence */
export const alreadyReadAs = (digit, confidence) =>
  `It is already read as ${aDigit(digit)}, confidence ${percent(confidence, 0)}.`;

/** @param {number} steps @param {number} digit @param {number} confidence */
export const nowReadAs = (steps, digit, confidence) =>
  `After ${miniBatches(steps)} with your drawing among other digits it is read as ${aDigit(digit)},
  confidence ${percent(confidence, 0)}.`;

/** @param {number} steps @param {number} digit @param {number} confidence */
export const stillReadAs = (steps, digit, confidence) =>
  `After ${miniBatches(steps)} with your drawing among other digits it is still read as
  ${aDigit(digit)}, confidence ${percent(confidence, 0)}. The hidden layers may be too narrow, or
  the learning rate too small.`;

/** @param {number} steps */
const miniBatches = (steps) =>
  `${steps} ${plural(steps, { one: "mini-batch", other: "mini-batches" })}`;

/** @param {number} now */
export const testAccuracy = (now) => `Test accuracy: ${percent(now)}.`;

/** @param {number} before @param {number} now */
export const testAccuracies = (before, now) =>
  `Test accuracy: ${percent(before)} before, ${percent(now)} now.`;

/** Why it ends training, half a sentence. */
export const isTaught = "the network is taught a drawing";
/** @param {string} why */
export const notTaught = (why) => `The drawing was not taught: ${why}`;

export const undoing = "Undoing…";
export const undone =
  "The network is as it was before. Your drawing is still among the training digits.";

/** @param {string} why */
export const notUndone = (why) => `The training was not undone: ${why}`;
