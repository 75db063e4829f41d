/**
 * make bench: this engine beside its peers, and beside what the machine can do at most, in one
 * interleaved run. Prints tables, writes build/bench.json and draws docs/bench.svg and
 * docs/scaling.svg; a complete run also writes README's table.
 */

import { copyFileSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writeMeasured } from "../../tools/readme.js";
import { measureAccuracy, measureStart } from "./accuracy.js";
import { growthChart } from "./charts/growth.js";
import { speedChart } from "./charts/speed.js";
import { startContestants } from "./contestants.js";
import { machine } from "./machine.js";
import { PARTS, readOptions } from "./options.js";
import { readmeReport, report } from "./report.js";
import { prepareDigits, ROOT } from "./runners/files.js";
import { measureScaling } from "./scaling.js";
import { summary } from "./statistics.js";
import { checkAgreement, measureTraining } from "./training.js";

const options = readOptions(process.argv.slice(2));
const say = (/** @type {string} */ line) => console.error(`  ${line}`);
const wants = (/** @type {string} */ part) => options.parts.includes(part);

const digits = await prepareDigits();
const { roofline, engine, contestants, absent } = await startContestants(options, say);
/** @type {any} */
const bench = { date: new Date().toISOString(), digits, options, absent };
bench.machine = machine(contestants);
bench.module = statSync(new URL("build/engine.wasm", ROOT)).size;

try {
  const ms = options.quick ? 200 : 1000;
  bench.memory = await roofline.ask({ ask: "other", name: "memory", options: { ms } });
  if (wants("training")) {
    bench.agreement = await checkAgreement(contestants);
    Object.assign(bench, await measureTraining(contestants, roofline, options, say));
  }
  if (wants("scaling")) bench.scaling = await measureScaling(engine, roofline, options, say);
  if (wants("accuracy")) bench.accuracy = await measureAccuracy(engine, options.seeds, say);
  if (wants("start")) bench.start = await measureStart(engine);
  const peaks = [...(bench.peaks ?? []), ...(bench.scaling?.peaks ?? [])];
  if (!peaks.length)
    peaks.push(await roofline.ask({ ask: "other", name: "peak", options: { ms } }));
  bench.peak = summary(peaks);
} finally {
  for (const handle of new Set([roofline, engine, ...contestants])) await handle.stop();
}

mkdirSync(new URL("docs/", ROOT), { recursive: true });
writeFileSync(new URL("build/bench.json", ROOT), `${JSON.stringify(bench, null, 1)}\n`);
if (bench.results) draw("bench.svg", speedChart(bench));
if (bench.scaling) draw("scaling.svg", growthChart(bench));
process.stdout.write(`${report(bench)}\n`);
const complete = PARTS.every(wants) && !options.quick && !options.contestants;
if (complete) writeMeasured("bench", readmeReport(bench));

/**
 * A chart goes to build/, and a full run's to docs/ too, where the README shows it.
 *
 * @param {string} name
 * @param {string} svg
 */
function draw(name, svg) {
  const file = fileURLToPath(new URL(`build/${name}`, ROOT));
  writeFileSync(file, svg);
  if (!options.quick) copyFileSync(file, new URL(`docs/${name}`, ROOT));
}
