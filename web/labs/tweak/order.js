/**
 * Runs in an order, compared, and as a file of comma-separated values.
 *
 * @typedef {import("./run.js").Run} Run
 * @typedef {"time" | "words" | "parameters" | "seconds" | "accuracy" | "fingerprint"} Column
 * @typedef {{ column: Column, descending: boolean }} Order
 */
import { formatSetting, NETWORK_KEYS } from "../../common/settings.js";
import { LOCALE } from "../../texts/en/locale.js";
import * as texts from "../../texts/en/tweak.js";
import { parametersOf } from "./run.js";
import { runWords } from "./words.js";

/** @type {Record<Column, (run: Run) => number | string>} */
const VALUES = {
  time: ({ time }) => time,
  words: runWords,
  parameters: ({ settings }) => parametersOf(settings),
  seconds: ({ seconds }) => seconds,
  accuracy: ({ accuracy }) => accuracy ?? -1,
  fingerprint: ({ fingerprint }) => fingerprint,
};

/**
 * Those of equal value newest first.
 * @param {readonly Run[]} runs @param {Order} order @returns {Run[]}
 */
export function sorted(runs, { column, descending }) {
  const sign = descending ? -1 : 1;
  const known = runs.map((run) => ({ run, value: VALUES[column](run) }));
  known.sort((a, b) => sign * compared(a.value, b.value) || b.run.time - a.run.time);
  return known.map(({ run }) => run);
}

const { compare: compareText } = new Intl.Collator(LOCALE, { numeric: true });

/** @param {number | string} x @param {number | string} y */
function compared(x, y) {
  const isText = typeof x === "string" && typeof y === "string";
  return isText ? compareText(x, y) : Number(x) - Number(y);
}

/**
 * The most accurate, the earlier of equals; null when none has an accuracy.
 * @param {readonly Run[]} runs
 */
export function bestOf(runs) {
  const known = runs.filter(({ accuracy }) => accuracy !== null);
  return sorted(known, { column: "accuracy", descending: true }).at(0) ?? null;
}

/**
 * Finished runs that differ from this one in the seed alone; it is among them.
 * @param {readonly Run[]} runs @param {Run} run
 */
export function sameButSeed(runs, run) {
  const about = (/** @type {Run} */ { settings, data }) =>
    JSON.stringify([{ ...settings, seed: 0 }, data.kind, data.name, data.checksum, data.count]);
  const wanted = about(run);
  return runs.filter((each) => each.outcome === "finished" && about(each) === wanted);
}

/** @typedef {{ mean: number, lowest: number, highest: number, count: number }} Spread */

/**
 * Of their accuracies; null for fewer than two.
 * @param {readonly Run[]} runs @returns {Spread | null}
 */
export function spreadOf(runs) {
  const values = runs.flatMap(({ accuracy }) => (accuracy === null ? [] : [accuracy]));
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, lowest: Math.min(...values), highest: Math.max(...values), count: values.length };
}

/**
 * Curves over one list of x, as a chart takes them.
 * @param {readonly Pick<Run, "curve">[]} runs @param {"epochs" | "seconds"} over
 * @returns {[number[], ...(number | null)[][]]} x, then the test accuracy of each run, percent
 */
export function joined(runs, over) {
  const at = over === "epochs" ? 0 : 1;
  const xs = [...new Set(runs.flatMap(({ curve }) => curve.map((point) => point[at])))];
  xs.sort((a, b) => a - b);
  const values = runs.map(({ curve }) => {
    const known = new Map(curve.map((point) => [point[at], 100 * point[2]]));
    return xs.map((x) => known.get(x) ?? null);
  });
  return [xs, ...values];
}

/** One line for each run. @param {readonly Run[]} runs @param {(run: Run) => string} linkTo */
export function csvOf(runs, linkTo) {
  const head = [
    "began",
    ...NETWORK_KEYS,
    ...["data", "training digits", "outcome", "epochs trained", "steps", "parameters"],
    ...["seconds", "test digits", "test accuracy", "fingerprint", "link"],
  ];
  const lines = runs.map((run) => [
    new Date(run.time).toISOString(),
    ...NETWORK_KEYS.map((key) => formatSetting(key, run.settings[key])),
    ...[run.data.name, run.data.count, run.outcome, run.epochs, run.steps],
    ...[parametersOf(run.settings), run.seconds.toFixed(2), run.test, run.accuracy ?? ""],
    ...[run.fingerprint, linkTo(run)],
  ]);
  return [head, ...lines].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

/** A name of a file may begin like a formula. @param {unknown} value */
function cell(value) {
  const text = String(value).replace(/^[=+@]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What runs are called in chart and table, by their places in the selection. */
export const LETTERS = "ABCDEF";

/** The first free place of a selection. @param {readonly string[]} selected */
export function placeFor(selected) {
  const free = selected.indexOf("");
  return free < 0 ? selected.length : free;
}

/** Accuracy of a run that learns something. */
const LEARNS = 0.5;

/**
 * Where the axis begins, percent: below what the runs that learn have after a third.
 * @param {readonly Pick<Run, "accuracy" | "curve">[]} runs
 */
export function lowest(runs) {
  const learning = runs.filter(({ accuracy }) => Number(accuracy) > LEARNS);
  const late = learning.flatMap(({ curve }) => curve.slice(Math.ceil(curve.length / 3)));
  const least = Math.min(...late.map(([, , accuracy]) => accuracy));
  return Number.isFinite(least) ? Math.max(0, Math.floor(20 * least - 0.2) * 5) : 0;
}

/**
 * What the chart does not show: "The axis begins at 85%. Below it: C, now."
 * @param {readonly { label: string, run: Pick<Run, "accuracy" | "curve"> }[]} lines
 */
export function axisWords(lines) {
  const low = lowest(lines.map(({ run }) => run));
  if (!low) return "";
  const below = lines.filter(({ run: { curve } }) => 100 * (curve.at(-1)?.[2] ?? 1) < low);
  const names = below.map(({ label }) => label);
  return texts.axisBegins(low, names);
}
