/** The slope and the step, with the numbers plugged in. */

import { html, mathml } from "lit";
import { number } from "../../common/downhill-numbers.js";
import { brief } from "../../common/numbers.js";
import * as texts from "../../texts/en/downhill-functions.js";
import { formula } from "../../ui/formula.js";
import { isOnCurve } from "./functions.js";
import { tone } from "./functions-draw.js";

/** @param {import("./functions.js").Curve} curve @param {number} w @param {number} rate */
export function formulas(curve, w, rate) {
  const here = number(w);
  if (!isOnCurve(w)) {
    return html`<div class="numbers">
      <p>${texts.noCurve(w)}</p>
    </div>`;
  }
  const slope = curve.slope(w);
  const value = mathml`<mn class=${tone(slope)}>${number(slope)}</mn>`;
  const factor = slope < 0 ? formula`(${value})` : value;
  const eta = brief(rate);
  return html`
    <div class="numbers">
      <math data-testid="one-cost">${formula`C(${here}) = ${number(curve.cost(w))}`}</math>
      <math data-testid="one-slope">${formula`C′(${here}) = ${value}`}</math>
      <math>${formula`w ← w − η ⋅ C′(w)`}</math>
      <math data-testid="one-next"><mspace width="1em"></mspace>
        ${formula`= ${here} − ${eta} ⋅ ${factor} = ${number(w - rate * slope)}`}</math>
    </div>`;
}
