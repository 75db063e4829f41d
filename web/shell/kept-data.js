/** Own digits that are kept in the browser: to be used again, or removed. */
import { html, nothing } from "lit";
import * as texts from "../texts/en/own-data.js";
import { Part } from "../ui/part.js";

/** @typedef {import("../worker/protocol.js").KeptData} KeptData */

class KeptDataList extends Part {
  static properties = {
    list: { state: true },
    elsewhere: { state: true },
    message: { state: true },
    trouble: { state: true },
  };

  constructor() {
    super();
    /** @type {KeptData[]} */
    this.list = [];
    /** Ids of those that other tabs use. @type {Set<string>} */
    this.elsewhere = new Set();
    /** What came of the last button. */
    this.message = "";
    /** Why there is no list, a sentence. */
    this.trouble = "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.#dialog = this.closest("dialog");
    this.#dialog?.addEventListener("focusin", this.#entered);
    this.refresh();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#dialog?.removeEventListener("focusin", this.#entered);
  }

  /** @type {HTMLDialogElement | null} */ #dialog = null;

  /** The dialog was opened, or this tab was come back to. @param {FocusEvent} event */
  #entered = ({ relatedTarget }) => {
    if (!this.#dialog?.contains(/** @type {Node | null} */ (relatedTarget))) this.refresh();
  };

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.data !== before.data || state.status !== before.status;
  }

  /** Looks again at what is kept. */
  async refresh() {
    this.elsewhere = await this.session.digits.choice.held();
    try {
      this.list = await this.session.command("keptData");
      this.trouble = "";
    } catch (error) {
      Object.assign(this, { list: [], trouble: error.message });
    }
  }

  render() {
    return html`
      ${
        this.list.length
          ? html`<h3>${texts.keptHere}</h3>
            <ul role="list" class="kept">${this.list.map((kept) => this.#row(kept))}</ul>`
          : nothing
      }
      <p role="status" class="small">${this.message || this.trouble}</p>`;
  }

  /** @param {KeptData} kept */
  #row(kept) {
    const { id, name, train, test } = kept;
    const { data } = this.state;
    const isInUse = data.kind === "own" && data.checksum === id;
    return html`
      <li data-testid="kept">
        <p><b>${name}</b><span class="small quiet">${texts.keptCounts(train, test)}${
          this.elsewhere.has(id) ? html` · ${texts.inUseElsewhere}` : nothing
        }</span></p>
        ${
          isInUse
            ? html`<span class="quiet">${texts.inUse}</span>`
            : html`<button data-testid="use-kept" @click=${() =>
                this.#act(this.session.digits.useKept(kept))}>${texts.useKept}</button>`
        }
        <button data-testid="remove-kept" aria-label=${texts.removeNamed(name)}
          @click=${() => this.#act(this.#remove(kept))}
        >${texts.remove}</button>
      </li>`;
  }

  /** @param {KeptData} kept @returns {Promise<string>} what came of it */
  async #remove(kept) {
    const { choice } = this.session.digits;
    await this.session.digits.removeKept(kept);
    return texts.removed(kept.name, (await choice.held()).has(kept.id));
  }

  /** @param {Promise<string | void>} work */
  async #act(work) {
    this.message = "";
    try {
      this.message = (await work) ?? "";
    } catch (error) {
      this.message = error.message;
    }
    await this.refresh();
  }
}

customElements.define("dh-kept-data", KeptDataList);
