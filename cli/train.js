// downhill train

import { count as grouped, percent } from "../web/common/numbers.js";
import { digitsOf, digitsWords } from "./data.js";
import { checkWritable, write } from "./files.js";
import { checkEnding, contentFor } from "./formats.js";
import { pausedIn, pausedOf, resumePath } from "./paused.js";
import { trainings } from "./recipes.js";
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
/** Steps that no recipe's training is done after. */
const FEW = 1000;

/** @param {number} seconds */
function time(seconds) {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}

/** What is asked for, without what was paused. @param {Values} values @returns {Plan} */
function planOf({ recipe: name = "modern", seed = 1, epochs, data = [] }) {
  const recipe = trainings[name];
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
    throw new UsageError(`--resume continues as it began: leave out --${fixed[0]}`);
  }
  if (values.out) checkEnding("--out", values.out, ["safetensors", "onnx"]);
  const paused = values.resume ? await pausedIn(values.resume) : null;
  const plan = paused?.plan ?? planOf(values);
  const out = values.out ?? paused?.out ?? `downhill-${plan.name}-${plan.seed}.safetensors`;
  await checkWritable(out);
  const digits = await digitsOf(engine, plan.data, output);
  const run = begun(engine, plan, digits, { paused, path: values.resume });
  output.say(digitsWords(digits));
  output.note(...digits.notes);
  output.say(...run.words);
  if (run.totalSteps < FEW) output.say(fewWords(run));
  return untilSaved(output, async (isStopped) => {
    await watched(run, output, isStopped);
    return run.isDone ? finish(run, digits, out, output) : pause(run, out, output);
  });
}

/**
 * From the first signal on it is stopped, and not ended before it is saved, whatever else comes.
 * @param {Output} output @param {(isStopped: () => boolean) => Promise<number>} work
 */
async function untilSaved(output, work) {
  let isStopped = false;
  const stop = () => {
    if (!isStopped) output.tell("\nSaving…");
    isStopped = true;
  };
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM"]);
  for (const signal of signals) process.on(signal, stop);
  try {
    return await work(() => isStopped);
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

/** @param {Run} run */
function fewWords({ totalSteps, epochs }) {
  const more = Math.ceil((epochs * FEW) / totalSteps / 100) * 100;
  return `These are ${totalSteps} steps in all, which is few: --epochs ${more} trains for longer.`;
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
 * To the end, or until it is stopped.
 * @param {Run} run @param {Output} output @param {() => boolean} isStopped
 */
async function watched(run, output, isStopped) {
  const progress = output.progress(run.totalSteps);
  const isSilent = !process.stderr.isTTY;
  const every = Math.max(1, Math.ceil(run.epochs / LINES));
  try {
    for await (const at of run.go(isStopped)) {
      progress.at(at.steps, words(at, run.epochs));
      if (!at.isEpochEnd) continue;
      output.record(epochRecord(at));
      if (isSilent && at.epoch % every === 0) output.say(`  ${words(at, run.epochs)}`);
    }
  } finally {
    progress.end();
  }
}

/** @param {import("./run.js").At} at @param {number} epochs */
function words({ epoch, accuracy, cost, secondsLeft }, epochs) {
  const read = accuracy === null ? "" : `test accuracy ${percent(accuracy)}, `;
  const costs = `training cost ${cost.toFixed(3)}`;
  return `epoch ${epoch}/${epochs}: ${read}${costs}, ${time(secondsLeft)} left`;
}

/** @param {import("./run.js").At} at */
const epochRecord = ({ epoch, steps, accuracy, cost, seconds }) => ({
  event: "epoch",
  epoch,
  steps,
  trainingCost: Number(cost.toPrecision(6)),
  testAccuracy: accuracy,
  seconds: Number(seconds.toFixed(3)),
});

/** @param {number} count */
const epochsWords = (count) => `${grouped(count)} epoch${count === 1 ? "" : "s"}`;

/** @param {Run} run @param {Digits} digits @param {string} out @param {Output} output */
async function finish(run, digits, out, output) {
  const { accuracy, cost } = run.tested ?? run.net.evaluate(digits.test);
  const { fingerprint } = run.net;
  const read = `test accuracy ${percent(accuracy, 2)} on ${grouped(digits.test.count)} digits`;
  const { name: recipe, seed } = run.plan;
  const how = `${recipe} recipe, seed ${seed}, ${epochsWords(run.epochs)} of ${digits.name}`;
  await write(out, contentFor(out, run.net, `Trained by downhill train; ${how}; ${read}`));
  output.say(
    `${read}, after ${epochsWords(run.epochs)} in ${time(run.seconds)}`,
    `fingerprint ${fingerprint}`,
    `saved as ${out}`,
  );
  const { name: data, train, test } = digits;
  const about = { recipe, seed, data, trainingDigits: train.count, testDigits: test.count };
  const tests = { testAccuracy: accuracy, testCost: cost };
  output.record({ event: "done", ...about, ...tests, fingerprint, file: out });
  return 0;
}

/** @param {Run} run @param {string} out @param {Output} output */
async function pause(run, out, output) {
  const file = resumePath(out);
  await write(file, pausedOf({ ...run.state, plan: run.plan, out }));
  const { fingerprint } = run.net;
  output.say(
    `Stopped after ${grouped(run.steps)} of ${grouped(run.totalSteps)} steps; ` +
      `fingerprint ${fingerprint}`,
    `Saved to ${file}. Continue with: downhill train --resume ${file}`,
  );
  output.record({ event: "stopped", steps: run.steps, fingerprint, file });
  return 130;
}
