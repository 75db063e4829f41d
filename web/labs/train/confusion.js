/**
 * The confusion matrix of the newest evaluation, and the test digits behind one of its cells or
 * behind all errors.
 *
 * @typedef {import("./queries.js").Predictions} Predictions
 * @typedef {import("./cells.js").TestDigit} TestDigit
 * @typedef {import("../../model/state.js").State} State
 *
 * @typedef {Predictions & { network: string }} Known  network: which network and data set they are
 *   of
 *
 * @typedef {object} Behind  digits of one cell, by one version of the network
 * @property {string} network
 * @property {number | null} cell  null: every error
 * @property {number} total  how many there are; the first of them follow
 * @property {TestDigit[]} digits
 * @property {Uint8Array} images  784 bytes for each of `digits`
 */

import { html, nothing } from "lit";
import { PIXELS } from "../../common/images.js";
import * as texts from "../../texts/en/train.js";
import { paintPicture } from "../../ui/canvas.js";
import { inkScale } from "../../ui/colors.js";
import { PaintController } from "../../ui/controllers.js";
import { readingKey } from "../../ui/keys.js";
import { Part } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";
import * as cells from "./cells.js";
import { matrix } from "./matrix.js";

/** Pictures shown of a cell. */
const MOST = 40;
/** Milliseconds between two looks at the test digits while the network is trained. */
const PAUSE = 1500;
/** The matrix before anything was counted. */
const NONE = new Uint32Array(cells.CLASSES * cells.CLASSES);

class Confusion extends Part {
  static properties = { cell: { state: true }, focused: { state: true } };

  constructor() {
    super();
    this.pauseWhenHidden = true;
    /** @type {number | null} the cell that was picked; null: every error */
    this.cell = null;
    /** The cell that Tab leads to. */
    this.focused = 0;
    const session = () => this.session;
    /** @type {QueryController<Known>} */
    this.predictions = new QueryController(this, {
      session,
      key: ({ version, data }) => (data.test ? `${version} ${data.generation} ${data.test}` : null),
      ask: async (session, signal) => {
        const network = networkOf(session.state);
        return { network, ...(await session.query("trainPredictions", signal)) };
      },
      pause: PAUSE,
    });
    /** @type {QueryController<Behind>} */
    this.behind = new QueryController(this, {
      session,
      key: () => this.predictions.answeredKey && `${this.predictions.answeredKey} ${this.cell}`,
      ask: () => this.#fetch(),
      pause: 0,
    });
    new PaintController(this, () => this.#paint(), null);
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return (
      state.evaluation !== before.evaluation ||
      isEvaluated(state) !== isEvaluated(before) ||
      state.data !== before.data ||
      state.settings.hide !== before.settings.hide
    );
  }

  /** @returns {Promise<Behind>} */
  async #fetch() {
    const { cell } = this;
    const predictions = /** @type {Known} */ (this.predictions.answer);
    const { total, digits } = cells.digitsBehind(predictions, cell, MOST);
    const indices = digits.map(({ index }) => index);
    const images = await this.session.query("trainPictures", indices);
    return { network: predictions.network, cell, total, digits, images };
  }

  /** What is known of the picked cell; null when it is of another network or another cell. */
  get #shown() {
    const { answer } = this.behind;
    const isOfThis = answer?.cell === this.cell && answer.network === networkOf(this.state);
    return isOfThis ? answer : null;
  }

  /** @param {number | null} cell */
  #pick(cell) {
    this.cell = cell === this.cell ? null : cell;
    if (cell !== null) this.focused = cell;
  }

  render() {
    const { evaluation } = this.state;
    const live = this.session.isBusy ? "off" : "polite";
    const showAll = html`<button @click=${() => this.#pick(null)}>${texts.allErrors}</button>`;
    return html`
      <div class="halves">
        <div class="stack">
          <div class="row head"><h3>${texts.confusionMatrix}</h3></div>
          <p class="quiet small" data-testid="confusion-finding">${this.#finding()}</p>
          ${this.#matrix(evaluation?.confusion ?? NONE)}
        </div>
        <div class="stack">
          <div class="row head">
            <h3>${cells.cellTitle(this.cell)}</h3>
            ${this.cell === null ? nothing : showAll}
          </div>
          <p class="quiet small" data-testid="behind" role="status" aria-live=${live}>
            ${this.#behindWords()}
          </p>
          ${this.#gallery()}
        </div>
      </div>`;
  }

  /** @param {Uint32Array} confusion */
  #matrix(confusion) {
    return matrix(confusion, {
      picked: this.cell,
      focused: this.focused,
      pick: (cell) => this.#pick(cell),
      move: (event) => this.#move(event),
    });
  }

  /** Arrow keys lead from cell to cell. @param {KeyboardEvent} event */
  #move(event) {
    const from = /** @type {HTMLElement} */ (event.target).dataset.cell;
    const to = from === undefined ? null : cells.cellFrom(Number(from), readingKey(event));
    if (to === null) return;
    event.preventDefault();
    this.focused = to;
    /** @type {HTMLElement | null} */ (this.querySelector(`[data-cell="${to}"]`))?.focus();
  }

  #finding() {
    const { evaluation, data } = this.state;
    if (!evaluation) {
      return data.testComplete ? texts.evaluating : texts.loadingTest(data.test);
    }
    const { accuracy, count, confusion, epoch } = evaluation;
    const read = isEvaluated(this.state)
      ? texts.accuracyNow(accuracy, count)
      : texts.accuracyAt(accuracy, count, epoch);
    const worst = cells.worstCell(confusion);
    if (worst === null) return read;
    return `${read} ${texts.mostFrequent(cells.cellWords(worst), confusion[worst])}`;
  }

  #behindWords() {
    const shown = this.#shown;
    if (!shown) return this.#waitingWords();
    const { total, digits } = shown;
    if (!total) return texts.noneBehind;
    const isOfRight = this.cell !== null && cells.isRight(this.cell);
    const legend = isOfRight ? texts.legendOfRight : texts.legendOfErrors;
    return `${texts.behind(total, digits.length)} ${legend}`;
  }

  #waitingWords() {
    const { predictions, behind } = this;
    if (predictions.status === "failed" || behind.status === "failed") return "";
    const { test } = this.state.data;
    return test ? texts.readingTest : texts.loadingTest(0);
  }

  #gallery() {
    const digits = this.#shown?.digits ?? [];
    return html`
      <ul role="list" class="gallery">${digits.map((digit) => this.#digit(digit))}</ul>`;
  }

  /** @param {TestDigit} digit */
  #digit({ index, label, answer, confidence }) {
    const how = cells.cellWords(cells.cellOf(label, answer));
    const words = texts.testDigit(index + 1, how, confidence);
    const wrong = answer === label ? nothing : html` <s class="answer">${answer}</s>`;
    const picture = html`<canvas aria-hidden="true"></canvas>
      <span class="small" aria-hidden="true"><b>${label}</b>${wrong}</span>`;
    if (this.state.settings.hide.includes("test")) {
      return html`<li><span class="each" role="img" aria-label=${words}>${picture}</span></li>`;
    }
    const show = () => this.session.act(this.session.testDigit(index));
    return html`<li>
      <button class="plain each" data-index=${index} aria-label=${words}
        title=${texts.useAsInput(words)} @click=${show}>${picture}</button>
    </li>`;
  }

  #paint() {
    const shown = this.#shown;
    if (!shown) return;
    const scale = inkScale();
    for (const [i, canvas] of this.querySelectorAll("canvas").entries()) {
      const bytes = shown.images.subarray(i * PIXELS, (i + 1) * PIXELS);
      paintPicture(canvas, bytes, (value) => scale(value / 255));
    }
  }
}

/** Whether the evaluation is of the network as it is now. @param {State} state */
function isEvaluated({ evaluation, version }) {
  return evaluation?.version === version;
}

/** A name for the network and the data set in force. @param {State} state */
function networkOf({ generation, data }) {
  return `${generation} ${data.generation}`;
}

customElements.define("dh-confusion", Confusion);
