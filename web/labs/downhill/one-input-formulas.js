/** The slope and the step, with the numbers plugged in. */
import { html, mathml, nothing } from "lit";
import { isOnCurve } from "./functions.js";
import { number, tone } from "./functions-text.js";

/** C or C′ of something. @param {unknown} inner @param {boolean} isSlope */
function cost(inner, isSlope) {
  const prime = isSlope ? mathml`<mo lspace="0" rspace="0">′</mo>` : nothing;
  return mathml`<mi>C</mi>${prime}<mo>(</mo>${inner}<mo>)</mo>`;
}

/** In brackets when it is negative. @param {number} value */
function factor(value) {
  const text = mathml`<mn class=${tone(value)}>${number(value)}</mn>`;
  return value < 0 ? mathml`<mo>(</mo>${text}<mo>)</mo>` : text;
}

/** @param {import("./functions.js").Curve} curve @param {number} w @param {number} rate */
export function formulas(curve, w, rate) {
  if (!isOnCurve(w)) {
    return html`<div class="numbers">
      <p>The step led to w = <span class="number">${number(w)}</span>, where there is no curve.</p>
    </div>`;
  }
  const slope = curve.slope(w);
  const here = mathml`<mn>${number(w)}</mn>`;
  return html`
    <div class="numbers">
      <math>${cost(here, false)}<mo>=</mo>
        <mn data-testid="one-cost">${number(curve.cost(w))}</mn></math>
      <math>${cost(here, true)}<mo>=</mo>
        <mn class=${tone(slope)} data-testid="one-slope">${number(slope)}</mn></math>
      <math><mi>w</mi><mo>←</mo><mi>w</mi><mo>−</mo><mi>η</mi><mo>⋅</mo>
        ${cost(mathml`<mi>w</mi>`, true)}</math>
      <math><mspace width="1em"></mspace><mo>=</mo>${here}<mo>−</mo><mn>${rate}</mn><mo>⋅</mo>
        ${factor(slope)}<mo>=</mo><mn data-testid="one-next">${number(w - rate * slope)}</mn></math>
    </div>`;
}
