/** One image of noise after the other, and the network's prediction for each. */
import { html } from "lit";
import { isSure } from "../../common/confidence.js";
import { percent } from "../../common/numbers.js";
import * as texts from "../../texts/en/noise.js";
import { althoughNoise, notSure } from "../../texts/en/ui.js";
import { paintPicture } from "../../ui/canvas.js";
import { inkScale } from "../../ui/colors.js";
import { PaintController } from "../../ui/controllers.js";
import { outputBars } from "../../ui/output-bars.js";
import { Part } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";
import { SlideshowController } from "../../ui/slideshow-controller.js";
import { verdict } from "../../ui/verdict.js";

/** Milliseconds that each image is shown. */
const FRAME_MS = 160;

/**
 * @typedef {import("../../common/noise-kinds.js").NoiseKind} NoiseKind
 * @typedef {import("../../model/state.js").State} State
 * @typedef {import("../../worker/reading.js").PlainReading & { index: number, generation: number }}
 *   ReadImage  generation: of the network
 */

class Static extends Part {
  static properties = {
    kind: {},
    seed: { type: Number },
  };

  constructor() {
    super();
    /** @type {NoiseKind} */
    this.kind = "uniform";
    this.seed = 1;
    this.images = new SlideshowController(this, FRAME_MS);
    /** @type {QueryController<ReadImage>} */
    this.reading = new QueryController(this, {
      session: () => this.session,
      pause: FRAME_MS,
      key: (state) => this.#key(state),
      ask: () => this.#read(),
      done: () => this.images.shown(),
    });
    new PaintController(this, () => this.#paint(), null);
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.generation !== before.generation;
  }

  /** @param {import("lit").PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has("kind") || changed.has("seed")) this.images.index = 0;
  }

  /** @param {State} state */
  #key({ generation, version, data }) {
    return [generation, version, data.generation, this.kind, this.seed, this.images.index].join(
      " ",
    );
  }

  /** The last answer, unless it is another network's. */
  get #seen() {
    const { answer } = this.reading;
    return answer?.generation === this.state.generation ? answer : null;
  }

  render() {
    const seen = this.#seen;
    const index = html`<span data-testid="static-index">${seen?.index ?? ""}</span>`;
    return html`
      <canvas class="picture" role="img"
        aria-label=${texts.noiseImage(seen?.index ?? 0, this.seed)}></canvas>
      <div class="says veiled">
        ${verdict(seen, { testId: "static-answer" })}
        <p>
          <span><span class="title number" data-testid="static-confidence">${
            seen ? percent(seen.confidence, 0) : ""
          }</span> <span class="quiet small number">${texts.confidenceIn(index)}</span></span>
          <span class="quiet small">${wordsFor(seen)}</span>
        </p>
      </div>
      <div class="outputs-of-noise veiled">${outputBars(seen?.activations.at(-1))}</div>
      <div class="row">
        <button class="run" @click=${() => this.images.toggle()} data-testid="static-run">${
          this.images.isRunning ? texts.stop : texts.run
        }</button>
        <button data-testid="static-next" ?disabled=${this.images.isRunning}
          @click=${() => this.images.next()}>${texts.next}</button>
      </div>`;
  }

  #paint() {
    const seen = this.#seen;
    const canvas = this.querySelector("canvas");
    if (canvas && seen) paintPicture(canvas, seen.pixels, inkScale());
  }

  /** @returns {Promise<ReadImage>} */
  async #read() {
    const { kind, seed, session } = this;
    const { index } = this.images;
    const { generation } = session.state;
    const reading = await session.query("noiseReading", { kind, seed, from: index });
    return { ...reading, index, generation };
  }
}

/** @param {ReadImage | null} seen */
function wordsFor(seen) {
  if (!seen) return "";
  return isSure(seen) ? althoughNoise : notSure;
}

customElements.define("dh-static", Static);
