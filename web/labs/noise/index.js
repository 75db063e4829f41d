/** Noise: how confident the network is about images that show no digit. */
import { html, render } from "lit";
import "./noise.css";
import "./view.js";
import { KINDS } from "../../common/noise-kinds.js";
import * as texts from "../../texts/en/noise.js";

/** @typedef {import("./view.js").Figures} Figures */

/** Index of the choice that is right. @param {number} above  fraction of the images */
function rightChoice(above) {
  if (above < 0.01) return 0;
  return above <= 0.5 ? 1 : 2;
}

/** @param {unknown} _state @param {number} guess @param {Figures} figures */
function after(_state, guess, { above, accuracy }) {
  if (above === null) return texts.countingImages;
  return texts.answer(above, rightChoice(above), guess, accuracy);
}

/** @type {import("../index.js").Lab} */
export default {
  lesson: texts.lesson,
  predict: {
    question: (figures) => texts.question(figures?.name ?? KINDS.uniform),
    choices: texts.choices,
    right: (_state, figures) => (figures?.above == null ? null : rightChoice(figures.above)),
    after,
    veil: true,
  },
  how: texts.how,
  needs: "outputs",
  mount(element, session, tell) {
    render(html`<dh-noise .session=${session} .tell=${tell}></dh-noise>`, element);
    return () => render("", element);
  },
};
