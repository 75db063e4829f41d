/** One component explained with its numbers. */
import { html } from "lit";
import { setting } from "../../common/settings.js";
import { effectOf, explanationOf, plain, reasonOf, signed } from "./words.js";

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

/** @param {number} value */
export function tone(value) {
  if (value === 0) return "quiet";
  return value < 0 ? "negative" : "positive";
}
