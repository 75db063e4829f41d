/** The page of lesson plans: their list, the plans, and what is printed of them. */
import { html, nothing } from "lit";
import { LANGUAGE, pageIn } from "../shell/language.js";
import "../shell/languages.js";
import * as texts from "../texts/en/plans.js";
import { LightElement } from "../ui/part.js";
import { planSection } from "./plan.js";
import { PLANS } from "./plans.js";
import { listenToPrinting } from "./printing.js";
import { sheetOf } from "./sheet.js";

/** @typedef {import("./plans.js").Plan} Plan */

/** From the shortest plan to the longest. @type {number[]} */
const MINUTES = PLANS.map(({ minutes }) => minutes).sort((a, b) => a - b);

export class Plans extends LightElement {
  static properties = { printed: { state: true } };

  constructor() {
    super();
    /**
     * What a button prints; null: all plans, as the browser's own menu does.
     * @type {{ plan: Plan, what: "plan" | "sheet" } | null}
     */
    this.printed = null;
    listenToPrinting(() => {
      this.printed = null;
    });
  }

  render() {
    const { plan, what } = this.printed ?? {};
    return html`
      <header class="top">
        <a class="button plain" href=${pageIn(LANGUAGE, "")}>${texts.back}</a>
      </header>
      <main class=${what === "sheet" ? "kept-off-paper" : ""}>
        <div class="stack">
          <h1>${texts.heading}</h1>
          <p>${texts.intro(PLANS.length, MINUTES[0], MINUTES[MINUTES.length - 1])}</p>
          <p class="small quiet">${texts.numbers}</p>
        </div>
        <nav aria-label=${texts.plans}>
          <ol class="list" role="list">${PLANS.map(entry)}</ol>
        </nav>
        ${PLANS.map((each) =>
          planSection(each, {
            isPrinted: plan ? plan === each : null,
            print: (what) => this.#print(each, what),
          }),
        )}
      </main>
      <footer class="small quiet"><dh-languages></dh-languages></footer>
      ${plan && what === "sheet" ? sheetOf(plan) : nothing}`;
  }

  /** @param {Plan} plan @param {"plan" | "sheet"} what */
  async #print(plan, what) {
    this.printed = { plan, what };
    await this.updateComplete;
    print();
  }
}

/** @param {Plan} plan */
const entry = ({ id, minutes, texts: { title, question } }) => html`
  <li>
    <a href="#${id}">${title}</a>
    <span class="quiet">${question}</span>
    <span class="quiet number">${texts.minutes(minutes)}</span>
  </li>`;

customElements.define("dh-plans", Plans);
