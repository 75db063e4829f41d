/** Which neurons of a large layer the drawing of the network shows. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { layOut } from "../../web/ui/network/layout.js";

const LAYERS = [784, 512, 16, 10];

/** @param {number[]} active  neurons of layer 1 */
function activationsOf(active) {
  const first = new Float32Array(512).fill(0.01);
  for (const index of active) first[index] = 1 + index / 1000;
  return [new Float32Array(784), first, new Float32Array(16), new Float32Array(10)];
}

/** @param {number} layer @param {import("../../web/ui/network/layout.js").Lit} [lit] */
const drawn = (layer, lit) => layOut(LAYERS, 600, 460, lit).dots[layer].map(({ index }) => index);

test("a large layer shows its most active neurons, from top to bottom by number", () => {
  const count = drawn(1).length;
  assert.ok(count >= 12 && count < 20, `${count}`);
  const active = Array.from({ length: count }, (_, i) => 500 - 31 * i);
  const shown = drawn(1, { activations: activationsOf(active), picked: null });
  assert.deepEqual(
    shown,
    active.toSorted((a, b) => a - b),
  );
});

test("the picked neuron is among those shown, with and without an input", () => {
  const picked = { layer: 1, index: 257 };
  const count = drawn(1).length;
  for (const activations of [null, activationsOf([1, 2, 3])]) {
    const shown = drawn(1, { activations, picked });
    assert.ok(shown.includes(257));
    assert.equal(shown.length, count);
    assert.equal(new Set(shown).size, count);
  }
});

test("a small layer is shown whole; activations of another network count for nothing", () => {
  const all = Array.from({ length: 16 }, (_, i) => i);
  assert.deepEqual(drawn(2, { activations: activationsOf([]), picked: null }), all);
  const others = [784, 16, 16, 10].map((n) => new Float32Array(n));
  assert.deepEqual(drawn(1, { activations: others, picked: null }), drawn(1));
});
