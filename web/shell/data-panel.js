/** Part of the settings: which digits the network is trained on, and buttons for others. */
import { html, nothing } from "lit";
import * as texts from "../texts/en/shell-settings.js";
import { Part } from "../ui/part.js";
import { dataWords } from "./caption-text.js";
import { useFiles } from "./drop.js";

class DataPanel extends Part {
  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return (
      state.data.kind !== before.data.kind ||
      state.digits !== before.digits ||
      state.status !== before.status ||
      dataWords(state) !== dataWords(before)
    );
  }

  render() {
    const { kind, complete } = this.state.data;
    const isWanted = this.state.digits === "wanted";
    const canLoad = kind === "none" ? !isWanted : kind !== "mnist" && complete;
    return html`
      <p class="small quiet">${dataWords(this.state)}</p>
      <div class="row">
        ${this.#files()}
        ${canLoad ? this.#mnist() : nothing}
        ${kind === "handwriting" ? nothing : this.#handwriting()}
      </div>
      <p class="small quiet">${texts.aboutFiles}</p>`;
  }

  #files() {
    return html`
      <label class="button">
        ${texts.openFiles}
        <input type="file" multiple class="only-heard" data-testid="open-data"
          ?disabled=${this.state.status !== "ready"} @change=${this.#open} />
      </label>`;
  }

  #mnist() {
    const use = () => this.session.act(this.session.loadData());
    return html`<button data-testid="use-mnist" @click=${use}>${texts.useMnist}</button>`;
  }

  #handwriting() {
    const use = () => this.session.act(this.session.useHandwriting());
    return html`
      <button data-testid="use-handwriting" @click=${use}>${texts.useHandwriting}</button>`;
  }

  /** @param {Event & { target: HTMLInputElement }} event */
  #open({ target }) {
    const files = [...(target.files ?? [])];
    target.value = "";
    useFiles(this.session, files);
  }
}

customElements.define("dh-data-panel", DataPanel);
