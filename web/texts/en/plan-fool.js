/** The lesson plan on the lab Fool it. */
import { count, fixed, percent } from "../../common/numbers.js";
import * as lab from "./fool.js";
import { titles } from "./labs.js";
import { aDigit } from "./locale.js";

/** @typedef {typeof import("../../plans/figures.js").fool} Figures */

export const title = "Fooling it";

export const question = "Can changes that hardly anyone notices turn a digit into another one?";

export const aim = `The class compares chosen changes of the pixels with random ones of the same
  size, and explains with the gradient why the chosen ones fool the network.`;

export const needs = `One device for every two students. The class knows what a gradient is, from
  the plan on rolling downhill, say.`;

/** A digit that is attacked. @param {Figures["digit"]} digit */
const about = ({ number, label }) => `Test digit ${count(number)} is ${aDigit(label)}`;

export const steps = [
  {
    title: "Guess first",
    minutes: 5,
    todo: `Open the link and read the question of the lab “${titles.fool}” aloud. Everyone chooses
      one of the answers: “${lab.choices.join("”, “")}”. Then choose the answer that most of the
      class gave, and wait for the count.`,
    see: (/** @type {Figures} */ { epsilon, accuracy }) =>
      `“${lab.chosenChanges}”. With ε = ${fixed(epsilon, 2)} no pixel changes by more than a tenth
      of the way from paper to ink. Of ${count(accuracy.digits)} test digits the network then reads
      ${percent(accuracy.random)} after random changes, and ${percent(accuracy.attacked)} after
      chosen ones.`,
  },
  {
    title: "One digit",
    minutes: 7,
    todo: `Press “${lab.testDigit}”. Compare the three pictures “${lab.original}”, attacked, and
      random. Then read “${lab.smallest}”.`,
    see: (/** @type {Figures} */ { digit, epsilon }) =>
      `${about(digit)}, read with a confidence of ${percent(digit.confidence, 0)}. Attacked with
      ε = ${fixed(epsilon, 2)}, it is read as ${aDigit(digit.attacked.answer)} with
      ${percent(digit.attacked.confidence, 0)}. Changed at random by the same amount, it is still
      read as ${aDigit(digit.label)}, with ${percent(digit.random.confidence, 0)}. To us all three
      show ${aDigit(digit.label)}. The smallest ε that changes the prediction is
      ${fixed(digit.least.attack, 2)} for the attack, and ${fixed(digit.least.random, 2)} for random
      changes.`,
  },
  {
    title: "Into the digit of your choice",
    minutes: 6,
    todo: `Choose a digit under “${lab.target}”, one after the other. Write down the smallest ε that
      makes the picture this digit.`,
    see: (/** @type {Figures} */ { digit, targets }) =>
      `The attack can turn this ${digit.label} into every other digit. It takes the least for
      ${aDigit(targets.easiest.digit)} (ε = ${fixed(targets.easiest.epsilon, 2)}) and the most for
      ${aDigit(targets.hardest.digit)} (ε = ${fixed(targets.hardest.epsilon, 2)}).`,
  },
  {
    title: "What does it imagine?",
    minutes: 4,
    todo: `Look at “${lab.imagines}” at the bottom of the lab. Cover the numbers: can anyone tell
      which picture stands for which digit?`,
    see: (/** @type {Figures} */ { imagined }) =>
      `The pictures look like noise. Yet each makes its output at least ${fixed(imagined.least, 2)}.
      What is typical of a digit for the network is not what is typical of it for us.`,
  },
  {
    title: "A more accurate network",
    minutes: 5,
    todo: `Open the link of this step: the same lab with the most accurate network of the page.
      Press “${lab.testDigit}” and read “${lab.smallest}” again.`,
    see: (/** @type {Figures} */ { best, digit }) =>
      `It reads the same digit with a confidence of ${percent(best.confidence, 0)}. Yet it is no
      harder to fool: the smallest ε is ${fixed(best.attack, 2)} for the attack and
      ${fixed(best.random, 2)} for random changes. With the first network they were
      ${fixed(digit.least.attack, 2)} and ${fixed(digit.least.random, 2)}.`,
  },
  {
    title: "Your own digit",
    minutes: 3,
    todo: `Open the link of this step: the first network again. Press “${lab.draw}” and draw. How
      small can you make ε with the slider, until the attack fails?`,
    see: `Usually an attack fools the network with a change that is hard to see. Usually random
      changes have to be several times as large.`,
  },
];

export const questions = [
  {
    ask: "Why do chosen changes fool the network, and random ones of the same size do not?",
    answer: `The gradient says for each pixel in which direction the cost grows. When hundreds of
      pixels all change a little in that direction, the effects add up. Those of random
      changes mostly cancel each other out.`,
  },
  {
    ask: "How is this like training, and how is it different?",
    answer: `Both use the gradient of the cost. Training changes the weights so that the cost falls.
      The attack leaves the weights alone, and changes the pixels so that the cost grows.`,
  },
  {
    ask: "Does the attacked picture get a low confidence, at least?",
    answer: (/** @type {Figures} */ { digit }) =>
      `No. The attacked ${digit.label} is read as ${aDigit(digit.attacked.answer)} with a confidence
      of ${percent(digit.attacked.confidence, 0)}. Confidence does not mean that the network
      knows.`,
  },
  {
    ask: "Does the network look at a digit as we do?",
    answer: `No. Changes that mean nothing to us change its answer, and the pictures that it
      imagines for a digit look like noise to us.`,
  },
  {
    ask: "Can a network be made harder to fool?",
    answer: `Yes: by training it on attacked digits, as in the lab “${titles.teach}”. It then
      resists changes up to a certain size, not all changes.`,
  },
];

export const sheet = {
  intro: "You will change digits so little that people hardly notice, and fool a neural network.",
  tasks: [
    `Your guess: what fools the network more often, random changes or chosen ones? What does the
      page say?`,
    `Press “${lab.testDigit}”. Write down prediction and confidence of the three pictures. Which
      digit do you see in each?`,
    `Write down the smallest ε for the attack, and for random changes. How many times as large is
      the second one?`,
    "Which digit is easiest to turn the test digit into? Which is hardest?",
    "Explain with the word “gradient” why chosen changes fool the network.",
  ],
};
