/** The lesson plan on the playground. */
import { SURE } from "../../common/confidence.js";
import { count, percent } from "../../common/numbers.js";
import { aDigit } from "./locale.js";
import * as ui from "./ui.js";

/** @typedef {typeof import("../../plans/figures.js").draw} Figures */

export const title = "Draw and doubt";

export const question = "How does a network read a digit, and when should we doubt its answer?";

export const aim = `The class sees that the prediction is the digit with the highest of ten
  outputs, and that the value of that output, the confidence, can be low for a digit and high for
  something that is no digit.`;

export const needs = "A device with a touch screen or a mouse for every one or two students.";

/** @param {Figures["digits"][number]} digit */
const read = ({ number, label, answer, confidence }) =>
  `test digit ${count(number)}, ${aDigit(label)}, is read as ${aDigit(answer)} with a confidence of
  ${percent(confidence, 0)}`;

export const steps = [
  {
    title: "Draw a digit",
    minutes: 3,
    todo: `Open the link. Draw a digit and watch the ten outputs. Press “${ui.clear}” and draw the
      same digit in another way. Then look for a drawing that everyone in the class can read, and
      the network cannot.`,
    see: `Usually the output of the right digit is the highest. That digit is the
      prediction, and the value of its output is the confidence. With some patience everyone finds
      a drawing that is misread.`,
  },
  {
    title: "Digits that it was not trained on",
    minutes: 3,
    todo: `Press “${ui.testDigit}” four times. Read the prediction and the confidence each time.
      Then read the test accuracy in the bar at the top.`,
    see: (/** @type {Figures} */ { digits, accuracy }) =>
      `Everyone sees the same four: ${digits.map(read).join("; ")}. For the last one the page says
      “${ui.notSure}”. Of all test digits, which it was never trained on, the network reads
      ${percent(accuracy)} correctly.`,
  },
  {
    title: "From one digit to another",
    minutes: 2,
    todo: `Draw a 4 that is open at the top. Close the gap stroke by stroke, until it is a 9. Watch
      the outputs of 4 and 9 after each stroke.`,
    see: `Usually there is a drawing in between for which neither output is high, or both are. With
      a confidence of ${percent(SURE, 0)} or less the page says “${ui.notSure}”.`,
  },
  {
    title: "No digit at all",
    minutes: 2,
    todo: `Press “${ui.noise}” and read the prediction. Then draw something that is no digit: a
      letter, or a face.`,
    see: (/** @type {Figures} */ { noise }) =>
      `The first image of noise is read as ${aDigit(noise.answer)} with a confidence of
      ${percent(noise.confidence, 0)}, and the page adds “${ui.confidentOfNoise}”. Letters and faces
      are read as digits, too: the network has ten outputs, and no other answers.`,
  },
];

export const questions = [
  {
    ask: "What is the prediction of the network, and what is its confidence?",
    answer: `There is one output for each digit. The prediction is the digit with the highest
      output, and the confidence is the value of that output.`,
  },
  {
    ask: "Does a high confidence mean that the network knows the answer?",
    answer: `No. Noise shows no digit, and the network can read it with a high confidence. The value
      says how high that output is, not whether the answer is right.`,
  },
  {
    ask: "Of a thousand digits like the test digits, about how many will it misread?",
    answer: (/** @type {Figures} */ { accuracy }) =>
      `About ${count(1000 * (1 - accuracy))}, since it reads ${percent(accuracy)} of them correctly.
      Drawings that look different from the digits it was trained on can be misread more often.`,
  },
  {
    ask: "Why is the accuracy measured on digits that the network was not trained on?",
    answer: `On digits that it was trained on it might only remember the answers. New digits show
      whether it can read.`,
  },
];

export const sheet = {
  intro: "You will draw digits for a neural network, and find out when to doubt its answer.",
  tasks: [
    `Draw a digit. Write down the prediction, its confidence, and the digit with the second highest
      output.`,
    "Find a drawing that you can read and the network cannot. Copy it here. What did it read?",
    `Press “${ui.testDigit}” four times. Write down label, prediction and confidence of each. Which
      answer do you doubt?`,
    "Draw something that is no digit. What does the network say, and with which confidence?",
    "When should one doubt the answer of a network? Write two sentences.",
  ],
};
