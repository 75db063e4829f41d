/** TensorFlow.js on plain JavaScript: gradients by an autodiff nobody here wrote. */
import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-layers"; // for the gradients it registers

tf.enableProdMode(); // no banner
await tf.setBackend("cpu");

export { tf };

/**
 * @typedef {import("../../wasm/network.js").Network} Network
 * @typedef {{ cost: number, gradient: Float32Array, inputGradient: Float32Array }} Slope
 */

/** The label of what is no digit. */
const nothing = 255;

/**
 * Activation functions that TensorFlow.js has by another name, or with other constants.
 * @type {Record<string, (z: tf.Tensor2D) => tf.Tensor2D>}
 */
const others = {
  leaky_relu: (z) => tf.leakyRelu(z, 0.01),
};

/** @param {tf.Tensor2D} z @param {Network["hidden"]} kind @returns {tf.Tensor2D} */
function activation(z, kind) {
  return (others[kind] ?? /** @type {any} */ (tf)[kind])(z);
}

/**
 * @param {Network} net
 * @param {number} label
 * @returns {tf.Tensor2D} what the ten outputs should be
 */
function targetOf(net, label) {
  if (label !== nothing)
    return tf.tensor2d([Array.from({ length: 10 }, (_, digit) => Number(digit === label))]);
  return tf.fill([1, 10], net.output === "softmax" ? 0.1 : 0);
}

/**
 * @param {Pick<Network, "output" | "costName">} kind
 * @param {tf.Tensor2D} z the outputs' weighted sums @param {tf.Tensor2D} y
 * @returns {tf.Scalar}
 */
function costOf({ output, costName }, z, y) {
  if (costName === "quadratic") {
    const a = output === "softmax" ? tf.softmax(z) : tf.sigmoid(z);
    return tf.sum(tf.square(tf.sub(a, y)));
  }
  if (output === "softmax") return tf.neg(tf.sum(tf.mul(tf.logSoftmax(z), y)));
  return tf.sum(tf.sub(tf.softplus(z), tf.mul(y, z)));
}

/**
 * The network's parameters as TensorFlow's: per layer W (outputs × inputs), then b.
 * @param {Network} net
 */
function tensorsOf(net) {
  const { layers, parameters } = net;
  let at = 0;
  const next = (/** @type {[number, number]} */ shape) => {
    const size = shape[0] * shape[1];
    at += size;
    return tf.tensor2d(parameters.subarray(at - size, at), shape);
  };
  return layers.slice(1).flatMap((size, l) => [next([size, layers[l]]), next([1, size])]);
}

/**
 * Cost and gradients of one example, as TensorFlow.js finds them.
 *
 * @param {Network} net
 * @param {Float32Array} pixels 784
 * @param {number} label 0–9, or 255 for "not a digit"
 * @param {Network["costName"]} [costName] the network's own; attacks follow the cross-entropy
 * @returns {Slope}
 */
export function slopeOf(net, pixels, label, costName = net.costName) {
  const kind = { output: net.output, costName };
  return tf.tidy(() => {
    const slopes = tf.valueAndGrads((...given) => {
      const [x, ...tensors] = /** @type {tf.Tensor2D[]} */ (given);
      return costOf(kind, sumsOf(x, tensors, net.hidden), targetOf(net, label));
    });
    const { value, grads } = slopes([tf.tensor2d(pixels, [1, 784]), ...tensorsOf(net)]);
    const [inputGradient, ...rest] = grads.map((each) => Float32Array.from(each.dataSync()));
    const gradient = Float32Array.from(rest.flatMap((each) => [...each]));
    return { cost: value.dataSync()[0], gradient, inputGradient };
  });
}

/** @param {tf.Tensor2D} x @param {tf.Tensor2D[]} tensors @param {Network["hidden"]} hidden */
function sumsOf(x, tensors, hidden) {
  let sums = x;
  for (let l = 0; l < tensors.length; l += 2) {
    const inputs = l === 0 ? x : activation(sums, hidden);
    sums = tf.add(tf.matMul(inputs, tensors[l], false, true), tensors[l + 1]);
  }
  return sums;
}
