/** The histogram of costs on a logarithmic scale, with the average, the middle and yours. */
import { html, svg } from "lit";
import { count } from "../../common/numbers.js";
import { power, smallInDrawing, smallInWords } from "./cost-numbers.js";
import { along, BINS } from "./spread.js";

const HEIGHT = 264;
const TOP = 84;
const BOTTOM = 28;

/**
 * @param {object} chart
 * @param {import("./spread.js").Spread} chart.spread
 * @param {number} chart.width  in CSS pixels
 * @param {number | null} chart.yours
 * @param {number | null} chart.bin  the one looked at
 * @param {(bin: number) => void} chart.choose
 */
export function histogram({ spread, width, yours, bin, choose }) {
  const { right, wrong, mean, median, range } = spread;
  const most = Math.max(...right.map((n, i) => n + wrong[i]), 1);
  const floor = HEIGHT - BOTTOM;
  const x = (/** @type {number} */ at) => (at / BINS) * width;
  const xOf = (/** @type {number} */ cost) => along(range, cost) * width;
  const high = (/** @type {number} */ n) => (n / most) * (floor - TOP);
  const step = x(1);
  const words = `Costs of ${count(spread.count)} digits: half below ${smallInWords(median)}, average ${smallInWords(mean)}${yours === null ? "" : `, yours ${smallInWords(yours)}`}.`;
  const click = (/** @type {PointerEvent} */ event) => {
    const box = /** @type {SVGElement} */ (event.currentTarget).getBoundingClientRect();
    choose(
      Math.min(BINS - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * BINS))),
    );
  };
  const marks = [
    { cost: median, words: "half cost less", row: 2, kind: "plain" },
    { cost: mean, words: "average", row: 1, kind: "plain" },
    ...(yours === null ? [] : [{ cost: yours, words: "yours", row: 0, kind: "yours" }]),
  ];
  return html`
    <svg class="histogram" width=${width} height=${HEIGHT} role="img" aria-label=${words} @click=${click}>
      ${Array.from({ length: range.high - range.low + 1 }, (_, i) => tick(range, range.low + i, width, floor))}
      <text class="tick" x="0" y=${TOP - 8}>${count(most)} digits</text>
      <line class="grid" x1="0" x2=${width} y1=${TOP} y2=${TOP}></line>
      ${Array.from(right, (n, i) => {
        const [r, w] = [high(n), high(wrong[i])];
        return svg`
          <rect class="right ${bin === i ? "looked" : ""}" x=${x(i) + 0.5} y=${floor - r} width=${step - 1} height=${r}></rect>
          <rect class="wrong ${bin === i ? "looked" : ""}" x=${x(i) + 0.5} y=${floor - r - w} width=${step - 1} height=${w}></rect>`;
      })}
      <line class="axis" x1="0" x2=${width} y1=${floor} y2=${floor}></line>
      ${marks.map(({ cost, row, kind }) => svg`<line class="mark ${kind}" x1=${xOf(cost)} x2=${xOf(cost)} y1=${rowAt(row) - 12} y2=${floor}></line>`)}
      ${marks.map(({ cost, words: name, row, kind }) => label(xOf(cost), row, svg`${name} ${smallInDrawing(cost)}`, width, kind))}
    </svg>`;
}

/** @param {import("./spread.js").Range} range @param {number} at  a power of ten @param {number} width @param {number} floor */
function tick({ low, high }, at, width, floor) {
  const x = ((at - low) / (high - low)) * width;
  const anchor = at === low ? "start" : at === high ? "end" : "middle";
  const tight = width / (high - low) < 56 && (at - high) % 2 !== 0;
  return svg`
    <line class="grid" x1=${x} x2=${x} y1=${TOP} y2=${floor}></line>
    ${tight ? svg`` : svg`<text class="tick" x=${x} y=${HEIGHT - 6} text-anchor=${anchor}>${power(at)}</text>`}`;
}

/** @param {number} row */
function rowAt(row) {
  return 16 + row * 20;
}

/** @param {number} x @param {number} row @param {unknown} words @param {number} width @param {string} kind */
function label(x, row, words, width, kind) {
  const after = x < width / 2;
  return svg`<text class="words ${kind}" x=${x + (after ? 6 : -6)} y=${rowAt(row)} text-anchor=${after ? "start" : "end"}>${words}</text>`;
}
