/** Noise: how confident the network is about images that show no digit. */
import { html, render } from "lit";
import "./noise.css";
import "./view.js";
import { percent } from "../../common/numbers.js";

const CHOICES = ["Almost none", "Some", "Most"];

/** @typedef {import("./view.js").Figures} Figures */

/** Index of the choice that is right. @param {number} above  fraction of the images */
function rightChoice(above) {
  if (above < 0.01) return 0;
  return above <= 0.5 ? 1 : 2;
}

/** @param {unknown} _state @param {number} guess @param {Figures} figures */
function after(_state, guess, { above, accuracy }) {
  if (above === null) return "Counting the images…";
  const right = rightChoice(above);
  const [guessed, found] = [guess, right].map((choice) => CHOICES[choice].toLowerCase());
  const verdict = `${percent(above)} of them, so “${found}” is right`;
  const yours = guess === right ? "." : `; you guessed “${guessed}”.`;
  const reads =
    accuracy === null ? "" : ` The same network reads ${percent(accuracy)} of the test digits.`;
  return `${verdict}${yours}${reads}`;
}

/** @type {import("../index.js").Lab} */
export default {
  lesson: html`In the lesson, the network answers a random image with confidence that it is a five.
    It was only ever shown digits, and its tightly constrained training gave it no incentive to be
    anything but utterly certain.`,
  predict: {
    question: (figures) =>
      `Ten thousand images of ${figures?.name ?? "static"}: for how many will its confidence be
      above 90%?`,
    choices: CHOICES,
    right: (_state, figures) => (figures?.above == null ? null : rightChoice(figures.above)),
    after,
    veil: true,
  },
  how: html`
    <p>The prediction is the digit of the highest output; its confidence is that output:</p>
    <div class="formulas"><math display="block">
      <mtext>prediction</mtext><mo>=</mo><munder><mi>argmax</mi><mi>i</mi></munder>
      <mspace width="0.2em"></mspace><msub><mi>a</mi><mi>i</mi></msub>
    </math><math display="block">
      <mtext>confidence</mtext><mo>=</mo><munder><mi>max</mi><mi>i</mi></munder>
      <mspace width="0.2em"></mspace><msub><mi>a</mi><mi>i</mi></msub>
    </math></div>
    <p>Nothing in the cost rewards ten low outputs: every training example has one right digit.
      How confident a network becomes about noise is left to chance: of five networks like the
      lesson’s, trained alike from other random weights, the least gave 0.1% of the static a
      confidence above 0.9, the most 51%. The one that this page opens with was chosen among them
      because it shows the effect.</p>
    <p>
      Each image is computed from a seed and its index, so a seed gives the same ten thousand
      images everywhere. In the engine:
      <code>net.census({ kind, seed, count: 10000 })</code>.</p>`,
  mount(element, session, tell) {
    render(html`<dh-noise .session=${session} .tell=${tell}></dh-noise>`, element);
    return () => render("", element);
  },
};
