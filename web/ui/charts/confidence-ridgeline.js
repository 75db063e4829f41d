/**
 * Predictions × confidence as ten small histograms, one under the other: how often each digit is
 * predicted, and with what confidence. `<dh-confidence-ridgeline .tally .peak .words .stale>`;
 * charts that share a peak can be compared. A bar is as high as the square root of its fraction, so
 * that what is rare is seen beside what is common.
 *
 * @typedef {import("../../worker/noise-survey.js").Tally} Tally
 */
import { html, nothing } from "lit";
import { BINS, LIMITS, SURE } from "../../common/confidence.js";
import { percent } from "../../common/numbers.js";
import * as texts from "../../texts/en/lab-charts.js";
import { context, fontFamily, sizeIn, unit } from "../canvas.js";
import { colours, css } from "../colors.js";
import { PaintController } from "../controllers.js";
import { LightElement } from "../part.js";
import "../tip.css";
import "./confidence-ridgeline.css";

const LEFT = 24;
const RIGHT = 52;
const BELOW = 48;
/** Half the width of the widest tip, CSS pixels. */
const TIP = 130;

/** The largest fraction of any bin. @param {Tally | null} tally */
export function peakOf(tally) {
  return tally ? tally.table.reduce((most, n) => Math.max(most, n), 1) / tally.count : 0;
}

/** Height of one digit's histogram. @param {number} height  of all */
function rowOf(height) {
  return (height - BELOW) / 10;
}

class ConfidenceRidgeline extends LightElement {
  static properties = {
    tally: { attribute: false },
    peak: { type: Number },
    words: { type: String },
    stale: { type: Boolean },
    tip: { state: true },
  };

  constructor() {
    super();
    /** @type {Tally | null} */
    this.tally = null;
    this.peak = 0;
    this.words = "";
    /** Of an earlier version of the network: drawn in grey. */
    this.stale = false;
    /** @type {{ x: number, y: number, text: string } | null} */
    this.tip = null;
    new PaintController(this, () => this.#paint());
  }

  render() {
    const { tip } = this;
    const at = tip ? `left:${tip.x / 16}rem;top:${tip.y / 16}rem` : "";
    return html`<canvas role="img" aria-label=${this.#description()} @pointermove=${this.#hover}
        @pointerdown=${this.#hover} @pointerleave=${this.#leave}></canvas>
      ${tip ? html`<p class="tip small number" style=${at}>${tip.text}</p>` : nothing}`;
  }

  #description() {
    if (!this.tally) return texts.notCounted(this.words);
    const above = this.tally.above.map((fraction, i) => ({ limit: LIMITS[i], fraction }));
    return texts.predictions(this.words, this.#fractions(), above);
  }

  /** How often each digit is predicted. */
  #fractions() {
    const { table, count } = /** @type {Tally} */ (this.tally);
    return Array.from({ length: 10 }, (_, digit) => {
      const row = table.subarray(digit * BINS, (digit + 1) * BINS);
      return row.reduce((sum, n) => sum + n, 0) / count;
    });
  }

  /** @param {PointerEvent} event */
  #hover({ offsetX, offsetY, target }) {
    const { width, height } = sizeIn(/** @type {HTMLCanvasElement} */ (target));
    const [left, top] = [offsetX / unit(), offsetY / unit()];
    const digit = Math.floor(top / rowOf(height));
    const bin = Math.floor(((left - LEFT) / (width - LEFT - RIGHT)) * BINS);
    if (!this.tally || digit > 9 || bin < 0 || bin >= BINS) return this.#leave();
    const n = this.tally.table[digit * BINS + bin];
    const text = texts.bin(digit, bin / BINS, (bin + 1) / BINS, n);
    const x = Math.max(TIP, Math.min(left, width - TIP));
    this.tip = { x, y: digit * rowOf(height), text };
  }

  #leave() {
    this.tip = null;
  }

  #paint() {
    const canvas = this.querySelector("canvas");
    if (!canvas) return;
    const { pen, width, height } = context(canvas);
    const { quiet, line, mark, ...rest } = colours();
    const text = this.stale ? quiet : rest.text;
    const row = rowOf(height);
    const x = (/** @type {number} */ confidence) => LEFT + confidence * (width - LEFT - RIGHT);
    pen.font = `14px ${fontFamily()}`;
    pen.textBaseline = "alphabetic";
    pen.fillStyle = css(line);
    pen.fillRect(x(SURE), 0, 1, 10 * row);
    this.#axis(pen, x, height, css(quiet));
    for (let digit = 0; digit < 10; digit++) {
      const base = (digit + 1) * row;
      pen.fillStyle = css(line);
      pen.fillRect(LEFT, base - 1, width - LEFT - RIGHT, 1);
      pen.fillStyle = css(text);
      pen.textAlign = "left";
      pen.fillText(String(digit), 4, base - 4);
    }
    if (!this.tally) return;
    const { table, count } = this.tally;
    const most = Math.max(this.peak || peakOf(this.tally), 1e-6) * count;
    for (const [digit, fraction] of this.#fractions().entries()) {
      const base = (digit + 1) * row - 1;
      pen.fillStyle = css(fraction > 0 ? text : quiet);
      pen.textAlign = "right";
      pen.fillText(percent(fraction, 0), width, base - 3);
      for (let bin = 0; bin < BINS; bin++) {
        const n = table[digit * BINS + bin];
        if (!n) continue;
        const [left, right] = [x(bin / BINS), x((bin + 1) / BINS)];
        const h = Math.max(1, (row - 3) * Math.sqrt(n / most));
        pen.fillStyle = css(bin < BINS / 2 ? mark : text);
        pen.fillRect(left + 0.5, base - h, right - left - 1, h);
      }
    }
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {(confidence: number) => number} x
   * @param {number} height
   * @param {string} colour
   */
  #axis(pen, x, height, colour) {
    pen.fillStyle = colour;
    pen.textAlign = "center";
    pen.fillText(texts.confidence, x(0.5), height - 6);
    for (const [at, words, align] of /** @type {const} */ ([
      [0, "0%", "left"],
      [0.5, "50%", "center"],
      [1, "100%", "right"],
    ])) {
      pen.textAlign = align;
      pen.fillText(words, x(at), height - 28);
    }
  }
}

customElements.define("dh-confidence-ridgeline", ConfidenceRidgeline);
