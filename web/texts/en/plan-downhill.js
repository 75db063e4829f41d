/** The lesson plan on the labs Cost, Downhill, Gradient and Train. */
import { precise } from "../../common/downhill-numbers.js";
import { count, figures, fixed, percent } from "../../common/numbers.js";
import * as downhill from "./downhill.js";
import * as functions from "./downhill-functions.js";
import * as gradient from "./gradient.js";
import { titles } from "./labs.js";
import { aDigit } from "./locale.js";
import * as shell from "./shell.js";
import { justShowMe, testDigit } from "./ui.js";

/** @typedef {typeof import("../../plans/figures.js").downhill} Figures */

export const title = "Rolling downhill";

export const question = "How can a network with thousands of weights find better ones by itself?";

export const aim = `The class computes a cost as a sum of ten squares, follows gradient descent with
  one input, and sees the same steps make a network with random weights read digits.`;

export const needs = "One device for every two students. They know what the slope of a curve is.";

export const steps = [
  {
    title: "Ten squares",
    minutes: 6,
    todo: `Open the link: the lab “${titles.cost}”, on a network with random weights. Press
      “${testDigit}” and check the largest of the ten squares with a calculator. Then look at the
      average cost of all test digits below.`,
    see: (/** @type {Figures} */ { digit, square, sum, mean }) =>
      `Test digit ${count(digit.number)} is ${aDigit(digit.label)}. The largest square is that of
      output ${square.digit}: it should be 0 and is ${fixed(square.output, 3)}, and its square is
      ${fixed(square.squared, 3)}. All ten squares add up to ${fixed(sum, 3)}. The average over all
      test digits is ${fixed(mean, 3)}.`,
  },
  {
    title: "A ball on a curve",
    minutes: 6,
    todo: `Open the link of this step. Read the question of the lab “${titles.downhill}” aloud and
      choose an answer. Press “${functions.step}” a few times, then “${functions.run}”. Then click
      the curve high on the right, and run again.`,
    see: (/** @type {Figures} */ { valleys }) =>
      `“${functions.minimumReached(valleys.steps, valleys.slope)}.” The ball rests in the left
      valley. The page adds: “${functions.notLowest(valleys.lower)}” From the right, it comes to
      rest in the right valley. The steps shrink as the slope does.`,
  },
  {
    title: "Steps that are too long",
    minutes: 4,
    todo: `Choose “${functions.curves.bowl}” and press “${functions.run}”. Then press
      “${functions.backToStart}”, move the slider of the learning rate to its right end, and run
      again.`,
    see: (/** @type {Figures} */ { bowl }) =>
      `First: “${functions.minimumReached(bowl.steps, bowl.slope)}.” Then, with the largest learning
      rate: “${functions.tooLarge(bowl.step)}.”`,
  },
  {
    title: "The same with all weights and biases",
    minutes: 6,
    todo: `Choose the last of the three parts, with all weights and biases: they are those of the
      random network. Choose an answer to the question there. Then press
      “${downhill.takeStep}”, and compare test cost and test accuracy in the bar before and after.`,
    see: (/** @type {Figures} */ { parameters, line, step }) =>
      `Of ${count(parameters)} numbers, all change at once. The cost falls from
      ${precise(line.here)} to ${precise(line.least)} at t = ${precise(line.t)}, then rises again.
      The step brings the test cost from ${figures(step.before.cost)} to
      ${figures(step.after.cost)}. But the test accuracy is ${percent(step.before.accuracy)} before
      and ${percent(step.after.accuracy)} after, as with guessing: one step is not enough.`,
  },
  {
    title: "Which nudges matter most?",
    minutes: 4,
    todo: `Open the link of this step, on the same network. Read the question of the lab
      “${titles.gradient}” aloud and choose an answer.`,
    see: (/** @type {Figures} */ { parameters, half, brings }) =>
      `“${gradient.choices[0]}.” ${gradient.halfOfWork(half, parameters)}. Nudging only the
      ${count(brings.nudges)} largest brings ${percent(brings.largest)} of the decrease, and
      ${count(brings.nudges)} random ones bring ${percent(brings.random)}.`,
  },
  {
    title: "Thousands of small steps",
    minutes: 4,
    todo: `Open the link of this step, again with the same network. Choose
      “${shell.stepSizes.epoch}” beside “${shell.step}”, then press “${shell.step}” once. Wait, and
      press it once more.`,
    see: (/** @type {Figures} */ { step, epochs }) =>
      `One epoch is ${count(epochs.steps)} steps, each with the gradient of a few digits. The test
      cost falls from ${figures(step.before.cost)} to ${figures(epochs.first.cost)}, and the test
      accuracy rises from ${percent(step.before.accuracy)} to ${percent(epochs.first.accuracy)}. The
      second epoch adds less: then it is ${percent(epochs.second.accuracy)}.`,
  },
];

export const questions = [
  {
    ask: "What is the cost of one example?",
    answer: `The sum of ten squares: for each output, the square of its difference from the target.
      The target is 1 for the right digit and 0 for the others.`,
  },
  {
    ask: "What do the components of the gradient say?",
    answer: `The sign says whether the cost grows or falls when that weight grows; a step goes the
      other way. The size says how much that weight matters, beside the others.`,
  },
  {
    ask: "Does gradient descent find the lowest point?",
    answer: `Not always. It ends in a local minimum, and which one depends on where it starts. For a
      network there is no need for the lowest point: a low one will do.`,
  },
  {
    ask: "Why not take one long step to the bottom?",
    answer: `The gradient is the slope where the network stands, and no farther. A long step can
      lead past the low places and up again. So descent takes a step, and looks again.`,
  },
  {
    ask: "Did anyone tell the network what a 4 looks like?",
    answer: `No. It was only given examples with labels, and steps that make the cost smaller.`,
  },
];

export const sheet = {
  intro: "You will follow a ball, and then a network, on the way downhill.",
  tasks: [
    `Press “${testDigit}”. Write down output and target of the right digit, and compute the square
      of the difference. What do all ten squares add up to?`,
    `Sketch the curve with two valleys. Mark where the ball starts, where it comes to rest, and the
      lowest point. Why is it not there?`,
    "What happens with a very large learning rate? Sketch the steps.",
    `The network walks straight on along −∇C, without looking again. Sketch the cost. (If you did
      not choose an answer, press “${justShowMe}”.)`,
    `Write down the test accuracy of the network with random weights, after one epoch, and after
      two. What do you notice?`,
  ],
};
