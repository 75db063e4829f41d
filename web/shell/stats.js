/** How the network is doing, in five numbers. */
import { html } from "lit";
import { compact, figures, fingerprint, percent } from "../common/numbers.js";
import { Part } from "../ui/part.js";

/** A number and under it what it counts. @param {string} testid @param {string} value @param {string} words @param {number} width in characters */
const stat = (testid, value, words, width) => html`
  <span class="stat ${testid}">
    <b data-testid=${testid} style="min-width:${width}ch">${value}</b>
    <span>${words}</span>
  </span>`;

class Stats extends Part {
  constructor() {
    super();
    this.pace = 80;
  }

  render() {
    const { epoch, evaluation, cost, speed, examples } = this.state;
    return [
      html`<span class="only-heard" role="status">${this.#heard()}</span>`,
      html`<span class="only-heard" data-testid="examples">${examples}</span>`,
      stat("epoch", epoch.toFixed(1), "epochs", 4),
      stat("accuracy", percent(evaluation?.accuracy), "on unseen", 6),
      stat("cost", figures(cost ?? evaluation?.cost), "cost", 5),
      stat("speed", speed ? compact(speed) : "–", "digits/s", 5),
      stat("fingerprint", fingerprint(this.state.fingerprint), "fingerprint", 9),
    ];
  }

  /** The state of the training in words, which change only when it does. */
  #heard() {
    const { phase, steps, evaluation } = this.state;
    if (phase === "running") return "Training.";
    if (phase === "waiting") return "Waiting for the first digits.";
    if (!steps) return "";
    const read = evaluation?.exact ? `, ${percent(evaluation.accuracy)} of unseen digits read` : "";
    return phase === "finished" ? `Finished${read}.` : `Paused${read}.`;
  }
}

customElements.define("dh-stats", Stats);
