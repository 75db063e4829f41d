/** TensorFlow.js, core API: variables, a loss, `optimizer.minimize`; one fresh batch each step. */

import * as tf from "@tensorflow/tfjs-core";
import * as material from "./material.js";
import { optimiser, ready } from "./tfjs.js";

/**
 * @param {material.Data} data
 * @returns {Promise<material.Contestant>}
 */
export async function create(data) {
  return { version: await ready(), open: (job) => open(job, data) };
}

/**
 * @param {material.Job} job
 * @param {material.Data} data
 * @returns {material.Runner}
 */
function open({ net, batch, optimizer, rate, examples }, data) {
  const layers = variables(net.layers);
  const method = optimiser(optimizer, rate);
  const batches = new material.Batches(data.train, batch, examples);
  const test = material.sharedFloats(data.test);
  const last = layers.length - 1;
  let next = 0;

  /** @param {tf.Tensor} x  (B, 784) → (B, 10): sums before the output's squash */
  const sums = (x) =>
    layers.reduce((a, { W, b }, l) => {
      const z = tf.add(tf.matMul(a, W), b);
      if (l === last) return z;
      return net.hidden === "relu" ? tf.relu(z) : tf.sigmoid(z);
    }, x);
  /** @param {tf.Tensor} x */
  const outputs = (x) => (net.output === "softmax" ? tf.softmax(sums(x)) : tf.sigmoid(sums(x)));

  const loss = () => {
    const { images, targets } = batches.next();
    const x = tf.tensor2d(images, [batch, material.PIXELS]);
    const y = tf.tensor2d(targets, [batch, material.CLASSES]);
    /** @type {tf.Tensor} */
    const cost =
      net.cost === "cross-entropy"
        ? tf.losses.softmaxCrossEntropy(y, sums(x))
        : tf.div(tf.sum(tf.squaredDifference(outputs(x), y)), batch);
    return /** @type {tf.Scalar} */ (cost);
  };

  return {
    step(count) {
      for (let i = 0; i < count; i++) method.minimize(loss);
    },
    predict(count) {
      for (let i = 0; i < count; i++, next = (next + 1) % data.test.count) {
        const image = test.subarray(next * material.PIXELS, (next + 1) * material.PIXELS);
        const answer = tf.tidy(() => outputs(tf.tensor2d(image, [1, material.PIXELS])));
        answer.dataSync();
        answer.dispose();
      }
    },
    evaluate() {
      const answer = tf.tidy(() => outputs(tf.tensor2d(test, [data.test.count, material.PIXELS])));
      const right = material.accuracy(answer.dataSync(), data.test.labels);
      answer.dispose();
      return right;
    },
    parameters: () => canonical(layers),
    close() {
      method.dispose();
      for (const { W, b } of layers) tf.dispose([W, b]);
    },
  };
}

/** @param {number[]} sizes */
function variables(sizes) {
  return material.byLayer(sizes, material.firstParameters(sizes)).map((layer) => ({
    W: tf.variable(
      tf.tensor2d(material.transposed(layer.W, layer.outputs, layer.inputs), [
        layer.inputs,
        layer.outputs,
      ]),
    ),
    b: tf.variable(tf.tensor1d(layer.b.slice())),
  }));
}

/** @param {ReturnType<typeof variables>} layers */
function canonical(layers) {
  return Float32Array.from(
    layers.flatMap(({ W, b }) => [
      ...material.transposed(W.dataSync(), W.shape[0], W.shape[1]),
      ...b.dataSync(),
    ]),
  );
}
