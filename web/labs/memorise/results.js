/**
 * What came of a race, as numbers and in words.
 *
 * @typedef {import("../../worker/experiment-protocol.js").Point} Point
 * @typedef {import("./options.js").Choice} Choice
 * @typedef {import("./race.js").Runner} Runner
 *
 * @typedef {object} Standing  of one network, as far as it was trained
 * @property {Runner["kind"]} kind
 * @property {number | null} epochs  at which it reached GOAL; null when it has not
 * @property {Point} last
 *
 * @typedef {{ seed: number, plain: Standing, shuffled: Standing }} Result  plain: true labels
 */
import * as texts from "../../texts/en/memorise.js";
import { GOAL } from "./options.js";

/** @param {Runner} runner @returns {Standing | null} null before the first measurement */
export function standingOf({ kind, points }) {
  const last = points[points.length - 1];
  if (!last) return null;
  return { kind, epochs: kind === "reached" ? last.epoch : null, last };
}

/** @param {Choice} choice @param {Runner[]} runners  both measured @returns {Result} */
export function resultOf({ seed }, runners) {
  const [plain, shuffled] = runners.map((runner) => /** @type {Standing} */ (standingOf(runner)));
  return { seed, plain, shuffled };
}

/**
 * How many times as many epochs the shuffled labels took; null when one of the two was given up.
 * @param {Result} result
 */
export function factorOf({ plain, shuffled }) {
  if (plain.epochs === null || shuffled.epochs === null) return null;
  return shuffled.epochs / plain.epochs;
}

/**
 * How shuffled labels were learned, compared with true ones; "alone": true ones were given up.
 * @param {Result} result
 * @returns {"not" | "slower" | "equal" | "quicker" | "alone"}
 */
export function shuffledWere({ plain, shuffled }) {
  if (shuffled.epochs === null) return "not";
  if (plain.epochs === null) return "alone";
  if (plain.epochs === shuffled.epochs) return "equal";
  return plain.epochs < shuffled.epochs ? "slower" : "quicker";
}

/** Who was faster, as one sentence. @param {Result} result */
export function findingOf({ plain, shuffled }) {
  if (plain.epochs === null || shuffled.epochs === null) {
    return texts.fates(fateOf(plain), fateOf(shuffled));
  }
  if (plain.epochs === shuffled.epochs) return texts.bothLearned(GOAL, plain.epochs);
  const finding = plain.epochs < shuffled.epochs ? texts.trueFirst : texts.shuffledFirst;
  return finding(plain.epochs, shuffled.epochs);
}

/** @param {Standing} standing @returns {import("../../texts/en/memorise.js").Fate} */
const fateOf = ({ kind, epochs, last }) => ({
  hasLearned: epochs !== null,
  hasDiverged: kind === "diverged",
  epochs: last.epoch,
  accuracy: last.trainAccuracy,
});

/**
 * Over several seeds: for how many true labels were faster, and the factors' range.
 * @param {Result[]} results
 * @returns {{ count: number, faster: number, least: number, most: number, known: number }}
 *   known: seeds that have a factor
 */
export function summaryOf(results) {
  const factors = results.flatMap((result) => factorOf(result) ?? []);
  const faster = results.filter(({ plain, shuffled }) => {
    if (plain.epochs === null) return false;
    return shuffled.epochs === null || plain.epochs < shuffled.epochs;
  });
  return {
    count: results.length,
    faster: faster.length,
    known: factors.length,
    least: Math.min(...factors),
    most: Math.max(...factors),
  };
}

/** @param {Result[]} results */
export function seriesFinding(results) {
  const { count: all, faster, known, least, most } = summaryOf(results);
  if (!known) return texts.fasterFor(faster, all);
  if (least === 1 && most === 1) return texts.fasterForNone(faster, all);
  return texts.fasterBy(faster, all, least, most);
}

/**
 * Both networks' accuracies over one list of epochs, in per cent, as a chart takes them.
 * @param {Runner[]} runners
 * @returns {(number | null)[][]} epochs; then of each runner training and test accuracy
 */
export function curvesOf(runners) {
  const epochs = [...new Set(runners.flatMap(({ points }) => points.map(({ epoch }) => epoch)))];
  epochs.sort((a, b) => a - b);
  const lines = runners.flatMap(({ points }) => {
    const at = new Map(points.map((point) => [point.epoch, point]));
    const line = (/** @type {"trainAccuracy" | "testAccuracy"} */ name) =>
      epochs.map((epoch) => {
        const value = at.get(epoch)?.[name];
        return typeof value === "number" ? 100 * value : null;
      });
    return [line("trainAccuracy"), line("testAccuracy")];
  });
  return [epochs, ...lines];
}
