/** Further reading of a lab, folded away. */
import { html, nothing } from "lit";
import { READING, WORKS } from "../common/reading.js";
import * as texts from "../texts/en/reading.js";

/** @param {string} lab  its id */
export function furtherReading(lab) {
  const works = READING[lab];
  // A new lab need not have any.
  if (!works) return nothing;
  return html`
    <details><summary>${texts.furtherReading}</summary
      ><ul class="stack how reading">${works.map((id) => item(lab, id))}</ul></details>`;
}

/** @param {string} lab @param {import("../common/reading.js").WorkId} id */
function item(lab, id) {
  const { authors, year, title, url } = WORKS[id];
  return html`
    <li>
      <a href=${url} rel="noreferrer" target="_blank"><cite lang="en">${title}</cite></a>
      <span class="small quiet">${texts.by(authors, year)}</span>
      <p>${texts.adds[lab][id]}</p>
    </li>`;
}
