/** Where weights and the bias are changed by hand. */
import { html, nothing } from "lit";
import * as texts from "../../texts/en/inside.js";
import { nameOfInput } from "./input-grid.js";
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
    ? slider("weight", texts.brushValue, values.brush, range, actions.setBrush)
    : slider(
        "weight",
        texts.weight(nameOfInput(anatomy, picked)),
        values.weight,
        range,
        actions.setWeight,
        actions.beginGesture,
      );
  return html`
    <fieldset class="bench">
      <legend>${texts.byHand}</legend>
      ${anatomy.hasPixels ? tools(isBrush, actions.useBrush) : nothing}
      ${weight}
      ${slider("bias", texts.bias, values.bias, range, actions.setBias, actions.beginGesture)}
      <div class="row">
        ${accuracy ? putBack(accuracy, actions.putBack) : hint(anatomy.hasPixels, isBrush)}
      </div>
    </fieldset>`;
}

/** @param {boolean} isBrush @param {(isBrush: boolean) => void} use */
function tools(isBrush, use) {
  return html`
    <div class="row" role="group" aria-label=${texts.tool}>
      <button aria-pressed=${!isBrush} @click=${() => use(false)}>${texts.oneWeight}</button>
      <button aria-pressed=${isBrush} data-testid="inside-brush"
        @click=${() => use(true)}>${texts.brush}</button>
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
  return html`
    <button data-testid="inside-back" @click=${act}>${texts.putBack}</button>
    <p class="small quiet number">${texts.accuracy(before, now)}</p>`;
}

/** @param {boolean} hasPixels @param {boolean} isBrush */
function hint(hasPixels, isBrush) {
  const single = hasPixels ? texts.pickInPicture : texts.pickAmongColumns;
  const words = isBrush ? texts.paint : single;
  return html`<p class="small quiet">${words}</p>`;
}
