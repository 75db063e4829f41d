// make models: trains the committed models again, the same bits every time. They learn MNIST's
// training digits and built-in handwriting, all distorted, so that they read people and not only
// MNIST.

import { writeFile } from "node:fs/promises";
import { loadEngine, recipes } from "../wasm/engine.js";
import { noteFor } from "../web/worker/model-files.js";
import { neededMnist } from "./data.js";

/**
 * @typedef {object} Model
 * @property {string} file @property {string} name
 * @property {import("../wasm/recipes.js").Recipe} recipe
 * @property {number} handwriting digits that are added to MNIST's 60,000
 * @property {number} epochs over all of them
 */

/**
 * For many epochs: one long cosine, larger mini-batches. Chosen, and its seed among four, on the
 * last 10,000 of MNIST's training digits, on other handwriting and on those digits' skeletons drawn
 * again as pen strokes.
 * @param {import("../wasm/recipes.js").Recipe} recipe
 */
const slower = ({ trainer, ...recipe }) => ({
  ...recipe,
  trainer: { ...trainer, batchSize: 64, warmUp: 3000, firstCycle: 0 },
});

/** @type {Model[]} */
const models = [
  {
    file: "pretrained.safetensors",
    name: "Pretrained network (ReLU, softmax)",
    recipe: slower(recipes.modern),
    handwriting: 40000,
    epochs: 240,
  },
  {
    file: "best.safetensors",
    name: "Most accurate network",
    recipe: recipes.best,
    handwriting: 120000,
    epochs: 45,
  },
];

/**
 * @param {Model} model
 * @param {Awaited<ReturnType<typeof loadEngine>>} engine
 * @param {ReturnType<typeof neededMnist>} mnist
 */
async function make({ file, name, recipe, handwriting, epochs }, engine, mnist) {
  const data = engine.datasetFromIdx(mnist.train);
  const test = engine.datasetFromIdx(mnist.test);
  data.appendHandwriting({ count: handwriting, seed: 1 });
  const batchSize = recipe.trainer.batchSize ?? 32;
  const totalSteps = Math.ceil((epochs * data.count) / batchSize);
  const net = engine.network({ ...recipe.network, seed: 1 });
  const trainer = net.trainer(data, { ...recipe.trainer, totalSteps, seed: 1 });
  const started = performance.now();
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const { steps, cost } = trainer.train(
      Math.ceil((epoch * totalSteps) / epochs) - Math.ceil(((epoch - 1) * totalSteps) / epochs),
    );
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(
      `${file}: epoch ${epoch} of ${epochs}, ${steps} steps, cost ${cost.toFixed(4)}, ${seconds} s`,
    );
  }
  const accuracy = (100 * net.evaluate(test).accuracy).toFixed(2);
  const digits = `MNIST and ${handwriting.toLocaleString("en")} digits of built-in handwriting`;
  const made = `trained for ${epochs} epochs on ${digits}`;
  const good = `${accuracy}% accuracy on the 10,000 MNIST test digits`;
  const note = noteFor(net, `${name}; ${made}; ${good}`);
  await writeFile(new URL(`../web/models/${file}`, import.meta.url), net.save({ note }));
  console.log(`${file}: ${note}`);
}

const mnist = neededMnist("The models are trained on MNIST");
const engine = await loadEngine();
const only = process.argv[2];
for (const model of models) {
  if (!only || model.file.startsWith(only)) await make(model, engine, mnist);
}
