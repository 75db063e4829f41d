/** Accuracy under attack against ε, before and after adversarial training. */
import { html } from "lit";
import { percent } from "../../common/numbers.js";
import "../../ui/charts/accuracy-vs-epsilon.js";
import { SEED } from "./fine-tuning.js";
import { EPSILONS } from "./measurements.js";

/** ε of the sentence above the chart. */
const AT = 0.1;

/** @typedef {import("./queries.js").AttackLook} AttackLook */

/**
 * @param {AttackLook | null} before @param {AttackLook | null} after
 * @param {string} noWords  as long as "before" is not known
 */
export function attackCurve(before, after, noWords) {
  /** @type {import("../../ui/charts/accuracy-vs-epsilon.js").Line[]} */
  const lines = [];
  if (before) {
    lines.push({ name: "before", colour: "quiet", accuracy: before.fractions, dashed: true });
  }
  if (after) lines.push({ name: "after", colour: "text", accuracy: after.fractions });
  return html`
    <section class="stack" aria-label="Accuracy under attack">
      <p class="finding">${before ? finding(before, after) : noWords}</p>
      <dh-accuracy-vs-epsilon .epsilons=${EPSILONS} .lines=${lines} .at=${AT}>
      </dh-accuracy-vs-epsilon>
      <p class="quiet small" data-testid="curve-count">${countWords(before, after)}</p>
    </section>`;
}

/** @param {AttackLook} before @param {AttackLook | null} after */
function finding(before, after) {
  const at = (/** @type {AttackLook} */ look) => percent(look.fractions[EPSILONS.indexOf(AT)]);
  const copy = after
    ? html`; of the copy, <b class="number" data-testid="curve-after">${at(after)}</b>`
    : "";
  return html`At ε = ${AT} the 40-step attack leaves <span class="number"
    data-testid="curve-before">${at(before)}</span> of the digits read correctly${copy}.`;
}

/**
 * How many digits were attacked.
 * @param {AttackLook | null} before @param {AttackLook | null} after
 */
function countWords(before, after) {
  if (!before) return "";
  const known = (/** @type {AttackLook} */ { count, total }) =>
    count < total ? `the first ${count} of ${total}` : `${total}`;
  const isBoth = after !== null && known(after) !== known(before);
  const digits = isBoth ? `before: ${known(before)}; after: ${known(after)}` : known(before);
  return `Test digits, each attacked individually: ${digits}. Seed ${SEED}.`;
}
