/** Components explained with their numbers: the one looked at, and the ten that matter most. */
import { html } from "lit";
import { setting } from "../../common/settings.js";
import {
  effectOf,
  explanationOf,
  formulaWords,
  plain,
  reasonOf,
  signed,
  valuesOf,
} from "./words.js";

const TEN = 10;

/** @typedef {import("./view.js").Found} Found */

/**
 * @param {Found} found @param {number} at  index of the component
 * @param {import("../../common/settings.js").Settings} settings
 */
export function details(found, at, settings) {
  const explanation = explanationOf(found, found.layers, at);
  const { name, slope, value } = explanation;
  return html`
    <section class="stack details" data-testid="gradient-details">
      <h3>${name}</h3>
      <p class="title number ${tone(-slope)}" data-testid="gradient-value">${signed(-slope)}</p>
      <p>Now ${plain(value)}. ${reasonOf(explanation, found.count)} ${effectOf(explanation)}</p>
      <p class="quiet small">${stepWords(slope, settings)}</p>
    </section>`;
}

/** @param {number} slope @param {import("../../common/settings.js").Settings} settings */
function stepWords(slope, { rate, optimizer }) {
  const plainly = `Plain gradient descent with the page’s learning rate, η = ${rate}, nudges it by
    −η × ${plain(slope)} = ${signed(-rate * slope)}.`;
  if (optimizer === "sgd") return plainly;
  const other = setting("optimizer").choices?.[optimizer];
  return `${plainly} The page trains with ${other}, which makes a different nudge of it.`;
}

/** @param {Found} found @param {(at: number) => void} select */
export function topTen(found, select) {
  const first = [...found.order.subarray(0, TEN)].filter((at) => found.gradient[at] !== 0);
  if (!first.length) return "";
  return html`
    <section class="stack">
      <h3>The ${first.length === TEN ? "ten" : first.length} that matter most</h3>
      <p class="small quiet">${formulaWords(found.count)}</p>
      <ol class="top-ten" role="list" data-testid="gradient-ten">
        ${first.map((at) => row(found, at, select))}
      </ol>
    </section>`;
}

/** @param {Found} found @param {number} at @param {(at: number) => void} select */
function row(found, at, select) {
  const explanation = explanationOf(found, found.layers, at);
  const { name, slope, value } = explanation;
  const values = valuesOf(explanation, found.count);
  return html`<li>
    <button class="plain" @click=${() => select(at)}>
      <span class="number ${tone(-slope)}">${signed(-slope)}</span> ${name}</button>
    <p class="small quiet">Now ${plain(value)}. ${values}</p>
  </li>`;
}

/** @param {number} value */
export function tone(value) {
  if (value === 0) return "quiet";
  return value < 0 ? "negative" : "positive";
}
