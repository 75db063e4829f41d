/** A control for each of the named settings, out of the one table. `<dh-controls .keys=${["rate", "seed"]}>` */
import { html } from "lit";
import { formatSetting, parseSetting, setting } from "../common/settings.js";
import { Part } from "./part.js";

class Controls extends Part {
  static properties = { keys: { attribute: false } };

  constructor() {
    super();
    /** @type {string[]} */
    this.keys = [];
  }

  /** @type {Part["concerned"]} */
  concerned(state, before) {
    return state.settings !== before.settings;
  }

  render() {
    return this.keys.map((key) => {
      const { label, hint, choices } = setting(key);
      const value = formatSetting(key, this.state.settings[key]);
      return html`
        <label class="control">
          <span>${label}</span>
          ${choices ? this.#choice(key, choices, value) : this.#text(key, value)}
          <span class="quiet small">${hint ?? ""}</span>
        </label>`;
    });
  }

  /** @param {string} key @param {Record<string, string>} choices @param {string} value */
  #choice(key, choices, value) {
    return html`<select data-setting=${key} @change=${(/** @type {any} */ event) => this.#say(key, event.target)}>
      ${Object.entries(choices).map(([each, words]) => html`<option value=${each} ?selected=${each === value}>${words}</option>`)}
    </select>`;
  }

  /** @param {string} key @param {string} value */
  #text(key, value) {
    const numeric = setting(key).type === "integer" ? "numeric" : "text";
    return html`<input data-setting=${key} .value=${value} inputmode=${numeric} autocomplete="off" spellcheck="false"
      @change=${(/** @type {any} */ event) => this.#say(key, event.target)} />`;
  }

  /** @param {string} key @param {HTMLInputElement | HTMLSelectElement} field */
  #say(key, field) {
    const value = parseSetting(key, field.value);
    field.setAttribute("aria-invalid", String(value === undefined));
    if (value !== undefined) this.session.set(key, value);
  }
}

customElements.define("dh-controls", Controls);
