import * as check from "./check.js";
import { Dataset } from "./dataset.js";
import { dispose, Handle } from "./heap.js";
import { Path } from "./path.js";
import { checkNames, defaultOf, numbersOf } from "./tables.js";
import { resumeTrainer, savedTrainer } from "./trainer-state.js";

/**
 * @import { Heap } from "./heap.js"
 * @import { NoiseKind, OptionOf, Optimizer, SameNames, Schedule } from "./tables.js"
 * @import { TrainerSetting } from "./tables.js"
 * @import { Network } from "./network.js"
 *
 * @typedef {object} Augment half-widths of random distortions. Consecutive examples share one: a
 *   quarter of the batch, one example at least, eight at most
 * @property {number} [shift] pixels
 * @property {number} [rotate] radians
 * @property {number} [scale] fraction
 * @property {number} [shear] fraction
 * @property {number} [elastic] pixels
 *
 * @typedef {object} Hardening adversarial training: examples are attacked inside each step
 * @property {number} [share] 0…1 of each batch is attacked before it is learnt
 * @property {number} [epsilon] largest change of a pixel, 0…1
 * @property {number} [steps] of projected gradient descent
 *
 * @typedef {object} TrainerOptions
 * @property {number} [batchSize] examples of a step
 * @property {Optimizer} [optimizer] how a gradient becomes a step
 * @property {number} [learningRate] η
 * @property {number} [momentum] of momentum, β₁ of Adam
 * @property {number} [weightDecay] λ; biases have none
 * @property {Schedule} [schedule] of the learning rate
 * @property {number} [totalSteps] after which a cosine schedule has come down to zero; with
 *   firstCycle 0 is for ever
 * @property {number} [firstCycle] steps of the first of several cosine cycles, each twice as long
 *   as the one before; 0: one cycle
 * @property {number} [warmUp] first steps over which the rate rises from near zero; keeps ReLU
 *   neurons from dying at once
 * @property {Augment | null} [augment] random distortions of the examples; null: none
 * @property {number} [noise] 0…1 of each batch is noise to be answered with nothing
 * @property {Partial<Record<NoiseKind, number>>} [noiseKinds] how often each kind comes in that
 *   noise, 0…255; once each but for "gaussian" and "scribble" when left out
 * @property {Hardening | null} [harden] adversarial training; null: none
 * @property {number} [seed] of the order of the examples and all that is random
 *
 * @typedef {SameNames<keyof TrainerOptions, OptionOf<TrainerSetting>>} TrainerOption
 *
 * @typedef {{ steps: number, examples: number, cost: number }} Progress cost is the mean over the
 *   steps just taken
 */

const maxSteps = 1e12;

/** @param {unknown} value @returns {number} */
const rate = (value) => check.real("learningRate", value, 0, 1e6);

/**
 * The options as the engine takes them.
 * @param {TrainerOptions} options
 */
function optionNumbers(options) {
  checkNames("trainer", "trainer", options);
  const numbers = numbersOf("trainer", options);
  const { schedule, totalSteps, firstCycle } = options;
  if (schedule === "cosine" && !totalSteps && !firstCycle) {
    throw new RangeError("totalSteps: expected at least 1 for a cosine schedule, got 0");
  }
  return numbers;
}

/** Mini-batch gradient descent of one network on one data set. */
export class Trainer {
  #heap;
  #handle;
  #net;
  #data;
  #options;
  #batchSize;
  #learningRate;
  /** @type {Path | null} */
  #path = null;
  /** Steps of the path before this trainer's first. */
  #before = 0;

  /**
   * @internal @param {Heap} heap @param {Network} net @param {Dataset} data
   * @param {TrainerOptions} options
   */
  constructor(heap, net, data, options) {
    const numbers = optionNumbers(options);
    this.#heap = heap;
    this.#net = net;
    this.#data = Dataset.checked("data", data, heap);
    this.#options = structuredClone(options);
    this.#batchSize = options.batchSize ?? defaultOf("trainer", "batchSize");
    this.#learningRate = options.learningRate ?? defaultOf("trainer", "learningRate");
    const pointer = heap.borrow([numbers.byteLength], (at) => {
      heap.write(at, numbers);
      return heap.exports.trainer_new(net.pointer, data.pointer, at);
    });
    this.#handle = new Handle(heap.nonNull(pointer), "trainer");
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
   * To the end of the `count`-th epoch from here, to the next whole mini-batch: one by one or at
   * once comes to the same, unless a batch is larger than the data.
   * @param {number} [count] @returns {Progress}
   */
  trainEpochs(count = 1) {
    check.integer("count", count, 1, 2 ** 31 - 1);
    const steps = this.#heap.exports.trainer_steps(this.#ready);
    const last = Math.floor(this.epochs) + count;
    return this.train(Math.ceil((last * this.#data.count) / this.#batchSize) - steps);
  }

  /**
   * Epochs done: examples taken, "not a digit" ones among them, by the images that the data set
   * holds now. It falls when images are added, as an epoch is longer then; 0 without any.
   * @returns {number}
   */
  get epochs() {
    const examples = this.#heap.exports.trainer_steps(this.#handle.pointer) * this.#batchSize;
    return examples && examples / this.#data.count;
  }

  /**
   * Records the way that the network goes from here on.
   * @param {Path} [path] to be gone on with, else a new one that begins here
   * @param {number} [before] its steps so far
   * @returns {Path}
   */
  record(path, before = 0) {
    if (path !== undefined && !(path instanceof Path)) {
      throw new TypeError(`path: expected a Path, got ${check.shown(path)}`);
    }
    check.real("before", before, 0, maxSteps);
    const steps = this.#heap.exports.trainer_steps(this.#handle.pointer);
    this.#path = path ?? new Path();
    this.#before = before - (path ? steps : 0);
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
    this.#heap.exports.trainer_set_rate(this.#handle.pointer, checked);
    this.#learningRate = checked;
  }

  /** The rate that the next step will use. @returns {number} */
  get scheduledRate() {
    return this.#heap.exports.trainer_rate(this.#handle.pointer);
  }

  get #belongings() {
    const [net, data, options] = [this.#net, this.#data, this.#options];
    return { net, data, options, learningRate: this.#learningRate };
  }

  /**
   * All that training needs to go on later to the bit, besides the network (save that too), its
   * data and the options: steps, order of examples, random numbers, moments, the learning rate.
   * @returns {Uint8Array}
   */
  save() {
    return savedTrainer(this.#heap, this.#ready, this.#belongings);
  }

  /**
   * Goes on where a trainer of the same options, data and parameters was when it was saved. Throws,
   * and changes nothing, when they are others.
   * @param {Uint8Array} state what save() gave
   */
  resume(state) {
    const { pointer } = this.#handle;
    this.learningRate = resumeTrainer(this.#heap, pointer, state, this.#belongings);
  }

  /** Gives the memory back; calling it again does nothing. */
  free() {
    this.#heap.exports.trainer_free(this.#handle.take());
  }

  /** `using trainer = …` frees it at the end of the block. */
  [dispose]() {
    this.free();
  }
}
