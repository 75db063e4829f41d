/** Tweak: networks of the visitor's own settings, trained one after the other and compared. */
import { html, render } from "lit";
import { percent } from "../../common/numbers.js";
import { benchOf } from "./bench.js";
import { areQueued, IDEAS, ideaResults } from "./ideas.js";
import "./tweak.css";
import "./view.js";

/** @typedef {{ results: number[] | null, isQueued: boolean, train: () => void }} Figures */

/** Index of the best idea. @param {number[]} results  the base first */
function bestOf([, ...ideas]) {
  return ideas.indexOf(Math.max(...ideas));
}

/** @param {unknown} _state @param {number} guess @param {Figures} figures */
function answer(_state, guess, { results, isQueued, train }) {
  if (!results) {
    if (isQueued) return "Their runs are in the queue.";
    // The button goes, and its focus with it: the guess has it then.
    const click = (/** @type {Event} */ { currentTarget }) => {
      const asked = /** @type {Element} */ (currentTarget).closest(".predict");
      /** @type {HTMLElement | null | undefined} */ (
        asked?.querySelector("[aria-pressed=true]")
      )?.focus({ preventScroll: true });
      train();
    };
    return html`Four runs tell: <button data-testid="tweak-ideas" @click=${click}
      >Train all four networks</button>`;
  }
  const [base, ...ideas] = results;
  const best = bestOf(results);
  const gains = ideas.map(
    (accuracy, i) => html`${i ? ", " : ""}${IDEAS[i + 1].words}: <span class="number"
      >${percent(accuracy)}</span> (${points(accuracy - base)})`,
  );
  return html`${guess === best ? "Right." : "Your runs say otherwise."} From <span class="number"
    >${percent(base)}</span> it went to: ${gains}. That is one seed.`;
}

/** @param {number} gain */
const points = (gain) => `${gain < 0 ? "−" : "+"}${Math.abs(100 * gain).toFixed(1)} points`;

/** @type {import("../index.js").Lab} */
export default {
  lesson: html`The lesson’s network reads about 96% of new digits, and with some changes 98%. The
    best results on these digits, above 99.7%, come from convolutional
    networks.`,
  predict: {
    question: `After five epochs of plain SGD the 16-16 network reads about 94% of MNIST’s test
      digits. What helps it most?`,
    choices: IDEAS.slice(1).map(({ words }) => words),
    right: (_state, figures) => (figures?.results ? bestOf(figures.results) : null),
    after: answer,
  },
  how: html`
    <p>A layer of n neurons on m inputs has m · n weights and n biases. The lesson’s network has</p>
    <math display="block">
      <mtext>784 · 16 + 16</mtext><mo>+</mo><mtext>16 · 16 + 16</mtext><mo>+</mo>
      <mtext>16 · 10 + 10</mtext><mo>=</mo><mn>13,002</mn>
    </math>
    <p>Each run trains a random network in a worker of its own; the network on the page is not
      touched. The same settings, seed and digits give the same parameters to the last bit, here and
      with <code>net.trainer(data, options)</code> of the engine. The presets add what no control
      shows: the learning rate of “Modern” rises over the first 1,000 steps and starts again after
      4, 12, 28 and 60 epochs.</p>
    <p>Accuracies of two seeds differ by some tenths of a percent, so train several before you call
      a setting better. Whoever picks the best of many runs by test accuracy has tuned on the test
      digits, and should expect a little less on new ones.</p>`,
  mount(element, session, tell) {
    const bench = benchOf(session);
    const told = () => {
      const { state } = bench;
      const figures = { results: ideaResults(state.runs), isQueued: areQueued(state) };
      tell({ ...figures, train: () => bench.trainIdeas() });
    };
    told();
    const stop = bench.subscribe((state, before) => {
      if (["runs", "waiting", "current"].some((key) => changed(state, before, key))) told();
    });
    render(html`<dh-tweak .session=${bench}></dh-tweak>`, element);
    return () => {
      stop();
      render("", element);
    };
  },
};

/** @param {any} state @param {any} before @param {string} key */
const changed = (state, before, key) =>
  key === "current" ? !state.current !== !before.current : state[key] !== before[key];
