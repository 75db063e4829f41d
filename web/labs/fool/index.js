/** Fool it: how small a change makes the network misread a picture, by attack and at random. */
import { html, render } from "lit";
import "./fool.css";
import "./view.js";
import * as texts from "../../texts/en/fool.js";

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
  if (!figures) return texts.beingAttacked;
  const { attacked, random, count } = figures;
  const found = Number(right(state, figures));
  return texts.answer(found, guess === found, count, attacked, random);
}

/** @type {import("../index.js").Lab} */
export default {
  link: null,
  lesson: texts.lesson,
  predict: {
    question: texts.question,
    choices: texts.choices,
    right,
    after,
    veil: true,
  },
  how: texts.how,
  needs: "outputs",
  mount(element, session, tell) {
    render(html`<dh-fool .session=${session} .tell=${tell}></dh-fool>`, element);
    return () => render("", element);
  },
};
