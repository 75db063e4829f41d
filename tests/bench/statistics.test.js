/** What the bench says of its measurements: medians, ratios, and when a difference is shown. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { NULL, OURS, PEERS } from "./contestants.js";
import { HEAD, promises } from "./promises.js";
import { isShown, isUnanimous, median, pairedRatio, summary } from "./statistics.js";
import { NOT_SHOWN, twoPlaces, withSpread } from "./table.js";

test("a median is the middle one, or the mean of both", () => {
  assert.equal(median([10, 9, 100]), 10);
  assert.equal(median([4, 1, 3, 2]), 2.5);
});

test("a summary has the extremes, in whatever order they came", () => {
  const measured = summary([10, 2, 9, 300, 11]);
  assert.deepEqual(measured, { median: 10, low: 2, high: 300, count: 5 });
  assert.equal(withSpread(measured, twoPlaces), "10.00 [2.00..300.00]");
});

describe("the ratio of two", () => {
  test("is taken round by round: a slow round slows both", () => {
    assert.deepEqual(pairedRatio([200, 20, 210], [100, 10, 105]), summary([2, 2, 2]));
    // The medians' ratio would be 1.
    assert.equal(pairedRatio([1, 2, 3], [3, 2, 1.5]).median, 1);
    assert.equal(pairedRatio([10, 20, 30], [5, 30, 20]).median, 1.5);
  });

  test("needs as many rounds of both", () => {
    assert.throws(() => pairedRatio([1, 2], [1]), /as many rounds/);
  });
});

describe("a difference is shown", () => {
  const control = summary([1, 0.9, 1.05]);
  for (const [ratio, shown] of /** @type {[number, boolean][]} */ ([
    [1, false],
    [0.91, false],
    [0.89, true],
    [1.06, false],
    [1.1, false],
    [1.12, true],
  ]))
    test(`${shown ? "by" : "not by"} a median of ${ratio} beside a null of 0.9 to 1.05`, () => {
      assert.equal(isShown(summary([ratio]), control), shown);
    });

  test("by the median alone: one fast process shows nothing", () => {
    assert.equal(isShown(summary([1, 1.02, 9]), control), false);
  });
});

test("builds are unanimous when every round of both copies says the same, in seven rounds", () => {
  const rounds = (/** @type {number[]} */ ...odd) => summary([...Array(7).fill(1.2), ...odd]);
  assert.equal(isUnanimous([rounds(), rounds(1.01)]), true);
  assert.equal(isUnanimous([rounds(), rounds(0.99)]), false);
  assert.equal(isUnanimous([summary(Array(7).fill(0.9)), summary(Array(8).fill(0.8))]), true);
  assert.equal(isUnanimous([rounds(), summary(Array(7).fill(0.9))]), false);
  assert.equal(isUnanimous([summary(Array(6).fill(1.2)), rounds()]), false);
});

describe("the table of docs/speed.md", () => {
  /** @param {string} contestant @param {number[]} rates @returns {import("./rounds.js").Result} */
  const result = (contestant, rates) => ({
    job: "784-16-16-10, batch 32, sgd",
    net: "784-16-16-10",
    batch: 32,
    optimizer: "sgd",
    work: "step",
    contestant,
    rates,
    speed: summary(rates),
    peakShare: summary(rates.map((rate) => rate / 50)),
  });
  const rowsOf = (/** @type {import("./rounds.js").Result[]} */ ...results) =>
    promises({ results, module: 65_000 });
  const against = (/** @type {string[][]} */ rows, /** @type {string} */ what) =>
    /** @type {string[]} */ (rows.find(([name]) => name.endsWith(what)));

  test("has the null control beside every ratio", () => {
    const rows = rowsOf(
      result(OURS, [100, 110, 90]),
      result(NULL, [100, 100, 100]),
      result(PEERS[0][0], [10, 10, 10]),
    );
    for (const row of rows) assert.equal(row.length, HEAD.length);
    assert.deepEqual(rows[0].slice(3), ["10× [9.0×..11×]", "1.00 [0.90..1.10]"]);
    const [share] = rows.filter(([name]) => name.includes("dense-equivalent FLOP/s"));
    assert.deepEqual(share.slice(3), ["2.00 [1.80..2.20]", "1.00 [0.90..1.10]"]);
  });

  test("says of what lies inside of the null that it is not shown", () => {
    const both = [result(OURS, [100, 110, 90]), result(NULL, [100, 100, 100])];
    const native = (/** @type {number} */ rate) =>
      result("Downhill, native (gcc)", [rate, rate, rate]);
    const near = against(rowsOf(...both, native(95)), "(gcc)");
    assert.equal(near[3], `1.05 [0.95..1.16], ${NOT_SHOWN}`);
    const far = against(rowsOf(...both, native(80)), "(gcc)");
    assert.equal(far[3], "1.25 [1.13..1.38]");
  });

  test("says nothing of what this run did not measure", () => {
    for (const row of rowsOf().slice(0, -1))
      assert.deepEqual(row.slice(3), ["not in this run", ""]);
  });
});
