/** All labs as cards with one picture each, and what the page is made of. */
import { html } from "lit";
import { LAB_NAMES } from "../common/labs.js";
import * as texts from "../texts/en/shell-overview.js";
import { Part } from "../ui/part.js";
import { labLink } from "./lab-link.js";
import { labPicture } from "./lab-pictures.js";

class Overview extends Part {
  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.settings.labs !== before.settings.labs;
  }

  render() {
    return html`
      <section aria-labelledby="overview-title">
        <h2 id="overview-title">${texts.title}</h2>
        <div class="cards">${LAB_NAMES.map((lab) => this.#card(lab))}</div>
      </section>`;
  }

  /** @param {import("../common/labs.js").LabName} lab */
  #card({ id, title, question }) {
    const content = html`
      ${labPicture(id)}
      <b>${title}</b>
      <span class="small quiet">${question}</span>`;
    return labLink(this.session, id, content, { name: "card" });
  }
}

customElements.define("dh-overview", Overview);
