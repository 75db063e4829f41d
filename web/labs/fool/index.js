/** Fool it: how small a change makes the network misread a picture, by attack and at random. */
import { html, render } from "lit";
import "./fool.css";
import "./view.js";
import { count, percent } from "../../common/numbers.js";

const CHOICES = ["Random changes", "Chosen changes", "Both equally"];
const [RANDOM, CHOSEN, EQUALLY] = [0, 1, 2];
/** Accuracies that are no farther apart count as equal. */
const CLOSE = 0.03;

/** @typedef {import("./curve.js").Figures} Figures */

/** @param {unknown} _state @param {Figures} figures */
function right(_state, figures) {
  if (!figures) return null;
  const { attacked, random } = figures;
  if (Math.abs(attacked - random) <= CLOSE) return EQUALLY;
  return attacked < random ? CHOSEN : RANDOM;
}

/** @param {unknown} state @param {number} guess @param {Figures} figures */
function after(state, guess, figures) {
  if (!figures) return "The test digits are being attacked.";
  const { attacked, random, count: digits } = figures;
  const verdict = guess === right(state, figures) ? "Right" : "No";
  return `${verdict}: of ${count(digits)} test digits this network reads ${percent(attacked)} after
    chosen changes and ${percent(random)} after random ones. Both change every pixel by as much.`;
}

/** @type {import("../index.js").Lab} */
export default {
  link: null,
  lesson: html`This goes one step beyond the video. The gradient that trains the weights can be
    taken with respect to the pixels instead: it says for each pixel whether a little more ink makes
    the right digit more or less likely, and all of these small changes together can turn it into
    another one.`,
  predict: {
    question:
      "Every pixel may change by a tenth of the way from paper to ink. What fools it more often?",
    choices: CHOICES,
    right,
    after,
    veil: true,
  },
  how: html`
    <p>One step, the fast gradient sign method, moves every pixel by ε in the direction that
      increases the cost of the right digit:</p>
    <math display="block">
      <msup><mi>x</mi><mo>′</mo></msup><mo>=</mo><mi>x</mi><mo>+</mo><mi>ε</mi><mo>⋅</mo>
      <mi>sign</mi><mo>(</mo><msub><mo>∇</mo><mi>x</mi></msub><mi>C</mi><mo>)</mo>
    </math>
    <p>Projected gradient descent takes 40 steps of a quarter of ε each, and stays within ε of the
      picture and between paper and ink. The gradient is taken before the output’s activation
      function, so that it does not vanish where the network is certain. The random change moves
      every pixel by the same ε, up or down at random. What the network imagines comes from 200
      steps that increase one output, starting from faint noise (activation maximisation). In the
      engine: <code>net.attack(pixels, { method, epsilon, label, seed: 1 })</code>,
      <code>net.robustness(data, { method, epsilon })</code> and
      <code>net.dream(digit, { seed })</code>.</p>`,
  mount(element, session, tell) {
    render(html`<dh-fool .session=${session} .tell=${tell}></dh-fool>`, element);
    return () => render("", element);
  },
};
