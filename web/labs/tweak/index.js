/** Tweak: networks of the visitor's own settings, trained in workers and compared. */
import { html, render } from "lit";
import * as texts from "../../texts/en/tweak.js";
import { focusGuess } from "../../ui/predict.js";
import { benchOf } from "./bench.js";
import { IDEAS, ideaResults, missingIdeas } from "./ideas.js";
import { sameRuns } from "./queue.js";
import "./tweak.css";
import "./view.js";

/**
 * @typedef {{ results: number[] | null, isQueued: boolean, isMnist: boolean, train: () => void }}
 *   Figures
 */

/** Index of the best idea. @param {number[]} results  the base first */
function bestOf([, ...ideas]) {
  return ideas.indexOf(Math.max(...ideas));
}

/** @param {unknown} _state @param {number} guess @param {Figures} figures */
function answer(_state, guess, { results, isQueued, train }) {
  if (!results) {
    if (isQueued) return texts.ideasQueued;
    const click = (/** @type {Event} */ event) => {
      focusGuess(event);
      train();
    };
    return texts.ideasUntrained(click);
  }
  const [base, ...accuracies] = results;
  const ideas = accuracies.map((accuracy, i) => ({ words: IDEAS[i + 1].words, accuracy }));
  const best = bestOf(results);
  return texts.ideasAnswer(ideas[best].words, guess === best, base, ideas);
}

/** @type {import("../index.js").Lab} */
export default {
  lesson: texts.lesson,
  predict: {
    question: (figures) => texts.question(figures?.isMnist ?? false),
    choices: IDEAS.slice(1).map(({ words }) => words),
    right: (_state, figures) => (figures?.results ? bestOf(figures.results) : null),
    after: answer,
  },
  how: texts.how,
  mount(element, session, tell) {
    const bench = benchOf(session);
    const told = () => {
      const { state } = bench;
      tell({
        results: ideaResults(state.runs),
        isQueued: !missingIdeas(state).length,
        isMnist: state.data.kind === "mnist",
        train: () => bench.trainIdeas(),
      });
    };
    told();
    const stop = bench.subscribe((state, before) => {
      if (["runs", "waiting", "running", "data"].some((key) => changed(state, before, key))) told();
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
  key === "running" ? !sameRuns(state.running, before.running) : state[key] !== before[key];
