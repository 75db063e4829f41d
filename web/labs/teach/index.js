/** Teach it: a copy of the network is fine-tuned to reject noise, or to resist small changes. */
import { html, render } from "lit";
import * as texts from "../../texts/en/teach.js";
import "./teach.css";
import { quizOf } from "./quiz.js";
import "./view.js";

/** @type {import("../index.js").Lab} */
export default {
  link: null,
  lesson: texts.lesson,
  predict: {
    question: (figures) => quizOf(figures).question,
    choices: (figures) => quizOf(figures).choices,
    right: (_state, figures) => quizOf(figures).right(figures?.found ?? null),
    after: (_state, guess, figures) => quizOf(figures).answer(guess, figures?.found ?? null),
  },
  how: texts.how,
  needs: "outputs",
  mount(element, session, tell) {
    render(html`<dh-teach .session=${session} .tell=${tell}></dh-teach>`, element);
    return () => render("", element);
  },
};
