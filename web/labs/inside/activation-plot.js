/** The activation function as a curve, with this neuron on it. */

import { html, nothing, svg } from "lit";
import * as texts from "../../texts/en/inside.js";
import { activationText, signed, tickText } from "./text.js";

/** In units of the drawing. */
const BOX = { width: 360, height: 216, left: 36, right: 12, top: 16, bottom: 32 };
/** Letters that there is room for at the left. */
const FITTING = 4;
const POINTS = 120;
/** Half the width of the plot in units of z: the first that is wide enough. */
const RANGES = [6, 12, 25, 50, 100, 200, 500, 1000, 1e4, 1e6];

/**
 * @typedef {{ range: number, low: number, high: number, x: (z: number) => number,
 *   y: (a: number) => number }} Axes
 */

/** Half the width of the plot that shows z. @param {number} z */
export const rangeFor = (z) => RANGES.find((each) => Math.abs(z) < each) ?? Math.abs(z);

/** Where the curve is drawn: close together near 0, where it bends. @param {number} range */
export const curvePoints = (range) =>
  Array.from({ length: POINTS + 1 }, (_, i) => ((2 * i) / POINTS - 1) ** 3 * range);

/**
 * @param {import("./anatomy.js").Anatomy} anatomy
 * @param {Float32Array | null} asked  values at curvePoints(rangeFor(z)) of a function that only
 *   the engine knows; null before they are there
 */
export function activationPlot({ z, activationFunction, activation }, asked) {
  if (!Number.isFinite(z)) return html`<p class="quiet">${texts.noSum}</p>`;
  const { of, isBounded } = activationFunction;
  const range = rangeFor(z);
  const points = curvePoints(range);
  const values = of ? points.map(of) : [...(asked ?? [])];
  const axes = axesOf(range, of ? [0, isBounded ? 1 : range] : boundsOf([...values, activation]));
  const { x, y } = axes;
  const curve = values.map((a, i) => `${x(points[i]).toFixed(1)},${y(a).toFixed(1)}`);
  const drop = [`${x(z)},${y(0)}`, `${x(z)},${y(activation)}`, `${BOX.left},${y(activation)}`];
  const { name } = activationFunction;
  const words = texts.takes(name, signed(z), activationText(activation));
  return html`
    <svg class="activation-plot" viewBox="0 0 ${BOX.width} ${BOX.height}"
      role="img" aria-label=${words}>
      ${ticks(axes)}
      <line class="grid" x1=${x(0)} x2=${x(0)} y1=${BOX.top} y2=${y(0)}></line>
      <polyline class="curve" points=${curve.join(" ")}></polyline>
      ${
        Number.isFinite(activation)
          ? svg`<polyline class="drop" points=${drop.join(" ")}></polyline>
              <circle class="ring" cx=${x(z)} cy=${y(activation)} r="7"></circle>`
          : nothing
      }
    </svg>`;
}

/**
 * The least and the largest of the values and 0, to two digits.
 * @param {number[]} values
 * @returns {[number, number]}
 */
function boundsOf(values) {
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...finite), Math.max(0, ...finite)];
  return low === high ? [0, 1] : [Number(low.toPrecision(2)), Number(high.toPrecision(2))];
}

/** @param {number} range @param {[number, number]} bounds  of the activation @returns {Axes} */
function axesOf(range, [low, high]) {
  const across = BOX.width - BOX.left - BOX.right;
  const down = BOX.height - BOX.top - BOX.bottom;
  return {
    range,
    low,
    high,
    x: (value) => BOX.left + ((value + range) / (2 * range)) * across,
    y: (value) => BOX.top + ((high - value) / (high - low)) * down,
  };
}

/** At the left of its line, or below it, where it is long. @param {number} a @param {number} y */
function level(a, y) {
  const text = tickText(a);
  return text.length > FITTING
    ? svg`<text class="tick" x=${BOX.left + 4} y=${y + 18}>${text}</text>`
    : svg`<text class="tick" x=${BOX.left - 8} y=${y + 5} text-anchor="end">${text}</text>`;
}

/** @param {Axes} axes */
function ticks({ range, low, high, x, y }) {
  // A label so close to that of 0 would cover it.
  const levels = low < -0.15 * high ? [low, 0, high] : [0, high];
  const anchors = ["start", "middle", "end"];
  const right = BOX.width - BOX.right;
  return svg`
    ${levels.map(
      (a) => svg`
        <line class="grid" x1=${BOX.left} x2=${right} y1=${y(a)} y2=${y(a)}></line>
        ${level(a, y(a))}`,
    )}
    ${[-range, 0, range].map(
      (z, i) => svg`
        <text class="tick" x=${x(z)} y=${BOX.height - 10} text-anchor=${anchors[i]}
          >${tickText(z)}</text>`,
    )}`;
}
