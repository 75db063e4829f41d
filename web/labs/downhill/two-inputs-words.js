/** What the three paths did, in one sentence. */
import * as texts from "../../texts/en/downhill-functions.js";
import { endOf, flatKind, steepness, TOLERANCE } from "./descent.js";

/**
 * @typedef {import("./descent.js").Path} Path
 * @typedef {import("./functions.js").Surface} Surface
 * @typedef {import("./functions.js").Point} Point
 */

/** @param {Surface} surface @param {Path[]} paths */
export function finding(surface, paths) {
  if (paths[0].points.length === 1) return startWords(surface, paths[0].points[0]);
  const arrived = paths.filter(({ state }) => state === "rest");
  if (arrived.length) return arrivalWords(surface, arrived);
  const moving = paths.filter(({ state }) => state === "moving");
  if (!moving.length) return departureWords(surface, paths);
  const costs = moving.map((path) => surface.cost(endOf(path)));
  const least = Math.min(...costs);
  const methods = methodsOf(moving.filter((_, i) => costs[i] === least));
  return texts.lowest(moving[0].steps, methods, least);
}

/** @param {Surface} surface @param {Point} start */
function startWords(surface, start) {
  const size = steepness(surface, start);
  return size < TOLERANCE ? texts.at(kindAt(surface, start), size) : texts.downhill(size);
}

/** Of those that came to rest, at least one. @param {Surface} surface @param {Path[]} arrived */
function arrivalWords(surface, arrived) {
  const steps = Math.min(...arrived.map((path) => path.steps));
  const first = arrived.filter((path) => path.steps === steps);
  return texts.first(kindAt(surface, endOf(first[0])), methodsOf(first), steps);
}

/** All are gone. @param {Surface} surface @param {Path[]} paths */
function departureWords(surface, paths) {
  const falling = paths.filter((path) => isFalling(surface, path));
  if (falling.length === paths.length) return texts.allFell;
  return falling.length ? texts.allLeft : texts.allDiverged;
}

/** @param {Surface} surface @param {Point} at */
function kindAt(surface, at) {
  return flatKind(...surface.bends(at));
}

/** Whether the cost is lower than at the start. @param {Surface} surface @param {Path} path */
function isFalling(surface, path) {
  return surface.cost(endOf(path)) < surface.cost(path.points[0]);
}

/** What has become of one path. @param {Surface} surface @param {Path} path */
export function outcome(surface, path) {
  const { state, steps } = path;
  if (state === "moving") return texts.moving(steps);
  if (state === "rest") return texts.rested(steps, kindAt(surface, endOf(path)));
  return isFalling(surface, path) ? texts.leftDownhill(steps) : texts.divergedAfter(steps);
}

/** @param {Path[]} paths */
function methodsOf(paths) {
  return paths.map(({ method }) => method);
}
