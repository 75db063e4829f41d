/**
 * A field where a number, or a list of numbers, is typed; every one on the page is this.
 * `<dh-typed-field .text .kind .advice label="id" @value-change>`
 *
 * What is typed counts when the field is left: with Enter, or to go elsewhere. If it can be read,
 * "value-change" tells the value (detail). Else the value in force is put back, and a sentence in
 * the field's place says why and what may be entered, until something is typed again; where the
 * field was left by a press elsewhere, once that is released. Escape puts the value in force back.
 * A newer value in force never takes the place of what is being typed. Until something else is
 * typed, Ctrl+Z is the page's.
 */

import { html } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { live } from "lit/directives/live.js";
import { decimalSign } from "../common/numbers.js";
import { readTyped } from "../common/typed-numbers.js";
import * as texts from "../texts/en/controls.js";
import { joined, LOCALE } from "../texts/en/locale.js";
import { LightElement } from "./part.js";
import "./typed-field.css";

/** Decimal signs: the page's own, and on an English page its reader's. */
const DECIMALS = LOCALE.startsWith("en")
  ? `.${decimalSign(navigator.language)}`
  : decimalSign(LOCALE);

/** @typedef {import("../common/typed-numbers.js").Kind} Kind */

/** Letters of what was typed that the sentence repeats. */
const MOST_QUOTED = 24;

/** For ids. */
let fields = 0;

/** Whether a pointer is pressed, anywhere on the page. */
let isPressed = false;
for (const type of ["pointerdown", "pointerup", "pointercancel"]) {
  addEventListener(type, () => (isPressed = type === "pointerdown"), true);
}

class TypedField extends LightElement {
  static properties = {
    text: { attribute: false },
    kind: { attribute: false },
    advice: { attribute: false },
    label: {},
    hint: {},
    setting: {},
    name: {},
    step: { attribute: false },
    typed: { state: true },
    refusal: { state: true },
    isHeldBack: { state: true },
  };

  constructor() {
    super();
    /** The value in force. */
    this.text = "";
    /** @type {Kind} */
    this.kind = { type: "number", min: -Infinity, max: Infinity };
    /** One sentence: what may be entered. */
    this.advice = "";
    /** Ids of the elements that name the field, and of those that describe it. */
    this.label = "";
    this.hint = "";
    /** The input's `data-setting` and `data-testid`. @type {string | undefined} */
    this.setting = undefined;
    /** @type {string | undefined} */
    this.name = undefined;
    /** What the up and down arrow keys add or take away; 0 for nothing. */
    this.step = 0;
    /** What is being typed; null for the value in force. @type {string | null} */
    this.typed = null;
    /**
     * Why the last entry is not the value; another object each time.
     * @type {{ words: string } | null}
     */
    this.refusal = null;
    /** The sentence must not move what is being pressed from under the pointer. */
    this.isHeldBack = false;
  }

  #note = `typed-${++fields}`;

  render() {
    const { refusal, kind } = this;
    // Other keyboards of phones have a minus sign and separators.
    const mode = kind.type === "integer" ? "numeric" : "text";
    return html`<input .value=${live(this.typed ?? this.text)} inputmode=${mode}
      autocomplete="off" autocapitalize="off" spellcheck="false"
      data-setting=${ifDefined(this.setting)} data-testid=${ifDefined(this.name)}
      aria-labelledby=${this.label} aria-describedby=${`${this.#note} ${this.hint}`.trim()}
      aria-invalid=${refusal !== null} @input=${this.#type} @change=${this.#change}
      @blur=${this.#leave} @keydown=${this.#key} />
      <span class="small refusal" id=${this.#note} role="alert"
        >${this.isHeldBack ? "" : refusal?.words}</span>`;
  }

  /** @param {FocusOptions} [options] */
  focus(options) {
    this.querySelector("input")?.focus(options);
  }

  /** @param {InputEvent} event */
  #type({ target }) {
    const { value } = /** @type {HTMLInputElement} */ (target);
    this.typed = value === this.text ? null : value;
    this.refusal = null;
  }

  /** @param {Event} event */
  #change({ target }) {
    this.#commit(/** @type {HTMLInputElement} */ (target).value);
  }

  #leave() {
    if (this.typed !== null) this.#commit(this.typed);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (event.key === "Enter") this.#leave();
    else if (event.key === "Escape" && this.typed !== null) this.typed = null;
    else if (direction && this.step) this.#move(direction * this.step);
    else return;
    // What else Escape closes stays open while it takes back what was typed.
    if (event.key !== "Enter") event.preventDefault();
  }

  /** @param {string} text */
  #commit(text) {
    this.typed = null;
    this.requestUpdate();
    if (text === this.text) return;
    const read = readTyped(text, this.kind, DECIMALS);
    if ("value" in read) this.#tell(read.value);
    else this.#refuse(text, read);
  }

  /** @param {number | number[]} value */
  #tell(value) {
    this.refusal = null;
    this.dispatchEvent(new CustomEvent("value-change", { detail: value }));
  }

  /**
   * @param {string} text
   * @param {Extract<import("../common/typed-numbers.js").Typed, { trouble: any }>} why
   */
  #refuse(text, { trouble, either }) {
    const quoted = text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text.trim();
    const why = texts.refusals[trouble](quoted, this.kind.type === "list", either ?? []);
    const still = this.text ? texts.stillInForce(this.text) : "";
    this.refusal = { words: joined([why, still, this.advice]) };
    if (isPressed) this.#holdBack();
  }

  #holdBack() {
    this.isHeldBack = true;
    const released = new AbortController();
    const release = () => {
      released.abort();
      // After the click.
      setTimeout(() => (this.isHeldBack = false));
    };
    for (const type of ["pointerup", "pointercancel", "keydown"]) {
      addEventListener(type, release, { capture: true, signal: released.signal });
    }
  }

  /** @param {number} change */
  #move(change) {
    const read = readTyped(this.typed ?? this.text, this.kind, DECIMALS);
    if (!("value" in read)) return;
    const value = Number((Number(read.value) + change).toPrecision(12));
    this.typed = null;
    this.#tell(Math.min(this.kind.max, Math.max(this.kind.min, value)));
  }
}

customElements.define("dh-typed-field", TypedField);
