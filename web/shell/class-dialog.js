/**
 * The dialog that makes links for a class: which labs and controls they show, in which language,
 * as a link to copy, as a QR code, and as a sheet to print. The sheet is what is printed while the
 * dialog is open; see print.css.
 */
import { html, nothing } from "lit";
import { PLACES } from "../common/labs.js";
import { setting } from "../common/settings.js";
import * as texts from "../texts/en/class.js";
import { copied } from "../texts/en/shell-settings.js";
import { copyText } from "../ui/copy-text.js";
import { icons } from "../ui/icons.js";
import "../ui/link-field.js";
import { Part } from "../ui/part.js";
import { MOST_IN_CODE, qrCode } from "../ui/qr-code.js";
import "./class-dialog.css";
import { addressOf, LANGUAGE, LANGUAGES, nameOf, PLANS_PAGE } from "./language.js";

/** @typedef {{ href: string, why: string, exact: boolean }} Made */

/** @param {string} words */
const plans = (words) => html`<a href=${addressOf("", LANGUAGE, PLANS_PAGE)} target="_blank"
  >${words}</a>`;

class ClassDialog extends Part {
  static properties = {
    places: { state: true },
    hide: { state: true },
    language: { state: true },
    hasLook: { state: true },
    task: { state: true },
    message: { state: true },
    address: { state: true },
  };

  constructor() {
    super();
    /** Words of the places that are shown. */
    this.places = Object.keys(PLACES);
    /** @type {string[]} */
    this.hide = [];
    /** A language's code; "": each reader's own. */
    this.language = "";
    this.hasLook = false;
    this.task = "";
    /** What came of the last button. */
    this.message = "";
    /** A link that the browser did not let the page copy. */
    this.address = "";
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    const fields = /** @type {const} */ (["generation", "version", "network", "settings", "lab"]);
    const { open = false } = this.#dialog ?? {};
    return open && fields.some((field) => state[field] !== before[field]);
  }

  /** @returns {HTMLDialogElement | null} */
  get #dialog() {
    return this.querySelector("dialog");
  }

  render() {
    if (!this.state.provenance) return nothing;
    const made = this.places.length ? this.#made : null;
    const picture = made && qrCode(made.href);
    return html`
      <dialog id="class-dialog" class="settings class-dialog" aria-labelledby="class-title">
        <form method="dialog" class="head">
          <h2 id="class-title" class="title">${texts.title}</h2>
          <button class="icon plain" aria-label=${texts.close}>${icons.clear}</button>
        </form>
        <div class="body">
          <p class="quiet">${texts.intro} ${texts.orPlan(plans)}</p>
          ${this.#choices()}
          ${made ? this.#link(made, picture) : html`<p role="alert">${texts.noPlace}</p>`}
        </div>
      </dialog>
      ${made ? this.#sheet(made.href, picture) : nothing}`;
  }

  #choices() {
    const labs = Object.entries(PLACES);
    const controls = Object.entries(setting("hide").choices ?? {});
    return html`
      <fieldset>
        <legend>${texts.shown}</legend>
        ${labs.map((each) => this.#box("places", each))}
      </fieldset>
      <fieldset>
        <legend>${texts.hidden}</legend>
        ${controls.map((each) => this.#box("hide", each))}
      </fieldset>
      <div class="row">
        ${LANGUAGES.length > 1 ? this.#languages() : nothing}
        <label><input type="checkbox" data-testid="class-look" .checked=${this.hasLook}
          @change=${(/** @type {any} */ { target }) => {
            this.hasLook = target.checked;
          }} />${texts.withLook}</label>
      </div>
      <label class="task-field">${texts.task}
        <textarea rows="2" data-testid="class-task" .value=${this.task}
          @input=${(/** @type {any} */ { target }) => {
            this.task = target.value;
          }}></textarea></label>`;
  }

  /** @param {"places" | "hide"} list @param {[string, string]} choice */
  #box(list, [name, words]) {
    const change = () => {
      const others = this[list].filter((each) => each !== name);
      this[list] = others.length < this[list].length ? others : [...others, name];
      this.#forget();
    };
    return html`<label><input type="checkbox" name=${list} value=${name}
      .checked=${this[list].includes(name)} @change=${change} />${words}</label>`;
  }

  #languages() {
    const pick = (/** @type {any} */ { target }) => {
      this.language = target.value;
      this.#forget();
    };
    return html`<label class="control"><span>${texts.language}</span>
      <select data-testid="class-language" @change=${pick}>
        <option value="">${texts.ownLanguage}</option>
        ${LANGUAGES.map(
          (code) => html`<option value=${code} lang=${code}>${nameOf(code)}</option>`,
        )}
      </select></label>`;
  }

  /** What was said of another link. */
  #forget() {
    Object.assign(this, { message: "", address: "" });
  }

  /** The link, as it is chosen. @returns {Made} */
  get #made() {
    const isAll = this.places.length === Object.keys(PLACES).length;
    const labs = isAll ? [] : Object.keys(PLACES).filter((name) => this.places.includes(name));
    const { href, why, exact } = this.session.link({ hide: this.hide, labs }, this.hasLook);
    return { href: addressOf(new URL(href).hash, this.language), why, exact };
  }

  /** @param {Made} made @param {unknown} picture */
  #link({ href, why, exact }, picture) {
    const print = exact ? this.state.fingerprint : "";
    return html`
      <div class="made">
        ${picture}
        <div class="stack">
          ${exact ? nothing : html`<p class="small quiet">${texts.inexact(why)}</p>`}
          ${
            href.length > MOST_IN_CODE
              ? html`<p class="small">${texts.tooLong(MOST_IN_CODE)}</p>`
              : nothing
          }
          <div class="row">
            <button class="primary" data-testid="class-copy" @click=${() => this.#copy(href, print)}
              >${texts.copyLink}</button>
            <button data-testid="class-print" @click=${() => globalThis.print()}
              >${texts.print}</button>
          </div>
          ${this.address ? html`<dh-link-field .href=${this.address}></dh-link-field>` : nothing}
          <p class="small" role="status">${this.message}</p>
        </div>
      </div>`;
  }

  /** @param {string} href @param {string} print  of the network that it makes exactly, or "" */
  async #copy(href, print) {
    const isCopied = await copyText(href);
    this.message = isCopied ? copied(print) : "";
    this.address = isCopied ? "" : href;
  }

  /** What is printed. @param {string} href @param {unknown} picture */
  #sheet(href, picture) {
    return html`
      <section class="class-sheet" aria-hidden="true">
        <h1>Downhill</h1>
        <p class="task">${this.task}</p>
        ${picture}
        <p class="small" translate="no">${href}</p>
      </section>`;
  }
}

customElements.define("dh-class-dialog", ClassDialog);
