/**
 * Cost: ten squares for one answer and their sum, then the average over thousands and where yours
 * lies among them.
 */
import { html, render } from "lit";
import { percent } from "../../common/numbers.js";
import { isUntouched } from "../../common/provenance.js";
import "./cost.css";
import "./view.js";

const CHOICES = [
  "All of them, about equally",
  "A few that it gets badly wrong",
  "About half of them",
];
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

/** @param {import("../../common/provenance.js").Provenance} provenance */
const isRandom = (provenance) => isUntouched(provenance) && provenance.start.kind === "random";

/**
 * @param {import("../../model/state.js").State} state
 * @param {number} guess
 * @param {Figures} figures
 */
function after({ provenance }, guess, figures) {
  if (!provenance || !figures || figures.worst === null || Number.isNaN(figures.worst)) {
    return "The costs are being computed.";
  }
  const part = percent(figures.worst, 0);
  if (isRandom(provenance)) {
    return `This network is not trained yet: the worst 10% of digits account for only ${part} of
      its cost. Train it and look again.`;
  }
  const fact = `The worst 10% of digits account for ${part} of the cost of this network`;
  if (!(figures.worst > MOST_OF_IT)) return `${fact}: it is spread over many digits.`;
  return `${fact}: “${CHOICES[FEW]}” is ${guess === FEW ? "right" : "the answer"}.`;
}

const how = html`
  <p>With <math><msub><mi>a</mi><mi>j</mi></msub></math> the ten outputs and
    <math><msub><mi>y</mi><mi>j</mi></msub></math> their targets, 1 for the right digit and 0 for
    the others, the cost of one digit is</p>
  <math display="block">
    <mi>C</mi><mo>=</mo>
    <munderover><mo>∑</mo><mrow><mi>j</mi><mo>=</mo><mn>0</mn></mrow><mn>9</mn></munderover>
    <msup>
      <mrow>
        <mo>(</mo><msub><mi>a</mi><mi>j</mi></msub><mo>−</mo>
        <msub><mi>y</mi><mi>j</mi></msub><mo>)</mo>
      </mrow>
      <mn>2</mn>
    </msup>
  </math>
  <p>and the cost of the network is the average over all <math><mi>n</mi></math> digits. It is 10
    when every output is as wrong as can be; 0.1 on average is a good network. The cross-entropy of
    a network with softmax is
    <math><mo>−</mo><mi>ln</mi><mo>⁡</mo><msub><mi>a</mi><mi>j</mi></msub></math> of the right
    digit instead.</p>`;

/** @type {import("../index.js").Lab} */
export default {
  lesson: html`To tell the computer how bad an answer is, add up the squares of the differences
    between each output and its target. The sum is small when the network is confident of the right
    digit and large when it is not; the average over all training digits measures how bad the whole
    network is, and learning means making it small.`,
  predict: {
    question: "Which digits make up most of the average cost of a trained network?",
    choices: CHOICES,
    right,
    after,
    veil: true,
  },
  how,
  mount(element, session, tell) {
    render(html`<dh-cost .session=${session} .tell=${tell}></dh-cost>`, element);
    return () => render("", element);
  },
};
