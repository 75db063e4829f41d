/** ConvNetJS: plain JavaScript, one example at a time, an update after each batch. */

import { readFileSync } from "node:fs";
import convnet from "convnetjs";
import * as material from "./material.js";

/** The quadratic loss takes its target as a Float64Array. */
const ONE_HOT = Array.from({ length: material.CLASSES }, (_, digit) =>
  new Float64Array(material.CLASSES).fill(1, digit, digit + 1),
);

/**
 * @param {material.Data} data
 * @returns {material.Contestant}
 */
export function create(data) {
  const manifest = new URL("../package.json", import.meta.url);
  const version = JSON.parse(readFileSync(manifest, "utf8")).dependencies.convnetjs;
  return { version, open: (job) => open(job, data) };
}

/**
 * @param {material.Job} job
 * @param {material.Data} data
 * @returns {material.Runner}
 */
function open({ net, batch, optimizer, rate, examples }, data) {
  if (optimizer !== "sgd")
    throw new Error("not measured: ConvNetJS with another optimiser than sgd");
  const { network, dense } = build(net);
  // Its quadratic loss is ½ Σ (a − y)²: twice the rate gives the same step.
  const learning_rate = net.cost === "quadratic" ? 2 * rate : rate;
  const method = { method: "sgd", learning_rate, momentum: 0, l2_decay: 0, batch_size: batch };
  const trainer = new convnet.Trainer(network, method);
  const batches = new material.Batches(data.train, batch, examples);
  const test = material.sharedFloats(data.test);
  const volume = new convnet.Vol(1, 1, material.PIXELS, 0);
  let next = 0;

  /** @param {number} i */
  const answer = (i) => {
    volume.w.set(test.subarray(i * material.PIXELS, (i + 1) * material.PIXELS));
    return network.forward(volume).w;
  };

  return {
    step(count) {
      for (let s = 0; s < count; s++) {
        const { images, labels } = batches.next();
        for (let i = 0; i < batch; i++) {
          volume.w.set(images.subarray(i * material.PIXELS, (i + 1) * material.PIXELS));
          trainer.train(volume, net.cost === "quadratic" ? ONE_HOT[labels[i]] : labels[i]);
        }
      }
    },
    predict(count) {
      for (let i = 0; i < count; i++, next = (next + 1) % data.test.count) answer(next);
    },
    evaluate() {
      const outputs = new Float32Array(data.test.count * material.CLASSES);
      for (let i = 0; i < data.test.count; i++) outputs.set(answer(i), i * material.CLASSES);
      return material.accuracy(outputs, data.test.labels);
    },
    parameters: () =>
      Float32Array.from(
        dense.flatMap((layer) => [...layer.filters.flatMap((f) => [...f.w]), ...layer.biases.w]),
      ),
    close() {},
  };
}

/**
 * The net layer by layer: `makeLayers` cannot put a squash before a quadratic loss.
 *
 * @param {material.Net} net
 */
function build(net) {
  const network = new convnet.Net();
  const dense = [];
  network.layers = [new convnet.InputLayer({ out_sx: 1, out_sy: 1, out_depth: net.layers[0] })];
  for (const { inputs, outputs, W, b } of material.byLayer(
    net.layers,
    material.firstParameters(net.layers),
  )) {
    const shape = { in_sx: 1, in_sy: 1, in_depth: inputs };
    const layer = new convnet.FullyConnLayer({ ...shape, num_neurons: outputs });
    for (const [o, f] of layer.filters.entries()) f.w.set(W.subarray(o * inputs, (o + 1) * inputs));
    layer.biases.w.set(b);
    dense.push(layer);
    network.layers.push(layer, squash(net, outputs, dense.length === net.layers.length - 1));
  }
  if (net.cost === "quadratic") {
    const shape = { in_sx: 1, in_sy: 1, in_depth: net.layers.at(-1) };
    network.layers.push(new convnet.RegressionLayer(shape));
  }
  return { network, dense };
}

/**
 * @param {material.Net} net
 * @param {number} width
 * @param {boolean} last
 */
function squash(net, width, last) {
  const shape = { in_sx: 1, in_sy: 1, in_depth: width };
  if (last && net.output === "softmax") return new convnet.SoftmaxLayer(shape);
  if (last || net.hidden === "sigmoid") return new convnet.SigmoidLayer(shape);
  return new convnet.ReluLayer(shape);
}
