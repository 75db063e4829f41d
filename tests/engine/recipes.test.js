/**
 * The promised accuracies on MNIST's 10,000 test digits: of the modern recipe, of the sprint, and
 * of the committed models.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { loadEngine, recipes } from "../../wasm/engine.js";
import { mnist, withoutMnist } from "../support/mnist.js";

const engine = await loadEngine();

/** @param {import("../../tools/mnist.js").IdxPair | undefined} files */
const dataOf = (files) => (files ? engine.datasetFromIdx(files) : engine.dataset());
const digits = dataOf(mnist?.train);
const exam = dataOf(mnist?.test);

/**
 * The best accuracy at the end of an epoch, and the epoch; it stops when it is good enough.
 * @param {number} seed @param {number} enough
 */
function bestOf(seed, enough) {
  const { network, trainer: how } = recipes.modern;
  const net = engine.network({ ...network, seed });
  const trainer = net.trainer(digits, { ...how, seed });
  const steps = digits.count / (how.batchSize ?? 32);
  let best = { accuracy: 0, epoch: 0 };
  for (let epoch = 1; epoch <= 12 && best.accuracy < enough; epoch++) {
    trainer.train(steps);
    const { accuracy } = net.evaluate(exam);
    if (accuracy > best.accuracy) best = { accuracy, epoch };
  }
  trainer.free();
  net.free();
  return best;
}

const skip = withoutMnist;

describe("on MNIST", () => {
  test("recipes.modern reaches 96% within 12 epochs, from four seeds of five at least", {
    skip,
  }, (t) => {
    const reached = [1, 2, 3, 4, 5].map((seed) => {
      const { accuracy, epoch } = bestOf(seed, 0.96);
      t.diagnostic(`seed ${seed}: ${(100 * accuracy).toFixed(2)}% after ${epoch} epochs`);
      return accuracy >= 0.96;
    });
    assert.ok(reached.filter(Boolean).length >= 4, `seeds 1…5 reached it: ${reached.join(", ")}`);
  });

  test("recipes.sprint ends at 96% or more, from four seeds of five at least", { skip }, (t) => {
    const { network, trainer: how } = recipes.sprint;
    const accuracies = [1, 2, 3, 4, 5].map((seed) => {
      const net = engine.network({ ...network, seed });
      const trainer = net.trainer(digits, { ...how, seed });
      trainer.train(how.totalSteps ?? 1);
      const { accuracy } = net.evaluate(exam);
      trainer.free();
      net.free();
      return accuracy;
    });
    t.diagnostic(`seeds 1…5: ${accuracies.join(", ")}`);
    assert.ok(accuracies.filter((accuracy) => accuracy >= 0.96).length >= 4, `${accuracies}`);
  });

  for (const [file, parameters, least] of /** @type {const} */ ([
    ["lesson", 13002, 0.963],
    ["pretrained", 13002, 0.95],
    ["best", 700_000, 0.985],
  ])) {
    test(`the committed ${file} network is as good as its note says`, { skip }, () => {
      const bytes = readFileSync(new URL(`../../web/models/${file}.safetensors`, import.meta.url));
      const net = engine.load(bytes);
      const { accuracy } = net.evaluate(exam);
      assert.ok(accuracy >= least, `${accuracy}`);
      assert.match(
        net.note,
        new RegExp(`\\b${(100 * accuracy).toFixed(2)}% accuracy on the 10,000 MNIST`),
      );
      assert.ok(net.parameterCount <= parameters);
      net.free();
    });
  }
});
