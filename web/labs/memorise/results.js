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
import { count, percent } from "../../common/numbers.js";
import { GOAL } from "./options.js";

const goal = percent(GOAL, 0);

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
 * @returns {"not" | "slower" | "as quick" | "quicker" | "alone"}
 */
export function shuffledWere({ plain, shuffled }) {
  if (shuffled.epochs === null) return "not";
  if (plain.epochs === null) return "alone";
  if (plain.epochs === shuffled.epochs) return "as quick";
  return plain.epochs < shuffled.epochs ? "slower" : "quicker";
}

/** 6.25 → "6.3×" @param {number} factor */
export function times(factor) {
  return `${factor.toFixed(1)}×`;
}

/** 0.25 → "0.25", 12 → "12" @param {number} epochs */
export function epochNumber(epochs) {
  return Number.isInteger(epochs) ? count(epochs) : String(epochs);
}

/** 1 → "1 epoch", 12 → "12 epochs" @param {number} epochs */
export function epochWords(epochs) {
  return `${epochNumber(epochs)} ${epochs === 1 ? "epoch" : "epochs"}`;
}

/** Who was faster, as one sentence. @param {Result} result */
export function findingOf(result) {
  const { plain, shuffled } = result;
  const factor = factorOf(result);
  if (factor !== null) {
    const [plainly, mixed] = [Number(plain.epochs), Number(shuffled.epochs)];
    const fast = epochWords(Math.min(plainly, mixed));
    const slow = epochNumber(Math.max(plainly, mixed));
    if (factor === 1) return `Both learned ${goal} of their labels in ${fast}.`;
    if (factor > 1) {
      const more = `${times(factor)} as many`;
      return `True labels were learned in ${fast}, shuffled ones in ${slow}: ${more}.`;
    }
    const opposite = "the opposite of what the lesson says";
    return `Shuffled labels were learned in ${fast}, true ones in ${slow}: ${opposite}.`;
  }
  const [first, second] = [
    ["true", plain],
    ["shuffled", shuffled],
  ].map(([name, standing]) => gone(String(name), /** @type {Standing} */ (standing)));
  return `${first}; ${second}.`.replace(/^./, (letter) => letter.toUpperCase());
}

/** @param {string} name @param {Standing} standing */
function gone(name, { kind, epochs, last }) {
  if (epochs !== null) return `${name} labels were learned in ${epochWords(epochs)}`;
  if (kind === "diverged") return `with ${name} labels the training diverged`;
  const accuracy = percent(last.trainAccuracy);
  return `${name} labels were not: ${accuracy} after ${epochWords(last.epoch)}`;
}

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
  const first = `True labels were learned in fewer epochs for ${faster} of ${all} seeds`;
  if (!known) return `${first}.`;
  if (least === 1 && most === 1) return `${first}; shuffled ones took just as many.`;
  return `${first}; shuffled ones took ${times(least)} to ${times(most)} as many.`;
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
