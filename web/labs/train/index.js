/**
 * Train: one example in slow motion, training against test digits, the confusion matrix, and
 * teaching a drawing.
 */
import { html, nothing, render } from "lit";
import "./compare.js";
import "./confusion.js";
import "./one-step.js";
import { fasterPart, question, rightPart } from "./quiz.js";
import "./settings-panel.js";
import "./teach-drawing.js";
import "./train.css";
import * as texts from "../../texts/en/train.js";
import { focusGuess } from "../../ui/predict.js";

/**
 * Trains a random network instead of the page's.
 * @param {import("../../model/state.js").State} state
 * @param {import("../index.js").Figures} figures
 */
function randomButton({ settings }, figures) {
  if (!figures || settings.hide.includes("reset")) return nothing;
  const click = (/** @type {Event} */ event) => {
    focusGuess(event);
    figures.startRandom();
  };
  return html`<button data-testid="train-watch" @click=${click}>${texts.startRandom}</button>`;
}

/** @type {import("../index.js").Lab} */
export default {
  lesson: texts.lesson,
  predict: {
    ...question,
    right: (_state, figures) => rightPart(figures?.reached ?? null),
    after: (state, guess, figures) =>
      fasterPart(guess, state, figures?.reached ?? null, randomButton(state, figures)),
  },
  how: texts.how,
  needs: "outputs",
  mount(element, session, tell) {
    render(
      html`
        <div class="train">
          <dh-one-step .session=${session}></dh-one-step>
          <div class="halves">
            <dh-compare .session=${session} .tell=${tell}></dh-compare>
            <dh-train-settings class="stack" .session=${session}></dh-train-settings>
          </div>
          <dh-confusion .session=${session}></dh-confusion>
          <dh-teach-drawing .session=${session}></dh-teach-drawing>
        </div>`,
      element,
    );
    return () => render("", element);
  },
};
