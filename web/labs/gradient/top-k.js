/** Only some components are nudged: what the k largest bring, and k random ones. */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { count, percent, percentTick } from "../../common/numbers.js";
import { median } from "../../common/ranking.js";
import * as texts from "../../texts/en/gradient-experiments.js";
import { guessFirst } from "../../texts/en/ui.js";
import { PlotController } from "../../ui/charts/plot.js";
import { Part } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";
import { digitsOf, hasInput, keyOf, sourceOf } from "./choice.js";
import { digitsName } from "./explanation.js";

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
      ask: (_, signal) => this.#ask(signal),
    });
    new PlotController(this, () => this.#chart());
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return (
      state.generation !== before.generation ||
      hasInput(state) !== hasInput(before) ||
      sourceOf(state, this.choice) !== sourceOf(before, this.choice)
    );
  }

  /** @param {AbortSignal} signal @returns {Promise<Measured>} */
  async #ask(signal) {
    const { generation, data } = this.state;
    const { batch } = this.choice;
    const source = sourceOf(this.state, this.choice);
    const digits = digitsOf(this.state, this.choice);
    if (!digits) throw new Error(texts.noDigits);
    const found = await this.session.query("gradientTopK", digits, SEEDS, signal);
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
      <div class="behind-guess low">
        <div class="veil stack">
          <h3>${texts.nudgeLargest}</h3>
          <p class="quiet">${guessFirst}</p>
        </div>
        <div class="veiled stack">
          ${
            isThere
              ? this.#at(found)
              : html`<h3>${texts.nudgeLargest}</h3>
          <p class="quiet">${this.#missing(found)}</p>`
          }
          ${this.hasPlot ? plotBox(isThere ? describe(found) : null) : nothing}
          ${isThere ? terms(found) : nothing}
        </div>
      </div>`;
  }

  /** @param {Measured | null} found */
  #missing(found) {
    if (found) return texts.noDecrease;
    if (this.measured.status === "pending") return texts.measuring;
    return this.choice.source === "digit" ? texts.measuredHere : texts.measuredSoon;
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
    const [best, random] = [
      part("gradient-top", top[i]),
      part("gradient-random", randomOf(found, i)),
    ];
    return html`
      <h3>${texts.largestBring(ks[i], best, random)}</h3>
      <label class="stack">
        <span>${texts.nudgeOnly(ks[i], ks[ks.length - 1])}</span>
        <input type="range" min="0" max=${ks.length - 1} step="1" data-testid="gradient-k"
          aria-valuetext=${texts.components(ks[i])} .value=${live(String(i))} @input=${slide} />
      </label>
      <p class="quiet">${texts.largestHold(part("gradient-held", held[i]), SEEDS.length)}</p>`;
  }

  /** @returns {import("../../ui/charts/plot.js").Chart} */
  #chart() {
    const found = this.#found;
    return {
      scales: [
        {
          key: "part",
          range: (most) => [0, Math.max(120, most ?? 0)],
          format: (tick) => (tick > 100 ? "" : percentTick(tick)),
        },
      ],
      x: {
        label: texts.axis,
        range: (min, max) => [min, max + MARGIN],
        format: (tick) => (Number.isInteger(tick) ? count(10 ** tick) : ""),
      },
      lines: [
        { label: texts.kLargest, colour: "text", scale: "part" },
        { label: texts.kRandom, colour: "quiet", scale: "part", dashed: true },
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
  return html`<div class="plot" role="img" aria-label=${words ?? texts.nothingMeasured}
    ?hidden=${words === null}></div>`;
}

/** Median over the seeds. @param {Measured} found @param {number} i  of k */
function randomOf({ random }, i) {
  return median(random.map((parts) => parts[i]));
}

/** @param {Measured} found */
function describe(found) {
  const { ks, top } = found;
  return texts.chart(ks.map((k, i) => ({ k, top: top[i], random: randomOf(found, i) })));
}

/** @param {Measured} found */
function terms(found) {
  const digits = digitsName(found, found.count, found.all);
  return html`<p class="small quiet">${texts.terms(digits, found)}</p>`;
}

customElements.define("dh-gradient-top-k", TopKChart);
