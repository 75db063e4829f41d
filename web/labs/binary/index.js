/** Binary neurons: why small steps need neurons that are more than on or off. */
import { html, mathml, render } from "lit";
import "./binary.css";
import "./view.js";
import * as texts from "../../texts/en/binary.js";
import { formula } from "../../ui/formula.js";

/** Of the choices. */
const NONE = 2;

const sigma = mathml`<msub><mi>σ</mi><mi>k</mi></msub>`;
const slope = mathml`<msubsup><mi>σ</mi><mi>k</mi><mo>′</mo></msubsup>`;
const space = mathml`<mspace width="0.2em"></mspace>`;

/** @type {import("../index.js").Lab} */
export default {
  lesson: texts.lesson,
  predict: {
    question: (figures) => texts.question(figures?.hidden ?? null),
    choices: texts.choices,
    right: (_state, figures) => (figures && !figures.step ? NONE : null),
    after: (_state, guess, figures) => {
      if (!figures) return texts.computingGradient;
      const { step, hidden } = figures;
      return step
        ? texts.someComponents(step, hidden)
        : texts.noComponents(guess === NONE, figures);
    },
    veil: true,
  },
  how: texts.how(html`
    <div class="formulas"><math display="block">${formula`${sigma}(z) =`}
      <mfrac><mn>1</mn><mrow><mn>1</mn><mo>+</mo><msup><mi>e</mi><mrow><mo>−</mo><mi>k</mi>
      <mi>z</mi></mrow></msup></mrow></mfrac>
    </math><math display="block">
      ${formula`${slope}(z) = k ${space} ${sigma}(z) (1 − ${sigma}(z))`}
    </math></div>`),
  mount(element, session, tell) {
    render(html`<dh-binary .session=${session} .tell=${tell}></dh-binary>`, element);
    return () => render("", element);
  },
};
