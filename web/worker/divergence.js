/** When a training has gone wrong for good, and what is worth going back to. */
import { setting } from "../common/settings.js";
import { impliedSettings } from "../common/starts.js";
import { presetSettings } from "../common/training-options.js";
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

/**
 * A rate to go on with after a divergence: the one that this network was trained with last or is
 * meant for, if it is smaller and of the same optimiser; else a tenth.
 * @param {import("../common/settings.js").NetworkSettings} settings  that it diverged with
 * @param {import("../common/provenance.js").Provenance} provenance  of the last good network
 */
export function lowerRate({ rate, optimizer, recipe }, { start, done }) {
  const trained = done.flatMap((entry) => (entry.kind === "trained" ? [entry.options] : []));
  const meant = { ...impliedSettings(start.kind), ...presetSettings(recipe) };
  const fits = [meant, ...trained]
    .reverse()
    .find((options) => options.optimizer === optimizer && options.rate < rate);
  const { min = 0 } = setting("rate");
  return fits?.rate ?? Math.max(min, Number((rate / 10).toPrecision(3)));
}
