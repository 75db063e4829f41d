/** How the network is doing, in six numbers. */
import { html } from "lit";
import { compact, figures, fingerprint, fixed, percent } from "../common/numbers.js";
import { accuracyIn } from "../model/no-numbers.js";
import * as texts from "../texts/en/shell.js";
import { Part } from "../ui/part.js";
import { rove } from "../ui/roving.js";
import { TrainingWords } from "./training-words.js";

/**
 * A number and under it what it counts; the first is where Tab leads to. The number is no part of
 * its name: a new name is read out to whoever has the focus there.
 * @param {string} testid @param {string} value @param {string} words
 * @param {number} width  in characters @param {string} tip  what it is, in a sentence
 */
const stat = (testid, value, words, width, tip) => html`
  <span class="stat ${testid}" role="group" aria-label=${words} data-tip=${tip}
    tabindex=${testid === "epoch" ? 0 : -1}>
    <b data-testid=${testid} style="min-width:${width}ch">${value}</b>
    <span>${words}</span>
  </span>`;

class Stats extends Part {
  #words = new TrainingWords();

  constructor() {
    super();
    this.addEventListener("keydown", rove);
  }

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
      html`<span class="only-heard" role="status"
        >${this.#words.of(this.state, performance.now())}</span>`,
      html`<span hidden data-testid="examples">${examples}</span>`,
      stat("epoch", fixed(epoch, epoch < 10 ? 2 : 1), texts.epochs, 4, texts.epochsTip),
      stat(
        "accuracy",
        percent(accuracyIn(evaluation)),
        texts.testAccuracy,
        6,
        texts.testAccuracyTip,
      ),
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
}

customElements.define("dh-stats", Stats);
