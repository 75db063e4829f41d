/**
 * The components of −∇C: what each is called, which pass a filter, and how their sizes are spread.
 *
 * @typedef {object} Parameter
 * @property {number} at  index in canonical order
 * @property {number} layer  that it leads into; 1 is the first hidden layer
 * @property {number} neuron  in that layer
 * @property {number | null} input  neuron or pixel of the layer before; null for a bias
 *
 * @typedef {object} Filter
 * @property {number} layer  0 for all
 * @property {"all" | "up" | "down"} sign  of the nudge
 * @property {number} least  fraction of the largest size; 0 for all
 *
 * @typedef {object} Spread  sizes of the components of a layer, by powers of ten
 * @property {Uint32Array} up  nudges up per bin
 * @property {Uint32Array} down
 * @property {number} zeros  components that are exactly 0
 * @property {number} squares  Σ g²
 */
import { SIDE } from "../../common/images.js";
import { places } from "../../common/parameters.js";

/** Powers of ten that a histogram is wide, below the largest size, and its bins per power. */
export const DECADES = 8;
export const PER_DECADE = 4;
export const BINS = DECADES * PER_DECADE;

/** @param {number[]} layers @param {number} at @returns {Parameter} */
export function parameterAt(layers, at) {
  const all = places(layers);
  const l = all.findLastIndex(({ weights }) => at >= weights);
  const { inputs, weights, biases } = all[l];
  if (at >= biases) return { at, layer: l + 1, neuron: at - biases, input: null };
  const offset = at - weights;
  return { at, layer: l + 1, neuron: Math.floor(offset / inputs), input: offset % inputs };
}

/** Index of the bias of a parameter's neuron. @param {number[]} layers @param {Parameter} which */
export function biasOf(layers, { layer, neuron }) {
  return places(layers)[layer - 1].biases + neuron;
}

/** "neuron 5 of layer 1", "output 3", "pixel 14, 9" @param {number[]} layers @param {number} layer @param {number} index */
export function unitName(layers, layer, index) {
  if (layer === 0) return `pixel ${index % SIDE}, ${Math.floor(index / SIDE)}`;
  if (layer === layers.length - 1) return `output ${index}`;
  return `neuron ${index + 1} of layer ${layer}`;
}

/** @param {number[]} layers @param {Parameter} which */
export function parameterName(layers, { layer, neuron, input }) {
  const unit = unitName(layers, layer, neuron);
  if (input === null) return `Bias of ${unit}`;
  return `Weight from ${unitName(layers, layer - 1, input)} to ${unit}`;
}

/** The same in few letters: "pixel 14, 9 → 1.5". @param {number[]} layers @param {Parameter} which */
export function shortName(layers, { layer, neuron, input }) {
  const unit = shortUnit(layers, layer, neuron);
  return input === null ? `bias of ${unit}` : `${shortUnit(layers, layer - 1, input)} → ${unit}`;
}

/** @param {number[]} layers @param {number} layer @param {number} index */
function shortUnit(layers, layer, index) {
  const isHidden = layer > 0 && layer < layers.length - 1;
  return isHidden ? `neuron ${layer}.${index + 1}` : unitName(layers, layer, index);
}

/** @param {number} layer @param {number} last  the output layer */
export function layerName(layer, last) {
  return layer === last ? "Output layer" : `Hidden layer ${layer}`;
}

/**
 * The components that pass, in their order.
 * @param {Float32Array} gradient @param {Uint32Array} order  largest size first
 * @param {number[]} layers @param {Filter} filter
 */
export function passing(gradient, order, layers, { layer, sign, least }) {
  const place = layer > 0 ? places(layers)[layer - 1] : null;
  const from = place?.weights ?? 0;
  const end = place ? place.biases + place.outputs : order.length;
  const limit = least * Math.abs(gradient[order[0]]);
  const isIn = (/** @type {number} */ at) => {
    const g = gradient[at];
    if (at < from || at >= end || Math.abs(g) < limit) return false;
    if (least > 0 && g === 0) return false;
    return sign === "all" || (sign === "up" ? g < 0 : g > 0);
  };
  return order.filter(isIn);
}

/**
 * The whole power of ten at which the histograms end: no component is larger.
 * @param {number} largest  size
 */
export function highestPower(largest) {
  return largest > 0 ? Math.ceil(Math.log10(largest) + 1e-9) : 0;
}

/**
 * One for each layer but the input. Sizes below the range are in its first bin.
 * @param {Float32Array} gradient @param {number[]} layers @param {number} high  see highestPower
 * @returns {Spread[]}
 */
export function spreads(gradient, layers, high) {
  return places(layers).map(({ weights, biases, outputs }) => {
    const spread = { up: new Uint32Array(BINS), down: new Uint32Array(BINS), zeros: 0, squares: 0 };
    for (let at = weights; at < biases + outputs; at++) {
      const g = gradient[at];
      spread.squares += g * g;
      if (g === 0) spread.zeros++;
      else spread[g < 0 ? "up" : "down"][binOf(Math.abs(g), high)]++;
    }
    return spread;
  });
}

/** @param {number} size @param {number} high */
function binOf(size, high) {
  const bin = Math.floor((Math.log10(size) - high + DECADES) * PER_DECADE);
  return Math.min(BINS - 1, Math.max(0, bin));
}

/** How many of the largest components hold half of Σ g². @param {Float32Array} gradient @param {Uint32Array} order */
export function halfOf(gradient, order) {
  let total = 0;
  for (const g of gradient) total += g * g;
  if (total === 0) return null;
  let [sum, k] = [0, 0];
  while (sum < total / 2) sum += gradient[order[k++]] ** 2;
  return k;
}

/** Components that are not 0. @param {Float32Array} gradient @param {Uint32Array} order */
export function countNonZero(gradient, order) {
  let [from, to] = [0, order.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (gradient[order[middle]] !== 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Length of the gradient. @param {Float32Array} gradient */
export function lengthOf(gradient) {
  let sum = 0;
  for (const g of gradient) sum += g * g;
  return Math.sqrt(sum);
}
