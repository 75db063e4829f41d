/** The weighted sum with the numbers plugged in, as a table whose bars run on from one another. */
import { html, nothing } from "lit";
import { termsOf } from "./anatomy.js";
import { nameOf } from "./fields.js";

/** Terms told one by one. */
const TOLD = 6;

/**
 * @typedef {{ name: unknown, product: string, value: number, from: number, kind: string, index: number | null }} Row  `from`: where its bar begins
 *
 * @param {import("./anatomy.js").Anatomy} anatomy @param {number | null} picked  an input @param {(index: number) => void} pick
 */
export function sumTable(anatomy, picked, pick) {
  const rows = rowsOf(anatomy);
  const ends = rows.flatMap(({ from, value }) => [from, from + value]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const span = high - low || 1;
  const at = (/** @type {number} */ value) => (100 * (value - low)) / span;
  return html`
    <table class="sum" style="--zero:${at(0).toFixed(2)}%">
      <caption class="only-heard">The weighted sum, term by term</caption>
      <thead class="only-heard"><tr><th scope="col">Input</th><th scope="col">Activation × weight</th><th scope="col">Adds</th></tr></thead>
      <tbody>
        ${rows.map(
          ({ name, product, value, from, kind, index }) => html`
          <tr class="${kind} ${index !== null && index === picked ? "picked" : ""}" @click=${index === null ? nothing : () => pick(index)}>
            <th scope="row">${name}</th>
            <td class="product">${product}</td>
            <td class="value ${sign(kind, value)}" data-sum=${kind}>${signed(value)}</td>
            <td class="run" aria-hidden="true"><i class=${sign(kind, value)} style="left:${at(Math.min(from, from + value)).toFixed(2)}%;width:${((100 * Math.abs(value)) / span).toFixed(2)}%"></i></td>
          </tr>`,
        )}
      </tbody>
    </table>`;
}

/** @param {import("./anatomy.js").Anatomy} anatomy @returns {Row[]} */
function rowsOf(anatomy) {
  const { inputs, weights, products, sum, bias, z } = anatomy;
  const { top, others, rest, dark } = termsOf(products, TOLD);
  let at = 0;
  const rows = top.map(({ index, value }) => {
    const from = at;
    at += value;
    const product = `${inputs[index].toFixed(2)} × ${signed(weights[index])}`;
    return { name: nameOf(anatomy, index), product, value, from, kind: "term", index };
  });
  const plain = { product: "", from: 0, index: null };
  const left = { ...plain, ...leftOver(anatomy.pictures, top.length, others, dark) };
  return [
    ...rows,
    ...(others || dark ? [{ ...left, value: rest, from: at, kind: "rest" }] : []),
    { ...plain, name: "Weighted sum", value: sum, kind: "total" },
    { ...plain, name: "Bias", value: bias, from: sum, kind: "bias" },
    { ...plain, name: html`Sum + bias, <i>z</i>`, value: z, kind: "total z" },
  ];
}

/** What is said of the inputs that are not told one by one. @param {boolean} pictures @param {number} told @param {number} others @param {number} dark */
function leftOver(pictures, told, others, dark) {
  const what = pictures ? "pixels" : "neurons";
  if (!told) return { name: "No input is lit" };
  if (!others) return { name: `The ${dark} other ${what}`, product: "are dark" };
  const name = pictures ? `The ${others} other lit pixels` : `The ${others} other neurons`;
  return { name, product: dark ? `${dark} dark ${pictures ? "pixels" : "ones"} add nothing` : "" };
}

/** @param {string} kind @param {number} value */
function sign(kind, value) {
  if (kind.startsWith("total")) return "whole";
  if (value === 0) return "";
  return value < 0 ? "negative" : "positive";
}

/** 1.2345 → "+1.23" with a true minus; nothing has no sign @param {number} value */
export function signed(value) {
  const text = Math.abs(value).toFixed(2);
  if (!Number(text)) return text;
  return `${value < 0 ? "−" : "+"}${text}`;
}
