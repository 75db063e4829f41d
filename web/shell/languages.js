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
      ${LANGUAGES.map((code) => {
        const isOwn = code === LANGUAGE;
        return html`<li><a class="button plain" href=${pageIn(code)} lang=${code} hreflang=${code}
          translate="no" aria-current=${isOwn ? "true" : nothing}
          @click=${(/** @type {Event} */ event) => this.#go(event, code)}>${nameOf(code)}</a></li>`;
      })}
    </ul>`;
  }

  /** @param {Event} event @param {string} code */
  #go(event, code) {
    event.preventDefault();
    if (this.session && code !== LANGUAGE) this.session.act(goTo(this.session, code));
  }
}

customElements.define("dh-languages", Languages);
