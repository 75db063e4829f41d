/** When a training has gone wrong for good, and what is worth going back to. */
import { maxAbs } from "../common/vectors.js";

/** A weight of this size has run away, whatever else is so. */
const RUNAWAY = 1000;
/**
 * With a weight of this size, a network that is no better than chance has collapsed: every
 * activation is saturated.
 */
const SATURATED = 8;
/** Accuracy of a network that guesses, and somewhat more. */
const CHANCE = 0.15;
/** Examples that a run is given before it is judged. */
const GRACE_EXAMPLES = 2000;

/** @typedef {import("./protocol.js").Evaluation} Evaluation */

/**
 * @param {import("../../wasm/network.js").Network} net
 * @param {number} cost  of its last steps
 * @param {Pick<Evaluation, "accuracy"> | null} evaluation  a fresh one
 * @param {number} examples  of this run so far
 */
export function hasDiverged(net, cost, evaluation, examples) {
  if (!Number.isFinite(cost)) return true;
  if (evaluation === null) return false;
  const most = maxAbs(net.parameters);
  if (!(most < RUNAWAY)) return true;
  return examples > GRACE_EXAMPLES && evaluation.accuracy < CHANCE && most > SATURATED;
}

/**
 * Is this network one to go back to, rather than one of accuracy `best`?
 * @param {Evaluation} evaluation
 * @param {number} best
 */
export function isBetter({ accuracy }, best) {
  return accuracy > Math.max(CHANCE, best);
}
