/**
 * What training comes to, to the bit: fingerprints after 1,000 mini-batches
 * on 1,000 digits of built-in handwriting, the network's and the trainer's
 * seed being 1. A change of one of them changes every shared link and every
 * committed model, and is never an accident.
 */

/**
 * @typedef {object} Run
 * @property {string} name
 * @property {import("../../wasm/network.js").NetworkOptions} network
 * @property {import("../../wasm/trainer.js").TrainerOptions} trainer
 * @property {string} fingerprint
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
    totalSteps: 900,
    firstCycle: 128,
    warmUp: 50,
  },
};

/** @type {Run[]} */
export const runs = [
  { name: "sgd", network: lesson, trainer: ways.sgd, fingerprint: "71885868087bcc91" },
  { name: "momentum", network: entropic, trainer: ways.momentum, fingerprint: "a1f6cf442ba0bf02" },
  { name: "adam", network: modern, trainer: ways.adam, fingerprint: "c20126e9cc84db05" },
  { name: "adamw", network: modern, trainer: ways.adamw, fingerprint: "2c138c25f224fafd" },
  {
    name: "sgd, augmented",
    network: lesson,
    trainer: { ...ways.sgd, augment: affine },
    fingerprint: "26bfefe4877b4204",
  },
  {
    name: "momentum, augmented",
    network: entropic,
    trainer: { ...ways.momentum, augment: affine },
    fingerprint: "9bd0fe55a5bdd5ed",
  },
  {
    name: "adam, augmented",
    network: modern,
    trainer: { ...ways.adam, augment: affine },
    fingerprint: "87df4f2dd72bffd1",
  },
  {
    name: "adamw, augmented",
    network: modern,
    trainer: { ...ways.adamw, augment: { ...affine, elastic: 1 } },
    fingerprint: "5382125bebe24c2f",
  },
  {
    name: "a wide network of odd widths",
    network: { ...modern, layers: [784, 100, 13, 10] },
    trainer: { ...ways.adamw, batchSize: 7 },
    fingerprint: "115145ff290de31a",
  },
  {
    name: "a wide network, plain descent",
    network: { ...lesson, layers: [784, 65, 10], output: "softmax" },
    trainer: { ...ways.sgd, weightDecay: 0, learningRate: 0.5 },
    fingerprint: "2525aeb1edf87a57",
  },
  {
    name: "noise and attacked digits among the others",
    network: modern,
    trainer: { ...ways.adam, noise: 0.125, harden: { share: 0.5, epsilon: 0.1, steps: 2 } },
    fingerprint: "a9a592198d444dd5",
  },
];
