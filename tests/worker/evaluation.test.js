/** Evaluation beside training: how often, and of which network. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { Evaluator } from "../../web/worker/evaluation.js";

const engine = await loadEngine();
/** So many that a pass takes five milliseconds at least, a 25th of APART_MS. */
const data = engine.handwriting({ count: 30_000, seed: 5 });
const APART_MS = 125;
const PASSES = 5;

/**
 * Evaluates without a pause until there are that many results.
 * @param {number} epoch @param {import("../../wasm/dataset.js").Dataset} data
 * @returns {{ took: number, evaluations: any[] }} ms
 */
function evaluations(epoch, data) {
  const net = engine.network({ layers: [784, 16, 16, 10], seed: 1 });
  const evaluator = new Evaluator();
  evaluator.restart();
  const start = performance.now();
  const found = [];
  for (let version = 0; found.length < PASSES; version++) {
    const about = { generation: 1, version, epoch };
    const evaluation = evaluator.evaluateSome(net, about, data);
    if (evaluation) found.push(evaluation);
  }
  const took = performance.now() - start;
  evaluator.stop();
  const { accuracy } = net.evaluate(data);
  for (const each of found) assert.equal(each.accuracy, accuracy);
  net.free();
  return { took, evaluations: found };
}

test("after the first epoch passes begin eight times a second at most", () => {
  const { took } = evaluations(1, data);
  assert.ok(took >= (PASSES - 1) * APART_MS, `${took} ms`);
});

test("a pass that takes little time is soon followed by the next: a collapse is noticed", () => {
  const { took } = evaluations(1, engine.handwriting({ count: 100, seed: 5 }));
  assert.ok(took < (PASSES - 1) * APART_MS, `${took} ms`);
});

test("in the first epoch, where accuracy changes most, as often as their time allows", () => {
  const { evaluations: found } = evaluations(0.5, data);
  const versions = found.map(({ version }) => version);
  assert.deepEqual(
    [...versions].sort((a, b) => a - b),
    versions,
  );
  assert.equal(new Set(versions).size, PASSES);
});
