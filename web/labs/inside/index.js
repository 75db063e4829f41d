/**
 * Inside: one neuron taken apart, its weights × the input, the sum, the bias, the activation;
 * weights changed by hand.
 */
import { html, render } from "lit";
import { isOutput } from "../../common/parameters.js";
import "./inside.css";
import "./view.js";
import * as texts from "../../texts/en/inside.js";

/** Which of the choices is right. */
const RIGHT = 2;

/** @param {import("../../model/state.js").State} state @param {number} guess */
function after({ network }, guess) {
  return texts.answer(guess === RIGHT, network?.parameterCount ?? null);
}

/** @type {import("../index.js").Lab} */
export default {
  lesson: texts.lesson,
  predict: {
    question: (figures) => texts.question(figures?.isFlat ?? false),
    choices: texts.choices,
    right: () => RIGHT,
    after,
  },
  how: texts.how,
  needs: "weights",
  mount(element, session, tell) {
    const tellShape = () => tell({ isFlat: isOutput(session.state.network, 1) });
    tellShape();
    const stop = session.subscribe(({ network }, before) => {
      if (network !== before.network) tellShape();
    });
    render(html`<dh-inside .session=${session}></dh-inside>`, element);
    return () => {
      stop();
      render("", element);
    };
  },
};
