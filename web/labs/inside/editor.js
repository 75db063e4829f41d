/** Where weights and the bias are changed by hand. */
import { html, nothing } from "lit";
import { percent } from "../../common/numbers.js";
import { nameOfInput } from "./input-grid.js";
import { lower } from "./text.js";
import "./value-slider.js";

/**
 * @typedef {import("./value-slider.js").ValueChange} ValueChange
 * @typedef {(change: ValueChange) => void} Change
 *
 * @typedef {object} Editor
 * @property {import("./anatomy.js").Anatomy} anatomy
 * @property {number} picked  the input whose weight is changed
 * @property {boolean} isBrush  weights are painted with the brush
 * @property {{ weight: number, bias: number, brush: number }} values
 * @property {number} range  of the sliders
 * @property {{ before: number | null, now: number | null } | null} accuracy  before and after the
 *   edit that can be put back, null where not known; null when there is none
 *
 * @typedef {object} EditorActions
 * @property {(isBrush: boolean) => void} useBrush
 * @property {() => void} beginGesture
 * @property {Change} setWeight
 * @property {Change} setBias
 * @property {Change} setBrush
 * @property {() => void} putBack
 */

/**
 * The fieldset's own children stay the same during a drag: Chromium ends the drag of a slider when
 * one of its fieldset's children is replaced.
 * @param {Editor} editor
 * @param {EditorActions} actions
 */
export function editor({ anatomy, picked, isBrush, values, range, accuracy }, actions) {
  const weight = isBrush
    ? slider("weight", "Brush value", values.brush, range, actions.setBrush)
    : slider(
        "weight",
        `Weight: ${lower(nameOfInput(anatomy, picked))}`,
        values.weight,
        range,
        actions.setWeight,
        actions.beginGesture,
      );
  return html`
    <fieldset class="bench">
      <legend>Change it by hand</legend>
      ${anatomy.hasPixels ? tools(isBrush, actions.useBrush) : nothing}
      ${weight}
      ${slider("bias", "Bias", values.bias, range, actions.setBias, actions.beginGesture)}
      <div class="row">
        ${accuracy ? putBack(accuracy, actions.putBack) : hint(anatomy.hasPixels, isBrush)}
      </div>
    </fieldset>`;
}

/** @param {boolean} isBrush @param {(isBrush: boolean) => void} use */
function tools(isBrush, use) {
  return html`
    <div class="row" role="group" aria-label="Tool">
      <button aria-pressed=${!isBrush} @click=${() => use(false)}>One weight</button>
      <button aria-pressed=${isBrush} data-testid="inside-brush"
        @click=${() => use(true)}>Brush</button>
    </div>`;
}

/**
 * @param {string} name
 * @param {string} label
 * @param {number} value
 * @param {number} range
 * @param {Change} change
 * @param {() => void} [begin]
 */
function slider(name, label, value, range, change, begin = () => {}) {
  const heard = (/** @type {CustomEvent<ValueChange>} */ { detail }) => change(detail);
  return html`<dh-value-slider class="slide" .name=${name} .label=${label}
    .value=${value} .range=${range} @gesture=${begin} @value-change=${heard}></dh-value-slider>`;
}

/** @param {NonNullable<Editor["accuracy"]>} accuracy @param {() => void} act */
function putBack({ before, now }, act) {
  const then = before === null ? "" : `${percent(before)} → `;
  const present = now === null ? "…" : percent(now);
  return html`
    <button data-testid="inside-back" @click=${act}>Put back</button>
    <p class="small quiet number">Test accuracy: ${then}<b>${present}</b></p>`;
}

/** @param {boolean} hasPixels @param {boolean} isBrush */
function hint(hasPixels, isBrush) {
  const single = hasPixels
    ? "Pick another weight in the picture, or paint with the brush."
    : "Pick another weight among the columns.";
  const words = isBrush ? "Paint on the picture of the weights." : single;
  return html`<p class="small quiet">${words}</p>`;
}
