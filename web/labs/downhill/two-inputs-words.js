/** What the three paths did, in one sentence. */
import { endOf, flatKind, METHODS, steepness, TOLERANCE } from "./descent.js";
import { countWords, number } from "./functions-text.js";

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
  const names = namesOf(moving.filter((_, i) => costs[i] === least));
  return `Lowest after ${countWords(moving[0].steps)}: ${names}, C = ${number(least)}`;
}

/** @param {Surface} surface @param {Point} start */
function startWords(surface, start) {
  const size = `|∇C| = ${number(steepness(surface, start))}`;
  if (steepness(surface, start) < TOLERANCE) return `At ${kindAt(surface, start)}: ${size}`;
  return `−∇C points straight downhill, across the contours: ${size}`;
}

/** Of those that came to rest, at least one. @param {Surface} surface @param {Path[]} arrived */
function arrivalWords(surface, arrived) {
  const steps = Math.min(...arrived.map((path) => path.steps));
  const first = arrived.filter((path) => path.steps === steps);
  const place = kindAt(surface, endOf(first[0]));
  return `First at ${place}: ${namesOf(first)}, in ${countWords(steps)}`;
}

/** All are gone. @param {Surface} surface @param {Path[]} paths */
function departureWords(surface, paths) {
  const falling = paths.filter((path) => isFalling(surface, path));
  if (falling.length === paths.length) {
    return "All three left the map downhill, where C still falls";
  }
  return falling.length ? "All three left the map" : "All three diverged: the steps are too large";
}

/** @param {Surface} surface @param {Point} at */
function kindAt(surface, at) {
  const kind = flatKind(...surface.bends(at));
  if (kind === "minimum") return "a local minimum";
  return kind === "saddle" ? "a saddle point" : `a ${kind}`;
}

/** Whether the cost is lower than at the start. @param {Surface} surface @param {Path} path */
function isFalling(surface, path) {
  return surface.cost(endOf(path)) < surface.cost(path.points[0]);
}

/** What has become of one path. @param {Surface} surface @param {Path} path */
export function outcome(surface, path) {
  const { state, steps } = path;
  if (state === "moving") return steps ? `${steps}, still moving` : "–";
  if (state === "rest") return `${steps}, ${kindAt(surface, endOf(path))}`;
  return `${isFalling(surface, path) ? "left the map downhill" : "diverged"} after ${steps}`;
}

/** As in a sentence. @param {Pick<Path, "method">[]} paths */
function namesOf(paths) {
  const names = paths.map(({ method }) => METHODS[method].name.replace(/^[GM]/, lower));
  return names.join(", ").replace(/, ([^,]*)$/, " and $1");
}

/** @param {string} letter */
function lower(letter) {
  return letter.toLowerCase();
}
