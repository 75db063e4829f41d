/**
 * docs/numerics.md is enough to reach the engine's bits: numerics.js beside it was written from
 * that page alone, by somebody who had not seen the engine.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { train } from "../../docs/numerics.js";
import { loadEngine } from "../../wasm/engine.js";

const page = readFileSync(new URL("../../docs/numerics.md", import.meta.url), "utf8");
const engine = await loadEngine();

/** The page's run, of the engine. @param {import("../../wasm/dataset.js").Dataset} data */
function fingerprintOf(data) {
  const net = engine.network({ layers: [784, 16, 16, 10], hidden: "sigmoid", seed: 1 });
  const options = { batchSize: 10, learningRate: 3, weightDecay: 0.0001, seed: 1 };
  net.trainer(data, { optimizer: "sgd", ...options }).train(200);
  return net.fingerprint;
}

/** All images and labels. @param {import("../../wasm/dataset.js").Dataset} data */
function contentOf(data) {
  const images = new Uint8Array(data.count * 784);
  for (let i = 0; i < data.count; i++) images.set(data.image(i), i * 784);
  return { images, labels: data.labels };
}

for (const count of [500, 337, 123, 7]) {
  test(`a program written from the page reaches the engine's bits on ${count} digits`, () => {
    const data = engine.handwriting({ count, seed: 1 });
    const { images, labels } = contentOf(data);
    const fingerprint = train(images, labels);
    assert.equal(fingerprint, fingerprintOf(data));
    assert.ok(page.includes(fingerprint), `${fingerprint} is in the page`);
  });
}
