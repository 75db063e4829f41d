/**
 * Settings as the engine takes them, and as its presets give them.
 *
 * @typedef {import("./settings.js").NetworkSettings} NetworkSettings
 */
import { recipes } from "../../wasm/recipes.js";
import { defaults } from "./settings.js";

/**
 * How to go on with a network that was trained elsewhere, without spoiling it.
 * @param {NetworkSettings["cost"]} cost  that it was trained on @returns {Partial<NetworkSettings>}
 */
export function fineTuning(cost) {
  const { rate, batch, optimizer, decay, schedule, augment, nothing, epochs } = defaults();
  const usual = { rate, batch, optimizer, decay, schedule, augment, nothing, epochs };
  // At a rate of 1 the lesson's network loses two percent of the test digits in its first epoch.
  if (cost === "quadratic") return { ...usual, recipe: "own", rate: 0.1 };
  return {
    ...usual,
    recipe: "own",
    rate: 0.0005,
    batch: 64,
    optimizer: "adamw",
    decay: 0.01,
  };
}

/** Random distortions of data augmentation: pixels, radians, fractions. */
export const DISTORTIONS = { shift: 2, rotate: 0.2, scale: 0.12, shear: 0.2, elastic: 0 };

/** @typedef {typeof recipes} Recipes */

/**
 * A preset as settings.
 * @param {string} name
 * @returns {Partial<NetworkSettings>} nothing for "own"
 */
export function presetSettings(name) {
  if (!Object.hasOwn(recipes, name)) return { recipe: "own" };
  const { network, trainer, epochs } = recipes[/** @type {keyof Recipes} */ (name)];
  return /** @type {any} */ ({
    recipe: name,
    layers: network.layers?.slice(1, -1),
    hidden: network.hidden,
    output: network.output,
    cost: network.cost,
    rate: trainer.learningRate,
    batch: trainer.batchSize,
    optimizer: trainer.optimizer,
    decay: trainer.weightDecay ?? 0,
    schedule: trainer.schedule ?? "constant",
    augment: Boolean(trainer.augment),
    nothing: trainer.noise ?? 0,
    epochs,
  });
}

/** What the engine makes a network from. @param {NetworkSettings} settings */
export function networkOptions({ layers, hidden, output, cost, seed }) {
  return { layers: [784, ...layers, 10], hidden, output, cost, seed };
}

/**
 * What the engine makes a trainer from; a preset in force adds what no control shows.
 * @param {import("./provenance.js").TrainingOptions} options
 * @returns {import("../../wasm/trainer.js").TrainerOptions & { batchSize: number }}
 */
export function trainerOptions(options) {
  const preset = recipes[/** @type {keyof Recipes} */ (options.recipe)]?.trainer;
  return {
    ...preset,
    augment: options.augment ? (preset?.augment ?? DISTORTIONS) : null,
    noise: options.nothing,
    batchSize: options.batch,
    optimizer: options.optimizer,
    learningRate: options.rate,
    weightDecay: options.decay,
    schedule: options.schedule,
    seed: options.seed,
  };
}
