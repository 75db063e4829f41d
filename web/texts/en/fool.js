/** The lab Fool it. */
import { html } from "lit";
import { count, fixed, percent } from "../../common/numbers.js";
import { aDigit, clause } from "./locale.js";
import { verdict } from "./ui.js";

export const lesson = html`This goes one step beyond the video. The gradient that trains the weights
  can be taken with respect to the pixels instead: it says for each pixel whether a little more ink
  makes the right digit more or less likely, and all of these small changes together can turn it
  into another one.`;

/* ---- question ---- */

export const question =
  "Every pixel may change by a tenth of the way from paper to ink. What fools it more often?";
export const randomChanges = "Random changes";
export const chosenChanges = "Chosen changes";
export const bothEqually = "Both equally";
export const choices = [randomChanges, chosenChanges, bothEqually];
export const beingAttacked = "The test digits are being attacked.";

/**
 * @param {number} right  the choice @param {boolean} isGuessed @param {number} digits
 * @param {number} attacked  accuracy, as `random` @param {number} random
 */
export const answer = (right, isGuessed, digits, attacked, random) =>
  `${verdict(choices[right], isGuessed)}: of ${count(digits)} test digits this network reads ` +
  `${percent(attacked)} after chosen changes and ${percent(random)} after random ones. ` +
  "Both change every pixel by as much.";

/* ---- how it works ---- */

export const how = html`
  <p>One step, the fast gradient sign method, moves every pixel by ε in the direction that
    increases the cost of the right digit:</p>
  <math display="block">
    <msup><mi>x</mi><mo>′</mo></msup><mo>=</mo><mi>x</mi><mo>+</mo><mi>ε</mi><mo>⋅</mo>
    <mi>sign</mi><mo>(</mo><msub><mo>∇</mo><mi>x</mi></msub><mi>C</mi><mo>)</mo>
  </math>
  <p>Projected gradient descent takes 40 steps of a quarter of ε each, and stays within ε of the
    picture and between paper and ink. The gradient is taken before the output’s activation
    function, so that it does not vanish where the network is certain. The random change moves
    every pixel by the same ε, up or down at random. What the network imagines comes from 200
    steps that increase one output, starting from faint noise (activation maximisation). In the
    engine: <code>net.attack(pixels, { method, epsilon, label, seed: 1 })</code>,
    <code>net.robustness(data, { method, epsilon })</code> and
    <code>net.dream(digit, { seed })</code>.</p>`;

/* ---- controls ---- */

export const method = "Method";
/** Others by the engine's name. */
export const methods = { fgsm: "One step (FGSM)", pgd: "40 steps (PGD)" };
export const target = "Target";
export const anyOther = "Any other digit";
export const testDigit = "A test digit";
export const draw = "Draw a digit";

/** @param {unknown} epsilon */
export const largestChange = (epsilon) => html`Largest change, ε = ${epsilon}`;

/* ---- pictures ---- */

export const empty =
  "Draw a digit or take a test digit. " +
  "You will see it unchanged, attacked, and changed at random by the same amount.";
export const attacking = "Attacking…";
export const noInput = "Nothing is on the input.";

export const original = "Original";

/** @param {number} epsilon */
const size = (epsilon) => `ε = ${fixed(epsilon, 2)}`;

/** @param {number} epsilon */
export const attacked = (epsilon) => `Attacked, ${size(epsilon)}`;

/** @param {number} epsilon */
export const changedAtRandom = (epsilon) => `Random, ${size(epsilon)}`;

export const confidence = "confidence";

/** @param {string} title @param {number} answer @param {number} confidence */
export const predicted = (title, answer, confidence) =>
  `${title}: predicted ${answer}, confidence ${percent(confidence, 0)}`;

export const attackChange = "The attack’s change";
export const randomChange = "The random change";

/** @param {number} epsilon */
const magnified = (epsilon) => (epsilon ? `magnified ${Math.round(1 / epsilon)}×` : "none");

/** @param {string} title @param {number} epsilon */
export const change = (title, epsilon) => `${title}, ${magnified(epsilon)}`;

/** The same in two lines. @param {string} title @param {number} epsilon */
export const changeCaption = (title, epsilon) => html`${title},<br />${magnified(epsilon)}`;

export const colours = html`In the changes, <span class="positive">blue</span> is more ink,
  <span class="negative">orange</span> less.`;

export const useAsInput = "Use as input";
export const isOnInput = "The attacked image is on the input.";
export const undo = "Undo";

/** @param {string} picture  a sentence; "" of a drawing @param {number} epsilon */
export const attackedPicture = (picture, epsilon) =>
  `${clause(picture) || "Your drawing"}, attacked (${size(epsilon)}).`;

/* ---- smallest ε ---- */

export const attack = "attack";
export const random = "random";
export const smallest = "The smallest ε that changes the prediction";

/** @param {number} target */
export const smallestFor = (target) => `The smallest ε that makes it ${aDigit(target)}`;

export const searching = "searching…";
export const notFound = "not found";
export const useEpsilon = "Use this ε";

/** @param {number} epsilon */
export const noneUpTo = (epsilon) => `none up to ${fixed(epsilon, 2)}`;

export const noneNeeded = "No change is needed: it is already misread.";
export const overshoots =
  "At this ε the attack overshoots: it goes past the images that a smaller change reaches.";

/* ---- under a picture ---- */

export const notSure = "Not sure of any digit";
export const isNoise = "Noise: no digit is right";
export const drawing = "Your drawing";
export const noLabel = "Its label is not known";

/** @param {number} label @param {boolean} isTest */
const labelled = (label, isTest) => (isTest ? `A test ${label}` : `Labelled ${label}`);

/** @param {number} label @param {boolean} isTest */
export const alreadyMisread = (label, isTest) => `${labelled(label, isTest)}, already misread`;

/** @param {number} label @param {boolean} isTest */
export const readCorrectly = (label, isTest) => `${labelled(label, isTest)}, read correctly`;

/** @param {number} label @param {boolean} isTest */
export const notSureOfIt = (label, isTest) => `${labelled(label, isTest)}, but not sure of it`;

export const stillCorrect = "Still read correctly";
export const samePrediction = "The same prediction";
export const notSureBefore = "It was not sure before";

/** @param {number} label */
export const itsLabel = (label) => `Its label is ${label}`;

/** @param {number} answer */
export const before = (answer) => `It was ${answer} before`;

/** @param {number} target */
export const targetReached = (target) => `Target ${target} reached`;

/** @param {number} target @param {number} confidence */
export const targetMissed = (target, confidence) =>
  `Not ${aDigit(target)}: ${percent(confidence, 0)}`;

/* ---- accuracy against ε ---- */

export const notCounted = "Not counted";
export const attackingDigits = "Attacking test digits…";
export const yourPicture = "your picture";
export const randomLine = "random change";

/** @type {Record<string, string>} */
const attacks = { fgsm: "the one-step attack", pgd: "the 40-step attack" };

/**
 * @param {string} method @param {number} epsilon
 * @param {unknown} attacked  accuracy @param {unknown} random
 */
export const finding = (method, epsilon, attacked, random) =>
  html`At ε = ${epsilon} ${attacks[method] ?? method} leaves ${attacked} read correctly;
    random changes of the same size leave ${random}.`;

/** @param {number} counted @param {number} all */
export const countedSoFar = (counted, all) =>
  `${count(counted)} of ${count(all)} test digits so far`;

/** @param {number} digits @param {number} seed */
export const counted = (digits, seed) =>
  `${count(digits)} test digits, each attacked individually, seed ${seed}`;

/* ---- what it imagines ---- */

export const imagines = "What it imagines for each digit, starting from faint noise";
export const anotherSeed = "Another seed";
export const useIt = "Use it as input";
export const notImagined = "Not imagined yet";

/** @param {number} seed */
export const seedOf = (seed) => `seed ${seed}`;

/** @param {number} seed @param {number} known  of ten digits */
export const seedSoFar = (seed, known) => `seed ${seed}, ${known} of 10`;

/** @param {unknown} digit */
export const imagined = (digit) => html`<span class="only-heard">Imagined </span>${digit}`;

/** @param {number} digit @param {number} seed */
export const imaginedPicture = (digit, seed) => `An imagined ${digit}, seed ${seed}.`;
