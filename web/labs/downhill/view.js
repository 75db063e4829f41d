/**
 * Three parts, in the order of the lesson, one at a time: one input, two, and all parameters of the
 * network on the page. A part that was seen stays as it was left.
 */

import { html, nothing } from "lit";
import * as texts from "../../texts/en/downhill.js";
import { readingKey } from "../../ui/keys.js";
import { Part } from "../../ui/part.js";
import "./one-input.js";
import "./real.js";
import "./two-inputs.js";

/** @typedef {"one" | "two" | "real"} Name */
/** @type {readonly Name[]} */
const NAMES = ["one", "two", "real"];

class Downhill extends Part {
  static properties = { shown: { state: true } };

  /** Those that were shown. @type {Set<Name>} */
  #seen = new Set();

  constructor() {
    super();
    /** @type {Name} */
    this.shown = NAMES[0];
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.network !== before.network;
  }

  willUpdate() {
    this.#seen.add(this.shown);
  }

  render() {
    return html`
      <div class="row" role="tablist" aria-label=${texts.parts} @keydown=${this.#walk}>
        ${NAMES.map((name) => this.#tab(name))}
      </div>
      ${NAMES.map((name) => this.#panel(name))}`;
  }

  get #parameters() {
    return this.state.network?.parameterCount ?? 13002;
  }

  /** @param {Name} name */
  #words(name) {
    if (name === "real") return texts.allInputs(this.#parameters);
    return name === "one" ? texts.oneInput : texts.twoInputs;
  }

  /** @param {Name} name */
  #tab(name) {
    const isChosen = name === this.shown;
    return html`<button role="tab" id="downhill-tab-${name}" data-testid="downhill-part-${name}"
      aria-selected=${isChosen} aria-controls="downhill-panel-${name}"
      tabindex=${isChosen ? 0 : -1} @click=${() => this.#choose(name)}
      >${this.#words(name)}</button>`;
  }

  /** @param {Name} name */
  #panel(name) {
    const next = NAMES[NAMES.indexOf(name) + 1];
    return html`<div class="downhill-part" role="tabpanel" id="downhill-panel-${name}"
      aria-labelledby="downhill-tab-${name}" ?hidden=${name !== this.shown}
      >${this.#seen.has(name) ? this.#part(name) : nothing}
      ${next ? this.#nextButton(next) : nothing}</div>`;
  }

  /** @param {Name} name */
  #part(name) {
    const { session } = this;
    if (name === "one") return html`<dh-one-input .session=${session}></dh-one-input>`;
    if (name === "two") return html`<dh-two-inputs .session=${session}></dh-two-inputs>`;
    return html`<dh-downhill-real .session=${session}></dh-downhill-real>`;
  }

  /** @param {Name} name  of the part that follows */
  #nextButton(name) {
    const words = name === "two" ? texts.nextTwo : texts.nextAll(this.#parameters);
    const go = async () => {
      await this.#choose(name);
      this.scrollIntoView({ block: "start" });
    };
    return html`<button class="downhill-next" data-testid="downhill-next-${name}" @click=${go}
      >${words}</button>`;
  }

  /** Shows a part; its tab has the focus. @param {Name} name */
  async #choose(name) {
    this.shown = name;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector("[aria-selected=true]"))?.focus({
      preventScroll: true,
    });
  }

  /** Arrow keys, Home and End, as in any list of tabs. @param {KeyboardEvent} event */
  #walk(event) {
    const at = NAMES.indexOf(this.shown);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: -1 }[readingKey(event)];
    if (to === undefined) return;
    event.preventDefault();
    this.#choose(/** @type {Name} */ (NAMES.at(to % NAMES.length)));
  }
}

customElements.define("dh-downhill", Downhill);
