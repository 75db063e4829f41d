/**
 * Inside: one neuron taken apart, its weights × the input, the sum, the bias, the activation;
 * weights changed by hand.
 */
import { html, render } from "lit";
import "./inside.css";
import "./view.js";
import { count } from "../../common/numbers.js";

/** Which of the choices is right. */
const RIGHT = 2;

/** @param {import("../../model/state.js").State} state @param {number} guess */
function after({ network }, guess) {
  const isRight = guess === RIGHT ? "right" : "the answer";
  const all = network
    ? ` All neurons of this network together have ${count(network.parameterCount)}.`
    : "";
  return `One weight for each of the 784 pixels, and one bias: 785 is ${isRight}.${all}`;
}

const how = html`
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

/** @type {import("../index.js").Lab} */
export default {
  lesson: html`A neuron is a function: it multiplies the activations of the layer before by its
    weights, adds them up together with a bias, and turns the sum into an activation. The lesson’s
    network is nothing but such functions, with its weights and biases as knobs and dials.`,
  predict: {
    question: "How many weights and biases does one neuron of the first hidden layer have?",
    choices: ["One", "28", "785"],
    right: () => RIGHT,
    after,
  },
  how,
  mount(element, session) {
    render(html`<dh-inside .session=${session}></dh-inside>`, element);
    return () => render("", element);
  },
};
