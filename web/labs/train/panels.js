/**
 * The four panels of one step: activations, the error of the outputs, the error of every neuron,
 * and the change of the weights.
 *
 * @typedef {import("./queries.js").Example} Example
 * @typedef {import("./example-steps.js").Update} Update
 */
import { html } from "lit";
import { figures, fixed, fraction, local } from "../../common/numbers.js";
import { drawnNeurons, places, weightsOf } from "../../common/parameters.js";
import { MINUS, PLUS } from "../../common/signed-numbers.js";
import { argmax, maxAbs } from "../../common/vectors.js";
import * as texts from "../../texts/en/train.js";
import { paintPicture } from "../../ui/canvas.js";
import { inkScale, signScale } from "../../ui/colors.js";
import { predictionWords } from "./prediction-words.js";

/** Neurons drawn of a layer, at most. */
const MOST = 16;
/** A smaller error of an output is shown as none. */
const NONE = 0.005;

/** @param {Example} example @returns {number[]} */
function layersOf({ reading }) {
  return reading.activations.map((layer) => layer.length);
}

/**
 * A row of dots for each layer but the input.
 * @param {Example} example
 * @param {(layer: number, index: number) => { style: string, words: string }} dot  words: its tip
 */
function dots(example, dot) {
  return layersOf(example)
    .slice(1)
    .map((size, l) => {
      const each = (/** @type {number} */ i) => {
        const { style, words } = dot(l + 1, i);
        return html`<span style=${style} title=${words}></span>`;
      };
      return html`<div class="dots">${drawnNeurons(size, MOST).map(each)}</div>`;
    });
}

/**
 * The activations. Those of a layer that exceed 1 are shown relative to its largest.
 * @param {Example} example
 */
export function forward(example) {
  const { reading, label, index } = example;
  const largest = reading.activations.map((layer) => Math.max(1, maxAbs(layer)));
  const dot = (/** @type {number} */ l, /** @type {number} */ i) => {
    const value = reading.activations[l][i];
    return {
      style: `--a:${Math.max(0, value / largest[l]).toFixed(3)}`,
      words: texts.activationOf(l, i, l === largest.length - 1, value),
    };
  };
  const prediction = predictionWords(reading);
  return html`
    <canvas class="digit" data-picture="digit" role="img"
      aria-label=${texts.trainingDigit(index + 1, label)}></canvas>
    <div class="layers" aria-hidden="true">${dots(example, dot)}</div>
    <p class="small">${texts.labelled(index + 1, label)} ${prediction}</p>`;
}

/** Target minus output. @param {Example} example */
export function error({ reading, label, cost }) {
  const outputs = reading.activations[reading.activations.length - 1];
  const row = (/** @type {number} */ digit) => {
    const target = digit === label ? 1 : 0;
    const difference = target - outputs[digit];
    return html`<li class=${target ? "truth" : ""}>
      <b>${digit}</b>
      <span class="track" aria-hidden="true">
        <i style="--a:${Math.min(1, outputs[digit]).toFixed(3)}"></i><u style="--a:${target}"></u>
      </span>
      <span class="number small ${tone(difference)}">${signed(difference)}</span>
    </li>`;
  };
  const words = html`<b class="number" data-testid="example-cost">${costWords(cost)}</b>`;
  return html`
    <ul role="list" class="errors" aria-label=${texts.errors}>
      ${Array.from(outputs, (_, digit) => row(digit))}
    </ul>
    <p class="small">${texts.errorsLegend(label, words)}</p>`;
}

/**
 * Which way each neuron's weighted sum should go: −δ. The gradient of a bias is the δ of its
 * neuron.
 * @param {Example} example
 */
export function backward(example) {
  const { gradient } = example;
  const deltas = places(layersOf(example)).map(({ biases, outputs }) =>
    gradient.subarray(biases, biases + outputs),
  );
  const largest = deltas.map(maxAbs);
  const dot = (/** @type {number} */ l, /** @type {number} */ i) => {
    const delta = deltas[l - 1][i];
    const size = largest[l - 1] ? Math.abs(delta) / largest[l - 1] : 0;
    const colour = delta > 0 ? "negative" : "positive";
    return {
      style: `--s:${size.toFixed(3)};--c:var(--${colour})`,
      words: texts.deltaOf(l, i, l === deltas.length, delta),
    };
  };
  return html`
    <div class="layers deltas" aria-hidden="true">${dots(example, dot)}</div>
    <p class="small">${texts.deltasLegend}</p>`;
}

/**
 * @param {Example} example
 * @param {Update | null} taken  null before the step
 * @param {number} rate
 */
export function update(example, taken, rate) {
  const { gradient, label, reading, cost } = example;
  const last = reading.activations.length - 1;
  const changes = texts.weightChanges(mostChanged(example), last === 1);
  const outputOf = (/** @type {Example} */ of) => fraction(of.reading.activations[last][label], 4);
  const output = `${outputOf(example)} → ${taken ? outputOf(taken.after) : "…"}`;
  const costs = `${costWords(cost)} → ${taken ? costWords(taken.after.cost) : "…"}`;
  return html`
    <canvas class="digit" data-picture="changes" role="img"
      aria-label=${changes}></canvas>
    <p class="small">${texts.changesLegend(changes, rate, gradient.length)}</p>
    <dl class="small">
      <dt>${texts.output(label)}</dt><dd class="number">${output}</dd>
      <dt>${texts.cost}</dt><dd class="number" data-testid="update-cost">${costs}</dd>
    </dl>`;
}

/** The first-layer neuron of the largest error. @param {Example} example */
function mostChanged(example) {
  const [{ biases, outputs }] = places(layersOf(example));
  return argmax(example.gradient.subarray(biases, biases + outputs).map(Math.abs));
}

/**
 * Paints the two pictures.
 * @param {HTMLElement} element
 * @param {import("./example-steps.js").ExampleSteps} steps
 */
export function paint(element, { example }) {
  if (!example) return;
  const [place] = places(layersOf(example));
  const changes = weightsOf(example.gradient, place, mostChanged(example)).map((slope) => -slope);
  const pictures = {
    digit: { values: example.pixels, scale: inkScale() },
    changes: { values: changes, scale: signScale(maxAbs(changes)) },
  };
  for (const [name, { values, scale }] of Object.entries(pictures)) {
    const canvas = element.querySelector(`[data-picture="${name}"]`);
    if (canvas) paintPicture(/** @type {HTMLCanvasElement} */ (canvas), values, scale);
  }
}

/** Three figures, however small: a step may change a small cost by little. @param {number} cost */
function costWords(cost) {
  if (cost >= 0.1 || !Number.isFinite(cost)) return figures(cost);
  return cost < 1e-6 ? fixed(cost, 6) : local(cost.toPrecision(3));
}

/** @param {number} value */
function tone(value) {
  if (Math.abs(value) < NONE) return "quiet";
  return value > 0 ? "positive" : "negative";
}

/** @param {number} value */
function signed(value) {
  const text = Math.abs(value).toFixed(2);
  return local(Number(text) === 0 ? "0.00" : `${value < 0 ? MINUS : PLUS}${text}`);
}
