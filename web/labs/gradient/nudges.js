/**
 * The components of −∇C: what each is called, and which pass a filter.
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
 */
import { SIDE } from "../../common/images.js";
import { places } from "../../common/parameters.js";
import * as texts from "../../texts/en/gradient.js";

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

/**
 * @param {number[]} layers
 * @param {number} layer
 * @param {number} index
 * @returns {import("../../texts/en/gradient.js").Unit}
 */
function unitOf(layers, layer, index) {
  if (layer === 0)
    return { kind: "pixel", row: Math.floor(index / SIDE) + 1, column: (index % SIDE) + 1 };
  if (layer === layers.length - 1) return { kind: "output", digit: index };
  return { kind: "neuron", layer, number: index + 1 };
}

/** @param {number[]} layers @param {Parameter} which */
export function parameterName(layers, { layer, neuron, input }) {
  const unit = unitOf(layers, layer, neuron);
  return input === null ? texts.bias(unit) : texts.weight(unitOf(layers, layer - 1, input), unit);
}

/**
 * The same in few letters.
 * @param {number[]} layers
 * @param {Parameter} which
 */
export function shortName(layers, { layer, neuron, input }) {
  const unit = unitOf(layers, layer, neuron);
  if (input === null) return texts.shortBias(unit);
  return texts.shortWeight(unitOf(layers, layer - 1, input), unit);
}

/** @param {number} layer @param {number} last  the output layer */
export function layerName(layer, last) {
  return layer === last ? texts.outputLayer : texts.hiddenLayer(layer);
}

/**
 * The components that pass, in their order.
 * @param {Uint32Array} order  indices of components, largest size first
 * @param {Float32Array} ranked  the components in that order
 * @param {number[]} layers @param {Filter} filter
 */
export function passing(order, ranked, layers, { layer, sign, least }) {
  const place = layer > 0 ? places(layers)[layer - 1] : null;
  const from = place?.weights ?? 0;
  const end = place ? place.biases + place.outputs : order.length;
  if (!place && sign === "all" && least === 0) return order;
  const limit = least * Math.abs(ranked[0]);
  // Not `order.filter`: of millions of components it takes seconds.
  const rows = new Uint32Array(order.length);
  let count = 0;
  for (let i = 0; i < order.length; i++) {
    const at = order[i];
    const g = ranked[i];
    // All that follow are as small.
    if (Math.abs(g) < limit || (least > 0 && g === 0)) break;
    const isSign = sign === "all" || (sign === "up" ? g < 0 : g > 0);
    if (isSign && at >= from && at < end) rows[count++] = at;
  }
  return rows.slice(0, count);
}
