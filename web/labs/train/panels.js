/**
 * The four pictures of one step: what lights up, what is wrong with it, who is to blame, what changes.
 *
 * @typedef {import("./one-step.js").Example} Example
 */

import { html } from "lit";
import { count, figures, fraction, percent } from "../../common/numbers.js";
import { drawnNeurons, places, weightsOf } from "../../common/parameters.js";
import { maxAbs } from "../../common/vectors.js";
import { inkScale, paintPicture, signScale } from "../../ui/colors.js";

const ROOM = 16;

/** Rows of dots, one row per layer. @param {number[]} layers @param {(layer: number, index: number) => string} style @param {(layer: number, index: number) => string} words */
function dots(layers, style, words) {
  return layers.slice(1).map((size, l) => {
    const layer = l + 1;
    return html`<div class="dots">
      ${drawnNeurons(size, ROOM).map((i) => html`<span style=${style(layer, i)} title=${words(layer, i)}></span>`)}
    </div>`;
  });
}

/** @param {Example} example @param {number[]} layers */
export function forward({ reading, label, index }, layers) {
  const style = (/** @type {number} */ l, /** @type {number} */ i) =>
    `--a:${Math.min(1, reading.activations[l]?.[i] ?? 0).toFixed(3)}`;
  const words = (/** @type {number} */ l, /** @type {number} */ i) =>
    `Layer ${l}, neuron ${i + 1}: ${fraction(reading.activations[l]?.[i] ?? 0)}`;
  return html`
    <canvas class="digit" role="img" aria-label="Training digit ${index}, a ${label}"></canvas>
    <div class="layers" aria-hidden="true">${dots(layers, style, words)}</div>
    <p class="small">Somebody’s <b>${label}</b>. The network says <b class="answer">${reading.answer ?? "nothing"}</b>,
      ${percent(reading.confidence, 0)} sure.</p>`;
}

/** @param {Example} example */
export function error({ reading, label, cost }) {
  const outputs = reading.activations[reading.activations.length - 1];
  return html`
    <ul role="list" class="errors">
      ${[...outputs].map((value, digit) => {
        const want = digit === label ? 1 : 0;
        return html`<li class=${digit === label ? "truth" : ""}>
          <b>${digit}</b>
          <span class="track"><i style="--a:${Math.min(1, value).toFixed(3)}"></i><u style="--a:${want}"></u></span>
          <span class="number small ${tone(want - value)}">${signed(want - value)}</span>
        </li>`;
      })}
    </ul>
    <p class="small">The ${label} should be 1, all others 0. Cost of this example: <b class="number">${figures(cost)}</b></p>`;
}

/** What every neuron should do: minus its slope, which is its bias's share of the gradient. @param {Example} example @param {number[]} layers */
export function backward({ gradient }, layers) {
  const wishes = places(layers).map(({ biases, outputs }) =>
    gradient.slice(biases, biases + outputs).map((slope) => -slope),
  );
  const most = wishes.map(maxAbs);
  const style = (/** @type {number} */ l, /** @type {number} */ i) => {
    const wish = wishes[l - 1][i];
    const size = most[l - 1] ? Math.abs(wish) / most[l - 1] : 0;
    return `--s:${size.toFixed(3)};--c:var(--${wish < 0 ? "negative" : "positive"})`;
  };
  const words = (/** @type {number} */ l, /** @type {number} */ i) =>
    `Layer ${l}, neuron ${i + 1}: ${wishes[l - 1][i] < 0 ? "down" : "up"}, ${figures(wishes[l - 1][i])}`;
  return html`
    <div class="layers wishes" aria-hidden="true">${dots(layers, style, words)}</div>
    <p class="small">From the last row to the first, each neuron hears whether those it feeds want it
      <b class="positive">brighter</b> or <b class="negative">darker</b>, and how much.</p>`;
}

/**
 * @param {Example} example @param {{ reading: import("../../worker/protocol.js").Reading, cost: number } | null} after
 * @param {number[]} layers @param {number} rate
 */
export function update({ gradient, label, reading, cost }, after, layers, rate) {
  const last = reading.activations.length - 1;
  const was = reading.activations[last][label];
  const is = after?.reading.activations[last][label];
  return html`
    <canvas class="digit nudges" role="img" aria-label="How the weights of neuron ${mostNudged(gradient, layers) + 1} are nudged"></canvas>
    <p class="small">Learning rate ${rate} × slope: the nudges of first neuron ${mostNudged(gradient, layers) + 1},
      where it saw ink. ${count(gradient.length)} weights and biases are nudged at once.</p>
    <dl class="small">
      <dt>The ${label} lights up</dt><dd class="number">${fraction(was)} → ${is === undefined ? "…" : fraction(is)}</dd>
      <dt>Its cost</dt><dd class="number" data-testid="slow-cost">${figures(cost)} → ${after ? figures(after.cost) : "…"}</dd>
    </dl>`;
}

/** The first neuron whose weights change most. @param {Float32Array} gradient @param {number[]} layers */
function mostNudged(gradient, layers) {
  const [place] = places(layers);
  if (!place || gradient.length < place.biases) return 0;
  const slopes = gradient.subarray(place.biases, place.biases + place.outputs);
  return slopes.reduce((best, v, i) => (Math.abs(v) > Math.abs(slopes[best]) ? i : best), 0);
}

/** The two pictures. @param {HTMLElement} element @param {Example | null} example @param {number} rate */
export function paint(element, example, rate) {
  const [digit, nudges] = element.querySelectorAll("canvas");
  if (!example || !digit || !nudges) return;
  paintPicture(digit, example.pixels, inkScale());
  const layers = example.reading.activations.map((layer) => layer.length);
  const weights = weightsOf(
    example.gradient,
    places(layers)[0],
    mostNudged(example.gradient, layers),
  );
  const values = weights.map((slope) => -slope * rate);
  paintPicture(nudges, values, signScale(maxAbs(values)));
}

/** @param {number} value */
function tone(value) {
  if (Math.abs(value) < 0.005) return "quiet";
  return value > 0 ? "positive" : "negative";
}

/** @param {number} value */
function signed(value) {
  const text = Math.abs(value).toFixed(2);
  return Number(text) === 0 ? "0.00" : `${value < 0 ? "−" : "+"}${text}`;
}
