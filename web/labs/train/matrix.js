/** A confusion matrix as a table of buttons, one of which Tab leads to. */
import { html } from "lit";
import { compact } from "../../common/numbers.js";
import * as texts from "../../texts/en/train.js";
import { CLASSES, cellWords, isRight, rowTotals } from "./cells.js";

const DIGITS = [...Array(CLASSES).keys()];
/** A larger count is abbreviated: a cell has room for four digits. */
const LARGEST = 9999;

/**
 * @typedef {object} Behaviour
 * @property {number | null} picked
 * @property {number} focused  the cell that Tab leads to
 * @property {(cell: number) => void} pick
 * @property {(event: KeyboardEvent) => void} move
 */

/** @param {ArrayLike<number>} confusion @param {Behaviour} behaviour */
export function matrix(confusion, behaviour) {
  const totals = rowTotals(confusion);
  const row = (/** @type {number} */ truth) =>
    html`<tr>
      <th scope="row">${truth}</th>
      ${DIGITS.map((answer) => cell(CLASSES * truth + answer, confusion, totals[truth], behaviour))}
    </tr>`;
  return html`
    <div class="scroller">
      <table class="confusion" @keydown=${behaviour.move}>
        <caption class="small quiet">${texts.matrixLegend}</caption>
        <thead>
          <tr><td></td>${DIGITS.map((digit) => html`<th scope="col">${digit}</th>`)}</tr>
        </thead>
        <tbody>${DIGITS.map(row)}</tbody>
      </table>
    </div>`;
}

/**
 * @param {number} at
 * @param {ArrayLike<number>} confusion
 * @param {number} total  of its row
 * @param {Behaviour} behaviour
 */
function cell(at, confusion, total, { picked, focused, pick }) {
  const n = confusion[at];
  const words = texts.cell(n, total, cellWords(at));
  const part = total ? n / total : 0;
  return html`<td>
    <button class=${isRight(at) ? "right" : "wrong"} data-cell=${at} style="--a:${part.toFixed(3)}"
      tabindex=${at === focused ? 0 : -1} aria-pressed=${picked === at}
      aria-label=${words} title=${words}
      @click=${() => pick(at)}>${shown(n)}</button>
  </td>`;
}

/** @param {number} n */
function shown(n) {
  if (!n) return "";
  return n > LARGEST ? compact(n) : String(n);
}
