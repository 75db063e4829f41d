/** Smoothed labels: a digit's target is shared by all ten outputs, and the step follows from it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { costs, outputs } from "../../wasm/shape.js";

const engine = await loadEngine();
const data = engine.handwriting({ count: 1, seed: 4 });
const [image, label] = [data.image(0), data.label(0)];
const pixels = Float32Array.from(image, (v) => v / 255);
const smoothing = 0.3;
const targets = Float32Array.from({ length: 10 }, (_, digit) =>
  digit === label ? 1 - smoothing + smoothing / 10 : smoothing / 10,
);
const digits = Array.from({ length: 10 }, (_, digit) => digit);
const kinds = outputs.flatMap((output) => costs.map((cost) => ({ output, cost })));

/** Σ over the ten digits of what it is for each of them, as often as its target says. */
const mixed = (/** @type {(digit: number) => number} */ of) =>
  digits.reduce((sum, digit) => sum + targets[digit] * of(digit), 0);

/** @param {(typeof kinds)[number]} kind */
const network = (kind) =>
  engine.network({ layers: [784, 12, 10], hidden: "sigmoid", ...kind, seed: 3 });

for (const kind of kinds) {
  describe(`a step with smoothed labels, ${kind.output} and ${kind.cost}`, () => {
    const net = network(kind);
    const before = net.parameters.slice();
    const outs = net.predict(pixels).slice();
    const gradients = digits.map((digit) => net.gradient(pixels, digit).slice());
    const byDigit = digits.map((digit) => net.cost(pixels, digit));
    const trainer = net.trainer(data, {
      batchSize: 1,
      learningRate: 1,
      labelSmoothing: smoothing,
    });
    const { cost } = trainer.step();
    const after = net.parameters;

    test("costs what these targets cost", () => {
      const expected =
        kind.cost === "quadratic"
          ? digits.reduce((sum, digit) => sum + (outs[digit] - targets[digit]) ** 2, 0)
          : mixed((digit) => byDigit[digit]);
      assert.ok(Math.abs(cost - expected) < 1e-5 * expected, `${cost}, expected ${expected}`);
      assert.ok(Math.abs(cost - byDigit[label]) > 0.01 * expected, "and not what the label costs");
    });

    test("goes down the gradients of all ten labels, mixed as the targets are", () => {
      // Each gradient is linear in the targets, and these sum to one.
      let [worst, largest, other] = [0, 0, 0];
      after.forEach((w, i) => {
        const expected = mixed((digit) => gradients[digit][i]);
        worst = Math.max(worst, Math.abs(before[i] - w - expected));
        largest = Math.max(largest, Math.abs(expected));
        other = Math.max(other, Math.abs(gradients[label][i] - expected));
      });
      assert.ok(worst < 1e-5 * largest, `off by ${worst} of ${largest}`);
      assert.ok(other > 0.01 * largest, "and not down the label's own");
    });
  });
}

test("what is not a digit is answered with nothing as before", () => {
  const trained = (/** @type {number} */ labelSmoothing) => {
    const net = network({ output: "softmax", cost: "cross-entropy" });
    net.trainer(data, { batchSize: 4, noise: 1, labelSmoothing }).train(3);
    return net.fingerprint;
  };
  assert.equal(trained(0.3), trained(0));
});

test("smoothed by nothing, a label is what it was", () => {
  const trained = (/** @type {object} */ options) => {
    const net = network({ output: "softmax", cost: "cross-entropy" });
    const { cost } = net.trainer(data, { batchSize: 4, ...options }).train(3);
    return [net.fingerprint, cost];
  };
  assert.deepEqual(trained({ labelSmoothing: 0 }), trained({}));
  assert.notDeepEqual(trained({ labelSmoothing: 0.01 }), trained({}));
});
