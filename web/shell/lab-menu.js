/** The list of labs in the bar: a row of links, or a menu where there is no space for a row. */
import { html } from "lit";
import { LAB_NAMES, PLAYGROUND } from "../common/labs.js";
import * as texts from "../texts/en/shell.js";
import { icons } from "../ui/icons.js";
import { Part } from "../ui/part.js";
import { clickOnce } from "../ui/popover.js";
import { labLink } from "./lab-link.js";

class LabMenu extends Part {
  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.lab !== before.lab || state.settings.labs !== before.settings.labs;
  }

  render() {
    const after = () => this.#close();
    return html`
      <button class="labs-button" popovertarget="lab-list" data-testid="labs"
        @click=${clickOnce}>${icons.labs}<span>${texts.labs}</span></button>
      <nav class="labs" id="lab-list" popover aria-label=${texts.labs}>
        ${labLink(this.session, PLAYGROUND, texts.playground, { after })}
        ${LAB_NAMES.map(({ id, title }) => labLink(this.session, id, title, { after }))}
      </nav>`;
  }

  /** In a row it is not open, and cannot be closed. */
  #close() {
    const list = /** @type {HTMLElement} */ (this.querySelector("nav"));
    if (list.matches(":popover-open")) list.hidePopover();
  }
}

customElements.define("dh-lab-menu", LabMenu);
