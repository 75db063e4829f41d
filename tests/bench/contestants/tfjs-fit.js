/** TensorFlow.js, layers API: `model.compile` and `model.fit`, as its own MNIST tutorial does. */

import * as tf from "@tensorflow/tfjs-core";
import { sequential, layers as tfLayers } from "@tensorflow/tfjs-layers";
import * as material from "./material.js";
import { optimiser, ready } from "./tfjs.js";

/** How many digits one call of `fit` sees at most: the tensor stays on the wasm heap. */
const MOST = 10240;

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
  const model = build(net);
  const quadratic = (/** @type {tf.Tensor} */ y, /** @type {tf.Tensor} */ a) =>
    tf.sum(tf.squaredDifference(a, y), -1);
  model.compile({
    optimizer: optimiser(optimizer, rate),
    loss: net.cost === "quadratic" ? quadratic : "categoricalCrossentropy",
  });

  const batches = new material.Batches(data.train, batch, Math.min(examples ?? MOST, MOST));
  const used = batches.count * batch;
  const x = tf.tensor2d(batches.images.subarray(0, used * material.PIXELS), [
    used,
    material.PIXELS,
  ]);
  const y = tf.tensor2d(batches.targets, [used, material.CLASSES]);
  const test = material.sharedFloats(data.test);
  let at = 0;
  let next = 0;

  return {
    callMs: 150, // one call of `fit` has a cost of its own; users pay it once per epoch at most
    async step(count) {
      for (let left = count; left > 0; ) {
        const steps = Math.min(left, batches.count - at);
        const part = [x, y].map((all) => tf.slice(all, [at * batch, 0], [steps * batch, -1]));
        await model.fit(part[0], part[1], {
          batchSize: batch,
          epochs: 1,
          verbose: 0,
          yieldEvery: "never",
        });
        tf.dispose(part);
        left -= steps;
        at = (at + steps) % batches.count;
      }
    },
    predict(count) {
      for (let i = 0; i < count; i++, next = (next + 1) % data.test.count) {
        const image = test.subarray(next * material.PIXELS, (next + 1) * material.PIXELS);
        const answer = tf.tidy(() => model.predict(tf.tensor2d(image, [1, material.PIXELS])));
        /** @type {tf.Tensor} */ (answer).dataSync();
        tf.dispose(answer);
      }
    },
    evaluate() {
      const pixels = tf.tensor2d(test, [data.test.count, material.PIXELS]);
      const answer = /** @type {tf.Tensor} */ (model.predict(pixels, { batchSize: 1000 }));
      const right = material.accuracy(answer.dataSync(), data.test.labels);
      tf.dispose([answer, pixels]);
      return right;
    },
    parameters: () => canonical(model),
    close() {
      tf.dispose([x, y]);
      model.dispose();
    },
  };
}

/** @param {material.Net} net */
function build(net) {
  const model = sequential();
  net.layers.slice(1).forEach((units, l) => {
    const last = l === net.layers.length - 2;
    model.add(
      tfLayers.dense({
        units,
        activation: last ? net.output : net.hidden,
        inputShape: l === 0 ? [material.PIXELS] : undefined,
      }),
    );
  });
  const values = material.byLayer(net.layers, material.firstParameters(net.layers));
  const tensors = values.flatMap(({ inputs, outputs, W, b }) => [
    tf.tensor2d(material.transposed(W, outputs, inputs), [inputs, outputs]),
    tf.tensor1d(b.slice()),
  ]);
  model.setWeights(tensors);
  tf.dispose(tensors);
  return model;
}

/** @param {ReturnType<typeof build>} model */
function canonical(model) {
  return Float32Array.from(
    model
      .getWeights()
      .flatMap((t) => [
        ...(t.rank === 2
          ? material.transposed(t.dataSync(), t.shape[0], t.shape[1] ?? 1)
          : t.dataSync()),
      ]),
  );
}
