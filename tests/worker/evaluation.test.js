/** Evaluation beside training: how often, and of which network. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { Evaluator } from "../../web/worker/evaluation.js";

const engine = await loadEngine();
const data = engine.handwriting({ count: 1000, seed: 5 });
const APART_MS = 125;
const PASSES = 5;

/**
 * Evaluates without a pause until there are that many results.
 * @param {number} epoch
 * @param {number} tick milliseconds from each look at the clock to the next: what a piece takes
 * @returns {{ took: number, evaluations: any[] }} ms by that clock
 */
function evaluations(epoch, tick) {
  let clock = 0;
  const net = engine.network({ layers: [784, 16, 16, 10], seed: 1 });
  const evaluator = new Evaluator(() => (clock += tick));
  evaluator.restart();
  const start = clock;
  const found = [];
  for (let version = 0; found.length < PASSES; version++) {
    const about = { generation: 1, version, epoch };
    const evaluation = evaluator.evaluateSome(net, about, data);
    if (evaluation) found.push(evaluation);
  }
  const took = clock - start;
  evaluator.stop();
  const { accuracy } = net.evaluate(data);
  for (const each of found) assert.equal(each.accuracy, accuracy);
  net.free();
  return { took, evaluations: found };
}

test("after the first epoch passes begin eight times a second at most", () => {
  const { took } = evaluations(1, 6);
  assert.ok(took >= (PASSES - 1) * APART_MS, `${took} ms`);
});

test("a pass that takes little time is soon followed by the next: a collapse is noticed", () => {
  const { took } = evaluations(1, 0.01);
  assert.ok(took < (PASSES - 1) * 10, `${took} ms`);
});

test("in the first epoch, where accuracy changes most, as often as their time allows", () => {
  const { evaluations: found } = evaluations(0.5, 1);
  const versions = found.map(({ version }) => version);
  assert.deepEqual(
    [...versions].sort((a, b) => a - b),
    versions,
  );
  assert.equal(new Set(versions).size, PASSES);
});
