/** The "Must show" list: what was asked for, what was aimed at, what this run measured. */

import { CHROMIUM, NATIVE, OURS, PEERS } from "./contestants.js";
import { median, pairedRatio } from "./statistics.js";
import { table, times, twoPlaces } from "./table.js";

const [[CORE], [FIT], [JAX]] = PEERS;
const SMALL = "784-16-16-10";
const COMMAND = "make bench";

/** @param {any} bench  see bench.js @returns {string} */
export function mustShow(bench) {
  return table(
    ["Must show", "at least", "aim", "measured", "command"],
    promises(bench).map((row) => [...row, COMMAND]),
  );
}

/**
 * What was asked for, at least, at best, measured.
 * @param {any} bench  see bench.js
 * @returns {string[][]}
 */
export function promises(bench) {
  const find = finder(bench);
  /** Ours ÷ theirs, the same job and work. */
  const ratio = (/** @type {string} */ other, /** @type {string} */ net, batch = 32, of = OURS) => {
    const [ours, theirs] = [find(of, net, batch), find(other, net, batch)];
    return ours && theirs ? pairedRatio(ours.rates, theirs.rates) : null;
  };
  const natives = ["gcc", "clang"].map((compiler) => `${NATIVE} (${compiler})`);
  const share = (/** @type {string} */ net, batch = 32) =>
    find(OURS, net, batch)?.peakShare ?? null;

  return [
    [`${SMALL}, batch 32 ÷ ${CORE}`, "30×", "60×", shown(ratio(CORE, SMALL), times)],
    [`… ÷ ${FIT}`, "80×", "150×", shown(ratio(FIT, SMALL), times)],
    [
      "… dense-equivalent FLOP/s ÷ measured wasm SIMD peak",
      "1.5",
      "2.5",
      shown(share(SMALL), twoPlaces),
    ],
    [`… ÷ ${JAX}`, "20×", "40×", shown(ratio(JAX, SMALL), times)],
    [`784-100-10, batch 32 ÷ ${CORE}`, "25×", "40×", shown(ratio(CORE, "784-100-10"), times)],
    [
      "784-256-128-10, batch 128, dense-equivalent ÷ peak",
      "1.0",
      "1.8",
      shown(share("784-256-128-10", 128), twoPlaces),
    ],
    ...natives.map((name) => [
      `${SMALL}, batch 32, wasm ÷ ${name}`,
      "0.7",
      "0.9",
      shown(ratio(name, SMALL), twoPlaces),
    ]),
    [
      `${SMALL}, batch 32, Chromium ÷ Node`,
      "",
      "",
      shown(ratio(OURS, SMALL, 32, CHROMIUM), twoPlaces),
    ],
    [
      `evaluate 10,000 digits, ${SMALL} ÷ one dense pass at peak`,
      "1×",
      "2×",
      shown(find(OURS, SMALL, 32, "evaluate")?.peakShare ?? null, times),
    ],
    [
      "recipes.modern: seconds of training to 96.0% held-out (whole time)",
      "≤ 1.5 s",
      "0.8 s",
      shownAccuracy(bench.accuracy),
    ],
    [
      "one predict including the copy, Node",
      "≤ 3 µs",
      "1.5 µs",
      shown(
        find(OURS, SMALL, 32, "predict")?.speed.median ?? null,
        (speed) => `${(1e6 / speed).toPrecision(3)} µs`,
      ),
    ],
    ["wasm module", "≤ 66 kB", "30 kB", `${(bench.module / 1000).toFixed(1)} kB`],
  ];
}

/** @param {any} bench */
function finder({ results = [] }) {
  return (
    /** @type {string} */ contestant,
    /** @type {string} */ net,
    /** @type {number} */ batch,
    work = "step",
  ) =>
    results.find(
      (/** @type {any} */ r) =>
        r.contestant === contestant &&
        r.net === net &&
        r.batch === batch &&
        r.work === work &&
        r.optimizer === "sgd",
    );
}

/**
 * @param {number | null} value
 * @param {(value: number) => string} format
 */
const shown = (value, format) => (value === null ? "not in this run" : format(value));

/** @param {import("./accuracy.js").Run[] | undefined} runs the median over the seeds */
function shownAccuracy(runs) {
  if (!runs) return "not in this run";
  const middle = (/** @type {"training" | "whole"} */ part) =>
    median(runs.map((run) => run[part])).toFixed(2);
  const reached = runs.filter((run) => run.reached).length;
  return `${middle("training")} s (${middle("whole")} s), ${reached} of ${runs.length} seeds`;
}
