/**
 * Training digits against test digits over the epochs: accuracy or cost. Each point is of one
 * version of the network, at the epoch of that version.
 *
 * @typedef {import("./accuracy-history.js").Point} Point
 */

import { html, nothing } from "lit";
import { brief, percentTick } from "../../common/numbers.js";
import * as texts from "../../texts/en/train.js";
import { PlotController } from "../../ui/charts/plot.js";
import { Part } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";
import { AccuracyHistory, aligned, milestones } from "./accuracy-history.js";

/** Training digits to be measured: the first of them, as many as there are test digits in MNIST. */
const FIRST = 10_000;
/** Test accuracies that the lab's question asks about. */
const MILESTONES = [0.8, 0.95];
/** @typedef {"accuracy" | "cost"} Kind @type {Kind[]} */
const KINDS = ["accuracy", "cost"];
/** Epochs that a line is long, at least. */
const SHORTEST = 0.01;
/** Points of a line whose beginning may be left out. */
const LONG = 12;
/** Milliseconds between two measurements while the network is trained: points of the line. */
const PAUSE = 300;
const PLACEHOLDER = html`<p class="quiet placeholder">${texts.trainToSee}</p>`;

class Compare extends Part {
  static properties = { kind: { state: true } };

  #history = new AccuracyHistory();
  #stopFollowing = () => {};
  #told = "";

  constructor() {
    super();
    this.pauseWhenHidden = true;
    /** @type {Kind} */
    this.kind = "accuracy";
    /**
     * Takes when each milestone was reached, and what trains a random network.
     * @type {(figures: import("../index.js").Figures) => void}
     */
    this.tell = () => {};
    this.measured = new QueryController(this, {
      session: () => this.session,
      key: keyOf,
      ask: async (session, signal) => {
        this.#follow();
        const { turn } = this.#history;
        return { turn, point: await session.query("trainAccuracy", FIRST, signal) };
      },
      pause: PAUSE,
      done: ({ turn, point }) => this.#history.add(point, turn),
    });
    new PlotController(this, () => this.#chart());
  }

  connectedCallback() {
    super.connectedCallback();
    const { epochs, accuracy } = this.session.curve;
    if (!this.hasUpdated) this.#history.begin(epochs, accuracy);
    this.#follow();
    this.#stopFollowing = this.session.subscribe(() => this.#follow());
  }

  disconnectedCallback() {
    this.#stopFollowing();
    super.disconnectedCallback();
  }

  /** Also out of sight, so that no evaluation is missing. */
  #follow() {
    this.#history.follow(this.state);
    const reached = milestones(this.#history.test, MILESTONES);
    const told = JSON.stringify(reached);
    if (told !== this.#told) this.tell({ reached, startRandom: () => this.#startRandom() });
    this.#told = told;
  }

  #startRandom() {
    const { session } = this;
    session.act(session.reset().then(() => session.run()));
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return (
      state.evaluation !== before.evaluation ||
      state.generation !== before.generation ||
      state.data !== before.data ||
      state.epoch < before.epoch
    );
  }

  render() {
    const finding = this.#finding();
    return html`
      <div class="row head">
        <h3>${texts.trainingAndTest[this.kind]}</h3>
        <div class="row" role="group" aria-label=${texts.drawn}>
          ${KINDS.map((kind) => this.#choice(kind))}
        </div>
      </div>
      <p class="quiet small" data-testid="train-vs-test">${finding}</p>
      <div class="chart">
        <div class="plot" role="img" aria-label=${finding}></div>
        ${this.#isEmpty ? PLACEHOLDER : nothing}
      </div>
      <p class="quiet small">${this.#digits()}</p>`;
  }

  /** @param {Kind} kind */
  #choice(kind) {
    const pick = () => {
      this.kind = kind;
    };
    return html`<button aria-pressed=${kind === this.kind}
      @click=${pick}>${texts.kinds[kind]}</button>`;
  }

  /** Whether there is nothing yet that could be seen as a line. */
  get #isEmpty() {
    const { training, test } = this.#history;
    const epochs = [...training, ...test].map(({ epoch }) => epoch);
    return epochs.length < 2 || Math.max(...epochs) - Math.min(...epochs) < SHORTEST;
  }

  #finding() {
    const { training, test } = this.#history;
    return texts.latest(this.kind, training.at(-1), test.at(-1));
  }

  #digits() {
    const { data } = this.state;
    const first = this.#history.training.at(-1)?.count;
    if (!first) return "";
    const { trainTotal, test } = data;
    return first < trainTotal
      ? texts.measuredOnFirst(first, trainTotal, test)
      : texts.measuredOnAll(trainTotal, test);
  }

  /** @returns {import("../../ui/charts/plot.js").Chart} */
  #chart() {
    const { kind } = this;
    const isCost = kind === "cost";
    const value = (/** @type {Point} */ { accuracy, cost }) => (isCost ? cost : 100 * accuracy);
    return {
      id: kind,
      scales: [
        {
          key: kind,
          range: (most) => (isCost ? [0, Math.max(0.1, most ?? 0)] : [this.#lowest(), 100]),
          format: (tick) => (isCost ? brief(tick) : percentTick(tick)),
        },
      ],
      lines: [
        { label: texts.trainingDigits, colour: "quiet", scale: kind, dashed: true },
        { label: texts.testDigits, colour: "text", scale: kind },
      ],
      data: this.#isEmpty ? [[], [], []] : aligned(this.#history, value),
    };
  }

  /** Where the axis of accuracies begins, percent: below the last two thirds of a long line. */
  #lowest() {
    const { test } = this.#history;
    if (test.length < LONG) return 0;
    const late = test.slice(Math.floor(test.length / 3)).map(({ accuracy }) => accuracy);
    return Math.max(0, Math.floor(Math.min(...late) * 20 - 1) * 5);
  }
}

/** What the training accuracy depends on. @param {import("../../model/state.js").State} state */
function keyOf({ version, data }) {
  const digits = Math.min(FIRST, data.train);
  return digits ? `${version} ${data.generation} ${digits}` : null;
}

customElements.define("dh-compare", Compare);
