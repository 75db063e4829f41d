/**
 * Seconds until a network reads 96% of digits it has not seen; and from bytes to the first step.
 */

import { readFileSync } from "node:fs";
import { withProcesses } from "./rounds.js";
import { FOLDER } from "./runners/files.js";

export const TARGET = 0.96;
/** Fresh seeds: none of them chose the recipe. */
const FIRST_SEED = 101;

/**
 * @typedef {object} Run
 * @property {number} seed
 * @property {boolean} reached
 * @property {number} accuracy
 * @property {number} epoch
 * @property {number} training  seconds spent in the trainer
 * @property {number} whole  making the net and evaluating it each epoch too
 */

/**
 * @param {import("./rounds.js").Contestant} engine  one process for each seed
 * @param {number} seeds
 * @param {(line: string) => void} say
 * @returns {Promise<Run[]>}
 */
export async function measureAccuracy(engine, seeds, say) {
  say("recipes.sprint until 96% of the held-out digits are read");
  const runs = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++) {
    const options = { recipe: "sprint", seed, target: TARGET };
    const run = await asked(engine, "timeToAccuracy", options);
    runs.push({ seed, ...run });
  }
  return runs;
}

/**
 * @param {import("./rounds.js").Contestant} engine
 * @returns {Promise<{ load: number, data: number, step: number }[]>} milliseconds, in five
 *   processes
 */
export async function measureStart(engine) {
  const images = readFileSync(`${FOLDER}train-images-idx3-ubyte`);
  const labels = readFileSync(`${FOLDER}train-labels-idx1-ubyte`);
  const runs = [];
  for (let i = 0; i < 5; i++) runs.push(await asked(engine, "start", { images, labels }));
  return runs;
}

/**
 * @param {import("./rounds.js").Contestant} engine
 * @param {string} name
 * @param {object} options
 */
const asked = (engine, name, options) =>
  withProcesses([engine], ([handle]) => handle.ask({ ask: "other", name, options }));
