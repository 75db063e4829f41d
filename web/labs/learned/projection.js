/**
 * Deeper neurons as pictures: the weights from the pixels to them, multiplied through all layers
 * before.
 */
import { PIXELS } from "../../common/images.js";
import { places, weightsOf } from "../../common/parameters.js";

/**
 * The weight of every pixel in each neuron's weighted sum if there were no activation functions:
 * the rows of Wₗ ⋯ W₂ W₁, for each layer l but the input.
 * @param {Float32Array} parameters  canonical order
 * @param {number[]} layers  neurons per layer, input first
 * @returns {Float32Array[][]} first hidden layer first; for each of its neurons 784 numbers
 */
export function projections(parameters, layers) {
  /** @type {Float32Array[][]} */
  const found = [];
  for (const place of places(layers)) {
    const before = found.at(-1);
    const rows = Array.from({ length: place.outputs }, (_, i) => weightsOf(parameters, place, i));
    found.push(before ? rows.map((weights) => sumOf(before, weights)) : rows);
  }
  return found;
}

/** Multiplications that `projections` takes. @param {number[]} layers */
export function workOf([inputs, first, ...rest]) {
  let [work, before] = [0, first];
  for (const outputs of rest) {
    work += inputs * before * outputs;
    before = outputs;
  }
  return work;
}

/** Σ weight · picture. @param {Float32Array[]} pictures @param {Float32Array} weights  as many */
function sumOf(pictures, weights) {
  const sum = new Float32Array(PIXELS);
  for (const [i, picture] of pictures.entries()) {
    const weight = weights[i];
    for (let k = 0; k < PIXELS; k++) sum[k] += weight * picture[k];
  }
  return sum;
}
