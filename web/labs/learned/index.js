/**
 * What it learned: the weights of the first-layer neurons as pictures, live, beside edge detectors;
 * and deeper layers.
 */
import { html, render } from "lit";
import { isRandom } from "../../common/provenance.js";
import { isCommitted } from "../../common/starts.js";
import "./deeper-layers.js";
import "./edge-filters.js";
import "./first-layer.js";
import "./learned.css";
import * as texts from "../../texts/en/learned.js";

/** Index of the choice that is right. */
const RIGHT = 2;

/**
 * What the network learned from, as far as it tells in its pictures.
 * @param {import("../../model/state.js").State} state
 */
function networkOf({ provenance }) {
  if (isRandom(provenance)) return "random";
  return isCommitted(provenance?.start.kind ?? "") ? "ours" : "other";
}

/** @type {import("../index.js").Lab} */
export default {
  lesson: texts.lesson,
  predict: {
    question: texts.question,
    choices: texts.choices,
    right: () => RIGHT,
    after: (state, guess) => texts.answer(guess === RIGHT, networkOf(state)),
  },
  how: texts.how,
  needs: "weights",
  mount(element, session) {
    render(
      html`
        <div class="learned">
          <dh-first-layer .session=${session}></dh-first-layer>
          <figure>
            <figcaption>${texts.edgeDetectors}</figcaption>
            <dh-edge-filters></dh-edge-filters>
          </figure>
        </div>
        <dh-deeper-layers class="learned-deeper" .session=${session}></dh-deeper-layers>`,
      element,
    );
    return () => render("", element);
  },
};
