/**
 * Memorise: the same network on true and on shuffled labels. Both are learned; true ones sooner,
 * and only they help with digits that were not trained on.
 */
import { html, render } from "lit";
import * as texts from "../../texts/en/memorise.js";
import { answer, rightChoice } from "./answer.js";
import "./memorise.css";
import "./view.js";

/** @type {import("../index.js").Lab} */
export default {
  lesson: texts.lesson,
  predict: {
    question: texts.question,
    choices: texts.choices,
    right: (_state, figures) => rightChoice(figures),
    after: (_state, guess, figures) => answer(guess, figures),
  },
  how: texts.how,
  mount(element, session, tell) {
    render(html`<dh-memorise .session=${session} .tell=${tell}></dh-memorise>`, element);
    return () => render("", element);
  },
};
