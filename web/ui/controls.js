/**
 * A control for each of the named settings, out of the table of settings.
 * `<dh-controls .session .keys=${["rate", "seed"]}>`
 *
 * What a control shows is the state's value, or a draft: what was typed or picked and is not in the
 * state yet.
 */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { formatSetting, parseSetting, setting } from "../common/settings.js";
import * as texts from "../texts/en/controls.js";
import "./controls.css";
import { Part } from "./part.js";
import { selectValue } from "./select-value.js";
import { adviceOn, normalized } from "./setting-text.js";

/**
 * @typedef {object} Draft
 * @property {string} text
 * @property {string} replaces  the state's value, as text, when it was typed; another value takes
 *   the draft's place
 * @property {boolean} isInvalid
 */

/** @param {import("../model/state.js").State} state @param {string} key */
function textOf({ settings }, key) {
  return formatSetting(key, /** @type {Record<string, any>} */ (settings)[key]);
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
      return html`
        <label class="control">
          <span>${label}</span>
          ${choices ? this.#choice(key, choices) : this.#field(key)}
          <span class="quiet small">${texts.hints[key] ?? ""}</span>
        </label>`;
    });
  }

  /** @param {string} key @param {Record<string, string>} choices */
  #choice(key, choices) {
    const text = this.#drafts.get(key)?.text ?? textOf(this.state, key);
    const options = Object.entries(choices);
    return html`<select data-setting=${key} ${selectValue(text)}
      @change=${(/** @type {Event} */ event) => this.#commit(key, event)}>
      ${options.map(([value, words]) => html`<option value=${value}>${words}</option>`)}
    </select>`;
  }

  /** @param {string} key */
  #field(key) {
    const draft = this.#drafts.get(key);
    const isInvalid = draft?.isInvalid ?? false;
    const advice = html`<span class="small" role="alert">${adviceOn(key)}</span>`;
    const numeric = setting(key).type === "integer" ? "numeric" : "text";
    return html`<input data-setting=${key} .value=${live(draft?.text ?? textOf(this.state, key))}
      inputmode=${numeric} autocomplete="off" spellcheck="false" aria-invalid=${isInvalid}
      @input=${(/** @type {Event} */ event) => this.#type(key, event)}
      @change=${(/** @type {Event} */ event) => this.#commit(key, event)} />
      ${isInvalid ? advice : nothing}`;
  }

  /** Whatever else changes, the text being typed stays. @param {string} key @param {Event} event */
  #type(key, { target }) {
    const { value: text } = /** @type {HTMLInputElement} */ (target);
    const isInvalid = this.#drafts.get(key)?.isInvalid ?? false;
    this.#drafts.set(key, { text, replaces: textOf(this.state, key), isInvalid });
  }

  /** @param {string} key @param {Event} event */
  async #commit(key, { target }) {
    const { value: text } = /** @type {HTMLInputElement | HTMLSelectElement} */ (target);
    const value = parseSetting(key, normalized(key, text));
    const draft = { text, replaces: textOf(this.state, key), isInvalid: value === undefined };
    this.#drafts.set(key, draft);
    this.requestUpdate();
    if (value === undefined) return;
    const change = this.session.set(key, value);
    this.session.act(change);
    await Promise.allSettled([change]);
    if (this.#drafts.get(key) === draft) this.#drafts.delete(key);
    this.requestUpdate();
  }
}

customElements.define("dh-controls", Controls);
