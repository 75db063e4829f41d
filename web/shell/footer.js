/** What the page is made of, whom it thanks, and what it does with what is drawn. */
import { html, nothing } from "lit";
import { SITE } from "../texts/en/locale.js";
import * as texts from "../texts/en/shell-footer.js";
import { LightElement } from "../ui/part.js";
import { addressOf, LANGUAGE, PLANS_PAGE } from "./language.js";
import "./languages.js";
import { present } from "./start-presentation.js";

/** @param {string} title */
const lesson = (title) => html`<a href="https://www.3blue1brown.com/lessons/gradient-descent"
  rel="noreferrer" target="_blank">${title}</a>`;

/** Whether a slide fits the window: a phone is no projector. */
const isLarge = () => matchMedia("(min-width: 45rem)").matches;

class Footer extends LightElement {
  static properties = { session: { attribute: false }, tour: { attribute: false } };

  constructor() {
    super();
    this.beginsInTurn = true;
    /** @type {import("../model/session.js").Session | null} */
    this.session = null;
    /** Starts the tour. @type {() => void} */
    this.tour = () => {};
  }

  render() {
    return html`
      <footer class="about small quiet">
        <p>${texts.privacy}</p>
        <p>${texts.credits(lesson)}</p>
        <div class="row">
          <button class="plain" data-testid="tour" @click=${this.tour}>${texts.takeTour}</button>
          ${isLarge() ? this.#presentation() : nothing}
          <a class="button plain" href="${SITE}docs/" target="_blank" data-testid="docs"
            >${texts.documentation}</a>
          <a class="button plain" href=${addressOf("", LANGUAGE, PLANS_PAGE)} target="_blank"
            >${texts.lessonPlans}</a>
        </div>
        <dh-languages .session=${this.session}></dh-languages>
      </footer>`;
  }

  #presentation() {
    const begin = () => this.session?.act(present(this.session));
    return html`<button class="plain" data-testid="present" @click=${begin}
      >${texts.presentation}</button>`;
  }
}

customElements.define("dh-footer", Footer);
