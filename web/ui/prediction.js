/** The answer and how sure the network is of it; heard by screen readers when it settles. */
import { html } from "lit";
import { isSure } from "../common/confidence.js";
import { percent } from "../common/numbers.js";
import { Part } from "./part.js";

class Answer extends Part {
  /** @type {Part["concerned"]} */
  concerned(state, before) {
    return state.reading !== before.reading || state.shown !== before.shown;
  }

  render() {
    const { reading, shown } = this.state;
    const answer = reading?.answer ?? null;
    const sure = reading !== null && isSure(reading);
    const wrong = sure && shown.label !== null && shown.label !== answer;
    const box = answer === null ? "none" : sure ? "" : "unsure";
    return html`
      <output class="verdict ${box} ${wrong ? "wrong" : ""}" data-testid="prediction" aria-label="The answer">${answer ?? ""}</output>
      <p>
        <span data-testid="confidence" class="title number">${answer === null || !reading ? "" : percent(reading.confidence, 0)}</span>
        <span class="quiet small">${this.#words(sure, wrong)}</span>
      </p>
      <p class="only-heard" role="status">${this.#heard(answer)}</p>`;
  }

  /** @param {boolean} sure @param {boolean} wrong */
  #words(sure, wrong) {
    const { shown, reading } = this.state;
    if (!reading || reading.answer === null) return "Nothing drawn";
    if (!sure) return "at most: not sure of any digit";
    if (shown.kind === "noise") return "sure, about nothing at all";
    if (shown.label === null) return "sure of it";
    return wrong ? `sure, but it is a ${shown.label}` : "sure, and right";
  }

  /** @param {number | null} answer */
  #heard(answer) {
    const { shown, reading, phase } = this.state;
    if (phase === "running" || answer === null || !reading) return "";
    const says = isSure(reading) ? `says ${answer}` : `is not sure of any digit: ${answer} at most`;
    return `${shown.words} The network ${says}, ${percent(reading.confidence, 0)}.`;
  }
}

customElements.define("dh-answer", Answer);
