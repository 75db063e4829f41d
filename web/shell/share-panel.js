/** Part of the settings: links to the network on the page, links for a class, and model files. */
import { html, nothing } from "lit";
import { count, fingerprint } from "../common/numbers.js";
import { setting } from "../common/settings.js";
import { Part } from "../ui/part.js";
import { saveFile } from "../ui/save-file.js";

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
      state.network !== before.network || state.settings.hide !== before.settings.hide;
    return isOther || (state.provenance !== null && this.session.link().why !== this.#why);
  }

  render() {
    const hasNetwork = this.state.provenance !== null;
    return html`
      ${hasNetwork ? this.#links() : nothing}
      ${hasNetwork && !this.#isHidden("file") ? this.#files() : nothing}
      <p class="small" role="status">${this.message}</p>
      ${this.address ? addressField(this.address) : nothing}
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
          Copy a link to this network
        </button>
      </div>
      ${exact ? nothing : this.#inexact(why)}
      ${exact || !this.session.fitsInLink ? nothing : this.#weights()}`;
  }

  /** @param {string} why */
  #inexact(why) {
    return html`
      <p class="small quiet" data-testid="inexact">
        This link does not make exactly this network, because ${why}.${this.#otherWays()}
      </p>`;
  }

  /** What else makes exactly this network. */
  #otherWays() {
    const ways = [
      this.#isHidden("file") ? "" : "the model file",
      this.session.fitsInLink ? "a link that carries the network" : "",
    ].filter(Boolean);
    if (!ways.length) return "";
    return ` To share exactly this network, use ${ways.join(" or ")}.`;
  }

  #weights() {
    const parameters = this.state.network?.parameterCount ?? 0;
    const length = 1000 * Math.round((CHARACTERS * parameters) / 1000);
    const size = length ? `about ${count(length)}` : "under 1,000";
    return html`
      <div class="row">
        <button data-testid="share-weights" @click=${this.#shareWeights}>
          Copy a link that carries the network
        </button>
      </div>
      <p class="small quiet">
        Exact to the last bit; ${size} characters long, which some mail and chat programs cut off.
      </p>`;
  }

  #files() {
    return html`
      <div class="row">
        <button data-testid="export" @click=${this.#export}>Save the model file</button>
        <label class="button">
          Open a model file
          <input type="file" class="only-heard" accept=".safetensors" data-testid="import"
            @change=${this.#import} />
        </label>
      </div>`;
  }

  #class() {
    return html`
      <details>
        <summary>Class link</summary>
        <fieldset class="row">
          <legend class="small quiet">Choose which controls students will not see.</legend>
          ${Object.entries(setting("hide").choices ?? {}).map(
            ([name, words]) =>
              html`<label><input type="checkbox" value=${name} name="hide" />${words}</label>`,
          )}
        </fieldset>
        <button data-testid="share-class" @click=${() => this.#share(this.#ticked())}>
          Copy the class link
        </button>
      </details>`;
  }

  #ticked() {
    const boxes = this.querySelectorAll("input[name=hide]:checked");
    return [...boxes].map((box) => /** @type {HTMLInputElement} */ (box).value);
  }

  /** @param {string[]} [hide] */
  #share(hide) {
    const { href, exact } = this.session.link(hide);
    // Why it is not exact is said above.
    return this.#copy(href, exact ? this.#exactly() : "");
  }

  #exactly() {
    const print = fingerprint(this.state.fingerprint);
    return `Opening it makes exactly this network (fingerprint ${print}).`;
  }

  /** @param {string} href @param {string} words  what it makes */
  async #copy(href, words) {
    this.address = "";
    try {
      await navigator.clipboard.writeText(href);
      this.message = `Copied. ${words}`;
    } catch {
      this.message = `The browser did not allow copying: copy the link from this field. ${words}`;
      this.address = href;
      await this.updateComplete;
      /** @type {HTMLInputElement | null} */ (this.querySelector(".address"))?.focus();
    }
  }

  async #shareWeights() {
    const words = this.#exactly();
    try {
      await this.#copy(await this.session.weightsLink(), words);
    } catch (error) {
      this.message = `The link was not made: ${error.message}`;
    }
  }

  async #export() {
    const name = `downhill-${this.state.fingerprint}.safetensors`;
    try {
      saveFile(await this.session.modelFile(), name);
      this.message = `Saved as ${name}.`;
    } catch (error) {
      this.message = `The model file was not saved: ${error.message}`;
    }
  }

  /** @param {Event & { target: HTMLInputElement }} event */
  async #import({ target }) {
    const file = target.files?.[0];
    target.value = "";
    if (!file) return;
    this.message = "";
    try {
      await this.session.loadFile(new Uint8Array(await file.arrayBuffer()), file.name);
    } catch (error) {
      this.message = `${file.name} was not opened. ${error.message}`;
    }
  }
}

/** @param {string} address */
function addressField(address) {
  return html`
    <input class="address" readonly aria-label="The link" .value=${address} @focus=${selectAll} />`;
}

/** @param {FocusEvent} event */
function selectAll({ target }) {
  /** @type {HTMLInputElement} */ (target).select();
}

customElements.define("dh-share-panel", SharePanel);
