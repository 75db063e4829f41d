/** The words of the lab Noise. */
import { html } from "lit";
import { count, fixed, percent } from "../../common/numbers.js";
import { verdict } from "./ui.js";

/* ---- the lesson, the question, how it works ---- */

export const lesson = html`In the lesson, the network answers a random image with confidence that it
  is a five. It was only ever shown digits, and its tightly constrained training gave it no
  incentive to be anything but utterly certain.`;

/** @param {string} kind  of noise */
export const question = (kind) =>
  `Ten thousand images of ${kind}: for how many will its confidence be above 90%?`;

export const choices = ["Almost none", "Some", "Most"];

export const countingImages = "Counting the images…";

/**
 * What is said to a guess.
 * @param {number} above  fraction of the images
 * @param {number} right  index of the choice that is right
 * @param {number} guess
 * @param {number | null} accuracy  on the test digits, where it is known
 */
export function answer(above, right, guess, accuracy) {
  const found = `${verdict(choices[right], guess === right)}: ${percent(above)} of them.`;
  if (accuracy === null) return found;
  return `${found} The same network reads ${percent(accuracy)} of the test digits.`;
}

export const how = html`
  <p>The prediction is the digit of the highest output; its confidence is that output:</p>
  <div class="formulas"><math display="block">
    <mtext>prediction</mtext><mo>=</mo><munder><mi>argmax</mi><mi>i</mi></munder>
    <mspace width="0.2em"></mspace><msub><mi>a</mi><mi>i</mi></msub>
  </math><math display="block">
    <mtext>confidence</mtext><mo>=</mo><munder><mi>max</mi><mi>i</mi></munder>
    <mspace width="0.2em"></mspace><msub><mi>a</mi><mi>i</mi></msub>
  </math></div>
  <p>Nothing in the cost rewards ten low outputs: every training example has one right digit.
    How confident a network becomes about noise is left to chance: of five networks like the
    lesson’s, trained alike from other random weights, the least gave 0.1% of the static a
    confidence above 90%, the most 51%. The one that this page opens with was chosen among them
    because it shows the effect.</p>
  <p>
    Each image is computed from a seed and its index, so a seed gives the same ten thousand
    images everywhere. In the engine:
    <code>net.census({ kind, seed, count: 10000 })</code>.</p>`;

/* ---- one image after the other ---- */

/** @param {number} image  index of it @param {number} seed */
export const noiseImage = (image, seed) => `Noise, image ${image} of seed ${seed}`;

/** Beside the confidence. @param {unknown} image  index of the image */
export const confidenceIn = (image) => html`confidence, image ${image}`;

export const run = "Let it run";
export const stop = "Stop";
export const next = "Next";

/* ---- ten thousand images ---- */

export const kindOfNoise = "Kind of noise";

/** @param {string} kind @param {number} seed */
export const noise = (kind, seed) => `${kind}, seed ${seed}`;

/**
 * @param {number} images @param {string} kind @param {number} seed
 * @param {number} epoch  0: of a network that was not trained on this page
 */
export function imagesCounted(images, kind, seed, epoch) {
  const what = `${count(images)} images of ${noise(kind, seed)}`;
  return epoch ? `${what}, at epoch ${fixed(epoch, 1)}` : what;
}

/** @param {number} digits @param {number} epoch  0: see `imagesCounted` */
export function digitsCounted(digits, epoch) {
  const what = `${count(digits)} test digits, never trained on`;
  return epoch ? `${what}, at epoch ${fixed(epoch, 1)}` : what;
}

/** @param {unknown} part  of the images, in percent */
export const noiseAbove = (part) => html`${part} of the noise has a confidence above 90%`;

/** @param {number} part */
export const digitsAbove = (part) =>
  html`<span class="number">${percent(part)}</span> of the test digits have a confidence above 90%`;

export const counting = "Counting…";
export const notCounted = "Not counted";
export const testDigits = "Test digits";

/** @param {number} images */
export const another = (images) => `Another ${count(images)}`;

/** @param {number} tallest  bar, as a fraction of its images @param {number} line  a confidence */
export const bars = (tallest, line) => html`Bar height in both charts: the square root of the
  fraction. The tallest bar is <span class="number">${percent(tallest, 0)}</span> of its images; the
  line is at ${percent(line, 0)}.`;

/* ---- an image for each digit ---- */

export const gallery = "The image of highest confidence for each digit";
export const galleryTitle = "For each digit, the image with the highest confidence";
export const chooseImage = "Choose an image to put it on the network’s input.";
export const follow = "Follow it through the network";

/** @param {number} index */
export const image = (index) => `Image ${index}`;

/** Heard before the digit and the confidence. @param {number} index */
export const imageHeard = (index) => `Image ${index}: `;

/** @param {number} index */
export const isOnInput = (index) => `Image ${index} is on the network’s input.`;

/** @param {number} digit  that no image is predicted to be */
export const never = (digit) => html`<b>${digit}</b> never`;

/** Of an image on the input. @param {string} kind @param {number} seed @param {number} index */
export const caption = (kind, seed, index) => `Noise “${kind}”, seed ${seed}, image ${index}.`;

/* ---- all kinds ---- */

/** @param {number} images  of each @param {number} seed @param {number} epoch  0: see above */
export function allKinds(images, seed, epoch) {
  const what = `All kinds: ${count(images)} images each, seed ${seed}`;
  if (!epoch) return what;
  return html`${what}, <span class="number">at epoch ${fixed(epoch, 1)}</span>`;
}

export const imageOfHighest = "Image of highest confidence";
export const kind = "Kind";
export const mostOften = "most often";
export const rowOfDigits = "test digits";

/** @param {number} limit  a confidence */
export const above = (limit) => `above ${percent(limit, 0)}`;

export const legend = `Above 50%, 90% and 99%: fraction of the images with a higher confidence.
  Most often: the digit predicted most often, and how often.`;
