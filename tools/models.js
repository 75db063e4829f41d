// make models: trains the committed models again, the same bits every time. They learn MNIST's
// training digits, those of them that can be drawn again with the page's pen, and built-in
// handwriting, all distorted, so that they read people and not only MNIST.

import { writeFile } from "node:fs/promises";
import { loadEngine, recipes, trainerOptions } from "../wasm/engine.js";
import { noteFor } from "../web/common/model-note.js";
import { neededMnist } from "./mnist.js";
import { redrawn } from "./redraw.js";

/**
 * @typedef {object} Model
 * @property {string} file @property {string} name
 * @property {import("../wasm/recipes.js").Recipe} recipe
 * @property {number} handwriting digits that are added to MNIST's
 * @property {number} epochs over all of them
 * @property {number} seed of the random weights and of the order
 */

/**
 * A recipe with other settings of its trainer.
 * @param {import("../wasm/recipes.js").Recipe} recipe
 * @param {import("../wasm/trainer.js").TrainerOptions} settings
 */
const but = (recipe, settings) => ({ ...recipe, trainer: { ...recipe.trainer, ...settings } });

/**
 * Chosen on handwriting of another seed and on MNIST's training digits drawn again. The lesson's
 * network has the seed, of five, that reads people well and is sure of static, as in the lesson:
 * from other seeds it answers from none to half of it above 0.9.
 * @type {Model[]}
 */
const models = [
  {
    file: "lesson.safetensors",
    name: "The lesson's network",
    recipe: but(recipes.video, { augment: recipes.modern.trainer.augment }),
    handwriting: 40000,
    epochs: 60,
    seed: 3,
  },
  {
    file: "pretrained.safetensors",
    name: "Pretrained network (ReLU, softmax)",
    recipe: {
      ...but(recipes.modern, {
        batchSize: 64,
        warmUp: 3000,
        augment: { ...recipes.modern.trainer.augment, shift: 0.5 },
      }),
      firstCycleEpochs: 0,
    },
    handwriting: 100000,
    epochs: 120,
    seed: 1,
  },
  {
    file: "best.safetensors",
    name: "Most accurate network",
    recipe: recipes.best,
    handwriting: 160000,
    epochs: 60,
    seed: 1,
  },
];

/**
 * @param {Model} model
 * @param {Awaited<ReturnType<typeof loadEngine>>} engine
 * @param {ReturnType<typeof neededMnist>} mnist
 */
async function make({ file, name, recipe, handwriting, epochs, seed }, engine, mnist) {
  const data = engine.datasetFromIdx(mnist.train);
  const test = engine.datasetFromIdx(mnist.test);
  data.append(drawn);
  data.appendHandwriting({ count: handwriting, seed: 1 });
  const options = trainerOptions({ ...recipe, epochs }, data.count);
  const { totalSteps = 1 } = options;
  const net = engine.network({ ...recipe.network, seed });
  const trainer = net.trainer(data, { ...options, seed });
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
  const digits = [
    "MNIST",
    `${drawn.labels.length.toLocaleString("en")} of its digits drawn again with a pen`,
    `and ${handwriting.toLocaleString("en")} digits of built-in handwriting`,
  ].join(", ");
  const made = `trained for ${epochs} epochs on ${digits}`;
  const good = `${accuracy}% accuracy on the 10,000 MNIST test digits`;
  const note = noteFor(net, `${name}; ${made}; ${good}`);
  await writeFile(new URL(`../web/models/${file}`, import.meta.url), net.save({ note }));
  console.log(`${file}: ${note}`);
}

const mnist = neededMnist("The models are trained on MNIST");
const engine = await loadEngine();
const drawn = redrawn(engine, mnist.train);
const only = process.argv[2];
for (const model of models) {
  if (!only || model.file.startsWith(only)) await make(model, engine, mnist);
}
