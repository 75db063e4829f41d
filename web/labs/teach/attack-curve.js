/** Accuracy under attack against ε, before and after adversarial training. */
import { html } from "lit";
import * as texts from "../../texts/en/teach.js";
import "../../ui/charts/accuracy-vs-epsilon.js";
import { SEED } from "./fine-tuning.js";
import { EPSILONS } from "./measurements.js";
import { AT } from "./quiz.js";

/** @typedef {import("./queries.js").AttackLook} AttackLook */

/**
 * @param {AttackLook | null} before @param {AttackLook | null} after
 * @param {string} noWords  as long as "before" is not known
 */
export function attackCurve(before, after, noWords) {
  /** @type {import("../../ui/charts/accuracy-vs-epsilon.js").Line[]} */
  const lines = [];
  if (before) {
    lines.push({
      name: texts.lineBefore,
      colour: "quiet",
      accuracy: before.fractions,
      dashed: true,
    });
  }
  if (after) lines.push({ name: texts.lineAfter, colour: "text", accuracy: after.fractions });
  return html`
    <section class="stack" aria-label=${texts.attackCurve}>
      <p class="finding">${before ? finding(before, after) : noWords}</p>
      <dh-accuracy-vs-epsilon .epsilons=${EPSILONS} .lines=${lines} .at=${AT}>
      </dh-accuracy-vs-epsilon>
      <p class="quiet small" data-testid="curve-count">${countWords(before, after)}</p>
    </section>`;
}

/** @param {AttackLook} before @param {AttackLook | null} after */
function finding(before, after) {
  const at = (/** @type {AttackLook} */ look) => look.fractions[EPSILONS.indexOf(AT)];
  return texts.attackLeaves(AT, at(before), after && at(after));
}

/**
 * How many digits were attacked.
 * @param {AttackLook | null} before @param {AttackLook | null} after
 */
function countWords(before, after) {
  if (!before) return "";
  const isSame = !after || (after.count === before.count && after.total === before.total);
  return isSame ? texts.attacked(before, SEED) : texts.attackedBoth(before, after, SEED);
}
