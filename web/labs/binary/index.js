/** Binary neurons: why small steps need neurons that are more than on or off. */
import { html, mathml, render } from "lit";
import "./binary.css";
import "./view.js";
import { count } from "../../common/numbers.js";
import { formula } from "../../ui/formula.js";

const CHOICES = ["All", "About half", "None"];
const NONE = 2;

const sigma = mathml`<msub><mi>σ</mi><mi>k</mi></msub>`;
const slope = mathml`<msubsup><mi>σ</mi><mi>k</mi><mo>′</mo></msubsup>`;
const space = mathml`<mspace width="0.2em"></mspace>`;

/** @type {import("../index.js").Lab} */
export default {
  lesson: html`Artificial neurons have continuously ranging activations, where biological ones are
    either active or inactive. The lesson gives the reason: the cost has to be smooth, so that small
    steps downhill can find a local minimum.`,
  predict: {
    question: (figures) =>
      `Make every hidden neuron on or off. For how many of the ${
        figures ? `${count(figures.hidden)} ` : ""
      }hidden weights and biases does the gradient still say which way is down?`,
    choices: CHOICES,
    right: (_state, figures) => (figures && !figures.step ? NONE : null),
    after: (_state, guess, figures) => {
      if (!figures) return "Computing the gradient…";
      const { soft, step, hidden, k } = figures;
      const verdict = guess === NONE ? "None, as you guessed" : "None";
      return step
        ? `For ${count(step)} of ${count(hidden)}.`
        : `${verdict}: all ${count(hidden)} components are exactly 0. With σ(kz), k = ${k},
          ${count(soft)} are not. The others are weights of pixels that are blank in all of these
          digits, or of neurons that are on or off to the last bit.`;
    },
    veil: true,
  },
  how: html`
    <p>The hidden neurons apply</p>
    <div class="formulas"><math display="block">${formula`${sigma}(z) =`}
      <mfrac><mn>1</mn><mrow><mn>1</mn><mo>+</mo><msup><mi>e</mi><mrow><mo>−</mo><mi>k</mi>
      <mi>z</mi></mrow></msup></mrow></mfrac>
    </math><math display="block">
      ${formula`${slope}(z) = k ${space} ${sigma}(z) (1 − ${sigma}(z))`}
    </math></div>
    <p>As k grows it becomes the step, 1 from z = 0 on. The output layer stays sigmoid or softmax,
      so its own weights keep a gradient. A sigmoid network whose hidden weights and biases are
      multiplied by k computes the same, and its gradient times k is this one. The line is
      θ − t (|θ| ÷ |∇C|) ∇C, with only the hidden components of θ and ∇C: at t = 1 the way is as
      long as the hidden weights and biases. In the engine:
      <code>net.costAlong(direction, ts, data)</code>,
      <code>net.meanGradient(data)</code> and
      <code>engine.network({ hidden: "step" })</code>.</p>`,
  mount(element, session, tell) {
    render(html`<dh-binary .session=${session} .tell=${tell}></dh-binary>`, element);
    return () => render("", element);
  },
};
