/** The dialog with all settings, the training data, saving and sharing. */
import { html } from "lit";
import { closestPreset } from "../common/presets.js";
import { changedKeys, STRUCTURE_KEYS, setting, TRAINING_KEYS } from "../common/settings.js";
import { impliedSettings, isCommitted } from "../common/starts.js";
import * as texts from "../texts/en/shell-settings.js";
import { icons } from "../ui/icons.js";
import { Part } from "../ui/part.js";
import "../ui/controls.js";
import "./data-panel.js";
import "./languages.js";
import "./share-panel.js";

const FIRST = ["recipe", "theme"];
/** A preset is among the keys of the training, too. */
const TRAINING = TRAINING_KEYS.filter(
  (key) => !FIRST.includes(key) && !STRUCTURE_KEYS.includes(key),
);

class SettingsDialog extends Part {
  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return differenceWords(state) !== differenceWords(before);
  }

  render() {
    const { session } = this;
    return html`
      <dialog id="settings-dialog" class="settings" aria-labelledby="settings-title">
        <form method="dialog" class="head">
          <h2 id="settings-title" class="title">${texts.settings}</h2>
          <button class="icon plain" aria-label=${texts.closeSettings}>${icons.clear}</button>
        </form>
        <div class="sections">
          <div class="wide stack">
            <dh-controls .session=${session} .keys=${FIRST}></dh-controls>
            <p class="quiet small" data-testid="preset-difference"
              >${differenceWords(this.state)}</p>
            <dh-languages .session=${session}></dh-languages>
          </div>
          <div class="column">
            <section class="stack">
              <h3>${texts.network}</h3>
              <p class="quiet small">${texts.networkNote}</p>
              <dh-controls .session=${session} .keys=${STRUCTURE_KEYS}></dh-controls>
            </section>
            <section class="stack">
              <h3>${texts.data}</h3>
              <dh-data-panel class="stack" .session=${session}></dh-data-panel>
            </section>
          </div>
          <section class="stack">
            <h3>${texts.training}</h3>
            <p class="quiet small">${texts.trainingNote}</p>
            <dh-controls .session=${session} .keys=${TRAINING}></dh-controls>
          </section>
          <section class="stack wide">
            <h3>${texts.saveAndShare}</h3>
            <dh-share-panel class="stack" .session=${session}></dh-share-panel>
          </section>
        </div>
      </dialog>`;
  }
}

/**
 * What a custom choice of settings has changed; "" for a preset.
 * @param {import("../model/state.js").State} state
 */
function differenceWords({ settings, provenance }) {
  if (settings.recipe !== "own") return "";
  if (provenance && isAsLoaded(provenance.start.kind, settings)) {
    return texts.forTrainingOn;
  }
  const { name, differences } = closestPreset(settings);
  const preset = setting("recipe").choices?.[name] ?? name;
  if (!differences.length) return texts.asIn(preset);
  const list = differences.map(({ key, text }) => {
    const { label, choices } = setting(key);
    return { label, there: choices?.[text] ?? text };
  });
  return texts.closestTo(preset, list);
}

/**
 * Whether a network that comes with the page has the settings that came with it.
 * @param {import("../common/provenance.js").Provenance["start"]["kind"]} kind
 * @param {import("../common/settings.js").Settings} settings
 */
function isAsLoaded(kind, settings) {
  return isCommitted(kind) && changedKeys(settings, impliedSettings(kind)).length === 0;
}

customElements.define("dh-settings-dialog", SettingsDialog);
