/** The lab Memorise: the same network on true and on shuffled labels. */
import { html } from "lit";
import { count, fixed, percent } from "../../common/numbers.js";
import { plural } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson and the question ---- */

export const lesson = html`A network that is trained on images with shuffled labels can reach the
  same accuracy on them as with true labels: it has memorised the data. But it gets there slowly,
  while with true labels the accuracy rises fast: where the data have a structure, a good local
  minimum is easier to find.`;

export const question = "What if labels are shuffled, so that a 7 may be called a 2?";
export const choices = [
  "It cannot learn them",
  "It learns them, but needs more epochs",
  "It learns them just as quickly",
];

export const how = html`
  <p>Both networks begin with the same random weights and see the same digits in the same order:
    ReLU, softmax, cross-entropy, Adam with a learning rate of 0.001, mini-batches of 32.
    Shuffling permutes the labels among the chosen digits, so that each label stays as frequent as
    it was.</p>
  <p>The 13,002 parameters of the lesson’s network memorise the random labels of 100 images, but
    not of 60,000 in 15 epochs. So there are at most 10,000 digits here, and wider layers.</p>`;

/* ---- numbers ---- */

/** 6.25 → "6.3×" @param {number} factor */
export const times = (factor) => `${fixed(factor, 1)}×`;

/** 0.25 → "0.25", 12 → "12" @param {number} epochs */
export const epochNumber = (epochs) => (Number.isInteger(epochs) ? count(epochs) : String(epochs));

/** 1 → "1 epoch", 12 → "12 epochs" @param {number} epochs */
const inEpochs = (epochs) =>
  `${epochNumber(epochs)} ${plural(epochs, { one: "epoch", other: "epochs" })}`;

/* ---- the answer to a guess ---- */

export const notRun = "Run it below, and see.";
export const runGoing = "The answer comes when the run has ended.";
/** @param {number} ended @param {number} all  seeds */
export const seriesGoing = (ended, all) =>
  plural(ended, {
    one: `${ended} of ${all} seeds has ended; the answer comes after the last.`,
    other: `${ended} of ${all} seeds have ended; the answer comes after the last.`,
  });
export const notShuffled = "No label was shuffled: both networks are the same.";

/**
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {string} because  see `one`
 */
export const ofOne = (right, isGuessed, because) =>
  `${verdict(choices[right], isGuessed)}: ${because}`;
/** @param {string} because  see `one` */
export const noChoice = (because) => `No choice fits: ${because}`;

/** How shuffled labels were learned in one run. */
export const one = {
  not: "this network did not. Give it more neurons or fewer digits.",
  slower: "it learned them by heart, and needed more epochs.",
  equal: "it needed as many epochs as with true labels.",
  quicker: "this time it needed fewer epochs than with true labels.",
  alone: "it learned them, but not the true labels in the epochs it had.",
};

/** How shuffled labels were learned for so many seeds. */
export const several = {
  not: (/** @type {number} */ seeds) => `were not learned for ${seeds}`,
  slower: (/** @type {number} */ seeds) => `took more epochs than true ones for ${seeds}`,
  equal: (/** @type {number} */ seeds) => `took as many epochs as true ones for ${seeds}`,
  quicker: (/** @type {number} */ seeds) => `took fewer epochs than true ones for ${seeds}`,
  alone: (/** @type {number} */ seeds) => `were learned, and true ones were not, for ${seeds}`,
};

/**
 * @param {number} right  seeds for which the guess was @param {number} all  seeds
 * @param {string[]} found  some of `several`
 */
export function ofSeveral(right, all, found) {
  return `Right for ${right || "none"} of ${all} seeds. Shuffled labels ${found.join("; ")}.`;
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
  const range = [...new Set([percent(least), percent(most)])].join(" to ");
  const like = isGuess ? "; a guess would read 10%" : "";
  const chance = "chance decides how many shuffled labels are right";
  const few = digits ? ` With ${count(digits)} digits it can be less: ${chance}.` : "";
  const who = plural(networks, { one: "It reads", other: "The networks read" });
  return `${who} ${range} of the test digits${like}.${few}`;
}

/* ---- controls ---- */

export const controls = "What both networks are trained on";
export const digits = "Training digits";
export const depth = "Hidden layers";
export const width = "Neurons in each";
export const fraction = "Labels shuffled";

export const run = "Run";
export const resume = "Continue";
export const pause = "Pause";
export const stop = "Stop";
/** @param {number} seeds */
export const runSeries = (seeds) => `Run ${seeds} seeds`;

/**
 * What to do where there are fewer digits than were chosen.
 * @param {number} most  that can be chosen, 0 for none @param {number} least  of the choices
 */
export const choose = (most, least) =>
  most
    ? `Choose ${count(most)}${most > least ? " or fewer" : ""}.`
    : `At least ${count(least)} are needed here: use MNIST, or more digits of your own.`;

/** @param {string} layers  "784-128-10" @param {number} parameters */
export const network = (layers, parameters) =>
  `${layers}, ${count(parameters)} parameters. The network on the page stays as it is.`;

/* ---- findings ---- */

export const digitsReplaced = "The digits were replaced: run again to compare on the new ones.";
export const findingEmpty = "Run both networks to see which learns its labels first.";
export const training = "Training both networks…";
/** @param {number} seed @param {number} all  seeds */
export const trainingSeed = (seed, all) => `Training both networks, seed ${seed} (of ${all})…`;
export const paused = "Paused.";
/** @param {number} seed @param {number} all  seeds */
export const pausedSeed = (seed, all) => `Paused, seed ${seed} (of ${all}).`;
/** @param {number} epochs */
export const stopped = (epochs) => `Stopped after ${inEpochs(epochs)}.`;
/** @param {number} seed @param {string} finding */
export const ofSeed = (seed, finding) => `Seed ${seed}: ${finding}`;

/** @param {number} goal  accuracy @param {number} epochs */
export const bothLearned = (goal, epochs) =>
  `Both learned ${percent(goal, 0)} of their labels in ${inEpochs(epochs)}.`;
/** @param {number} plain  epochs with true labels @param {number} shuffled  with shuffled ones */
export function trueFirst(plain, shuffled) {
  const more = `${times(shuffled / plain)} as many`;
  const late = `shuffled ones in ${epochNumber(shuffled)}: ${more}`;
  return `True labels were learned in ${inEpochs(plain)}, ${late}.`;
}
/** @param {number} plain  epochs with true labels @param {number} shuffled  with shuffled ones */
export function shuffledFirst(plain, shuffled) {
  const late = `true ones in ${epochNumber(plain)}: the opposite of what the lesson says`;
  return `Shuffled labels were learned in ${inEpochs(shuffled)}, ${late}.`;
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
  `${fateOf("true", plain)}; ${fateOf("shuffled", shuffled)}.`.replace(/^./, (letter) =>
    letter.toUpperCase(),
  );

/** @param {"true" | "shuffled"} name @param {Fate} fate */
function fateOf(name, { hasLearned, hasDiverged, epochs, accuracy }) {
  if (hasLearned) return `${name} labels were learned in ${inEpochs(epochs)}`;
  if (hasDiverged) return `with ${name} labels the training diverged`;
  return `${name} labels were not: ${percent(accuracy)} after ${inEpochs(epochs)}`;
}

/** @param {number} faster @param {number} all  seeds */
const fewerFor = (faster, all) =>
  `True labels were learned in fewer epochs for ${faster} of ${all} seeds`;
/** @param {number} faster @param {number} all  seeds */
export const fasterFor = (faster, all) => `${fewerFor(faster, all)}.`;
/** @param {number} faster @param {number} all  seeds */
export const fasterForNone = (faster, all) =>
  `${fewerFor(faster, all)}; shuffled ones took just as many.`;
/**
 * @param {number} faster @param {number} all  seeds
 * @param {number} least  times as many epochs @param {number} most
 */
export const fasterBy = (faster, all, least, most) =>
  `${fewerFor(faster, all)}; shuffled ones took ${times(least)} to ${times(most)} as many.`;

/* ---- the chart ---- */

export const trueTraining = "true labels, training";
export const trueTest = "true labels, test";
export const shuffledTraining = "shuffled labels, training";
export const shuffledTest = "shuffled labels, test";

/** Heard. */
export const chartEmpty = "Accuracy over epochs: nothing yet.";
/**
 * Heard, of one network.
 * @param {boolean} isShuffled @param {number} epochs
 * @param {number | null} training  accuracy @param {number | null} test
 */
export function reached(isShuffled, epochs, training, test) {
  const accuracies = `training accuracy ${percent(training)}, test accuracy ${percent(test)}`;
  return `${isShuffled ? "Shuffled" : "True"} labels after ${inEpochs(epochs)}: ${accuracies}.`;
}

/**
 * What was trained.
 * @param {string} layers  "784-128-10" @param {number} digits
 * @param {number} fraction  of the labels @param {number} seed
 */
export function about(layers, digits, fraction, seed) {
  const shuffled = `${percent(fraction, 0)} of the second one’s labels shuffled`;
  return `${layers} on ${count(digits)} training digits, ${shuffled}, seed ${seed}.`;
}

export const kept = `These results are from an earlier run. The networks’ weights were not saved:
  run again to see them.`;
/** @param {number} ended @param {number} all  seeds */
export const keptPart = (ended, all) => `These results are from an earlier run, which ended ${ended}
  of ${all} seeds. The networks’ weights were not saved: run again to see them.`;

/* ---- the tables ---- */

export const labels = "Labels";
export const trainingAccuracy = "Training accuracy";
export const testAccuracy = "Test accuracy";
export const epochs = "Epochs";
/** Name of the row of true labels. */
export const trueLabels = "true";
/** @param {number} fraction */
export const shuffledLabels = (fraction) => `${percent(fraction, 0)} shuffled`;

/** @param {number} epochs */
export const givenUp = (epochs) => `${epochNumber(epochs)}, given up`;
/** @param {number} epochs */
export const diverged = (epochs) => `${epochNumber(epochs)}, diverged`;

/** @param {number} goal  accuracy @param {number} epochs */
export const measured = (goal, epochs) => `The training accuracy is measured on the labels a network
  is trained on: for the second one, its shuffled labels. Test digits keep their true labels. Each
  network is trained until its training accuracy is ${percent(goal, 0)}, or given up after
  ${count(epochs)} epochs.`;

export const eachSeed = "Each seed";
export const seed = "Seed";
export const epochsTrue = "Epochs, true";
export const epochsShuffled = "shuffled";
export const ratio = "Ratio";
/** Not learned in so many. @param {number} epochs */
export const over = (epochs) => `over ${count(epochs)}`;

/* ---- the first neurons ---- */

export const firstNeurons = "First neurons of both networks, which began with the same weights";
export const change = "Change by training";
export const weights = "Weights";
export const ofTrueLabels = "True labels";
export const ofShuffledLabels = "Shuffled labels";
export const scaleNote = "Each picture has a scale of its own, up to its largest value.";

/**
 * A picture, heard.
 * @param {string} network  its labels @param {boolean} isChange  or the weights themselves
 * @param {number} neuron  from 1 on
 */
export const picture = (network, isChange, neuron) =>
  `${network}: ${isChange ? "change of the weights" : "weights"} of neuron ${neuron}`;

/* ---- storage ---- */

/** Half a sentence about results that were kept. */
export const damaged = "a part of it is damaged";
