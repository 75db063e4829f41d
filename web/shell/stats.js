/** How the network is doing, in six numbers. */
import { html } from "lit";
import { compact, figures, fingerprint, percent } from "../common/numbers.js";
import * as texts from "../texts/en/shell.js";
import { Part } from "../ui/part.js";

/**
 * A number and under it what it counts.
 * @param {string} testid @param {string} value @param {string} words
 * @param {number} width  in characters @param {string} tip  what it is, in a sentence
 */
const stat = (testid, value, words, width, tip) => html`
  <span class="stat ${testid}" data-tip=${tip}>
    <b data-testid=${testid} style="min-width:${width}ch">${value}</b>
    <span>${words}</span>
  </span>`;

class Stats extends Part {
  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    const fields = /** @type {const} */ ([
      "phase",
      "version",
      "examples",
      "epoch",
      "evaluation",
      "cost",
      "speed",
      "fingerprint",
    ]);
    return fields.some((field) => state[field] !== before[field]);
  }

  render() {
    const { epoch, evaluation, cost, speed, examples } = this.state;
    return [
      html`<span class="only-heard" role="status">${this.#announcement()}</span>`,
      html`<span hidden data-testid="examples">${examples}</span>`,
      stat("epoch", epoch.toFixed(epoch < 10 ? 2 : 1), texts.epochs, 4, texts.epochsTip),
      stat("accuracy", percent(evaluation?.accuracy), texts.testAccuracy, 6, texts.testAccuracyTip),
      stat("test-cost", figures(evaluation?.cost), texts.testCost, 5, texts.testCostTip),
      stat("cost", figures(cost), texts.trainingCost, 5, texts.trainingCostTip),
      stat(
        "speed",
        speed ? compact(speed) : "–",
        texts.digitsPerSecond,
        5,
        texts.digitsPerSecondTip,
      ),
      stat(
        "fingerprint",
        fingerprint(this.state.fingerprint),
        texts.fingerprint,
        9,
        texts.fingerprintTip,
      ),
    ];
  }

  /** The state of the training in words, which change only when it does. */
  #announcement() {
    const { phase, steps, evaluation, version } = this.state;
    if (phase === "running") return texts.isTraining;
    if (phase === "waiting") return texts.isWaiting;
    if (!steps) return "";
    const accuracy = evaluation?.version === version ? evaluation?.accuracy : undefined;
    return phase === "finished" ? texts.isFinished(accuracy) : texts.isPaused(accuracy);
  }
}

customElements.define("dh-stats", Stats);
