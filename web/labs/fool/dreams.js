/**
 * What the network imagines for each digit: the image that activation maximisation climbs to from
 * faint noise.
 */
import { html } from "lit";
import { fraction } from "../../common/numbers.js";
import * as texts from "../../texts/en/fool.js";
import { paintPicture } from "../../ui/canvas.js";
import { inkScale } from "../../ui/colors.js";
import { PaintController } from "../../ui/controllers.js";
import { Part } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";

const STEPS = 200;
/** Milliseconds between two rounds while the network is trained. */
const PAUSE = 1500;

/**
 * @typedef {object} Dream
 * @property {Float32Array} pixels
 * @property {number} confidence  that digit's output
 * @property {number} seed
 * @property {number} generation  of the network
 */

class Dreams extends Part {
  static properties = { dreams: { state: true }, seed: { state: true }, known: { state: true } };

  constructor() {
    super();
    this.seed = 1;
    /** @type {Dream[]} by digit */
    this.dreams = [];
    /** How many of this round are there. */
    this.known = 0;
    /** @type {QueryController<null>} */
    this.round = new QueryController(this, {
      session: () => this.session,
      pause: PAUSE,
      key: ({ generation, version }) => `${generation} ${version} ${this.seed}`,
      subject: () => String(this.seed),
      ask: (_, signal) => this.#imagine(signal),
    });
    new PaintController(this, () => this.#paint(), null);
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.generation !== before.generation;
  }

  /** @param {import("lit").PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has("seed")) this.known = 0;
  }

  render() {
    const isBusy = this.known < 10;
    const { seed, known } = this;
    const progress = isBusy ? texts.seedSoFar(seed, known) : texts.seedOf(seed);
    return html`
      <div class="row between">
        <h3>${texts.imagines}
          <span class="quiet small number">${progress}</span></h3>
        <button @click=${this.#again} data-testid="dream-again">${texts.anotherSeed}</button>
      </div>
      <ul role="list" class="dreams" aria-busy=${isBusy}>
        ${Array.from({ length: 10 }, (_, digit) => html`<li>${this.#tile(digit)}</li>`)}
      </ul>`;
  }

  /** Whether it is of this network and seed. @param {Dream | undefined} dream */
  #isPresent(dream) {
    return dream?.seed === this.seed && dream.generation === this.state.generation;
  }

  /** @param {number} digit */
  #tile(digit) {
    const dream = this.dreams[digit];
    const isPresent = this.#isPresent(dream);
    const title = isPresent ? texts.useIt : texts.notImagined;
    return html`<button class="dream ${isPresent ? "" : "waits"}" data-dream=${digit}
      ?disabled=${!isPresent} @click=${() => this.#show(digit)} title=${title}><canvas></canvas>
      <span class="number">${texts.imagined(html`<b class="answer">${digit}</b>`)}
        ${isPresent ? fraction(dream.confidence) : "…"}</span></button>`;
  }

  #paint() {
    for (const [digit, canvas] of this.querySelectorAll("canvas").entries()) {
      const dream = this.dreams[digit];
      if (dream) paintPicture(canvas, dream.pixels, inkScale());
    }
  }

  #again() {
    this.seed++;
  }

  /** @param {number} digit */
  #show(digit) {
    const { pixels, seed } = this.dreams[digit];
    this.session.showPicture(pixels, { words: texts.imaginedPicture(digit, seed) });
  }

  /**
   * One digit after the other, each shown at once; given up for another seed or network.
   * @param {AbortSignal} signal
   */
  async #imagine(signal) {
    const { seed, session } = this;
    const { generation } = session.state;
    this.known = 0;
    for (let digit = 0; digit < 10; digit++) {
      const found = await session.query("foolDream", digit, { steps: STEPS, seed }, signal);
      const isWanted = seed === this.seed && generation === session.state.generation;
      if (!isWanted || !this.isConnected) return null;
      this.dreams = Object.assign([...this.dreams], { [digit]: { ...found, seed, generation } });
      this.known = digit + 1;
    }
    return null;
  }
}

customElements.define("dh-dreams", Dreams);
