/** Training cost and test accuracy over the epochs, live. */

import { html, nothing } from "lit";
import { brief, percent, percentTick } from "../../common/numbers.js";
import * as texts from "../../texts/en/charts.js";
import { Part } from "../part.js";
import { PlotController } from "./plot.js";
import "./training-curve.css";

class Curve extends Part {
  constructor() {
    super();
    this.beginsInTurn = true;
    this.pauseWhenHidden = true;
    new PlotController(this, () => this.#chart());
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    const fields = /** @type {const} */ (["curveVersion", "generation", "phase"]);
    return (
      fields.some((field) => state[field] !== before[field]) ||
      (state.phase === "waiting" && state.data !== before.data)
    );
  }

  render() {
    const finding = this.#finding();
    return html`
      <p class="finding">${finding}</p>
      <div class="frame">
        <div class="plot" role="img" aria-label=${this.#description()}
          ?data-empty=${!finding}></div>
        ${finding ? nothing : this.#empty()}
      </div>`;
  }

  #empty() {
    const { phase, data } = this.state;
    const words =
      phase === "waiting" ? texts.loadingDigits(data.train, data.trainTotal) : texts.trainToSee;
    return html`<p class="empty small quiet">${words}</p>`;
  }

  /** "" before there is a curve. */
  #finding() {
    const { epochs, accuracy } = this.session.curve;
    const known = accuracy.filter((value) => value !== null);
    if (epochs.length < 2 || known.length < 2) return "";
    const { phase, epoch } = this.state;
    const end = phase === "finished" ? Math.round(epoch) : null;
    return texts.accuracyChange(known[0], known[known.length - 1], Math.max(...known), end);
  }

  #description() {
    const { epochs, cost, accuracy } = this.session.curve;
    const last = (/** @type {(number | null)[]} */ values) =>
      values.findLast((value) => value !== null);
    return texts.lastValues(epochs.at(-1), last(cost), last(accuracy));
  }

  /** @returns {import("./plot.js").Chart | null} */
  #chart() {
    const { epochs, cost, accuracy } = this.session.curve;
    if (!epochs.length) return null;
    return {
      scales: [
        {
          key: "cost",
          range: (most) => [0, epochs.length > 1 ? Math.max(0.1, most ?? 0) : 1],
          format: brief,
        },
        {
          key: "accuracy",
          range: () => [0, 100],
          format: percentTick,
          say: (value) => percent(value / 100),
        },
      ],
      lines: [
        { label: texts.trainingCost, colour: "quiet", scale: "cost", dashed: true },
        { label: texts.testAccuracy, colour: "text", scale: "accuracy" },
      ],
      data: [epochs, cost, accuracy.map((value) => value && 100 * value)],
    };
  }
}

customElements.define("dh-curve", Curve);
