/** Gradient: the components of −∇C, which of them matter, and whether they are right. */
import { html, render } from "lit";
import "./gradient.css";
import "./view.js";
import * as texts from "../../texts/en/gradient.js";
import { halfWords } from "./explanation.js";

/** Fractions of the components up to which a choice is right. */
const LIMITS = [1 / 100, 1 / 10, 1];

/** @param {unknown} _state @param {{ half: number | null, all: number } | null} figures */
function right(_state, figures) {
  const { half = null, all = 1 } = figures ?? {};
  return half === null ? null : LIMITS.findIndex((limit) => half / all < limit || limit === 1);
}

/**
 * @param {import("../../model/state.js").State} _state @param {number} guess
 * @param {{ half: number | null, all: number } | null} figures
 */
function after(_state, guess, figures) {
  if (!figures) return texts.answerComes;
  const { half, all } = figures;
  if (half === null) return halfWords(half, all);
  const found = Number(right(_state, figures));
  return texts.answer(found, guess === found, half, all);
}

/** @type {import("../index.js").Lab} */
export default {
  lesson: texts.lesson,
  predict: {
    question: (figures) => texts.question(figures?.all ?? null),
    choices: texts.choices,
    right,
    after,
    veil: true,
  },
  how: texts.how,
  needs: "outputs",
  mount(element, session, tell) {
    render(html`<dh-gradient .session=${session} .tell=${tell}></dh-gradient>`, element);
    return () => render("", element);
  },
};
