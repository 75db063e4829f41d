/**
 * Where everything lies in the flat list of parameters: per layer W (outputs × inputs, row by row),
 * then b.
 */

/**
 * @typedef {object} LayerPlace
 * @property {number} inputs
 * @property {number} outputs
 * @property {number} weights  index of the first weight
 * @property {number} biases  index of the first bias
 */

/**
 * @param {number[]} layers neurons per layer, input first
 * @returns {LayerPlace[]} one for each layer but the input
 */
export function places(layers) {
  let at = 0;
  return layers.slice(1).map((outputs, l) => {
    const inputs = layers[l];
    const place = { inputs, outputs, weights: at, biases: at + inputs * outputs };
    at = place.biases + outputs;
    return place;
  });
}

/**
 * Whether it is the layer of the outputs: the first one is, where no layer is hidden.
 * @param {{ layers: readonly number[] } | null} network @param {number} layer  0 is the input
 */
export const isOutput = (network, layer) => network?.layers.length === layer + 1;

/** Weights and biases of a network of these layers. @param {number[]} layers */
export function parameterCount(layers) {
  return places(layers).reduce((n, { inputs, outputs }) => n + (inputs + 1) * outputs, 0);
}

/**
 * The weights into one neuron.
 * @param {Float32Array} parameters
 * @param {LayerPlace} place
 * @param {number} index
 */
export function weightsOf(parameters, place, index) {
  const from = place.weights + index * place.inputs;
  return parameters.subarray(from, from + place.inputs);
}

/**
 * Which neurons of a layer are drawn: all of a small one; of a large one the first and the last.
 * @param {number} count @param {number} room  how many fit
 */
export function drawnNeurons(count, room) {
  if (count <= room) return Array.from({ length: count }, (_, i) => i);
  const half = Math.floor((room - 1) / 2);
  const first = Array.from({ length: half }, (_, i) => i);
  return [...first, ...first.map((i) => count - half + i)];
}

/**
 * The k values of largest size. @param {ArrayLike<number>} values @param {number} k
 * @returns {{ index: number, value: number }[]} largest first
 */
export function strongest(values, k) {
  /** @type {{ index: number, value: number }[]} */
  const top = [];
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    const size = Math.abs(value);
    if (size === 0 || (top.length === k && size <= Math.abs(top[k - 1].value))) continue;
    let at = top.length;
    while (at > 0 && Math.abs(top[at - 1].value) < size) at--;
    top.splice(at, 0, { index, value });
    if (top.length > k) top.pop();
  }
  return top;
}
