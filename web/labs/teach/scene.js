/**
 * One picture before the lessons and after: running noise, a scribble of one's own, or an unseen digit that each of the two
 * networks is attacked with.
 */
import { html, nothing } from "lit";
import { KINDS } from "../../common/noise-kinds.js";
import { fraction, percent } from "../../common/numbers.js";
import { inkScale, onColours, paintPicture } from "../../ui/colors.js";
import { Part } from "../../ui/part.js";
import { Follower } from "../../ui/query-controller.js";
import { SEED } from "./fine-tuning.js";

/**
 * @typedef {import("../../worker/protocol.js").Reading & { meant: number | null }} Read
 * @typedef {{ pixels: Float32Array, before: Read, after: Read | null, words: string, index: number }} Scene
 */

const FRAME_MS = 250;
/** What is on the page's input, in place of a sequence. */
const INPUT = "input";
const DIGITS = "digits";
/** How far each pixel is changed by an attack. */
const EPSILON = 0.1;
/** From here on a network is said to be sure. */
const SURE = 0.5;

class TeachScene extends Part {
  static properties = {
    course: { attribute: false },
    /** Grows with the copy. */
    age: {},
    source: { state: true },
    running: { state: true },
    index: { state: true },
    scene: { state: true },
  };

  constructor() {
    super();
    /** @type {import("./fine-tuning.js").Course} */
    this.course = /** @type {any} */ (null);
    this.age = "";
    this.source = "";
    this.running = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    /** In the sequence. */
    this.index = 0;
    /** @type {Scene | null} */
    this.scene = null;
    this.stopColours = () => {};
  }

  /** @type {Part["concerned"]} */
  concerned(state, before) {
    return state.reading !== before.reading && this.#isInput;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopColours = onColours(() => this.#paint());
    this.follower = new Follower(this, this.session, () => this.#ask(), {
      pace: 40,
      key: (state) => this.#key(state),
    });
    this.timer = setInterval(() => this.#tick(), FRAME_MS);
  }

  disconnectedCallback() {
    this.stopColours();
    this.follower?.stop();
    clearInterval(this.timer);
    super.disconnectedCallback();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("course")) {
      this.source = this.#sources[0];
      this.scene = null;
    }
  }

  updated() {
    this.follower?.look();
    this.#paint();
  }

  get #sources() {
    return this.course.task === "noise" ? Object.keys(KINDS) : [DIGITS];
  }

  get #isInput() {
    return this.source === INPUT;
  }

  /** @param {import("../../model/state.js").State} state */
  #key({ version, reading }) {
    const what = this.#isInput ? this.#numberOf(reading?.pixels) : this.index;
    const net = this.course.progress ? "" : version;
    return `${this.course.task} ${this.source} ${what} ${net} ${this.age}`;
  }

  /** Every picture has its own number. @type {WeakMap<Float32Array, number>} */
  #numbers = new WeakMap();
  #count = 0;

  /** @param {Float32Array | undefined} pixels */
  #numberOf(pixels) {
    if (!pixels) return 0;
    if (!this.#numbers.has(pixels)) this.#numbers.set(pixels, ++this.#count);
    return this.#numbers.get(pixels);
  }

  render() {
    const { scene } = this;
    const words = scene?.words ?? "Looking";
    return html`
      <div class="scene">
        <div class="stack">
          <canvas class="picture" data-picture="plain" role="img" aria-label="${words}. Draw on it."
            @pointerdown=${this.#down} @pointermove=${this.#move}></canvas>
          <p class="quiet small number" data-testid="scene-words">${words}</p>
        </div>
        ${this.#side("before", "Before", scene?.before)}
        ${this.#side("after", "After", scene?.after)}
      </div>
      <div class="row">
        <label class="row"><span class="quiet">On the picture</span>
          <select @change=${this.#choose} data-testid="scene-source">
            ${this.#sources.map((key) => html`<option value=${key} ?selected=${key === this.source}>${KINDS[key] ?? "unseen digits, attacked"}</option>`)}
            <option value=${INPUT} ?selected=${this.#isInput}>your own: what is on the input${this.course.task === "noise" ? "" : ", attacked"}</option>
          </select></label>
        ${
          this.#isInput
            ? html`<button @click=${() => this.session.draw([])}>Clear</button>`
            : html`<button class="run" data-testid="scene-run" @click=${this.#toggle}>${this.running ? "Stop" : "Let it run"}</button>
              <button ?disabled=${this.running} data-testid="scene-next" @click=${() => this.index++}>Next</button>`
        }
        <span class="quiet small">Or scribble on the picture itself.</span>
      </div>`;
  }

  /** @param {"before" | "after"} name @param {string} words @param {Read | null | undefined} read */
  #side(name, words, read) {
    const sure = read && read.answer !== null && read.confidence >= SURE;
    const wrong = sure && read.meant !== null && read.answer !== read.meant && !this.#isInput;
    const attacked = this.course.task === "harden";
    return html`
      <section class="side" aria-label=${words} data-testid="scene-${name}">
        <h3>${words}</h3>
        <div class="says">
          ${attacked ? html`<canvas class="picture" data-picture=${name} role="img" aria-label="The picture, attacked"></canvas>` : nothing}
          <output class="verdict ${sure ? "" : "unsure"} ${wrong ? "wrong" : ""}" aria-live="off">${sure ? read.answer : ""}</output>
          <p>${this.#words(name, read)}</p>
        </div>
        <ol class="bars" aria-label="The ten outputs">${Array.from({ length: 10 }, (_, digit) => this.#bar(digit, read))}</ol>
      </section>`;
  }

  /** @param {number} digit @param {Read | null | undefined} read */
  #bar(digit, read) {
    const a = read?.answer === null ? 0 : (read?.activations.at(-1)?.[digit] ?? 0);
    const isAnswer = digit === read?.answer && a >= SURE;
    return html`<li class=${isAnswer ? "winner" : ""} style="--a:${a}"><span class="bar"></span><span class="small">${digit}</span><span class="only-heard">: ${fraction(a)}</span></li>`;
  }

  /** @param {"before" | "after"} name @param {Read | null | undefined} read */
  #words(name, read) {
    if (!read)
      return html`<span class="quiet">${name === "after" ? "no copy yet" : "looking"}</span>`;
    if (read.answer === null) return html`<span class="quiet">nothing drawn</span>`;
    const share = html`<span class="number">${percent(read.confidence, 0)}</span>`;
    if (read.confidence < SURE)
      return html`<b>Not sure of any digit</b><br /><span class="quiet small">${read.answer} at most, ${share}</span>`;
    return html`<b>${share} sure</b><br /><span class="quiet small">${this.#but(read)}</span>`;
  }

  /** What there is to say to an answer. @param {Read} read */
  #but({ answer, meant }) {
    if (this.course.task === "noise") return `that this is a ${answer}`;
    if (this.#isInput)
      return answer === meant ? "as without the attack" : `a ${meant} without the attack`;
    return answer === meant ? "and right" : `but it is a ${meant}`;
  }

  #paint() {
    const { scene } = this;
    if (!scene) return;
    for (const canvas of this.querySelectorAll("canvas")) {
      const name = /** @type {"plain" | "before" | "after"} */ (canvas.dataset.picture);
      const pixels = name === "plain" ? scene.pixels : scene[name]?.pixels;
      paintPicture(canvas, pixels ?? new Float32Array(784), inkScale());
    }
  }

  #toggle() {
    this.running = !this.running;
  }

  /** The next picture, when the last one has been seen. */
  #tick() {
    if (this.running && !this.#isInput && this.scene?.index === this.index) this.index++;
  }

  /** @param {Event} event */
  #choose({ target }) {
    this.source = /** @type {HTMLSelectElement} */ (target).value;
    this.index = 0;
  }

  /** A stroke goes on the page's input, and is read from there. @param {PointerEvent & { currentTarget: HTMLCanvasElement }} event */
  #down(event) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { kind, strokes } = this.state.shown;
    this.source = INPUT;
    this.session.draw([...(kind === "drawing" ? strokes : []), [pointOf(event)]]);
  }

  /** @param {PointerEvent & { currentTarget: HTMLCanvasElement }} event */
  #move(event) {
    const { strokes } = this.state.shown;
    const last = strokes[strokes.length - 1];
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !last) return;
    this.session.draw([...strokes.slice(0, -1), [...last, pointOf(event)]]);
  }

  async #ask() {
    const { index, source, course } = this;
    const { reading, shown } = this.state;
    const drawn = { pixels: reading?.pixels ?? new Float32Array(784), label: shown.label };
    const [picture, words] = this.#isInput
      ? [drawn, shown.words || (shown.kind === "nothing" ? "An empty picture" : "Your drawing")]
      : source === DIGITS
        ? [{ digit: index }, `Unseen digit ${index}, attacked with ε = ${EPSILON}`]
        : [{ kind: source, seed: SEED, from: index }, `Image ${index} of seed ${SEED}`];
    if (source === DIGITS && !this.state.data.testComplete) return;
    const epsilon = course.task === "harden" ? EPSILON : 0;
    const read = await this.session.ask("teachRead", course.task, picture, epsilon);
    if (source === this.source && course === this.course) this.scene = { ...read, words, index };
  }
}

/** Where in the picture, in 0…1. @param {PointerEvent & { currentTarget: HTMLCanvasElement }} event */
function pointOf({ currentTarget, clientX, clientY }) {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  const inside = (/** @type {number} */ v) => Math.min(1, Math.max(0, v));
  return [inside((clientX - left) / width), inside((clientY - top) / height)];
}

customElements.define("dh-teach-scene", TeachScene);
