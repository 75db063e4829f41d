/** The gradient of the hidden parameters, sigmoid beside step: backpropagation and nudges. */
import { html } from "lit";
import { count, percent } from "../../common/numbers.js";
import { decimal } from "./activation.js";
import { hardnessText } from "./choices.js";

/** Hidden parameters that are nudged up and down, and by how much. */
export const NUDGED = 100;
export const NUDGE = 1e-4;
/** An accuracy worth a remark. */
const ACCURATE = 0.7;

/** Evenly spread over all hidden parameters. @param {number} hidden  how many there are */
export function nudgedOf(hidden) {
  const some = Math.min(NUDGED, hidden);
  return Array.from({ length: some }, (_, i) => Math.floor(((i + 0.5) * hidden) / some));
}

/**
 * @param {import("./queries.js").Slopes[]} slopes  of the sigmoid, of the step
 * @param {number} hidden  hidden parameters @param {number} k  of the sigmoid
 */
export function slopesTable(slopes, hidden, k) {
  const names = [`σ(kz), k = ${hardnessText(k)}`, "step"];
  const cells = (/** @type {(slopes: import("./queries.js").Slopes) => unknown} */ of) =>
    slopes.map((each) => html`<td>${of(each)}</td>`);
  const of = count(hidden);
  return html`
    <table data-testid="binary-slopes">
      <thead><tr><td></td>${names.map((name) => html`<th scope="col" class="number">${name}</th>`)}
      </tr></thead>
      <tbody>
        <tr><th scope="row">Length of the mean ∇C, hidden layers</th>
          ${cells(({ length }) => decimal(length))}</tr>
        <tr><th scope="row">Components that are not 0, of ${of}</th>
          ${cells(({ nonZero }) => count(nonZero))}</tr>
        <tr><th scope="row">Nudges by ±${NUDGE} that change C, of ${Math.min(NUDGED, hidden)}</th>
          ${cells(({ changed }) => count(changed))}</tr>
        <tr><th scope="row">Test accuracy</th>
          ${cells(({ accuracy }) => percent(accuracy))}</tr>
      </tbody>
    </table>
    <p class="small quiet">${remark(slopes[1])}</p>`;
}

/** @param {import("./queries.js").Slopes} step */
function remark({ changed, accuracy }) {
  const nudges = changed === 1 ? "One nudge" : `${changed} nudges`;
  const crossed = changed ? `${nudges} crossed a jump between two stairs. ` : "";
  const good =
    "Neurons that are on or off can be accurate, with weights that were found for sigmoid ones.";
  return `${crossed}${accuracy > ACCURATE ? good : ""}`;
}
