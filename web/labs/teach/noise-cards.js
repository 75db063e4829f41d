/** Confidence in each kind of noise, and in test digits, before and after fine-tuning. */
import { html } from "lit";
import { SURE } from "../../common/confidence.js";
import { HELD_OUT, KIND_LIST, KINDS } from "../../common/noise-kinds.js";
import { percent } from "../../common/numbers.js";
import * as texts from "../../texts/en/teach.js";
import "../../ui/charts/confidence-before-after.js";
import { SEED } from "./fine-tuning.js";
import { IMAGES } from "./measurements.js";

/**
 * @typedef {import("./queries.js").NoiseLook} NoiseLook
 * @typedef {import("./queries.js").Tally} Tally
 */

/** @param {NoiseLook | null} before @param {NoiseLook | null} after */
export function noiseCards(before, after) {
  const cards = KIND_LIST.map((kind, i) => {
    const remark = HELD_OUT.includes(kind) ? texts.heldOut : texts.trainedOn;
    return card(kind, KINDS[kind], remark, before?.noise[i], after?.noise[i]);
  });
  return html`
    <section class="stack" aria-label=${texts.noiseCards}>
      <p class="quiet small">${texts.noiseCardsNote(IMAGES, SEED)}</p>
      <div class="cards">${cards}${card(
        "digits",
        texts.testDigits,
        texts.neverTrainedOn,
        before?.digits,
        after?.digits,
      )}</div>
    </section>`;
}

/**
 * @param {string} kind @param {string} name @param {string} remark
 * @param {Tally | undefined} before @param {Tally | undefined} after
 */
function card(kind, name, remark, before, after) {
  const above = (/** @type {Tally} */ tally) => percent(tally.above[0]);
  const first = before
    ? html`<span class="number ${after ? "quiet" : ""}">${above(before)}</span>`
    : html`<span class="quiet">…</span>`;
  const second = after
    ? html` → <b class="number" data-testid="after-${kind}">${above(after)}</b>`
    : "";
  return html`<figure data-card=${kind}>
    <figcaption><h3>${name}</h3><span class="quiet small">${remark}</span>
      <span>${texts.above(SURE, html`<bdi>${first}${second}</bdi>`)}</span></figcaption>
    <dh-confidence-before-after .words=${name} .tallyBefore=${before ?? null}
      .tallyAfter=${after ?? null}>
    </dh-confidence-before-after></figure>`;
}
