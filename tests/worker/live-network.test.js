/** The live network: where it has been, snapshot by snapshot. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { defaults } from "../../web/common/settings.js";
import { LiveNetwork } from "../../web/worker/live-network.js";
import { LiveTrainer } from "../../web/worker/live-trainer.js";

const engine = await loadEngine();
const digits = engine.handwriting({ count: 200, seed: 1 });
/** What a trainer asks of the worker's data sets. */
const datasets = /** @type {import("../../web/worker/datasets.js").Datasets} */ (
  /** @type {unknown} */ ({
    of: () => digits,
    nameOf: () => ({ name: "handwriting", checksum: "", count: digits.count }),
  })
);
const start = /** @type {const} */ ({ kind: "random", seed: 1 });

function liveNetwork(layers = [784, 16, 16, 10]) {
  const live = new LiveNetwork(engine, { beforeReplace: () => {}, changed: () => {} });
  live.replace(engine.network({ layers, seed: 1 }), { start, done: [] }, defaults());
  return live;
}

test("the path begins where the network came, and goes on through other trainers and edits", () => {
  const live = liveNetwork();
  const first = live.net.parameters;
  const trainer = new LiveTrainer(live, datasets);
  trainer.train(3);
  trainer.drop();
  trainer.train(2);
  assert.deepEqual(live.path.steps, [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(live.path.parameters[0], first);
  assert.deepEqual(live.path.parameters[5], live.net.parameters);
  live.rewind(first, { start, done: [] });
  assert.equal(live.path.steps.at(-1), 0);
  assert.deepEqual(live.path.parameters.at(-1), first);
  live.replace(
    engine.network({ seed: 2 }),
    { start: { kind: "random", seed: 2 }, done: [] },
    defaults(),
  );
  assert.deepEqual(live.path.steps, [0]);
  assert.deepEqual(live.path.parameters[0], live.net.parameters);
});

test("the path takes 16 MB at most, and 256 snapshots of the lesson's network", () => {
  const live = liveNetwork();
  new LiveTrainer(live, datasets).train(3000);
  const count = live.path.steps.length;
  assert.ok(count > 100 && count <= 256, `${count}`);
  assert.equal(live.path.steps[0], 0);
  const large = liveNetwork([784, 512, 512, 10]);
  new LiveTrainer(large, datasets).train(30);
  assert.ok(large.path.steps.length * large.net.parameterCount * 4 <= 16e6);
});
