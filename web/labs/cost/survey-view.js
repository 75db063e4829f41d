/**
 * The cost of all test or training digits: the average, a histogram, and pictures of those at one
 * cost. A survey of some steps ago says so. It tells of "set-change" (detail: SetName).
 *
 * @typedef {import("./survey.js").Surveyed} Surveyed
 * @typedef {import("../../worker/queries.js").SetName} SetName
 */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { count, percent } from "../../common/numbers.js";
import { ResizeController } from "../../ui/controllers.js";
import { Part } from "../../ui/part.js";
import { selectValue } from "../../ui/select-value.js";
import { about, small } from "./cost-numbers.js";
import "./gallery.js";
import { histogram } from "./histogram.js";
import { BINS, binOf, highestBin, middleOf, rankOf } from "./spread.js";
import { isComplete } from "./survey.js";

/** More of the cost than this is worth a word. */
const MOST_OF_IT = 0.5;

/** @type {Record<SetName, string>} */
const SET_NAMES = { test: "test digits", train: "training digits" };

/** What of the state is shown. */
const SHOWN = /** @type {const} */ (["fingerprint", "epoch", "data"]);

class CostSurvey extends Part {
  static properties = {
    surveyed: { attribute: false },
    hasFailed: { attribute: false },
    set: { attribute: false },
    yours: { attribute: false },
    lookedAt: { state: true },
    width: { state: true },
  };

  constructor() {
    super();
    this.pauseWhenHidden = true;
    /** @type {Surveyed | null} */
    this.surveyed = null;
    this.hasFailed = false;
    /** @type {SetName} */
    this.set = "test";
    /** Cost of the digit on the input. @type {number | null} */
    this.yours = null;
    /** The cost whose digits are shown, chosen by hand. @type {number | null} */
    this.lookedAt = null;
    /** In CSS pixels. */
    this.width = 0;
    new ResizeController(this, () => {
      this.width = Math.floor(this.clientWidth);
    });
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return SHOWN.some((key) => state[key] !== before[key]);
  }

  render() {
    const { surveyed } = this;
    const isDrawn = surveyed && this.width > 0 && Number.isFinite(surveyed.spread.mean);
    return html`
      <div class="row between">
        <h3 class="title">${surveyed ? this.#finding(surveyed) : this.#waiting()}</h3>
        <select aria-label="Digits" ${selectValue(this.set)} @change=${this.#useSet}>
          ${Object.entries(SET_NAMES).map(option)}
        </select>
      </div>
      ${isDrawn ? this.#spread(surveyed) : nothing}`;
  }

  /** @param {Surveyed} surveyed */
  #spread({ subject, survey, spread }) {
    const { yours, width } = this;
    const bin = this.#binOf(spread);
    const choose = (/** @type {number} */ at) => {
      this.lookedAt = middleOf(spread.range, at);
    };
    return html`
      <p class="quiet">${placeOf(spread, yours)}</p>
      ${histogram({ spread, width, yours, bin, choose })}
      <p class="row legend-of small quiet">
        <b class="right">read correctly</b><b class="wrong">misread</b>
        <span>Cost (each grid line is 10×)</span>
      </p>
      ${cursor(spread, bin, choose)}
      <dh-cost-gallery .session=${this.session} .subject=${subject} .survey=${survey}
        .range=${spread.range} .set=${this.set} .bin=${bin}></dh-cost-gallery>`;
  }

  /** Why there is nothing to be seen yet. */
  #waiting() {
    const { data } = this.state;
    const name = SET_NAMES[this.set];
    if (this.hasFailed) return `The costs of the ${name} were not computed.`;
    if (isComplete(data, this.set))
      return `Computing the cost of ${count(data[this.set])} ${name}…`;
    const total = this.set === "train" && data.trainTotal ? ` of ${count(data.trainTotal)}` : "";
    return `Loading ${name}: ${count(data[this.set])}${total}`;
  }

  /** @param {Surveyed} surveyed */
  #finding({ survey, spread: { count: n, mean, worst } }) {
    if (!Number.isFinite(mean)) return "The average cost is not a number, as some outputs are not.";
    const part = html`<span class="veiled">; the worst 10% of digits account for
      ${percent(worst, 0)} of it</span>`;
    return html`Average cost of ${count(n)} ${SET_NAMES[this.set]}${this.#when(survey)}:
      <output class="number" data-testid="cost-mean" aria-label="Average cost"
        aria-live="off">${small(mean)}</output>${worst > MOST_OF_IT ? part : ""}`;
  }

  /**
   * Of which network a survey is, when it is not the present one.
   * @param {import("./queries.js").Survey} survey
   */
  #when({ fingerprint, epoch }) {
    const { state } = this;
    if (fingerprint === state.fingerprint) return "";
    return epoch === state.epoch ? " before the last change" : ` at epoch ${epoch.toFixed(1)}`;
  }

  /**
   * The bin looked at; before one is chosen, the highest that fills the gallery.
   * @param {import("./spread.js").Spread} spread
   */
  #binOf(spread) {
    const { lookedAt } = this;
    return lookedAt === null ? highestBin(spread) : binOf(spread.range, lookedAt);
  }

  /** @param {Event} event */
  #useSet({ target }) {
    const { value: detail } = /** @type {HTMLSelectElement} */ (target);
    this.dispatchEvent(new CustomEvent("set-change", { detail }));
  }
}

/** @param {[name: string, words: string]} choice */
function option([name, words]) {
  return html`<option value=${name}>${words}</option>`;
}

/** @param {import("./spread.js").Spread} spread @param {number | null} yours */
function placeOf(spread, yours) {
  if (yours === null) return "Put a digit on the input to see where its cost lies.";
  const rank = rankOf(spread, yours);
  return html`Yours costs more than
    <span class="number" data-testid="cost-rank">${percent(rank)}</span> of them.`;
}

/**
 * @param {import("./spread.js").Spread} spread
 * @param {number} bin
 * @param {(bin: number) => void} look
 */
function cursor({ range }, bin, look) {
  const slide = (/** @type {InputEvent} */ { target }) =>
    look(Number(/** @type {HTMLInputElement} */ (target).value));
  const words = html`Digits with a cost of about ${about(middleOf(range, bin))}`;
  return html`
    <label class="cursor"><span class="number">${words}</span>
      <input type="range" min="0" max=${BINS - 1} step="1"
        .value=${live(String(bin))} @input=${slide} />
    </label>`;
}

customElements.define("dh-cost-survey", CostSurvey);
