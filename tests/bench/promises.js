/**
 * The "Must show" list: what was asked for, what was aimed at, what this run measured; beside each
 * ratio the null control's, which is how much the same build differs from itself.
 */

import { CHROMIUM, NATIVE, NULL, OURS, PEERS } from "./contestants.js";
import { isShown, median, pairedRatio, summary } from "./statistics.js";
import { NOT_SHOWN, table, times, twoPlaces, withSpread } from "./table.js";

/**
 * @typedef {import("./rounds.js").Result} Result
 * @typedef {import("./statistics.js").Summary} Summary
 */

const [[CORE], [FIT], [JAX]] = PEERS;
const SMALL = "784-16-16-10";
const ABSENT = "not in this run";
export const HEAD = ["", "at least", "aim", "measured", "null"];

/** @param {any} bench  see bench.js @returns {string} */
export const mustShow = (bench) => table(["Must show", ...HEAD.slice(1)], promises(bench));

/**
 * What was asked for, at least, at best, measured, the null control's ratio.
 * @param {any} bench  see bench.js
 * @returns {string[][]}
 */
export function promises(bench) {
  const find = finder(bench.results);
  /** Ours, or another of this engine, ÷ theirs, the same job and work; and the null control. */
  const ratio = (/** @type {string} */ other, net = SMALL, of = OURS) => {
    const [ours, theirs] = [find(of, net), find(other, net)];
    const measured = ours && theirs && pairedRatio(ours.rates, theirs.rates);
    return { measured, control: controlOf(find(OURS, net), find(NULL, net)) };
  };
  /** Dense-equivalent FLOP/s ÷ the measured peak; and the null control. */
  const share = (/** @type {string} */ net, batch = 32, work = "step", from = find) => {
    const ours = from(OURS, net, batch, work);
    return { measured: ours?.peakShare, control: controlOf(ours, from(NULL, net, batch, work)) };
  };
  const wide = (/** @type {string} */ net) =>
    share(net, 32, "step", finder(bench.scaling?.results));

  return [
    [`${SMALL}, batch 32 ÷ ${CORE}`, "40×", "60×", ...shown(ratio(CORE), times)],
    [`… ÷ ${FIT}`, "130×", "150×", ...shown(ratio(FIT), times)],
    [`… ÷ ${JAX}`, "24×", "40×", ...shown(ratio(JAX), times)],
    ["… dense-equivalent FLOP/s ÷ measured wasm SIMD peak", "1.5", "2.5", ...shown(share(SMALL))],
    [`784-100-10, batch 32 ÷ ${CORE}`, "25×", "40×", ...shown(ratio(CORE, "784-100-10"), times)],
    [
      "784-256-128-10, batch 128, dense-equivalent ÷ peak",
      "1.0",
      "1.8",
      ...shown(share("784-256-128-10", 128)),
    ],
    ["784-512-512-10, batch 32, …", "1.35", "1.6", ...shown(wide("784-512-512-10"))],
    ["784-1024-1024-10, batch 32, …", "1.1", "1.4", ...shown(wide("784-1024-1024-10"))],
    ...["gcc", "clang"].map((compiler) => [
      `${SMALL}, batch 32, wasm ÷ ${NATIVE} (${compiler})`,
      "0.7",
      "0.9",
      ...shown(ratio(`${NATIVE} (${compiler})`)),
    ]),
    [`${SMALL}, batch 32, Chromium ÷ Node`, "", "", ...shown(ratio(OURS, SMALL, CHROMIUM))],
    [
      `evaluate 10,000 digits, ${SMALL} ÷ one dense pass at peak`,
      "1×",
      "2×",
      ...shown(share(SMALL, 32, "evaluate"), times),
    ],
    [
      "recipes.sprint: seconds of training to 96.0% held-out (whole time)",
      "≤ 0.5 s",
      "0.35 s",
      shownAccuracy(bench.accuracy),
      "",
    ],
    [
      "one predict including the copy, Node",
      "≤ 3 µs",
      "1.5 µs",
      shownPredict(find(OURS, SMALL, 32, "predict")),
      "",
    ],
    ["wasm module", "≤ 70 kB", "56 kB", `${(bench.module / 1000).toFixed(1)} kB`, ""],
  ];
}

/** @param {Result[]} [results] */
const finder =
  (results = []) =>
  (/** @type {string} */ contestant, /** @type {string} */ net, batch = 32, work = "step") =>
    results.find(
      (r) =>
        r.contestant === contestant &&
        r.net === net &&
        r.batch === batch &&
        r.work === work &&
        r.optimizer === "sgd",
    );

/** @param {Result | undefined} ours @param {Result | undefined} again */
const controlOf = (ours, again) => ours && again && pairedRatio(ours.rates, again.rates);

/**
 * What is measured, and the null control.
 *
 * @param {{ measured?: Summary, control?: Summary }} ratio
 * @param {(value: number) => string} [format]
 */
function shown({ measured, control }, format = twoPlaces) {
  if (!measured || !control) return [ABSENT, ""];
  const verdict = isShown(measured, control) ? "" : `, ${NOT_SHOWN}`;
  return [`${withSpread(measured, format)}${verdict}`, withSpread(control, twoPlaces)];
}

/** @param {Result | undefined} result */
function shownPredict(result) {
  if (!result) return ABSENT;
  const time = summary(result.rates.map((rate) => 1e6 / rate));
  return `${withSpread(time, (µs) => µs.toPrecision(3))} µs`;
}

/** @param {import("./accuracy.js").Run[] | undefined} runs the median over the seeds */
function shownAccuracy(runs) {
  if (!runs) return ABSENT;
  const middle = (/** @type {"training" | "whole"} */ part) =>
    median(runs.map((run) => run[part])).toFixed(2);
  const reached = runs.filter((run) => run.reached).length;
  return `${middle("training")} s (${middle("whole")} s), ${reached} of ${runs.length} seeds`;
}
