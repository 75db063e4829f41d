/** jax-js, wasm backend: one `jit` of value-and-gradient and update; one fresh batch each step. */

import { readFileSync } from "node:fs";
import { defaultDevice, grad, init, jit, nn, numpy as np, tree } from "@jax-js/jax";
import * as material from "./material.js";

/**
 * @param {material.Data} data
 * @returns {Promise<material.Contestant>}
 */
export async function create(data) {
  await init("wasm");
  defaultDevice("wasm");
  const manifest = new URL("../package.json", import.meta.url);
  const version = JSON.parse(readFileSync(manifest, "utf8")).dependencies["@jax-js/jax"];
  return { version, open: (job) => open(job, data) };
}

/**
 * jax-js counts references: a function owns its arguments, and `.ref` keeps one for later.
 *
 * @param {material.Job} job
 * @param {material.Data} data
 * @returns {material.Runner}
 */
function open({ net, batch, optimizer, rate, examples }, data) {
  if (optimizer !== "sgd") throw new Error("not measured: jax-js with another optimiser than sgd");
  let parameters = material
    .byLayer(net.layers, material.firstParameters(net.layers))
    .map(({ inputs, outputs, W, b }) => ({
      W: np.array(material.transposed(W, outputs, inputs)).reshape([inputs, outputs]),
      b: np.array(b.slice()),
    }));
  const forward = (p, x) => {
    const last = p.length - 1;
    return p.reduce((a, { W, b }, l) => {
      const z = np.matmul(a, W).add(b);
      if (l === last) return z;
      return net.hidden === "relu" ? nn.relu(z) : nn.sigmoid(z);
    }, x);
  };
  const outputs = (p, x) => {
    const z = forward(p, x);
    return net.output === "softmax" ? nn.softmax(z) : nn.sigmoid(z);
  };
  const loss = (p, x, y) => {
    if (net.cost === "cross-entropy")
      return nn
        .logSoftmax(forward(p, x))
        .mul(y)
        .sum()
        .mul(-1 / batch);
    return np
      .square(outputs(p, x).sub(y))
      .sum()
      .mul(1 / batch);
  };
  const update = jit((p, x, y) => {
    const g = grad(loss)(tree.ref(p), x, y);
    return tree.map((value, slope) => value.sub(slope.mul(rate)), p, g);
  });
  const answer = jit(outputs);

  const batches = new material.Batches(data.train, batch, examples);
  const test = material.sharedFloats(data.test);
  let next = 0;

  return {
    async step(count) {
      for (let i = 0; i < count; i++) {
        const { images, targets } = batches.next();
        const x = np.array(images).reshape([batch, material.PIXELS]);
        const y = np.array(targets).reshape([batch, material.CLASSES]);
        parameters = update(parameters, x, y);
      }
      for (const { b } of parameters) await b.blockUntilReady();
    },
    predict(count) {
      for (let i = 0; i < count; i++, next = (next + 1) % data.test.count) {
        const image = test.subarray(next * material.PIXELS, (next + 1) * material.PIXELS);
        answer(tree.ref(parameters), np.array(image).reshape([1, material.PIXELS])).dataSync();
      }
    },
    evaluate() {
      const x = np.array(test).reshape([data.test.count, material.PIXELS]);
      const all = answer(tree.ref(parameters), x).dataSync();
      return material.accuracy(all, data.test.labels);
    },
    parameters: () =>
      Float32Array.from(
        parameters.flatMap(({ W, b }, l) => [
          ...material.transposed(W.ref.dataSync(), net.layers[l], net.layers[l + 1]),
          ...b.ref.dataSync(),
        ]),
      ),
    close() {
      tree.dispose(parameters);
      update.dispose();
      answer.dispose();
    },
  };
}
