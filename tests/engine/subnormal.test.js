/** A saturated sigmoid layer: its deltas are zero before they become subnormal, which are slow. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";

const engine = await loadEngine();
const LEAST_NORMAL = 2 ** -126;
const [PIXELS, HIDDEN] = [784, 16];
const image = new Float32Array(PIXELS).fill(0.5);

/** The gradient of a network whose first layer has these biases and no weights. @param {number} bias */
function gradientAt(bias) {
  const net = engine.network({ layers: [PIXELS, HIDDEN, 10], hidden: "sigmoid", seed: 1 });
  const { parameters } = net;
  parameters.fill(0, 0, PIXELS * HIDDEN);
  parameters.fill(bias, PIXELS * HIDDEN, (PIXELS + 1) * HIDDEN);
  net.setParameters(parameters);
  const gradient = net.gradient(image, 3);
  net.free();
  return gradient.subarray(0, PIXELS * HIDDEN);
}

test("no weight of a saturated layer has a subnormal gradient", () => {
  for (const bias of [-80, -84, -86]) {
    const tiny = gradientAt(bias).filter((g) => g !== 0 && Math.abs(g) < LEAST_NORMAL);
    assert.equal(tiny.length, 0, `${tiny.length} at ${bias}`);
  }
});

test("a gradient that moves a weight is as it was", () => {
  const some = gradientAt(-40).filter((g) => g !== 0);
  assert.equal(some.length, PIXELS * HIDDEN);
  const ratio = gradientAt(-40)[0] / gradientAt(-39)[0];
  assert.ok(Math.abs(ratio - Math.exp(-1)) < 1e-5, `${ratio}`);
});
