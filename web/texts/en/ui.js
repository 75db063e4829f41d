/** Building blocks of the page: the drawing, the network, its outputs and its prediction. */
import { count, fixed, fraction, percent, withMinus } from "../../common/numbers.js";
import { plural } from "./locale.js";

/* ---- keys ---- */

/** @param {string} words @param {string} key */
export const withKey = (words, key) => `${words} (${key})`;

export const space = "Space";

/* ---- drawing ---- */

export const drawHere = "Draw a digit here";
export const drawingKeys =
  "Arrow keys move a pen of one cell, Space or Enter puts it down and lifts it, Escape lifts it.";
export const undo = "Undo";
export const undoStroke = "Undo the last stroke";
export const clear = "Clear";
export const testDigit = "Test digit";
export const noise = "Noise";
export const kindOfNoise = "Kind of noise";

/* ---- network ---- */

/** @param {readonly number[] | undefined} layers  none before there is a network */
export const network = (layers) =>
  `The network: ${layers ? `${layers.join(", ")} neurons` : "no network yet"}. ` +
  "Arrow keys move from neuron to neuron.";

export const noInput = "no input";

/** @param {number} row @param {number} column  from 1, as is the row @param {number} value */
export const pixel = (row, column, value) =>
  `Pixel in row ${row}, column ${column}: ${fraction(value)}`;

/** @param {number} value */
const parameter = (value) => withMinus(fixed(value, 2));

/** @param {number} from  number of a neuron @param {number} digit @param {number} weight */
export const weightToOutput = (from, digit, weight) =>
  `Weight from neuron ${from} to output ${digit}: ${parameter(weight)}`;

/** @param {number} from @param {number} to @param {number} layer @param {number} weight */
export const weightToNeuron = (from, to, layer, weight) =>
  `Weight from neuron ${from} to neuron ${to} of layer ${layer}: ${parameter(weight)}`;

/** @param {number | null} activation  null without an input @param {number} bias */
const state = (activation, bias) =>
  `${activation === null ? noInput : fraction(activation)}, bias ${parameter(bias)}`;

/** @param {number} digit @param {number | null} activation @param {number} bias */
export const outputState = (digit, activation, bias) =>
  `Output ${digit}: ${state(activation, bias)}`;

/**
 * @param {number} number @param {number} layer
 * @param {number | null} activation @param {number} bias
 */
export const neuronState = (number, layer, activation, bias) =>
  `Neuron ${number} of layer ${layer}: ${state(activation, bias)}`;

/** Under a layer of which not all neurons are drawn. @param {number} drawn @param {number} all */
export const someOf = (drawn, all) => `${drawn} of ${all}`;

/** Those that are drawn are the most active ones. @param {number} drawn @param {number} all */
export const topOf = (drawn, all) => `top ${drawn} of ${all}`;

/* ---- outputs ---- */

export const outputs = "The ten outputs";

/** @param {number} digit */
export const outputName = (digit) => `Output ${digit}`;
/** @param {number} digit @param {number | null} value  null without an input */
export const output = (digit, value, decimals = 2) =>
  `${outputName(digit)}: ${value === null ? noInput : fraction(value, decimals)}`;

/** @param {number} digit @param {number | null} value @param {number} decimals */
export const targetOutput = (digit, value, decimals) =>
  `${output(digit, value, decimals)}, the target`;

/** Heard after its digit. @param {number} value @param {boolean} isTarget */
export const heardOutput = (value, isTarget) =>
  `: ${fraction(value)}${isTarget ? ", the target" : ""}`;

/* ---- prediction ---- */

export const prediction = "Prediction";
export const noNumbers = "no numbers come out, so no prediction";
export const labWithoutOutputs =
  "There is nothing to show for this network: its outputs are no numbers.";
export const labWithoutWeights =
  "There is nothing to show for this network: some of its weights are no numbers.";
export const nothingDrawn = "Nothing drawn";
export const notSure = "not sure of any digit";
export const confident = "confident";
export const confidentOfNoise = "confident, although this is noise";
export const confidentAndRight = "confident and right";

/** @param {number | null} label */
export const confidentAndWrong = (label) => `confident, but the label is ${label}`;

/**
 * @param {string} input  a sentence @param {number} answer @param {number} confidence
 * @param {boolean} isSure
 */
export const announcement = (input, answer, confidence, isSure) => {
  const predicts = isSure
    ? `predicts ${answer}`
    : `is not sure of any digit; its best guess is ${answer}`;
  return `${input} The network ${predicts}, confidence ${percent(confidence, 0)}.`;
};

/* ---- weights of the first layer; it is that of the outputs where no layer is hidden ---- */

/** @param {number} shown  neurons @param {number} all @param {boolean} areOutputs */
export function weightsOfLayer(shown, all, areOutputs) {
  const neurons = plural(all, { one: "neuron", other: "neurons" });
  const layer = areOutputs ? `${all} outputs` : `${count(all)} ${neurons} in hidden layer 1`;
  return `Weights of ${shown < all ? `${shown} of ` : ""}the ${layer}`;
}

export const weights = "Weights";

/** @param {string} what @param {number} neuron  0 is the first @param {boolean} isOutput */
export const ofNeuron = (what, neuron, isOutput) =>
  `${what} of ${isOutput ? `output ${neuron}` : `neuron ${neuron + 1}`}`;

/** @param {string} what @param {number} neuron  0 is the first @param {boolean} isOutput */
export const intoNeuron = (what, neuron, isOutput) =>
  `${what} into ${isOutput ? `output ${neuron}` : `neuron ${neuron + 1} of hidden layer 1`}`;

/* ---- a question of a lab ---- */

export const predictFirst = "Predict first";
/**
 * What is said to a guess, before a colon and what was found.
 * @param {string} choice  the one that is right @param {boolean} isGuessed
 */
export const verdict = (choice, isGuessed) => (isGuessed ? "Right" : `The answer is “${choice}”`);
export const justShowMe = "Just show me";
/** In the place of what the answer to the question would give away. */
export const guessFirst = `Guess first, or press “${justShowMe}”.`;

/* ---- what several labs say ---- */

export const loadingNetwork = "Loading the network…";
export const testDigitsLoading = "The test digits are still loading.";
export const althoughNoise = "although this is noise";

/** @param {string} key */
export const ctrl = (key) => `Ctrl+${key}`;
