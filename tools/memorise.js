// make memorise: the lab Memorise's two networks over five seeds, with the lab's own options:
// epochs and seconds until they have learned true and shuffled labels of the first MNIST training
// digits. Writes the table of docs/accuracy.md, unless other seeds or counts are asked for.
//
//   node tools/memorise.js [--seeds 5] [--counts 1000,10000]

import { cpus } from "node:os";
import { setImmediate } from "node:timers/promises";
import { parseArgs } from "node:util";
import { loadEngine } from "../wasm/engine.js";
import { defaultChoice, GOAL, layersOf, planOf } from "../web/labs/memorise/options.js";
import { factorOf, resultOf } from "../web/labs/memorise/results.js";
import { times } from "../web/texts/en/memorise.js";
import { ExperimentWorker } from "../web/worker/experiment.js";
import { markdownTable, writeMeasured } from "./measured.js";
import { neededMnist } from "./mnist.js";

/**
 * @typedef {import("../web/labs/memorise/results.js").Result} Result
 * @typedef {import("../web/labs/memorise/results.js").Standing} Standing
 * @typedef {import("../web/worker/experiment-protocol.js").Point} Point
 */

const PUBLISHED = { seeds: "5", counts: "1000,10000" };
const { values: flags } = parseArgs({
  options: {
    seeds: { type: "string", default: PUBLISHED.seeds },
    counts: { type: "string", default: PUBLISHED.counts },
  },
});
const mnist = neededMnist("Memorising is measured on MNIST");
const counts = flags.counts.split(",").map(Number);
const seeds = Array.from({ length: Number(flags.seeds) }, (_, i) => i + 1);

const engine = await loadEngine();
const worker = new ExperimentWorker({ engine: async () => engine, yieldTo: setImmediate });
await worker.open();
await worker.add("train", ...pixelsAndLabels(mnist.train, Math.max(...counts)));
await worker.add("test", ...pixelsAndLabels(mnist.test, 10_000));

/**
 * The first digits of two IDX files.
 * @param {{ images: Uint8Array, labels: Uint8Array }} files @param {number} count
 * @returns {[Uint8Array, Uint8Array]}
 */
function pixelsAndLabels({ images, labels }, count) {
  return [images.subarray(16, 16 + 784 * count), labels.subarray(8, 8 + count)];
}

/**
 * One network of a race, and the CPU seconds that it took with all measurements.
 * @param {import("../web/labs/memorise/options.js").Choice} choice
 * @param {boolean} isShuffled
 */
async function runner(choice, isShuffled) {
  /** @type {Point[]} */
  const points = [];
  const plan = planOf(choice, isShuffled);
  const before = process.cpuUsage();
  const { kind } = await worker.train(plan, (point) => void points.push(point));
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  return { isShuffled, points, kind, start: null, parameters: null, seconds };
}

/** "mean (least–most)" @param {number[]} values @param {(value: number) => string} show */
function spread(values, show) {
  const [least, most] = [Math.min(...values), Math.max(...values)].map(show);
  const mean = show(values.reduce((sum, value) => sum + value, 0) / values.length);
  return least === most ? mean : `${mean} (${least}–${most})`;
}

/** @param {number} count @param {(Result & { seconds: number })[]} results */
function row(count, results) {
  const of = (/** @type {"plain" | "shuffled"} */ side) => results.map((result) => result[side]);
  const epochs = (/** @type {Standing[]} */ standings) =>
    spread(
      standings.map((standing) => standing.epochs ?? Number.POSITIVE_INFINITY),
      (value) => value.toFixed(0),
    );
  const seconds = spread(
    results.map((result) => result.seconds),
    (value) => value.toFixed(1),
  );
  const test = (/** @type {Standing[]} */ standings) =>
    spread(
      standings.map(({ last }) => 100 * last.testAccuracy),
      (value) => value.toFixed(1),
    );
  const factors = results.map((result) => factorOf(result) ?? Number.POSITIVE_INFINITY);
  const faster = factors.filter((factor) => factor > 1).length;
  return [
    count.toLocaleString("en"),
    layersOf(defaultChoice(count)).join("-"),
    epochs(of("plain")),
    epochs(of("shuffled")),
    `${faster} of ${results.length}`,
    spread(factors, times),
    seconds,
    `${test(of("plain"))} / ${test(of("shuffled"))}`,
  ];
}

const rows = [];
for (const count of counts) {
  const results = [];
  for (const seed of seeds) {
    const choice = { ...defaultChoice(count), seed };
    const runners = [await runner(choice, false), await runner(choice, true)];
    const { seconds } = runners[1];
    const result = { ...resultOf(choice, runners), seconds };
    const { plain, shuffled } = result;
    console.log(
      `${count} digits, seed ${seed}: true ${plain.epochs} epochs, ` +
        `shuffled ${shuffled.epochs} epochs in ${seconds.toFixed(1)} s`,
    );
    results.push(result);
  }
  rows.push(row(count, results));
}
const goal = `${100 * GOAL}%`;
const head = [
  "digits",
  "network",
  `epochs to ${goal}, true labels`,
  "shuffled",
  "true faster",
  "factor",
  "CPU seconds, shuffled",
  "test accuracy, true / shuffled",
];
const processor = cpus()[0]?.model ?? "an unknown processor";
const note =
  `Mean (least–most) over ${seeds.length} seeds; CPU seconds are of training and of measuring ` +
  `both accuracies after every epoch, one thread of ${processor}, WebAssembly under Node ` +
  `${process.version}.`;
const text = `${markdownTable(head, rows)}\n\n${note}`;
console.log(`\n${text}`);
if (flags.seeds === PUBLISHED.seeds && flags.counts === PUBLISHED.counts) {
  writeMeasured("memorise", text);
}
