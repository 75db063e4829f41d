// make models: trains the committed models again, the same bits every time. They learn MNIST's training digits and built-in
// handwriting, all distorted, so that they read people and not only MNIST.

import { writeFile } from "node:fs/promises";
import { loadEngine, recipes } from "../wasm/engine.js";
import { neededMnist } from "./data.js";

/**
 * @typedef {object} Model
 * @property {string} file @property {string} name
 * @property {import("../wasm/recipes.js").Recipe} recipe
 * @property {number} handwriting digits that are added to MNIST's 60,000
 * @property {number} epochs over all of them
 */

/**
 * For many epochs: one long cosine, larger mini-batches. Chosen, and its seed among four, on the last 10,000 of MNIST's
 * training digits, on other handwriting and on those digits' skeletons drawn again as pen strokes.
 * @param {import("../wasm/recipes.js").Recipe} recipe
 */
const slower = ({ trainer, ...recipe }) => ({
  ...recipe,
  trainer: { ...trainer, batchSize: 64, warmUp: 3000, firstCycle: 0 },
});

/** @type {Model[]} */
const models = [
  {
    file: "lesson.safetensors",
    name: "The lesson's network, 784-16-16-10",
    recipe: slower(recipes.modern),
    handwriting: 40000,
    epochs: 240,
  },
  {
    file: "best.safetensors",
    name: "The most accurate network, 784-512-128-10",
    recipe: recipes.best,
    handwriting: 120000,
    epochs: 45,
  },
];

/** @param {Model} model @param {Awaited<ReturnType<typeof loadEngine>>} engine @param {ReturnType<typeof neededMnist>} mnist */
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
  const made = `trained on MNIST and ${handwriting.toLocaleString("en")} digits of built-in handwriting, ${epochs} epochs`;
  const note = `${name}; ${accuracy}% of the 10,000 MNIST test digits; ${made}`;
  await writeFile(new URL(`../web/models/${file}`, import.meta.url), net.save({ note }));
  console.log(`${file}: ${note}; fingerprint ${net.fingerprint}`);
}

const mnist = neededMnist("The models are trained on MNIST");
const engine = await loadEngine();
const only = process.argv[2];
for (const model of models) {
  if (!only || model.file.startsWith(only)) await make(model, engine, mnist);
}
