/** Two networks trained side by side, alike in all but their hidden neurons: sigmoid and step. */
import { html, nothing } from "lit";
import { hiddenCount } from "../../common/hardness.js";
import { count, percent } from "../../common/numbers.js";
import { Part } from "../../ui/part.js";
import { digitsKey, loadingWords, TRAINED } from "./base.js";
import { twinsChart } from "./charts.js";

/** @typedef {import("./queries.js").Twins} Twins */

/** Steps between two points of the curves. */
const EVERY = 300;
/** The lesson's network. */
const HIDDEN = hiddenCount([784, 16, 16, 10]);

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
      <h3 class="title"
        >${last ? accuracyWords(last) : "Train both from the same random weights"}</h3>
      <p>${last ? movedWords(last) : BEFORE}</p>
      <div class="row">
        <button class="primary" data-testid="binary-train"
          aria-disabled=${!digits || phase === "stopping"} aria-describedby="binary-train-obstacle"
          @click=${() => (isIdle ? digits && this.#train(digits) : this.#stop())}>${
            isIdle ? (last ? "Train from other weights" : "Train both") : "Stop"
          }</button>
        <span class="quiet number" id="binary-train-obstacle">${
          digits ? "" : loadingWords(this.state)
        }</span>
        <span class="quiet number" role="status"
          >${trouble || (last ? this.#progress(last) : "")}</span>
      </div>
      ${
        last
          ? html`<dh-binary-plot class="tall" .chart=${twinsChart(history, TRAINED.steps)}
            .words=${`${history.length} measurements of the accuracy on all test digits`}>
            </dh-binary-plot>`
          : nothing
      }`;
  }

  /** @param {Twins} last */
  #progress({ steps }) {
    return `${count(steps)} of ${count(TRAINED.steps)} steps, seed ${this.seed}`;
  }

  #stop() {
    if (this.phase === "training") this.phase = "stopping";
  }

  /** @param {string} digits */
  async #train(digits) {
    this.seed++;
    Object.assign(this, { history: [], digits, phase: "training", trouble: "" });
    const question = { seed: this.seed, steps: TRAINED.steps, every: EVERY };
    try {
      await this.session.query("binaryTwins", question, (/** @type {Twins} */ part) => {
        this.history = [...this.history, part];
        return this.phase === "training";
      });
    } catch (error) {
      this.trouble = `Training stopped: ${error.message.replace(/\.$/, "")}. Train both again.`;
    }
    this.phase = "idle";
  }
}

const BEFORE = html`One has sigmoid neurons in its hidden layers, one has step neurons. Digits,
  their order and the number of steps are the same: ${count(TRAINED.steps)} mini-batches of 10,
  η = 1.`;

/** @param {Twins} twins */
function accuracyWords({ steps, accuracy: [sigmoid, step] }) {
  return html`After ${count(steps)} steps:
    <span class="number" data-testid="binary-sigmoid">${percent(sigmoid)}</span> of
    the test digits with sigmoid neurons,
    <span class="number" data-testid="binary-step">${percent(step)}</span> with step
    neurons`;
}

/** @param {Twins} twins */
function movedWords({ steps, moved: [sigmoid, step] }) {
  const rest =
    steps && !step
      ? " What the second learned, it learned in its output layer of sigmoid neurons."
      : "";
  return html`Hidden weights and biases that moved:
    <b class="number" data-testid="binary-moved">${count(sigmoid)}</b> of ${count(HIDDEN)} with
    sigmoid neurons, <b class="number" data-testid="binary-still">${count(step)}</b> with step
    neurons.${rest}`;
}

customElements.define("dh-binary-twins", BinaryTwins);
