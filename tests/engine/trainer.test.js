/** Training: what each optimiser and schedule does, and the same bits everywhere. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { describe, test } from "node:test";
import { promisify } from "node:util";
import { loadEngine } from "../../wasm/engine.js";
import { build, compilers } from "../support/native.js";
import { digits, runs, steps } from "./golden.js";

/** @typedef {import("./golden.js").Golden} Run */
/** @typedef {import("../../wasm/network.js").Network} Network */
/** @typedef {import("../../wasm/trainer.js").Trainer} Trainer */

const exec = promisify(execFile);
const engine = await loadEngine();
const data = engine.handwriting({ count: digits, seed: 1 });

/**
 * A network and its trainer, given to `use` and freed afterwards.
 *
 * @template T
 * @param {Pick<Run, "network" | "trainer">} run
 * @param {(net: Network, trainer: Trainer) => T} use
 * @returns {T}
 */
function trained(run, use) {
  const net = engine.network({ seed: 1, ...run.network });
  const trainer = net.trainer(data, { seed: 1, ...run.trainer });
  const result = use(net, trainer);
  trainer.free();
  net.free();
  return result;
}

describe("a thousand steps", () => {
  for (const run of runs.filter(({ name }) => /^adamw|noise/.test(name))) {
    test(`are the same in ten calls, in a thousand, or in one: ${run.name}`, () => {
      trained(run, (net, trainer) => {
        for (let call = 0; call < 10; call++) trainer.train(steps / 10);
        assert.equal(net.fingerprint, run.fingerprint);
      });
      trained(run, (net, trainer) => {
        for (let step = 0; step < steps; step++) trainer.step();
        assert.equal(net.fingerprint, run.fingerprint);
      });
    });
  }

  test("of another seed, of the weights or of the order, end elsewhere", () => {
    const { network, trainer, fingerprint } = runs[3];
    const ends = [
      trained({ network: { ...network, seed: 2 }, trainer }, end),
      trained({ network, trainer: { ...trainer, seed: 2 } }, end),
      fingerprint,
    ];
    assert.equal(new Set(ends).size, 3);
  });
});

/**
 * @param {import("../../wasm/network.js").Network} net
 * @param {import("../../wasm/trainer.js").Trainer} trainer
 */
function end(net, trainer) {
  trainer.train(steps);
  return net.fingerprint;
}

for (const name of ["gcc", "clang"]) {
  const compiler = compilers.find((found) => found.startsWith(name)) ?? "";
  const skip = !compiler && `${name} is not installed`;
  describe(`core built with ${name} -O3`, { skip }, () => {
    test("trains to the parameters of the plain loops, to the bit", async () => {
      const program = await build(compiler, "tests/core/reference_test.c", "optimized");
      await exec(program, ["50"]).catch(({ stdout }) => assert.fail(stdout));
    });
  });
}

/**
 * The rate that each of the first steps uses.
 * @param {import("../../wasm/trainer.js").TrainerOptions} options
 * @param {number} count
 */
function ratesOf(options, count) {
  const run = { network: {}, trainer: { batchSize: 1, learningRate: 0.5, ...options } };
  return trained(run, (_net, trainer) =>
    Array.from({ length: count }, () => {
      const rate = trainer.scheduledRate;
      trainer.step();
      return rate;
    }),
  );
}

/** @param {number[]} found @param {(step: number) => number} expected */
function assertRates(found, expected) {
  found.forEach((rate, step) => {
    const off = Math.abs(rate - expected(step));
    assert.ok(off < 1e-7, `step ${step}: ${rate}, expected ${expected(step)}`);
  });
}

/** Half a cosine from 1 to 0. @param {number} done 0…1 */
const cosine = (done) => 0.5 * (1 + Math.cos(Math.PI * done));

describe("the learning rate", () => {
  test("stays where it is unless told otherwise", () => {
    assertRates(ratesOf({}, 30), () => 0.5);
  });

  test("falls along a cosine to zero, and stays there", () => {
    const rates = ratesOf({ schedule: "cosine", totalSteps: 20 }, 30);
    assertRates(rates, (step) => (step < 20 ? 0.5 * cosine(step / 20) : 0));
  });

  test("starts anew after each cycle, which is twice as long as the one before", () => {
    const rates = ratesOf({ schedule: "cosine", totalSteps: 70, firstCycle: 10 }, 70);
    assertRates(rates, (step) => {
      const [start, length] = step < 10 ? [0, 10] : step < 30 ? [10, 20] : [30, 40];
      return 0.5 * cosine((step - start) / length);
    });
  });

  test("comes down to zero at totalSteps, whatever its cycles; without them never ends", () => {
    const ends = ratesOf({ schedule: "cosine", totalSteps: 100, firstCycle: 10 }, 102);
    assertRates(ends.slice(0, 70), (step) => {
      const [start, length] = step < 10 ? [0, 10] : step < 30 ? [10, 20] : [30, 40];
      return 0.5 * cosine((step - start) / length);
    });
    assertRates(ends.slice(70), (step) => (step < 30 ? 0.5 * cosine(step / 30) : 0));
    const endless = ratesOf({ schedule: "cosine", firstCycle: 10 }, 102);
    assertRates(endless.slice(70), (step) => 0.5 * cosine(step / 80));
  });

  test("rises over the warm-up", () => {
    assertRates(ratesOf({ warmUp: 9 }, 20), (step) => 0.5 * Math.min((step + 1) / 10, 1));
  });

  test("takes effect at the next step, and nothing else is reset", () => {
    const run = { network: {}, trainer: runs[1].trainer };
    const usual = trained(run, (net, trainer) => {
      trainer.train(20);
      return net.fingerprint;
    });
    trained(run, (net, trainer) => {
      trainer.train(10);
      const kept = net.fingerprint;
      trainer.learningRate = 0;
      assert.equal(trainer.learningRate, 0);
      assert.equal(trainer.train(1).steps, 11);
      assert.equal(net.fingerprint, kept, "no rate, no change");
      trainer.learningRate = 0.1;
      trainer.train(9);
      assert.notEqual(net.fingerprint, kept);
      assert.notEqual(net.fingerprint, usual, "a step was lost");
    });
  });
});

describe("divergence", () => {
  // With these the weights overflow in a step whose cost is still a number.
  test("is told when a weight is no longer finite, whatever the cost says", () => {
    for (const steps of [1, 7]) {
      const options = { learningRate: 1e6, weightDecay: 1e6 };
      trained({ network: {}, trainer: options }, (net, trainer) => {
        let cost = 0;
        for (let done = 0; Number.isFinite(cost) && done < 100; done += steps) {
          assert.ok(net.parameters.every(Number.isFinite), `after ${done} steps`);
          cost = trainer.train(steps).cost;
        }
        assert.ok(!net.parameters.every(Number.isFinite), "the settings diverge");
        assert.ok(!Number.isFinite(cost), `${cost}`);
      });
    }
  });
});

describe("weight decay", () => {
  for (const optimizer of /** @type {const} */ (["sgd", "momentum", "adamw"])) {
    test(`takes η λ w off every weight in a step of ${optimizer}, and nothing off a bias`, () => {
      const [learningRate, weightDecay] = [0.5, 0.25];
      const ends = [0, weightDecay].map((decay) => {
        const trainer = { optimizer, learningRate, weightDecay: decay };
        return trained({ network: {}, trainer }, (net, of) => {
          const before = net.parameters;
          of.step();
          return { before, after: net.parameters };
        });
      });
      const { before } = ends[0];
      before.forEach((w, p) => {
        const lost = ends[0].after[p] - ends[1].after[p];
        assert.ok(Math.abs(lost - learningRate * weightDecay * w) < 1e-6, `parameter ${p}`);
      });
      assert.ok(before.filter((w) => w === 0).length === 42, "biases start from zero");
    });
  }

  test("of Adam without W goes through its moments", () => {
    const after = [0, 1].map((weightDecay) => {
      const trainer = /** @type {const} */ ({ optimizer: "adam", learningRate: 0.01, weightDecay });
      return trained({ network: {}, trainer }, (net, of) => {
        of.step();
        return net.parameters;
      });
    });
    const before = engine.network().parameters;
    const unseen = after[0].findIndex((w, p) => w === before[p] && w !== 0);
    assert.ok(unseen >= 0, "a pixel that is black in the whole batch");
    const moved = after[1][unseen] - before[unseen];
    assert.ok(Math.abs(moved + 0.01 * Math.sign(before[unseen])) < 1e-6, `moved by ${moved}`);
  });
});

describe("progress", () => {
  test("counts steps and examples and gives the mean cost", () => {
    trained({ network: {}, trainer: { batchSize: 8 } }, (_net, trainer) => {
      const costs = [trainer.step(), trainer.step(), trainer.step()].map(({ cost }) => cost);
      assert.ok(costs.every((cost) => cost > 0));
      const { steps: taken, examples, cost } = trainer.train(5);
      assert.equal(taken, 8);
      assert.equal(examples, 64);
      trained({ network: {}, trainer: { batchSize: 8 } }, (_again, other) => {
        const mean = (costs[0] + costs[1] + costs[2] + 5 * cost) / 8;
        assert.ok(Math.abs(other.train(8).cost - mean) < 1e-12);
      });
    });
  });

  test("over an epoch in one batch is the mean cost of the data", () => {
    const few = data.slice(0, 100);
    const net = engine.network();
    const trainer = net.trainer(few, { batchSize: 100 });
    const { cost } = net.evaluate(few);
    assert.ok(Math.abs(trainer.step().cost - cost) < 1e-9);
    for (const each of [trainer, net, few]) each.free();
  });

  test("ends, the network kept, where the cost is no longer a number", () => {
    const run = {
      network: /** @type {const} */ ({ hidden: "relu", output: "softmax", cost: "cross-entropy" }),
      trainer: /** @type {const} */ ({ learningRate: 1e6, optimizer: "momentum" }),
    };
    trained(run, (net, trainer) => {
      const { steps: taken, cost } = trainer.train(steps);
      assert.ok(!Number.isFinite(cost) && taken < steps, `cost ${cost} after ${taken} steps`);
      const kept = net.fingerprint;
      assert.equal(trainer.step().steps, taken);
      assert.equal(net.fingerprint, kept);
      net.setParameters(engine.network(run.network).parameters);
      trainer.learningRate = 0;
      assert.ok(Number.isFinite(trainer.step().cost), "and goes on from other weights");
    });
  });

  test("takes up appended data with the next epoch", () => {
    const growing = data.slice(0, 1);
    const net = engine.network();
    const trainer = net.trainer(growing, { batchSize: 1, learningRate: 0 });
    const [own, other] = [0, 1].map((i) => net.cost(data.image(i), data.label(i)));
    assert.ok(Math.abs(trainer.step().cost - own) < 1e-6);
    growing.append({ images: data.image(1), labels: Uint8Array.of(data.label(1)) });
    const { cost } = trainer.train(2);
    assert.ok(Math.abs(cost - (own + other) / 2) < 1e-6);
    for (const each of [trainer, net, growing]) each.free();
  });
});

describe("data augmentation", () => {
  /**
   * How many first-layer pixels one step changes when all digits are one dot, shifted at random.
   * One distortion spreads the dot over four pixels at most.
   * @param {number} batchSize
   */
  function touchedPixels(batchSize) {
    const images = new Uint8Array(784);
    images[14 * 28 + 14] = 255;
    const dot = engine.dataset({ images, labels: Uint8Array.of(3) });
    const net = engine.network({ layers: [784, 16, 10], hidden: "sigmoid", seed: 1 });
    const before = net.parameters;
    const trainer = net.trainer(dot, { batchSize, learningRate: 1, augment: { shift: 12 } });
    trainer.step();
    const after = net.parameters;
    for (const object of [trainer, net, dot]) object.free();
    const pixels = Array.from({ length: 784 }, (_, pixel) => pixel);
    return pixels.filter((pixel) => after[pixel] !== before[pixel]).length;
  }

  for (const batchSize of [2, 4, 8]) {
    test(`distorts the examples of a batch of ${batchSize} differently`, () => {
      const touched = touchedPixels(batchSize);
      assert.ok(touched > 4, `the dot went to ${touched} pixels`);
    });
  }
});
