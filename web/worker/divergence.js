/** When a training has gone wrong for good, and what is worth going back to. */
import { maxAbs } from "../common/vectors.js";

/** A weight this large has run away, whatever else is so. */
const RUNAWAY = 1000;
/** With a weight this large, a network that reads no better than a guess has collapsed: every squash is flat. */
const STIFF = 8;
const GUESS = 0.15;
/** Examples a run is given before it is judged. */
const TRIAL = 2000;

/** @typedef {import("./protocol.js").Evaluation} Evaluation */

/**
 * @param {import("../../wasm/network.js").Network} net
 * @param {number} cost  of its last steps
 * @param {Evaluation | null} seen  a fresh look at unseen digits
 * @param {number} examples  of this run so far
 */
export function hasCollapsed(net, cost, seen, examples) {
  if (!Number.isFinite(cost)) return true;
  if (seen === null) return false;
  const most = maxAbs(net.parameters);
  return !(most < RUNAWAY) || (examples > TRIAL && seen.accuracy < GUESS && most > STIFF);
}

/** Is this network one to go back to, rather than that of `best`? @param {Evaluation} seen @param {number} best */
export function isBetter({ accuracy }, best) {
  return accuracy > Math.max(GUESS, best);
}
