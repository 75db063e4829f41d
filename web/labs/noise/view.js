/** The network's confidence in ten thousand images of noise, beside that in as many test digits. */
import { html } from "lit";
import { SURE } from "../../common/confidence.js";
import { KIND_LIST, KINDS } from "../../common/noise-kinds.js";
import { percent } from "../../common/numbers.js";
import * as texts from "../../texts/en/noise.js";
import { guessFirst, testDigitsLoading } from "../../texts/en/ui.js";
import { peakOf } from "../../ui/charts/confidence-ridgeline.js";
import { Part } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";
import "./gallery.js";
import "./kinds-table.js";
import "./static.js";

const IMAGES = 10_000;
/** While the network is trained: few enough to keep up with it. */
const IMAGES_IN_TRAINING = 2000;
/** Milliseconds between two counts of the test digits while the network is trained. */
const DIGITS_PAUSE = 1500;

/**
 * @typedef {import("../../common/noise-kinds.js").NoiseKind} NoiseKind
 * @typedef {import("../../worker/noise-survey.js").Tally} Tally
 * @typedef {import("../../model/state.js").State} State
 *
 * @typedef {object} Counted  a tally, and what it is of
 * @property {number} generation  of the network
 * @property {number} version  of the network
 * @property {number} data  generation of the data
 * @property {number} epoch
 * @property {Tally} tally
 *
 * @typedef {Counted & { kind: NoiseKind, seed: number }} CountedNoise
 *
 * @typedef {object} Figures  what a guess is compared with
 * @property {NoiseKind} about
 * @property {string} name
 * @property {number | null} above  fraction of the images with a confidence above 0.9; null until
 *   they are counted
 * @property {number | null} accuracy  of the same network on the test digits, where it is known
 */

class Noise extends Part {
  static properties = { kind: { state: true }, seed: { state: true } };

  constructor() {
    super();
    this.pauseWhenHidden = true;
    /** @type {(figures: Figures) => void} */
    this.tell = () => {};
    /** @type {NoiseKind} */
    this.kind = "uniform";
    this.seed = 1;
    const session = () => this.session;
    /** @type {QueryController<CountedNoise>} */
    this.survey = new QueryController(this, {
      session,
      key: (state) => `${about(state)} ${this.kind} ${this.seed}`,
      subject: () => `${this.kind} ${this.seed}`,
      ask: (_, signal) => this.#count(signal),
    });
    /** @type {QueryController<Counted>} */
    this.digits = new QueryController(this, {
      session,
      pause: DIGITS_PAUSE,
      key: (state) => (state.data.test ? about(state) : null),
      ask: (_, signal) => this.#countDigits(signal),
    });
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return about(state) !== about(before) || state.evaluation !== before.evaluation;
  }

  updated() {
    this.tell(this.#figures);
  }

  /** @returns {Figures} */
  get #figures() {
    const { kind, state } = this;
    const counted = this.#counted?.kind === kind ? this.#counted : null;
    const { evaluation } = state;
    const isSame = counted !== null && evaluation?.version === counted.version;
    return {
      about: kind,
      name: KINDS[kind],
      above: counted ? counted.tally.above[1] : null,
      accuracy: isSame ? evaluation.accuracy : null,
    };
  }

  /** The last count, unless it is of another network or of other data. */
  get #counted() {
    return ofPresent(this.survey.answer, this.state);
  }

  get #digitsCounted() {
    return ofPresent(this.digits.answer, this.state);
  }

  render() {
    const { kind, seed, session } = this;
    const counted = this.#counted;
    const digits = this.#digitsCounted;
    const choose = (/** @type {NoiseKind} */ each) => this.#choose(each);
    return html`
      <div class="row" role="group" aria-label=${texts.kindOfNoise}>
        ${KIND_LIST.map((each) => this.#kindButton(each))}
      </div>
      <div class="noise-main">
        <dh-static .session=${session} .kind=${kind} .seed=${seed}></dh-static>
        ${this.#noiseFigure(counted, digits)} ${this.#digitFigure(counted, digits)}
      </div>
      <dh-noise-gallery class="revealed" .session=${session} .counted=${counted}>
      </dh-noise-gallery>
      <dh-kinds-table class="revealed" .session=${session} .kind=${kind} .seed=${seed}
        .digits=${digits} .choose=${choose}></dh-kinds-table>`;
  }

  /** @param {NoiseKind} kind */
  #kindButton(kind) {
    return html`<button aria-pressed=${this.kind === kind} data-kind=${kind}
      @click=${() => this.#choose(kind)}>${KINDS[kind]}</button>`;
  }

  /** @param {CountedNoise | null} counted @param {Counted | null} digits */
  #noiseFigure(counted, digits) {
    const isStale = !this.survey.isCurrent;
    const words = counted ? wordsFor(counted) : texts.noise(KINDS[this.kind], this.seed);
    return html`
      <figure class="noise-counted ${isStale ? "stale" : ""}">
        <p class="veil quiet">${guessFirst}</p>
        <figcaption class="veiled">
          <span class="finding">${this.#finding(counted)}</span>
          <span class="quiet small number" data-testid="noise-counted">${words}</span>
        </figcaption>
        <dh-confidence-ridgeline class="veiled" .stale=${isStale} .words=${words}
          .tally=${counted?.tally ?? null} .peak=${peakIn(counted, digits)}>
        </dh-confidence-ridgeline>
        <button class="veiled" @click=${this.#more} data-testid="noise-more">${texts.another(
          IMAGES,
        )}</button>
      </figure>`;
  }

  /** @param {Counted | null} counted */
  #finding(counted) {
    if (counted) {
      const above = percent(counted.tally.above[1]);
      return texts.noiseAbove(html`<span class="number" data-testid="noise-above">${above}</span>`);
    }
    const words = this.survey.status === "failed" ? texts.notCounted : texts.counting;
    return html`<span data-testid="noise-above">${words}</span>`;
  }

  /** @param {Counted | null} counted @param {Counted | null} digits */
  #digitFigure(counted, digits) {
    const isStale = !this.digits.isCurrent;
    const peak = peakIn(counted, digits);
    const words = digits ? texts.digitsCounted(digits.tally.count, digits.epoch) : this.#noDigits;
    return html`
      <figure class=${isStale ? "stale" : ""}>
        <figcaption>
          <span class="finding">${
            digits ? texts.digitsAbove(digits.tally.above[1]) : texts.testDigits
          }</span>
          <span class="quiet small number">${words}</span>
        </figcaption>
        <dh-confidence-ridgeline .stale=${isStale} words=${texts.testDigits}
          .tally=${digits?.tally ?? null} .peak=${peak}></dh-confidence-ridgeline>
        <p class="quiet small veiled" ?hidden=${!peak}>${texts.bars(peak, SURE)}</p>
      </figure>`;
  }

  /** Why there is no count of the test digits. */
  get #noDigits() {
    if (!this.state.data.test) return testDigitsLoading;
    return this.digits.status === "failed" ? texts.notCounted : texts.counting;
  }

  /** @param {NoiseKind} kind */
  #choose(kind) {
    this.kind = kind;
  }

  #more() {
    this.seed++;
  }

  /** @param {AbortSignal} signal @returns {Promise<CountedNoise>} */
  async #count(signal) {
    const { kind, seed, session } = this;
    const asked = askedOf(session.state);
    const question = /** @type {const} */ ({ kind, seed, count: asked.images, best: "each" });
    const { epoch, found } = await session.query("noiseSurvey", question, signal);
    return { ...asked, kind, seed, epoch, tally: found };
  }

  /** @param {AbortSignal} signal @returns {Promise<Counted>} */
  async #countDigits(signal) {
    const asked = askedOf(this.session.state);
    const { epoch, found } = await this.session.query("noiseDigits", asked.images, signal);
    return { ...asked, epoch, tally: found };
  }
}

/** What a count depends on, besides the kind and the seed. @param {State} state */
function about({ generation, version, phase, data }) {
  return [generation, version, imagesIn(phase), data.generation, data.testComplete].join(" ");
}

/** @param {State} state */
function askedOf({ generation, version, phase, data }) {
  return { generation, version, data: data.generation, images: imagesIn(phase) };
}

/** How many images are counted. @param {State["phase"]} phase */
function imagesIn(phase) {
  return phase === "running" ? IMAGES_IN_TRAINING : IMAGES;
}

/**
 * @template {Counted} T
 * @param {T | null} counted
 * @param {State} state
 * @returns {T | null} null when it is of another network or of other data
 */
function ofPresent(counted, { generation, data }) {
  const isPresent = counted?.generation === generation && counted.data === data.generation;
  return isPresent ? counted : null;
}

/** The tallest bar of both charts, so that they can be compared. @param {(Counted | null)[]} all */
function peakIn(...all) {
  return Math.max(...all.map((counted) => peakOf(counted?.tally ?? null)));
}

/** @param {CountedNoise} counted */
function wordsFor({ kind, seed, epoch, tally }) {
  return texts.imagesCounted(tally.count, KINDS[kind], seed, epoch);
}

customElements.define("dh-noise", Noise);
