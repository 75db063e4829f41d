/** What is printed: the tables, and last the list of what the project promised. */

import { markdownTable } from "../../tools/measured.js";
import { NULL, OURS } from "./contestants.js";
import { jobName, NETS, TRAINING } from "./jobs.js";
import { HEAD, mustShow, promises } from "./promises.js";
import { median, pairedRatio } from "./statistics.js";
import { NOT_SHOWN, table, twoPlaces, withSpread } from "./table.js";

/** @param {any} bench  see bench.js */
export function report(bench) {
  return [
    heading(bench),
    bench.agreement && agreement(bench),
    bench.results && training(bench),
    bench.results && reading(bench),
    bench.scaling && scaling(bench),
    bench.accuracy && accuracy(bench),
    bench.start && start(bench),
    mustShow(bench),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** What docs/speed.md says of a full run. @param {any} bench */
export function speedReport(bench) {
  const { machine, digits, options, peak } = bench;
  const how =
    `${machine.processor}, Node ${machine.node}, one thread each, ${digits}; medians [min..max] ` +
    `of ${options.rounds} fresh processes each, started in rotated order. *Null*: this build ÷ ` +
    "itself, in processes of its own; a ratio whose median lies inside of that spread, in either " +
    `direction, is "${NOT_SHOWN}". \`f32x4\` multiply-add peak of this machine in wasm: ` +
    `${(peak.median / 1e9).toFixed(1)} GFLOP/s.`;
  return [
    markdownTable(HEAD, promises(bench)),
    how,
    "![Digits per second of training: this engine and its peers](bench.svg)",
    "![Speed against width, depth, batch size and data](scaling.svg)",
  ].join("\n\n");
}

/** @param {any} bench */
function heading({ machine, digits, options, peak, memory, absent, versions: all = {} }) {
  const versions = Object.entries(all).filter(([, version]) => version);
  return [
    `${machine.processor}, ${machine.memory}, ${machine.system}, Node ${machine.node}; ` +
      `one thread each; ${digits}`,
    `medians [min..max] of ${options.rounds} fresh processes each, slices of ${options.sliceMs} ms`,
    ...(options.quick ? ["A quick run: no figure here is worth quoting."] : []),
    ...versions.map(([name, version]) => `  ${name}: ${version}`),
    ...absent.map((/** @type {any} */ a) => `  left out: ${a.contestant} (${a.why})`),
    `f32x4 multiply-add peak in wasm: ${(peak.median / 1e9).toFixed(1)} GFLOP/s; ` +
      `memory: ${(memory.read / 1e9).toFixed(1)} GB/s read, ` +
      `${(memory.copy / 1e9).toFixed(1)} GB/s copied (read + written)`,
  ].join("\n");
}

/** @param {any} bench */
function agreement({ agreement: all }) {
  const jobs = [...new Set(all.map((/** @type {any} */ a) => a.job))];
  const names = [...new Set(all.map((/** @type {any} */ a) => a.contestant))];
  const cell = (/** @type {any} */ name, /** @type {any} */ job) => {
    const found = all.find((/** @type {any} */ a) => a.contestant === name && a.job === job);
    if (!found) return "–";
    return found.difference === 0 ? "same bits" : found.difference.toExponential(0);
  };
  const title =
    "Do they do the same? Largest difference of any parameter from the first after 20 steps";
  return `${title}\n\n${table(
    ["", ...jobs],
    names.map((name) => [name, ...jobs.map((job) => cell(name, job))]),
  )}`;
}

/** @param {any} bench */
const contestantsOf = ({ results }) => [
  ...new Set(results.map((/** @type {any} */ r) => /** @type {string} */ (r.contestant))),
];

/** @param {any} bench @param {any} job */
const isMeasured = ({ results }, job) =>
  results.some((/** @type {any} */ r) => r.job === jobName(job));

/** @param {any} bench one table for each net */
function training(bench) {
  return NETS.flatMap((net) => {
    const jobs = TRAINING.filter((job) => job.net === net && isMeasured(bench, job));
    if (!jobs.length) return [];
    /** @type {(name: string, job: any) => import("./rounds.js").Result | undefined} */
    const found = (name, job) =>
      bench.results.find(
        (/** @type {any} */ r) =>
          r.contestant === name && r.job === jobName(job) && r.work === "step",
      );
    const rows = contestantsOf(bench).map((name) => [
      name,
      ...jobs.map((job) => speedOf(found(name, job))),
    ]);
    const shares = jobs.map((job) => shareOf(found(OURS, job)));
    const nulls = jobs.map((job) => nullOf(found(OURS, job), found(NULL, job)));
    return table(
      [
        `${net.name}, training, digits/s`,
        ...jobs.map(({ batch, optimizer }) => `batch ${batch}, ${optimizer}`),
      ],
      [
        ...rows,
        ["first line ÷ null", ...nulls],
        ["first line, dense-equivalent ÷ peak", ...shares],
      ],
    );
  }).join("\n\n");
}

/** @typedef {import("./rounds.js").Result | undefined} Found */

const speedOf = (/** @type {Found} */ result) => (result ? withSpread(result.speed) : "–");

const shareOf = (/** @type {Found} */ result) =>
  result ? withSpread(result.peakShare, twoPlaces) : "–";

const nullOf = (/** @type {Found} */ ours, /** @type {Found} */ again) =>
  ours && again ? withSpread(pairedRatio(ours.rates, again.rates), twoPlaces) : "–";

/** @param {any} bench */
function reading(bench) {
  const jobs = TRAINING.filter((job) => job.reads && isMeasured(bench, job));
  const cell = (/** @type {string} */ name, /** @type {any} */ job, /** @type {string} */ work) => {
    const found = bench.results.find(
      (/** @type {any} */ r) => r.contestant === name && r.job === jobName(job) && r.work === work,
    );
    if (found && work === "predict") return `${(1e6 / found.speed.median).toPrecision(3)} µs`;
    return speedOf(found);
  };
  const title =
    "One prediction, copies included; and evaluation of 10,000 digits, digits per second";
  return `${title}\n\n${table(
    ["", ...jobs.flatMap(({ net }) => [`predict ${net.name}`, `evaluate ${net.name}`])],
    contestantsOf(bench).map((name) => [
      name,
      ...jobs.flatMap((job) => [cell(name, job, "predict"), cell(name, job, "evaluate")]),
    ]),
  )}`;
}

/** @param {any} bench */
function scaling({ scaling: { axes } }) {
  return axes
    .filter((/** @type {import("./scaling.js").Axis} */ { points }) => points.length)
    .map(
      (/** @type {import("./scaling.js").Axis} */ { axis, label, points }) =>
        `Speed against ${axis}\n\n${table(
          [label, "digits/s", "dense-equivalent share of peak"],
          points.map(({ x, speed, peakShare }) => [
            String(x),
            withSpread(speed),
            withSpread(peakShare, twoPlaces),
          ]),
        )}`,
    )
    .join("\n\n");
}

/** @param {any} bench */
function accuracy({ accuracy: runs, digits }) {
  return `recipes.sprint until 96.0% of the held-out digits are read (${digits})\n\n${table(
    ["seed", "reached", "epochs", "training", "whole"],
    runs.map((/** @type {import("./accuracy.js").Run} */ run) => [
      String(run.seed),
      `${(100 * run.accuracy).toFixed(2)}%`,
      String(run.epoch),
      `${run.training.toFixed(2)} s`,
      `${run.whole.toFixed(2)} s`,
    ]),
  )}`;
}

/** @param {any} bench */
function start({ start: runs }) {
  const middle = (/** @type {"load" | "data" | "step"} */ part) =>
    `${median(runs.map((/** @type {any} */ run) => run[part])).toFixed(1)} ms`;
  return (
    `From nothing to the first step: engine ${middle("load")}, 60,000 IDX digits ` +
    `${middle("data")}, network and first mini-batch ${middle("step")}`
  );
}
