/**
 * Memory that runs out at every point of a call: the call fails, keeps nothing, and succeeds once
 * there is enough. Each export that returns new memory is made to fail in turn, as it does when
 * malloc fails, and what it returned is counted until it is given back.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { countedEngine } from "../support/counted-engine.js";

const { engine, memory } = await countedEngine();
const layers = [784, 2, 10];
const net = engine.network({ layers, seed: 1 });
const data = engine.handwriting({ count: 2, seed: 1 });
const pixels = data.image(0);
const note = "a note ".repeat(60);
const file = net.save({ note });
const direction = new Float32Array(net.parameterCount).fill(1);
const image = new Uint8Array(784);

/** @type {Record<string, () => { free(): void } | ArrayLike<number> | number | object>} */
const calls = {
  "engine.network": () => engine.network({ layers, seed: 2 }),
  "engine.load": () => engine.load(file),
  "engine.dataset": () => engine.dataset({ images: image, labels: Uint8Array.of(3) }),
  "engine.handwriting": () => engine.handwriting({ count: 2, seed: 2 }),
  "engine.ink": () => engine.ink([[[1, 2]], [[5, 4]]]),
  "engine.noise": () => engine.noise({ kind: "shuffled", image: pixels }),
  "data.slice": () => data.slice(0),
  "data.shuffledLabels": () => data.shuffledLabels(),
  "net.clone": () => net.clone(),
  "net.trainer": () => net.trainer(data, { batchSize: 1, optimizer: "adam" }),
  "net.save": () => net.save({ note }),
  "net.parameters": () => net.parameters,
  "net.gradient": () => net.gradient(pixels, 3),
  "net.predictMany": () => net.predictMany(pixels),
  "net.evaluate": () => net.evaluate(data),
  "net.costAlong": () => net.costAlong(direction, [0, 1], data),
  "net.meanGradient": () => net.meanGradient(data),
  "net.attack": () => net.attack(pixels),
  "net.robustness": () => net.robustness(data),
  "net.census": () => net.census({ kind: "blocks", count: 2 }),
  "net.dream": () => net.dream(3, { steps: 1 }),
};

describe("a call for which memory runs out keeps none of it", () => {
  for (const [name, call] of Object.entries(calls)) {
    test(name, () => {
      const { fingerprint } = net;
      const before = [...memory.held];
      let failures = -1;
      for (let result; result === undefined; ) {
        memory.left = ++failures;
        try {
          result = call();
          if (typeof result === "object" && "free" in result) result.free();
        } catch (error) {
          assert.match(error.message, /memory|not a model file/);
        } finally {
          memory.left = Number.POSITIVE_INFINITY;
        }
        assert.deepEqual([...memory.held], before, `after ${failures} allocations`);
      }
      assert.ok(failures > 0, "it needs no memory");
      assert.equal(net.fingerprint, fingerprint);
    });
  }
});

test("10,000 networks, data and trainers come and go in the same memory", async () => {
  const { engine: own, memory: kept } = await countedEngine();
  /** @type {string[]} */
  const places = [];
  let { memory: size } = own;
  for (let cycle = 0; cycle < 10_000; cycle++) {
    const digits = own.handwriting({ count: 1, seed: 1, from: cycle % 10 });
    const made = own.network({ layers: [784, 1, 10], seed: 1 });
    const trainer = made.trainer(digits, { batchSize: 1, optimizer: "adam", harden: { steps: 1 } });
    trainer.step();
    const copy = made.clone();
    places[cycle % 10] ??= [...kept.held].join();
    assert.equal([...kept.held].join(), places[cycle % 10], `cycle ${cycle}`);
    if (cycle === 10) size = own.memory;
    for (const object of [made, trainer, copy, digits]) object.free();
  }
  assert.equal(kept.held.size, 0);
  assert.equal(own.memory, size);
});
