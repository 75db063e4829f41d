// downhill train

import { recipes } from "../wasm/engine.js";
import { noteFor } from "../web/common/model-note.js";
import { checksumOf, digitsOf, digitsWords } from "./data.js";
import { write } from "./files.js";
import { pausedIn, pausedOf, resumePath } from "./paused.js";
import { Run } from "./run.js";
import { UsageError } from "./usage.js";

/**
 * @import { Engine } from "../wasm/formats/open.js"
 * @import { Values } from "./usage.js"
 * @import { Output } from "./output.js"
 * @import { Digits } from "./data.js"
 * @import { Plan } from "./run.js"
 */

/** Lines about a run that nobody sees grow: a screen has room for them. */
const LINES = 10;

/** @param {number} share @param {number} [digits] */
const percent = (share, digits = 1) => `${(100 * share).toFixed(digits)}%`;
/** @param {number} seconds */
function time(seconds) {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}

/** What is asked for, without what was paused. @param {Values} values @returns {Plan} */
function planOf({ recipe: name = "modern", seed = 1, epochs, data = [] }) {
  const recipe = recipes[/** @type {keyof typeof recipes} */ (name)];
  const isOther = epochs !== undefined && epochs !== recipe.epochs;
  // Several cycles belong to the recipe's own number of epochs; another number is one cycle.
  const own = isOther ? { ...recipe, epochs, firstCycleEpochs: 0 } : recipe;
  return { name, recipe: own, seed, data };
}

/** What cannot be changed when training goes on. */
const FIXED = ["recipe", "seed", "epochs", "data"];

/**
 * @param {Engine} engine @param {Values} values @param {string[]} _inputs @param {Output} output
 * @returns {Promise<number>} exit code
 */
export async function train(engine, values, _inputs, output) {
  const fixed = values.resume ? FIXED.filter((name) => values[name] !== undefined) : [];
  if (fixed.length) {
    throw new UsageError(`--resume goes on as it began: leave out --${fixed[0]}`);
  }
  const paused = values.resume ? await pausedIn(values.resume) : null;
  const plan = paused?.plan ?? planOf(values);
  const digits = await digitsOf(engine, plan.data, output);
  const run = begun(engine, plan, digits, { paused, path: values.resume });
  const out = values.out ?? paused?.out ?? `downhill-${plan.name}-${plan.seed}.safetensors`;
  output.say(digitsWords(digits), ...digits.notes, run.words);
  const ended = await watched(run, output);
  if (ended === "stopped") return pause(run, digits, out, output);
  return finish(run, digits, out, output);
}

/**
 * @param {Engine} engine @param {Plan} plan @param {Digits} digits
 * @param {{ paused: import("./paused.js").Paused | null, path: string }} from
 */
function begun(engine, plan, digits, { paused, path }) {
  try {
    return new Run(engine, plan, digits, paused);
  } catch (error) {
    if (!paused) throw error;
    throw new Error(`${path}: ${error.message}`, { cause: error });
  }
}

/**
 * To the end, or to the first signal.
 * @param {Run} run @param {Output} output @returns {Promise<"done" | "stopped">}
 */
async function watched(run, output) {
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM"]);
  for (const signal of signals) process.on(signal, stop);
  const progress = output.progress(run.totalSteps);
  const isSilent = !process.stderr.isTTY;
  const every = Math.max(1, Math.ceil(run.epochs / LINES));
  try {
    for await (const at of run.go(() => isStopped)) {
      progress.at(at.steps, words(at, run.epochs));
      if (!at.isEpochEnd) continue;
      output.record(epochRecord(at));
      if (isSilent && at.epoch % every === 0) output.say(`  ${words(at, run.epochs)}`);
    }
  } finally {
    progress.end();
    for (const signal of signals) process.off(signal, stop);
  }
  return run.isDone ? "done" : "stopped";
}

/** @param {import("./run.js").At} at @param {number} epochs */
function words({ epoch, accuracy, cost, secondsLeft }, epochs) {
  const read = accuracy === null ? "" : `${percent(accuracy)} of the test digits read, `;
  return `epoch ${epoch} of ${epochs}: ${read}cost ${cost.toFixed(3)}, ${time(secondsLeft)} left`;
}

/** @param {import("./run.js").At} at */
const epochRecord = ({ epoch, steps, accuracy, cost, seconds }) => ({
  event: "epoch",
  epoch,
  steps,
  cost,
  accuracy,
  seconds: Number(seconds.toFixed(3)),
});

/** @param {Run} run @param {Digits} digits @param {string} out @param {Output} output */
async function finish(run, digits, out, output) {
  const { accuracy, cost } = run.net.evaluate(digits.test);
  const { fingerprint } = run.net;
  await write(out, modelFile(run, digits, accuracy));
  const tested = digits.test.count.toLocaleString("en");
  output.say(
    `${percent(accuracy, 2)} of ${tested} test digits read, after ${run.epochs} epochs ` +
      `in ${time(run.seconds)}`,
    `fingerprint ${fingerprint}`,
    `saved as ${out}`,
  );
  const { name: recipe, seed } = run.plan;
  output.record({ event: "done", recipe, seed, accuracy, cost, fingerprint, file: out });
  return 0;
}

/** @param {Run} run @param {Digits} digits @param {number} accuracy */
function modelFile({ net, plan, epochs }, digits, accuracy) {
  const read = `${percent(accuracy, 2)} of ${digits.test.count} test digits read`;
  const how = `${plan.name} recipe, seed ${plan.seed}, ${epochs} epochs of ${digits.name}`;
  return net.save({ note: noteFor(net, `Trained by downhill train; ${how}; ${read}`) });
}

/** @param {Run} run @param {Digits} digits @param {string} out @param {Output} output */
async function pause(run, digits, out, output) {
  const file = resumePath(out);
  const data = { count: digits.train.count, checksum: checksumOf(digits.train) };
  await write(file, pausedOf({ ...run.state, plan: run.plan, out, data }));
  const { fingerprint } = run.net;
  output.say(
    `Stopped after ${run.steps.toLocaleString("en")} of ` +
      `${run.totalSteps.toLocaleString("en")} steps; fingerprint ${fingerprint}`,
    `All of it is in ${file}. Go on with: downhill train --resume ${file}`,
  );
  output.record({ event: "stopped", steps: run.steps, fingerprint, file });
  return 130;
}
