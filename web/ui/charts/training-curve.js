/** Training cost and test accuracy over the epochs, live. */
import { html, nothing } from "lit";
import { count, figures, percent } from "../../common/numbers.js";
import { Part } from "../part.js";
import { PlotController } from "./plot.js";
import "./training-curve.css";

class Curve extends Part {
  constructor() {
    super();
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
      phase === "waiting"
        ? `Loading digits: ${count(data.train)} of ${count(data.trainTotal)}. Training starts then.`
        : "Train to see the training cost and the test accuracy change here.";
    return html`<p class="empty small quiet">${words}</p>`;
  }

  /** "" before there is a curve. */
  #finding() {
    const { epochs, accuracy } = this.session.curve;
    const known = accuracy.filter((value) => value !== null);
    if (epochs.length < 2 || known.length < 2) return "";
    const [first, last, best] = [known[0], known[known.length - 1], Math.max(...known)];
    const peak = best > last ? `, ${percent(best)} at best` : "";
    return `Accuracy on test digits: from ${percent(first)} to ${percent(last)}${peak}`;
  }

  #description() {
    const { epochs, cost, accuracy } = this.session.curve;
    const last = (/** @type {(number | null)[]} */ values) =>
      values.findLast((value) => value !== null);
    const epoch = epochs.length ? epochs[epochs.length - 1].toFixed(1) : "0";
    const numbers = [figures(last(cost)), percent(last(accuracy))];
    return `After ${epoch} epochs: training cost ${numbers[0]}, test accuracy ${numbers[1]}`;
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
          format: String,
        },
        {
          key: "accuracy",
          range: () => [0, 100],
          format: (tick) => `${tick}%`,
          say: (value) => `${value.toFixed(1)}%`,
        },
      ],
      lines: [
        { label: "training cost", colour: "quiet", scale: "cost", dashed: true },
        { label: "test accuracy", colour: "text", scale: "accuracy" },
      ],
      data: [epochs, cost, accuracy.map((value) => value && 100 * value)],
    };
  }
}

customElements.define("dh-curve", Curve);
