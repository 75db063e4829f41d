/**
 * Sizes of the components of each layer, by powers of ten: nudges up above the axis, down below.
 * `<dh-gradient-histograms .summary .layers>`
 */
import { html, svg } from "lit";
import { BINS, DECADES, PER_DECADE } from "../../common/gradient-summary.js";
import { raised } from "../../common/signed-numbers.js";
import * as texts from "../../texts/en/gradient.js";
import { LightElement } from "../../ui/part.js";
import { layerName } from "./nudges.js";

/** Units of the drawing. */
const [WIDTH, HALF, TEXT] = [320, 56, 24];
const STEP = WIDTH / BINS;

class Histograms extends LightElement {
  static properties = { summary: { attribute: false }, layers: { attribute: false } };

  constructor() {
    super();
    this.takesTurns = true;
    /** @type {import("../../common/gradient-summary.js").Summary} */
    this.summary = /** @type {any} */ (null);
    /** @type {number[]} */
    this.layers = [];
  }

  render() {
    const { layers } = this;
    const { spreads: all, high } = this.summary;
    return html`
      <div class="behind-guess">
        <h3 class="veil">${texts.sizesByLayer}</h3>
        <h3 class="veiled">${finding(all, layers)}</h3>
      </div>
      <p class="small quiet">${texts.sizesLegend}</p>
      <div class="histograms">
        ${all.map((spread, i) => figure(spread, i + 1, layers, high))}
      </div>`;
  }
}

/**
 * Which layer matters most.
 * @param {import("../../common/gradient-summary.js").Spread[]} all
 * @param {number[]} layers
 */
function finding(all, layers) {
  const squares = all.map(({ squares }) => squares);
  const total = squares.reduce((sum, part) => sum + part, 0);
  if (total === 0) return texts.noLayer;
  const most = Math.max(...squares);
  const name = layerName(squares.indexOf(most) + 1, layers.length - 1);
  return texts.holdsMost(name, most / total);
}

/**
 * @param {import("../../common/gradient-summary.js").Spread} spread
 * @param {number} layer
 * @param {number[]} layers
 * @param {number} high
 */
function figure(spread, layer, layers, high) {
  const { up, down, zeros } = spread;
  const most = Math.max(1, ...up, ...down);
  const sum = (/** @type {Uint32Array} */ bins) => bins.reduce((all, n) => all + n, 0);
  const words = texts.upAndDown(sum(up), sum(down), zeros);
  const name = layerName(layer, layers.length - 1);
  return html`
    <figure>
      <figcaption>${name} <span class="small quiet number">${words}</span></figcaption>
      <svg viewBox="0 0 ${WIDTH} ${2 * HALF + TEXT}" role="img"
        aria-label=${texts.histogram(name, words, most)}>
        ${bars(up, most, -1)} ${bars(down, most, 1)}
        <path class="axis" d="M0 ${HALF}H${WIDTH}"></path>
        ${Array.from({ length: DECADES / 2 }, (_, i) => tick(2 * i + 1, high))}
      </svg>
    </figure>`;
}

/** @param {Uint32Array} bins @param {number} most @param {1 | -1} side  −1 above the axis */
function bars(bins, most, side) {
  // The square root, so that single components are seen beside thousands.
  const height = (/** @type {number} */ n) => Math.sqrt(n / most) * (HALF - 2);
  const path = [...bins].map((n, i) => {
    const h = height(n).toFixed(1);
    return n ? `M${i * STEP} ${HALF}v${side * Number(h)}h${STEP - 1}V${HALF}z` : "";
  });
  return svg`<path class=${side < 0 ? "up" : "down"} d=${path.join("")}></path>`;
}

/** @param {number} decade @param {number} high */
function tick(decade, high) {
  const x = decade * PER_DECADE * STEP;
  return svg`
    <path class="axis" d="M${x} ${2 * HALF}v4"></path>
    <text x=${x} y=${2 * HALF + 20} text-anchor="middle">${raised(high - DECADES + decade)}</text>`;
}

customElements.define("dh-gradient-histograms", Histograms);
