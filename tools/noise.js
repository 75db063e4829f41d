// make noise: how confident networks are about nothing, how easily they are fooled, and what teaching does about it. Every
// figure is of a seed and can be had from the engine as is written above each table.
//
//   node tools/noise.js [--seeds 5] [--only speed,lesson,confidence,teach,attack,harden]

import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { loadEngine, noiseKinds, recipes } from "../wasm/engine.js";
import { loadMnist } from "./data.js";

/**
 * @typedef {import("../wasm/network.js").Network} Network
 * @typedef {import("../wasm/trainer.js").TrainerOptions} TrainerOptions
 * @typedef {import("../wasm/recipes.js").Recipe} Recipe
 * @typedef {{ net: Network, seconds: number }} Trained
 */

const images = 10000;
const limits = [0.5, 0.9, 0.99];
const attacked = 1000;
const epsilon = 0.1;

const { values: flags } = parseArgs({
  options: {
    seeds: { type: "string", default: "5" },
    only: { type: "string", default: "speed,lesson,confidence,teach,attack,harden" },
  },
});
const seeds = Array.from({ length: Number(flags.seeds) }, (_, i) => i + 1);
const wanted = new Set(flags.only.split(","));

const engine = await loadEngine();
const files = loadMnist();
const [train, test] = files
  ? [engine.datasetFromIdx(files.train), engine.datasetFromIdx(files.test)]
  : [
      engine.handwriting({ count: 20000, seed: 1 }),
      engine.handwriting({ count: images, seed: 1, from: 20000 }),
    ];

/** @param {string} text */
const say = (text) => console.log(text);
/** @param {number} share */
const percent = (share) => (100 * share).toFixed(share > 0 && share < 0.001 ? 2 : 1);

/** @param {number[]} values @param {(value: number) => string} [show] "mean (least–most)" */
function spread(values, show = percent) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.length === 1) return show(mean);
  return `${show(mean)} (${show(Math.min(...values))}–${show(Math.max(...values))})`;
}

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const widths = head.map((cell, c) => Math.max(cell.length, ...rows.map((row) => row[c].length)));
  const line = (/** @type {string[]} */ row) =>
    `| ${row.map((cell, c) => cell.padEnd(widths[c])).join(" | ")} |`;
  say(line(head));
  say(`|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`);
  for (const row of rows) say(line(row));
  say("");
}

/**
 * A network trained by a recipe, from its seed.
 * @param {Recipe} recipe @param {number} seed @param {TrainerOptions} [more] @returns {Trained}
 */
function trained(recipe, seed, more = {}) {
  const net = engine.network({ ...recipe.network, seed });
  const batch = recipe.trainer.batchSize ?? 32;
  const steps = Math.ceil((recipe.epochs * train.count) / batch);
  const started = performance.now();
  const options = { ...recipe.trainer, ...more, schedule: /** @type {const} */ ("cosine") };
  const trainer = net.trainer(train, { ...options, totalSteps: steps, seed });
  trainer.train(steps);
  trainer.free();
  return { net, seconds: (performance.now() - started) / 1000 };
}

/** Shares above each limit. @param {Network} net @param {string} kind @param {number} seed */
function shares(net, kind, seed) {
  const question = { kind: /** @type {any} */ (kind), seed, count: images, images: test };
  const { confidences } = net.census(question);
  return limits.map((limit) => confidences.filter((c) => c > limit).length / images);
}

/** @param {Network[]} nets @param {number[]} noiseSeeds one for each network */
function confidenceTable(nets, noiseSeeds) {
  const rows = noiseKinds.map((kind) => {
    const found = nets.map((net, i) => shares(net, kind, noiseSeeds[i]));
    return [kind, ...limits.map((_, l) => spread(found.map((each) => each[l])))];
  });
  table(["kind", ...limits.map((limit) => `% above ${limit}`)], rows);
}

/** @param {Network} net */
const accuracy = (net) => net.evaluate(test).accuracy;

/** @param {Network} net @param {"fgsm" | "pgd" | "random"} method */
const under = (net, method) =>
  net.robustness(test, { method, epsilon, steps: 40, seed: 1, count: attacked }).accuracy;

/* ---- the tables ---- */

function speedTable() {
  const net = engine.network({ ...recipes.video.network, seed: 1 });
  const rows = noiseKinds.map((kind) => {
    const times = Array.from({ length: 5 }, () => {
      const started = performance.now();
      const { answers, confidences } = net.census({ kind, seed: 1, count: images, images: test });
      const bins = new Uint32Array(200);
      for (const [i, answer] of answers.entries())
        bins[answer * 20 + Math.min(19, Math.floor(confidences[i] * 20))]++;
      return performance.now() - started;
    });
    return [kind, Math.min(...times).toFixed(0), times.toSorted((a, b) => a - b)[2].toFixed(0)];
  });
  say(
    `${images} images generated, read and tallied, 784-16-16-10: net.census({ kind, seed: 1, count })`,
  );
  table(["kind", "best of 5, ms", "median, ms"], rows);
}

async function lessonTable() {
  const file = new URL("../web/models/lesson.safetensors", import.meta.url);
  const net = engine.load(await readFile(file));
  say(
    `The lesson's network, ${net.fingerprint}, ${percent(accuracy(net))}% of the test digits; noise of seeds ${seeds}`,
  );
  confidenceTable(
    seeds.map(() => net),
    seeds,
  );
}

function freshTables() {
  for (const name of /** @type {const} */ (["video", "modern", "tweaked"])) {
    const nets = seeds.map((seed) => trained(recipes[name], seed).net);
    say(
      `recipes.${name}, freshly trained, seeds ${seeds}: ${spread(nets.map(accuracy))}% of the test digits`,
    );
    confidenceTable(nets, seeds);
    for (const net of nets) net.free();
  }
}

function teachTables() {
  for (const [name, noise] of /** @type {const} */ ([
    ["modern", 1 / 16],
    ["tweaked", 1 / 8],
  ])) {
    const plain = seeds.map((seed) => trained(recipes[name], seed));
    const taught = seeds.map((seed) => trained(recipes[name], seed, { noise }));
    const lost = seeds.map((_, i) => accuracy(plain[i].net) - accuracy(taught[i].net));
    say(
      `recipes.${name} with noise: 1/${1 / noise}, seeds ${seeds}; gaussian and scribble were never trained on`,
    );
    say(`accuracy ${spread(taught.map(({ net }) => accuracy(net)))}%, lost ${spread(lost)} points`);
    confidenceTable(
      taught.map(({ net }) => net),
      seeds,
    );
    for (const { net } of [...plain, ...taught]) net.free();
  }
}

function attackTable() {
  const rows = /** @type {const} */ (["video", "modern", "tweaked"]).map((name) => {
    const nets = seeds.map((seed) => trained(recipes[name], seed).net);
    const row = [
      name,
      spread(nets.map(accuracy)),
      ...methods.map((method) => spread(nets.map((net) => under(net, method)))),
    ];
    for (const net of nets) net.free();
    return row;
  });
  say(
    `Read rightly at ε = ${epsilon}: net.robustness(test, { method, epsilon, steps: 40, seed: 1, count: ${attacked} })`,
  );
  table(["recipe", "clean", ...methods.map((method) => names[method])], rows);
}

const methods = /** @type {const} */ (["random", "fgsm", "pgd"]);
const names = { random: "random ±ε", fgsm: "FGSM", pgd: "PGD-40" };

/** The best hardened network that the page can train: the page's own settings 256-128, AdamW. */
const hardened = {
  network: { ...recipes.tweaked.network, layers: [784, 256, 128, 10] },
  trainer: {
    ...recipes.tweaked.trainer,
    augment: null,
    harden: { share: 1, epsilon, steps: 5 },
  },
  epochs: 6,
};

function hardenTable() {
  const rows = seeds.slice(0, Math.max(1, seeds.length - 3)).map((seed) => {
    const { net, seconds } = trained(hardened, seed);
    const row = [
      `256-128, seed ${seed}`,
      percent(accuracy(net)),
      ...methods.map((m) => percent(under(net, m))),
      seconds.toFixed(0),
    ];
    net.free();
    return row;
  });
  say(
    `Hardened: 784-256-128-10, ${hardened.epochs} epochs of AdamW 0.003, batch 64, harden: { share: 1, epsilon: ${epsilon}, steps: 5 }`,
  );
  table(["network", "clean", ...methods.map((method) => names[method]), "seconds"], rows);
}

say(
  `${files ? "MNIST" : "Built-in handwriting"}: ${train.count} digits to learn from, ${test.count} to test. Mean (least–most) over seeds.\n`,
);
/** @type {[string, () => unknown][]} */
const parts = [
  ["speed", speedTable],
  ["lesson", lessonTable],
  ["confidence", freshTables],
  ["teach", teachTables],
  ["attack", attackTable],
  ["harden", hardenTable],
];
for (const [name, print] of parts) if (wanted.has(name)) await print();
