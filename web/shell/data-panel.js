/** Part of the settings: which digits the network is trained on, and buttons for others. */
import { html, nothing } from "lit";
import * as texts from "../texts/en/shell-settings.js";
import { Part } from "../ui/part.js";
import { dataWords } from "./caption-text.js";
import { openOwnData } from "./open-own-data.js";

class DataPanel extends Part {
  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return (
      state.data.kind !== before.data.kind ||
      state.digits !== before.digits ||
      state.status !== before.status ||
      state.settings.hide !== before.settings.hide ||
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
        ${this.state.settings.hide.includes("file") ? nothing : this.#own()}
        ${canLoad ? this.#mnist() : nothing}
        ${kind === "handwriting" ? nothing : this.#handwriting()}
      </div>`;
  }

  #own() {
    const open = () => this.session.act(openOwnData());
    return html`
      <button data-testid="own-data" ?disabled=${this.state.status !== "ready"} @click=${open}
        >${texts.yourData}</button>`;
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
}

customElements.define("dh-data-panel", DataPanel);
