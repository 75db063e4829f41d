/** The lesson plan on the labs Inside and What it learned. */
import { count, fixed, percent, withMinus } from "../../common/numbers.js";
import * as inside from "./inside.js";
import { titles } from "./labs.js";
import * as learned from "./learned.js";
import { aDigit } from "./locale.js";
import { testDigit } from "./ui.js";

/** @typedef {typeof import("../../plans/figures.js").neuron} Figures */

export const title = "What one neuron sees";

export const question = "What does a single neuron compute, and does it look for edges?";

export const aim = `The class computes an activation from weights, inputs and a bias, changes one
  number of the network, and sees that the weights show neither edges nor loops.`;

export const needs = "One device for every two students. They can add and multiply decimals.";

/** With as many decimals as the lab shows. @param {number} value */
const exact = (value) => withMinus(fixed(value, 3));

export const steps = [
  {
    title: "How many numbers has a neuron?",
    minutes: 3,
    todo: `Open the link and read the question of the lab “${titles.inside}” aloud. Everyone chooses
      one of the answers: ${inside.choices.join(", ")}.`,
    see: (/** @type {Figures} */ { parameters }) =>
      `${inside.choices[2]}: one weight for each pixel of the image, and one bias. All neurons of
      this network together have ${count(parameters)} weights and biases.`,
  },
  {
    title: "One neuron, one digit",
    minutes: 5,
    todo: `Press “${testDigit}” below the neurons. Look at the three pictures: the weights,
      the pixels that they are multiplied by, and what each pixel adds. Then read the table
      “${inside.termByTerm}”
      down to its last line.`,
    see: (/** @type {Figures} */ { digit, neuron, blank, sum, bias, z, activation }) =>
      `Test digit ${count(digit.number)} is ${aDigit(digit.label)}. The page shows
      ${inside.neuronOfLayer(neuron.number, neuron.layer).toLowerCase()}. The ${count(blank)} blank
      pixels add nothing. The weighted sum is ${exact(sum)}, the bias ${exact(bias)}; together they
      are ${exact(z)}. The sigmoid makes ${exact(activation)} of that: the activation.`,
  },
  {
    title: "Turn one knob",
    minutes: 4,
    todo: `Under “${inside.byHand}” type −5 into the field “${inside.bias}” and press Enter. Watch
      the activation, the prediction and the test accuracy. Then press “${inside.putBack}”.`,
    see: (/** @type {Figures} */ { digit, edited, activation, accuracy, parameters }) =>
      `The activation falls from ${exact(activation)} to ${exact(edited.activation)}: the neuron
      is nearly off for this digit. The prediction is still ${digit.label}. The test accuracy falls
      from ${percent(accuracy)} to ${percent(edited.accuracy)}. That was one of ${count(parameters)}
      numbers.`,
  },
  {
    title: "What do its weights look like?",
    minutes: 5,
    todo: `Open the link of this step: a network that was trained as in the lesson. Read the
      question of the lab “${titles.learned}” aloud and choose an answer. Then compare the pictures
      of its neurons with “${learned.edgeDetectors}”.`,
    see: (/** @type {Figures} */ { trained }) =>
      `“${learned.choices[2]}”: loose patterns in the middle, and no edges or loops. Yet this
      network reads ${percent(trained.accuracy)} of the test digits correctly.`,
  },
  {
    title: "Another network",
    minutes: 3,
    todo: `Open the link of this step: the network that the page begins with. It was also trained on
      digits that were shifted and rotated at random. Compare its pictures with those before.`,
    see: (/** @type {Figures} */ { accuracy }) =>
      `The pictures are smoother, since neighbouring pixels got similar weights. In some
      of them one can see a stroke, but none looks like an edge detector. This network reads
      ${percent(accuracy)} of the test digits correctly.`,
  },
];

export const questions = [
  {
    ask: "Does the network look for loops and edges, as we might?",
    answer: `No. One might hope so, but the pictures of its weights show no edges and no loops.
      Training only makes the cost small, and this network found another way to do that.`,
  },
  {
    ask: "What does a weight of zero mean? And a negative one?",
    answer: `With a weight of zero, the neuron ignores that pixel. With a negative weight, ink on
      that pixel makes the weighted sum smaller.`,
  },
  {
    ask: "What is the bias for?",
    answer: `It is added to the weighted sum. It says how high the sum has to be before the neuron
      becomes active.`,
  },
  {
    ask: "Is there one neuron that knows what a 4 looks like?",
    answer: `It does not look so. With one neuron nearly off, the network still read the 4; try it
      with others. What it learned is spread over many weights and biases.`,
  },
];

export const sheet = {
  intro: "You will take a neuron apart, change it, and look at what it learned.",
  tasks: [
    `Press “${testDigit}”. Choose one pixel with ink. Write down its value, its weight, and their
      product.`,
    "Write down the weighted sum, the bias, and the activation. How does one come from the others?",
    `Change the bias by hand. What becomes of the activation, the prediction, and the test accuracy?
      Then press “${inside.putBack}”.`,
    "Draw the picture of one neuron’s weights. What do you see in it? Do others see the same?",
    "“The first layer looks for edges.” Do the pictures agree? Write two sentences.",
  ],
};
