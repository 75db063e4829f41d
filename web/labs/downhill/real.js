/**
 * All parameters of the network on the page: a guess, the cost along −∇C, which is seen after it,
 * and the cost on a plane. `<dh-downhill-real .session>`
 */
import { html } from "lit";
import * as texts from "../../texts/en/downhill.js";
import { Part } from "../../ui/part.js";
import { GuessController } from "./guess.js";
import "./line-view.js";
import "./plane-view.js";

/** @typedef {import("./line.js").Findings} Findings */

class DownhillReal extends Part {
  #guess = new GuessController(this, {
    question: texts.question,
    choices: texts.choices,
  });
  /** What the line says; null before it is computed. @type {Findings | null} */
  #found = null;

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.phase !== before.phase;
  }

  render() {
    const { session } = this;
    const isMoving = session.state.phase === "running";
    const options = { right: this.#right, canSkip: true, isMoving };
    return html`
      ${this.#guess.render(() => this.#answer(), options)}
      <div class="downhill-real">
        <dh-downhill-line .session=${session} ?data-veiled=${!this.#guess.isShown}
          .tell=${this.#hear}></dh-downhill-line>
        <dh-downhill-plane class="stack" .session=${session}></dh-downhill-plane>
      </div>`;
  }

  /** @param {Findings} found */
  #hear = (found) => {
    this.#found = found;
    this.requestUpdate();
  };

  /** Index of the choice that is right here; null as long as it is not known. */
  get #right() {
    if (!this.#found || this.#found.isFlat) return null;
    const { best, rises } = this.#found;
    return best.t === 0 ? 2 : Number(rises);
  }

  #answer() {
    if (!this.#found) return texts.beingComputed;
    const { here, best, isFlat, rises } = this.#found;
    if (isFlat) return texts.noGradient;
    const isGuessed = this.#guess.isRight(Number(this.#right));
    return best.t === 0
      ? texts.itRises(here, isGuessed)
      : texts.itFalls(here, best, { isRising: rises, isGuessed });
  }
}

customElements.define("dh-downhill-real", DownhillReal);
