/**
 * Downhill: gradient descent with one input, with two, and with the parameters of the network on
 * the page.
 */
import { html, mathml, render } from "lit";
import * as texts from "../../texts/en/downhill.js";
import { formula } from "../../ui/formula.js";
import "./downhill.css";
import "./view.js";

const derivative = mathml`<mfrac>
  <mi>d</mi><mrow>${formula`dt`}</mrow>
</mfrac>`;
const atZero = mathml`<msub>${formula`|`}<mrow>${formula`t = 0`}</mrow></msub>`;
const size = mathml`<mrow>${formula`|∇C|`}</mrow>`;

const how = texts.how({
  theta: formula`θ`,
  step: formula`θ ← θ − η∇C(θ)`,
  gradient: formula`∇C`,
  down: formula`−∇C`,
  slope: formula`${derivative}C(θ − t∇C)${atZero} = −${mathml`<msup>${size}<mn>2</mn></msup>`}`,
  length: formula`η${size}`,
  plane: formula`θ + a u + b v`,
});

/** @type {import("../index.js").Lab} */
export default {
  lesson: texts.lesson,
  how,
  mount(element, session) {
    render(html`<dh-downhill .session=${session}></dh-downhill>`, element);
    return () => render("", element);
  },
};
