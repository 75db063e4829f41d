/** The answer and how sure the network is of it; heard by screen readers when it settles. */
import { html } from "lit";
import { percent } from "../format.js";
import { Part } from "./part.js";

class Answer extends Part {
  /** @type {Part["concerned"]} */
  concerned(state, before) {
    return state.reading !== before.reading || state.shown !== before.shown;
  }

  render() {
    const { reading, shown } = this.state;
    const answer = reading?.answer ?? null;
    const wrong = answer !== null && shown.label !== null && shown.label !== answer;
    return html`
      <output class="verdict ${answer === null ? "none" : ""} ${wrong ? "wrong" : ""}" data-testid="prediction" aria-label="The answer">${answer ?? ""}</output>
      <p>
        <span data-testid="confidence" class="title number">${answer === null || !reading ? "" : percent(reading.confidence, 0)}</span>
        <span class="quiet small">${this.#words(answer, wrong)}</span>
      </p>
      <p class="only-heard" role="status">${this.#heard(answer)}</p>`;
  }

  /** @param {number | null} answer @param {boolean} wrong */
  #words(answer, wrong) {
    const { shown } = this.state;
    if (answer === null) return "Nothing drawn";
    if (shown.kind === "noise") return "sure, about nothing at all";
    if (shown.label === null) return "sure of it";
    return wrong ? `sure, but it is a ${shown.label}` : "sure, and right";
  }

  /** @param {number | null} answer */
  #heard(answer) {
    const { shown, reading, phase } = this.state;
    if (phase === "running" || answer === null || !reading) return "";
    return `${shown.words} The network says ${answer}, ${percent(reading.confidence, 0)}.`;
  }
}

customElements.define("dh-answer", Answer);
