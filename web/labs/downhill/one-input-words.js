/**
 * What happens to the ball, named from its path: where it was, and how the slopes there compare.
 *
 * @typedef {import("./functions.js").Curve} Curve
 *
 * @typedef {object} End  of a path that came to rest
 * @property {number} start
 * @property {number} w
 */
import * as texts from "../../texts/en/downhill-functions.js";
import { flatKind } from "./descent.js";
import { isOnCurve, RANGE } from "./functions.js";

/** A ball at a slope below this is at rest. */
export const FLAT = 0.001;
/** Sizes that differ by less than this fraction count as equal. */
const EQUAL = 0.02;
/** A ball that overshot so often in a row swings. */
const SWINGS = 50;
/** Minima that are nearer to each other than this are one. */
const NEAR = 0.1;

/** @typedef {"left" | "rest" | "moving"} BallState */

/** @param {Curve} curve @param {number} w @returns {BallState} */
export function ballState(curve, w) {
  if (!isOnCurve(w)) return "left";
  return Math.abs(curve.slope(w)) < FLAT ? "rest" : "moving";
}

/** @param {Curve} curve @param {number} w */
export function flatKindAt(curve, w) {
  const bend = curve.bend(w);
  return flatKind(bend, bend);
}

/** One sentence. @param {Curve} curve @param {number[]} trail  positions, the start first */
export function finding(curve, trail) {
  const w = trail[trail.length - 1];
  const state = ballState(curve, w);
  if (state === "left") return leftWords(trail);
  if (state === "rest") return restWords(curve, w, trail.length - 1);
  const slopes = trail.map(curve.slope);
  const slope = slopes[slopes.length - 1];
  if (trail.length === 1) {
    return slope < 0 ? texts.stepRight : texts.stepLeft;
  }
  return overshootWords(slopes) ?? sizeWords(slopes);
}

/** How often in a row, up to now, the sign changed. @param {number[]} values */
export function signChanges(values) {
  let count = 0;
  for (let i = values.length - 1; i > 0 && values[i] * values[i - 1] < 0; i--) count++;
  return count;
}

/** @param {number[]} trail */
function leftWords(trail) {
  const steps = trail.slice(1).map((w, i) => w - trail[i]);
  const last = steps[steps.length - 1];
  const before = steps[steps.length - 3] ?? 0;
  if (signChanges(steps) >= 2 && Math.abs(last) > Math.abs(before)) {
    return texts.diverged;
  }
  return texts.tooLarge(last);
}

/** @param {Curve} curve @param {number} w @param {number} steps */
function restWords(curve, w, steps) {
  const slope = curve.slope(w);
  const kind = flatKindAt(curve, w);
  if (kind === "maximum") return texts.balanced(slope);
  if (kind !== "minimum") return texts.onFlat(slope);
  return steps === 0 ? texts.atMinimum(slope) : texts.minimumReached(steps, slope);
}

/** @param {number[]} slopes */
function overshootWords(slopes) {
  const changes = signChanges(slopes);
  if (changes === 0) return null;
  const [now, before, earlier] = [...slopes].reverse();
  if (changes < 3) return texts.overshot(before, now);
  const ratio = Math.abs(now / earlier);
  if (ratio > 1 + EQUAL) return texts.diverging;
  if (ratio > 1 - EQUAL) return texts.oscillating;
  return texts.overshootsLess;
}

/** @param {number[]} slopes  the last two of one sign */
function sizeWords(slopes) {
  const [now, before] = [...slopes].reverse().map(Math.abs);
  if (now < before) return texts.stepsShrink;
  if (now > before) return texts.stepsGrow;
  return texts.stepsStay;
}

/**
 * Of a minimum: that another start led to another one, or else that the curve is lower elsewhere.
 * @param {Curve} curve @param {number[]} trail @param {End[]} ends  of other paths on this curve
 */
export function comparison(curve, trail, ends) {
  const w = trail[trail.length - 1];
  if (ballState(curve, w) !== "rest" || flatKindAt(curve, w) !== "minimum") return "";
  const other = ends.findLast((end) => Math.abs(end.w - w) > NEAR);
  if (other) return texts.anotherMinimum(other.start, other.w);
  const lowest = lowestPoint(curve);
  if (curve.cost(lowest) > curve.cost(w) - NEAR) return "";
  return texts.notLowest(lowest);
}

/** @param {Curve} curve */
function lowestPoint(curve) {
  const all = Array.from({ length: 401 }, (_, i) => (i / 200 - 1) * RANGE);
  return all.reduce((best, w) => (curve.cost(w) < curve.cost(best) ? w : best));
}

/**
 * Which of the choices a ball from the start of "Two valleys" came to; null when it left the curve,
 * undefined while it is on its way.
 * @param {Curve} curve @param {number[]} trail
 */
export function outcomeOf(curve, trail) {
  const w = trail[trail.length - 1];
  const state = ballState(curve, w);
  if (state === "left") return null;
  if (state === "rest") return w < 0 ? 0 : 1;
  return signChanges(trail.map(curve.slope)) > SWINGS ? 2 : undefined;
}
