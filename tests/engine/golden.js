/**
 * What training comes to, to the bit: fingerprints after some mini-batches
 * on 1,000 digits of built-in handwriting, the network's and the trainer's
 * seed being 1. A change of one of them changes every shared link and every
 * committed model, and is never an accident. `make bits` holds every build to
 * them.
 */

import { hardened, recipes, teaching } from "../../wasm/recipes.js";

/**
 * @typedef {object} Golden
 * @property {string} name
 * @property {import("../../wasm/network.js").NetworkOptions} network
 * @property {import("../../wasm/trainer.js").TrainerOptions} trainer
 * @property {string} fingerprint
 *
 * @typedef {Golden & { steps: number }} Run
 */

export const digits = 1000;
export const steps = 1000;

/** @type {import("../../wasm/network.js").NetworkOptions} */
const lesson = {
  layers: [784, 16, 16, 10],
  hidden: "sigmoid",
  output: "sigmoid",
  cost: "quadratic",
};
/** @type {typeof lesson} */
const entropic = { ...lesson, cost: "cross-entropy" };
/** @type {typeof lesson} */
const modern = { ...lesson, hidden: "relu", output: "softmax", cost: "cross-entropy" };
const affine = { shift: 2, rotate: 0.2, scale: 0.12, shear: 0.2 };

/** @type {Record<string, import("../../wasm/trainer.js").TrainerOptions>} */
const ways = {
  sgd: { optimizer: "sgd", learningRate: 1, weightDecay: 3e-5, batchSize: 10 },
  momentum: { optimizer: "momentum", learningRate: 0.1, weightDecay: 1e-4, batchSize: 32 },
  adam: { optimizer: "adam", learningRate: 0.003, weightDecay: 1e-5, batchSize: 32 },
  adamw: {
    optimizer: "adamw",
    learningRate: 0.006,
    weightDecay: 0.01,
    batchSize: 32,
    schedule: "cosine",
    firstCycle: 128,
    warmUp: 50,
  },
};

/** @type {Golden[]} */
const ofOptions = [
  { name: "sgd", network: lesson, trainer: ways.sgd, fingerprint: "93729eaf0d059c5f" },
  { name: "momentum", network: entropic, trainer: ways.momentum, fingerprint: "ae709f982e962a8b" },
  { name: "adam", network: modern, trainer: ways.adam, fingerprint: "4e8f637b4956d2d8" },
  { name: "adamw", network: modern, trainer: ways.adamw, fingerprint: "c4832effd92e708f" },
  {
    name: "sgd, augmented",
    network: lesson,
    trainer: { ...ways.sgd, augment: affine },
    fingerprint: "25a05b81ace8907b",
  },
  {
    name: "momentum, augmented",
    network: entropic,
    trainer: { ...ways.momentum, augment: affine },
    fingerprint: "4ddf40d2014ea426",
  },
  {
    name: "adam, augmented",
    network: modern,
    trainer: { ...ways.adam, augment: affine },
    fingerprint: "4c8cec721262d2be",
  },
  {
    name: "adamw, augmented",
    network: modern,
    trainer: { ...ways.adamw, augment: { ...affine, elastic: 1 } },
    fingerprint: "5493bbd9b1196303",
  },
  {
    name: "a wide network of odd widths",
    network: { ...modern, layers: [784, 100, 13, 10] },
    trainer: { ...ways.adamw, batchSize: 7 },
    fingerprint: "21314bf3d832d48a",
  },
  {
    name: "a wide network, plain descent",
    network: { ...lesson, layers: [784, 65, 10], output: "softmax" },
    trainer: { ...ways.sgd, weightDecay: 0, learningRate: 0.5 },
    fingerprint: "39660effc0c7554f",
  },
  {
    name: "noise and attacked digits among the others",
    network: modern,
    trainer: { ...ways.adam, noise: 0.125, harden: { share: 0.5, epsilon: 0.1, steps: 2 } },
    fingerprint: "befc837845526271",
  },
  {
    name: "noise of the two kinds that are not usual",
    network: modern,
    trainer: { ...ways.adam, noise: 0.25, noiseKinds: { gaussian: 1, scribble: 3 } },
    fingerprint: "35683c529222af50",
  },
];

/** What each optimiser, wide layers and examples that are made come to. @type {Run[]} */
export const runs = ofOptions.map((run) => ({ ...run, steps }));

/** @type {Golden[]} */
const ofRecipes = [
  { name: "video", ...recipes.video, fingerprint: "d7bc02c478b8435e" },
  { name: "modern", ...recipes.modern, fingerprint: "7475b867faef59c8" },
  { name: "sprint", ...recipes.sprint, fingerprint: "c152ab791f27cdbd" },
  { name: "tweaked", ...recipes.tweaked, fingerprint: "e12a259a02578ef5" },
  {
    name: "modern, taught that noise is nothing",
    ...{ network: recipes.modern.network, trainer: { ...recipes.modern.trainer, ...teaching } },
    fingerprint: "454a22474b5da583",
  },
];
/** @type {Golden[]} */
const ofWideRecipes = [
  { name: "best", ...recipes.best, fingerprint: "bb6898457b7f854b" },
  { name: "hardened", ...hardened, fingerprint: "8256b676a47fd5fc" },
];

/** What every recipe comes to; 50 steps of a wide network take as long as 2,000. @type {Run[]} */
export const recipeRuns = [
  ...ofRecipes.map((run) => ({ ...run, steps: 2000 })),
  ...ofWideRecipes.map((run) => ({ ...run, steps: 50 })),
];

/**
 * What a run comes to; in a browser as well as in Node.
 * @param {Awaited<ReturnType<typeof import("../../wasm/engine.js").loadEngine>>} engine
 * @param {Run} run
 */
export function trained(engine, run) {
  const data = engine.handwriting({ count: digits, seed: 1 });
  const net = engine.network({ seed: 1, ...run.network });
  const trainer = net.trainer(data, { seed: 1, ...run.trainer });
  trainer.train(run.steps);
  const { fingerprint } = net;
  for (const object of [trainer, net, data]) object.free();
  return fingerprint;
}
