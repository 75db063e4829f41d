/**
 * What the network takes the input for, and its confidence. Everything shown is of the picture that
 * was read, which may be the one before the picture that is on the input by now. It is announced
 * when the network is at rest.
 */
import { html } from "lit";
import { percent } from "../common/numbers.js";
import { hasNoPrediction } from "../model/no-numbers.js";
import * as texts from "../texts/en/ui.js";
import { Part } from "./part.js";
import "./prediction.css";
import { verdict, verdictOf } from "./verdict.js";

class Prediction extends Part {
  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.reading !== before.reading || isMoving(state) !== isMoving(before);
  }

  render() {
    const { reading } = this.state;
    const label = reading?.shown.label ?? null;
    const isRead = reading !== null && reading.answer !== null;
    const confidence = isRead ? percent(reading.confidence, 0) : "";
    return html`
      ${verdict(reading, { label, testId: "prediction" })}
      <p>
        <span data-testid="confidence" class="title number">${confidence}</span>
        <span class="quiet small">${this.#words()}</span>
      </p>
      <p class="only-heard" role="status">${this.#announcement()}</p>`;
  }

  #words() {
    const { reading } = this.state;
    const { kind = "nothing", label = null } = reading?.shown ?? {};
    const words = {
      none: hasNoPrediction(reading) ? texts.noNumbers : texts.nothingDrawn,
      unsure: texts.notSure,
      sure: kind === "noise" ? texts.confidentOfNoise : texts.confident,
      right: texts.confidentAndRight,
      wrong: texts.confidentAndWrong(label),
    };
    return words[verdictOf(reading, label)];
  }

  #announcement() {
    const { reading } = this.state;
    if (isMoving(this.state) || !reading || reading.answer === null) return "";
    const { answer, confidence, shown } = reading;
    const isSure = verdictOf(reading) === "sure";
    return texts.announcement(shown.words, answer, confidence, isSure);
  }
}

/** Whether the prediction changes by itself. @param {import("../model/state.js").State} state */
function isMoving({ phase }) {
  return phase === "running" || phase === "waiting";
}

customElements.define("dh-prediction", Prediction);
