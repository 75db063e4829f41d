/**
 * The cost along −∇C from where the network stands, live: the curve, its slope at the beginning,
 * the trainer's step, the best one, and where it is higher than before.
 *
 * @typedef {import("./line.js").Findings} Findings
 * @typedef {import("../../model/state.js").State} State
 * @typedef {import("./queries.js").Line & { subject: string, found: Findings }} LineOf
 */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { precise } from "../../common/downhill-numbers.js";
import { moved } from "../../common/planes.js";
import { setting } from "../../common/settings.js";
import { MINUS } from "../../common/signed-numbers.js";
import * as texts from "../../texts/en/downhill.js";
import { guessFirst } from "../../texts/en/ui.js";
import { PlotController } from "../../ui/charts/plot.js";
import { Part } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";
import { hasDigits, subjectOf, waitingWords } from "./digits.js";
import { chartData, costAt, findingsOf } from "./line.js";
import { putNetwork } from "./put-network.js";

/** While the network is trained, a line rests this many times as long as it took. */
const REST = 6;
const LEAST_REST_MS = 400;
/** The curve, its tangent, the cost at t = 0; the trainer's step, the best one, the cursor. */
const LINES = /** @type {import("../../ui/charts/plot.js").Line[]} */ ([
  { label: "", colour: "text", scale: "cost" },
  { label: "", colour: "quiet", scale: "cost", dashed: true },
  { label: texts.costAtZero, colour: "mark", scale: "cost" },
  { label: "", colour: "quiet", scale: "cost", dots: true },
  { label: "", colour: "positive", scale: "cost", dots: true },
  { label: "", colour: "text", scale: "cost", dots: true },
]);
/** What of the state is shown. */
const SHOWN = /** @type {const} */ (["fingerprint", "network", "phase", "data", "settings"]);

class DownhillLine extends Part {
  static properties = { at: { state: true } };

  constructor() {
    super();
    this.pauseWhenHidden = true;
    /** Index of the t looked at; the best one until it is chosen by hand. @type {number | null} */
    this.at = null;
    /** Hears what each line says. @type {(found: Findings) => void} */
    this.tell = () => {};
    let took = 0;
    /** @type {QueryController<LineOf>} */
    this.line = new QueryController(this, {
      session: () => this.session,
      key: (state) =>
        hasDigits(state) ? `${subjectOf(state)} ${state.version} ${rateOf(state)}` : null,
      ask: async (session, signal) => {
        const subject = subjectOf(session.state);
        const question = { rate: rateOf(session.state) };
        const line = await session.query("downhillLine", question, signal);
        ({ took } = line);
        return { ...line, subject, found: findingsOf(line) };
      },
      done: ({ found }) => this.tell(found),
      get pause() {
        return Math.max(LEAST_REST_MS, REST * took);
      },
    });
    new PlotController(this, () => this.#chart());
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return SHOWN.some((key) => state[key] !== before[key]);
  }

  /** The line, if it is of the network on the page, perhaps of some steps ago. */
  get #present() {
    const { answer } = this.line;
    return answer?.subject === subjectOf(this.state) ? answer : null;
  }

  /** Where the cursor is, in the lists of the line. @param {LineOf} line */
  #index({ found }) {
    return this.at ?? found.best.index;
  }

  render() {
    const line = this.#present;
    return html`
      <div class="behind-guess box">
        <p class="veil quiet">${guessFirst}</p>
        <div class="stack veiled">
          <h3 class="title" data-testid="downhill-line-finding"
            >${line ? this.#finding(line) : this.#waiting()}</h3>
          <div class="plot" role="img" aria-label=${line ? wordsOf(line) : texts.noLine}></div>
          ${line ? this.#details(line) : nothing}
        </div>
      </div>`;
  }

  #waiting() {
    const { state, line } = this;
    if (line.status === "failed") return texts.lineNotComputed;
    return waitingWords(state, texts.computingLine);
  }

  /** @param {LineOf} line */
  #finding({ found, epoch, fingerprint }) {
    const { here, best, isFlat, rises } = found;
    if (!Number.isFinite(here)) return texts.noCost;
    if (isFlat) return texts.noDirection;
    const when = fingerprint === this.state.fingerprint ? null : epoch;
    return best.t === 0 ? texts.lineRises(when) : texts.lineFalls(when, here, best.cost, rises);
  }

  /** @param {LineOf} line */
  #details(line) {
    const { found, squared, slope, ts } = line;
    const rate = rateOf(this.state);
    const at = this.#index(line);
    const t = ts[at];
    const { best, overshoot } = found;
    return html`
      <dl class="downhill-facts number">
        ${fact("tangent", texts.slopeAtZero, signed(slope), "downhill-slope")}
        ${fact("", "−|∇C|²", signed(-squared), "downhill-squared")}
        ${this.#trainerStep(line, rate)}
        ${fact("best", texts.bestStep(best.t), precise(best.cost), "downhill-best")}
        ${
          overshoot === null
            ? nothing
            : fact("level", texts.higherFrom(overshoot), "", "downhill-overshoot")
        }
      </dl>
      <label class="slider">
        <span>${texts.stepSize(t, t * Math.sqrt(squared))}</span>
        <input type="range" min="0" max=${ts.length - 1} .value=${live(String(at))}
          data-testid="downhill-slider" aria-valuetext=${this.#cursorWords(line)}
          @input=${this.#move} />
      </label>
      <div class="row between">
        <p class="number"><span class="key cursor"></span>${texts.costThere(line.costs[at])}</p>
        <button data-testid="downhill-take" aria-disabled=${!this.#canTake(line)}
          @click=${() => this.#take(line)}>${texts.takeStep}</button>
      </div>
      <p class="quiet small">${texts.meanOver(line.count)}</p>`;
  }

  /** @param {LineOf} line @param {number | null} rate */
  #trainerStep(line, rate) {
    const { optimizer, schedule } = this.state.settings;
    if (rate === null) {
      const other = setting("optimizer").choices?.[optimizer] ?? optimizer;
      return html`<div class="wide"><dt>${texts.otherOptimizer(other)}</dt></div>`;
    }
    const name = texts.learningRate(rate, schedule === "cosine");
    const isSeen = rate <= line.ts[line.ts.length - 1];
    const cost = isSeen ? precise(costAt(line, rate)) : texts.farBeyond;
    return fact("rate", name, cost, "downhill-rate");
  }

  /** @param {LineOf} line */
  #cursorWords(line) {
    const i = this.#index(line);
    return texts.cursor(line.ts[i], line.costs[i]);
  }

  /** @param {Event} event */
  #move({ target }) {
    this.at = Number(/** @type {HTMLInputElement} */ (target).value);
  }

  /** @param {LineOf} line */
  #canTake(line) {
    const { fingerprint, parameters } = this.state;
    return parameters !== null && fingerprint === line.fingerprint && this.#index(line) > 0;
  }

  /** @param {LineOf} line */
  #take(line) {
    const { parameters } = this.state;
    if (!parameters || !this.#canTake(line)) return;
    const values = moved(parameters, line.ts[this.#index(line)], line.direction);
    this.at = null;
    this.session.act(putNetwork(this.session, values));
  }

  /** @returns {import("../../ui/charts/plot.js").Chart} */
  #chart() {
    const line = this.#present;
    const dots = line ? [rateOf(this.state), line.found.best.t, line.ts[this.#index(line)]] : [];
    return {
      id: line ? "line" : "empty",
      scales: [{ key: "cost", range: (most) => [0, 1.08 * (most || 1)], format: String }],
      lines: line ? LINES : [],
      x: { label: texts.stepAxis },
      data: line ? chartData(line, dots) : [[]],
    };
  }
}

/** The learning rate where a step of it is a point of the line. @param {State} state */
function rateOf({ settings: { optimizer, rate } }) {
  return optimizer === "sgd" ? rate : null;
}

/** @param {number} value */
const signed = (value) => `${value < 0 ? MINUS : ""}${precise(Math.abs(value))}`;

/** @param {string} key @param {string} name @param {string} value @param {string} testId */
function fact(key, name, value, testId) {
  return html`<div><dt><span class="key ${key}"></span>${name}</dt>
    <dd data-testid=${testId}>${value}</dd></div>`;
}

/** @param {LineOf} line */
function wordsOf({ found: { here, best, overshoot } }) {
  return texts.line(here, best, overshoot);
}

customElements.define("dh-downhill-line", DownhillLine);
