// make sweep: searches for better recipes. Trains on 50,000 of MNIST's training digits and judges
// on the other 10,000; the test digits are not looked at. node tools/sweep.js RECIPE
// key=value,value … tries every combination over --seeds seeds, from --first on, and counts those
// that reach --target per cent.
//
//   node tools/sweep.js modern learningRate=0.003,0.006 augment=0,0.5,1 epochs=12,30 --seeds 2
//   node tools/sweep.js sprint batchSize=32,64 epochs=5,6.5 warmUpEpochs=0.5,1 \
//     --seeds 20 --target 96

import { parseArgs } from "node:util";
import { loadEngine, recipes, trainerOptions } from "../wasm/engine.js";
import { neededMnist } from "./mnist.js";

/** @typedef {import("../wasm/recipes.js").Recipe} Recipe */

const validationCount = 10000;
/** What `augment=1` stands for; other numbers scale it. */
const fullAugment = { shift: 2, rotate: 0.2, scale: 0.12, shear: 0.2, elastic: 0 };

/** @param {number} strength @param {number} elastic */
function augmentOf(strength, elastic) {
  const { shift, rotate, scale, shear } = fullAugment;
  return {
    shift: shift * strength,
    rotate: rotate * strength,
    scale: scale * strength,
    shear: shear * strength,
    elastic,
  };
}

/**
 * Every combination of the values asked for.
 * @param {[string, string[]][]} axes
 * @returns {Record<string, string>[]}
 */
function combinations(axes) {
  return axes.reduce(
    (all, [key, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [key]: value }))),
    /** @type {Record<string, string>[]} */ ([{}]),
  );
}

/**
 * A recipe with some of its values changed.
 * @param {Recipe} recipe @param {Record<string, string>} changes @param {number} digits
 * @returns {Recipe}
 */
export function changed(recipe, changes, digits) {
  const trainer = { ...recipe.trainer };
  const network = { ...recipe.network };
  let { epochs, firstCycleEpochs } = recipe;
  let warmUpEpochs = 0;
  for (const [key, value] of Object.entries(changes)) {
    if (key === "epochs") epochs = Number(value);
    else if (key === "layers") network.layers = [784, ...value.split("-").map(Number), 10];
    else if (key === "augment")
      trainer.augment = augmentOf(Number(value), trainer.augment?.elastic ?? 0);
    else if (key === "elastic") trainer.augment = { ...trainer.augment, elastic: Number(value) };
    else if (key === "firstCycleEpochs") firstCycleEpochs = Number(value);
    else if (key === "warmUpEpochs") warmUpEpochs = Number(value);
    else if (["hidden", "output", "cost"].includes(key)) Object.assign(network, { [key]: value });
    else Object.assign(trainer, { [key]: Number.isNaN(Number(value)) ? value : Number(value) });
  }
  if (warmUpEpochs > 0) {
    trainer.warmUp = Math.round((warmUpEpochs * digits) / (trainer.batchSize ?? 32));
  }
  const other = { network, trainer, epochs, firstCycleEpochs };
  return { ...other, trainer: trainerOptions(other, digits) };
}

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: "string", default: "2" },
    first: { type: "string", default: "1" },
    target: { type: "string", default: "96" },
    digits: { type: "string", default: "50000" },
  },
});
const name = /** @type {keyof typeof recipes} */ (positionals[0] ?? "modern");
const axes = positionals.slice(1).map((text) => {
  const [key, values] = text.split("=");
  return /** @type {[string, string[]]} */ ([key, values.split(",")]);
});

const mnist = neededMnist("A sweep needs MNIST");
const engine = await loadEngine();
const whole = engine.datasetFromIdx(mnist.train);
const train = whole.slice(0, Math.min(Number(flags.digits), whole.count - validationCount));
const validation = whole.slice(whole.count - validationCount);

for (const changes of combinations(axes)) {
  const recipe = changed(recipes[name], changes, train.count);
  const started = performance.now();
  const accuracies = Array.from({ length: Number(flags.seeds) }, (_, s) => {
    const seed = Number(flags.first) + s;
    const net = engine.network({ ...recipe.network, seed });
    const trainer = net.trainer(train, { ...recipe.trainer, seed });
    trainer.train(recipe.trainer.totalSteps ?? 1);
    const { accuracy } = net.evaluate(validation);
    trainer.free();
    net.free();
    return 100 * accuracy;
  });
  const mean = accuracies.reduce((sum, a) => sum + a, 0) / accuracies.length;
  const seconds = (performance.now() - started) / 1000 / accuracies.length;
  const each = accuracies.map((a) => a.toFixed(2)).join(" ");
  const reached = accuracies.filter((a) => a >= Number(flags.target)).length;
  const what = Object.entries(changes).map(([key, value]) => `${key} ${value}`);
  console.log(
    `${mean.toFixed(2)}%  (${each})  ${reached} of ${accuracies.length} at ${flags.target}%  ` +
      `${seconds.toPrecision(3)} s  ${what.join("  ")}`,
  );
}
