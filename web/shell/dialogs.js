/** The two dialogs of the bar: settings with keeping and sharing, and the keys. */
import { html } from "lit";
import { setting } from "../common/settings.js";
import { Part } from "../ui/part.js";

const KEYS = [
  ["Space", "train, pause"],
  ["S", "step"],
  ["R", "reset to a random network"],
  ["N", "noise"],
  ["T", "a test digit"],
  ["D", "to the drawing"],
  ["C", "clear the drawing"],
  ["?", "these keys"],
  ["Esc", "close"],
];

class KeysDialog extends Part {
  concerned() {
    return false;
  }

  render() {
    return html`
      <dialog id="keys-dialog" aria-labelledby="keys-title">
        <form method="dialog" class="stack">
          <h2 id="keys-title" class="title">Keys</h2>
          <table>
            <tbody>${KEYS.map(([key, words]) => html`<tr><th scope="row"><kbd>${key}</kbd></th><td>${words}</td></tr>`)}</tbody>
          </table>
          <p class="quiet">In the drawing, arrow keys move a pen of one cell; Space puts it down and lifts it.</p>
          <div class="row"><button class="primary" autofocus>Close</button></div>
        </form>
      </dialog>`;
  }
}

const NETWORK = ["layers", "hidden", "output", "cost", "seed"];
const TRAINING = [
  "rate",
  "batch",
  "optimizer",
  "decay",
  "schedule",
  "augment",
  "nothing",
  "epochs",
];

class SettingsDialog extends Part {
  static properties = { copied: { state: true } };

  constructor() {
    super();
    this.copied = "";
  }

  /** @type {Part["concerned"]} */
  concerned(state, before) {
    return state.settings !== before.settings || state.model !== before.model;
  }

  render() {
    const may = (/** @type {string} */ name) => !this.state.settings.hide.includes(name);
    return html`
      <dialog id="settings-dialog" aria-labelledby="settings-title">
        <div class="stack settings">
          <h2 id="settings-title" class="title">Settings</h2>
          <dh-controls .session=${this.session} .keys=${["start", "recipe", "theme"]}></dh-controls>
          <h3>The network</h3>
          <p class="quiet small">A change here makes a new random network.</p>
          <dh-controls .session=${this.session} .keys=${NETWORK}></dh-controls>
          <h3>The training</h3>
          <p class="quiet small">A change here goes on with the network as it is.</p>
          <dh-controls .session=${this.session} .keys=${TRAINING}></dh-controls>
          <h3>Keep and share</h3>
          <div class="row">
            <button data-testid="share" @click=${() => this.#share()}>Copy a link to this network</button>
            ${may("file") ? this.#files() : ""}
          </div>
          <details>
            <summary>A link for a class</summary>
            <fieldset class="row">
              <legend class="small quiet">Hide what would distract, then copy</legend>
              ${Object.entries(setting("hide").choices ?? {}).map(
                ([name, words]) =>
                  html`<label><input type="checkbox" value=${name} name="hide" />${words}</label>`,
              )}
            </fieldset>
            <button data-testid="share-class" @click=${() => this.#share(this.#ticked())}>Copy the class link</button>
          </details>
          <p class="quiet small" role="status">${this.copied}</p>
          <form method="dialog" class="row"><button class="primary">Done</button></form>
        </div>
      </dialog>`;
  }

  #files() {
    return html`
      <button data-testid="export" @click=${this.#export}>Save the model file</button>
      <label class="button">Open a model file<input type="file" class="only-heard" accept=".safetensors" data-testid="import" @change=${this.#import} /></label>`;
  }

  #ticked() {
    const boxes = this.querySelectorAll("input[name=hide]:checked");
    return [...boxes].map((box) => /** @type {HTMLInputElement} */ (box).value);
  }

  /** @param {string[]} [hide] */
  async #share(hide) {
    const { href, why } = this.session.link(hide);
    try {
      await navigator.clipboard.writeText(href);
      this.copied = why
        ? `Copied. It makes a similar network, not the same: ${why}.`
        : "Copied. It makes this very network again, fingerprint and all.";
    } catch {
      this.copied = href;
    }
  }

  async #export() {
    const bytes = await this.session.ask("save");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes]));
    link.download = `downhill-${this.state.fingerprint}.safetensors`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** @param {Event & { target: HTMLInputElement }} event */
  async #import({ target }) {
    const file = target.files?.[0];
    target.value = "";
    if (!file) return;
    try {
      await this.session.load(new Uint8Array(await file.arrayBuffer()), "file");
      this.copied = `${file.name} is on the page.`;
    } catch (error) {
      this.copied = `${file.name} is not a network this page can read: ${error.message}`;
    }
  }
}

customElements.define("dh-keys-dialog", KeysDialog);
customElements.define("dh-settings-dialog", SettingsDialog);
