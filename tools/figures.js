// make figures: what can be measured in two minutes, into docs/figures.md, with the day, the
// machine and the commit. Longer measurements have commands of their own: see docs/accuracy.md.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { machine } from "../tests/bench/machine.js";
import { firstPrediction } from "../tests/package/first-prediction.js";
import { hardened, loadEngine, recipes } from "../wasm/engine.js";
import { markdownTable, writeMeasured } from "./measured.js";
import { neededMnist } from "./mnist.js";
import { keptIn } from "./page/kept.js";

/** After so many steps a recipe's fingerprint is taken, and its speed over no fewer. */
const STEPS = 200;
/** Processor time that a recipe is trained for at least, seconds. */
const LEAST_SECONDS = 2;
const PREDICTIONS = 20_000;

const root = fileURLToPath(new URL("../", import.meta.url));
const mnist = neededMnist("The figures are of MNIST");
const engine = await loadEngine();
const [train, test] = [mnist.train, mnist.test].map((files) => engine.datasetFromIdx(files));

/** Seconds of the processor, so that other programs do not count. */
const seconds = () => process.cpuUsage().user / 1e6;

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
/** @param {number} value  three digits of it are shown */
const rounded = (value) => Number(value.toPrecision(3)).toLocaleString("en");
/** @param {string} text */
const code = (text) => `\`${text}\``;

/** @param {string[]} args */
const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();

function heading() {
  const { processor, memory, node } = machine();
  const day = new Date().toISOString().slice(0, 10);
  const isChanged = git("status", "--porcelain", "--", "core", "wasm", "web") !== "";
  const commit = `${git("rev-parse", "--short=12", "HEAD")}${isChanged ? " with changes" : ""}`;
  return `Measured on ${day} at commit ${commit}: ${processor}, ${memory}, Node ${node}.`;
}

function models() {
  const names = { lesson: "lesson", modern: "pretrained", best: "best" };
  const rows = Object.entries(names).map(([name, file]) => {
    const net = engine.load(readFileSync(join(root, `web/models/${file}.safetensors`)));
    const start = seconds();
    const { accuracy, cost } = net.evaluate(test);
    const took = seconds() - start;
    const row = [
      `${name}, ${net.layers.join("-")}`,
      net.parameterCount.toLocaleString("en"),
      `${(100 * accuracy).toFixed(2)}%`,
      cost.toFixed(4),
      `${rounded(1000 * took)} ms`,
      code(net.fingerprint),
    ];
    net.free();
    return row;
  });
  const head = [
    "network",
    "parameters",
    "test accuracy",
    "cost",
    "10,000 digits in",
    "fingerprint",
  ];
  return `## Trained networks

On the 10,000 test digits of MNIST:

${markdownTable(head, rows)}`;
}

/** @param {import("../wasm/recipes.js").Recipe} recipe */
function trained(recipe) {
  const net = engine.network({ ...recipe.network, seed: 1 });
  const trainer = net.trainer(train, { ...recipe.trainer, seed: 1 });
  const start = seconds();
  let { examples } = trainer.train(STEPS);
  const { fingerprint } = net;
  while (seconds() - start < LEAST_SECONDS) ({ examples } = trainer.train(STEPS));
  const speed = examples / (seconds() - start);
  const layers = net.layers.join("-");
  trainer.free();
  net.free();
  return { layers, fingerprint, speed };
}

function training() {
  const rows = Object.entries({ ...recipes, hardened }).map(([name, recipe]) => {
    const { layers, fingerprint, speed } = trained(recipe);
    const { batchSize = 0 } = recipe.trainer;
    const epoch = train.count / speed;
    return [
      code(name),
      layers,
      String(batchSize),
      rounded(speed),
      `${rounded(epoch)} s`,
      code(fingerprint),
    ];
  });
  const head = ["recipe", "network", "batch", "digits/s", "an epoch", `after ${STEPS} steps`];
  return `## Training

On MNIST, from seed 1, one thread, WebAssembly in Node; digits per second of processor time.

${markdownTable(head, rows)}`;
}

function times() {
  const net = engine.load(readFileSync(join(root, "web/models/lesson.safetensors")));
  const pixels = test.image(0);
  const start = seconds();
  for (let i = 0; i < PREDICTIONS; i++) net.predict(pixels);
  const prediction = (1e6 * (seconds() - start)) / PREDICTIONS;
  net.free();
  const { times: found, processes, size } = firstPrediction();
  const [least, median, most] = found.map((time) => time.toFixed(0));
  const rows = [
    [
      "one prediction of the lesson's network, the copy of its pixels included",
      `${rounded(prediction)} µs`,
    ],
    [
      `from the package's import to the first prediction, ${processes} fresh processes`,
      `${median} ms [${least}..${most}]`,
    ],
  ];
  return { size, text: `## Waiting\n\n${markdownTable(["what", "takes"], rows)}` };
}

/** What a host sends of them. @param {string[]} paths */
const sent = (paths) => paths.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);

/** All files of dist/docs. */
const documentation = () =>
  readdirSync(join(root, "dist/docs"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

/** @param {number} packed  bytes of the package */
function sizes(packed) {
  const size = (/** @type {string} */ path) => readFileSync(join(root, path)).length;
  const docsStyle = readdirSync(join(root, "dist/assets")).filter((file) => /^docs-/.test(file));
  const docs = [...documentation(), ...docsStyle.map((file) => join(root, "dist/assets", file))];
  const dist = join(root, "dist");
  const rows = [
    ["the engine, `engine.wasm`", kilobytes(size("build/engine.wasm"))],
    ["… compressed", kilobytes(gzipSync(readFileSync(join(root, "build/engine.wasm"))).length)],
    ["… for machines without vectors, `scalar.wasm`", kilobytes(size("build/scalar.wasm"))],
    ["the whole page for use offline, in one language, compressed", kilobytes(sent(keptIn(dist)))],
    ["this documentation, compressed", kilobytes(sent(docs))],
    ["the package for npm", kilobytes(packed)],
    [
      "`downhill.c` and `downhill.h`",
      kilobytes(size("build/lib/downhill.c") + size("build/lib/downhill.h")),
    ],
  ];
  return `## Sizes\n\n${markdownTable(["what", "bytes"], rows)}`;
}

const waiting = times();
const text = [heading(), models(), training(), waiting.text, sizes(waiting.size)].join("\n\n");
console.log(text);
writeMeasured("figures", text);
