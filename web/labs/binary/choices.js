/** What the visitor chooses: how hard the sigmoid is, whose cost, and how closely to look. */
import { html } from "lit";
import { live } from "lit/directives/live.js";
import { HARDNESSES } from "../../common/hardness.js";
import * as texts from "../../texts/en/binary.js";
import { selectValue } from "../../ui/select-value.js";

/**
 * @typedef {"yours" | "1" | "10" | "1000"} DigitsName
 * @typedef {{ hardness: number, digits: DigitsName, zoom: number }} Chosen  hardness: index into
 *   HARDNESSES
 */

export const ZOOMS = [1, 10, 100];

/**
 * @param {Chosen} chosen @param {boolean} hasOwn  there is a digit on the input
 * @param {(change: Partial<Chosen>) => void} choose
 */
export function choices({ hardness, digits, zoom }, hasOwn, choose) {
  const k = HARDNESSES[hardness];
  return html`
    <div class="controls">
      <label class="stack slider"><span>${texts.hardness(k)}</span>
        <input type="range" min="0" max=${HARDNESSES.length - 1} step="1"
          data-testid="binary-hardness" aria-valuetext=${texts.hardnessValue(k)}
          .value=${live(String(hardness))}
          @input=${(/** @type {Event} */ event) => choose({ hardness: Number(valueIn(event)) })} />
      </label>
      <label class="stack"><span>${texts.costOf}</span>
        <select data-testid="binary-digits" ${selectValue(digits)}
          @change=${(/** @type {Event} */ event) =>
            choose({ digits: /** @type {DigitsName} */ (valueIn(event)) })}>
          ${Object.entries(texts.digits).map(
            ([name, words]) => html`<option value=${name}
              ?disabled=${name === "yours" && !hasOwn}>${words}</option>`,
          )}
        </select></label>
      <label class="stack"><span>${texts.zoom}</span>
        <select class="number" data-testid="binary-zoom" ${selectValue(String(zoom))}
          @change=${(/** @type {Event} */ event) => choose({ zoom: Number(valueIn(event)) })}>
          ${ZOOMS.map((each) => html`<option value=${each}>${each}×</option>`)}
        </select></label>
    </div>`;
}

/** @param {Event} event */
function valueIn({ target }) {
  return /** @type {HTMLInputElement | HTMLSelectElement} */ (target).value;
}
