/**
 * The lab's charts: an element with `.chart`, what it shows, and `.words`, the same said.
 */

import { html, nothing } from "lit";
import { hardnessText } from "../../common/binary-numbers.js";
import { brief, count, fixed, percentTick, withMinus } from "../../common/numbers.js";
import { raised } from "../../common/signed-numbers.js";
import * as texts from "../../texts/en/binary.js";
import { plotKey } from "../../ui/charts/key.js";
import { PlotController } from "../../ui/charts/plot.js";
import { LightElement } from "../../ui/part.js";

/** Smaller lengths are not drawn: powers of ten. */
const LEAST_POWER = -30;
/** So that the last number of the axis is not cut. */
const BEYOND = 1.06;
/** Costs that differ by a smaller part of themselves are equal. */
const FLAT = 1e-6;
/** What names no line. */
const NAMELESS = " ";

class BinaryPlot extends LightElement {
  static properties = { chart: { attribute: false }, words: { attribute: false } };

  constructor() {
    super();
    /** @type {import("../../ui/charts/plot.js").Chart | null} */
    this.chart = null;
    this.words = "";
    new PlotController(this, () => this.chart ?? EMPTY);
  }

  render() {
    const { lines, hasKey } = this.chart ?? EMPTY;
    return html`<div class="plot" role="img" aria-label=${this.words}></div>
      ${hasKey ? plotKey(lines) : nothing}`;
  }
}

/** @type {import("../../ui/charts/plot.js").Chart} */
const EMPTY = {
  id: "empty",
  scales: [{ key: "y", range: () => [0, 1], format: () => "" }],
  lines: [],
  x: { label: "", format: () => "" },
  data: [[]],
};

/**
 * The cost along the line: sigmoid, step, and the hardness between them that was chosen.
 * @param {number[]} ts
 * @param {{ sigmoid: ArrayLike<number>, step: ArrayLike<number> }} ends
 * @param {{ k: number, costs: ArrayLike<number> } | null} between
 * @returns {import("../../ui/charts/plot.js").Chart}
 */
export function costChart(ts, { sigmoid, step }, between) {
  const lines = [sigmoid, step, ...(between ? [between.costs] : [])].map(toArray);
  const all = lines.flat().filter(Number.isFinite);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  // Costs that differ by rounding alone are flat.
  const isFlat = high - low <= FLAT * Math.max(Math.abs(low), Math.abs(high));
  const margin = isFlat ? 0.01 : 0.06 * (high - low);
  const range = /** @type {[number, number]} */ ([low - margin, high + margin]);
  const k = between ? hardnessText(between.k) : "";
  const size = 1 - Math.floor(Math.log10((range[1] - range[0]) / 2));
  const digits = Math.min(5, Math.max(2, size));
  return {
    // Another scale needs another chart.
    id: [k, ...range, ts[0]].join(" "),
    scales: [{ key: "cost", range: () => range, format: (tick) => fixed(tick, digits) }],
    lines: [
      { label: texts.sigmoid, colour: "text", scale: "cost" },
      { label: texts.step, colour: "quiet", scale: "cost", dashed: true },
      ...(between
        ? [
            /** @type {import("../../ui/charts/plot.js").Line} */ ({
              label: `k = ${k}`,
              colour: "text",
              scale: "cost",
              dash: [2, 4],
            }),
          ]
        : []),
    ],
    hasKey: true,
    x: {
      label: texts.alongGradient,
      range: (min, max) => [min, max * BEYOND],
      format: (tick) => withMinus(brief(Number(tick.toPrecision(3)))),
    },
    data: /** @type {any} */ ([ts, ...lines]),
  };
}

/** @param {ArrayLike<number>} values */
function toArray(values) {
  return Array.from(values);
}

/**
 * The median length of the gradient against k, both on logarithmic scales.
 * @param {number[]} ks  finite @param {number[]} medians @param {number} k  the one chosen
 * @returns {import("../../ui/charts/plot.js").Chart}
 */
export function medianChart(ks, medians, k) {
  const heights = medians.map((value) => (value > 10 ** LEAST_POWER ? Math.log10(value) : null));
  const known = heights.filter((height) => height !== null);
  const [low, top] = [Math.floor(Math.min(0, ...known)), Math.ceil(Math.max(0, ...known))];
  return {
    id: `median-${low} ${top}`,
    scales: [{ key: "length", range: () => [low - 1, top + 1], format: powerTick }],
    lines: [
      { label: NAMELESS, colour: "text", scale: "length" },
      { label: NAMELESS, colour: "text", scale: "length", dots: true },
    ],
    x: {
      label: "k",
      range: (min, max) => [min, max * BEYOND],
      format: (tick) => (tick % 1 ? "" : String(2 ** tick)),
    },
    data: /** @type {any} */ ([
      ks.map(Math.log2),
      heights,
      ks.map((each, i) => (each === k ? heights[i] : null)),
    ]),
  };
}

/** @param {number} tick */
function powerTick(tick) {
  if (tick % 1) return "";
  return tick === 0 ? "1" : raised(tick);
}

/**
 * Test accuracy of both twins over their steps.
 * @param {import("./queries.js").Twins[]} history @param {number} steps  in all
 * @returns {import("../../ui/charts/plot.js").Chart}
 */
export function twinsChart(history, steps) {
  return {
    id: "twins",
    scales: [{ key: "accuracy", range: () => [0, 100], format: percentTick }],
    lines: [
      { label: texts.sigmoid, colour: "text", scale: "accuracy" },
      { label: texts.step, colour: "quiet", scale: "accuracy", dashed: true },
    ],
    hasKey: true,
    x: {
      label: texts.steps,
      range: () => [0, steps * BEYOND],
      format: count,
    },
    data: /** @type {any} */ ([
      history.map((twins) => twins.steps),
      ...[0, 1].map((i) => history.map(({ accuracy }) => 100 * accuracy[i])),
    ]),
  };
}

customElements.define("dh-binary-plot", BinaryPlot);
