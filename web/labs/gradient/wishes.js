/** What single digits want of one parameter, and their average. */
import { html, nothing } from "lit";
import { signed } from "../../common/signed-numbers.js";
import { trainingLoading } from "../../texts/en/gradient.js";
import * as texts from "../../texts/en/gradient-experiments.js";
import { paintPicture } from "../../ui/canvas.js";
import { inkScale } from "../../ui/colors.js";
import { PaintController } from "../../ui/controllers.js";
import { Part } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";
import { selectValue } from "../../ui/select-value.js";
import { tone } from "./details.js";
import { disagreement, shownWords } from "./explanation.js";
import { parameterAt, parameterName } from "./nudges.js";

/** Digits of the label that are asked, and at most so many of them are shown. */
const [ASKED, SHOWN] = [200, 10];
const DIGITS = Array.from({ length: 10 }, (_, digit) => digit);
/** Milliseconds between two questions while the network is trained. */
const PAUSE = 1000;

/**
 * @typedef {import("./queries.js").Wishes & { label: number, parameter: number, generation: number
 *   }} Asked
 */

class GradientWishes extends Part {
  static properties = {
    layers: { attribute: false },
    parameter: { type: Number },
    label: { type: Number },
    chosen: { state: true },
  };

  constructor() {
    super();
    this.pauseWhenHidden = true;
    this.takesTurns = true;
    /** @type {number[]} */
    this.layers = [];
    /** Index of the component. */
    this.parameter = 0;
    /** Whose wishes are asked for until another is chosen. */
    this.label = 2;
    /** @type {number | null} */
    this.chosen = null;
    /** @type {QueryController<Asked>} */
    this.wishes = new QueryController(this, {
      session: () => this.session,
      pause: PAUSE,
      key: ({ generation, version, data }) =>
        data.train
          ? [generation, version, data.generation, this.parameter, this.#label].join(" ")
          : null,
      ask: () => this.#ask(),
    });
    new PaintController(this, () => this.#paint(), null);
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.generation !== before.generation;
  }

  get #label() {
    return this.chosen ?? (this.label > 9 ? 2 : this.label);
  }

  /** @returns {Promise<Asked>} */
  async #ask() {
    const { parameter } = this;
    const { generation } = this.state;
    const label = this.#label;
    const digits = { label, count: ASKED, pictures: SHOWN };
    const found = await this.session.query("gradientWishes", parameter, digits);
    return { ...found, label, parameter, generation };
  }

  get #found() {
    const { answer } = this.wishes;
    const isPresent =
      answer?.generation === this.state.generation && answer.parameter === this.parameter;
    return isPresent && answer.label === this.#label ? answer : null;
  }

  render() {
    const found = this.#found;
    const name = parameterName(this.layers, parameterAt(this.layers, this.parameter));
    const pick = (/** @type {Event} */ { target }) => {
      this.chosen = Number(/** @type {HTMLSelectElement} */ (target).value);
    };
    const field = html`
      <select data-testid="gradient-label" @change=${pick} ${selectValue(String(this.#label))}>
        ${DIGITS.map((digit) => html`<option value=${digit}>${digit}</option>`)}
      </select>`;
    return html`
      <h3 data-testid="gradient-disagree">${found ? said(found) : texts.singleDigits}</h3>
      <div class="row">
        <label class="row">${texts.digitsThatAre(field)}</label>
        <span class="quiet small">${texts.eachWants(name)}</span>
      </div>
      ${found?.values.length ? this.#digits(found) : this.#empty(found !== null)}`;
  }

  /** As much space as the answer takes, while it is awaited. @param {boolean} isFinal */
  #empty(isFinal) {
    return html`<p class="quiet small">${this.#missing}</p>
      ${isFinal ? nothing : SPACE}`;
  }

  get #missing() {
    if (this.#found) return texts.noneOfLabel(this.#label);
    if (!this.state.data.train) return trainingLoading;
    return this.wishes.status === "failed" ? "" : texts.asking;
  }

  /** @param {Asked} found */
  #digits({ values, shown, indices, label }) {
    const most = values.reduce((max, g) => Math.max(max, Math.abs(g)), 0);
    const mean = values.reduce((sum, g) => sum + g, 0) / values.length;
    return html`
      <p class="quiet small" data-testid="gradient-shown">${shownWords(values, shown)}
        ${texts.oneScale}</p>
      <ul role="list" class="wishes">
        ${shown.map((at) => wish(-values[at], most, indices[at], label))}
        <li class="mean">
          <span class="small">${texts.average(values.length)}</span>
          ${bar(-mean, most)}
        </li>
      </ul>`;
  }

  #paint() {
    const pictures = this.#found?.pictures;
    if (!pictures) return;
    for (const [i, canvas] of this.querySelectorAll("canvas").entries()) {
      paintPicture(canvas, pictures[i], inkScale());
    }
  }
}

const SPACE = html`<div class="wishes" aria-hidden="true">
  ${Array.from({ length: SHOWN + 1 }, () => html`<div class="space"></div>`)}</div>`;

/** @param {Asked} found */
function said({ values, label }) {
  return values.length ? disagreement(values, label) : nothing;
}

/** @param {number} value @param {number} most @param {number} index @param {number} label */
function wish(value, most, index, label) {
  return html`<li>
    <canvas role="img" aria-label=${texts.trainingDigit(index + 1, label)}></canvas>
    ${bar(value, most)}
  </li>`;
}

/** @param {number} value @param {number} most */
function bar(value, most) {
  const size = most > 0 ? Math.min(1, Math.abs(value) / most) : 0;
  return html`<span class="wish ${tone(value)} ${value < 0 ? "down" : "up"}"
    style="--size:${size}"><i></i></span>
    <span class="small number ${tone(value)}">${signed(value)}</span>`;
}

customElements.define("dh-gradient-wishes", GradientWishes);
