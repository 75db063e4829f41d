// What a preset is, complete. Steps are for batches of the 60,000 MNIST digits; found by `make
// sweep`, figures by `make accuracy`.

/**
 * @import { NetworkOptions } from "./network.js"
 * @import { TrainerOptions } from "./trainer.js"
 * @typedef {{ network: NetworkOptions, trainer: TrainerOptions, epochs: number }} Recipe
 */

const digits = 60000;

/** Steps of `epochs` over the training digits. @param {number} epochs @param {number} batchSize */
const stepsOf = (epochs, batchSize) => Math.ceil((epochs * digits) / batchSize);

/** @param {Recipe} recipe @returns {Recipe} the same, its cosine coming down over its epochs */
function overEpochs(recipe) {
  const { trainer, epochs } = recipe;
  const totalSteps = stepsOf(epochs, trainer.batchSize ?? 32);
  return { ...recipe, trainer: { ...trainer, schedule: "cosine", totalSteps } };
}

/** The lesson's network, trained as the lesson tells. */
export const video = overEpochs({
  network: { layers: [784, 16, 16, 10], hidden: "sigmoid", output: "sigmoid", cost: "quadratic" },
  trainer: { batchSize: 10, optimizer: "sgd", learningRate: 1, weightDecay: 3e-5 },
  epochs: 40,
});

/**
 * Random distortions of every example, at a strength of 0…1.
 * @param {number} strength
 * @param {number} [elastic] pixels
 */
const distorted = (strength, elastic = 0) => ({
  shift: 2 * strength,
  rotate: 0.2 * strength,
  scale: 0.12 * strength,
  shear: 0.2 * strength,
  elastic,
});

/**
 * The same 13,002 parameters, trained as one would today. Its learning rate falls over 4, 8, 16, 32
 * and 64 epochs: it is good after twelve and best after all.
 */
export const modern = overEpochs({
  network: { layers: [784, 16, 16, 10], hidden: "relu", output: "softmax", cost: "cross-entropy" },
  trainer: {
    batchSize: 32,
    optimizer: "adamw",
    learningRate: 0.006,
    weightDecay: 0.01,
    warmUp: 1000,
    firstCycle: stepsOf(4, 32),
    augment: distorted(0.5),
  },
  epochs: 124,
});

/** A changed hidden structure: the lesson's "98%". */
export const tweaked = overEpochs({
  network: { layers: [784, 64, 32, 10], hidden: "relu", output: "softmax", cost: "cross-entropy" },
  trainer: {
    batchSize: 64,
    optimizer: "adamw",
    learningRate: 0.004,
    weightDecay: 0.01,
    warmUp: 1000,
    augment: distorted(0.75, 0.7),
  },
  epochs: 60,
});

/** The most accurate network the page can train. */
export const best = overEpochs({
  network: {
    layers: [784, 512, 128, 10],
    hidden: "relu",
    output: "softmax",
    cost: "cross-entropy",
  },
  trainer: {
    batchSize: 128,
    optimizer: "adamw",
    learningRate: 0.002,
    weightDecay: 0.01,
    warmUp: 500,
    augment: distorted(0.75, 1),
  },
  epochs: 80,
});

export const recipes = { video, modern, tweaked, best };

/**
 * How a network is taught that noise is nothing: shuffled digits and scribbles are more than half
 * of each batch. It never meets the other five kinds, and answers them with nothing as well.
 * Measured by `make noise`.
 */
export const teaching = { noise: 0.6, noiseKinds: { shuffled: 1, scribble: 8 } };

/**
 * The network that stands attacks best of those the page can train: every digit is attacked before
 * it is learnt.
 */
export const hardened = overEpochs({
  network: { ...tweaked.network, layers: [784, 256, 128, 10] },
  trainer: {
    ...tweaked.trainer,
    augment: distorted(0.25),
    harden: { share: 1, epsilon: 0.1, steps: 3 },
  },
  epochs: 16,
});
