// make noise: how confident networks are about nothing, what teaching does about it, and how easily
// they are fooled. Writes build/noise.json, network by network, and from what it holds the tables
// of docs/noise.md.
//
//   node tools/noise.js [--seeds 5] [--only "speed;pretrained;video, taught"] [--quick]
//
// --quick: two seeds and a tenth of the epochs, for a look; it writes nothing.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadEngine } from "../wasm/engine.js";
import { writeMeasured } from "./measured.js";
import { loadMnist } from "./mnist.js";
import { findingOf, pretrainedFindings, speedOf, subjects } from "./noise/measure.js";
import { allTables, pageTables } from "./noise/tables.js";

/** @typedef {import("./noise/tables.js").Found} Found */

const file = new URL("../build/noise.json", import.meta.url);
const names = /** @type {(keyof typeof subjects)[]} */ (Object.keys(subjects));

const { values: flags } = parseArgs({
  options: {
    seeds: { type: "string" },
    only: { type: "string", default: ["speed", "pretrained", ...names].join(";") },
    quick: { type: "boolean", default: false },
  },
});
const count = Number(flags.seeds ?? (flags.quick ? 2 : 5));
const seeds = Array.from({ length: count }, (_, i) => i + 1);
const wanted = new Set(flags.only.split(";"));

const engine = await loadEngine();
const mnist = loadMnist();
const [train, test] = mnist
  ? [engine.datasetFromIdx(mnist.train), engine.datasetFromIdx(mnist.test)]
  : [
      engine.handwriting({ count: 60000, seed: 1 }),
      engine.handwriting({ count: 10000, seed: 1, from: 60000 }),
    ];
const bench = { engine, train, test, shorter: flags.quick ? 10 : 1 };
const digits = mnist ? "MNIST" : "Built-in handwriting";
const data = `${digits}: ${train.count} digits to learn from, ${test.count} to test`;

/** @returns {Found} what is known from before, on the same data */
function known() {
  if (flags.quick || !existsSync(file)) return { data, trained: {} };
  const before = JSON.parse(readFileSync(file, "utf8"));
  return before.data === data ? before : { data, trained: {} };
}

const found = known();
function keep() {
  if (!flags.quick) writeFileSync(file, JSON.stringify(found, null, 2));
}

if (wanted.has("speed")) found.speed = speedOf(bench, 10);
if (wanted.has("pretrained")) found.pretrained = pretrainedFindings(bench, seeds);
keep();
for (const name of names) {
  if (!wanted.has(name)) continue;
  found.trained[name] = [];
  for (const seed of seeds) {
    const finding = findingOf(bench, name, seed);
    found.trained[name].push(finding);
    const accuracy = `${(100 * finding.accuracy).toFixed(2)}%`;
    console.error(`${name}, seed ${seed}: ${accuracy} in ${finding.seconds?.toFixed(0)} s`);
    keep();
  }
}
console.log(`\n${allTables(found)}`);
if (!flags.quick) writeMeasured("noise", pageTables(found));
