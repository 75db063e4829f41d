/** One component explained with its numbers. */
import { html } from "lit";
import { setting } from "../../common/settings.js";
import { signed } from "../../common/signed-numbers.js";
import * as texts from "../../texts/en/gradient.js";
import { effectOf, explanationOf, reasonOf } from "./explanation.js";

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
      <p>${texts.now(value)} ${reasonOf(explanation, found.count)} ${effectOf(explanation)}</p>
      <p class="quiet small">${stepWords(slope, settings)}</p>
    </section>`;
}

/** @param {number} slope @param {import("../../common/settings.js").Settings} settings */
function stepWords(slope, { rate, optimizer }) {
  const plainly = texts.plainStep(rate, slope, -rate * slope);
  if (optimizer === "sgd") return plainly;
  const other = setting("optimizer").choices?.[optimizer] ?? optimizer;
  return `${plainly} ${texts.otherStep(other)}`;
}

/** @param {number} value */
export function tone(value) {
  if (value === 0) return "quiet";
  return value < 0 ? "negative" : "positive";
}
