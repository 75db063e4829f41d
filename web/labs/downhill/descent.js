/**
 * Gradient descent, momentum and Adam, as core/update.h defines them, and the path of a point that
 * goes downhill by one of them.
 *
 * @typedef {import("./functions.js").Point} Point
 * @typedef {import("./functions.js").Surface} Surface
 * @typedef {"sgd" | "momentum" | "adam"} Method
 *
 * @typedef {object} Path
 * @property {Method} method
 * @property {Point[]} points  the start first
 * @property {Rule} rule
 * @property {"moving" | "rest" | "left"} state  rest: |∇C| and the last step are below TOLERANCE
 * @property {number} steps  until it came to rest or left the map; up to now while it moves
 */
import { isOnMap } from "./functions.js";

export const [BETA1, BETA2, EPSILON] = [0.9, 0.999, 1e-8];
/** Of |∇C|, and of the length of a step. */
export const TOLERANCE = 0.01;

/** How the paths of the methods are drawn. */
export const METHODS = {
  sgd: { dash: [] },
  momentum: { dash: [9, 5] },
  adam: { dash: [2, 4] },
};

/** @typedef {(gradient: ArrayLike<number>, rate: number) => number[]} Rule  the change of w */

/**
 * A rule with a memory of its own, from the first step on.
 * @param {Method} method @param {number} size  number of parameters
 * @returns {Rule}
 */
export function ruleOf(method, size) {
  const m = new Float64Array(size);
  if (method === "sgd") return (gradient, rate) => Array.from(gradient, (g) => -rate * g);
  if (method === "momentum") {
    return (gradient, rate) =>
      Array.from(gradient, (g, i) => {
        m[i] = BETA1 * m[i] + g;
        return -rate * m[i];
      });
  }
  const v = new Float64Array(size);
  let [power1, power2] = [1, 1];
  return (gradient, rate) => {
    power1 *= BETA1;
    power2 *= BETA2;
    return Array.from(gradient, (g, i) => {
      m[i] = BETA1 * m[i] + (1 - BETA1) * g;
      v[i] = BETA2 * v[i] + (1 - BETA2) * g * g;
      return (-rate * (m[i] / (1 - power1))) / (Math.sqrt(v[i] / (1 - power2)) + EPSILON);
    });
  };
}

/** @param {Method} method @param {Point} start @returns {Path} */
export function pathFrom(method, start) {
  return { method, points: [start], rule: ruleOf(method, 2), state: "moving", steps: 0 };
}

/**
 * Takes one step, unless the path is at its end.
 * @param {Path} path @param {Surface} surface @param {number} rate
 */
export function advance(path, surface, rate) {
  if (path.state !== "moving") return;
  const from = endOf(path);
  const [dx, dy] = path.rule(surface.gradient(from), rate);
  const to = /** @type {Point} */ ([from[0] + dx, from[1] + dy]);
  path.points.push(to);
  path.steps++;
  if (!isOnMap(to)) path.state = "left";
  else if (steepness(surface, to) < TOLERANCE && Math.hypot(dx, dy) < TOLERANCE)
    path.state = "rest";
}

/** Where the path has got to. @param {Path} path */
export function endOf({ points }) {
  return points[points.length - 1];
}

/** |∇C| @param {Surface} surface @param {Point} at */
export function steepness(surface, at) {
  return Math.hypot(...surface.gradient(at));
}

/**
 * What a place without a slope is. A bend of less than a hundredth is none.
 * @param {number} least  smallest second derivative in any direction @param {number} most
 */
export function flatKind(least, most) {
  if (least > 0.01) return "minimum";
  if (most < -0.01) return "maximum";
  return least < -0.01 && most > 0.01 ? "saddle" : "plateau";
}
