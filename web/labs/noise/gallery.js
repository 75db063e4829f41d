/** For each digit, the image that is predicted to be that digit with the highest confidence. */
import { html } from "lit";
import { isSure } from "../../common/confidence.js";
import { KINDS } from "../../common/noise-kinds.js";
import { percent } from "../../common/numbers.js";
import * as texts from "../../texts/en/noise.js";
import { paintPicture } from "../../ui/canvas.js";
import { inkScale } from "../../ui/colors.js";
import { PaintController } from "../../ui/controllers.js";
import { Part } from "../../ui/part.js";
import { travel } from "./travel.js";

/**
 * @typedef {import("../../worker/noise-survey.js").Example} Example
 * @typedef {import("./view.js").CountedNoise} CountedNoise
 */

class NoiseGallery extends Part {
  static properties = { counted: { attribute: false } };

  constructor() {
    super();
    /** @type {CountedNoise | null} */
    this.counted = null;
    new PaintController(this, () => this.#paint(), null);
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.shown !== before.shown;
  }

  get #examples() {
    return this.counted?.tally.best ?? [];
  }

  render() {
    const onInput = this.#examples.find((example) => this.#isOnInput(example));
    return html`
      <section class="stack" aria-label=${texts.gallery}>
        <h3>${texts.galleryTitle}</h3>
        <ul role="list" class="examples">
          ${Array.from({ length: 10 }, (_, answer) => html`<li>${this.#tile(answer)}</li>`)}
        </ul>
        <div class="row travel" role="status">${this.#under(onInput)}</div>
      </section>`;
  }

  /** @param {Example | undefined} onInput */
  #under(onInput) {
    if (!onInput) return html`<span class="quiet">${texts.chooseImage}</span>`;
    return html`<span>${texts.isOnInput(onInput.index)}</span>
      <button @click=${travel} data-testid="noise-travel">${texts.follow}</button>`;
  }

  /** @param {number} answer */
  #tile(answer) {
    const example = this.#examples.find((each) => each.answer === answer);
    if (!example) {
      const words = this.counted ? texts.never(answer) : html`<b>${answer}</b>`;
      return html`<div class="example none"><span class="blank"></span>
        <span class="quiet">${words}</span></div>`;
    }
    const { index, confidence } = example;
    const mark = isSure(example) ? "answer" : "quiet";
    return html`<button class="example" aria-pressed=${this.#isOnInput(example)}
      title=${texts.image(index)} @click=${() => this.#choose(example)}>
      <canvas></canvas>
      <span class="number"><span class="only-heard">${texts.imageHeard(index)}</span><b
        class=${mark}>${answer}</b> ${percent(confidence)}</span></button>`;
  }

  #paint() {
    const examples = [...this.#examples].sort((a, b) => a.answer - b.answer);
    for (const [i, canvas] of this.querySelectorAll("canvas").entries()) {
      paintPicture(canvas, examples[i].pixels, inkScale());
    }
  }

  /** @param {Example} example */
  #choose(example) {
    this.session.showPicture(example.pixels, { kind: "noise", words: this.#wordsFor(example) });
  }

  /** @param {Example} example */
  #isOnInput(example) {
    const { kind, words } = this.state.shown;
    return kind === "noise" && words === this.#wordsFor(example);
  }

  /** The words for an example on the input. @param {Example} example */
  #wordsFor({ index }) {
    const { kind, seed } = /** @type {CountedNoise} */ (this.counted);
    return texts.caption(KINDS[kind], seed, index);
  }
}

customElements.define("dh-noise-gallery", NoiseGallery);
