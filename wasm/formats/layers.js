// Tensors of any naming as the layers of a fully connected network.

import { quoted } from "./tensors.js";

/**
 * @import { Tensor } from "./tensors.js"
 *
 * @typedef {object} Layer
 * @property {string} name what the names of its tensors have in common
 * @property {number} inputs
 * @property {number} outputs
 * @property {Float32Array} weights (outputs, inputs) row by row
 * @property {Float32Array} biases (outputs)
 *
 * @typedef {{ name: string, weight?: Tensor, bias?: Tensor }} Named a layer's tensors
 */

/** "fc1.weight", "0.bias", "layers.0.weight", "dense_1/kernel:0", "W1", "params.Dense_0.kernel". */
const NAME = /^(.*?)(?:(?:^|[._/-])(?:(weights?|kernel|w)|(bias(?:es)?|b)))([._]?\d*)(?::0)?$/is;

/** Layers that a network may have. */
export const MOST = 8;
/** Names with numbers in them, in the order that people mean: fc2 before fc10. */
const natural = new Intl.Collator("en", { numeric: true });

/** What a layer is called whose weights are called so. @param {string} name @returns {string} */
export function layerNamed(name) {
  const [, before = name, , , after = ""] = NAME.exec(name) ?? [];
  return before + after || name;
}

/** @param {readonly Tensor[]} tensors @returns {Named[]} in the order of their names */
function named(tensors) {
  /** @type {Map<string, Named>} */
  const layers = new Map();
  for (const tensor of tensors) {
    const [, before, weight, , after] = NAME.exec(tensor.name) ?? [];
    if (before === undefined) {
      throw new Error(`${quoted(tensor.name)} is neither the weights nor the biases of a layer`);
    }
    const name = before + after;
    const layer = layers.get(name) ?? { name };
    const kind = weight ? "weight" : "bias";
    if (layer[kind]) throw new Error(`${quoted(tensor.name)} is there twice`);
    layers.set(name, { ...layer, [kind]: tensor });
  }
  return [...layers.values()].sort((a, b) => natural.compare(a.name, b.name));
}

/** Throws unless it is a fully connected layer. @param {Named} layer */
function check({ name, weight, bias }) {
  if (!weight)
    throw new Error(`${quoted(bias?.name)} is there, but not the weights of ${quoted(name)}`);
  const { length } = weight.shape;
  if (length === 2) return;
  const dimensions = `${length} dimension${length === 1 ? "" : "s"}`;
  throw new Error(
    `${quoted(weight.name)} has ${dimensions}, where the weights of a fully connected layer ` +
      "have 2: other layers are not read here",
  );
}

/** @param {Named} layer @param {boolean} isTransposed (inputs, outputs), as Keras and JAX do */
function sizesOf({ weight }, isTransposed) {
  const [rows, columns] = weight?.shape ?? [];
  return isTransposed ? { inputs: rows, outputs: columns } : { inputs: columns, outputs: rows };
}

/**
 * The layers one after another, from `width` inputs to 10 outputs, all of them.
 * @param {readonly Named[]} left @param {boolean} isTransposed @param {number} width
 * @returns {Named[] | null} null when they do not fit; of several orders, that of their names
 */
function chain(left, isTransposed, width) {
  if (!left.length) return width === 10 ? [] : null;
  for (const layer of left) {
    const { inputs, outputs } = sizesOf(layer, isTransposed);
    if (inputs !== width) continue;
    const others = left.filter((other) => other !== layer);
    const rest = chain(others, isTransposed, outputs);
    if (rest) return [layer, ...rest];
  }
  return null;
}

/** @param {Float32Array} values (rows, columns) @param {number} rows @param {number} columns */
export function transposed(values, rows, columns) {
  return Float32Array.from(values, (_, i) => values[(i % rows) * columns + Math.floor(i / rows)]);
}

/** @param {Named} layer @param {boolean} isTransposed @returns {Layer} */
function layerOf(layer, isTransposed) {
  const { inputs, outputs } = sizesOf(layer, isTransposed);
  const { name, bias } = layer;
  const given = /** @type {Tensor} */ (layer.weight).values();
  const weights = isTransposed ? transposed(given, inputs, outputs) : given;
  const biases = bias ? bias.values() : new Float32Array(outputs);
  if (biases.length !== outputs) {
    throw new Error(`${quoted(bias?.name)} has ${biases.length} values for ${outputs} outputs`);
  }
  return { name, inputs, outputs, weights, biases };
}

/**
 * The network's layers, in order. A layer without biases has zeros. Throws an error that names the
 * tensor which does not belong to a fully connected network from 784 to 10.
 * @param {readonly Tensor[]} tensors
 * @returns {Layer[]}
 */
export function layersIn(tensors) {
  const layers = named(tensors);
  for (const layer of layers) check(layer);
  if (!layers.length || layers.length > MOST) {
    throw new Error(`it has ${layers.length} layers: expected 1 to ${MOST}`);
  }
  const isKernel = /kernel/i.test(layers[0].weight?.name ?? "");
  for (const isTransposed of [isKernel, !isKernel]) {
    const found = chain(layers, isTransposed, 784);
    if (found) return found.map((layer) => layerOf(layer, isTransposed));
  }
  const sizes = layers.map(
    ({ weight }) => `${quoted(weight?.name)} (${weight?.shape.join(" × ")})`,
  );
  throw new Error(`its layers do not lead from 784 pixels to 10 outputs: ${sizes.join(", ")}`);
}
