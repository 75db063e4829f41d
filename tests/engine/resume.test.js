/** Training that is saved and goes on in another engine: to the bit, or not at all. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";

/** @import { TrainerOptions } from "../../wasm/trainer.js" */

const here = await loadEngine();
const there = await loadEngine();
/** More than two windows of the order of examples. */
const digits = { count: 4500, seed: 2 };
const data = here.handwriting(digits);
const dataThere = there.handwriting(digits);

/** @type {Record<string, TrainerOptions>} */
const ways = {
  "SGD, with decay": { batchSize: 10, learningRate: 0.5, weightDecay: 1e-4 },
  momentum: { optimizer: "momentum", learningRate: 0.05, batchSize: 32 },
  "AdamW on a cosine, augmented, with noise and attacks": {
    optimizer: "adamw",
    learningRate: 0.004,
    weightDecay: 0.01,
    schedule: "cosine",
    totalSteps: 300,
    warmUp: 20,
    augment: { shift: 1, rotate: 0.1, elastic: 0.5 },
    noise: 0.2,
    noiseKinds: { scribble: 1, blocks: 2 },
    harden: { share: 0.2, epsilon: 0.1, steps: 2 },
    seed: 9,
  },
};

/** @param {TrainerOptions} options @param {number} steps @param {number} [rate] set half way */
function trained(options, steps, rate) {
  const net = here.network({ layers: [784, 20, 10], hidden: "relu", output: "softmax", seed: 4 });
  const trainer = net.trainer(data, options);
  if (steps > 0) trainer.train(steps);
  if (rate !== undefined) trainer.learningRate = rate;
  return { net, trainer };
}

describe("a trainer that was saved", () => {
  for (const [name, options] of Object.entries(ways)) {
    for (const steps of [0, 1, 211]) {
      test(`goes on to the bit after ${steps} steps: ${name}`, () => {
        const { net, trainer } = trained(options, steps, 0.01);
        const [file, state] = [net.save(), trainer.save()];
        const again = there.load(file);
        const other = again.trainer(dataThere, options);
        other.resume(state);
        assert.equal(other.learningRate, 0.01);
        assert.equal(other.scheduledRate, trainer.scheduledRate);
        const [expected, found] = [trainer.train(150), other.train(150)];
        assert.deepEqual(found, expected);
        assert.equal(again.fingerprint, net.fingerprint);
        for (const each of [other, again, trainer, net]) each.free();
      });
    }
  }

  test("does not go on to other bits by chance: without its state it would", () => {
    const { net, trainer } = trained(ways.momentum, 40);
    const again = there.load(net.save());
    again.trainer(dataThere, ways.momentum).train(10);
    trainer.train(10);
    assert.notEqual(again.fingerprint, net.fingerprint);
  });
});

describe("a state that does not belong to a trainer", () => {
  const { net, trainer } = trained(ways.momentum, 40);
  const state = trainer.save();

  /** @param {(about: Record<string, any>) => void} change of the file's header */
  function changed(change) {
    const length = new DataView(state.buffer).getUint32(0, true);
    const about = JSON.parse(new TextDecoder().decode(state.subarray(8, 8 + length)));
    change(about.__metadata__);
    const header = new TextEncoder().encode(JSON.stringify(about));
    const bytes = new Uint8Array(8 + header.length + state.length - 8 - length);
    new DataView(bytes.buffer).setUint32(0, header.length, true);
    bytes.set(header, 8);
    bytes.set(state.subarray(8 + length), 8 + header.length);
    return bytes;
  }

  /** A number of the state. @param {number} index @param {number} value */
  const withNumber = (index, value) =>
    changed((about) => {
      const numbers = JSON.parse(about.state);
      numbers[index] = value;
      about.state = JSON.stringify(numbers);
    });

  const notFinite = state.slice();
  new DataView(notFinite.buffer).setFloat32(state.length - 4, Number.NaN, true);

  /** @type {[string, Uint8Array, RegExp][]} */
  const files = [
    ["no bytes", new Uint8Array(0), /not what a trainer's save\(\) gave/],
    ["half of the file", state.slice(0, state.length / 2), /expected \d+ moments, got \d+/],
    ["a model file", net.save(), /not what a trainer's save\(\) gave/],
    ["a moment that is not a number", notFinite, /a moment is not finite/],
    ["steps below zero", withNumber(0, -1), /out of its range/],
    ["half a step", withNumber(0, 1.5), /out of its range/],
    ["more examples than there are", withNumber(4, 1e6), /order of examples/],
    ["an epoch without a window", withNumber(6, 0), /order of examples/],
    ["an index past the window", withNumber(7, 4000), /order of examples/],
  ];
  for (const [what, bytes, message] of files) {
    test(`is refused and changes nothing: ${what}`, () => {
      const before = trainer.save();
      assert.throws(() => trainer.resume(bytes), { name: "Error", message });
      assert.deepEqual(trainer.save(), before);
    });
  }

  test("is refused by a trainer with another option, which is named", () => {
    const [first, second] = [{ batchSize: 16 }, { noiseKinds: { blocks: 1 } }];
    for (const [option, name] of /** @type {const} */ ([
      [first, "batchSize"],
      [second, "noiseKinds"],
      [{ seed: 2 }, "seed"],
    ])) {
      const other = net.trainer(data, { ...ways.momentum, ...option });
      assert.throws(() => other.resume(state), {
        message: `resume: this trainer has another ${name}`,
      });
    }
  });

  test("is refused for other parameters and other data", () => {
    const moved = net.clone();
    moved.setParameters(moved.parameters.fill(0, 0, 1));
    assert.throws(
      () => moved.trainer(data, ways.momentum).resume(state),
      /the network is [0-9a-f]+/,
    );
    const fewer = data.slice(0, 4499);
    assert.throws(
      () => net.trainer(fewer, ways.momentum).resume(state),
      /4499 images, expected 4500/,
    );
  });

  test("is refused by what has been freed", () => {
    const freed = net.trainer(data, ways.momentum);
    freed.free();
    assert.throws(() => freed.resume(state), /this trainer has been freed/);
    assert.throws(() => freed.save(), /this trainer has been freed/);
  });
});
