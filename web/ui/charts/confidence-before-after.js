/**
 * Confidence before and after a training: two histograms, each scaled to its own tallest bar.
 * `<dh-confidence-before-after .tallyBefore .tallyAfter .words>`
 */
import { html } from "lit";
import { BINS, SURE } from "../../common/confidence.js";
import * as texts from "../../texts/en/lab-charts.js";
import { context, fontFamily } from "../canvas.js";
import { colours, css } from "../colors.js";
import { PaintController } from "../controllers.js";
import { LightElement } from "../part.js";
import "./confidence-before-after.css";

const LEFT = 56;
const BELOW = 24;

/** @typedef {import("../../worker/noise-survey.js").Tally} Tally */

class ConfidenceBeforeAfter extends LightElement {
  static properties = {
    tallyBefore: { attribute: false },
    tallyAfter: { attribute: false },
    words: {},
  };

  constructor() {
    super();
    /** @type {Tally | null} */
    this.tallyBefore = null;
    /** @type {Tally | null} */
    this.tallyAfter = null;
    this.words = "";
    new PaintController(this, () => this.#paint());
  }

  render() {
    const [before, after] = [this.tallyBefore?.above[0], this.tallyAfter?.above[0]];
    const words = texts.beforeAndAfter(this.words, SURE, before, after);
    return html`<canvas role="img" aria-label=${words}></canvas>`;
  }

  #paint() {
    const canvas = this.querySelector("canvas");
    if (!canvas) return;
    const { pen, width, height } = context(canvas);
    const { quiet, line } = colours();
    const row = (height - BELOW) / 2;
    pen.font = `14px ${fontFamily()}`;
    for (const [i, words, tally] of /** @type {const} */ ([
      [0, texts.before, this.tallyBefore],
      [1, texts.after, this.tallyAfter],
    ])) {
      const base = (i + 1) * row;
      pen.fillStyle = css(quiet);
      pen.textAlign = "left";
      pen.fillText(words, 0, base - 2);
      pen.fillStyle = css(line);
      pen.fillRect(LEFT, base - 1, width - LEFT, 1);
      if (tally) this.#bars(pen, tally, base - 1, row - 8, width);
    }
    pen.fillStyle = css(line);
    pen.fillRect(LEFT + (width - LEFT) / 2, 0, 1, 2 * row);
    pen.fillStyle = css(quiet);
    for (const [at, words, align] of /** @type {const} */ ([
      [0, "0%", "left"],
      [0.5, "50%", "center"],
      [1, "100%", "right"],
    ])) {
      pen.textAlign = align;
      pen.fillText(words, LEFT + at * (width - LEFT), height - 4);
    }
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {Tally} tally
   * @param {number} base
   * @param {number} tall
   * @param {number} width
   */
  #bars(pen, { table }, base, tall, width) {
    const bins = Array.from({ length: BINS }, (_, bin) => {
      let sum = 0;
      for (let digit = 0; digit < 10; digit++) sum += table[digit * BINS + bin];
      return sum;
    });
    const most = Math.max(...bins, 1);
    const { text, mark } = colours();
    const wide = (width - LEFT) / BINS;
    for (const [bin, n] of bins.entries()) {
      if (!n) continue;
      const h = Math.max(1, (n / most) * tall);
      pen.fillStyle = css(bin < BINS / 2 ? mark : text);
      pen.fillRect(LEFT + bin * wide + 0.5, base - h, wide - 1, h);
    }
  }
}

customElements.define("dh-confidence-before-after", ConfidenceBeforeAfter);
