/** Only some components are nudged: what the k largest bring, and k random ones. */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { count, percent } from "../../common/numbers.js";
import { median } from "../../common/ranking.js";
import { PlotController } from "../../ui/charts/plot.js";
import { Part } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";
import { digitsOf, hasInput, keyOf, sourceOf } from "./choice.js";
import { digitsName, plain } from "./words.js";

/** Of the random components. */
const SEEDS = [1, 2, 3, 4, 5];
/** Milliseconds between two measurements while the network is trained. */
const PAUSE = 2000;
/** Beyond the last k, so that the number below it has room; powers of ten. */
const MARGIN = 0.15;
/** Where the slider stands at first: this k. */
const FIRST = 100;

/**
 * @typedef {import("./queries.js").TopK & import("./queries.js").Digits & { generation: number,
 *   source: string, batch: number, all: number }} Measured  all: training digits */

class TopKChart extends Part {
  static properties = { choice: { attribute: false }, k: { state: true } };

  constructor() {
    super();
    this.pauseWhenHidden = true;
    this.takesTurns = true;
    /** @type {import("./choice.js").Choice} */
    this.choice = { source: null, batch: 0, target: null };
    /** Position of the slider among the ks; null before it is moved. @type {number | null} */
    this.k = null;
    /** Whether there was anything to draw: a chart of nothing costs as much as any. */
    this.hasPlot = false;
    /** @type {QueryController<Measured>} */
    this.measured = new QueryController(this, {
      session: () => this.session,
      pause: PAUSE,
      key: (state) => keyOf(state, this.choice),
      ask: () => this.#ask(),
    });
    new PlotController(this, () => this.#chart());
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.generation !== before.generation || hasInput(state) !== hasInput(before);
  }

  /** @returns {Promise<Measured>} */
  async #ask() {
    const { generation, data } = this.state;
    const { batch } = this.choice;
    const source = sourceOf(this.state, this.choice);
    const digits = digitsOf(this.state, this.choice);
    if (!digits) throw new Error("There are no digits to measure on.");
    const found = await this.session.query("gradientTopK", digits, SEEDS);
    return { ...digits, ...found, generation, source, batch, all: data.train };
  }

  /** The last measurement, unless it is of another network or of other digits. */
  get #found() {
    const { answer } = this.measured;
    const isPresent =
      answer?.generation === this.state.generation &&
      answer.source === sourceOf(this.state, this.choice) &&
      answer.batch === this.choice.batch;
    return isPresent ? answer : null;
  }

  render() {
    const found = this.#found;
    const isThere = found !== null && found.decrease > 0;
    this.hasPlot ||= isThere;
    return html`
      <div class="behind-guess">
        <div class="veil stack">
          <h3>Nudge only the largest</h3>
          <p class="quiet">Guess first, or press “Just show me”.</p>
        </div>
        <div class="veiled stack">
          ${
            isThere
              ? this.#at(found)
              : html`<h3>Nudge only the largest</h3>
          <p class="quiet">${this.#missing(found)}</p>`
          }
          ${this.hasPlot ? plotBox(isThere ? describe(found) : null) : nothing}
          ${isThere ? terms(found) : nothing}
        </div>
      </div>`;
  }

  /** @param {Measured | null} found */
  #missing(found) {
    if (found) return "No step brings a decrease: the gradient is zero, or too small to measure.";
    if (this.measured.status === "pending") return "Measuring…";
    return this.choice.source === "digit"
      ? "Draw a digit or take a test digit, and it is measured here."
      : "It is measured as soon as the training digits are in.";
  }

  /** @param {Measured} found */
  #at(found) {
    const { ks, top, held } = found;
    const i = Math.min(ks.length - 1, this.k ?? ks.indexOf(FIRST));
    const slide = (/** @type {InputEvent} */ { target }) => {
      this.k = Number(/** @type {HTMLInputElement} */ (target).value);
    };
    const part = (/** @type {string} */ id, /** @type {number} */ value) =>
      html`<span class="number" data-testid=${id}>${percent(value)}</span>`;
    return html`
      <h3>The ${count(ks[i])} largest bring ${part("gradient-top", top[i])} of the decrease,
        ${count(ks[i])} random ones ${part("gradient-random", randomOf(found, i))}</h3>
      <label class="stack">
        <span class="number">Nudge only k = <output>${count(ks[i])}</output> of
          ${count(ks[ks.length - 1])} components</span>
        <input type="range" min="0" max=${ks.length - 1} step="1" data-testid="gradient-k"
          aria-valuetext="${ks[i]} components" .value=${live(String(i))} @input=${slide} />
      </label>
      <p class="quiet">The k largest hold ${part("gradient-held", held[i])} of |∇C|², which is the
        prediction to first order. Of k random ones, the chart shows the median of ${SEEDS.length}
        draws.</p>`;
  }

  /** @returns {import("../../ui/charts/plot.js").Chart} */
  #chart() {
    const found = this.#found;
    return {
      scales: [
        {
          key: "part",
          range: (most) => [0, Math.max(120, most ?? 0)],
          format: (tick) => (tick > 100 ? "" : `${tick}%`),
        },
      ],
      x: {
        label: "k, the number of components that are nudged",
        range: (min, max) => [min, max + MARGIN],
        format: (tick) => (Number.isInteger(tick) ? count(10 ** tick) : ""),
      },
      lines: [
        { label: "k largest", colour: "text", scale: "part" },
        { label: "k random", colour: "quiet", scale: "part", dashed: true },
      ],
      data: found
        ? [
            found.ks.map(Math.log10),
            found.top.map((part) => 100 * part),
            found.ks.map((_, i) => 100 * randomOf(found, i)),
          ]
        : [[], [], []],
    };
  }
}

/** The chart's place, hidden while there is nothing to draw. @param {string | null} words */
function plotBox(words) {
  return html`<div class="plot" role="img" aria-label=${words ?? "Nothing measured yet"}
    ?hidden=${words === null}></div>`;
}

/** Median over the seeds. @param {Measured} found @param {number} i  of k */
function randomOf({ random }, i) {
  return median(random.map((parts) => parts[i]));
}

/** @param {Measured} found */
function describe(found) {
  const points = found.ks.map(
    (k, i) => `${count(k)}: ${percent(found.top[i], 0)} and ${percent(randomOf(found, i), 0)}`,
  );
  const what = "Part of the decrease by the k largest components, and by k random ones";
  return `${what}. ${points.join("; ")}`;
}

/** @param {Measured} found */
function terms(found) {
  const { t, cost, decrease, count: n, epoch } = found;
  return html`<p class="small quiet">All of them: θ − t∇C with t = ${plain(t)} lowers the cost of
    ${digitsName(found, n, found.all)} from ${plain(cost)} by ${plain(decrease)}, at epoch
    ${epoch.toFixed(2)}. The same t is used for every k; to first order all of them lower the cost
    by 1%.</p>`;
}

customElements.define("dh-gradient-top-k", TopKChart);
