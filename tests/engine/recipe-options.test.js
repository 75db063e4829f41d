/** What recipes are made of: nobody can change them, and their steps follow from the data. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hardened, loadEngine, recipes, teaching, trainerOptions } from "../../wasm/engine.js";

const engine = await loadEngine();
const all = { ...recipes, hardened };

/** @param {unknown} value @param {string} path @returns {string[]} what in it can be changed */
function open(value, path) {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, own]) => open(own, `${path}.${key}`));
  return Object.isFrozen(value) ? inside : [path, ...inside];
}

test("recipes and the teaching of noise are frozen, all the way down", () => {
  assert.deepEqual([...open(recipes, "recipes"), ...open({ hardened, teaching }, "")], [""]);
  assert.throws(() => {
    /** @type {any} */ (recipes.modern.trainer.augment).shift = 9;
  }, TypeError);
});

describe("the steps of a recipe", () => {
  test("are those of MNIST as they always were", () => {
    const known = {
      video: [240_000, 0],
      modern: [232_500, 7500],
      sprint: [8438, 0],
      tweaked: [56_250, 0],
      best: [37_500, 0],
      hardened: [15_000, 0],
    };
    for (const [name, recipe] of Object.entries(all)) {
      const { totalSteps, firstCycle } = recipe.trainer;
      assert.deepEqual([totalSteps, firstCycle], known[/** @type {"video"} */ (name)], name);
      assert.deepEqual(trainerOptions(recipe, 60_000), recipe.trainer, name);
    }
  });

  test("are as many epochs of other data, and all else stays", () => {
    for (const count of [1, 1000, 12_345, 240_000]) {
      for (const [name, recipe] of Object.entries(all)) {
        const { totalSteps = 0, firstCycle = 0, ...rest } = trainerOptions(recipe, count);
        const { totalSteps: _, firstCycle: __, ...usual } = recipe.trainer;
        assert.deepEqual(rest, usual, name);
        const batchSize = rest.batchSize ?? 0;
        const most = (totalSteps * batchSize) / count;
        const least = ((totalSteps - 1) * batchSize) / count;
        assert.ok(least < recipe.epochs && recipe.epochs <= most, `${name}: ${least} to ${most}`);
        const cycles = name === "modern" ? 31 : 0;
        assert.ok(firstCycle * cycles >= totalSteps * Math.sign(cycles), "the last one is whole");
        assert.ok(firstCycle * cycles - totalSteps < 31, `${name}: ${firstCycle}`);
      }
    }
  });

  test("follow a copy's epochs and batches", () => {
    const { network, trainer } = recipes.modern;
    const own = { network, trainer: { ...trainer, batchSize: 10 }, epochs: 3, firstCycleEpochs: 1 };
    const { totalSteps, firstCycle } = trainerOptions(own, 105);
    assert.deepEqual([totalSteps, firstCycle], [32, 11]);
    const constant = { network, trainer: { batchSize: 10 }, epochs: 3 };
    assert.deepEqual(trainerOptions(constant, 105), { batchSize: 10 });
  });

  test("bring the learning rate down to nothing over 1,000 digits as over 60,000", () => {
    const data = engine.handwriting({ count: 1000, seed: 1 });
    const net = engine.network(recipes.tweaked.network);
    const options = { ...trainerOptions(recipes.tweaked, data.count), warmUp: 0, augment: null };
    const trainer = net.trainer(data, options);
    const { totalSteps = 0 } = options;
    trainer.train(totalSteps / 2);
    const half = trainer.scheduledRate / trainer.learningRate;
    assert.ok(Math.abs(half - 0.5) < 0.01, `${half}`);
    trainer.train(Math.ceil(totalSteps / 2) - 1);
    const last = trainer.scheduledRate / trainer.learningRate;
    assert.ok(last > 0 && last < 1e-4, `${last}`);
  });

  test("are of a whole number of examples", () => {
    for (const [count, name] of /** @type {const} */ ([
      [0, "RangeError"],
      [1.5, "RangeError"],
      ["100", "TypeError"],
    ])) {
      const make = () => trainerOptions(recipes.video, /** @type {any} */ (count));
      assert.throws(make, { name, message: /^exampleCount: expected / });
    }
  });
});
