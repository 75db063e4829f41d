/**
 * All parameters of the network on the page: a guess, the cost along −∇C, which is seen after it,
 * and the cost on a plane. `<dh-downhill-real .session>`
 */
import { html } from "lit";
import { Part } from "../../ui/part.js";
import { GuessController } from "./guess.js";
import "./line-view.js";
import "./plane-view.js";
import { precise } from "./put-network.js";

/** @typedef {import("./line.js").Findings} Findings */

const ASKED = {
  question: `Walk from this network straight along −∇C, the direction in which the cost falls
    fastest, without looking at the slope again. What does the cost do?`,
  choices: ["It falls all the way", "It falls, then rises again", "It rises from the start"],
};

class DownhillReal extends Part {
  #guess = new GuessController(this, ASKED);
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
        <dh-downhill-line .session=${session} .isVeiled=${!this.#guess.isShown}
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
    if (!this.#found) return "The cost along the line is being computed.";
    const { here, best, isFlat, rises } = this.#found;
    if (isFlat) return "This network’s gradient is zero: no direction leads down.";
    const fact =
      best.t === 0
        ? `Here it rises from ${precise(here)} at every step looked at`
        : `Here it falls from ${precise(here)} to ${precise(best.cost)} at t =
      ${precise(best.t)}${rises ? ", then rises" : " as far as was looked"}`;
    return `${fact}: ${this.#guess.verdict(Number(this.#right))}. The gradient is the slope where the
      network stands, and no farther: so descent takes a step, and looks again.`;
  }
}

customElements.define("dh-downhill-real", DownhillReal);
