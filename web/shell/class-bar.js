/** Says that a class link shows only a part of the page, and how to see everything. */
import { html, nothing } from "lit";
import * as texts from "../texts/en/class-bar.js";
import { Part } from "../ui/part.js";

class ClassBar extends Part {
  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.settings !== before.settings;
  }

  render() {
    const { hide, labs } = this.state.settings;
    if (!hide.length && !labs.length) return nothing;
    return html`
      <p class="class-bar small" role="note">${texts.classView}
        <button class="plain" data-testid="show-all" @click=${this.#showAll}
          >${texts.showAll}</button></p>`;
  }

  #showAll() {
    for (const key of /** @type {const} */ (["hide", "labs"])) {
      this.session.act(this.session.set(key, []));
    }
    // The button that was pressed is gone.
    /** @type {HTMLElement | null} */ (document.querySelector("nav.labs a"))?.focus();
  }
}

customElements.define("dh-class-bar", ClassBar);
