/**
 * One input: a curve that is bent by hand, and a ball that goes down it step by step.
 * `<dh-one-input .session>`
 */
import { html, nothing } from "lit";
import { number } from "../../common/downhill-numbers.js";
import * as texts from "../../texts/en/downhill-functions.js";
import { PaintController } from "../../ui/controllers.js";
import { holding } from "../../ui/holding.js";
import { LightElement } from "../../ui/part.js";
import "./functions.css";
import { CURVES, curveThrough, HIGHEST, isOnCurve, RANGE } from "./functions.js";
import {
  arrowOf,
  choiceButtons,
  findingHeading,
  placing,
  RunController,
  rateSlider,
  runButtons,
} from "./functions-run.js";
import { GuessController } from "./guess.js";
import { formulas } from "./one-input-formulas.js";
import { paintCurve, placeOf, valuesAt } from "./one-input-plot.js";
import { ballState, comparison, finding, outcomeOf } from "./one-input-words.js";

/** Milliseconds between two steps. */
const PAUSE = { first: 350, least: 60 };
/** Of a key: the ball's w, and the height of a control point. */
const KEY_STEP = 0.05;
const MOST_ENDS = 6;

/** @typedef {keyof typeof CURVES} CurveName */

class OneInput extends LightElement {
  static properties = { rate: { state: true } };

  /** Not read: the curve has nothing to do with the network. */
  session = null;
  #guess = new GuessController(this, {
    question: texts.question,
    choices: texts.choices,
  });
  /**
   * What the ball asked about did last: a choice; null when it left the curve.
   * @type {number | null | undefined}
   */
  #outcome;
  #run = new RunController(this, () => this.#step(), PAUSE);
  /** @type {string} key of CURVES, empty once it is bent */ #name = "valleys";
  #points = [...CURVES.valleys.points];
  #curve = curveThrough(this.#points);
  /** Where the ball was; the start first. @type {number[]} */
  #trail = [CURVES.valleys.start];
  /** @type {import("./one-input-words.js").End[]} on this curve, latest last */
  #ends = [];
  /** The control point that Tab reaches. */
  #current = RANGE;
  #isHeld = false;

  constructor() {
    super();
    this.rate = 0.3;
    new PaintController(
      this,
      () => this.#paint(),
      () => this.#canvas,
    );
  }

  get #canvas() {
    return /** @type {HTMLCanvasElement} */ (this.querySelector("canvas"));
  }

  /** Where the ball is. */
  get #w() {
    return this.#trail[this.#trail.length - 1];
  }

  #paint() {
    paintCurve(this.#canvas, {
      curve: this.#curve,
      trail: this.#trail,
      rate: this.rate,
      ends: this.#ends,
    });
  }

  render() {
    return html`
      ${this.#guess.render(() => this.#answer(), { right: this.#outcome ?? null })}
      ${choiceButtons(texts.curve, texts.curves, this.#name, (name) =>
        this.#choose(/** @type {CurveName} */ (name)),
      )}
      <div class="function">${this.#figure()} ${this.#side()}</div>`;
  }

  #figure() {
    const words = finding(this.#curve, this.#trail);
    const place = (/** @type {PointerEvent} */ event) =>
      this.#place(valuesAt(event, this.#canvas)[0]);
    const ball = placing(this, place, () => this.#letGo());
    return html`
      <figure>
        <figcaption>
          ${findingHeading("one-finding", words, this.#run)}
          <p class="quiet number" data-testid="one-more">${this.#more || this.#progress}</p>
        </figcaption>
        <div class="function-plot ${this.#isHeld ? "held" : ""}" data-testid="one-plot"
          @click=${ball.click} @pointerdown=${ball.drag} @pointermove=${ball.drag}
          @pointerup=${ball.drag} @pointercancel=${ball.drag} @lostpointercapture=${ball.drag}>
          <canvas role="img" aria-label=${texts.curveWithBall(words)}></canvas>
          ${this.#points.map((height, i) => this.#handle(height, i))}
          ${isOnCurve(this.#w) ? this.#ball() : nothing}
        </div>
      </figure>`;
  }

  get #more() {
    const earlier = this.#ends.filter(({ start }) => start !== this.#trail[0]);
    return comparison(this.#curve, this.#trail, earlier);
  }

  get #progress() {
    return texts.progress(this.#trail.length - 1, this.#trail[0]);
  }

  #ball() {
    const w = this.#w;
    const [x, y] = placeOf(w, this.#curve.cost(w));
    return html`<div class="ball" role="slider" tabindex="0" data-testid="one-ball"
      aria-label=${texts.ball} aria-valuemin=${-RANGE} aria-valuemax=${RANGE} aria-valuenow=${w}
      aria-valuetext=${texts.ballAt(w)} style="left:${100 * x}%;top:${100 * y}%"
      @keydown=${this.#ballKey}></div>`;
  }

  /** @param {number} height @param {number} i */
  #handle(height, i) {
    const [x, y] = placeOf(i - RANGE, height);
    const bend = holding({
      begin: (event) => {
        event.stopPropagation();
        this.#bend(i, valuesAt(event, this.#canvas)[1]);
      },
      move: (event) => this.#bend(i, valuesAt(event, this.#canvas)[1]),
    });
    return html`<div class="handle" role="slider" aria-orientation="vertical"
      tabindex=${i === this.#current ? 0 : -1} data-testid="one-handle-${i}"
      aria-label=${texts.handle(i - RANGE)} aria-valuemin="0"
      aria-valuemax=${HIGHEST} aria-valuenow=${height} aria-valuetext=${number(height)}
      style="left:${100 * x}%;top:${100 * y}%"
      @pointerdown=${bend} @pointermove=${bend} @pointerup=${bend} @pointercancel=${bend}
      @lostpointercapture=${bend}
      @keydown=${(/** @type {KeyboardEvent} */ event) => this.#handleKey(event, i)}></div>`;
  }

  #side() {
    return html`
      <div class="side">
        ${runButtons(this.#run, {
          canStep: isOnCurve(this.#w),
          canGoBack: this.#trail.length > 1,
          step: () => this.#step(),
          back: () => this.#place(this.#trail[0]),
        })}
        ${rateSlider(this.rate, [-2, 1], (rate) => {
          this.rate = rate;
        })}
        ${formulas(this.#curve, this.#w, this.rate)}
        <p class="quiet small">${texts.help}</p>
      </div>`;
  }

  /* ---- the ball ---- */

  /** Whether another step can follow. */
  #step() {
    if (!isOnCurve(this.#w)) return false;
    this.#isHeld = false;
    this.#trail = [...this.#trail, this.#w - this.rate * this.#curve.slope(this.#w)];
    const state = ballState(this.#curve, this.#w);
    if (state === "rest") this.#remember();
    const outcome = this.#isAsked ? outcomeOf(this.#curve, this.#trail) : undefined;
    if (outcome !== undefined) this.#outcome = outcome;
    this.requestUpdate();
    return state === "moving";
  }

  /** Is the ball on its way from where the question has it? */
  get #isAsked() {
    return this.#name === "valleys" && this.#trail[0] === CURVES.valleys.start;
  }

  #answer() {
    const outcome = this.#outcome;
    if (outcome === undefined) return this.#isAsked ? texts.pressRun : texts.chooseValleys;
    if (outcome === null) return texts.leftTheCurve;
    const isGuessed = this.#guess.isRight(outcome);
    return outcome ? texts.cameElsewhere(outcome, isGuessed) : texts.cameToLeft(isGuessed);
  }

  #remember() {
    const [start] = this.#trail;
    const others = this.#ends.filter((end) => end.start !== start);
    this.#ends = [...others, { start, w: this.#w }].slice(-MOST_ENDS);
  }

  /** A new start. @param {number} w */
  #place(w) {
    this.#run.stop();
    this.#isHeld = true;
    this.#trail = [Math.max(-RANGE, Math.min(RANGE, w))];
    this.requestUpdate();
  }

  #letGo() {
    this.#isHeld = false;
    this.requestUpdate();
  }

  /** @param {KeyboardEvent} event */
  #ballKey(event) {
    const arrow = arrowOf(event);
    if (!arrow) return;
    event.preventDefault();
    this.#place(round(this.#w + (arrow[0] + arrow[1]) * KEY_STEP));
  }

  /* ---- the curve ---- */

  /** @param {CurveName} name */
  #choose(name) {
    this.#name = name;
    this.#setCurve(CURVES[name].points);
    this.#place(CURVES[name].start);
    this.#isHeld = false;
  }

  /** @param {readonly number[]} points */
  #setCurve(points) {
    this.#points = [...points];
    this.#curve = curveThrough(this.#points);
    this.#ends = [];
    this.requestUpdate();
  }

  /**
   * The ball stays above its place; what it did on the curve before is forgotten.
   * @param {number} i @param {number} height
   */
  #bend(i, height) {
    this.#name = "";
    this.#current = i;
    const inside = round(Math.max(0, Math.min(HIGHEST, height)));
    this.#setCurve(this.#points.map((each, k) => (k === i ? inside : each)));
    this.#place(this.#w);
  }

  /**
   * Up and down bend the curve, left and right go to the next point.
   * @param {KeyboardEvent} event @param {number} i
   */
  #handleKey(event, i) {
    const arrow = arrowOf(event);
    if (!arrow) return;
    event.preventDefault();
    if (arrow[1]) return this.#bend(i, this.#points[i] + arrow[1] * KEY_STEP);
    const next = Math.max(0, Math.min(2 * RANGE, i + Math.sign(arrow[0])));
    this.#current = next;
    this.requestUpdate();
    /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".handle")])[next].focus();
  }
}

/** To hundredths. @param {number} value */
function round(value) {
  return Math.round(100 * value) / 100;
}

customElements.define("dh-one-input", OneInput);
