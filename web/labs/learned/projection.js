/** Deeper neurons as pictures: the weights from the pixels to them, multiplied through all layers before. */
import { places, weightsOf } from "../../common/parameters.js";

/**
 * What each neuron of a layer weighs every pixel by, as if nothing were squashed on the way: the rows of Wₗ ⋯ W₂ W₁.
 * @param {Float32Array} parameters  in canonical order
 * @param {number[]} layers  784 first
 * @param {number} layer  1 is the first hidden one
 * @returns {Float32Array[]} for each of its neurons 784 numbers
 */
export function projections(parameters, layers, layer) {
  const placed = places(layers);
  const rows = (/** @type {number} */ l) =>
    Array.from({ length: layers[l] }, (_, i) => weightsOf(parameters, placed[l - 1], i));
  let pictures = rows(1);
  for (let l = 2; l <= layer; l++) {
    const before = pictures;
    pictures = rows(l).map((weights) => sumOf(before, weights));
  }
  return pictures;
}

/** Σ weight · picture. @param {Float32Array[]} pictures @param {Float32Array} weights */
function sumOf(pictures, weights) {
  const sum = new Float32Array(pictures[0].length);
  for (const [i, picture] of pictures.entries()) {
    const weight = weights[i];
    for (let k = 0; k < sum.length; k++) sum[k] += weight * picture[k];
  }
  return sum;
}
