import * as check from "./check.js";
import { notADigit } from "./tables.js";

/**
 * Backpropagation held against finite differences. The differences come from a forward pass of its
 * own, in double precision: in the engine's single precision they would drown in rounding. An
 * activation function that is not written here is the engine's, and its tangent stands for it near
 * each weighted sum: the slope comes from values of the function, never from its derivative, so
 * that a wrong derivative is still found.
 *
 * @import { Network } from "./network.js"
 *
 * @typedef {object} GradientCheck
 * @property {Float64Array} numeric (C(θ + ε) − C(θ − ε)) / 2ε for each of the indices
 * @property {Float32Array} analytic the same components of the engine's gradient
 * @property {number} worst the largest |numeric − analytic| / max(|numeric|, |analytic|, 1e-4)
 *
 * @typedef {{ inputs: number, outputs: number, first: number }} Layer `first`: of its weights among
 *   the parameters
 */

/**
 * Components smaller than this are compared with it: an output in single precision is known to
 * 6e-8, and its error is multiplied by activations.
 */
const least = 1e-4;

const sigmoid = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));

/**
 * Those that are written twice, in C and here in double precision.
 * @type {Record<string, (z: number) => number>}
 */
const activations = {
  sigmoid,
  relu: (z) => Math.max(0, z),
  step: (z) => (z < 0 ? 0 : 1),
};

/** @param {readonly number[]} sizes @returns {Layer[]} */
function layersOf(sizes) {
  let first = 0;
  return sizes.slice(1).map((outputs, l) => {
    const layer = { inputs: sizes[l], outputs, first };
    first += (layer.inputs + 1) * outputs;
    return layer;
  });
}

/** W a + b. @param {Layer} layer @param {Float32Array} parameters @param {ArrayLike<number>} a */
function weightedSums({ inputs, outputs, first }, parameters, a) {
  return Float64Array.from({ length: outputs }, (_, o) => {
    let sum = parameters[first + inputs * outputs + o];
    for (let i = 0; i < inputs; i++) sum += parameters[first + o * inputs + i] * a[i];
    return sum;
  });
}

/** ln(1 + eᶻ). @param {number} z */
const softplus = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/** @param {ArrayLike<number>} values @param {(value: number, index: number) => number} term */
const sum = (values, term) => Array.from(values, term).reduce((total, value) => total + value, 0);

/**
 * The cost of the last layer's weighted sums.
 * @param {Network} net
 * @param {Float64Array} z
 * @param {number} label
 */
function costOf({ output, costName }, z, label) {
  const isSoft = output === "softmax";
  const rest = label === notADigit && isSoft ? 1 / z.length : 0;
  const target = z.map((_, o) => (o === label ? 1 : rest));
  const highest = Math.max(...z);
  const powers = sum(z, (value) => Math.exp(value - highest));
  if (costName === "quadratic") {
    const answer = (/** @type {number} */ value) =>
      isSoft ? Math.exp(value - highest) / powers : sigmoid(value);
    return sum(z, (value, o) => (answer(value) - target[o]) ** 2);
  }
  if (isSoft) return Math.log(powers) - sum(z, (value, o) => target[o] * (value - highest));
  return sum(z, (value, o) => softplus(value) - target[o] * value);
}

/** Distance of the values that give a slope where the function is smooth. */
const wide = 2 ** -5;
/** And where it is not: the first that reaches over no kink. */
const narrow = [9, 11, 13, 15, 17, 19].map((power) => 2 ** -power);
/** Slopes on the two sides of z differ by more than that only when a kink is between. */
const bend = 0.01;

/**
 * Tangents of an activation function that is known by its values in single precision. The error of
 * a slope is about 1e-6 where the function is smooth: of fourth order in the distance, and
 * rounding. Near a kink it is about 3e-5, and rounding makes it larger the nearer the kink is; a
 * kink at 0 is well met, since values close to 0 are precise.
 * @param {(z: Float32Array) => Float32Array} activate
 * @param {Float64Array} sums  z
 * @returns {(value: number, neuron: number) => number} f(z) + f′(z)·(value − z)
 * @internal
 */
export function tangentsOf(activate, sums) {
  const z = Float32Array.from(sums);
  const at = (/** @type {number} */ distance) => activate(z.map((value) => value + distance));
  const middle = at(0);
  const [near, far] = [wide, 2 * wide].map((h) => [at(h), at(-h)]);
  const nearer = narrow.map((h) => [at(h), at(-h)]);
  const slopes = sums.map((_, i) => {
    const sides = narrow.map((h, k) => {
      const [above, below] = nearer[k];
      return [(above[i] - middle[i]) / h, (middle[i] - below[i]) / h];
    });
    const straight = sides.find(([a, b]) => Math.abs(a - b) <= bend * Math.max(1, Math.abs(a)));
    const [a, b] = straight ?? sides[sides.length - 1];
    const nearest = (a + b) / 2;
    const smooth = (8 * (near[0][i] - near[1][i]) - (far[0][i] - far[1][i])) / (12 * wide);
    const isSmooth = Math.abs(smooth - nearest) <= 1e-3 * Math.max(1, Math.abs(nearest));
    return isSmooth ? smooth : nearest;
  });
  // The values are those of z in single precision.
  return (value, i) => middle[i] + slopes[i] * (value - z[i]);
}

/** A forward pass of one example, and what becomes of it when one parameter changes. */
class Forward {
  /**
   * @param {Network} net
   * @param {(z: Float32Array) => Float32Array} activate  the engine's activation function
   * @param {ArrayLike<number>} pixels @param {number} label
   */
  constructor(net, activate, pixels, label) {
    this.net = net;
    this.label = label;
    this.layers = layersOf(net.layers);
    this.parameters = net.parameters;
    const written = activations[net.hidden];
    /** Activation function of each hidden layer. @type {((z: number, i: number) => number)[]} */
    this.functions = [];
    /** Inputs of each layer. */
    this.inputs = [pixels];
    /** @type {Float64Array[]} weighted sums of each layer */
    this.sums = [];
    for (const [l, layer] of this.layers.entries()) {
      this.sums[l] = weightedSums(layer, this.parameters, this.inputs[l]);
      if (l === this.layers.length - 1) break;
      this.functions[l] = written ?? tangentsOf(activate, this.sums[l]);
      this.inputs[l + 1] = this.sums[l].map(this.functions[l]);
    }
  }

  /**
   * The cost when parameter `index` grows by `change`.
   * @param {number} index
   * @param {number} change
   */
  costWith(index, change) {
    const last = this.layers.length - 1;
    let l = this.layers.findLastIndex(({ first }) => first <= index);
    const { inputs, outputs, first } = this.layers[l];
    const at = index - first;
    const isBias = at >= inputs * outputs;
    const neuron = isBias ? at - inputs * outputs : Math.floor(at / inputs);
    let z = this.sums[l].slice();
    z[neuron] += change * (isBias ? 1 : this.inputs[l][at % inputs]);
    for (; l < last; l++) {
      z = weightedSums(this.layers[l + 1], this.parameters, z.map(this.functions[l]));
    }
    return costOf(this.net, z, this.label);
  }
}

/**
 * @param {Network} net
 * @param {(z: Float32Array) => Float32Array} activate  its activation function, the engine's
 * @param {Float32Array} pixels 784 in 0…1 @param {number} label
 * @param {{ indices?: ArrayLike<number>, epsilon?: number }} options
 * @returns {GradientCheck}
 * @internal
 */
export function checkedGradient(net, activate, pixels, label, options) {
  check.options("checkGradient", options, ["indices", "epsilon"]);
  const epsilon = check.real("epsilon", options.epsilon ?? 1e-5, 1e-8, 1);
  const gradient = net.gradient(pixels, label);
  const indices = Array.from(
    check.object("indices", options.indices ?? gradient.map((_, i) => i), "an array of numbers"),
  );
  for (const index of indices) check.integer("index", index, 0, gradient.length - 1);
  const forward = new Forward(net, activate, pixels, label);
  const analytic = Float32Array.from(indices, (index) => gradient[index]);
  const numeric = Float64Array.from(indices, (index) => {
    const [above, below] = [forward.costWith(index, epsilon), forward.costWith(index, -epsilon)];
    return (above - below) / (2 * epsilon);
  });
  const errors = numeric.map(
    (n, k) => Math.abs(n - analytic[k]) / Math.max(Math.abs(n), Math.abs(analytic[k]), least),
  );
  return { numeric, analytic, worst: errors.reduce((most, error) => Math.max(most, error), 0) };
}
