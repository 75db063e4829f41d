/** The activation function σ(kz) of the hidden neurons, and its derivative. */

import { html, svg } from "lit";
import { hardSigmoid, hardSlope } from "../../common/hardness.js";
import { withMinus } from "../../common/numbers.js";
import * as texts from "../../texts/en/binary.js";

/** In units of the drawing. */
const BOX = { width: 360, height: 232, left: 28, right: 12, top: 24, bottom: 32 };
const POINTS = 240;
/** z goes from −MOST to MOST. */
const MOST = 3;
/** A derivative much above that leaves the drawing. */
const HIGH = 1.25;

const x = (/** @type {number} */ z) =>
  BOX.left + ((z + MOST) / (2 * MOST)) * (BOX.width - BOX.left - BOX.right);
const y = (/** @type {number} */ a) =>
  BOX.top + (1 - a / HIGH) * (BOX.height - BOX.top - BOX.bottom);

/** @param {number} k */
export function activation(k) {
  const isStep = k === Infinity;
  return html`
    <figure class="stack">
      <figcaption class="title">${isStep ? texts.theStep : texts.theSigmoid(k)}</figcaption>
      <svg viewBox="0 0 ${BOX.width} ${BOX.height}" role="img"
        aria-label=${texts.activation}>
        ${[0, 1].map(
          (a) => svg`<line class="grid" x1=${x(-MOST)} x2=${x(MOST)} y1=${y(a)} y2=${y(a)}></line>
            <text class="tick" x=${BOX.left - 8} y=${y(a) + 5} text-anchor="end">${a}</text>`,
        )}
        ${[-2, 0, 2].map(
          (z) => svg`<text class="tick" x=${x(z)} y=${BOX.height - 10} text-anchor="middle"
            >${z === 0 ? "z = 0" : withMinus(String(z))}</text>`,
        )}
        <polyline class="derivative" points=${pointsOf((z) => hardSlope(z, k))}></polyline>
        <polyline class="curve" points=${pointsOf((z) => hardSigmoid(z, k))}></polyline>
      </svg>
      <p class="small quiet">${texts.derivative(hardSlope(1, k), isStep ? null : k / 4)}</p>
    </figure>`;
}

/** @param {(z: number) => number} of */
function pointsOf(of) {
  return Array.from({ length: POINTS + 1 }, (_, i) => {
    const z = ((2 * i) / POINTS - 1) * MOST;
    return `${x(z).toFixed(1)},${y(Math.min(4 * HIGH, of(z))).toFixed(1)}`;
  }).join(" ");
}
