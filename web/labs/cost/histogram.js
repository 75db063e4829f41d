/** The histogram of costs on a logarithmic scale, with the average, the median and yours. */
import { html, svg } from "lit";
import { power, smallInDrawing } from "../../common/cost-numbers.js";
import * as texts from "../../texts/en/cost.js";
import { along, BINS } from "./spread.js";

/** In CSS pixels; above TOP are the labels. */
const HEIGHT = 264;
const TOP = 84;
const FLOOR = HEIGHT - 28;
/** A power of ten narrower than this has no room for its label. */
const LABEL_WIDTH = 56;
/** What the number of digits in the tallest bin takes. */
const SCALE_WIDTH = 96;

/**
 * @typedef {object} Chart
 * @property {import("./spread.js").Spread} spread
 * @property {number} width  in CSS pixels
 * @property {number | null} yours  a cost
 * @property {number | null} bin  the one looked at
 * @property {(bin: number) => void} choose
 *
 * @typedef {{ x: number, row: number, words: unknown, kind: string }} Mark
 */

/** @param {Chart} chart */
export function histogram(chart) {
  const { spread, width, yours, bin, choose } = chart;
  const { right, wrong, range } = spread;
  const most = Math.max(...right.map((n, i) => n + wrong[i]), 1);
  const powers = Array.from({ length: range.high - range.low + 1 }, (_, i) => range.low + i);
  const click = (/** @type {PointerEvent} */ { clientX, currentTarget }) => {
    const { left, width } = /** @type {Element} */ (currentTarget).getBoundingClientRect();
    choose(Math.min(BINS - 1, Math.max(0, Math.floor(((clientX - left) / width) * BINS))));
  };
  const marks = marksOf(chart);
  return html`
    <svg class="histogram" width=${width} height=${HEIGHT} role="img"
      aria-label=${texts.histogram(spread.count, { ...spread, yours })} @click=${click}>
      ${powers.map((at) => tick(range, at, width))}
      <line class="grid" x1="0" x2=${width} y1=${TOP} y2=${TOP}></line>
      ${bars(spread, width / BINS, most, bin)}
      <line class="axis" x1="0" x2=${width} y1=${FLOOR} y2=${FLOOR}></line>
      ${marks.map(line)}
      ${marks.map((mark) => label(mark, width))}
      ${scale(most, marks, width)}
    </svg>`;
}

/**
 * Two rectangles per bin, the misread digits above the others.
 * @param {import("./spread.js").Spread} spread
 * @param {number} step  width of a bin
 * @param {number} most  digits of the tallest bin
 * @param {number | null} bin
 */
function bars({ right, wrong }, step, most, bin) {
  const heightOf = (/** @type {number} */ n) => (n / most) * (FLOOR - TOP);
  return Array.from(right, (n, i) => {
    const [r, w] = [heightOf(n), heightOf(wrong[i])];
    const looked = bin === i ? "looked" : "";
    // In a window that is very narrow there is nothing between them.
    const [x, width] = [i * step + 0.5, Math.max(step - 1, step / 2)];
    const [top, bottom] = [FLOOR - r - w, FLOOR - r];
    return svg`
      <rect class="right ${looked}" x=${x} y=${bottom} width=${width} height=${r}></rect>
      <rect class="wrong ${looked}" x=${x} y=${top} width=${width} height=${w}></rect>`;
  });
}

/** @param {Chart} chart @returns {Mark[]} */
function marksOf({ spread: { median, mean, range }, width, yours }) {
  const mark = (
    /** @type {number} */ cost,
    /** @type {(value: unknown) => unknown} */ words,
    /** @type {number} */ row,
  ) => ({
    x: along(range, cost) * width,
    row,
    words: words(smallInDrawing(cost)),
    kind: words === texts.markYours ? "yours" : "plain",
  });
  const both = [mark(median, texts.markMedian, 2), mark(mean, texts.markMean, 1)];
  return yours === null ? both : [...both, mark(yours, texts.markYours, 0)];
}

/**
 * @param {import("./spread.js").Range} range
 * @param {number} at  a power of ten
 * @param {number} width
 */
function tick({ low, high }, at, width) {
  const x = ((at - low) / (high - low)) * width;
  const anchor = at === low ? "start" : at === high ? "end" : "middle";
  const isLeftOut = width / (high - low) < LABEL_WIDTH && (at - high) % 2 !== 0;
  const words = svg`<text class="tick" x=${x} y=${HEIGHT - 6} text-anchor=${anchor}
    >${power(at)}</text>`;
  return svg`
    <line class="grid" x1=${x} x2=${x} y1=${TOP} y2=${FLOOR}></line>
    ${isLeftOut ? svg`` : words}`;
}

/** Baseline of a row of labels. @param {number} row */
function rowAt(row) {
  return 16 + row * 20;
}

/**
 * What the height of the tallest bin is, at the left or, where a mark's line stands there, at the
 * right.
 * @param {number} most @param {Mark[]} marks @param {number} width
 */
function scale(most, marks, width) {
  const isTaken = marks.some(({ x }) => x < SCALE_WIDTH);
  const [x, anchor] = isTaken ? [width, "end"] : [0, "start"];
  return svg`<text class="tick words" x=${x} y=${TOP - 8} text-anchor=${anchor}
    >${texts.howMany(most)}</text>`;
}

/** @param {Mark} mark */
function line({ x, row, kind }) {
  return svg`<line class="mark ${kind}" x1=${x} x2=${x} y1=${rowAt(row) - 12} y2=${FLOOR}></line>`;
}

/** @param {Mark} mark @param {number} width */
function label({ x, row, words, kind }, width) {
  const isLeft = x < width / 2;
  const [at, anchor] = isLeft ? [x + 6, "start"] : [x - 6, "end"];
  return svg`<text class="words ${kind}" x=${at} y=${rowAt(row)} text-anchor=${anchor}
    >${words}</text>`;
}
