/** The controls of an attack. */

import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { named } from "../../common/engine-tables.js";
import { fixed } from "../../common/numbers.js";
import * as texts from "../../texts/en/fool.js";
import { selectValue } from "../../ui/select-value.js";

/**
 * @typedef {import("./queries.js").Method} Method
 * @typedef {{ method: Method, epsilon: number, target: number | null }} Chosen
 */

/** The engine's attacks that follow the gradient, and their words. */
const { random: _, ...METHODS } = named("attacks", texts.methods);
/** ε goes up to that, in steps of that. */
export const MOST = 0.3;
const STEP = 0.01;
/** Every ε that can be chosen but 0. */
export const EPSILONS = Array.from({ length: Math.round(MOST / STEP) }, (_, i) => (i + 1) / 100);

/**
 * @param {Chosen} chosen
 * @param {number | null} answer  the present prediction, which is no target
 * @param {(change: Partial<Chosen>) => void} choose
 */
export function choices({ method, epsilon, target }, answer, choose) {
  const largest = html`<b class="number" data-testid="fool-epsilon">${fixed(epsilon, 2)}</b>`;
  return html`
    <label class="stack"><span>${texts.method}</span>
      <select data-testid="fool-method" ${selectValue(method)}
        @change=${(/** @type {Event} */ event) =>
          choose({ method: /** @type {Method} */ (valueIn(event)) })}>
        ${Object.entries(METHODS).map(
          ([key, words]) => html`<option value=${key}>${words}</option>`,
        )}
      </select></label>
    <label class="stack"><span>${texts.target}</span>
      <select data-testid="fool-target" ${selectValue(target === null ? "" : String(target))}
        @change=${(/** @type {Event} */ event) => choose({ target: digitIn(event) })}>
        <option value="">${texts.anyOther}</option>
        ${Array.from(
          { length: 10 },
          (_, digit) =>
            html`<option value=${digit} ?disabled=${digit === answer}>${digit}</option>`,
        )}
      </select></label>
    <label class="stack slider"><span>${texts.largestChange(largest)}</span>
      <input type="range" min="0" max=${MOST} step=${STEP} .value=${live(String(epsilon))}
        @input=${(/** @type {Event} */ event) => choose({ epsilon: Number(valueIn(event)) })} />
    </label>`;
}

/**
 * The buttons that put a picture on the input.
 * @param {import("../../model/state.js").State} state
 * @param {{ testDigit: () => void, draw: () => void }} actions
 */
export function sources({ settings, status }, { testDigit, draw }) {
  const button = html`<button @click=${testDigit} ?disabled=${status !== "ready"}
    data-testid="fool-digit">${texts.testDigit}</button>`;
  return html`
    <div class="row">
      ${settings.hide.includes("test") ? nothing : button}
      <button @click=${draw} data-testid="fool-draw">${texts.draw}</button>
    </div>`;
}

/** @param {Event} event */
function valueIn({ target }) {
  return /** @type {HTMLInputElement | HTMLSelectElement} */ (target).value;
}

/** @param {Event} event */
function digitIn(event) {
  const value = valueIn(event);
  return value === "" ? null : Number(value);
}
