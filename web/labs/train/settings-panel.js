/** The settings beside the chart: how the network is trained, and what makes another network. */
import { html, nothing } from "lit";
import { NETWORK_KEYS, setting } from "../../common/settings.js";
import * as texts from "../../texts/en/train.js";
import "../../ui/controls.js";
import { Part } from "../../ui/part.js";

const makesNetwork = (/** @type {string} */ key) => setting(key).effect === "network";
const TRAINING = NETWORK_KEYS.filter((key) => !makesNetwork(key));
const NETWORK = NETWORK_KEYS.filter(makesNetwork);

class SettingsPanel extends Part {
  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.settings.hide !== before.settings.hide;
  }

  render() {
    if (this.state.settings.hide.includes("settings")) return nothing;
    const isWide = matchMedia("(min-width: 45rem)").matches;
    return html`
      ${this.#group(texts.trainingSettings, TRAINING, texts.trainingHint, isWide)}
      ${this.#group(texts.networkSettings, NETWORK, texts.networkHint, false)}`;
  }

  /** @param {string} title @param {string[]} keys @param {string} hint @param {boolean} isOpen */
  #group(title, keys, hint, isOpen) {
    return html`
      <details ?open=${isOpen}>
        <summary><h3>${title}</h3></summary>
        <div class="stack">
          <p class="quiet small">${hint}</p>
          <dh-controls .session=${this.session} .keys=${keys}></dh-controls>
        </div>
      </details>`;
  }
}

customElements.define("dh-train-settings", SettingsPanel);
