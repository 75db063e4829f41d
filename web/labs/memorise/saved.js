/**
 * What came of the seeds that have ended, kept in this tab over a reload of the page; the weights
 * are not. Without storage it is lost with the page.
 *
 * @typedef {import("../../worker/protocol.js").DataReport} DataReport
 * @typedef {import("../../worker/experiment-protocol.js").Point} Point
 * @typedef {import("./options.js").Choice} Choice
 * @typedef {import("./race.js").Runner} Runner
 * @typedef {import("./results.js").Result} Result
 * @typedef {import("./results.js").Standing} Standing
 *
 * @typedef {object} Ended
 * @property {Choice} choice  of the seed that ended last
 * @property {Runner[]} runners  its two networks
 * @property {readonly number[]} seeds  that were asked for
 * @property {Result[]} results  of those that have ended, one or more
 */
import * as texts from "../../texts/en/memorise.js";
import { COUNTS, DEPTHS, SEEDS, WIDTHS } from "./options.js";
import { resultOf } from "./results.js";

const KEY = "downhill-memorise";
const FORMAT = 1;
const KINDS = ["finished", "reached", "diverged"];
const MOST_POINTS = 5000;
const COUNTED = /** @type {const} */ (["epoch", "steps", "examples", "seconds"]);

/** @param {Ended} ended @param {DataReport} data  complete */
export function keepEnded({ choice, runners, seeds, results }, data) {
  const networks = runners.map(({ kind, points }) => ({ kind, points }));
  const kept = { format: FORMAT, data: nameOf(data), choice, networks, seeds, results };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Then a reload forgets it, as it would anyway.
  }
}

/**
 * @param {DataReport} data  complete
 * @returns {Ended | null} null when none was kept, what was is damaged, or is of other digits
 */
export function keptEnded(data) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    const isOfThese = kept?.format === FORMAT && kept.data === nameOf(data);
    return isOfThese ? checkedEnded(kept) : null;
  } catch {
    return null;
  }
}

/**
 * The same for the same digits, also when they were loaded again; "" while they are loading.
 * @param {DataReport} data
 */
export const nameOf = ({ complete, checksum, train, test }) =>
  complete && checksum ? `${checksum} ${train} ${test}` : "";

/** Throws an Error when a part is damaged. @param {any} kept @returns {Ended} */
function checkedEnded({ choice, networks, seeds, results }) {
  check(seeds.length <= SEEDS.length && seeds.every(Number.isSafeInteger));
  check(networks.length === 2);
  const runners = networks.map(checkedRunner);
  const last = resultOf(checkedChoice(choice), runners);
  const before = results.slice(0, -1).map(checkedResult);
  const known = [...before, last].map(({ seed }) => seed);
  check(known.every((seed, i) => seed === seeds[i]));
  return { choice, runners, seeds, results: [...before, last] };
}

/** @param {Choice} choice */
function checkedChoice(choice) {
  const { count, width, depth, fraction, seed } = choice;
  const isOffered = COUNTS.includes(count) && WIDTHS.includes(width) && DEPTHS.includes(depth);
  check(isOffered && isFraction(fraction) && Number.isSafeInteger(seed));
  return choice;
}

/** @param {any} network @param {number} i @returns {Runner} */
function checkedRunner({ kind, points }, i) {
  check(KINDS.includes(kind) && points.length > 0 && points.length <= MOST_POINTS);
  points.forEach(checkPoint);
  return { isShuffled: i === 1, points, kind, start: null, parameters: null };
}

/** @param {Result} result */
function checkedResult(result) {
  check(Number.isSafeInteger(result.seed));
  for (const { kind, epochs, last } of [result.plain, result.shuffled]) {
    checkPoint(last);
    check(KINDS.includes(String(kind)) && (epochs === null || epochs === last.epoch));
  }
  return result;
}

/** @param {Point} point */
function checkPoint(point) {
  check(COUNTED.every((key) => Number.isFinite(point[key]) && point[key] >= 0));
  check(isFraction(point.testAccuracy) && isFraction(point.trainAccuracy));
}

/** @param {unknown} value */
const isFraction = (value) => Number.isFinite(value) && Number(value) >= 0 && Number(value) <= 1;

/** @param {boolean} isSound */
function check(isSound) {
  if (!isSound) throw new Error(texts.damaged);
}
