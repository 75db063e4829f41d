/**
 * The cost around a network, its mean gradient, its way through parameter space, and the gradient
 * checked.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadEngine, Path } from "../../wasm/engine.js";
import { costs, hiddens, outputs } from "../../wasm/shape.js";
import { slopeOf } from "../support/oracle.js";

const engine = await loadEngine();
const data = engine.handwriting({ count: 150, seed: 3 });
const kinds = hiddens.flatMap((hidden) =>
  outputs.flatMap((output) =>
    costs.map((cost) => ({ name: `${hidden}, ${output}, ${cost}`, hidden, output, cost })),
  ),
);

/** A direction of random numbers in −1…1. @param {number} length @param {number} seed */
function direction(length, seed) {
  const count = Math.ceil(length / 784);
  const noise = engine.noise({ kind: "uniform", seed, count });
  return Float32Array.from({ length }, (_, i) => 2 * noise[i] - 1);
}

/**
 * `evaluate`'s cost at θ + a·u + b·v.
 * @param {import("../../wasm/network.js").Network} net
 * @param {{ u: Float32Array, v: Float32Array, a: number, b: number }} at @param {object} range
 */
function costAt(net, { u, v, a, b }, range) {
  const moved = net.clone();
  moved.setParameters(net.parameters.map((w, i) => w + a * u[i] + b * v[i]));
  const { cost } = moved.evaluate(data, range);
  moved.free();
  return cost;
}

/** @param {number} found @param {number} expected */
function assertNear(found, expected) {
  const most = 1e-6 * Math.max(1, expected);
  assert.ok(Math.abs(found - expected) <= most, `${found}, expected ${expected}`);
}

describe("The cost along a line and over a plane", () => {
  for (const layers of [
    [784, 16, 16, 10],
    [784, 100, 13, 7, 10],
    [784, 10],
  ]) {
    for (const { name, ...kind } of kinds) {
      test(`is what evaluate says: ${layers.join("-")}, ${name}`, () => {
        const net = engine.network({ ...kind, layers, seed: 5 });
        const [u, v] = [direction(net.parameterCount, 1), direction(net.parameterCount, 2)];
        const [as, bs] = [
          [-0.1, 0, 0.05],
          [0, 0.02],
        ];
        const range = { from: 7, count: 101 };
        const plane = net.costPlane(u, v, as, bs, data, range);
        const line = net.costAlong(u, as, data, range);
        for (const [i, a] of as.entries()) {
          assertNear(line[i], costAt(net, { u, v, a, b: 0 }, range));
          for (const [j, b] of bs.entries()) {
            // A sum that rounds over zero is a leap.
            if (kind.hidden === "step" && (a || b)) continue;
            assertNear(plane[j * as.length + i], costAt(net, { u, v, a, b }, range));
          }
        }
        net.free();
      });
    }
  }

  test("comes in slices of the data and of the points", () => {
    const net = engine.network({ seed: 2 });
    const u = direction(net.parameterCount, 3);
    const ts = [0, 0.1, 0.2, 0.3];
    const whole = net.costAlong(u, ts, data);
    const [first, rest] = [
      net.costAlong(u, ts, data, { count: 64 }),
      net.costAlong(u, ts, data, { from: 64 }),
    ];
    for (const [i, cost] of whole.entries()) {
      assertNear((64 * first[i] + 86 * rest[i]) / 150, cost);
      assert.equal(net.costAlong(u, [ts[i]], data)[0], cost);
    }
    net.free();
  });

  test("takes at most 0.6 of the time of as many evaluations", () => {
    const thousand = engine.handwriting({ count: 1000, seed: 1 });
    const net = engine.network({ seed: 1 });
    const [u, v] = [direction(net.parameterCount, 1), direction(net.parameterCount, 2)];
    const as = Array.from({ length: 16 }, (_, i) => (i - 8) / 40);
    const evaluations = () => {
      for (let i = 0; i < as.length ** 2; i++) net.evaluate(thousand);
    };
    const ratios = [1, 2, 3, 4, 5].map(() => {
      const plane = processorTime(() => net.costPlane(u, v, as, as, thousand));
      return plane / processorTime(evaluations);
    });
    assert.ok(Math.min(...ratios) <= 0.6, `${ratios}`);
    net.free();
  });

  test("names what is wrong with its arguments", () => {
    const net = engine.network();
    const u = direction(net.parameterCount, 1);
    const short = new Float32Array(3);
    assert.throws(() => net.costAlong(short, [0], data), /direction: expected 13002 values, got 3/);
    assert.throws(() => net.costPlane(u, short, [0], [0], data), /v: expected 13002 values, got 3/);
    assert.throws(() => net.costAlong(u, [Number.NaN], data), /ts: value 0 is NaN, not finite/);
    for (const [value, shown] of /** @type {any[]} */ ([
      [5n, "5"],
      ["5", '"5"'],
      [null, "null"],
    ])) {
      const named = { name: "TypeError", message: `ts[1]: expected a number, got ${shown}` };
      assert.throws(() => net.costAlong(u, [0, value], data), named);
    }
    assert.throws(() => net.costAlong(u, [0], engine.dataset()), /expected at least one image/);
    assert.throws(() => net.costAlong(u, [0], data, { count: 151 }), /from 0 to 150, got 151/);
    const many = { length: 2000 };
    assert.throws(
      () =>
        net.costPlane(
          u,
          u,
          Array.from(many, () => 0),
          Array.from(many, () => 0),
          data,
        ),
      /at most 1048576 costs at once, got 4000000/,
    );
    net.free();
  });
});

/** Milliseconds of processor time. @param {() => void} work */
function processorTime(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe("The mean gradient", () => {
  for (const { name, ...kind } of kinds) {
    test(`is the mean of the examples' gradients: ${name}`, () => {
      for (const layers of [
        [784, 16, 16, 10],
        [784, 70, 10],
      ]) {
        const net = engine.network({ ...kind, layers, seed: 5 });
        const range = { from: 3, count: 77 };
        const found = net.meanGradient(data, range);
        const sums = new Float64Array(net.parameterCount);
        for (let i = 3; i < 80; i++) {
          for (const [k, slope] of net.gradient(data.image(i), data.label(i)).entries()) {
            sums[k] += slope / 77;
          }
        }
        const largest = sums.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        assert.ok(largest > 1e-5);
        for (const [k, value] of sums.entries()) {
          assert.ok(Math.abs(found[k] - value) <= 1e-5 * largest, `${k}: ${found[k]}, ${value}`);
        }
        net.free();
      }
    });
  }

  test("is the slope of the cost along it: −|∇C|² down the hill", () => {
    const net = engine.network({ seed: 1 });
    const down = net.meanGradient(data).map((slope) => -slope);
    const square = down.reduce((sum, slope) => sum + slope * slope, 0);
    const t = 0.004 / Math.sqrt(square);
    const [behind, ahead] = net.costAlong(down, [-t, t], data);
    const slope = (ahead - behind) / (2 * t);
    assert.ok(Math.abs(slope / -square - 1) < 2e-3, `${slope}, expected ${-square}`);
    net.free();
  });
});

describe("The gradient check", () => {
  for (const { name, ...kind } of kinds) {
    test(`finds backpropagation right, and TensorFlow.js agrees: ${name}`, () => {
      const net = engine.network({ ...kind, seed: 5 });
      for (const [i, label] of [data.label(0), 255].entries()) {
        const indices = Array.from({ length: 1800 }, (_, k) => 7 * k + 401);
        const { numeric, worst } = net.checkGradient(data.image(i), label, { indices });
        assert.ok(worst < 1e-2, `${worst}`);
        const pixels = Float32Array.from(data.image(i), (byte) => byte / 255);
        const { gradient } = slopeOf(net, pixels, label);
        const largest = gradient.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
        for (const [k, index] of indices.entries()) {
          const off = Math.abs(numeric[k] - gradient[index]);
          assert.ok(off < 1e-4 * largest, `${index}: ${numeric[k]}, ${gradient[index]}`);
        }
      }
      net.free();
    });
  }

  test("of some parameters, by a step of one's choice, and finds a wrong gradient", () => {
    const net = engine.network({ seed: 5 });
    const [pixels, label] = [data.image(0), data.label(0)];
    const indices = [12992, 0, 12544];
    const { numeric, analytic } = net.checkGradient(pixels, label, { indices, epsilon: 0.01 });
    const gradient = net.gradient(pixels, label);
    assert.deepEqual(
      [...analytic],
      indices.map((index) => gradient[index]),
    );
    assert.ok(Math.abs(numeric[0] - analytic[0]) < 1e-4);
    const wrong = Object.create(net, { gradient: { value: () => gradient.map((g) => 1.5 * g) } });
    Object.defineProperties(wrong, {
      parameters: { value: net.parameters },
      parameterCount: { value: 13002 },
    });
    const { checkGradient } = Object.getPrototypeOf(net);
    assert.ok(checkGradient.call(wrong, pixels, label).worst > 0.3);
    assert.deepEqual(net.checkGradient(pixels, label).analytic, gradient);
    assert.throws(
      () => net.checkGradient(pixels, label, { indices: [13002] }),
      /index: expected a whole number from 0 to 13001, got 13002/,
    );
    net.free();
  });
});

describe("The recorded path of a trainer", () => {
  test("changes no bit, begins with the start and is thinned evenly", () => {
    const [one, other] = [engine.network({ seed: 3 }), engine.network({ seed: 3 })];
    const start = one.parameters;
    const options = { batchSize: 8, learningRate: 1, seed: 2 };
    const [plain, recorded] = [one.trainer(data, options), other.trainer(data, options)];
    const path = recorded.record(new Path({ most: 10 }), 0);
    path.add(0, start);
    for (const count of [1, 30, 3, 66]) {
      const { cost } = plain.train(count);
      assert.ok(Math.abs(recorded.train(count).cost - cost) < 1e-9);
    }
    assert.equal(other.fingerprint, one.fingerprint);
    assert.deepEqual(path.steps, [0, 16, 32, 48, 64, 80, 96]);
    assert.deepEqual(path.parameters[0], start);
    const again = engine.network({ seed: 3 });
    again.trainer(data, options).train(48);
    assert.deepEqual(path.parameters[3], again.parameters);
  });

  test("goes on with a second trainer, and a cost that is no number ends it", () => {
    const net = engine.network({ seed: 3 });
    const path = net.trainer(data, { seed: 1 }).record();
    const first = net.trainer(data, { seed: 1 });
    first.record(path, 0);
    first.train(3);
    const second = net.trainer(data, { seed: 2 });
    second.record(path, 3);
    second.step();
    assert.deepEqual(path.steps, [0, 1, 2, 3, 4]);
    assert.deepEqual(path.parameters.at(-1), net.parameters);
    const lost = engine.network({ hidden: "relu", output: "softmax", cost: "cross-entropy" });
    lost.setParameters(lost.parameters.fill(3e38));
    const hopeless = lost.trainer(data);
    const way = hopeless.record();
    const { steps, cost } = hopeless.train(50);
    assert.ok(!Number.isFinite(cost));
    assert.deepEqual([steps, ...way.steps], [0, 0]);
  });
});
