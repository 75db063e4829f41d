/** The activation function as a curve, with this neuron on it. */

import { html, svg } from "lit";
import { withMinus } from "../../common/numbers.js";
import * as texts from "../../texts/en/inside.js";
import { activationText, signed } from "./text.js";

/** In units of the drawing. */
const BOX = { width: 360, height: 216, left: 36, right: 12, top: 16, bottom: 32 };
const POINTS = 120;
/** Half the width of the plot in units of z: the first that is wide enough. */
const RANGES = [6, 12, 25, 50, 100, 200, 500, 1000, 1e4, 1e6];

/**
 * @typedef {{ range: number, high: number, x: (z: number) => number, y: (a: number) => number }}
 *   Axes
 */

/** @param {import("./anatomy.js").Anatomy} anatomy */
export function activationPlot({ z, activationFunction, activation }) {
  if (!Number.isFinite(z)) return html`<p class="quiet">${texts.noSum}</p>`;
  const axes = axesOf(z, activationFunction.isBounded);
  const { range, x, y } = axes;
  const curve = Array.from({ length: POINTS + 1 }, (_, i) => {
    // Close together near 0, where the curve bends.
    const at = ((2 * i) / POINTS - 1) ** 3 * range;
    return `${x(at).toFixed(1)},${y(activationFunction.of(at)).toFixed(1)}`;
  });
  const drop = [`${x(z)},${y(0)}`, `${x(z)},${y(activation)}`, `${BOX.left},${y(activation)}`];
  const { name } = activationFunction;
  const words = texts.takes(name, signed(z), activationText(activation));
  return html`
    <svg class="activation-plot" viewBox="0 0 ${BOX.width} ${BOX.height}"
      role="img" aria-label=${words}>
      ${ticks(axes)}
      <line class="grid" x1=${x(0)} x2=${x(0)} y1=${BOX.top} y2=${y(0)}></line>
      <polyline class="curve" points=${curve.join(" ")}></polyline>
      <polyline class="drop" points=${drop.join(" ")}></polyline>
      <circle class="ring" cx=${x(z)} cy=${y(activation)} r="7"></circle>
    </svg>`;
}

/** @param {number} z @param {boolean} isBounded @returns {Axes} */
function axesOf(z, isBounded) {
  const range = RANGES.find((each) => Math.abs(z) < each) ?? Math.abs(z);
  const high = isBounded ? 1 : range;
  const across = BOX.width - BOX.left - BOX.right;
  const down = BOX.height - BOX.top - BOX.bottom;
  return {
    range,
    high,
    x: (value) => BOX.left + ((value + range) / (2 * range)) * across,
    y: (value) => BOX.top + (1 - value / high) * down,
  };
}

/** @param {Axes} axes */
function ticks({ range, high, x, y }) {
  const anchors = ["start", "middle", "end"];
  const right = BOX.width - BOX.right;
  return svg`
    ${[0, high].map(
      (a) => svg`
        <line class="grid" x1=${BOX.left} x2=${right} y1=${y(a)} y2=${y(a)}></line>
        <text class="tick" x=${BOX.left - 8} y=${y(a) + 5} text-anchor="end">${a}</text>`,
    )}
    ${[-range, 0, range].map(
      (z, i) => svg`
        <text class="tick" x=${x(z)} y=${BOX.height - 10} text-anchor=${anchors[i]}
          >${withMinus(String(z))}</text>`,
    )}`;
}
