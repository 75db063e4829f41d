/**
 * A plan as its teacher reads it.
 *
 * @typedef {import("./plans.js").Plan} Plan
 * @typedef {import("./plans.js").Words} Words
 *
 * @typedef {object} OnPaper
 * @property {boolean | null} isPrinted  whether this plan alone is printed; null: all are
 * @property {(what: "plan" | "sheet") => void} print
 */
import { html, nothing } from "lit";
import { DRAW } from "../common/lab-ids.js";
import { isLab, PLACES } from "../common/labs.js";
import { addressOf, LANGUAGE } from "../shell/language.js";
import * as texts from "../texts/en/plans.js";
import { qrCode } from "../ui/qr-code.js";
import "./class-link.js";

/** A text that may have numbers of its plan. @param {Words} words @param {object} figures */
export const said = (words, figures) => (typeof words === "function" ? words(figures) : words);

/** The whole address of a link, in this page's language. @param {string} link */
export const addressIn = (link) => addressOf(`#${link}`, LANGUAGE, "");

/** What the place is called that a link opens. @param {string} link */
function placeOf(link) {
  const [word] = link.split("&");
  return PLACES[isLab(word) ? word : DRAW];
}

/** @param {Plan} plan @param {OnPaper} onPaper */
export function planSection(plan, { isPrinted, print }) {
  const { id, minutes, texts: words } = plan;
  return html`
    <section class="plan" id=${id} ?data-off-paper=${isPrinted === false}
      aria-labelledby="${id}-title">
      <header class="brief">
        <h2 id="${id}-title">${words.title}</h2>
        <p class="title">${words.question}</p>
        <p class="quiet">${texts.minutes(minutes)}</p>
        <dl>
          <dt>${texts.aim}</dt><dd>${words.aim}</dd>
          <dt>${texts.needs}</dt><dd>${words.needs}</dd>
        </dl>
        <div class="row">
          <button data-testid="print-sheet" @click=${() => print("sheet")}
            >${texts.printSheet}</button>
          <button data-testid="print-plan" @click=${() => print("plan")}
            >${texts.printPlan}</button>
        </div>
      </header>
      <div class="course">
        <ol class="steps" role="list">
          ${plan.steps.map((_, i) => stepItem(plan, i, isPrinted === true))}
        </ol>
        ${questionList(plan)}
      </div>
    </section>`;
}

/** @param {Plan} plan @param {number} i @param {boolean} hasCode  for a plan on paper */
function stepItem({ steps, figures, texts: words }, i, hasCode) {
  const { title, minutes, todo, see } = words.steps[i];
  const { link } = steps[i];
  // A class that goes on where it is needs no other link.
  const isNew = link !== steps[i - 1]?.link;
  return html`
    <li>
      <h3>${title} <span class="quiet number">${texts.minutes(minutes)}</span></h3>
      <p>${said(todo, figures)}</p>
      ${
        isNew
          ? html`<dh-class-link .href=${addressIn(link)} .place=${placeOf(link)} .step=${title}>
            </dh-class-link>${hasCode ? qrCode(addressIn(link)) : nothing}`
          : nothing
      }
      <div class="see">
        <p class="small quiet">${texts.seen}</p>
        <p>${said(see, figures)}</p>
      </div>
    </li>`;
}

/** @param {Plan} plan */
const questionList = ({ figures, texts: words }) => html`
  <div>
    <h3>${texts.questions}</h3>
    ${words.questions.map(
      ({ ask, answer }) => html`
        <details>
          <summary>${said(ask, figures)}</summary>
          <p>${said(answer, figures)}</p>
        </details>`,
    )}
  </div>`;
