/** Components explained with their numbers: the one looked at, and the ten that matter most. */
import { html } from "lit";
import { effectOf, explanationOf, plain, reasonOf, signed } from "./words.js";

const TEN = 10;

/** @typedef {import("./view.js").Found} Found */

/** @param {Found} found @param {number} at  index of the component @param {number} rate */
export function details(found, at, rate) {
  const explanation = explanationOf(found, found.layers, at);
  const { name, slope, value } = explanation;
  return html`
    <section class="stack details" data-testid="gradient-details">
      <h3>${name}</h3>
      <p class="title number ${tone(-slope)}" data-testid="gradient-value">${signed(-slope)}</p>
      <p>Now ${plain(value)}. ${reasonOf(explanation, found.count)} ${effectOf(explanation)}</p>
      <p class="quiet small">SGD at the learning rate η = ${rate} nudges it by
        −η × ${plain(slope)} = ${signed(-rate * slope)}.</p>
    </section>`;
}

/** @param {Found} found @param {(at: number) => void} select */
export function topTen(found, select) {
  const first = [...found.order.subarray(0, TEN)].filter((at) => found.gradient[at] !== 0);
  if (!first.length) return "";
  return html`
    <section class="stack">
      <h3>The ${first.length === TEN ? "ten" : first.length} that matter most</h3>
      <ol class="top-ten" role="list" data-testid="gradient-ten">
        ${first.map((at) => row(found, at, select))}
      </ol>
    </section>`;
}

/** @param {Found} found @param {number} at @param {(at: number) => void} select */
function row(found, at, select) {
  const explanation = explanationOf(found, found.layers, at);
  const { name, slope, value } = explanation;
  return html`<li>
    <button class="plain" @click=${() => select(at)}>
      <span class="number ${tone(-slope)}">${signed(-slope)}</span> ${name}</button>
    <p class="small quiet">Now ${plain(value)}. ${reasonOf(explanation, found.count)}</p>
  </li>`;
}

/** @param {number} value */
export function tone(value) {
  if (value === 0) return "quiet";
  return value < 0 ? "negative" : "positive";
}
