/**
 * One number, to be set by a slider or typed. What a person is dragging or typing is never
 * rewritten by a newer value. It tells of "gesture" when changes from now on belong together: a
 * drag, or what is typed until the focus leaves; and of "value-change" (detail: ValueChange).
 *
 * @typedef {{ value: number, isDrag: boolean }} ValueChange  isDrag: goes on with the gesture under
 *   way
 */

import { html } from "lit";
import { live } from "lit/directives/live.js";
import { fixed } from "../../common/numbers.js";
import * as texts from "../../texts/en/controls.js";
import { afterRelease } from "../../ui/holding.js";
import { LightElement } from "../../ui/part.js";
import "../../ui/typed-field.js";
import { signed } from "./text.js";

const STEPS = 400;
/** A larger value only makes the sums overflow. */
const LARGEST = 1e6;
/** @type {import("../../ui/typed-field.js").Kind} */
const KIND = { type: "number", min: -LARGEST, max: LARGEST };
const ADVICE = texts.enterNumber(-LARGEST, LARGEST, "−0.5");
/** An arrow key in the field goes that far. */
const KEY_STEP = 0.1;

class ValueSlider extends LightElement {
  #forgetPointer = () => {};
  static properties = {
    name: { type: String },
    label: { type: String },
    value: { attribute: false },
    range: { attribute: false },
  };

  constructor() {
    super();
    /** Makes ids: "inside-<name>". */
    this.name = "";
    this.label = "";
    this.value = 0;
    /** The slider goes from −range to range. */
    this.range = 1;
    /** Position of the slider while a pointer holds it. @type {string | null} */
    this.held = null;
  }

  disconnectedCallback() {
    this.#release();
    super.disconnectedCallback();
  }

  render() {
    const { name, range, value } = this;
    const id = `inside-${name}`;
    return html`
      <span id=${id}>${this.label}</span>
      <input type="range" min=${-range} max=${range} step=${(2 * range) / STEPS}
        .value=${live(this.held ?? String(value))}
        aria-labelledby=${id} aria-valuetext=${signed(value)}
        @pointerdown=${this.#hold} @focus=${this.#begin}
        @input=${this.#slide} @change=${this.#release} />
      <dh-typed-field .text=${numberText(value)} .kind=${KIND} .advice=${ADVICE} .step=${KEY_STEP}
        .label=${id} .name=${id} @focusin=${this.#begin}
        @value-change=${this.#type}></dh-typed-field>`;
  }

  #begin() {
    this.dispatchEvent(new CustomEvent("gesture"));
  }

  /** @param {number} value @param {boolean} isDrag */
  #change(value, isDrag) {
    const detail = /** @type {ValueChange} */ ({ value, isDrag });
    this.dispatchEvent(new CustomEvent("value-change", { detail }));
  }

  /* ---- slider ---- */

  /** @param {PointerEvent} event */
  #hold({ target }) {
    this.held = /** @type {HTMLInputElement} */ (target).value;
    this.#forgetPointer();
    this.#forgetPointer = afterRelease(this.#release);
    this.#begin();
  }

  /** @param {InputEvent} event */
  #slide({ target }) {
    const { value } = /** @type {HTMLInputElement} */ (target);
    const isDrag = this.held !== null;
    if (isDrag) this.held = value;
    this.#change(Number(value), isDrag);
  }

  #release = () => {
    this.#forgetPointer();
    if (this.held === null) return;
    this.held = null;
    this.requestUpdate();
  };

  /** @param {CustomEvent<number>} event */
  #type(event) {
    // The slider's own event has the same name.
    event.stopPropagation();
    this.#change(event.detail, false);
  }
}

/** @param {number} value */
function numberText(value) {
  return Number.isFinite(value) ? fixed(value, 3) : "";
}

customElements.define("dh-value-slider", ValueSlider);
