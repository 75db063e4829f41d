/** What one of the two networks makes of the picture: its prediction and its ten outputs. */
import { html, nothing } from "lit";
import { isSure } from "../../common/confidence.js";
import * as texts from "../../texts/en/teach.js";
import { althoughNoise } from "../../texts/en/ui.js";
import { outputBars } from "../../ui/output-bars.js";
import { verdict } from "../../ui/verdict.js";

/** Largest change of a pixel by an attack on the picture. */
export const EPSILON = 0.1;

/**
 * @typedef {import("../../worker/reading.js").PlainReading & { meant: number | null }} Read  meant:
 *   the label, or where there is none, the prediction without the attack
 *
 * @typedef {object} About
 * @property {import("../../common/fine-tuning.js").Purpose} purpose
 * @property {boolean} isInput  the picture is the one on the page's input
 * @property {boolean} [isMissing]  there is no such network
 */

/** @param {"before" | "after"} name @param {Read | null} read @param {About} about */
export function side(name, read, about) {
  const { purpose, isInput } = about;
  const isAttacked = purpose === "attacks";
  const title = name === "before" ? texts.sideBefore : texts.sideAfter;
  const label = isAttacked && !isInput ? (read?.meant ?? null) : null;
  const isRead = read !== null && read.answer !== null;
  return html`
    <section class="side" aria-label=${title} data-testid="scene-${name}">
      <h3>${title}</h3>
      <div class="says">
        ${isAttacked ? attacked(name) : nothing}
        ${verdict(read, { label })}
        <p>${words(read, about)}</p>
      </div>
      ${outputBars(isRead ? read.activations.at(-1) : null, { hasThreshold: true })}
    </section>`;
}

/** @param {"before" | "after"} name */
function attacked(name) {
  return html`<figure>
    <canvas class="picture" data-picture=${name} role="img"
      aria-label=${texts.attackedPicture}></canvas>
    <figcaption class="quiet small">${texts.attackedBy(EPSILON)}</figcaption>
  </figure>`;
}

/** @param {Read | null} read @param {About} about */
function words(read, about) {
  if (about.isMissing) return html`<span class="quiet">${texts.noCopy}</span>`;
  if (!read) return nothing;
  if (read.answer === null) return html`<span class="quiet">${texts.nothingDrawn}</span>`;
  if (!isSure(read)) return texts.unsure(read.answer, read.confidence);
  const more = remark(read, about);
  return html`${texts.sure(read.confidence)}<br /><span class="quiet small">${more}</span>`;
}

/** @param {Read} read @param {About} about */
function remark({ answer, meant }, { purpose, isInput }) {
  if (purpose === "noise") return isInput ? "" : althoughNoise;
  if (isInput) {
    return answer === meant ? texts.sameUnattacked : texts.otherUnattacked(Number(meant));
  }
  return answer === meant ? texts.correct : texts.incorrect(meant);
}
