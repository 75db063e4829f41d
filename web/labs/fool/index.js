/** Fool it: how little it takes to change the network’s mind, and how much random change it takes. */
import { html, render } from "lit";
import "./fool.css";
import "./view.js";

/** @type {import("../index.js").Lab} */
export default {
  lesson: html`This goes one step beyond the video. The slope that teaches the weights can be taken with respect to the
    pixels instead: it says for each pixel whether a little more ink makes the right answer more or less likely, and all of
    these little nudges together can turn it into another one.`,
  predict: {
    question:
      "Every pixel may change by a tenth of the way from paper to ink. Which fools the network more?",
    choices: ["Random changes", "Chosen ones", "Both as much"],
    after: () =>
      "Compare the two rows, then the two lines of the chart: both change every pixel by as much, one in a chosen direction, one at random.",
  },
  how: html`
    <p>One step, the fast gradient sign method, moves every pixel by ε in the direction that makes the cost of the right answer larger:</p>
    <math display="block">
      <msup><mi>x</mi><mo>′</mo></msup><mo>=</mo><mi>x</mi><mo>+</mo><mi>ε</mi><mo>⋅</mo><mi>sign</mi>
      <mo>(</mo><msub><mo>∇</mo><mi>x</mi></msub><mi>C</mi><mo>)</mo>
    </math>
    <p>Forty steps, projected gradient descent, take a quarter of ε at a time and stay within ε of the picture and between
      paper and ink. The slope is taken before the last squash, so that it does not vanish where the network is certain. The
      random change moves every pixel by the same ε, up or down by the toss of a coin. The dreams climb 200 steps from faint
      noise towards one output. In the engine: <code>net.attack(pixels, { method, epsilon, label, seed: 1 })</code>,
      <code>net.robustness(data, { method, epsilon })</code> and <code>net.dream(digit, { seed })</code>.</p>`,
  mount(element, session) {
    render(html`<dh-fool .session=${session}></dh-fool>`, element);
    return () => render("", element);
  },
};
