/**
 * Cost: ten squares for one answer and their sum, then the average over thousands and where yours
 * lies among them.
 */
import { html, render } from "lit";
import { isRandom } from "../../common/provenance.js";
import * as texts from "../../texts/en/cost.js";
import "./cost.css";
import "./print.css";
import "./view.js";

/** Of the choices. */
const [EQUALLY, FEW] = [0, 1];
/** The worst 10% of digits account for more of the cost than that, or for hardly more than 10%. */
const MOST_OF_IT = 0.5;
const HARDLY_MORE = 0.2;

/** @typedef {{ worst: number | null } | null} Figures  see Spread */

/**
 * @param {import("../../model/state.js").State} state @param {Figures} figures
 */
function right({ provenance }, figures) {
  if (!provenance || isRandom(provenance) || !figures || figures.worst === null) return null;
  if (figures.worst > MOST_OF_IT) return FEW;
  return figures.worst < HARDLY_MORE ? EQUALLY : null;
}

/**
 * @param {import("../../model/state.js").State} state
 * @param {number} guess
 * @param {Figures} figures
 */
function after(state, guess, figures) {
  const { provenance } = state;
  if (!provenance || !figures || figures.worst === null || Number.isNaN(figures.worst)) {
    return texts.beingComputed;
  }
  if (isRandom(provenance)) return texts.notTrained(figures.worst);
  const found = right(state, figures);
  if (found === null) return texts.isSpread(figures.worst);
  return texts.answer(figures.worst, found, guess === found);
}

/** @type {import("../index.js").Lab} */
export default {
  lesson: texts.lesson,
  predict: {
    question: texts.question,
    choices: texts.choices,
    right,
    after,
    veil: true,
  },
  how: texts.how,
  needs: "outputs",
  mount(element, session, tell) {
    render(html`<dh-cost .session=${session} .tell=${tell}></dh-cost>`, element);
    return () => render("", element);
  },
};
