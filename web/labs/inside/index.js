/** Inside: one neuron taken apart, its weights × the input, the sum, the bias, the squash; weights changed by hand. */
import { html, render } from "lit";
import "./inside.css";
import "./view.js";
import { count } from "../../common/numbers.js";

/** @type {import("../index.js").Lab} */
export default {
  lesson: html`A neuron is a function: it takes the outputs of all neurons before it, weighs each, adds them up with a
    bias that says how high the sum must be, and squashes the result into an activation. The whole network is such
    functions and nothing else, with thirteen thousand weights and biases as its knobs and dials.`,
  predict: {
    question: "How many numbers of its own does one neuron of the first layer have, to be tuned?",
    choices: ["One", "28", "785"],
    after: ({ network }) =>
      network
        ? html`One weight for each of the ${network.layers[0]} pixels and one bias: ${network.layers[0] + 1}. All neurons of this network together have ${count(network.parameterCount)}.`
        : "One weight for each of the 784 pixels, and one bias: 785.",
  },
  how: html`
    <p>With <math><msub><mi>x</mi><mi>k</mi></msub></math> the inputs, <math><msub><mi>w</mi><mi>k</mi></msub></math> the weights and <math><mi>b</mi></math> the bias:</p>
    <math display="block">
      <mi>z</mi><mo>=</mo>
      <munderover><mo>∑</mo><mrow><mi>k</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>
      <msub><mi>w</mi><mi>k</mi></msub><msub><mi>x</mi><mi>k</mi></msub><mo>+</mo><mi>b</mi>
      <mspace width="2em"></mspace>
      <mi>a</mi><mo>=</mo><mi>σ</mi><mo>(</mo><mi>z</mi><mo>)</mo><mo>=</mo>
      <mfrac><mn>1</mn><mrow><mn>1</mn><mo>+</mo><msup><mi>e</mi><mrow><mo>−</mo><mi>z</mi></mrow></msup></mrow></mfrac>
    </math>
    <p>The picture of the weights and the picture of what each pixel adds are each scaled to their own largest value, and
      small values are lifted a little so that they can be seen. An edit changes the network of the whole page, and
      training stops for it; “put back” undoes every edit made since.</p>`,
  mount(element, session) {
    render(html`<dh-inside .session=${session}></dh-inside>`, element);
    return () => render("", element);
  },
};
