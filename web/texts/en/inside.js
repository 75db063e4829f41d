/** The lab Inside. */
import { html } from "lit";
import { count, fraction, percent } from "../../common/numbers.js";
import { plural } from "./locale.js";
import { verdict } from "./ui.js";

export const lesson = html`A neuron is a function: it multiplies the activations of the layer before
  by its weights, adds them up together with a bias, and turns the sum into an activation. The
  lesson’s network is nothing but such functions, with its weights and biases as knobs and dials.`;

/* ---- question ---- */

/** @param {boolean} isFlat  no layer is hidden */
export const question = (isFlat) => {
  const neuron = isFlat ? "output neuron" : "neuron of the first hidden layer";
  return `How many weights and biases does one ${neuron} have?`;
};
export const choices = ["One", "28", "785"];

/**
 * @param {boolean} isRight
 * @param {number | null} parameters  of the whole network; null before there is one
 */
export const answer = (isRight, parameters) => {
  const all =
    parameters === null ? "" : ` All neurons of this network together have ${count(parameters)}.`;
  const parts = "one weight for each of the 784 pixels, and one bias";
  return `${verdict(choices[2], isRight)}: ${parts}.${all}`;
};

/* ---- how it works ---- */

export const how = html`
  <p>With <math><msub><mi>x</mi><mi>k</mi></msub></math> the inputs,
    <math><msub><mi>w</mi><mi>k</mi></msub></math> the weights and
    <math><mi>b</mi></math> the bias:</p>
  <math display="block">
    <mi>z</mi><mo>=</mo>
    <munderover><mo>∑</mo><mrow><mi>k</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>
    <msub><mi>w</mi><mi>k</mi></msub><msub><mi>x</mi><mi>k</mi></msub><mo>+</mo><mi>b</mi>
    <mspace width="2em"></mspace>
    <mi>a</mi><mo>=</mo><mi>f</mi><mo>(</mo><mi>z</mi><mo>)</mo>
  </math>
  <p>The activation function <math><mi>f</mi></math> is the sigmoid
    <math>
      <mi>σ</mi><mo>(</mo><mi>z</mi><mo>)</mo><mo>=</mo>
      <mfrac>
        <mn>1</mn>
        <mrow><mn>1</mn><mo>+</mo><msup><mi>e</mi><mrow><mo>−</mo><mi>z</mi></mrow></msup></mrow>
      </mfrac>
    </math>
    in the lesson, and ReLU,
    <math><mi>max</mi><mo>(</mo><mn>0</mn><mo>,</mo><mi>z</mi><mo>)</mo></math>, in most networks
    today. Softmax divides <math><msup><mi>e</mi><mi>z</mi></msup></math> of one output by the sum
    of all ten.</p>
  <p>The weights and the products are each scaled to their own largest value, and small values are
    raised a little so that they can be seen. An edit changes the network of the whole page and
    pauses training. “Put back” undoes the last change: one drag, one stroke of the brush or one
    number.</p>`;

/* ---- names ---- */

export const outputs = "Outputs";
export const onlyHiddenLayer = "Hidden layer";

/** @param {number} layer */
export const hiddenLayer = (layer) => `Hidden layer ${layer}`;

/** @param {number} digit */
export const output = (digit) => `Output ${digit}`;

/** @param {number} number */
export const neuronOfOnlyLayer = (number) => `Neuron ${number} of the hidden layer`;

/** @param {number} number @param {number} layer */
export const neuronOfLayer = (number, layer) => `Neuron ${number} of hidden layer ${layer}`;

/** A pixel of the input. @param {number} row @param {number} column  from 1, as is the row */
export const pixel = (row, column) => `Row ${row}, column ${column}`;

export const below = "below 0.001";

/* ---- neuron and input ---- */

export const neuron = "Neuron";

/** @param {string} name @param {number} activation */
export const neuronAndActivation = (name, activation) => `${name}, ${fraction(activation)}`;

/** @param {unknown} field @param {number} count */
export const numberOf = (field, count) => html`Number ${field} of ${count}`;

export const drawing = "Input: your drawing.";
export const noInput = "Nothing is drawn, so only the bias counts.";

/* ---- weights × inputs ---- */

export const weights = "Weights";
export const timesPixels = "× pixels";
export const timesActivations = "× activations";
export const pixelProducts = "= what each pixel adds";
export const neuronProducts = "= what each neuron adds";
export const keys = "Arrow keys move from weight to weight.";
export const keysOfBrush = "Arrow keys move from weight to weight. Enter paints with the brush.";

/* ---- weighted sum ---- */

export const termByTerm = "The weighted sum, term by term";
export const input = "Input";
export const product = "Activation × weight";
export const adds = "Adds";
export const weightedSum = "Weighted sum";
export const bias = "Bias";
export const total = html`Sum + bias, <i>z</i>`;

/** Pixels, which are all blank. @param {number} pixels */
export const allPixels = (pixels) => `All ${pixels} pixels`;

/** @param {number} neurons */
export const allNeurons = (neurons) => `All ${neurons} neurons`;

/** @param {number} pixels */
export const otherPixels = (pixels) =>
  `${pixels} other ${plural(pixels, { one: "pixel", other: "pixels" })}`;

/** @param {number} pixels */
export const otherInkedPixels = (pixels) =>
  `${pixels} other ${plural(pixels, { one: "pixel", other: "pixels" })} with ink`;

/** @param {number} neurons */
export const otherNeurons = (neurons) =>
  `${neurons} other ${plural(neurons, { one: "neuron", other: "neurons" })}`;

/** What these pixels or neurons do. @param {number} count */
export const addNothing = (count) => plural(count, { one: "adds 0", other: "add 0" });

/** @param {number} pixels */
export const andBlankOnes = (pixels) =>
  plural(pixels, {
    one: `(the ${pixels} blank one adds 0)`,
    other: `(the ${pixels} blank ones add 0)`,
  });

/** @param {number} neurons */
export const andInactiveOnes = (neurons) =>
  plural(neurons, {
    one: `(the ${neurons} inactive one adds 0)`,
    other: `(the ${neurons} inactive ones add 0)`,
  });

/* ---- activation function ---- */

export const sigmoid = "sigmoid";
export const relu = "ReLU";
export const step = "step";
export const softmax = "softmax";
export const activation = "Activation";
export const noSum = "The weighted sum is not a number.";

/** @param {string} name */
export const activationFunction = (name) => `Activation function: ${name}`;

/** Of one output among others. @param {string} name */
export const activationFunctionAlone = (name) =>
  `Activation function: ${name}, the other outputs held fixed`;

/** @param {string} name @param {string} z @param {string} activation */
export const takes = (name, z, activation) => `The ${name} function takes ${z} to ${activation}.`;

/* ---- changes by hand ---- */

export const byHand = "Change it by hand";
export const tool = "Tool";
export const oneWeight = "One weight";
export const brush = "Brush";
export const brushValue = "Brush value";
export const pickInPicture = "Pick another weight in the picture, or paint with the brush.";
export const pickAmongColumns = "Pick another weight among the columns.";
export const paint = "Paint on the picture of the weights.";
export const putBack = "Put back";

/** @param {string} input  its name */
export const weight = (input) => `Weight: ${input.charAt(0).toLowerCase()}${input.slice(1)}`;

/**
 * @param {number | null} before  an edit, if it was known
 * @param {number | null} now  null before it is known
 */
export const accuracy = (before, now) =>
  html`Test accuracy: ${before === null ? "" : `${percent(before)} → `}<b
    >${now === null ? "…" : percent(now)}</b>`;
