/** Digits of one bin of the histogram; each can be put on the input, unless a link hides that. */
import { html } from "lit";
import * as texts from "../../texts/en/cost.js";
import { paintPicture } from "../../ui/canvas.js";
import { inkScale } from "../../ui/colors.js";
import { PaintController } from "../../ui/controllers.js";
import { LightElement } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";
import { someOf } from "./spread.js";

/**
 * @typedef {object} Digit
 * @property {number} index  in the set
 * @property {number} label
 * @property {number} answer  prediction
 *
 * @typedef {object} Shown  what is told of a bin, and its digits with their pictures
 * @property {string} bin  see `#bin`
 * @property {Digit[]} digits
 * @property {Float32Array[]} pictures
 */

class CostGallery extends LightElement {
  static properties = {
    subject: { attribute: false },
    survey: { attribute: false },
    range: { attribute: false },
    set: { attribute: false },
    bin: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import("../../model/session.js").Session} */
    this.session = /** @type {any} */ (null);
    /** What has to be the same for digits to be shown at all. */
    this.subject = "";
    /** @type {import("./queries.js").Survey} */
    this.survey = /** @type {any} */ (null);
    /** @type {import("./spread.js").Range} */
    this.range = { low: 0, high: 1 };
    /** @type {import("../../worker/queries.js").SetName} */
    this.set = "test";
    this.bin = 0;
    /** Digits of the bin, as indices into the set. @type {number[]} */
    this.indices = [];
    /** @type {QueryController<Shown>} */
    this.query = new QueryController(this, {
      session: () => this.session,
      key: () => (this.indices.length ? `${this.#bin} ${this.indices}` : null),
      ask: async () => {
        const [bin, digits] = [this.#bin, this.indices.map((index) => this.#digit(index))];
        const pictures = await this.session.query("costPictures", this.set, this.indices);
        return { bin, digits, pictures };
      },
    });
    new PaintController(this, () => this.#paint(), null);
  }

  /** Names the bin, whatever the version of the network. */
  get #bin() {
    const { low, high } = this.range;
    return `${this.subject} ${low} ${high} ${this.bin}`;
  }

  /**
   * The digits, if they are of this bin; of a network in training they may be those of the survey
   * before.
   */
  get #shown() {
    const { answer } = this.query;
    return answer?.bin === this.#bin ? answer : null;
  }

  /** @param {import("lit").PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has("survey") || changed.has("range") || changed.has("bin")) {
      this.indices = someOf(this.survey, this.range, this.bin);
    }
  }

  render() {
    if (!this.indices.length) return html`<p class="quiet">${texts.noDigit}</p>`;
    const digits = this.#shown?.digits ?? [];
    return html`<ul role="list">${digits.map((digit, i) => this.#button(digit, i))}</ul>`;
  }

  /** @param {number} index @returns {Digit} */
  #digit(index) {
    const { labels, answers } = this.survey;
    return { index, label: labels[index], answer: answers[index] };
  }

  /** @param {Digit} digit @param {number} i  place in the gallery */
  #button({ index, label, answer }, i) {
    const picture = html`<canvas class="thumb picture"></canvas><span class="small quiet"
      >${texts.read(label, answer)}</span>`;
    const { hide } = this.session.state.settings;
    if (this.set === "test" && hide.includes("test")) {
      return html`<li class="each">${picture}</li>`;
    }
    return html`
      <li><button class="plain each" title=${texts.useAsInput}
        aria-label=${texts.useDigit(index + 1, label, answer)}
        @click=${() => this.#show(index, label, i)}>${picture}</button></li>`;
  }

  /** @param {number} index @param {number} label @param {number} i */
  #show(index, label, i) {
    const { session } = this;
    if (this.set === "test") return session.act(session.testDigit(index));
    const pixels = this.#shown?.pictures[i];
    const words = texts.trainingDigit(index + 1, label);
    if (pixels) session.showPicture(pixels, { kind: "digit", label, words });
  }

  #paint() {
    const { pictures = [] } = this.#shown ?? {};
    for (const [i, canvas] of this.querySelectorAll("canvas").entries()) {
      paintPicture(canvas, pictures[i], inkScale());
    }
  }
}

customElements.define("dh-cost-gallery", CostGallery);
