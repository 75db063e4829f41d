/**
 * Teaches the drawing on the input: the visitor says which digit it is, and the network is trained
 * on it, among other digits, until it reads it as that. The drawing stays among the training
 * digits.
 *
 * @typedef {import("../../model/state.js").State} State
 *
 * @typedef {object} Lesson  the last drawing that was taught
 * @property {number} label
 * @property {number} steps  mini-batches it took
 * @property {number} answer  the prediction afterwards
 * @property {number} confidence
 * @property {number} version  of the network right after it
 * @property {number} entry  of the undo history
 * @property {number | null} before  test accuracy, where it was known
 * @property {number | null} after
 */
import { html, nothing } from "lit";
import { PIXELS } from "../../common/images.js";
import { endingTraining } from "../../model/notices.js";
import * as texts from "../../texts/en/train.js";
import { paintPicture } from "../../ui/canvas.js";
import { inkScale } from "../../ui/colors.js";
import { PaintController } from "../../ui/controllers.js";
import { icons } from "../../ui/icons.js";
import { Part } from "../../ui/part.js";
import { toDrawing } from "../../ui/to-drawing.js";

const DIGITS = [...Array(10).keys()];
const BLANK = new Float32Array(PIXELS);

class TeachDrawing extends Part {
  static properties = { isBusy: { state: true }, words: { state: true } };

  /**
   * @type {{ pixels: Float32Array, label: number }[]} taught on this page and among the training
   *   digits
   */
  #taught = [];
  /** Those whose pictures are in the page. @type {{ pixels: Float32Array }[]} */
  #shown = [];
  /** @type {Lesson | null} */
  #lesson = null;
  /** Generation of the data that `#taught` are among. */
  #data = -1;

  constructor() {
    super();
    this.pauseWhenHidden = true;
    this.isBusy = false;
    /** What there is to say beside the lesson. */
    this.words = "";
    new PaintController(this, () => this.#paint(), null);
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return (
      state.reading !== before.reading ||
      state.data !== before.data ||
      state.history !== before.history ||
      state.evaluation !== before.evaluation ||
      state.version !== before.version
    );
  }

  willUpdate() {
    const evaluation = evaluationOf(this.state);
    if (evaluation && evaluation.version === this.#lesson?.version) {
      this.#lesson.after = evaluation.accuracy;
    }
  }

  render() {
    const drawing = this.#drawing;
    const canTeach = drawing !== null && this.state.data.train > 0 && !this.isBusy;
    const taught = this.#present;
    this.#shown = taught;
    return html`
      <div class="teach-drawing">
        <canvas class="digit" role="img" aria-label=${texts.yourDrawing}></canvas>
        <div class="stack">
          <h3>${texts.teachIt}</h3>
          <p class="small">${this.#question()}</p>
          <div class="row" role="group" aria-label=${texts.whatItIs}>
            ${DIGITS.map((digit) => this.#digit(digit, canTeach))}
          </div>
          <p class="small" role="status" data-testid="taught">${this.#outcome()}</p>
          <div class="row">
            ${drawing ? nothing : html`<button @click=${toDrawing}>${texts.toDrawing}</button>`}
            ${this.#canUndo ? this.#undoButton() : nothing}
          </div>
        </div>
        ${taught.length ? this.#collection(taught) : nothing}
      </div>`;
  }

  /** @param {number} digit @param {boolean} canTeach */
  #digit(digit, canTeach) {
    return html`<button class="icon" data-teach=${digit} ?disabled=${!canTeach}
      @click=${() => this.#teach(digit)}>${digit}</button>`;
  }

  #undoButton() {
    return html`<button data-testid="undo-teaching" ?disabled=${this.isBusy} @click=${this.#undo}>
      ${icons.undo}${texts.undo}</button>`;
  }

  /** @param {{ label: number }[]} taught */
  #collection(taught) {
    return html`
      <div class="stack">
        <p class="small quiet">${texts.yourDigits}</p>
        <ul role="list" class="gallery">
          ${taught.map(
            ({ label }) => html`<li>
              <canvas role="img" aria-label=${texts.yourDigit(label)}></canvas>
              <span class="small" aria-hidden="true"><b>${label}</b></span>
            </li>`,
          )}
        </ul>
      </div>`;
  }

  /**
   * The reading of the visitor's drawing; null when something else, or nothing, is on the input.
   */
  get #drawing() {
    const { reading } = this.state;
    return reading?.shown.kind === "drawing" && reading.answer !== null ? reading : null;
  }

  /** Those that are among the training digits in use. */
  get #present() {
    const { data } = this.state;
    return data.generation === this.#data && data.drawings > 0 ? this.#taught : [];
  }

  /** Whether undo would take back the lesson and nothing else. */
  get #canUndo() {
    const { version, history } = this.state;
    return this.#lesson?.version === version && this.#lesson.entry === history.top;
  }

  #question() {
    const drawing = this.#drawing;
    if (!this.state.data.train) return texts.loadingTraining;
    if (!drawing) return texts.drawFirst;
    return texts.whichDigit(/** @type {number} */ (drawing.answer), drawing.confidence);
  }

  #outcome() {
    if (this.isBusy) return this.words || texts.teaching;
    const lesson = this.#lesson;
    if (this.words || !lesson) return this.words;
    return `${lessonWords(lesson)} ${accuracyWords(lesson)}`;
  }

  /** @param {number} label */
  async #teach(label) {
    const drawing = this.#drawing;
    if (!drawing) return;
    const { session } = this;
    const { pixels } = drawing;
    this.isBusy = true;
    this.words = "";
    try {
      if (session.isBusy || !evaluationOf(session.state))
        await endingTraining(session, texts.isTaught, session.pause());
      const before = evaluationOf(session.state);
      const outcome = await session.teach(pixels, label);
      if (!outcome) return;
      const { version, history } = session.state;
      const accuracy = before?.accuracy ?? null;
      this.#lesson = {
        label,
        ...outcome,
        version,
        entry: history.top,
        before: accuracy,
        after: null,
      };
      this.#add({ pixels, label });
    } catch (error) {
      this.#lesson = null;
      this.words = texts.notTaught(error.message);
    } finally {
      this.isBusy = false;
    }
  }

  /** @param {{ pixels: Float32Array, label: number }} drawing */
  #add(drawing) {
    this.#taught = [...this.#present, drawing];
    this.#data = this.state.data.generation;
  }

  async #undo() {
    if (!this.#canUndo) return;
    this.isBusy = true;
    this.words = texts.undoing;
    try {
      await this.session.undo();
      this.words = texts.undone;
    } catch (error) {
      this.words = texts.notUndone(error.message);
    } finally {
      this.#lesson = null;
      this.isBusy = false;
    }
  }

  #paint() {
    const [canvas, ...collected] = this.querySelectorAll("canvas");
    paintPicture(canvas, this.#drawing?.pixels ?? BLANK, inkScale());
    for (const [i, each] of collected.entries())
      paintPicture(each, this.#shown[i].pixels, inkScale());
  }
}

/** The evaluation of the network as it is; null while it is not known. @param {State} state */
function evaluationOf({ evaluation, version }) {
  return evaluation?.version === version ? evaluation : null;
}

/** @param {Lesson} lesson */
function lessonWords({ label, steps, answer, confidence }) {
  if (!steps) return texts.alreadyReadAs(answer, confidence);
  if (answer === label) return texts.nowReadAs(steps, answer, confidence);
  return texts.stillReadAs(steps, answer, confidence);
}

/** @param {Lesson} lesson */
function accuracyWords({ before, after }) {
  if (after === null) return "";
  return before === null ? texts.testAccuracy(after) : texts.testAccuracies(before, after);
}

customElements.define("dh-teach-drawing", TeachDrawing);
