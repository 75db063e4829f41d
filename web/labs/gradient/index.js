/** Gradient: the components of −∇C, which of them matter, and whether they are right. */
import { html, render } from "lit";
import { count } from "../../common/numbers.js";
import "./gradient.css";
import "./view.js";
import { halfWords, largestWords } from "./words.js";

/** Fractions of the components up to which a choice is right. */
const LIMITS = [1 / 100, 1 / 10, 1];
const CHOICES = ["Less than 1% of them", "1% to 10%", "More than 10%"];

/** @param {{ all: number } | null} figures */
function question(figures) {
  const all = figures
    ? `each of the ${count(figures.all)} weights and biases`
    : "every weight and bias";
  return `A step of gradient descent computes a nudge for ${all}. How many of these nudges, the
    largest first, do half of the work of lowering the cost?`;
}

/** @param {unknown} _state @param {{ half: number | null, all: number } | null} figures */
function right(_state, figures) {
  const { half = null, all = 1 } = figures ?? {};
  return half === null ? null : LIMITS.findIndex((limit) => half / all < limit || limit === 1);
}

/**
 * @param {import("../../model/state.js").State} _state @param {number} guess
 * @param {{ half: number | null, all: number } | null} figures
 */
function after(_state, guess, figures) {
  if (!figures) return "The answer comes with the gradient.";
  const { half, all } = figures;
  if (half === null) return halfWords(half, all);
  const verdict = guess === right(_state, figures) ? "Right" : "No";
  return `${verdict}: the ${largestWords(half, all)}, for the digits chosen here. To first order the
    cost falls by η|∇C|², so a component’s share of |∇C|² is its share of the work.`;
}

/** @type {import("../index.js").Lab} */
export default {
  lesson: html`Each component of the negative gradient says two things: its sign, whether that
    weight
    or bias should be nudged up or down; its relative size, how much that nudge matters. What a
    training step applies is the average over many examples, each of which wants something else.`,
  predict: {
    question,
    choices: CHOICES,
    right,
    after,
    veil: true,
  },
  how: html`
    <p>A weight <math><mi>w</mi></math> multiplies the activation
      <math><msub><mi>a</mi><mtext>in</mtext></msub></math> before it and adds to the weighted sum
      <math><mi>z</mi></math> of its neuron. With the neuron’s error
      <math><mi>δ</mi><mo>=</mo><mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>z</mi>
      </mrow></mfrac></math>, for one digit:</p>
    <math display="block">
      <mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>w</mi></mrow></mfrac>
      <mo>=</mo><msub><mi>a</mi><mtext>in</mtext></msub><mo>⋅</mo><mi>δ</mi><mo>,</mo>
      <mspace width="1em"></mspace>
      <mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>b</mi></mrow></mfrac>
      <mo>=</mo><mi>δ</mi>
    </math>
    <p>For several digits it is the mean of these products. A step of gradient descent nudges every
      parameter by <math><mo>−</mo><mi>η</mi></math> times its component. To first order, nudging
      only some of them lowers the cost in proportion to their part of
      <math><msup><mrow><mo>|</mo><mo>∇</mo><mi>C</mi><mo>|</mo></mrow><mn>2</mn></msup></math>. In
      the engine: <code>net.gradient(pixels, label)</code>,
      <code>net.meanGradient(data)</code> and
      <code>net.checkGradient(pixels, label, { indices })</code>.</p>`,
  mount(element, session, tell) {
    render(html`<dh-gradient .session=${session} .tell=${tell}></dh-gradient>`, element);
    return () => render("", element);
  },
};
