// A training run that was stopped, as a file.

import { bytesIn } from "./files.js";
import { trainings } from "./recipes.js";

/**
 * @import { Plan } from "./run.js"
 *
 * @typedef {object} Paused
 * @property {Plan} plan
 * @property {string} out where the network was to go
 * @property {{ count: number, checksum: string }} data that it was trained on
 * @property {number} steps
 * @property {number} seconds
 * @property {import("./run.js").Tested | null} tested
 * @property {{ sum: number, steps: number }} costs of the epoch that it is in
 * @property {Float32Array} parameters
 * @property {Uint8Array} trainer what its save() gave
 */

const FORMAT = "downhill training 1";

/** Beside the network's file. @param {string} out */
export const resumePath = (out) => `${out.replace(/\.safetensors$/, "")}.paused.json`;

/** @param {Uint8Array} bytes */
const base64 = (bytes) => Buffer.from(bytes).toString("base64");

/** @param {Paused} paused @returns {string} */
export function pausedOf({ parameters, trainer, plan, ...rest }) {
  const { name, seed, data, recipe } = plan;
  return `${JSON.stringify({
    format: FORMAT,
    recipe: name,
    epochs: recipe.epochs,
    firstCycleEpochs: recipe.firstCycleEpochs,
    seed,
    typed: data,
    ...rest,
    parameters: base64(new Uint8Array(parameters.buffer)),
    trainer: base64(trainer),
  })}\n`;
}

/** @param {string} path @returns {Promise<Paused>} throws when it is none, or damaged */
export async function pausedIn(path) {
  const bytes = await bytesIn(path);
  try {
    const saved = JSON.parse(new TextDecoder().decode(bytes));
    if (saved.format !== FORMAT) throw new Error("another format");
    return pausedFrom(saved);
  } catch (error) {
    throw new Error(`${path}: this is not a training run that Ctrl-C saved`, { cause: error });
  }
}

/** @param {any} saved @returns {Paused} */
function pausedFrom(saved) {
  const { recipe: name, epochs, firstCycleEpochs, seed, typed, parameters, trainer } = saved;
  if (!Object.hasOwn(trainings, name)) throw new Error("another recipe");
  const recipe = trainings[name];
  const { out, data, steps, seconds, tested, costs } = saved;
  const areNumbers = [epochs, seed, steps, seconds, costs.sum, costs.steps, data.count].every(
    (value) => Number.isFinite(value) && value >= 0,
  );
  const areWords = [out, data.checksum, ...typed].every((value) => typeof value === "string");
  const isRight = areNumbers && areWords && Array.isArray(typed) && Number.isInteger(steps);
  if (!isRight) throw new Error("something in it is of another kind");
  const bytes = new Uint8Array(Buffer.from(parameters, "base64"));
  return {
    plan: { name, seed, data: typed, recipe: { ...recipe, epochs, firstCycleEpochs } },
    out,
    data,
    steps,
    seconds,
    tested,
    costs,
    parameters: new Float32Array(bytes.buffer, 0, bytes.length / 4),
    trainer: new Uint8Array(Buffer.from(trainer, "base64")),
  };
}
