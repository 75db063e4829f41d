/** The lesson plan on the lab Memorise. */
import { count, percent } from "../../common/numbers.js";
import { titles } from "./labs.js";
import * as lab from "./memorise.js";
import { trainingAndTest } from "./train.js";

/** @typedef {typeof import("../../plans/figures.js").memorise} Figures */

const answers = `“${lab.choices.join("”, “")}”`;

/** Of all labels, those that are shuffled in the steps below. */
const HALF = 0.5;
const ALL = 1;

export const title = "Understanding or remembering";

export const question = "A network is right about everything it was shown. What has it learned?";

export const aim = `The class trains one network on true labels and one on shuffled labels, and
  tells learning a structure from learning by heart by two things: the speed, and the test digits.`;

export const needs = `One device for every two students. In the first step it loads the digits, and
  in the others it is busy for some seconds at a time.`;

export const steps = [
  {
    title: "Guess first",
    minutes: 4,
    todo: `Open the link and read the question of the lab “${titles.memorise}” aloud. Make clear
      what it means: the labels are mixed up among the images. Everyone chooses one of the answers:
      ${answers}.`,
    see: "The page keeps the answer to itself until both networks have been trained.",
  },
  {
    title: "Two networks",
    minutes: 8,
    todo: `Leave the settings as they are and press “${lab.run}”. Watch the four lines of the chart.
      Then read the table below it.`,
    see: (/** @type {Figures} */ { digits, run }) =>
      `Both networks are trained on ${count(digits)} digits. ${lab.trueFirst(
        run.plain.epochs,
        run.shuffled.epochs,
      )} In the end they know their labels equally well: ${percent(run.plain.training)} and
      ${percent(run.shuffled.training)}. But of the test digits the first reads
      ${percent(run.plain.test)}, and the second ${percent(run.shuffled.test)}, about as many as a
      guess would.`,
  },
  {
    title: "Was that chance?",
    minutes: 8,
    todo: `Press “${lab.runSeries(5)}”. Both networks are trained again, from other random weights
      and with labels that are shuffled in another way each time.`,
    see: (/** @type {Figures} */ { series }) =>
      `It was not chance:
        “${lab.fasterBy(series.faster, series.seeds, series.least, series.most)}”`,
  },
  {
    title: "Half of the labels",
    minutes: 8,
    todo: `Move the slider “${lab.fraction}” to ${percent(HALF, 0)}. Everyone guesses: how many of
      the test digits will the second network read now? Then press “${lab.run}”.`,
    see: (/** @type {Figures} */ { half, run }) =>
      `It learns its labels, the wrong ones too, in ${count(half.epochs)} epochs. It reads
      ${percent(half.test)} of the test digits: less than the ${percent(run.plain.test)} of the
      network with true labels, and much more than a guess. It found the structure, and remembered
      the exceptions.`,
  },
  {
    title: "A smaller network",
    minutes: 8,
    todo: `Move the slider “${lab.fraction}” back to ${percent(ALL, 0)}, and choose the smallest
      number under “${lab.width}”. Everyone guesses: can so few neurons learn shuffled labels? Then
      press “${lab.run}”.`,
    see: (/** @type {Figures} */ { small }) =>
      `They can, but slowly. With ${count(small.width)} neurons in each hidden layer:
      “${lab.trueFirst(small.plain.epochs, small.shuffled.epochs)}” Of the test digits the two
      networks read ${percent(small.plain.test)} and ${percent(small.shuffled.test)}.`,
  },
  {
    title: "And the network that reads digits?",
    minutes: 9,
    todo: `Open the link of this step: the network that the page begins with, in the lab
      “${titles.train}”. Find the accuracy on training digits and on test digits under
      “${trainingAndTest.accuracy}”. Then discuss the questions below.`,
    see: (/** @type {Figures} */ { lesson }) =>
      `Training accuracy ${percent(lesson.training)}, test accuracy ${percent(lesson.test)}. It
      reads digits that it was not trained on as well as those that it was trained on. It does not
      only remember.`,
  },
];

export const questions = [
  {
    ask: "A network is right about all its training digits. Does it understand them?",
    answer: (/** @type {Figures} */ { run }) =>
      `No. The network with shuffled labels learned ${percent(run.shuffled.training)} of them, and
      there was nothing to understand. Only digits that it was not trained on show the difference.`,
  },
  {
    ask: "Why are true labels learned faster?",
    answer: `Images with the same true label look alike: what helps with one helps with others. With
      shuffled labels each image has to be learned on its own.`,
  },
  {
    ask: "Why does the network with shuffled labels read about a tenth of the test digits?",
    answer: `There are ten digits. A guess is right in about one of ten cases, and what it learned
      says nothing about new digits.`,
  },
  {
    ask: "Is a network that only remembers broken?",
    answer: `No. Both networks did what training asked of them: to make the cost small on their
      training digits. Whether something useful comes of it depends on the data.`,
  },
];

export const sheet = {
  intro: `You will train two networks that differ in one thing: the labels of the second one are
    shuffled.`,
  tasks: [
    "Your guess: what will the network with shuffled labels do? Why?",
    "Copy the table: training accuracy, test accuracy and epochs of both networks.",
    `Press “${lab.runSeries(5)}”: other random weights, and labels shuffled in another way, each
      time. What stays the same, and what changes?`,
    `Half of the labels are shuffled. Your guess for the test accuracy, and what the page says.
      Explain the number.`,
    "How can you find out whether somebody has understood something or only remembers it?",
  ],
};
