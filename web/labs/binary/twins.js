/** Two networks trained side by side, alike in all but their hidden neurons: sigmoid and step. */
import { html, nothing } from "lit";
import { hiddenCount } from "../../common/hardness.js";
import * as texts from "../../texts/en/binary.js";
import { FindingController } from "../../ui/announce.js";
import { Part } from "../../ui/part.js";
import { digitsKey, loadingWords, TRAINED } from "./base.js";
import { twinsChart } from "./charts.js";

/** @typedef {import("./queries.js").Twins} Twins */

/** Steps between two points of the curves. */
const EVERY = 300;
/** The lesson's network. */
const HIDDEN = hiddenCount([784, 16, 16, 10]);
const STEPS = TRAINED.steps;

class BinaryTwins extends Part {
  static properties = {
    history: { state: true },
    phase: { state: true },
    trouble: { state: true },
  };

  constructor() {
    super();
    this.seed = 0;
    /** @type {Twins[]} */
    this.history = [];
    /** @type {string | null} what they are trained on */
    this.digits = null;
    /** @type {"idle" | "training" | "stopping"} */
    this.phase = "idle";
    this.trouble = "";
    new FindingController(this, "h3", () => this.phase !== "idle");
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.data !== before.data;
  }

  disconnectedCallback() {
    this.#stop();
    super.disconnectedCallback();
  }

  render() {
    const { phase, trouble } = this;
    const digits = digitsKey(this.state);
    const history = this.digits === digits ? this.history : [];
    const last = history[history.length - 1];
    const isIdle = phase === "idle";
    return html`
      <h3 class="title">${last ? accuracyWords(last) : texts.trainTwins}</h3>
      <p>${last ? texts.moved(HIDDEN, last.moved, last.steps > 0) : texts.aboutTwins(STEPS)}</p>
      <div class="row">
        <button class="primary" data-testid="binary-train"
          aria-disabled=${!digits || phase === "stopping"} aria-describedby="binary-train-obstacle"
          @click=${() => (isIdle ? digits && this.#train(digits) : this.#stop())}>${
            isIdle ? (last ? texts.trainAgain : texts.trainBoth) : texts.stop
          }</button>
        <span class="quiet number" id="binary-train-obstacle">${
          digits ? "" : loadingWords(this.state)
        }</span>
        <span role="status">${trouble}</span>
        <span class="quiet number" data-testid="binary-progress"
          >${last && !trouble ? texts.progress(last.steps, STEPS, this.seed) : ""}</span>
      </div>
      ${
        last
          ? html`<dh-binary-plot class="tall" .chart=${twinsChart(history, STEPS)}
            .words=${texts.measurements(history.length)}>
            </dh-binary-plot>`
          : nothing
      }`;
  }

  #stop() {
    if (this.phase === "training") this.phase = "stopping";
  }

  /** @param {string} digits */
  async #train(digits) {
    this.seed++;
    Object.assign(this, { history: [], digits, phase: "training", trouble: "" });
    const question = { seed: this.seed, steps: STEPS, every: EVERY };
    try {
      await this.session.query("binaryTwins", question, (/** @type {Twins} */ part) => {
        this.history = [...this.history, part];
        return this.phase === "training";
      });
    } catch (error) {
      this.trouble = texts.stopped(error.message);
    }
    this.phase = "idle";
  }
}

/** @param {Twins} twins */
function accuracyWords({ steps, accuracy: [sigmoid, step] }) {
  return texts.accuracies(steps, sigmoid, step);
}

customElements.define("dh-binary-twins", BinaryTwins);
