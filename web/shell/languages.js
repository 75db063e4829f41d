/** Links to the page in its other languages. */
import { html, nothing } from "lit";
import { languages } from "../texts/en/shell-footer.js";
import { LightElement } from "../ui/part.js";
import { goTo, LANGUAGE, LANGUAGES, nameOf, pageIn } from "./language.js";

class Languages extends LightElement {
  static properties = { session: { attribute: false } };

  constructor() {
    super();
    /** @type {import("../model/session.js").Session | null} */
    this.session = null;
  }

  render() {
    if (LANGUAGES.length === 1) return nothing;
    return html`<ul class="languages row" role="list" aria-label=${languages}>
      ${LANGUAGES.map((code) => this.#link(code))}
    </ul>`;
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
    if (this.session && code !== LANGUAGE) this.session.act(goTo(this.session, code));
  }
}

customElements.define("dh-languages", Languages);
