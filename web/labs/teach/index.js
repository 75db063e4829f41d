/** Teach it: a copy of the network is fine-tuned to reject noise, or to resist small changes. */
import { html, render } from "lit";
import * as texts from "../../texts/en/teach.js";
import "./teach.css";
import { answer, rightChoice } from "./quiz.js";
import "./view.js";

/** @type {import("../index.js").Lab} */
export default {
  link: null,
  lesson: texts.lesson,
  predict: {
    question: texts.question,
    choices: texts.choices,
    right: (_state, figures) => rightChoice(figures?.noise ?? null),
    after: (_state, guess, figures) => answer(guess, figures?.noise ?? null),
  },
  how: texts.how,
  needs: "outputs",
  mount(element, session, tell) {
    render(html`<dh-teach .session=${session} .tell=${tell}></dh-teach>`, element);
    return () => render("", element);
  },
};
