/** The lesson plan on the lab Noise. */
import { LIMITS } from "../../common/confidence.js";
import { percent } from "../../common/numbers.js";
import { titles } from "./labs.js";
import * as lab from "./noise.js";
import { kinds } from "./noise-kinds.js";
import { justShowMe } from "./ui.js";

/** @typedef {typeof import("../../plans/figures.js").noise} Figures */

const [, LIMIT] = LIMITS;
const limit = percent(LIMIT, 0);

export const title = "Why it is confident about noise";

export const question = "What does a network say about an image that shows no digit?";

export const aim = `The class sees that a network answers noise with confidence, and explains it by
  what the network was trained on. Confidence is the value of an output, not a proof.`;

export const needs = "One device for the teacher, or one for every two students.";

export const steps = [
  {
    title: "Guess first",
    minutes: 3,
    todo: `Open the link and read the question of the lab “${titles.noise}” aloud. Everyone chooses
      one of the answers: “${lab.choices.join("”, “")}”. Then choose the answer that most of the
      class gave.`,
    see: (/** @type {Figures} */ { staticSure, accuracy, digitsSure }) =>
      `The answer is “${lab.choices[1]}”: ${percent(staticSure)} of the images have a confidence
      above ${limit}. The same network reads ${percent(accuracy)} of the test digits correctly. Of
      the test digits, ${percent(digitsSure)} have a confidence above ${limit}.`,
  },
  {
    title: "One image after the other",
    minutes: 4,
    todo: `Press “${lab.stop}”, then “${lab.next}” about ten times. Write down the prediction and
      the confidence of each image. If no answer was chosen yet, press “${justShowMe}” first.`,
    see: (/** @type {Figures} */ { often, oftenIn }) =>
      `To us, all the images look the same. The network has an answer for each of them, and it is
      nearly always the same one: it reads a ${often} in ${percent(oftenIn, 0)} of the images of
      static, often with a high confidence.`,
  },
  {
    title: "The image that it is most confident about",
    minutes: 3,
    todo: `Look at “${lab.galleryTitle}”. Choose the first image, then press “${lab.follow}”.`,
    see: (/** @type {Figures} */ { surest, never }) =>
      `${lab.image(surest.image)} is read as a ${surest.digit} with a confidence of
      ${percent(surest.confidence)}. Nobody would call it a ${surest.digit}. In none of the images
      does the network read one of these digits: ${never.join(", ")}.`,
  },
  {
    title: "Other kinds of noise",
    minutes: 4,
    todo: `Go down to the table of all kinds. Find the kinds for which the network is confident most
      often and least often, in the column “${lab.above(LIMIT)}”.`,
    see: (/** @type {Figures} */ { kinds: sure, digitsSure }) =>
      `Most often for ${kinds.gaussian} (${percent(sure.gaussian)}) and ${kinds.uniform}
      (${percent(sure.uniform)}), then ${kinds.smooth} (${percent(sure.smooth)}), ${kinds.scribble}
      (${percent(sure.scribble)}), ${kinds.saltpepper} (${percent(sure.saltpepper)}) and
      ${kinds.blocks} (${percent(sure.blocks)}). Least often for ${kinds.shuffled}
      (${percent(sure.shuffled)}). For test digits it is ${percent(digitsSure)}.`,
  },
  {
    title: "A more accurate network",
    minutes: 3,
    todo: `Open the link of this step: the same lab with the most accurate network of the page. Vote
      before you choose an answer: will it be confident about more images, or about fewer?`,
    see: (/** @type {Figures} */ { best, staticSure, accuracy }) =>
      `About more. This network reads ${percent(best.accuracy)} of the test digits correctly, the
      first one ${percent(accuracy)}. But it gives ${percent(best.staticSure)} of the images of
      static a confidence above ${limit}, the first one only ${percent(staticSure)}.`,
  },
  {
    title: "A network before training",
    minutes: 3,
    todo: `Open the link of this step: a network with random weights, which was not trained. Press
      “${justShowMe}”.`,
    see: (/** @type {Figures} */ { random }) =>
      `Its confidence is above ${limit} for ${percent(random.staticSure)} of the images, and also
      for ${percent(random.digitsSure)} of the test digits. It answers ${random.often} to
      everything. So it is the training that makes a network confident.`,
  },
];

export const questions = [
  {
    ask: "Why is the network confident about noise?",
    answer: `In its training it only ever saw digits. Every example had one right digit, and nothing
      in the cost rewards ten low outputs. So it never learned to say “this is not a digit”.`,
  },
  {
    ask: "Does a high confidence mean that the network knows the answer?",
    answer: `No. Confidence is only the value of the highest output. For noise no answer is right,
      and the confidence is high all the same.`,
  },
  {
    ask: "Is a more accurate network less confident about noise?",
    answer: (/** @type {Figures} */ { best }) =>
      `Not always. The most accurate network of this page is confident about
      ${percent(best.staticSure)} of the images of static. Its accuracy was measured on digits only,
      and says nothing about images that show no digit.`,
  },
  {
    ask: "Are all networks confident about the same noise?",
    answer: `No. It is left to chance: networks that were trained alike from other random weights
      can be confident about much more noise, or about much less.`,
  },
  {
    ask: "How could a network learn to doubt?",
    answer: `Train it on noise, too, with the target that no output is high. The lab
      “${titles.teach}” does this. Such a network learns to reject the kinds of noise that it saw;
      it need not reject others.`,
  },
];

export const sheet = {
  intro: `You will show a neural network images that are no digits. Before each step, write down
    what you expect.`,
  tasks: [
    `Your guess: for how many of ten thousand images of static is the confidence above ${limit}?
      Then write down what the page says.`,
    `Press “${lab.stop}”, then “${lab.next}”. Write down the prediction and the confidence of ten
      images. What do you notice?`,
    `For which kind of noise is the network confident most often? For which least often? Write down
      both numbers.`,
    "Explain in two sentences why the network is confident about an image that shows no digit.",
    "How would you change the training, so that the network can say “this is not a digit”?",
  ],
};
