import * as check from "./check.js";
import { Dataset } from "./dataset.js";
import { Handle } from "./heap.js";
import { noiseKinds } from "./noise.js";
import { Path } from "./path.js";

/**
 * @import { Heap } from "./heap.js"
 * @import { NoiseKind } from "./noise.js"
 * @import { Network } from "./network.js"
 *
 * @typedef {object} Augment half-widths of random distortions, each drawn anew for every example
 * @property {number} [shift] pixels
 * @property {number} [rotate] radians
 * @property {number} [scale] fraction
 * @property {number} [shear] fraction
 * @property {number} [elastic] pixels
 *
 * @typedef {object} Hardening
 * @property {number} [share] 0…1 of each batch is attacked before it is learnt
 * @property {number} epsilon largest change of a pixel, 0…1
 * @property {number} [steps] of projected gradient descent
 *
 * @typedef {object} TrainerOptions
 * @property {number} [batchSize] 1…4096
 * @property {"sgd" | "momentum" | "adam" | "adamw"} [optimizer]
 * @property {number} [learningRate]
 * @property {number} [momentum] of momentum, β₁ of Adam
 * @property {number} [weightDecay]
 * @property {"constant" | "cosine"} [schedule]
 * @property {number} [totalSteps] after which a cosine schedule has come down to zero
 * @property {number} [firstCycle] steps of the first of several cosine cycles, each twice as long
 *   as the one before; 0: one cycle
 * @property {number} [warmUp] first steps over which the rate rises from near zero; keeps ReLU
 *   neurons from dying at once
 * @property {Augment | null} [augment]
 * @property {number} [noise] 0…1 of each batch is noise to be answered with nothing
 * @property {Partial<Record<NoiseKind, number>>} [noiseKinds] how often each kind comes in that
 *   noise, 0…255; once each but for "gaussian" and "scribble" when left out
 * @property {Hardening | null} [harden]
 * @property {number} [seed]
 *
 * @typedef {{ steps: number, examples: number, cost: number }} Progress cost is the mean over the
 *   steps just taken
 */

export const optimizers = /** @type {const} */ (["sgd", "momentum", "adam", "adamw"]);
export const schedules = /** @type {const} */ (["constant", "cosine"]);
const maxSteps = 1e12;

const known = [
  "batchSize",
  "optimizer",
  "learningRate",
  "momentum",
  "weightDecay",
  "schedule",
  "totalSteps",
  "firstCycle",
  "warmUp",
  "augment",
  "noise",
  "noiseKinds",
  "harden",
  "seed",
];

/** @param {unknown} value @returns {number} */
const rate = (value) => check.real("learningRate", value, 0, 1e6);

/** @param {Augment | null | undefined} augment */
function augmentNumbers(augment) {
  if (!augment) return [0, 0, 0, 0, 0];
  check.options("augment", augment, ["shift", "rotate", "scale", "shear", "elastic"]);
  return [
    check.real("augment.shift", augment.shift ?? 0, 0, 28),
    check.real("augment.rotate", augment.rotate ?? 0, 0, Math.PI),
    check.real("augment.scale", augment.scale ?? 0, 0, 0.9),
    check.real("augment.shear", augment.shear ?? 0, 0, 1),
    check.real("augment.elastic", augment.elastic ?? 0, 0, 10),
  ];
}

/** @param {Hardening | null | undefined} harden */
function hardenNumbers(harden) {
  if (!harden) return [0, 0, 0];
  check.options("harden", harden, ["share", "epsilon", "steps"]);
  return [
    check.real("harden.share", harden.share ?? 1, 0, 1),
    check.real("harden.epsilon", harden.epsilon, 0, 1),
    check.integer("harden.steps", harden.steps ?? 7, 1, 1000),
  ];
}

/** @param {TrainerOptions["noiseKinds"]} kinds */
function noiseNumbers(kinds) {
  if (kinds === undefined) return noiseKinds.map(() => 0);
  check.options("noiseKinds", kinds, [...noiseKinds]);
  const often = noiseKinds.map((kind) =>
    check.integer(`noiseKinds.${kind}`, kinds[kind] ?? 0, 0, 255),
  );
  if (often.every((times) => times === 0)) {
    throw new RangeError("noiseKinds: expected one kind at least, got none");
  }
  return often;
}

/**
 * The options as the numbers that exports.c lists, in its order.
 * @param {TrainerOptions} o
 */
function settings(o) {
  check.options("trainer", o, known);
  const schedule = check.oneOf("schedule", o.schedule ?? "constant", schedules);
  const least = schedules[schedule] === "cosine" ? 1 : 0;
  return Float64Array.of(
    check.integer("batchSize", o.batchSize ?? 32, 1, 4096),
    check.oneOf("optimizer", o.optimizer ?? "sgd", optimizers),
    rate(o.learningRate ?? 1),
    check.real("momentum", o.momentum ?? 0.9, 0, 0.9999),
    check.real("weightDecay", o.weightDecay ?? 0, 0, 1e6),
    schedule,
    check.integer("totalSteps", o.totalSteps ?? 0, least, maxSteps),
    check.integer("firstCycle", o.firstCycle ?? 0, 0, maxSteps),
    check.integer("warmUp", o.warmUp ?? 0, 0, maxSteps),
    ...augmentNumbers(o.augment),
    check.real("noise", o.noise ?? 0, 0, 1),
    ...noiseNumbers(o.noiseKinds),
    ...hardenNumbers(o.harden),
    check.seed(o.seed ?? 1),
  );
}

/** Mini-batch gradient descent of one network on one data set. */
export class Trainer {
  #heap;
  #handle;
  #net;
  #data;
  #batchSize;
  #learningRate;
  /** @type {Path | null} */
  #path = null;
  /** Steps of the path before this trainer's first. */
  #before = 0;

  /**
   * @param {Heap} heap
   * @param {Network} net
   * @param {Dataset} data
   * @param {TrainerOptions} options
   */
  constructor(heap, net, data, options) {
    const numbers = settings(options);
    this.#heap = heap;
    this.#net = net;
    this.#data = Dataset.checked("data", data, heap);
    this.#batchSize = numbers[0];
    this.#learningRate = numbers[2];
    const pointer = heap.borrow([numbers.byteLength], (at) => {
      heap.write(at, numbers);
      return heap.exports.trainer_new(net.pointer, data.pointer, at);
    });
    this.#handle = new Handle(heap.made(pointer), "trainer");
  }

  /** The pointer, once everything it needs is known to be there. */
  get #ready() {
    const { pointer } = this.#handle;
    this.#net.pointer;
    this.#data.pointer;
    if (this.#data.count === 0) throw new RangeError("data: expected at least one image, got 0");
    return pointer;
  }

  /**
   * One mini-batch.
   * @returns {Progress}
   */
  step() {
    return this.#path ? this.train(1) : this.#progress(this.#heap.exports.step(this.#ready));
  }

  /**
   * That many mini-batches; stops early at a cost that is not a number, and returns that.
   * @param {number} count @returns {Progress}
   */
  train(count) {
    check.integer("count", count, 1, 2 ** 31 - 1);
    if (this.#path) return this.#trainRecorded(this.#path, count);
    return this.#progress(this.#heap.exports.train(this.#ready, count));
  }

  /**
   * Records the way that the network goes from here on.
   * @param {Path} [path] to be gone on with, else a new one that begins here
   * @param {number} [before] its steps so far
   * @returns {Path}
   */
  record(path, before = 0) {
    const steps = this.#heap.exports.trainer_steps(this.#handle.pointer);
    this.#path = path ?? new Path();
    this.#before = check.real("before", before, 0, maxSteps) - (path ? steps : 0);
    if (!path) this.#path.add(before + steps, this.#net.parameters);
    return this.#path;
  }

  /** @param {Path} path @param {number} count @returns {Progress} */
  #trainRecorded(path, count) {
    const { exports } = this.#heap;
    let [sum, left] = [0, count];
    while (left > 0) {
      const at = this.#before + exports.trainer_steps(this.#ready);
      const some = Math.min(left, path.until(at));
      const cost = exports.train(this.#ready, some);
      if (!Number.isFinite(cost)) return this.#progress(cost);
      if (some === path.until(at)) path.add(at + some, this.#net.parameters);
      sum += cost * some;
      left -= some;
    }
    return this.#progress(sum / count);
  }

  /** @param {number} cost @returns {Progress} */
  #progress(cost) {
    const steps = this.#heap.exports.trainer_steps(this.#handle.pointer);
    return { steps, examples: steps * this.#batchSize, cost };
  }

  /** The rate as it was set; the schedule scales it. */
  get learningRate() {
    return this.#learningRate;
  }

  /** Takes effect at the next step; nothing is reset. */
  set learningRate(value) {
    const checked = rate(value);
    this.#heap.exports.set_rate(this.#handle.pointer, checked);
    this.#learningRate = checked;
  }

  /** The rate that the next step will use. @returns {number} */
  get scheduledRate() {
    return this.#heap.exports.trainer_rate(this.#handle.pointer);
  }

  /** Gives the memory back; calling it again does nothing. */
  free() {
    this.#heap.exports.trainer_free(this.#handle.take());
  }
}
