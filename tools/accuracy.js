// make accuracy: trains every recipe over five seeds, the sprint over twenty that it was not chosen
// with, and reads the 10,000 MNIST test digits once, at the end. Writes build/accuracy.json, recipe
// by recipe, and from what it holds docs/accuracy.md's table and the page's figures.
//
//   node tools/accuracy.js modern tweaked --seeds 5

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { loadEngine, recipes } from "../wasm/engine.js";
import { ACCURACY } from "../web/common/accuracy.js";
import { markdownTable, writeMeasured } from "./measured.js";
import { neededMnist } from "./mnist.js";

/**
 * @typedef {import("../wasm/recipes.js").Recipe} Recipe
 *
 * @typedef {{ parameters: number, accuracies: number[], seconds: number[], data: string }} Result
 *   accuracies in per cent, by seed; seconds of one processor
 */

const file = new URL("../build/accuracy.json", import.meta.url);
const pageFigures = new URL("../web/common/accuracy.js", import.meta.url);
const processor = cpus()[0]?.model ?? "an unknown processor";

/**
 * What is measured: recipes on MNIST, and the best one on built-in handwriting alone; four times as
 * many digits, trained on for as many steps. The seeds are five from 1 on where nothing is said.
 * @type {Record<string, { recipe: Recipe, data: string, first?: number, seeds?: number }>}
 */
const rows = {
  video: { recipe: recipes.video, data: "MNIST" },
  modern: { recipe: recipes.modern, data: "MNIST" },
  sprint: { recipe: recipes.sprint, data: "MNIST", first: 101, seeds: 20 },
  tweaked: { recipe: recipes.tweaked, data: "MNIST" },
  best: { recipe: recipes.best, data: "MNIST" },
  handwriting: { recipe: recipes.best, data: "built-in handwriting" },
};

/** What the sprint is meant to reach, in per cent. */
const target = 96;

/** Whole ones, hundredths below one. @param {number} seconds */
const roundedSeconds = (seconds) => Number(seconds.toFixed(seconds < 1 ? 2 : 0));

/** How many of the sprint's seeds reach their target. @param {Result | undefined} sprint */
function reaching(sprint) {
  if (!sprint) return "";
  const { accuracies, seconds } = sprint;
  const reached = accuracies.filter((accuracy) => accuracy >= target).length;
  const sorted = seconds.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const median = (sorted[Math.floor(half)] + sorted[Math.ceil(half) - 1]) / 2;
  return (
    `\n\n\`sprint\` reads ${target}% or more from ${reached} of ${accuracies.length} seeds ` +
    `(101 to ${100 + accuracies.length}), ${median.toFixed(2)} s in the median.`
  );
}

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param {Record<string, Result>} results */
function table(results) {
  const rows = Object.entries(results).map(([name, { parameters, accuracies, seconds, data }]) => [
    `\`${name === "handwriting" ? "best" : name}\` on ${data}`,
    parameters.toLocaleString("en"),
    `${mean(accuracies).toFixed(2)}%`,
    `${Math.min(...accuracies).toFixed(2)}–${Math.max(...accuracies).toFixed(2)}`,
    String(accuracies.length),
    String(roundedSeconds(mean(seconds))),
  ]);
  const head = ["recipe", "parameters", "mean", "lowest–highest", "seeds", "seconds each"];
  return markdownTable(head, rows);
}

/**
 * Writes the figures that the page shows of these recipes; those of others stay.
 * @param {Record<string, Result>} results
 */
function writePageFigures(results) {
  const lines = Object.entries(ACCURACY).map(([name, known]) => {
    const { accuracies, seconds } = results[name] ?? {};
    const rounded = (/** @type {number} */ value) => Number(value.toFixed(2));
    const figures = accuracies
      ? {
          mean: rounded(mean(accuracies)),
          lowest: rounded(Math.min(...accuracies)),
          highest: rounded(Math.max(...accuracies)),
          seeds: accuracies.length,
          seconds: roundedSeconds(mean(seconds)),
        }
      : known;
    const words = Object.entries(figures).map(([key, value]) => `${key}: ${value}`);
    return `  ${name}: { ${words.join(", ")} },\n`;
  });
  const text = readFileSync(pageFigures, "utf8");
  const head = text.slice(0, text.indexOf("= {\n") + 4);
  writeFileSync(pageFigures, `${head}${lines.join("")}};\n`);
}

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: "string" } },
});
const mnist = neededMnist("Accuracy is measured on MNIST");
const engine = await loadEngine();
const test = engine.datasetFromIdx(mnist.test);
/** @type {Record<string, Result>} */
const results = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};

/**
 * Trains one network from one seed.
 * @param {string} name @param {number} seed
 */
function trainOnce(name, seed) {
  const { recipe, data: source } = rows[name];
  const data =
    source === "MNIST"
      ? engine.datasetFromIdx(mnist.train)
      : engine.handwriting({ count: 240000, seed });
  const net = engine.network({ ...recipe.network, seed });
  const trainer = net.trainer(data, { ...recipe.trainer, seed });
  const started = process.cpuUsage().user;
  trainer.train(recipe.trainer.totalSteps ?? 1);
  const seconds = (process.cpuUsage().user - started) / 1e6;
  const accuracy = 100 * net.evaluate(test).accuracy;
  const { parameterCount } = net;
  for (const object of [trainer, net, data]) object.free();
  return { seconds, accuracy, parameterCount };
}

for (const name of positionals.length ? positionals : Object.keys(rows)) {
  const { first = 1, seeds = 5 } = rows[name];
  const last = first + Number(flags.seeds ?? seeds) - 1;
  /** @type {Result} */
  const result = { parameters: 0, accuracies: [], seconds: [], data: rows[name].data };
  for (let seed = first; seed <= last; seed++) {
    const { seconds, accuracy, parameterCount } = trainOnce(name, seed);
    result.parameters = parameterCount;
    result.accuracies.push(accuracy);
    result.seconds.push(seconds);
    console.log(`${name}, seed ${seed}: ${accuracy.toFixed(2)}% in ${seconds.toFixed(1)} s`);
    results[name] = result;
    writeFileSync(file, JSON.stringify(results, null, 2));
  }
}
const machine = `One thread of ${processor}, WebAssembly under Node ${process.version}.`;
console.log(`\n${table(results)}\n\n${machine}`);
writeMeasured("accuracy", `${table(results)}\n\n${machine}${reaching(results.sprint)}`);
writePageFigures(results);
