/** Own digits that are kept in the browser: to be used again, or removed. */
import { html, nothing } from "lit";
import * as texts from "../texts/en/own-data.js";
import { Part } from "../ui/part.js";

/** @typedef {import("../worker/protocol.js").KeptData} KeptData */

class KeptDataList extends Part {
  static properties = { list: { state: true }, message: { state: true } };

  constructor() {
    super();
    /** @type {KeptData[]} */
    this.list = [];
    /** What came of the last button. */
    this.message = "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.refresh();
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.data !== before.data || state.status !== before.status;
  }

  /** Looks again at what is kept. */
  async refresh() {
    this.list = await this.session.command("keptData").catch(() => []);
  }

  render() {
    return html`
      ${
        this.list.length
          ? html`<h3>${texts.keptHere}</h3>
            <ul role="list" class="kept">${this.list.map((kept) => this.#row(kept))}</ul>`
          : nothing
      }
      <p role="status" class="small">${this.message}</p>`;
  }

  /** @param {KeptData} kept */
  #row(kept) {
    const { id, name, train, test } = kept;
    const { data } = this.state;
    const isInUse = data.kind === "own" && data.checksum === id;
    return html`
      <li data-testid="kept">
        <p><b>${name}</b><span class="small quiet">${texts.keptCounts(train, test)}</span></p>
        ${
          isInUse
            ? html`<span class="quiet">${texts.inUse}</span>`
            : html`<button data-testid="use-kept" @click=${() =>
                this.#act(this.session.digits.useKept(kept))}>${texts.useKept}</button>`
        }
        <button data-testid="remove-kept" aria-label=${texts.removeNamed(name)}
          @click=${() => this.#act(this.session.digits.removeKept(kept), texts.removed(name))}
        >${texts.remove}</button>
      </li>`;
  }

  /** @param {Promise<void>} work @param {string} [words]  when it is done */
  async #act(work, words = "") {
    this.message = "";
    try {
      await work;
      this.message = words;
    } catch (error) {
      this.message = error.message;
    }
    await this.refresh();
  }
}

customElements.define("dh-kept-data", KeptDataList);
