/** The key of a chart: each of its lines as it is drawn, and its name. */
import { html } from "lit";
import { dashOf } from "./plot.js";

/** @param {import("./plot.js").Line[]} lines */
export function plotKey(lines) {
  return html`<ul class="plot-key small" role="list">
    ${lines.map(
      (line) => html`<li><svg viewBox="0 0 28 8" aria-hidden="true"
        ><line x2="28" y1="4" y2="4" stroke="var(--${line.colour})" stroke-width="2"
        stroke-dasharray=${dashOf(line).join(" ")}></line></svg>${line.label}</li>`,
    )}
  </ul>`;
}
