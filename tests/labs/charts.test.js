/** The charts' ranges. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isWithin, wide } from "../../web/ui/charts/range.js";

test("a range is wide enough for the numbers along it to differ", () => {
  assert.deepEqual(wide([0, 1]), [0, 1]);
  assert.deepEqual(wide([-3, 1e-12]), [-3, 1e-12]);
  for (const [low, high] of /** @type {[number, number][]} */ ([
    [1 - 2 ** -53, 1],
    [1, 1],
    [0, 0],
    [-1e6, -1e6 + 1e-9],
  ])) {
    const [from, to] = wide([low, high]);
    assert.ok(to - from > 1e-10 * Math.abs(low), `${low}…${high}`);
    assert.ok(from < to && from <= low && high <= to, `${low}…${high} is inside`);
    // Ticks are a power of ten apart that fits the range; adding one must change the number.
    assert.notEqual(from + (to - from) / 100, from);
  }
  for (const range of /** @type {[number, number][]} */ ([
    [Number.NaN, 1],
    [0, Number.POSITIVE_INFINITY],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ])) {
    assert.deepEqual(wide(range), [0, 1]);
  }
});

test("what is on an end of the axis is within it, and nothing beyond", () => {
  for (const value of [85, 90, 100]) assert.ok(isWithin(value, [85, 100]), String(value));
  for (const value of [84.9, 100.1]) assert.ok(!isWithin(value, [85, 100]), String(value));
});
