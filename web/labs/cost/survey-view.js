/**
 * The cost of all test or training digits: the average, a histogram, and pictures of those at one
 * cost. A survey of some steps ago says so. It tells of "set-change" (detail: SetName).
 *
 * @typedef {import("./survey.js").Surveyed} Surveyed
 * @typedef {import("../../worker/queries.js").SetName} SetName
 */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import * as texts from "../../texts/en/cost.js";
import { ResizeController } from "../../ui/controllers.js";
import { Part } from "../../ui/part.js";
import { selectValue } from "../../ui/select-value.js";
import "./gallery.js";
import { histogram } from "./histogram.js";
import { BINS, binOf, highestBin, middleOf, rankOf } from "./spread.js";
import { isComplete } from "./survey.js";

/** More of the cost than this is worth a word. */
const MOST_OF_IT = 0.5;

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
        <select aria-label=${texts.digits} ${selectValue(this.set)} @change=${this.#useSet}>
          ${Object.entries(texts.sets).map(option)}
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
        <b class="right">${texts.readCorrectly}</b><b class="wrong">${texts.misread}</b>
        <span>${texts.axis}</span>
      </p>
      ${cursor(spread, bin, choose)}
      <dh-cost-gallery .session=${this.session} .subject=${subject} .survey=${survey}
        .range=${spread.range} .set=${this.set} .bin=${bin}></dh-cost-gallery>`;
  }

  /** Why there is nothing to be seen yet. */
  #waiting() {
    const { set } = this;
    const { data } = this.state;
    if (this.hasFailed) return texts.notComputed(set);
    if (isComplete(data, set)) return texts.computing(data[set], set);
    return texts.loading(data[set], set, set === "train" ? data.trainTotal : 0);
  }

  /** @param {Surveyed} surveyed */
  #finding({ survey, spread: { count: images, mean, worst } }) {
    if (!Number.isFinite(mean)) return texts.noNumber;
    const named = worst > MOST_OF_IT ? worst : null;
    return texts.average({ images, set: this.set, at: this.#when(survey), mean, worst: named });
  }

  /**
   * Of which network a survey is: the present one, that before the last change, or one
   * at an epoch.
   * @param {import("./queries.js").Survey} survey
   */
  #when({ fingerprint, epoch }) {
    const { state } = this;
    if (fingerprint === state.fingerprint) return "now";
    return epoch === state.epoch ? "before" : epoch;
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
  return yours === null ? texts.putDigit : texts.yoursAmong(rankOf(spread, yours));
}

/**
 * @param {import("./spread.js").Spread} spread
 * @param {number} bin
 * @param {(bin: number) => void} look
 */
function cursor({ range }, bin, look) {
  const slide = (/** @type {InputEvent} */ { target }) =>
    look(Number(/** @type {HTMLInputElement} */ (target).value));
  const words = texts.digitsAbout(middleOf(range, bin));
  return html`
    <label class="cursor"><span class="number">${words}</span>
      <input type="range" min="0" max=${BINS - 1} step="1"
        .value=${live(String(bin))} @input=${slide} />
    </label>`;
}

customElements.define("dh-cost-survey", CostSurvey);
