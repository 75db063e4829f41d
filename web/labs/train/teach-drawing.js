/** "It was wrong: teach it." Says what your drawing is, and the network is trained on it, among others, until it reads it. */
import { html, nothing } from "lit";
import { percent } from "../../common/numbers.js";
import { inkScale, onColours, paintPicture } from "../../ui/colors.js";
import { icons } from "../../ui/icons.js";
import { Part } from "../../ui/part.js";

class Own extends Part {
  static properties = { busy: { state: true }, words: { state: true } };

  constructor() {
    super();
    this.rests = true;
    this.pace = 60;
    this.busy = false;
    this.words = "";
    /** @type {{ pixels: Float32Array, label: number }[]} what was taught on this page */
    this.taught = [];
    /** @type {Float32Array | null} the parameters before the last lesson */
    this.earlier = null;
    this.stopColours = () => {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopColours = onColours(() => this.#paint());
  }

  disconnectedCallback() {
    this.stopColours();
    super.disconnectedCallback();
  }

  /** @type {Part["concerned"]} */
  concerned(state, before) {
    return (
      state.reading !== before.reading ||
      state.shown !== before.shown ||
      state.data.train !== before.data.train
    );
  }

  updated() {
    this.#paint();
  }

  render() {
    const { shown, reading, data } = this.state;
    const drawn = shown.kind === "drawing" && reading?.answer !== null && reading;
    return html`
      <div class="own">
        <canvas class="digit" role="img" aria-label="Your drawing as the network sees it"></canvas>
        <div class="stack">
          <h3>It was wrong? Teach it</h3>
          <p class="small">${drawn ? html`It takes your drawing for a <b class="answer">${reading.answer}</b>, ${percent(reading.confidence, 0)} sure. What is it?` : "Draw a digit above, then say here what it is."}</p>
          <div class="row" role="group" aria-label="What the drawing is">
            ${[...Array(10).keys()].map(
              (digit) =>
                html`<button class="icon" data-teach=${digit} ?disabled=${!drawn || !data.train || this.busy} @click=${() => this.#teach(digit)}>${digit}</button>`,
            )}
          </div>
          <p class="small" role="status" data-testid="taught">${this.words}</p>
          <div class="row">
            ${drawn ? nothing : html`<button @click=${this.#draw}>To the drawing</button>`}
            ${this.earlier ? html`<button data-testid="forget" @click=${this.#undo}>${icons.undo}Forget the lesson</button>` : nothing}
          </div>
        </div>
        ${this.taught.length ? this.#collection() : nothing}
      </div>`;
  }

  #collection() {
    return html`
      <div class="stack">
        <p class="small quiet">Yours, among the digits it learns from</p>
        <ul role="list" class="gallery">
          ${this.taught.map(({ label }) => html`<li><canvas role="img" aria-label="Your ${label}"></canvas><span class="small"><b>${label}</b></span></li>`)}
        </ul>
      </div>`;
  }

  /** @param {number} label */
  async #teach(label) {
    const { session } = this;
    const { pixels } = /** @type {import("../../worker/protocol.js").Reading} */ (
      this.state.reading
    );
    this.busy = true;
    this.words = "It is being taught.";
    try {
      await session.pause();
      const earlier = await session.ask("parameters");
      const was = this.state.evaluation?.accuracy;
      const lesson = await session.ask("trainTeach", pixels, label);
      await session.worker.setParameters(lesson.parameters);
      const now = await session.ask("evaluate", { set: "test" });
      this.earlier = earlier;
      this.taught = [...this.taught, { pixels, label }];
      this.words = `${result(lesson, label)} Unseen digits: ${percent(was)} before, ${percent(now.accuracy)} now.`;
    } catch (error) {
      this.words = `It could not be taught: ${error.message}.`;
    }
    this.busy = false;
  }

  async #undo() {
    if (!this.earlier) return;
    await this.session.worker.setParameters(this.earlier);
    this.earlier = null;
    this.words =
      "The network is as it was before. Your drawing stays among the digits to learn from.";
  }

  #draw() {
    const canvas = /** @type {HTMLElement | null} */ (
      document.querySelector("[data-testid=drawing]")
    );
    canvas?.scrollIntoView({ block: "center" });
    canvas?.focus({ preventScroll: true });
  }

  #paint() {
    const [canvas, ...collected] = this.querySelectorAll("canvas");
    if (!canvas) return;
    const { shown, reading } = this.state;
    const drawn = shown.kind === "drawing" && reading;
    paintPicture(canvas, drawn ? reading.pixels : new Float32Array(784), inkScale());
    for (const [i, each] of collected.entries())
      paintPicture(each, this.taught[i].pixels, inkScale());
  }
}

/** @param {import("./queries.js").Lesson} lesson @param {number} label */
function result({ steps, answer, confidence }, label) {
  if (answer !== label)
    return `After ${steps} mini-batches it still says ${answer}; its layers may be too narrow, or the rate too small.`;
  if (!steps) return `It reads it as a ${label} already, ${percent(confidence, 0)} sure.`;
  return `After ${steps} mini-batches with your drawing among others it says ${answer}, ${percent(confidence, 0)} sure.`;
}

customElements.define("dh-own", Own);
