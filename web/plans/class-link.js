/**
 * A link for a class: to open, to copy, and as a QR code that fills a projector's screen. Give it
 * `.href`, `.place`, which it opens, and `.step`, which the code is for.
 */
import { html, nothing } from "lit";
import { close, copyLink } from "../texts/en/class.js";
import * as texts from "../texts/en/plans.js";
import { copied } from "../texts/en/shell-settings.js";
import { copyText } from "../ui/copy-text.js";
import { icons } from "../ui/icons.js";
import "../ui/link-field.js";
import { LightElement } from "../ui/part.js";
import { qrCode } from "../ui/qr-code.js";

class ClassLink extends LightElement {
  static properties = {
    href: {},
    place: {},
    step: {},
    isCodeShown: { state: true },
    outcome: { state: true },
  };

  constructor() {
    super();
    this.href = "";
    this.place = "";
    this.step = "";
    this.isCodeShown = false;
    /** What came of copying. @type {"" | "copied" | "refused"} */
    this.outcome = "";
  }

  render() {
    return html`
      <div class="row">
        <a class="button" href=${this.href} target="_blank" rel="noopener"
          >${texts.open(this.place)}</a>
        <button class="plain" data-testid="copy-link" @click=${this.#copy}>${copyLink}</button>
        <button class="plain" data-testid="show-code" aria-haspopup="dialog" @click=${this.#show}
          >${texts.showCode}</button>
        <span class="small" role="status">${this.outcome === "copied" ? copied("") : ""}</span>
      </div>
      ${
        this.outcome === "refused"
          ? html`<dh-link-field .href=${this.href}></dh-link-field>`
          : nothing
      }
      ${this.isCodeShown ? this.#dialog() : nothing}`;
  }

  #dialog() {
    const hide = () => {
      this.isCodeShown = false;
    };
    return html`<dialog class="code" aria-label=${this.step} @close=${hide}>
      <form method="dialog">
        <h2 class="title">${this.step}</h2>
        <button class="icon plain" aria-label=${close}>${icons.clear}</button>
      </form>
      ${qrCode(this.href)}
      <p class="small" translate="no">${this.href}</p>
    </dialog>`;
  }

  async #copy() {
    this.outcome = (await copyText(this.href)) ? "copied" : "refused";
  }

  async #show() {
    this.isCodeShown = true;
    await this.updateComplete;
    this.querySelector("dialog")?.showModal();
  }
}

customElements.define("dh-class-link", ClassLink);
