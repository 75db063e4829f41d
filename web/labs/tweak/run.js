/**
 * A run: a random network trained by some settings on some digits, and what came of it.
 *
 * @typedef {import("../../common/settings.js").NetworkSettings} NetworkSettings
 * @typedef {import("../../common/provenance.js").DataName} DataName
 * @typedef {import("../../common/provenance.js").Provenance} Provenance
 *
 * @typedef {object} Plan  what is to be trained
 * @property {NetworkSettings} settings
 * @property {number} count  of training digits, the first ones; 0 for all
 *
 * @typedef {[epoch: number, seconds: number, accuracy: number]} CurvePoint
 *
 * @typedef {object} Run
 * @property {string} id
 * @property {number} time  when it began, ms since 1970
 * @property {NetworkSettings} settings
 * @property {DataName} data  trained on
 * @property {"finished" | "stopped" | "diverged" | "failed"} outcome
 * @property {string} why  it failed, one sentence, or ""
 * @property {number} epochs  trained
 * @property {number} steps
 * @property {number} seconds  of training alone
 * @property {number | null} accuracy  of the network as it is now, on the test digits; 0…1
 * @property {number} test  how many test digits there were
 * @property {string} fingerprint  of the parameters; "" when there is no network
 * @property {CurvePoint[]} curve  test accuracy meanwhile
 */
import { parameterCount } from "../../common/parameters.js";
import { begun, checkedProvenance } from "../../common/provenance.js";
import { checkedSettings, trainingOf } from "../../common/settings.js";
import { NOTE, shownText } from "../../common/shown-text.js";
import { networkOptions, trainerOptions } from "../../common/training-options.js";
import * as texts from "../../texts/en/tweak.js";

const OUTCOMES = ["finished", "stopped", "diverged", "failed"];
const MOST_POINTS = 600;

/** Weights and biases. @param {Pick<NetworkSettings, "layers">} settings */
export const parametersOf = ({ layers }) => parameterCount([784, ...layers, 10]);

/** Training digits of a plan. @param {Plan} plan @param {number} all  that there are */
export const digitsOf = ({ count }, all) => (count ? Math.min(count, all) : all);

/**
 * What an experiment's worker takes for it: the network that the page itself would train.
 * @param {Plan} plan @param {number} all  training digits that there are
 */
export function experimentOf(plan, all) {
  const { settings } = plan;
  return {
    network: networkOptions(settings),
    trainer: trainerOptions(trainingOf(settings)),
    epochs: settings.epochs,
    count: digitsOf(plan, all),
  };
}

/**
 * The digits of a plan, as a provenance names them.
 * @param {Plan} plan @param {import("../../worker/protocol.js").DataReport} data  complete
 * @returns {DataName}
 */
export function dataOf(plan, { kind, name, checksum, train, drawings }) {
  const count = digitsOf(plan, train);
  if (kind === "none") throw new Error(texts.noDigits);
  if (count === train) return { kind, name, checksum, count, drawings };
  return {
    kind: "part",
    name: texts.partOf(count, name),
    checksum: "",
    count,
    drawings: 0,
  };
}

/** How its network was made, from the beginning on. @param {Run} run @returns {Provenance} */
export function provenanceOf({ settings, steps, data }) {
  const start = begun({ kind: "random", seed: settings.seed });
  return steps ? { ...start, done: [entryOf({ settings, steps, data })] } : start;
}

/**
 * @param {Pick<Run, "settings" | "steps" | "data">} run
 * @returns {import("../../common/provenance.js").Trained}
 */
export function entryOf({ settings, steps, data }) {
  return { kind: "trained", options: trainingOf(settings), continued: false, data, steps };
}

/**
 * A run out of storage, checked in every part; throws an Error when it is damaged.
 * @param {any} value @returns {Run}
 */
export function checkedRun(value) {
  const { id, time, outcome, why, epochs, steps, seconds, accuracy, test, fingerprint } = value;
  const isText = [id, why, fingerprint].every((each) => typeof each === "string");
  const isCounted = [time, epochs, steps, seconds, test].every((n) => Number.isFinite(n) && n >= 0);
  if (!isText || !isCounted || !OUTCOMES.includes(outcome) || !Number.isInteger(steps)) {
    throw new Error(texts.partMissing);
  }
  if (accuracy !== null && !isFraction(accuracy)) throw new Error(texts.accuracyDamaged);
  const settings = checkedSettings(value.settings);
  const run = { ...value, settings };
  const [{ data }] = /** @type {any} */ (
    checkedProvenance({ ...provenanceOf({ ...run, steps: 1 }) })
  ).done;
  const counted = {
    epochs,
    steps,
    seconds,
    accuracy,
    test,
    fingerprint: shownText(fingerprint, 16),
  };
  return {
    id,
    time,
    settings,
    data,
    outcome,
    why: shownText(why, NOTE),
    ...counted,
    curve: checkedCurve(value.curve),
  };
}

/** @param {any} curve @returns {CurvePoint[]} */
function checkedCurve(curve) {
  const isPoint = (/** @type {any} */ point) =>
    Array.isArray(point) && point.length === 3 && point.every(Number.isFinite);
  if (!Array.isArray(curve) || curve.length > MOST_POINTS || !curve.every(isPoint)) {
    throw new Error(texts.curveDamaged);
  }
  return curve;
}

/** @param {unknown} value */
const isFraction = (value) => Number.isFinite(value) && Number(value) >= 0 && Number(value) <= 1;
