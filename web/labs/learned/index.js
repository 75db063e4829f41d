/**
 * What it learned: the weights of the first-layer neurons as pictures, live, beside edge detectors;
 * and deeper layers.
 */
import { html, render } from "lit";
import { isUntouched } from "../../common/provenance.js";
import "./deeper-layers.js";
import "./edge-filters.js";
import "./first-layer.js";
import "./learned.css";

const CHOICES = ["Little edges", "Loops and lines", "Almost random"];
const RIGHT = CHOICES.indexOf("Almost random");

/**
 * Whether the network has only its random weights.
 * @param {import("../../model/state.js").State} state
 */
function isRandom({ provenance }) {
  return provenance?.start.kind === "random" && isUntouched(provenance);
}

/** @type {import("../index.js").Lab} */
export default {
  lesson: html`One might hope that the first layer picks up on little edges and the second on loops
    and lines. But the network only looks for a local minimum that works, and what it finds need
    not look like what we had in mind.`,
  predict: {
    question: "Each picture shows the weights of one neuron. What do they look like in the video?",
    choices: CHOICES,
    right: () => RIGHT,
    after: (state, guess) => {
      const verdict = guess === RIGHT ? "Right" : "No";
      const look = isRandom(state)
        ? "The network here is still random: train it, and see whether edges or loops appear."
        : "Compare the pictures below, which show the network on this page.";
      return `${verdict}: almost random, with loose patterns in the middle. ${look}`;
    },
  },
  how: html`
    <p>Neuron <math><mi>j</mi></math> of hidden layer 1 multiplies every pixel by a weight. Its
      activation function <math><mi>f</mi></math> is applied to the sum:</p>
    <math display="block">
      <msub><mi>a</mi><mi>j</mi></msub><mo>=</mo><mi>f</mi><mo>(</mo>
      <munderover><mo>∑</mo><mrow><mi>k</mi><mo>=</mo><mn>1</mn></mrow><mn>784</mn></munderover>
      <msub><mi>w</mi><mrow><mi>j</mi><mi>k</mi></mrow></msub><msub><mi>x</mi><mi>k</mi></msub>
      <mo>+</mo><msub><mi>b</mi><mi>j</mi></msub><mo>)</mo>
    </math>
    <p>The picture shows the 784 weights where their pixels are. Ink on blue raises the neuron’s
      sum, ink on orange lowers it. Each picture is scaled to its own largest weight, and small
      weights are drawn stronger than in proportion, so that they can be seen.</p>`,
  mount(element, session) {
    render(
      html`
        <div class="learned">
          <dh-first-layer .session=${session}></dh-first-layer>
          <figure>
            <figcaption>Edge detectors, for comparison</figcaption>
            <dh-edge-filters></dh-edge-filters>
          </figure>
        </div>
        <dh-deeper-layers class="learned-deeper" .session=${session}></dh-deeper-layers>`,
      element,
    );
    return () => render("", element);
  },
};
