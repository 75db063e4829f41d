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
import { LightElement } from "../../ui/part.js";
import { signed } from "./text.js";

const STEPS = 400;
/** Typed values are clamped: a larger one only makes the sums overflow. */
const LARGEST = 1e6;

class ValueSlider extends LightElement {
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
    /** What is being typed. @type {string | null} */
    this.typed = null;
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
      <input type="number" step="0.1" inputmode="decimal" aria-labelledby=${id} data-testid=${id}
        .value=${live(this.typed ?? numberText(value))} @focus=${this.#begin}
        @input=${this.#type} @change=${this.#commit} @blur=${this.#forgetTyped} />`;
  }

  #begin() {
    this.dispatchEvent(new CustomEvent("gesture"));
  }

  /** @param {string} text @param {boolean} isDrag */
  #change(text, isDrag) {
    const value = Math.min(LARGEST, Math.max(-LARGEST, Number(text)));
    if (text === "" || !Number.isFinite(value)) return;
    const detail = /** @type {ValueChange} */ ({ value, isDrag });
    this.dispatchEvent(new CustomEvent("value-change", { detail }));
  }

  /* ---- slider ---- */

  /** @param {PointerEvent} event */
  #hold({ target }) {
    this.held = /** @type {HTMLInputElement} */ (target).value;
    addEventListener("pointerup", this.#release);
    addEventListener("pointercancel", this.#release);
    this.#begin();
  }

  /** @param {InputEvent} event */
  #slide({ target }) {
    const { value } = /** @type {HTMLInputElement} */ (target);
    const isDrag = this.held !== null;
    if (isDrag) this.held = value;
    this.#change(value, isDrag);
  }

  #release = () => {
    removeEventListener("pointerup", this.#release);
    removeEventListener("pointercancel", this.#release);
    if (this.held === null) return;
    this.held = null;
    this.requestUpdate();
  };

  /* ---- number ---- */

  /** @param {InputEvent} event */
  #type({ target }) {
    this.typed = /** @type {HTMLInputElement} */ (target).value;
  }

  /** @param {Event} event */
  #commit({ target }) {
    this.#change(/** @type {HTMLInputElement} */ (target).value, false);
    this.#forgetTyped();
  }

  #forgetTyped() {
    this.typed = null;
    this.requestUpdate();
  }
}

/** @param {number} value */
function numberText(value) {
  return Number.isFinite(value) ? value.toFixed(3) : "";
}

customElements.define("dh-value-slider", ValueSlider);
