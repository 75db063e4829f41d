/** Calls over many images: the engine's memory, which never shrinks, holds a piece at a time. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";

/** @typedef {import("../../wasm/network.js").Network} Network */

const engine = await loadEngine();
const net = engine.network({ seed: 1 });
/** More than the memory that an engine begins with, and no whole number of pieces. */
const count = 30_007;
const bytes = Uint8Array.from({ length: count * 784 }, (_, i) => (i * 7919) % 251);

describe(`of ${count} images the engine's memory holds a few at a time`, () => {
  const floats = Float32Array.from(bytes, (value) => value / 255);
  const labels = new Uint8Array(count);

  /** @type {Record<string, (some: number, own: typeof engine, net: Network) => unknown>} */
  const calls = {
    "predictMany of bytes": (some, _, net) => net.predictMany(bytes.subarray(0, some * 784)),
    "predictMany of floats": (some, _, net) => net.predictMany(floats.subarray(0, some * 784)),
    attack: (some, _, net) =>
      net.attack(bytes.subarray(0, some * 784), { labels: labels.subarray(0, some) }),
    noise: (some, own) => own.noise({ kind: "uniform", count: some }),
    census: (some, _, net) => net.census({ kind: "uniform", count: some }),
  };
  for (const [name, call] of Object.entries(calls)) {
    test(name, async () => {
      const own = await loadEngine();
      const net = own.network({ seed: 1 });
      call(200, own, net);
      const { memory } = own;
      call(count, own, net);
      assert.equal(own.memory, memory);
    });
  }
});

test("pieces come to the same as images one by one", () => {
  const many = net.predictMany(bytes);
  const noise = engine.noise({ kind: "shuffled", seed: 3, from: 5, count: 230 });
  for (const i of [0, 99, 100, 127, 128, 199, 229]) {
    const own = bytes.slice(i * 784, (i + 1) * 784);
    assert.deepEqual(many.slice(i * 10, (i + 1) * 10), net.predict(own), `image ${i}`);
    const one = engine.noise({ kind: "shuffled", seed: 3, from: 5 + i });
    assert.deepEqual(noise.slice(i * 784, (i + 1) * 784), one, `noise ${i}`);
  }
  const last = bytes.slice((count - 1) * 784);
  assert.deepEqual(many.slice(-10), net.predict(last));
  assert.equal(net.predictMany(new Uint8Array(0)).length, 0);
});
