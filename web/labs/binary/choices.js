/** What the visitor chooses: how hard the sigmoid is, whose cost, and how closely to look. */
import { html } from "lit";
import { live } from "lit/directives/live.js";
import { HARDNESSES } from "../../common/hardness.js";
import { selectValue } from "../../ui/select-value.js";

/**
 * @typedef {"yours" | "1" | "10" | "1000"} DigitsName
 * @typedef {{ hardness: number, digits: DigitsName, zoom: number }} Chosen  hardness: index into
 *   HARDNESSES
 */

/** @type {Record<DigitsName, string>} */
export const DIGITS = {
  yours: "the digit on the input",
  1: "one training digit",
  10: "10 training digits",
  1000: "1,000 training digits",
};
export const ZOOMS = [1, 10, 100];

/** "2.8" @param {number} k */
export function hardnessText(k) {
  return k === Infinity ? "∞" : k.toFixed(k < 10 && k % 1 ? 1 : 0);
}

/**
 * @param {Chosen} chosen @param {boolean} hasOwn  there is a digit on the input
 * @param {(change: Partial<Chosen>) => void} choose
 */
export function choices({ hardness, digits, zoom }, hasOwn, choose) {
  const k = HARDNESSES[hardness];
  const text = k === Infinity ? "∞: on or off" : hardnessText(k);
  return html`
    <div class="controls">
      <label class="stack slider"><span>Hardness of σ(kz), k =
          <b class="number" data-testid="binary-k">${text}</b></span>
        <input type="range" min="0" max=${HARDNESSES.length - 1} step="1"
          data-testid="binary-hardness" aria-valuetext="k = ${text}"
          .value=${live(String(hardness))}
          @input=${(/** @type {Event} */ event) => choose({ hardness: Number(valueIn(event)) })} />
      </label>
      <label class="stack"><span>Cost of</span>
        <select data-testid="binary-digits" ${selectValue(digits)}
          @change=${(/** @type {Event} */ event) =>
            choose({ digits: /** @type {DigitsName} */ (valueIn(event)) })}>
          ${Object.entries(DIGITS).map(
            ([name, words]) => html`<option value=${name}
              ?disabled=${name === "yours" && !hasOwn}>${words}</option>`,
          )}
        </select></label>
      <label class="stack"><span>Zoom</span>
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
