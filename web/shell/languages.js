/**
 * Links to the page in its other languages. Give it `.session`, where the page has one: it says
 * why another language cannot be reached.
 */
import { html, nothing } from "lit";
import { languages } from "../texts/en/shell-footer.js";
import { LightElement } from "../ui/part.js";
import { goTo, LANGUAGE, LANGUAGES, nameOf, pageIn } from "./language.js";

class Languages extends LightElement {
  static properties = { session: { attribute: false }, trouble: { state: true } };

  constructor() {
    super();
    /** @type {import("../model/session.js").Session | null} */
    this.session = null;
    this.trouble = "";
  }

  render() {
    if (LANGUAGES.length === 1) return nothing;
    return html`<ul class="languages row" role="list" aria-label=${languages}>
      ${LANGUAGES.map((code) => this.#link(code))}
    </ul>${this.trouble ? html`<p role="alert">${this.trouble}</p>` : nothing}`;
  }

  /** @param {string} code */
  #link(code) {
    // English has no folder that names it.
    const href = pageIn(code) + (code === "en" ? "#lang=en" : "");
    const go = (/** @type {MouseEvent} */ event) => this.#go(event, code);
    return html`<li><a class="button plain" href=${href} lang=${code} hreflang=${code}
      translate="no" aria-current=${code === LANGUAGE ? "true" : nothing} @click=${go}
      >${nameOf(code)}</a></li>`;
  }

  /** @param {MouseEvent} event @param {string} code */
  #go(event, code) {
    // A new tab or window begins there by itself.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (code === LANGUAGE) return;
    const going = goTo(this.session, code);
    if (this.session) this.session.act(going);
    else going.catch(({ message }) => Object.assign(this, { trouble: message }));
  }
}

customElements.define("dh-languages", Languages);
