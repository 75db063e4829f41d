/** The lab Teach it: a copy of the network is fine-tuned to reject noise or to resist attacks. */
import { html } from "lit";
import { count, duration, fixed, percent } from "../../common/numbers.js";
import { aDigit } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson, the question and its answer ---- */

export const lesson = html`The video stops at the diagnosis: a network that has only seen digits
  never learned to doubt. Here are two remedies, and what each costs in accuracy: add noise whose
  target is “no digit”, or train on attacked digits.`;

export const question =
  "It is trained to reject shuffled digits and scribbles. Will it reject other kinds of noise?";
export const choices = ["Yes, all kinds", "No", "It depends on the kind"];
/** @param {number} epsilon */
export const attackQuestion = (epsilon) =>
  `It is trained on attacked digits. How many test digits, attacked with ε = ${epsilon}, will it
    then read correctly?`;
export const attackChoices = [
  "Less than a third",
  "Between one third and two thirds",
  "More than two thirds",
];
export const untrained = "Train a copy: the answer appears here once it is trained.";

/**
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {{ name: string, above: number }[]} kinds  above: the fraction answered with confidence
 */
export const answer = (right, isGuessed, kinds) =>
  `${verdict(choices[right], isGuessed)}. The copy was never trained on the following kinds. Images
    in which its confidence is above 50%: ${kinds
      .map(({ name, above }) => `${name} ${percent(above)}`)
      .join(", ")}.
    It does not work the other way round: a network fine-tuned on those still takes scribbles for
    digits, because it never saw pen strokes.`;

/**
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {number} epsilon @param {number} reads  fraction of the attacked digits
 */
export const attackAnswer = (right, isGuessed, epsilon, reads) =>
  `${verdict(attackChoices[right], isGuessed)}. With ε = ${epsilon}, the copy reads
    ${percent(reads)} of the attacked digits correctly.`;

export const how = html`
  <p>“Not a digit” is a target like any other. Sigmoid outputs should all be 0, and softmax
    outputs, whose sum is 1, should all be equal:</p>
  <math display="block">
    <msub><mi>y</mi><mi>i</mi></msub><mo>=</mo><mn>0</mn>
    <mspace width="2em"></mspace><mtext>or</mtext><mspace width="2em"></mspace>
    <msub><mi>y</mi><mi>i</mi></msub><mo>=</mo><mfrac><mn>1</mn><mn>10</mn></mfrac>
  </math>
  <p>Adversarial training replaces every digit of a mini-batch by an image that fools the network
    as it is at that moment, found by three gradient steps within ε, and trains on that:</p>
  <math display="block">
    <munder><mi>min</mi><mi>w</mi></munder><mspace width="0.3em"></mspace>
    <munder><mi>max</mi><mrow><mo>|</mo><mi>δ</mi><mo>|</mo><mo>≤</mo><mi>ε</mi></mrow></munder>
    <mi>C</mi><mo>(</mo><mi>w</mi><mo>,</mo><mi>x</mi><mo>+</mo><mi>δ</mi><mo>)</mo>
  </math>
  <p>The copy is trained by AdamW with a learning rate of 0.003 that decays to zero (by SGD with a
    rate of 1 where the cost is the squared error). In the engine:
    <code>net.trainer(data, { ...teaching })</code> and
    <code>net.trainer(data, { harden: { epsilon: 0.1, steps: 3 } })</code>. A network with more
    neurons can resist larger changes: choose the layers 256-128 in the settings; a copy of such
    a network is trained as the recipe <code>hardened</code> of the engine. A copy trained with
    no noise and no attacks shows what the extra epochs alone do.</p>`;

/* ---- controls ---- */

export const purpose = "Purpose";
export const noiseAmount = "Noise in each mini-batch";
export const attackAmount = "Attack of up to ε =";
export const noAmount = "none, for comparison";
export const epochs = "Epochs";

export const train = "Train a copy";
export const trainAnother = "Train another copy";
export const resume = "Continue";
export const pause = "Pause";
export const pausing = "Pausing…";

export const progress = "Progress of the copy";
/** @param {number} epoch @param {number} epochs */
export const epochOf = (epoch, epochs) => `epoch ${fixed(epoch, 1)} of ${epochs}`;
/** How long the rest will take. @param {number | null} milliseconds  null: not known */
export const left = (milliseconds) =>
  milliseconds === null ? "estimating…" : `${duration(milliseconds)} left`;
export const digitsLoading = "The digits are still loading.";

/* ---- what a training ends with ---- */

export const diverged =
  "The cost of the copy is no longer a number: this copy is of no use. Train another.";
export const digitsReplaced =
  "The training digits were replaced, so this copy cannot be trained further. Train another.";
/** @param {string} why */
export const stopped = (why) => `Fine-tuning stopped: ${why}`;
export const lost = "The engine was restarted, and the copy was lost with it. Train another.";

/* ---- the verdict ---- */

export const notMeasured = "Not measured";
export const measuring = "Measuring…";

/** @param {number} accuracy */
const before = (accuracy) =>
  html`<span class="number" data-testid="teach-before">${percent(accuracy)}</span>`;

/** There is no copy yet. @param {number} accuracy */
export const verdictBefore = (accuracy) =>
  html`This network reads ${before(accuracy)} of the test digits correctly. It will be a copy that
    is trained; the network on the page stays as it is.`;

/**
 * @param {object} verdict
 * @param {string} verdict.tunedWith  as "60% noise"
 * @param {string} verdict.original  name of the network that was copied
 * @param {number} verdict.was  accuracy of that one
 * @param {number} verdict.now  of the copy
 * @param {unknown} verdict.difference  one of those below
 */
export const verdictAfter = ({ tunedWith, original, was, now, difference }) =>
  html`“${original}” reads ${before(was)} of the test digits. Its copy, fine-tuned with
    ${tunedWith}, reads <span class="number" data-testid="teach-after">${percent(now)}</span>:
    ${difference}.`;

/** @param {number} amount  fraction of each mini-batch */
export const noiseOf = (amount) => `${percent(amount, 0)} noise`;
export const noNoise = "no noise";
/** @param {number} epsilon */
export const attacksOf = (epsilon) => `attacks of ε = ${fixed(epsilon, 2)}`;
export const noAttacks = "no attacks";

export const noDifference = "no difference";
export const noDifferenceYet = "no difference so far";
/** @param {number} points  of a percentage @param {boolean} isFinished */
export const lower = (points, isFinished) =>
  html`<span class="number">${fixed(points, 1)}</span> points lower${isFinished ? "" : " so far"}`;
/** @param {number} points  of a percentage @param {boolean} isFinished */
export const higher = (points, isFinished) =>
  html`<span class="number">${fixed(points, 1)}</span> points higher${isFinished ? "" : " so far"}`;

export const adopt = "Use this copy on the page";
export const adopted = "This copy is the network on the page now.";
export const forComparison = "This copy is for comparison only.";

/* ---- one picture, read by both ---- */

export const picture = "Picture";
export const pictureOnInput = "what is on the input";
export const attackedDigits = "test digits, attacked";
export const drawHint = "Or draw on the picture itself.";
export const clear = "Clear";
export const run = "Let it run";
export const stop = "Stop";
export const next = "Next";

/** The picture, heard. @param {string} words  for it, a sentence or "" */
export const drawOn = (words) => `${words} Draw on it.`;
export const inputEmpty = "Nothing is on the input.";
export const inputBlank = "Nothing is drawn.";
export const inputDrawing = "Your drawing.";
/** @param {number} number  1 is the first @param {number | null} label */
export const testDigit = (number, label) => `Test digit ${count(number)}, labelled ${label}.`;
/** @param {number} index @param {string} kind @param {number} seed */
export const noiseImage = (index, kind, seed) => `Image ${index} of ${kind}, seed ${seed}.`;

export const sideBefore = "Before";
export const sideAfter = "After";
export const attackedPicture = "The attacked picture";
/** @param {number} epsilon */
export const attackedBy = (epsilon) => `attacked, ε = ${epsilon}`;

export const noCopy = "There is no copy yet.";
export const nothingDrawn = "Nothing drawn";
/** @param {number} answer @param {number} confidence */
export const unsure = (answer, confidence) =>
  html`<b>Not sure of any digit</b><br /><span class="quiet small">best guess:
    ${answer}, <span class="number">${percent(confidence, 0)}</span></span>`;
/** @param {number} confidence */
export const sure = (confidence) =>
  html`<b><span class="number">${percent(confidence, 0)}</span> confidence</b>`;

export const sameUnattacked = "the same as without the attack";
/** @param {number} digit */
export const otherUnattacked = (digit) => `${aDigit(digit)} without the attack`;
export const correct = "read correctly";
/** @param {number | null} label */
export const incorrect = (label) => `its label is ${label}`;

/* ---- kinds of noise ---- */

export const noiseCards = "Confidence in each kind";
/** @param {number} images @param {number} seed */
export const noiseCardsNote = (images, seed) =>
  html`Confidence in ${count(images)} images of each kind, seed ${seed}. Each histogram is scaled
    to its own tallest bar.`;
export const heldOut = "held out: never trained on";
export const trainedOn = "trained on";
export const testDigits = "test digits";
export const neverTrainedOn = "never trained on";
/** @param {number} confidence @param {unknown} shares  of images, before and after */
export const above = (confidence, shares) => html`above ${percent(confidence, 0)}: ${shares}`;

/* ---- accuracy under attack ---- */

export const attackCurve = "Accuracy under attack";
/** Names of lines. */
export const lineBefore = "before";
export const lineAfter = "after";

/**
 * @param {number} epsilon
 * @param {number} before  fraction of the digits @param {number | null} after  null: no copy yet
 */
export function attackLeaves(epsilon, before, after) {
  const copy =
    after === null
      ? ""
      : html`; of the copy, <b class="number" data-testid="curve-after">${percent(after)}</b>`;
  return html`At ε = ${epsilon} the 40-step attack leaves <span class="number"
    data-testid="curve-before">${percent(before)}</span> of the digits read correctly${copy}.`;
}

/** @typedef {{ count: number, total: number }} Attacked  so many digits of all */

/** @param {Attacked} digits @param {number} seed */
export const attacked = (digits, seed) =>
  `Test digits, each attacked individually: ${soMany(digits)}. Seed ${seed}.`;
/** @param {Attacked} before @param {Attacked} after @param {number} seed */
export function attackedBoth(before, after, seed) {
  const digits = `before: ${soMany(before)}; after: ${soMany(after)}`;
  return `Test digits, each attacked individually: ${digits}. Seed ${seed}.`;
}

/** @param {Attacked} digits */
const soMany = ({ count, total }) =>
  count < total ? `the first ${count} of ${total}` : `${total}`;
