/**
 * The canvas that takes strokes: mouse, finger, pen, or the keyboard with a cell cursor. What it
 * shows is the state's `shown`; a stroke is drawn by putting a longer one there. Points are in 0…1
 * of the canvas, y down.
 *
 * @typedef {import("../common/noise-kinds.js").NoiseKind} NoiseKind
 * @typedef {number[][][]} Strokes  each a list of [x, y]
 */
import { html, nothing } from "lit";
import { KINDS } from "../common/noise-kinds.js";
import * as texts from "../texts/en/ui.js";
import { context, paintPicture } from "./canvas.js";
import { colours, css, inkScale } from "./colors.js";
import { PaintController } from "./controllers.js";
import "./drawing.css";
import { holding, letGo } from "./holding.js";
import { icons } from "./icons.js";
import { historyKey, isCommand, ShortcutsController, withShortcut } from "./keys.js";
import { Part } from "./part.js";
import { selectValue } from "./select-value.js";

/** Width of a stroke and of a pixel of the network's input, as fractions of the canvas. */
const PEN = 0.075;
const CELL = 1 / 28;
/**
 * A stroke that stays this near its beginning is a dot: cropped to the ink, a tremble would become
 * a whole digit.
 */
const TAP = 0.02;
/** Drawings that undo can bring back. */
const MOST_SET_ASIDE = 100;
const MOVES = /** @type {Record<string, [number, number]>} */ ({
  ArrowLeft: [-CELL, 0],
  ArrowRight: [CELL, 0],
  ArrowUp: [0, -CELL],
  ArrowDown: [0, CELL],
});

const PLACEHOLDER = html`<p class="placeholder" aria-hidden="true">${texts.drawHere}</p>`;

class Drawing extends Part {
  /** @type {Strokes[]} drawings that were cleared or replaced by a picture, oldest first */
  #setAside = [];
  /** @type {Strokes | null} the drawing on the input at the last render */
  #drawing = null;
  /** @type {[number, number] | null} where the keyboard's pen is */ #cursor = null;
  #penDown = false;
  /** @type {NoiseKind} */ #kind = "uniform";
  #picture = document.createElement("canvas");

  constructor() {
    super();
    new ShortcutsController(this);
    new PaintController(
      this,
      () => this.#paint(),
      () => this.#canvas,
    );
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return (
      state.shown !== before.shown ||
      state.settings.hide !== before.settings.hide ||
      state.status !== before.status
    );
  }

  willUpdate() {
    const { kind, strokes } = this.state.shown;
    if (kind === "drawing") this.#drawing = strokes;
    else if (this.#drawing) {
      this.#setAside = [...this.#setAside.slice(1 - MOST_SET_ASIDE), this.#drawing];
      this.#drawing = null;
    }
  }

  render() {
    const { shown } = this.state;
    return html`
      <div class="pad">
        <canvas data-testid="drawing" tabindex="0" role="application"
          aria-label=${texts.drawHere} aria-describedby="drawing-keys"
          @pointerdown=${this.#pen} @pointermove=${this.#pen} @pointerup=${this.#pen}
          @pointercancel=${this.#pen} @lostpointercapture=${this.#pen}
          @keydown=${this.#key} @focus=${this.#paint} @blur=${this.#blur}></canvas>
        ${shown.kind === "nothing" ? PLACEHOLDER : nothing}
        ${shown.words ? html`<p class="caption small">${shown.words}</p>` : nothing}
      </div>
      <p id="drawing-keys" class="only-heard">${texts.drawingKeys}</p>
      ${this.#tools()}`;
  }

  #tools() {
    const { shown, settings, status } = this.state;
    const isReady = status === "ready";
    const may = (/** @type {string} */ name) => !settings.hide.includes(name);
    const canUndo = this.#strokes.length > 0 || this.#setAside.length > 0;
    return html`
      <div class="row tools">
        <button class="icon undo" aria-label=${texts.undoStroke} title=${texts.undo}
          ?disabled=${!canUndo} @click=${this.#undo}>${icons.unstroke}</button>
        <button class="clear" data-testid="clear" aria-label=${texts.clear}
          title=${withShortcut(texts.clear, "clear")} ?disabled=${shown.kind === "nothing"}
          @click=${() => this.#draw([])}>${icons.clear}<span>${texts.clear}</span></button>
        ${
          may("test")
            ? html`<button class="test-digit" data-testid="test-digit" ?disabled=${!isReady}
                @click=${this.#testDigit}>${icons.digit}${texts.testDigit}</button>`
            : nothing
        }
        ${may("noise") ? this.#noiseTools() : nothing}
      </div>`;
  }

  #noiseTools() {
    const kinds = Object.entries(KINDS);
    return html`
      <div class="step-menu">
        <button class="noise" data-testid="noise" title=${withShortcut(texts.noise, "noise")}
          @click=${this.#noise}>${icons.noise}${texts.noise}</button>
        <select aria-label=${texts.kindOfNoise} data-testid="noise-kind"
          ${selectValue(this.#kind)} @change=${this.#pickKind}>
          ${kinds.map(([kind, words]) => html`<option value=${kind}>${words}</option>`)}
        </select>
      </div>`;
  }

  #testDigit() {
    this.session.act(this.session.testDigit());
  }

  #noise() {
    this.session.act(this.session.noise(this.#kind));
  }

  /** @param {Event & { target: HTMLSelectElement }} event */
  #pickKind({ target }) {
    this.#kind = /** @type {NoiseKind} */ (target.value);
    this.requestUpdate();
    this.#noise();
  }

  /** @param {FocusOptions} [options] */
  focus(options) {
    this.#canvas.focus(options);
  }

  get #canvas() {
    return /** @type {HTMLCanvasElement} */ (this.querySelector("canvas"));
  }

  /* ---- strokes ---- */

  /** The drawing on the input; none when a picture is there. @returns {Strokes} */
  get #strokes() {
    const { kind, strokes } = this.state.shown;
    return kind === "drawing" ? strokes : [];
  }

  /** @param {Strokes} strokes */
  #draw(strokes) {
    this.session.draw(strokes);
  }

  #pen = holding({
    begin: (event) => {
      this.#cursor = null;
      this.#penDown = false;
      this.#begin(this.#at(event));
    },
    move: (event) => {
      const events = event.getCoalescedEvents?.() ?? [];
      this.#extend((events.length ? events : [event]).map((each) => this.#at(each)));
    },
    end: (isPalm) => {
      const stroke = this.#strokes.at(-1);
      if (stroke && isPalm) this.#draw(this.#strokes.slice(0, -1));
      else if (stroke && stroke.length > 1 && isTap(stroke)) this.#replaceLast([stroke[0]]);
    },
  });

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
    this.#draw([...this.#strokes, [point]]);
  }

  /**
   * Browsers send at most one pointermove per frame, with all points since the last: the one stroke
   * that is copied for it has a few hundred points.
   * @param {number[][]} points
   */
  #extend(points) {
    const last = this.#strokes.at(-1);
    if (last) this.#replaceLast([...last, ...points]);
  }

  /** @param {number[][]} stroke */
  #replaceLast(stroke) {
    this.#draw([...this.#strokes.slice(0, -1), stroke]);
  }

  /**
   * Takes the last stroke away; without one, brings back the last drawing that was cleared or
   * replaced.
   */
  #undo() {
    letGo(this.#canvas);
    const strokes = this.#strokes;
    if (strokes.length) {
      // Taken back stroke by stroke, it is not set aside as well.
      this.#drawing = null;
      this.#draw(strokes.slice(0, -1));
      return true;
    }
    const before = this.#setAside.pop();
    if (before) this.#draw(before);
    return before !== undefined;
  }

  /* ---- the keyboard's pen ---- */

  /** @param {KeyboardEvent} event */
  #key(event) {
    const isDone = historyKey(event) === "undo" ? this.#undo() : this.#movePen(event);
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
    this.#paint();
  }

  /** Whether the key was meant for the pen. @param {KeyboardEvent} event */
  #movePen(event) {
    const { key, shiftKey, repeat } = event;
    if (isCommand(event)) return false;
    const move = MOVES[key];
    const isPress = key === " " || key === "Enter";
    if (!move && !isPress && !(key === "Escape" && this.#penDown)) return false;
    this.#cursor ??= [0.5, 0.25];
    if (key === "Escape") this.#penDown = false;
    if (isPress && !repeat) this.#press();
    if (move) this.#go(move, shiftKey ? 4 : 1);
    return true;
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
    const { pen, width } = context(this.#canvas);
    const { pixels } = this.state.shown;
    this.#paintStrokes(pen, width);
    if (pixels) {
      paintPicture(this.#picture, pixels, inkScale());
      pen.imageSmoothingEnabled = false;
      pen.drawImage(this.#picture, 0, 0, width, width);
    }
    if (this.#cursor && this.#canvas.matches(":focus")) this.#paintCursor(pen, width);
  }

  /** @param {CanvasRenderingContext2D} pen @param {number} width */
  #paintStrokes(pen, width) {
    Object.assign(pen, { lineWidth: PEN * width, lineCap: "round", lineJoin: "round" });
    pen.strokeStyle = css(colours().bright);
    for (const stroke of this.#strokes) {
      pen.beginPath();
      for (const [x, y] of stroke) pen.lineTo(x * width, y * width);
      // A dot: a line of no length is not painted.
      if (stroke.length === 1) pen.lineTo(stroke[0][0] * width + 0.01, stroke[0][1] * width);
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

/** Whether a stroke never left its beginning. @param {number[][]} stroke */
function isTap([[x, y], ...rest]) {
  return rest.every((point) => Math.hypot(point[0] - x, point[1] - y) < TAP);
}

customElements.define("dh-drawing", Drawing);
