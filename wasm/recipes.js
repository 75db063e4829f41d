// What a preset is, complete; found by `make sweep`, figures by `make accuracy`. All of it is
// frozen: change a copy.

import * as check from "./check.js";

/**
 * @import { NetworkOptions } from "./network.js"
 * @import { TrainerOptions } from "./trainer.js"
 *
 * @typedef {object} Recipe
 * @property {Readonly<NetworkOptions>} network its layers and functions
 * @property {Readonly<TrainerOptions>} trainer for the 60,000 training digits of MNIST;
 *   `trainerOptions` makes it one for other data
 * @property {number} epochs over which a cosine schedule comes down
 * @property {number} [firstCycleEpochs] of the first of several cosine cycles; 0: one cycle
 */

const mnistDigits = 60000;

/**
 * What a recipe's trainer is for a data set of that many examples: the steps of its schedule follow
 * from the epochs. Everything else is the recipe's; a warm-up stays as many steps, since it is the
 * optimizer that it waits for.
 * @param {Recipe} recipe
 * @param {number} exampleCount of the data set to be trained on
 * @returns {TrainerOptions}
 */
export function trainerOptions({ trainer, epochs, firstCycleEpochs = 0 }, exampleCount) {
  check.integer("exampleCount", exampleCount, 1, 2 ** 31 - 1);
  if (trainer.schedule !== "cosine") return { ...trainer };
  const batchSize = trainer.batchSize ?? 32;
  const stepsOf = (/** @type {number} */ some) => Math.ceil((some * exampleCount) / batchSize);
  return { ...trainer, totalSteps: stepsOf(epochs), firstCycle: stepsOf(firstCycleEpochs) };
}

/** Frozen, and so is all that is in it. @template T @param {T} value @returns {T} */
function frozen(value) {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

/** @param {Recipe} recipe @returns {Recipe} the same, its cosine coming down over its epochs */
function overEpochs(recipe) {
  const cosine = { ...recipe, trainer: { ...recipe.trainer, schedule: "cosine" } };
  const trainer = trainerOptions(/** @type {Recipe} */ (cosine), mnistDigits);
  return frozen({ ...recipe, trainer });
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
    augment: distorted(0.5),
  },
  epochs: 124,
  firstCycleEpochs: 4,
});

/**
 * The same 13,002 parameters, to 96% in as little time as was found: nothing is distorted, and the
 * rate comes down to zero within a few epochs.
 */
export const sprint = overEpochs({
  network: modern.network,
  trainer: {
    batchSize: 64,
    optimizer: "adamw",
    learningRate: 0.025,
    momentum: 0.8,
    weightDecay: 0.05,
    warmUp: 940,
  },
  epochs: 9,
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

/** All of them but `hardened`, by name. */
export const recipes = frozen({ video, modern, sprint, tweaked, best });

/**
 * How a network is taught that noise is nothing: shuffled digits and scribbles are more than half
 * of each batch. It never meets the other five kinds, and answers them with nothing as well.
 * Measured by `make noise`.
 */
export const teaching = frozen({ noise: 0.6, noiseKinds: { shuffled: 1, scribble: 8 } });

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
