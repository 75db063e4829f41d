/** Part of the settings: links to the network on the page, and model files. */
import { html, nothing } from "lit";
import * as texts from "../texts/en/shell-settings.js";
import { copyText } from "../ui/copy-text.js";
import "../ui/link-field.js";
import { Part } from "../ui/part.js";
import { saveFile } from "../ui/save-file.js";
import { openClassDialog } from "./open-class.js";
import { openModelFile } from "./open-model.js";

/** Characters of a link for each parameter that it carries, about. */
const CHARACTERS = 5;

class SharePanel extends Part {
  static properties = { message: { state: true }, address: { state: true } };

  constructor() {
    super();
    /** What came of the last button. */
    this.message = "";
    /** A link that the browser did not let the page copy. */
    this.address = "";
  }

  /** Why the link that is offered is not exact, or "". */
  #why = "";

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    const isOther =
      state.generation !== before.generation ||
      state.network !== before.network ||
      state.settings.hide !== before.settings.hide;
    return isOther || (state.provenance !== null && this.session.link().why !== this.#why);
  }

  /** What was said, and the link, were about another network. */
  willUpdate() {
    if (this.state.generation !== this.paintedGeneration)
      Object.assign(this, { message: "", address: "" });
  }

  render() {
    const hasNetwork = this.state.provenance !== null;
    return html`
      ${hasNetwork ? this.#links() : nothing}
      ${hasNetwork && !this.#isHidden("file") ? this.#files() : nothing}
      ${this.address ? html`<dh-link-field .href=${this.address}></dh-link-field>` : nothing}
      <p class="small" role="status">${this.message}</p>
      ${hasNetwork ? this.#class() : nothing}`;
  }

  /** @param {string} control  that a class link may hide */
  #isHidden(control) {
    return this.state.settings.hide.includes(control);
  }

  #links() {
    const { exact, why } = this.session.link();
    this.#why = why;
    return html`
      <div class="row">
        <button data-testid="share" @click=${() => this.#share()}>
          ${texts.copyLink}
        </button>
      </div>
      ${exact ? nothing : this.#inexact(why)}
      ${exact || !this.session.fitsInLink ? nothing : this.#weights()}`;
  }

  /** @param {string} why */
  #inexact(why) {
    return html`
      <p class="small quiet" data-testid="inexact">
        ${texts.inexact(why, !this.#isHidden("file"), this.session.fitsInLink)}
      </p>`;
  }

  #weights() {
    const parameters = this.state.network?.parameterCount ?? 0;
    const thousands = Math.round((CHARACTERS * parameters) / 1000);
    return html`
      <div class="row">
        <button data-testid="share-weights" @click=${this.#shareWeights}>
          ${texts.copyWeights}
        </button>
      </div>
      <p class="small quiet">${texts.weightsNote(thousands)}</p>`;
  }

  #files() {
    return html`
      <div class="row">
        <button data-testid="export" @click=${() => this.#export("save", "safetensors")}>
          ${texts.saveFile}
        </button>
        <button data-testid="export-onnx" @click=${() => this.#export("saveOnnx", "onnx")}>
          ${texts.saveOnnx}
        </button>
        <label class="button">
          ${texts.openFile}
          <input type="file" class="only-heard" data-testid="import"
            @change=${this.#import} />
        </label>
      </div>
      <p class="small quiet">${texts.filesNote}</p>`;
  }

  #class() {
    const make = () => {
      this.closest("dialog")?.close();
      this.session.act(openClassDialog());
    };
    return html`<div class="row"><button data-testid="class-link" @click=${make}
      >${texts.makeClassLink}</button></div>`;
  }

  #share() {
    const { href, exact } = this.session.link();
    // Why it is not exact is said above.
    return this.#copy(href, exact ? this.state.fingerprint : "");
  }

  /** @param {string} href @param {string} print  of the network that it makes exactly, or "" */
  async #copy(href, print) {
    this.address = "";
    const isCopied = await copyText(href);
    this.message = isCopied ? texts.copied(print) : texts.makes(print);
    this.address = isCopied ? "" : href;
  }

  async #shareWeights() {
    const print = this.state.fingerprint;
    try {
      await this.#copy(await this.session.weightsLink(), print);
    } catch (error) {
      this.message = texts.linkNotMade(error.message);
    }
  }

  /** @param {"save" | "saveOnnx"} query @param {string} ending */
  async #export(query, ending) {
    const name = `downhill-${this.state.fingerprint}.${ending}`;
    try {
      saveFile(await this.session.modelFile(query), name);
      this.message = texts.saved(name);
    } catch (error) {
      this.message = texts.notSaved(error.message);
    }
  }

  /** @param {Event & { target: HTMLInputElement }} event */
  async #import({ target }) {
    const file = target.files?.[0];
    target.value = "";
    if (!file) return;
    this.message = "";
    try {
      await openModelFile(this.session, file);
    } catch (error) {
      this.message = error.message;
    }
  }
}

customElements.define("dh-share-panel", SharePanel);
