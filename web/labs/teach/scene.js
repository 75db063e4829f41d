/**
 * One picture, read by the network before fine-tuning and by the copy: noise, one image after the
 * other, the picture on the page's input, or a test digit that each of the two is attacked with.
 */
import { html } from "lit";
import { KIND_LIST, KINDS } from "../../common/noise-kinds.js";
import * as texts from "../../texts/en/teach.js";
import { testDigitsLoading } from "../../texts/en/ui.js";
import { paintPicture } from "../../ui/canvas.js";
import { inkScale } from "../../ui/colors.js";
import { PaintController } from "../../ui/controllers.js";
import { holding } from "../../ui/holding.js";
import { Part } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";
import { selectValue } from "../../ui/select-value.js";
import { SlideshowController } from "../../ui/slideshow-controller.js";
import { SEED } from "./fine-tuning.js";
import { EPSILON, side } from "./scene-side.js";

/**
 * @typedef {import("../../common/noise-kinds.js").NoiseKind} NoiseKind
 * @typedef {import("../../model/state.js").State} State
 * @typedef {import("./scene-side.js").Read} Read
 *
 * @typedef {object} Scene
 * @property {string} subject  which networks and data it is of; see `subjectOf`
 * @property {string} words  for the picture
 * @property {Float32Array} pixels
 * @property {Read | null} before
 * @property {Read | null} after
 */

/** Milliseconds that each picture is shown. */
const FRAME_MS = 250;
/** Sources that are no kind of noise: what is on the page's input, and test digits. */
const INPUT = "input";
const DIGITS = "digits";

class TeachScene extends Part {
  static properties = {
    run: { attribute: false },
    copy: { attribute: false },
    source: { state: true },
  };

  constructor() {
    super();
    this.pauseWhenHidden = true;
    /** @type {import("./fine-tuning.js").FineTuning} */
    this.run = /** @type {any} */ (null);
    /** The copy of `run`; another object whenever it was trained. */
    this.copy = /** @type {import("./fine-tuning.js").Copy | null} */ (null);
    /** @type {string} a kind of noise, INPUT or DIGITS */
    this.source = "";
    /** Of the sequence of a source. */
    this.pictures = new SlideshowController(this, FRAME_MS);
    /** @type {QueryController<Scene>} */
    this.scene = new QueryController(this, {
      session: () => this.session,
      pause: 40,
      key: (state) => this.#key(state),
      ask: () => this.#read(),
      done: () => !this.#isInput && this.pictures.shown(),
    });
    new PaintController(this, () => this.#paint(), null);
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return subjectOf(this, state) !== subjectOf(this, before);
  }

  /** @param {import("lit").PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has("run")) {
      this.source = this.#sources[0];
      this.pictures.index = 0;
    }
  }

  get #sources() {
    return this.run.purpose === "noise" ? KIND_LIST : [DIGITS];
  }

  get #isInput() {
    return this.source === INPUT;
  }

  /** @param {State} state */
  #key(state) {
    const { reading, data } = state;
    const steps = this.copy ? this.copy.progress.steps : state.version;
    if (this.#isInput && !reading) return null;
    if (this.source === DIGITS && !data.testComplete) return null;
    const picture = this.#isInput ? reading?.input : this.pictures.index;
    return [subjectOf(this, state), this.source, picture, steps, data.testComplete].join(" ");
  }

  /** The last answer, unless it is of other networks or of other data. */
  get #present() {
    const { answer } = this.scene;
    return answer?.subject === subjectOf(this, this.state) ? answer : null;
  }

  render() {
    const scene = this.#present;
    const { purpose, copy } = this.run;
    const words = scene?.words ?? this.#noWords;
    const about = { purpose, isInput: this.#isInput };
    return html`
      <div class="scene">
        <div class="stack">
          <canvas class="picture" data-picture="plain" role="img" aria-label=${texts.drawOn(words)}
            @pointerdown=${this.#pen} @pointermove=${this.#pen} @pointerup=${this.#pen}
            @pointercancel=${this.#pen} @lostpointercapture=${this.#pen}></canvas>
          <p class="quiet small number" data-testid="scene-words">${words}</p>
        </div>
        ${side("before", scene?.before ?? null, about)}
        ${side("after", scene?.after ?? null, { ...about, isMissing: !copy })}
      </div>
      <div class="row">
        <label class="row"><span class="quiet">${texts.picture}</span>
          <select @change=${this.#choose} data-testid="scene-source" ${selectValue(this.source)}>
            ${this.#sources.map((key) => html`<option value=${key}>${nameOf(key)}</option>`)}
            <option value=${INPUT}>${texts.pictureOnInput}</option>
          </select></label>
        ${this.#isInput ? this.#clearButton() : this.#sequenceButtons()}
        <span class="quiet small">${texts.drawHint}</span>
      </div>`;
  }

  #clearButton() {
    return html`<button @click=${() => this.session.draw([])}>${texts.clear}</button>`;
  }

  #sequenceButtons() {
    const { pictures } = this;
    return html`<button class="run" data-testid="scene-run" @click=${() => pictures.toggle()}>${
      pictures.isRunning ? texts.stop : texts.run
    }</button>
    <button ?disabled=${pictures.isRunning} data-testid="scene-next"
      @click=${() => pictures.next()}>${texts.next}</button>`;
  }

  get #noWords() {
    if (this.#isInput && !this.state.reading) return texts.inputEmpty;
    const isLoading = this.source === DIGITS && !this.state.data.testComplete;
    return isLoading ? testDigitsLoading : "";
  }

  #paint() {
    const scene = this.#present;
    if (!scene) return;
    for (const canvas of this.querySelectorAll("canvas")) {
      const name = /** @type {"plain" | "before" | "after"} */ (canvas.dataset.picture);
      const pixels = name === "plain" ? scene.pixels : scene[name]?.pixels;
      paintPicture(canvas, pixels ?? new Float32Array(scene.pixels.length), inkScale());
    }
  }

  /** @param {Event} event */
  #choose({ target }) {
    this.source = /** @type {HTMLSelectElement} */ (target).value;
    this.pictures.restart();
  }

  /** Draws on the page's input, which is read from there. */
  #pen = holding({
    begin: (event) => {
      const { kind, strokes } = this.state.shown;
      this.source = INPUT;
      this.session.draw([...(kind === "drawing" ? strokes : []), [pointOf(event)]]);
    },
    move: (event) => {
      const { strokes } = this.state.shown;
      const last = strokes[strokes.length - 1];
      if (last) this.session.draw([...strokes.slice(0, -1), [...last, pointOf(event)]]);
    },
    end: (isPalm) => isPalm && this.session.draw(this.state.shown.strokes.slice(0, -1)),
  });

  /** @returns {Promise<Scene>} */
  async #read() {
    const { source, run, session } = this;
    const { index } = this.pictures;
    const subject = subjectOf(this, session.state);
    const { reading } = session.state;
    const epsilon = run.purpose === "attacks" ? EPSILON : 0;
    const id = run.copy?.id ?? null;
    if (source === INPUT && reading) {
      const { pixels, shown } = reading;
      const picture = { pixels, label: shown.label };
      const read = await session.query("teachRead", id, picture, epsilon);
      return { subject, words: inputWords(shown), ...read };
    }
    const picture =
      source === DIGITS
        ? { digit: index }
        : { kind: /** @type {NoiseKind} */ (source), seed: SEED, from: index };
    const read = await session.query("teachRead", id, picture, epsilon);
    const words =
      source === DIGITS
        ? texts.testDigit(index + 1, read.label)
        : texts.noiseImage(index, nameOf(source), SEED);
    return { subject, words, ...read };
  }
}

/**
 * Which networks and data a scene is of.
 * @param {{ run: TeachScene["run"] }} scene @param {State} state
 */
function subjectOf({ run }, { generation, data }) {
  return [run.purpose, run.copy?.id ?? generation, data.generation].join(" ");
}

/** @param {string} source */
function nameOf(source) {
  return source === DIGITS ? texts.attackedDigits : KINDS[/** @type {NoiseKind} */ (source)];
}

/** @param {import("../../model/state.js").Shown} shown */
function inputWords({ words, kind }) {
  return words || (kind === "nothing" ? texts.inputBlank : texts.inputDrawing);
}

/** Where in the picture, 0…1. @param {import("../../ui/holding.js").Held} event */
function pointOf({ currentTarget, clientX, clientY }) {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  const inside = (/** @type {number} */ value) => Math.min(1, Math.max(0, value));
  return [inside((clientX - left) / width), inside((clientY - top) / height)];
}

customElements.define("dh-teach-scene", TeachScene);
