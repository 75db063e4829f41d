/**
 * make bench: this engine beside its peers, beside itself, and beside what the machine can do at
 * most, in rounds of fresh processes. Prints tables, writes build/bench.json and draws charts; a
 * complete run also writes the table of docs/speed.md and the charts of docs/.
 */

import { copyFileSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writeMeasured } from "../../tools/measured.js";
import { measureAccuracy, measureStart } from "./accuracy.js";
import { checkAgreement } from "./agreement.js";
import { growthChart } from "./charts/growth.js";
import { speedChart } from "./charts/speed.js";
import { contestantsOf, inNode, NULL, OURS, rooflineOf } from "./contestants.js";
import { jobName, TRAINING } from "./jobs.js";
import { machine } from "./machine.js";
import { readOptions } from "./options.js";
import { report, speedReport } from "./report.js";
import { measure, withProcesses } from "./rounds.js";
import { prepareDigits, ROOT } from "./runners/files.js";
import { SCALING_JOBS, scalingAxes } from "./scaling.js";
import { summary } from "./statistics.js";

const options = readOptions(process.argv.slice(2));
const begin = performance.now();
const say = (/** @type {string} */ line) => {
  const seconds = ((performance.now() - begin) / 1000).toFixed(0);
  console.error(`  ${seconds.padStart(4)} s  ${line}`);
};
const wants = (/** @type {string} */ part) => options.parts.includes(part);
/** @param {string} part @param {import("./jobs.js").Job[]} jobs */
const wanted = (part, jobs) =>
  jobs.filter((job) => wants(part) && jobName(job).includes(options.rows));
const jobs = wanted("training", TRAINING);
const scalingJobs = wanted("scaling", SCALING_JOBS);

const digits = await prepareDigits();
const roofline = rooflineOf();
const ours = inNode(OURS);
const { contestants, absent } = contestantsOf(options.contestants, say);
/** @type {any} */
const bench = { date: new Date().toISOString(), digits, options, absent, machine: machine() };
bench.module = statSync(new URL("build/engine.wasm", ROOT)).size;

const ms = options.quick ? 200 : 1000;
const [memory, peak] = await withProcesses([roofline], async ([limit]) => [
  await limit.ask({ ask: "other", name: "memory", options: { ms } }),
  await limit.ask({ ask: "other", name: "peak", options: { ms } }),
]);
const peaks = [peak];
if (jobs.length) {
  say("training");
  bench.agreement = await withProcesses(contestants, checkAgreement);
  const measured = await measure(contestants, roofline, jobs, options, say);
  Object.assign(bench, measured);
  peaks.push(...measured.peaks);
}
if (scalingJobs.length) {
  say("scaling");
  const both = [ours, inNode(NULL)];
  const timing = { ...options, sliceMs: options.sliceMs / 2 };
  const measured = await measure(both, roofline, scalingJobs, timing, say);
  bench.scaling = { results: measured.results, axes: scalingAxes(measured.results) };
  peaks.push(...measured.peaks);
}
if (wants("accuracy")) bench.accuracy = await measureAccuracy(ours, options.seeds, say);
if (wants("start")) bench.start = await measureStart(ours);
Object.assign(bench, { memory, peak: summary(peaks) });

writeFileSync(new URL("build/bench.json", ROOT), `${JSON.stringify(bench, null, 1)}\n`);
if (bench.results && !options.rows) draw("bench.svg", speedChart(bench));
if (bench.scaling && !options.rows) draw("scaling.svg", growthChart(bench));
process.stdout.write(`${report(bench)}\n`);
if (options.isComplete) writeMeasured("bench", speedReport(bench));
say("done");

/**
 * A chart goes to build/, and a complete run's to docs/ too, where speed.md shows it.
 *
 * @param {string} name
 * @param {string} svg
 */
function draw(name, svg) {
  const file = fileURLToPath(new URL(`build/${name}`, ROOT));
  writeFileSync(file, svg);
  if (options.isComplete) copyFileSync(file, new URL(`docs/${name}`, ROOT));
}
