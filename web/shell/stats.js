/** How the network is doing, in six numbers. */
import { html } from "lit";
import { compact, figures, fingerprint, percent } from "../common/numbers.js";
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

const TIPS = {
  epochs: "How many times the network has been trained on all training digits, on average",
  accuracy: "The part of the test digits, which it is never trained on, that it reads correctly",
  testCost: "The average cost of the test digits, by the same formula as the training cost",
  cost: "The average cost of the training digits of the last steps",
  speed: "Training digits per second, measured while it is trained",
  fingerprint: "A short checksum of all weights and biases: equal networks have equal fingerprints",
};

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
      stat("epoch", epoch.toFixed(epoch < 10 ? 2 : 1), "epochs", 4, TIPS.epochs),
      stat("accuracy", percent(evaluation?.accuracy), "test accuracy", 6, TIPS.accuracy),
      stat("test-cost", figures(evaluation?.cost), "test cost", 5, TIPS.testCost),
      stat("cost", figures(cost), "training cost", 5, TIPS.cost),
      stat("speed", speed ? compact(speed) : "–", "digits/s", 5, TIPS.speed),
      stat("fingerprint", fingerprint(this.state.fingerprint), "fingerprint", 9, TIPS.fingerprint),
    ];
  }

  /** The state of the training in words, which change only when it does. */
  #announcement() {
    const { phase, steps, evaluation, version } = this.state;
    if (phase === "running") return "Training.";
    if (phase === "waiting") return "Waiting for the digits.";
    if (!steps) return "";
    const isPresent = evaluation?.version === version;
    const accuracy = isPresent ? ` Test accuracy: ${percent(evaluation.accuracy)}.` : "";
    return phase === "finished" ? `Training finished.${accuracy}` : `Training paused.${accuracy}`;
  }
}

customElements.define("dh-stats", Stats);
