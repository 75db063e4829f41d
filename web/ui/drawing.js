/**
 * The canvas that takes strokes: mouse, finger, pen, or the keyboard with a cell cursor. Points are kept in 0…1 of the
 * canvas, y down; the engine makes of them what the network sees.
 */
import { html, nothing } from "lit";
import { KINDS } from "../common/noise-kinds.js";
import { colours, context, css, inkScale, onColours, paintPicture } from "./colors.js";
import { icons } from "./icons.js";
import { Part } from "./part.js";

const PEN = 0.075;
const CELL = 1 / 28;
/** How far a tap may tremble, of the canvas; ink would blow a few pixels up to a whole digit. */
const TAP = 0.02;
const MOVES = /** @type {Record<string, [number, number]>} */ ({
  ArrowLeft: [-CELL, 0],
  ArrowRight: [CELL, 0],
  ArrowUp: [0, -CELL],
  ArrowDown: [0, CELL],
});

class Drawing extends Part {
  /** @type {number[][][]} strokes, each a list of [x, y] */
  #strokes = [];
  /** @type {number[][][][]} earlier drawings, for undo */
  #past = [];
  #pointer = -1;
  /** @type {[number, number] | null} where the keyboard's pen is */ #cursor = null;
  #penDown = false;
  #kind = "uniform";
  #spare = document.createElement("canvas");
  #stopColours = () => {};

  connectedCallback() {
    super.connectedCallback();
    this.#stopColours = onColours(() => this.#paint());
    this.resizes = new ResizeObserver(() => this.#paint());
  }

  disconnectedCallback() {
    this.#stopColours();
    this.resizes?.disconnect();
    super.disconnectedCallback();
  }

  /** @type {Part["concerned"]} */
  concerned(state, before) {
    const { kind } = state.shown;
    const isPicture = kind !== "drawing" && kind !== "nothing";
    return (
      state.shown !== before.shown ||
      (isPicture && state.reading !== before.reading) ||
      state.settings !== before.settings ||
      state.data.test !== before.data.test
    );
  }

  firstUpdated() {
    this.resizes?.observe(this.#canvas);
  }

  updated() {
    const { kind, strokes } = this.state.shown;
    if (kind === "drawing" || kind === "nothing") this.#strokes = strokes;
    this.#paint();
  }

  render() {
    const { shown, settings, data } = this.state;
    const may = (/** @type {string} */ name) => !settings.hide.includes(name);
    return html`
      <div class="pad">
        <canvas data-testid="drawing" tabindex="0" role="application" aria-label="Draw a digit here" aria-describedby="drawing-keys"
          @pointerdown=${this.#down} @pointermove=${this.#move} @pointerup=${this.#up} @pointercancel=${this.#up}
          @keydown=${this.#key} @focus=${this.#paint} @blur=${this.#blur}></canvas>
        ${shown.kind === "nothing" ? html`<p class="placeholder" aria-hidden="true">Draw a digit here</p>` : nothing}
        ${shown.words ? html`<p class="caption small">${shown.words}</p>` : nothing}
      </div>
      <p id="drawing-keys" class="only-heard">Arrow keys move a pen of one cell, Space or Enter puts it down and lifts it, Escape lifts it.</p>
      <div class="row tools">
        <button class="icon" aria-label="Undo the last stroke" title="Undo" ?disabled=${!this.#past.length} @click=${this.#undo}>${icons.undo}</button>
        <button data-testid="clear" aria-label="Clear" title="Clear (C)" ?disabled=${shown.kind === "nothing"} @click=${this.#clear}>${icons.clear}<span>Clear</span></button>
        ${
          may("test")
            ? html`<button data-testid="test-digit" ?disabled=${!data.test} @click=${() => this.session.testDigit()}>${icons.digit}Test digit</button>`
            : nothing
        }
        ${may("noise") ? this.#noise() : nothing}
      </div>`;
  }

  #noise() {
    return html`
      <div class="step-menu">
        <button data-testid="noise" title="Noise (N)" @click=${() => this.session.noise(this.#kind)}>${icons.noise}Noise</button>
        <select aria-label="Kind of noise" data-testid="noise-kind" @change=${this.#pickKind}>
          ${Object.entries(KINDS).map(([kind, words]) => html`<option value=${kind} ?selected=${kind === this.#kind}>${words}</option>`)}
        </select>
      </div>`;
  }

  /** @param {Event & { target: HTMLSelectElement }} event */
  #pickKind({ target }) {
    this.#kind = target.value;
    this.session.noise(this.#kind);
  }

  get #canvas() {
    return /** @type {HTMLCanvasElement} */ (this.querySelector("canvas"));
  }

  /* ---- strokes ---- */

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button !== 0 || this.#pointer >= 0) return;
    this.#pointer = event.pointerId;
    this.#canvas.setPointerCapture(event.pointerId);
    this.#cursor = null;
    this.#begin(this.#at(event));
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (event.pointerId !== this.#pointer) return;
    const events = event.getCoalescedEvents?.() ?? [];
    this.#extend((events.length ? events : [event]).map((each) => this.#at(each)));
  }

  /** @param {PointerEvent} event */
  #up(event) {
    if (event.pointerId !== this.#pointer) return;
    this.#pointer = -1;
    const stroke = this.#strokes[this.#strokes.length - 1];
    if (stroke?.length > 1 && isTap(stroke))
      this.#set([...this.#strokes.slice(0, -1), [stroke[0]]]);
  }

  /** @param {PointerEvent} event */
  #at(event) {
    const box = this.#canvas.getBoundingClientRect();
    const inside = (/** @type {number} */ v) => Math.min(1, Math.max(0, v));
    return [
      inside((event.clientX - box.left) / box.width),
      inside((event.clientY - box.top) / box.height),
    ];
  }

  /** @param {number[]} point */
  #begin(point) {
    const drawn = this.state.shown.kind === "drawing" ? this.#strokes : [];
    this.#remember(drawn);
    this.#set([...drawn, [point]]);
  }

  /** @param {number[][]} points */
  #extend(points) {
    const last = this.#strokes[this.#strokes.length - 1];
    if (!last) return;
    this.#set([...this.#strokes.slice(0, -1), [...last, ...points]]);
  }

  /** @param {number[][][]} strokes */
  #set(strokes) {
    this.#strokes = strokes;
    this.session.draw(strokes);
  }

  /** @param {number[][][]} strokes */
  #remember(strokes) {
    this.#past = [...this.#past.slice(-99), strokes];
  }

  #undo() {
    const before = this.#past.pop();
    if (before) this.#set(before);
    this.requestUpdate();
  }

  #clear() {
    if (this.state.shown.kind === "drawing") this.#remember(this.#strokes);
    this.#set([]);
  }

  /* ---- the keyboard's pen ---- */

  /** @param {KeyboardEvent} event */
  #key(event) {
    const move = MOVES[event.key];
    const press = event.key === " " || event.key === "Enter";
    if (event.ctrlKey && event.key === "z") this.#undo();
    else if (!move && !press && !(event.key === "Escape" && this.#penDown)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#cursor ??= [0.5, 0.25];
    if (event.key === "Escape") this.#penDown = false;
    if (press) this.#press();
    if (move) this.#go(move, event.shiftKey ? 4 : 1);
    this.#paint();
  }

  #press() {
    this.#penDown = !this.#penDown;
    if (this.#penDown && this.#cursor) this.#begin([...this.#cursor]);
  }

  /** @param {[number, number]} move @param {number} cells */
  #go([dx, dy], cells) {
    const inside = (/** @type {number} */ v) => Math.min(1 - CELL / 2, Math.max(CELL / 2, v));
    const [x, y] = this.#cursor ?? [0.5, 0.5];
    this.#cursor = [inside(x + dx * cells), inside(y + dy * cells)];
    if (this.#penDown) this.#extend([[...this.#cursor]]);
  }

  #blur() {
    this.#penDown = false;
    this.#paint();
  }

  /* ---- painting ---- */

  #paint() {
    if (!this.hasUpdated) return;
    const { pen, width } = context(this.#canvas);
    const { shown, reading } = this.state;
    if (shown.kind === "drawing") this.#paintStrokes(pen, width);
    else if (shown.kind !== "nothing" && reading) {
      paintPicture(this.#spare, reading.pixels, inkScale());
      pen.imageSmoothingEnabled = false;
      pen.drawImage(this.#spare, 0, 0, width, width);
    }
    if (this.#cursor && this.#canvas.matches(":focus")) this.#paintCursor(pen, width);
  }

  /** @param {CanvasRenderingContext2D} pen @param {number} width */
  #paintStrokes(pen, width) {
    Object.assign(pen, { lineWidth: PEN * width, lineCap: "round", lineJoin: "round" });
    pen.strokeStyle = css(colours().bright);
    for (const [first, ...rest] of this.#strokes) {
      pen.beginPath();
      pen.moveTo(first[0] * width, first[1] * width);
      for (const [x, y] of rest) pen.lineTo(x * width, y * width);
      if (!rest.length) pen.lineTo(first[0] * width + 0.01, first[1] * width);
      pen.stroke();
    }
  }

  /** @param {CanvasRenderingContext2D} pen @param {number} width */
  #paintCursor(pen, width) {
    const [x, y] = /** @type {[number, number]} */ (this.#cursor);
    pen.beginPath();
    pen.arc(x * width, y * width, (PEN / 2) * width, 0, 7);
    const { well, bright, quiet } = colours();
    pen.fillStyle = css(quiet, this.#penDown ? 1 : 0);
    pen.fill();
    for (const [width, colour] of /** @type {const} */ ([
      [5, well],
      [2, bright],
    ])) {
      Object.assign(pen, { lineWidth: width, strokeStyle: css(colour) });
      pen.stroke();
    }
  }
}

/** Whether a stroke never left its beginning: a tap, however the finger trembled. @param {number[][]} stroke */
function isTap([[x, y], ...rest]) {
  return rest.every((point) => Math.hypot(point[0] - x, point[1] - y) < TAP);
}

customElements.define("dh-drawing", Drawing);
