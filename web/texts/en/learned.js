/** The words of the lab What it learned. */
import { html } from "lit";
import { fixed } from "../../common/numbers.js";
import { plural } from "./locale.js";
import { verdict } from "./ui.js";

const forms = { one: "neuron", other: "neurons" };

/* ---- the lesson, the question, how it works ---- */

export const lesson = html`One might hope that the first layer picks up on little edges and the
  second on loops and lines. But the network only looks for a local minimum that works, and what it
  finds need not look like what we had in mind.`;

export const question =
  "Each picture shows the weights of one neuron. What do they look like in the video?";
export const choices = ["Little edges", "Loops and lines", "Almost random"];

/** What the pictures of this network show. */
const looks = {
  random: "The network here is still random: train it, and see whether edges or loops appear.",
  ours: `The pictures below are smoother: this network learned digits that were shifted and rotated
    at random, so neighbouring pixels got similar weights.`,
  other: "Compare the pictures below, which show the network on this page.",
};

/**
 * What is said to a guess.
 * @param {boolean} isRight
 * @param {keyof typeof looks} network  only has its random weights; one of the page's, which began
 *   trained; or any other
 */
export function answer(isRight, network) {
  return (
    `${verdict(choices[2], isRight)}: the pictures there show loose patterns in the middle. ` +
    looks[network]
  );
}

export const how = html`
  <p>Neuron <math><mi>j</mi></math> of the first layer multiplies every pixel by a weight. Its
    activation function <math><mi>f</mi></math> is applied to the sum:</p>
  <math display="block">
    <msub><mi>a</mi><mi>j</mi></msub><mo>=</mo><mi>f</mi><mo>(</mo>
    <munderover><mo>∑</mo><mrow><mi>k</mi><mo>=</mo><mn>1</mn></mrow><mn>784</mn></munderover>
    <msub><mi>w</mi><mrow><mi>j</mi><mi>k</mi></mrow></msub><msub><mi>x</mi><mi>k</mi></msub>
    <mo>+</mo><msub><mi>b</mi><mi>j</mi></msub><mo>)</mo>
  </math>
  <p>The picture shows the 784 weights where their pixels are. Ink on blue raises the neuron’s
    sum, ink on orange lowers it. Each picture is scaled to its own largest weight, and small
    weights are drawn stronger than in proportion, so that they can be seen.</p>`;

/* ---- edge detectors, beside the first layer ---- */

export const edgeDetectors = "Edge detectors, for comparison";
export const edges = "Sixteen short edges at eight angles, drawn for comparison";

/* ---- deeper layers ---- */

export const noDeeper = `This network has no hidden layer: its outputs weigh the pixels themselves,
  so these pictures are all that it has learned.`;

/** @param {number} most  neurons of a layer whose pictures are shown */
export const tooManyPictures = (most) =>
  `The deeper layers of this network are not shown: with more than ${most} neurons in a layer there
  are too many pictures to look through.`;

export const deeper = `Deeper neurons weigh neurons, not pixels. Multiplied by the weights of all
  layers before, as if there were no activation functions, their weights become pictures too.`;

/** @param {number} epoch */
export const asOf = (epoch) =>
  `As of epoch ${fixed(epoch, 2)}. They are computed again when training pauses.`;

export const outputs = "Outputs";

/** @param {number} layer @param {number} neurons */
export const hiddenLayer = (layer, neurons) =>
  `Hidden layer ${layer}: ${neurons} ${plural(neurons, forms)}`;

/** @param {number} index @param {number} weight  the largest */
export const output = (index, weight) => `Output ${index}, largest weight ${fixed(weight, 2)}`;

/** @param {number} number  1 is the first @param {number} weight  the largest */
export const neuron = (number, weight) => `Neuron ${number}, largest weight ${fixed(weight, 2)}`;
