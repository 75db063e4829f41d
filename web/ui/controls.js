/**
 * A control for each of the named settings, out of the table of settings.
 * `<dh-controls .session .keys=${["rate", "seed"]}>`
 *
 * What a control shows is the state's value, or a draft: what was chosen and is not in the state
 * yet.
 */
import { html, nothing } from "lit";
import { parseSetting, setting } from "../common/settings.js";
import * as texts from "../texts/en/controls.js";
import "./controls.css";
import { Part } from "./part.js";
import { selectValue } from "./select-value.js";
import { adviceOn, fieldText, kindOf } from "./setting-text.js";
import "./typed-field.js";

/**
 * @typedef {object} Draft
 * @property {string} text
 * @property {string} replaces  the state's value, as text, when it was chosen; another value takes
 *   the draft's place
 */

/** For ids: a setting can have a control in several places. */
let lists = 0;

/** @param {import("../model/state.js").State} state @param {string} key */
function textOf({ settings }, key) {
  return fieldText(key, /** @type {Record<string, any>} */ (settings)[key]);
}

class Controls extends Part {
  static properties = { keys: { attribute: false } };

  constructor() {
    super();
    /** @type {string[]} */
    this.keys = [];
  }

  /** @type {Map<string, Draft>} */
  #drafts = new Map();
  #id = `controls-${++lists}`;

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return this.keys.some((key) => textOf(state, key) !== textOf(before, key));
  }

  willUpdate() {
    for (const [key, { replaces }] of this.#drafts)
      if (textOf(this.state, key) !== replaces) this.#drafts.delete(key);
  }

  render() {
    return this.keys.map((key) => {
      const { label, choices } = setting(key);
      const [name, hint] = [`${this.#id}-${key}`, texts.hints[key]];
      const shown = this.#drafts.get(key)?.text ?? textOf(this.state, key);
      return html`
        <label class="control">
          <span id=${name}>${label}</span>
          ${choices ? this.#choice(key, choices, shown) : this.#field(key, shown)}
          ${hint ? html`<span class="quiet small" id="${name}-hint">${hint}</span>` : nothing}
        </label>`;
    });
  }

  /** @param {string} key @param {Record<string, string>} choices @param {string} shown */
  #choice(key, choices, shown) {
    const pick = (/** @type {Event} */ { target }) =>
      this.#commit(key, parseSetting(key, /** @type {HTMLSelectElement} */ (target).value));
    return html`<select data-setting=${key} ${selectValue(shown)} @change=${pick}>
      ${Object.entries(choices).map(
        ([value, words]) => html`<option value=${value}>${words}</option>`,
      )}
    </select>`;
  }

  /** @param {string} key @param {string} shown */
  #field(key, shown) {
    const name = `${this.#id}-${key}`;
    return html`<dh-typed-field .text=${shown} .kind=${kindOf(key)} .advice=${adviceOn(key)}
      .label=${name} .hint=${texts.hints[key] ? `${name}-hint` : ""} .setting=${key}
      @value-change=${(/** @type {CustomEvent} */ { detail }) => this.#commit(key, detail)}
      ></dh-typed-field>`;
  }

  /** @param {string} key @param {any} value */
  async #commit(key, value) {
    const text = fieldText(key, value);
    const draft = { text, replaces: textOf(this.state, key) };
    if (text === draft.replaces) return this.requestUpdate();
    this.#drafts.set(key, draft);
    this.requestUpdate();
    const change = this.session.set(key, value);
    this.session.act(change);
    await Promise.allSettled([change]);
    if (this.#drafts.get(key) === draft) this.#drafts.delete(key);
    this.requestUpdate();
  }
}

customElements.define("dh-controls", Controls);
