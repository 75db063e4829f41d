// What make noise measures. Every figure is of a seed, and can be had from the engine by the call
// that the figure's function makes.

import { readFileSync } from "node:fs";
import { hardened, noiseKinds, recipes, teaching, trainerOptions } from "../../wasm/engine.js";

/**
 * @typedef {import("../../wasm/network.js").Network} Network
 * @typedef {import("../../wasm/dataset.js").Dataset} Dataset
 * @typedef {import("../../wasm/recipes.js").Recipe} Recipe
 * @typedef {import("../../wasm/trainer.js").TrainerOptions} TrainerOptions
 * @typedef {Awaited<ReturnType<typeof import("../../wasm/engine.js").loadEngine>>} Engine
 *
 * @typedef {{ engine: Engine, train: Dataset, test: Dataset, shorter: number }} Bench shorter:
 *   epochs are divided by this
 * @typedef {Record<string, number[]>} Shares by kind of noise: the share of images above each of
 *   `limits`
 * @typedef {{ random: number, fgsm: number, pgd: number }} Standing the share read rightly after
 *   each attack
 * @typedef {{ seed: number, accuracy: number, shares?: Shares, under?: Standing,
 *   seconds?: number }} Finding
 */

/** Noise images of each kind. */
export const images = 10000;
/** Answers surer than these are counted. */
export const limits = [0.5, 0.9, 0.99];
/** Test digits attacked, by pixels changed by ε at most, in so many steps of PGD. */
export const attacks = { count: 1000, epsilon: 0.1, steps: 40 };

/**
 * Networks by what they are called in the tables: a recipe over so many epochs, and what it is
 * taught beside digits.
 */
export const subjects = {
  video: { recipe: recipes.video, epochs: recipes.video.epochs, lessons: {} },
  // The end of its third cosine: most of what all five reach, in a quarter of the time.
  modern: { recipe: recipes.modern, epochs: 28, lessons: {} },
  tweaked: { recipe: recipes.tweaked, epochs: recipes.tweaked.epochs, lessons: {} },
  // A few more digits than without noise, and the noise on top; still seconds.
  "video, taught": { recipe: recipes.video, epochs: 3 * recipes.video.epochs, lessons: teaching },
  // A wider network needs less of it.
  "tweaked, taught": {
    recipe: recipes.tweaked,
    epochs: recipes.tweaked.epochs,
    lessons: { ...teaching, noise: 0.4 },
  },
  hardened: { recipe: hardened, epochs: hardened.epochs, lessons: {} },
};

/**
 * @param {Bench} bench @param {keyof typeof subjects} name @param {number} seed
 * @returns {{ net: Network, seconds: number }} of one processor
 */
export function trained({ engine, train, shorter }, name, seed) {
  const { recipe, epochs, lessons } = subjects[name];
  const net = engine.network({ ...recipe.network, seed });
  const options = trainerOptions({ ...recipe, epochs }, Math.ceil(train.count / shorter));
  const started = process.cpuUsage().user;
  const trainer = net.trainer(train, { ...options, ...lessons, seed });
  trainer.train(options.totalSteps ?? 1);
  trainer.free();
  return { net, seconds: (process.cpuUsage().user - started) / 1e6 };
}

/** @param {Bench} bench @param {Network} net @param {number} seed @returns {Shares} */
function sharesOf({ test }, net, seed) {
  const each = noiseKinds.map((kind) => {
    const { confidences } = net.census({ kind, seed, count: images, images: test });
    return [kind, limits.map((limit) => confidences.filter((c) => c > limit).length / images)];
  });
  return Object.fromEntries(each);
}

/** @param {Bench} bench @param {Network} net @returns {Standing} */
function standingOf({ test }, net) {
  const under = (/** @type {"random" | "fgsm" | "pgd"} */ method) =>
    net.robustness(test, { method, seed: 1, ...attacks }).accuracy;
  return { random: under("random"), fgsm: under("fgsm"), pgd: under("pgd") };
}

/**
 * @param {Bench} bench
 * @param {keyof typeof subjects} name
 * @param {number} seed
 * @returns {Finding}
 */
export function findingOf(bench, name, seed) {
  const { net, seconds } = trained(bench, name, seed);
  const { accuracy } = net.evaluate(bench.test);
  const shares = sharesOf(bench, net, seed);
  const under = "noise" in subjects[name].lessons ? undefined : standingOf(bench, net);
  net.free();
  return { seed, accuracy, shares, under, seconds };
}

/**
 * The page's own network: its name is its fingerprint.
 * @param {Bench} bench
 * @param {number[]} seeds of the noise
 */
export function pretrainedFindings(bench, seeds) {
  const file = new URL("../../web/models/lesson.safetensors", import.meta.url);
  const net = bench.engine.load(readFileSync(file));
  const { accuracy } = net.evaluate(bench.test);
  const { fingerprint } = net;
  const findings = seeds.map((seed) => ({ seed, accuracy, shares: sharesOf(bench, net, seed) }));
  net.free();
  return { fingerprint, findings };
}

/** Images made, read and tallied at once, as the page does. */
const piece = 500;

/**
 * Milliseconds to make, read and tally all images of a kind: each piece's best of `rounds`, added
 * up, so that whatever else the machine does counts as little as it can.
 * @param {Bench} bench @param {number} rounds
 */
export function speedOf({ engine, test }, rounds) {
  const net = engine.network({ ...recipes.video.network, seed: 1 });
  const each = noiseKinds.map((kind) => {
    const best = new Float64Array(images / piece).fill(Number.POSITIVE_INFINITY);
    for (let round = 0; round < rounds; round++) {
      for (const i of best.keys()) {
        const started = performance.now();
        tally(net.census({ kind, seed: 1, from: i * piece, count: piece, images: test }));
        best[i] = Math.min(best[i], performance.now() - started);
      }
    }
    return [kind, best.reduce((sum, ms) => sum + ms, 0)];
  });
  net.free();
  return /** @type {Record<string, number>} */ (Object.fromEntries(each));
}

/**
 * What the page draws: how often each answer was given how surely.
 * @param {import("../../wasm/noise.js").Census} census
 */
function tally({ answers, confidences }) {
  const bins = new Uint32Array(10 * 20);
  for (const [i, answer] of answers.entries())
    bins[answer * 20 + Math.min(19, Math.floor(confidences[i] * 20))]++;
  return bins;
}
