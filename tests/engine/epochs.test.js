/** Epochs: counted from steps, and trained to a recipe's last step. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadEngine, recipes, trainerOptions } from "../../wasm/engine.js";
import { digits } from "./golden.js";

const engine = await loadEngine();
const data = engine.handwriting({ count: digits, seed: 1 });

describe("epochs", () => {
  test("are counted from steps, of the data as they are now", () => {
    const own = data.slice(0, 100);
    const net = engine.network();
    const trainer = net.trainer(own, { batchSize: 10 });
    assert.equal(trainer.epochs, 0);
    trainer.train(15);
    assert.equal(trainer.epochs, 1.5);
    own.appendHandwriting({ count: 200 });
    assert.equal(trainer.epochs, 0.5);
    for (const each of [trainer, net, own]) each.free();
    assert.throws(() => trainer.epochs, /this trainer has been freed/);
    assert.throws(() => trainer.trainEpochs(), /this trainer has been freed/);
    const none = engine.dataset();
    assert.equal(engine.network().trainer(none).epochs, 0);
    none.free();
  });

  test("are trained one by one or at once to the same bits, as many steps as a recipe has", () => {
    const own = data.slice(0, 105);
    const epochs = 7;
    const options = trainerOptions({ ...recipes.modern, epochs }, own.count);
    const print = (
      /** @type {(trainer: import("../../wasm/trainer.js").Trainer) => void} */ use,
    ) => {
      const net = engine.network({ ...recipes.modern.network, seed: 1 });
      const trainer = net.trainer(own, options);
      use(trainer);
      assert.equal(trainer.step().steps, 1 + (options.totalSteps ?? 0));
      return net.fingerprint;
    };
    const expected = print((trainer) => {
      trainer.train(options.totalSteps ?? 0);
    });
    const once = print((trainer) => {
      const { steps: taken, examples, cost } = trainer.trainEpochs(epochs);
      assert.deepEqual([taken, examples], [23, 736], "the last batch is whole");
      assert.ok(cost > 0);
    });
    const each = print((trainer) => {
      const taken = Array.from({ length: epochs }, () => trainer.trainEpochs().steps);
      assert.deepEqual(taken, [4, 7, 10, 14, 17, 20, 23]);
    });
    const after = print((trainer) => {
      trainer.train(5);
      assert.equal(trainer.trainEpochs(2).steps, 10, "from the epoch it is in");
      trainer.trainEpochs(epochs - 3);
    });
    assert.deepEqual([once, each, after], [expected, expected, expected]);
    own.free();
  });

  test("shorter than a batch are a step each at least", () => {
    const few = data.slice(0, 10);
    const trainer = engine.network().trainer(few, { batchSize: 32 });
    const taken = [1, 1, 3, 1].map((count) => trainer.trainEpochs(count).steps);
    assert.deepEqual(taken, [1, 2, 3, 4]);
    assert.equal(trainer.epochs, 12.8);
    few.free();
  });

  test("that are none are refused, and nothing is trained", () => {
    const net = engine.network({ seed: 1 });
    const trainer = net.trainer(data);
    const { fingerprint } = net;
    for (const count of [0, -1, 0.5, Number.NaN]) {
      assert.throws(() => trainer.trainEpochs(count), { name: "RangeError", message: /^count: / });
    }
    const empty = engine.dataset();
    assert.throws(() => net.trainer(empty).trainEpochs(), /data: expected at least one image/);
    assert.deepEqual([net.fingerprint, trainer.epochs], [fingerprint, 0]);
  });
});
