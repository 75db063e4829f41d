/** Binary neurons without a browser: σ(kz) and its gradient, the stairs, and the twins. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { video } from "../../wasm/recipes.js";
import {
  HARDNESSES,
  hardened,
  hardSigmoid,
  hardSlope,
  hiddenCount,
  jumpsIn,
  lengthOf,
  medianOf,
} from "../../web/common/hardness.js";
import { pictureOf } from "../../web/common/images.js";
import { places, weightsOf } from "../../web/common/parameters.js";
import { binaryQueries } from "../../web/labs/binary/queries.js";
import { nudgedOf } from "../../web/labs/binary/slopes.js";
import { mnist, withoutMnist } from "../support/mnist.js";

const engine = await loadEngine();
const train = engine.handwriting({ count: 20_000, seed: 1 });
const test4000 = engine.handwriting({ count: 4000, seed: 2 });
const STEP = Number.POSITIVE_INFINITY;
let yields = 0;
const datasets = {
  train,
  test: test4000,
  of: (/** @type {"train" | "test"} */ set) => (set === "train" ? train : test4000),
};
/** @type {any} */
const context = {
  engine,
  datasets,
  yieldToEvents: async () => {
    yields++;
  },
};
const base = await binaryQueries.binaryBase(context, { seed: 1, steps: 1500 });
const hidden = hiddenCount(base.layers);

/**
 * The cost of one example in double precision, σ(kz) in the hidden layers, σ in the last.
 * @param {ArrayLike<number>} parameters @param {number} k
 * @param {Float32Array} pixels @param {number} label
 */
function plainCost(parameters, k, pixels, label) {
  const layers = places(base.layers);
  /** @type {number[]} */
  let a = [...pixels];
  for (const [l, place] of layers.entries()) {
    const hardness = l < layers.length - 1 ? k : 1;
    a = Array.from({ length: place.outputs }, (_, o) => {
      const weights = weightsOf(/** @type {any} */ (parameters), place, o);
      let z = Number(parameters[place.biases + o]);
      for (const [i, w] of weights.entries()) z += w * a[i];
      return hardSigmoid(z, hardness);
    });
  }
  return a.reduce((sum, value, i) => sum + (value - Number(i === label)) ** 2, 0);
}

/** @param {number} i */
const example = (i) =>
  /** @type {[Float32Array, number]} */ ([pictureOf(train, i), train.label(i)]);

/** @param {number[]} values @param {number} at */
const along = (values, at) => values.map((value) => Number((value * at).toPrecision(8)));

describe("σ(kz)", () => {
  test("a sigmoid network with hidden parameters times k computes it", () => {
    for (const k of [1, 4, 32]) {
      const net = engine.network({ ...video.network, seed: 1 });
      net.setParameters(hardened(base.parameters, hidden, k));
      for (let i = 0; i < 20; i++) {
        const [pixels, label] = example(i);
        const plain = plainCost(base.parameters, k, pixels, label);
        assert.ok(Math.abs(net.cost(pixels, label) - plain) < 2e-4, `digit ${i}, k = ${k}`);
      }
      net.free();
    }
  });

  test("its gradient is k times that network’s, by finite differences", () => {
    const [pixels, label] = example(0);
    const values = Float64Array.from(base.parameters);
    const slopeAt = (/** @type {number} */ i, /** @type {number} */ k) => {
      const cost = [1e-6, -1e-6].map((nudge) => {
        const nudged = values.slice();
        nudged[i] += nudge;
        return plainCost(nudged, k, pixels, label);
      });
      return (cost[0] - cost[1]) / 2e-6;
    };
    let compared = 0;
    for (const k of [1, 4]) {
      const net = engine.network({ ...video.network, seed: 1 });
      net.setParameters(hardened(base.parameters, hidden, k));
      const gradient = net.gradient(pixels, label);
      for (const i of nudgedOf(hidden)) {
        const [engines, plain] = [k * gradient[i], slopeAt(i, k)];
        const size = Math.max(Math.abs(plain), 1e-4);
        assert.ok(Math.abs(engines - plain) / size < 0.02, `${i}: ${engines}, ${plain}`);
        if (Math.abs(plain) > 1e-4) compared++;
      }
      net.free();
    }
    assert.ok(compared > 8, `${compared} slopes that are not 0`);
  });

  test("the step is its limit, with no slope anywhere", () => {
    assert.equal(HARDNESSES[HARDNESSES.length - 1], STEP);
    assert.deepEqual(
      [-0.1, 0, 0.1].map((z) => hardSigmoid(z, STEP)),
      [0, 1, 1],
    );
    assert.equal(hardSlope(0, STEP), 0);
    assert.ok(Math.abs(hardSigmoid(0.1, 1000) - 1) < 1e-9);
    const slope = (hardSigmoid(0.3 + 1e-6, 8) - hardSigmoid(0.3 - 1e-6, 8)) / 2e-6;
    assert.ok(Math.abs(hardSlope(0.3, 8) - slope) < 1e-6);
  });
});

describe("The cost along the line", () => {
  const ts = Array.from({ length: 241 }, (_, i) => (i / 120 - 1) * 0.2);

  /** −∇C of the sigmoid network over the first digits, hidden parameters only. @param {number} n */
  function direction(n) {
    const net = engine.network({ ...video.network, seed: 1 });
    net.setParameters(base.parameters);
    const gradient = net.meanGradient(train, { from: 0, count: n });
    net.free();
    const scale = lengthOf(base.parameters, hidden) / lengthOf(gradient, hidden);
    return gradient.map((value, i) => (i < hidden ? -scale * value : 0));
  }

  test("is what plain arithmetic finds on that line, at each hardness", async () => {
    const at = [0, 60, 120, 200];
    const some = at.map((i) => ts[i]);
    const ks = [1, 8];
    const lines = await binaryQueries.binaryLines(context, base, 10, { ts: some, ks });
    const down = direction(10);
    for (const [line, k] of ks.entries()) {
      for (const [i, t] of some.entries()) {
        const moved = base.parameters.map((value, j) => value + t * down[j]);
        let sum = 0;
        for (let digit = 0; digit < 10; digit++) sum += plainCost(moved, k, ...example(digit));
        assert.ok(Math.abs(lines[line][i] - sum / 10) < 1e-3, `t = ${t}, k = ${k}`);
      }
    }
  });

  test("is smooth with sigmoid neurons and flat between jumps with step neurons", async () => {
    const question = { ts, ks: [1, STEP] };
    const [smooth, stairs] = await binaryQueries.binaryLines(context, base, 10, question);
    assert.equal(jumpsIn(smooth), ts.length - 1);
    assert.ok(jumpsIn(stairs) > 5 && jumpsIn(stairs) < ts.length / 2, `${jumpsIn(stairs)} jumps`);
    const net = engine.network({ ...video.network, hidden: "step" });
    const down = direction(10);
    for (const i of [0, 100, 120, 240]) {
      net.setParameters(base.parameters.map((value, j) => value + ts[i] * down[j]));
      assert.ok(Math.abs(stairs[i] - net.evaluate(train, { from: 0, count: 10 }).cost) < 1e-6);
    }
    net.free();
    assert.ok(smooth[121] < smooth[120], "to the right is downhill");
  });

  test("of one’s own digit is that of the digit in the data", async () => {
    const [pixels, label] = example(3);
    const question = { ts: along([1, 2], 0.01), ks: [1, STEP] };
    const own = await binaryQueries.binaryLines(context, base, { pixels, label }, question);
    const net = engine.network({ ...video.network, hidden: "step" });
    net.setParameters(base.parameters);
    const [zero] = await binaryQueries.binaryLines(
      context,
      base,
      { pixels, label },
      {
        ts: [0],
        ks: [STEP],
      },
    );
    assert.ok(Math.abs(zero[0] - net.cost(pixels, label)) < 1e-6);
    assert.equal(own.length, 2);
    net.free();
  });
});

describe("The gradient", () => {
  const question = { indices: nudgedOf(hidden), epsilon: 1e-4 };

  test("is exactly 0 in hidden parameters of step neurons: no nudge changes a cost", async () => {
    const ks = [1, STEP];
    const [soft, step] = await binaryQueries.binarySlopes(context, base, 1, { ...question, ks });
    assert.deepEqual([step.nonZero, step.length, step.changed], [0, 0, 0]);
    assert.ok(soft.nonZero > 1000 && soft.length > 0 && soft.changed > 10);
    const net = engine.network({ ...video.network, hidden: "step" });
    net.setParameters(base.parameters);
    assert.equal(step.accuracy, net.evaluate(test4000).accuracy);
    const gradient = net.meanGradient(train, { from: 0, count: 1000 });
    assert.ok(gradient.subarray(0, hidden).every((value) => value === 0));
    assert.ok(gradient.subarray(hidden).some((value) => value !== 0));
    net.free();
  });

  test("of a typical digit vanishes as the sigmoid becomes hard", async () => {
    const ks = [1, 32, 128];
    const [soft, harder, hard] = await binaryQueries.binaryMedians(context, base, {
      ks,
      count: 100,
    });
    const net = engine.network({ ...video.network, seed: 1 });
    net.setParameters(base.parameters);
    const lengths = Array.from({ length: 100 }, (_, i) =>
      lengthOf(net.gradient(...example(i)), hidden),
    );
    net.free();
    assert.equal(soft, medianOf(lengths));
    assert.ok(harder < soft && hard < soft / 1000, [soft, harder, hard].join(" "));
  });
});

describe("The twins", () => {
  test("on MNIST the sigmoid one passes 90%, the step one’s hidden parameters stand still", {
    skip: withoutMnist,
  }, async () => {
    const [mnistTrain, mnistTest] = [mnist?.train, mnist?.test].map((files) =>
      engine.datasetFromIdx(/** @type {any} */ (files)),
    );
    const of = (/** @type {"train" | "test"} */ set) => (set === "train" ? mnistTrain : mnistTest);
    const own = { ...context, datasets: { train: mnistTrain, test: mnistTest, of } };
    /** @type {any} */
    let last;
    await binaryQueries.binaryTwins(own, { seed: 1, steps: 6000, every: 6000 }, (part) => {
      last = part;
    });
    assert.ok(last.accuracy[0] > 0.9, `${last.accuracy[0]}`);
    assert.equal(last.moved[1], 0);
    for (const data of [mnistTrain, mnistTest]) data.free();
  });

  test("begin alike, and only one moves its hidden parameters", async () => {
    /** @type {import("../../web/labs/binary/queries.js").Twins[]} */
    const history = [];
    const before = yields;
    const question = { seed: 1, steps: 6000, every: 2000 };
    const ended = await binaryQueries.binaryTwins(context, question, (part) => history.push(part));
    assert.equal(ended, true);
    assert.deepEqual(
      history.map(({ steps }) => steps),
      [0, 2000, 4000, 6000],
    );
    assert.deepEqual(history[0].moved, [0, 0]);
    const last = history[history.length - 1];
    assert.ok(last.accuracy[0] > 0.8, `${last.accuracy[0]}`);
    assert.ok(last.accuracy[1] < last.accuracy[0]);
    assert.ok(last.moved[0] > 10_000);
    assert.ok(history.every(({ moved }) => moved[1] === 0));
    assert.ok(yields - before > 20, "others are let in meanwhile");
  });

  test("end when nobody listens any more, and when their digits go", async () => {
    const question = { seed: 1, steps: 1000, every: 100 };
    let told = 0;
    const listen = () => ++told < 3;
    assert.equal(await binaryQueries.binaryTwins(context, question, listen), false);
    assert.equal(told, 3);
    const replaced = { ...context, datasets: { ...datasets } };
    const replace = () => Object.assign(replaced.datasets, { train: test4000 });
    await assert.rejects(binaryQueries.binaryTwins(replaced, question, replace), /were replaced/);
  });
});

test("Small helpers: medians, jumps, lengths, and which parameters are nudged", () => {
  assert.equal(medianOf([3, 1, 2]), 2);
  assert.equal(medianOf([4, 1, 2, 3]), 2.5);
  assert.equal(jumpsIn([1, 1, 2, 2, 1]), 2);
  assert.equal(lengthOf(Float32Array.of(3, 4, 12), 2), 5);
  assert.equal(hidden, 12_832);
  const nudged = nudgedOf(hidden);
  assert.equal(new Set(nudged).size, 100);
  assert.ok(nudged.every((i) => Number.isInteger(i) && i >= 0 && i < hidden));
  assert.deepEqual(nudgedOf(3), [0, 1, 2]);
});
