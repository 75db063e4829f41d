/**
 * Gradients of every activation, output and cost, against finite differences and against an
 * autodiff nobody here wrote.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { costs, hiddens, outputs } from "../../wasm/shape.js";
import { slopeOf } from "../support/oracle.js";

const engine = await loadEngine();
const digits = engine.handwriting({ count: 40, seed: 3 });
const nothing = 255;

/** Bytes as floats in 0…1. @param {Uint8Array} bytes */
const floats = (bytes) => Float32Array.from(bytes, (v) => v / 255);

/**
 * A network whose biases are not zero either.
 * @param {import("../../wasm/network.js").NetworkOptions} options
 */
function network(options) {
  const net = engine.network({ seed: 5, ...options });
  const nudges = engine.noise({ kind: "uniform", seed: 9, count: 200 });
  net.setParameters(net.parameters.map((w, i) => w + 0.2 * (nudges[i % nudges.length] - 0.5)));
  return net;
}

/** Every way to make a network, in words and as options. */
const kinds = hiddens.flatMap((hidden) =>
  outputs.flatMap((output) =>
    costs.map((cost) => ({ name: `${hidden}, ${output}, ${cost}`, hidden, output, cost })),
  ),
);
const smooth = kinds.filter(({ hidden }) => hidden !== "step");

/**
 * Whether the slope jumps at 0.
 * @param {import("../../wasm/network.js").Network["hidden"]} hidden
 */
function hasKink(hidden) {
  const [below, at, above] = engine.activate(hidden, Float32Array.of(-0.01, 0, 0.01));
  return Math.abs(above - at - (at - below)) > 0.001;
}

/** @param {ArrayLike<number>} values */
const largest = (values) => Array.from(values).reduce((most, v) => Math.max(most, Math.abs(v)), 0);

/**
 * The largest difference, as a share of the largest value.
 * @param {Float32Array} found
 * @param {Float32Array} expected
 */
function difference(found, expected) {
  assert.equal(found.length, expected.length);
  return largest(found.map((value, i) => value - expected[i])) / largest(expected);
}

/** @param {Float32Array} found @param {Float32Array} expected @param {number} most */
function assertClose(found, expected, most) {
  assert.ok(largest(expected) > 1e-5, "the expected gradient is not all zero");
  const off = difference(found, expected);
  assert.ok(off <= most, `off by ${off} of the largest, at most ${most} allowed`);
}

/**
 * (f(v + h) − f(v − h)) / 2h at some of the places.
 * @param {Float32Array} values
 * @param {number[]} places @param {number} h @param {(changed: Float32Array) => number} f
 */
function centralDifferences(values, places, h, f) {
  return Float32Array.from(places, (place) => {
    const [above, below] = [values.slice(), values.slice()];
    above[place] += h;
    below[place] -= h;
    return (f(above) - f(below)) / (above[place] - below[place]);
  });
}

/**
 * Some weights and all biases of each layer; a weight of a black pixel has no slope.
 * @param {readonly number[]} layers
 * @param {Float32Array} pixels
 */
function someParameters(layers, pixels) {
  const inked = Array.from(pixels.keys()).filter((j) => pixels[j] > 0);
  let at = 0;
  return layers.slice(1).flatMap((size, l) => {
    const inputs = layers[l];
    const first = at;
    at += (inputs + 1) * size;
    const weights = Array.from({ length: 48 }, (_, k) => {
      const input = l === 0 ? inked[(k * 7) % inked.length] : (k * 5) % inputs;
      return first + (k % size) * inputs + input;
    });
    const biases = Array.from({ length: size }, (_, o) => first + inputs * size + o);
    return [...weights, ...biases];
  });
}

describe("∂cost/∂parameter", () => {
  for (const { name, ...kind } of smooth) {
    test(`is the slope of the cost: ${name}`, () => {
      const net = network(kind);
      const pixels = floats(digits.image(1));
      const places = someParameters(net.layers, pixels);
      for (const label of [digits.label(1), nothing]) {
        const gradient = net.gradient(pixels, label);
        const values = net.parameters;
        const slopes = centralDifferences(values, places, 0.004, (changed) => {
          net.setParameters(changed);
          return net.cost(pixels, label);
        });
        net.setParameters(values);
        assertClose(
          Float32Array.from(places, (place) => gradient[place]),
          slopes,
          2e-3,
        );
      }
      net.free();
    });
  }

  for (const { name, ...kind } of kinds) {
    test(`and the cost agree with TensorFlow.js: ${name}`, () => {
      for (const layers of [
        [784, 16, 16, 10],
        [784, 100, 13, 7, 10],
        [784, 10],
      ]) {
        const net = network({ ...kind, layers });
        for (const [i, label] of [7, 0, nothing].entries()) {
          const pixels = floats(digits.image(i));
          const expected = slopeOf(net, pixels, label);
          assert.ok(Math.abs(net.cost(pixels, label) - expected.cost) <= 1e-5 * expected.cost);
          assertClose(net.gradient(pixels, label), expected.gradient, 1e-5);
        }
        net.free();
      }
    });
  }

  test("is zero below a step, whose slope is zero, and only there", () => {
    const net = network({ hidden: "step" });
    const gradient = net.gradient(digits.image(2), digits.label(2));
    const outputsFrom = net.parameterCount - 17 * 10;
    assert.ok(gradient.subarray(0, outputsFrom).every((slope) => slope === 0));
    assert.ok(largest(gradient.subarray(outputsFrom)) > 1e-3);
    net.free();
  });

  test("is the same for bytes and for the floats they stand for", () => {
    const net = network({});
    const bytes = digits.image(4);
    assert.deepEqual(net.gradient(bytes, 4), net.gradient(floats(bytes), 4));
    net.free();
  });

  test("averaged over a batch is what a step of plain descent subtracts", () => {
    for (const width of [16, 100]) {
      const net = network({ layers: [784, width, 10] });
      const before = net.parameters;
      const mean = new Float64Array(net.parameterCount);
      for (let i = 0; i < digits.count; i++) {
        net.gradient(digits.image(i), digits.label(i)).forEach((slope, p) => {
          mean[p] += slope / digits.count;
        });
      }
      const trainer = net.trainer(digits, { batchSize: digits.count, learningRate: 1 });
      trainer.step();
      const after = net.parameters;
      assertClose(
        before.map((w, p) => w - after[p]),
        Float32Array.from(mean),
        1e-5,
      );
      trainer.free();
      net.free();
    }
  });
});

describe("∂cost/∂pixel", () => {
  for (const { name, ...kind } of smooth) {
    test(`is the slope of the cost, and TensorFlow.js's: ${name}`, () => {
      const net = network(kind);
      const pixels = floats(digits.image(7));
      const places = Array.from({ length: 112 }, (_, k) => k * 7);
      const h = hasKink(kind.hidden) ? 0.004 : 0.02; // a longer step would cross it
      for (const label of [digits.label(7), nothing]) {
        const gradient = net.inputGradient(pixels, label);
        const slopes = centralDifferences(pixels, places, h, (changed) => net.cost(changed, label));
        assertClose(
          Float32Array.from(places, (place) => gradient[place]),
          slopes,
          1e-2,
        );
        assertClose(gradient, slopeOf(net, pixels, label).inputGradient, 1e-5);
      }
      net.free();
    });
  }

  test("is zero below a step", () => {
    const net = network({ hidden: "step" });
    assert.ok(net.inputGradient(digits.image(2), 3).every((slope) => slope === 0));
    net.free();
  });
});

/**
 * Asserts that `after` is `before` moved by `step` against or along TensorFlow.js's slope, kept
 * near the original. A slope of less than a ten thousandth of the largest may be taken for the
 * other sign.
 *
 * @param {{ before: Float32Array, after: Float32Array, slope: Float32Array, step: number,
 *   origin: Float32Array, epsilon: number }} move
 */
function assertSignedStep({ before, after, slope, step, origin, epsilon }) {
  const clear = 1e-4 * largest(slope);
  let judged = 0;
  for (let j = 0; j < 784; j++) {
    if (Math.abs(slope[j]) <= clear) continue;
    const moved = before[j] + step * Math.sign(slope[j]);
    const near = Math.min(Math.max(moved, origin[j] - epsilon), origin[j] + epsilon);
    const expected = Math.min(Math.max(near, 0), 1);
    assert.ok(
      Math.abs(after[j] - expected) < 1e-6,
      `pixel ${j}: ${after[j]}, expected ${expected}`,
    );
    judged++;
  }
  assert.ok(judged > 700, `only ${judged} slopes are clear of zero`);
}

describe("attacks follow the slope that TensorFlow.js finds", () => {
  const epsilon = 0.1;
  for (const { name, ...kind } of smooth) {
    test(`FGSM: ${name}`, () => {
      const net = network(kind);
      const origin = floats(digits.image(8));
      const label = digits.label(8);
      const move = { before: origin, origin, epsilon };
      const away = net.attack(origin, { method: "fgsm", label, epsilon });
      const { inputGradient: slope } = slopeOf(net, origin, label, "cross-entropy");
      assertSignedStep({ ...move, after: away, slope, step: epsilon });
      const target = (label + 1) % 10;
      const towards = net.attack(origin, { method: "fgsm", label, target, epsilon });
      const { inputGradient: aim } = slopeOf(net, origin, target, "cross-entropy");
      assertSignedStep({ ...move, after: towards, slope: aim, step: -epsilon });
      net.free();
    });

    test(`PGD, each of five steps: ${name}`, () => {
      const net = network(kind);
      const origin = floats(digits.image(9));
      const label = digits.label(9);
      const options = /** @type {const} */ ({ method: "pgd", label, epsilon, seed: 4 });
      let before = net.attack(origin, { ...options, steps: 1, stepSize: 0 });
      assert.ok(largest(before.map((x, j) => x - origin[j])) <= epsilon + 1e-6);
      assert.notDeepEqual(before, origin, "it starts somewhere else");
      for (let steps = 1; steps <= 5; steps++) {
        const after = net.attack(origin, { ...options, steps, stepSize: 0.03 });
        const { inputGradient: slope } = slopeOf(net, before, label, "cross-entropy");
        assertSignedStep({ before, after, slope, step: 0.03, origin, epsilon });
        before = after;
      }
      net.free();
    });
  }
});
