/** The gradient of the hidden parameters, sigmoid beside step: backpropagation and nudges. */
import { html } from "lit";
import { decimal } from "../../common/binary-numbers.js";
import { count, percent } from "../../common/numbers.js";
import * as texts from "../../texts/en/binary.js";

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
  const names = [texts.theSigmoid(k), texts.step];
  const step = slopes[1];
  const cells = (/** @type {(slopes: import("./queries.js").Slopes) => unknown} */ of) =>
    slopes.map((each) => html`<td>${of(each)}</td>`);
  return html`
    <table data-testid="binary-slopes">
      <thead><tr><td></td>${names.map((name) => html`<th scope="col" class="number">${name}</th>`)}
      </tr></thead>
      <tbody>
        <tr><th scope="row">${texts.meanLength}</th>
          ${cells(({ length }) => decimal(length))}</tr>
        <tr><th scope="row">${texts.componentsOf(hidden)}</th>
          ${cells(({ nonZero }) => count(nonZero))}</tr>
        <tr><th scope="row">${texts.nudgesOf(NUDGE, Math.min(NUDGED, hidden))}</th>
          ${cells(({ changed }) => count(changed))}</tr>
        <tr><th scope="row">${texts.testAccuracy}</th>
          ${cells(({ accuracy }) => percent(accuracy))}</tr>
      </tbody>
    </table>
    <p class="small quiet">${texts.remark(step.changed, step.accuracy > ACCURATE)}</p>`;
}
