/** The dialog with all settings, the training data, saving and sharing. */
import { html } from "lit";
import { STRUCTURE_KEYS, TRAINING_KEYS } from "../common/settings.js";
import { icons } from "../ui/icons.js";
import { Part } from "../ui/part.js";
import "./data-panel.js";
import "./share-panel.js";

const FIRST = ["recipe", "theme"];
/** A preset is among the keys of the training, too. */
const TRAINING = TRAINING_KEYS.filter(
  (key) => !FIRST.includes(key) && !STRUCTURE_KEYS.includes(key),
);

class SettingsDialog extends Part {
  shouldPaint() {
    return false;
  }

  render() {
    const { session } = this;
    return html`
      <dialog id="settings-dialog" class="settings" aria-labelledby="settings-title">
        <form method="dialog" class="head">
          <h2 id="settings-title" class="title">Settings</h2>
          <button class="icon plain" aria-label="Close the settings">${icons.clear}</button>
        </form>
        <div class="sections">
          <dh-controls class="wide" .session=${session} .keys=${FIRST}></dh-controls>
          <div class="column">
            <section class="stack">
              <h3>Network</h3>
              <p class="quiet small">A change here starts a new random network.</p>
              <dh-controls .session=${session} .keys=${STRUCTURE_KEYS}></dh-controls>
            </section>
            <section class="stack">
              <h3>Data</h3>
              <dh-data-panel class="stack" .session=${session}></dh-data-panel>
            </section>
          </div>
          <section class="stack">
            <h3>Training</h3>
            <p class="quiet small">A change here takes effect without resetting the network.</p>
            <dh-controls .session=${session} .keys=${TRAINING}></dh-controls>
          </section>
          <section class="stack wide">
            <h3>Save and share</h3>
            <dh-share-panel class="stack" .session=${session}></dh-share-panel>
          </section>
        </div>
      </dialog>`;
  }
}

customElements.define("dh-settings-dialog", SettingsDialog);
