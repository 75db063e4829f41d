/** The weighted sum with the numbers plugged in, as a table whose bars run on from one another. */

import { html, nothing } from "lit";
import { fixed } from "../../common/numbers.js";
import * as texts from "../../texts/en/inside.js";
import { termsOf } from "./anatomy.js";
import { nameOfInput } from "./input-grid.js";
import { signed, tone } from "./text.js";

/** Terms with a row of their own. */
const MOST_TERMS = 6;

/**
 * @typedef {import("./anatomy.js").Anatomy} Anatomy
 *
 * @typedef {object} Row
 * @property {unknown} name
 * @property {string} product
 * @property {number} value
 * @property {number} from  where its bar begins
 * @property {string} kind  "term", "rest", "total", "bias" or "total z"
 * @property {number | null} index  of its input
 */

/**
 * @param {Anatomy} anatomy
 * @param {number} looked  the input that is marked
 * @param {(index: number) => void} pick
 */
export function sumTable(anatomy, looked, pick) {
  const rows = rowsOf(anatomy);
  const ends = rows.flatMap(({ from, value }) => [from, from + value]);
  const low = Math.min(0, ...ends);
  const span = Math.max(0, ...ends) - low || 1;
  const scale = { low, span };
  return html`
    <table class="sum" style="--zero:${percentOf(-low / span)}">
      <caption class="only-heard">${texts.termByTerm}</caption>
      <colgroup><col class="name" /><col class="product" /><col class="value" /><col /></colgroup>
      <thead class="only-heard">
        <tr>
          <th scope="col">${texts.input}</th>
          <th scope="col">${texts.product}</th>
          <th scope="col">${texts.adds}</th>
        </tr>
      </thead>
      <tbody>${rows.map((row) => tableRow(row, scale, row.index === looked, pick))}</tbody>
    </table>`;
}

/**
 * @param {Row} row
 * @param {{ low: number, span: number }} scale
 * @param {boolean} isLooked
 * @param {(index: number) => void} pick
 */
function tableRow({ name, product, value, from, kind, index }, { low, span }, isLooked, pick) {
  const colour = kind.startsWith("total") ? "whole" : tone(value);
  const left = percentOf((Math.min(from, from + value) - low) / span);
  const width = percentOf(Math.abs(value) / span);
  return html`
    <tr class="${kind} ${isLooked ? "picked" : ""}"
      @click=${index === null ? nothing : () => pick(index)}>
      <th scope="row">${name}</th>
      <td class="product"><bdi>${product}</bdi></td>
      <td class="value ${colour}" data-sum=${kind}>${signed(value)}</td>
      <td class="run" aria-hidden="true">
        <i class=${colour} style="left:${left};width:${width}"></i>
      </td>
    </tr>`;
}

/** @param {Anatomy} anatomy @returns {Row[]} */
function rowsOf(anatomy) {
  const { inputs, weights, products, sum, bias, z } = anatomy;
  const { top, others, rest, zeros } = termsOf(products, MOST_TERMS);
  let at = 0;
  const rows = top.map(({ index, value }) => {
    const from = at;
    at += value;
    const product = `${fixed(inputs[index], 3)} × ${signed(weights[index])}`;
    return { name: nameOfInput(anatomy, index), product, value, from, kind: "term", index };
  });
  const plain = { product: "", from: 0, index: null };
  const remaining = { ...plain, ...remainingWords(anatomy.hasPixels, top.length, others, zeros) };
  return [
    ...rows,
    ...(others || zeros ? [{ ...remaining, value: rest, from: at, kind: "rest" }] : []),
    { ...plain, name: texts.weightedSum, value: sum, kind: "total" },
    { ...plain, name: texts.bias, value: bias, from: sum, kind: "bias" },
    { ...plain, name: texts.total, value: z, kind: "total z" },
  ];
}

/**
 * The row of the inputs that have none of their own.
 * @param {boolean} hasPixels
 * @param {number} told
 * @param {number} others
 * @param {number} zeros
 */
function remainingWords(hasPixels, told, others, zeros) {
  if (!told || !others) {
    const all = hasPixels ? texts.allPixels : texts.allNeurons;
    const other = hasPixels ? texts.otherPixels : texts.otherNeurons;
    return { name: (told ? other : all)(zeros), product: texts.addNothing(zeros) };
  }
  const name = (hasPixels ? texts.otherInkedPixels : texts.otherNeurons)(others);
  const zerosWords = hasPixels ? texts.andBlankOnes : texts.andInactiveOnes;
  return { name, product: zeros ? zerosWords(zeros) : "" };
}

/** @param {number} fraction */
function percentOf(fraction) {
  return `${(100 * fraction).toFixed(2)}%`;
}
