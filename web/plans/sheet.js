/** The sheet that each student gets: one page, with room to write; see plans.css. */
import { html } from "lit";
import * as texts from "../texts/en/plans.js";
import { qrCode } from "../ui/qr-code.js";
import { addressIn, said } from "./plan.js";

/** Lines for each task; as many are seen as the page has room for. */
const LINES = Array.from({ length: 24 }, () => html`<i></i>`);

/** @param {import("./plans.js").Plan} plan */
export function sheetOf({ figures, sheetLink, texts: { title, question, sheet } }) {
  const href = addressIn(sheetLink);
  return html`
    <section class="sheet">
      <div class="who"><span>${texts.name}</span><span>${texts.date}</span></div>
      <div class="head">
        <div class="stack">
          <h1>${title}</h1>
          <p class="title">${question}</p>
          <p>${said(sheet.intro, figures)}</p>
        </div>
        ${qrCode(href)}
      </div>
      <ol>
        ${sheet.tasks.map(
          (task) => html`<li>
            <p>${said(task, figures)}</p><div class="lines" aria-hidden="true">${LINES}</div></li>`,
        )}
      </ol>
      <p class="small" translate="no">${href}</p>
    </section>`;
}
