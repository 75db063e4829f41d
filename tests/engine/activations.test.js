/** Every activation function: its values against Math's, its derivative against their slopes. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { lists, loadEngine } from "../../wasm/engine.js";
import { tangentsOf } from "../../wasm/gradient-check.js";

const engine = await loadEngine();
const digit = Float32Array.from(engine.handwriting({ count: 1, seed: 4 }).image(0), (v) => v / 255);

/** In double precision. A new one needs its row. @type {Record<string, (z: number) => number>} */
const EXPECTED = {
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  relu: (z) => Math.max(0, z),
  step: (z) => (z < 0 ? 0 : 1),
  leaky_relu: (z) => Math.max(0.01 * z, z),
};

/** As many as do not fill the last four. */
const SUMS = Float32Array.from({ length: 1001 }, (_, i) => (i - 500) / 40);

for (const name of lists.activations) {
  test(`${name}: values, and the gradient of a network that has it`, () => {
    const expected = EXPECTED[name];
    assert.ok(expected, `${name} has no row in this test`);
    const values = engine.activate(name, SUMS);
    assert.equal(values.length, SUMS.length);
    for (const [i, value] of values.entries()) {
      const off = Math.abs(value - expected(SUMS[i]));
      assert.ok(off <= 3e-7 * Math.max(1, Math.abs(value)), `${name}(${SUMS[i]}) is ${value}`);
    }
    const net = engine.network({ layers: [784, 16, 12, 10], hidden: name, seed: 5 });
    for (const label of [0, 7]) {
      const { worst, numeric } = net.checkGradient(digit, label);
      assert.ok(worst < 0.01, `worst relative error ${worst}`);
      assert.ok(numeric.some((slope) => Math.abs(slope) > 1e-3));
    }
    net.free();
  });
}

test("what no activation function can take is refused", () => {
  assert.throws(() => engine.activate(/** @type {any} */ ("bent"), SUMS), RangeError);
  assert.throws(() => engine.activate("relu", /** @type {any} */ ([1, 2])), TypeError);
  assert.equal(engine.activate("relu", new Float32Array(0)).length, 0);
});

describe("tangents from values in single precision", () => {
  const near = [-0.02, -0.003, -1e-4, 3e-5, 5e-4, 0.01];
  const sums = Float64Array.from([-7, -3, ...near, 0.5, 2, 9, 30]);

  /**
   * The largest error of the slopes.
   * @param {"sigmoid" | "relu"} name
   * @param {(z: number) => number} derivative
   */
  function slopeError(name, derivative) {
    const tangents = tangentsOf((z) => engine.activate(name, z), sums);
    const errors = [...sums].map((z, i) => {
      assert.ok(Math.abs(tangents(z, i) - EXPECTED[name](z)) < 1e-6 * Math.max(1, z));
      return Math.abs(tangents(z + 1, i) - tangents(z, i) - derivative(z));
    });
    return Math.max(...errors);
  }

  test("of a smooth function", () => {
    const a = EXPECTED.sigmoid;
    assert.ok(slopeError("sigmoid", (z) => a(z) * (1 - a(z))) < 3e-6);
  });

  test("beside a kink", () => {
    assert.ok(slopeError("relu", (z) => (z < 0 ? 0 : 1)) < 1e-4);
  });
});
