// A training run, in pieces short enough to be stopped between.

import { trainerOptions } from "../wasm/engine.js";
import { count as grouped } from "../web/common/numbers.js";
import { checksumOf } from "./data.js";

/**
 * @import { Recipe } from "../wasm/recipes.js"
 * @import { Engine } from "../wasm/formats/open.js"
 * @import { Digits } from "./data.js"
 * @import { Paused } from "./paused.js"
 *
 * @typedef {object} Plan what a run is, wholly
 * @property {string} name of the recipe
 * @property {Recipe} recipe with its epochs
 * @property {number} seed
 * @property {string[]} data as it was typed
 *
 * @typedef {{ accuracy: number, cost: number }} Tested
 *
 * @typedef {object} At
 * @property {number} steps
 * @property {number} epoch the one that it is in, or has just ended
 * @property {boolean} isEpochEnd
 * @property {number | null} accuracy of the test digits, at the last epoch's end
 * @property {number} cost mean over the steps of this epoch so far
 * @property {number} seconds of training, evaluation included
 * @property {number} secondsLeft
 */

/** Milliseconds of a piece. */
const PIECE = 50;

export class Run {
  #trainer;
  #digits;
  /** Steps of a piece, found out. */
  #pace = 1;
  #seconds = 0;
  /** Of the test digits, at the last epoch's end. @type {Tested | null} */
  tested = null;
  /** Of this epoch so far: the sum of the steps' costs, and how many. */
  #costs = { sum: 0, steps: 0 };

  /**
   * @param {Engine} engine @param {Plan} plan @param {Digits} digits
   * @param {Paused | null} paused to be gone on with
   */
  constructor(engine, plan, digits, paused) {
    const { recipe, seed } = plan;
    const { train } = digits;
    const options = { ...trainerOptions(recipe, train.count), seed };
    this.plan = plan;
    this.epochs = recipe.epochs;
    this.batchSize = options.batchSize ?? 32;
    this.steps = 0;
    this.totalSteps = this.#stepsAfter(this.epochs, train.count);
    this.net = engine.network({ ...recipe.network, seed });
    this.#digits = digits;
    if (paused) this.#check(paused);
    if (paused) this.net.setParameters(paused.parameters);
    this.#trainer = this.net.trainer(train, options);
    if (!paused) return;
    this.#trainer.resume(paused.trainer);
    const steps = Math.round((this.#trainer.epochs * train.count) / this.batchSize);
    if (steps !== paused.steps) throw new Error(`it says ${paused.steps} steps, and has ${steps}`);
    this.steps = paused.steps;
    this.#seconds = paused.seconds;
    this.tested = paused.tested;
    this.#costs = paused.costs;
  }

  get seconds() {
    return this.#seconds;
  }

  get isDone() {
    return this.steps >= this.totalSteps;
  }

  /** What is trained, and how. */
  get words() {
    const { recipe, name, seed } = this.plan;
    const { layers = [], hidden, output } = recipe.network;
    const { optimizer, learningRate } = recipe.trainer;
    const count = grouped(this.net.parameterCount);
    return [
      `${layers.join("-")}, hidden layers ${hidden}, output ${output}: ${count} weights and biases`,
      `recipe ${name}, seed ${seed}: ${optimizer}, mini-batches of ${this.batchSize}, ` +
        `learning rate ${learningRate}`,
    ];
  }

  /** By which its digits are known again. */
  get #data() {
    const { train } = this.#digits;
    return { count: train.count, checksum: checksumOf(train) };
  }

  /** All that it needs to go on later, to the bit. */
  get state() {
    const { steps } = this;
    return {
      steps,
      data: this.#data,
      seconds: this.#seconds,
      tested: this.tested,
      costs: this.#costs,
      parameters: this.net.parameters,
      trainer: this.#trainer.save(),
    };
  }

  /**
   * Trains until the end, or until told to stop. Throws when the cost is no longer a number.
   * @param {() => boolean} isStopped asked between pieces @returns {AsyncGenerator<At>}
   */
  async *go(isStopped) {
    while (!this.isDone && !isStopped()) {
      yield this.#piece();
      await new Promise((done) => setImmediate(done));
    }
  }

  /** @returns {At} */
  #piece() {
    const began = performance.now();
    const { count } = this.#digits.train;
    const next = Math.floor((this.steps * this.batchSize) / count) + 1;
    const end = this.#stepsAfter(next, count);
    const some = Math.min(this.#pace, end - this.steps);
    const { cost } = this.#trainer.train(some);
    if (!Number.isFinite(cost)) {
      throw new Error(
        `the cost is no longer a number after step ${this.steps}: the learning rate is too high`,
      );
    }
    this.steps += some;
    const took = performance.now() - began;
    if (some === this.#pace) this.#pace = Math.ceil(this.#pace * Math.min(2, PIECE / took));
    const isEpochEnd = this.steps === end;
    // Of data smaller than a mini-batch, one step ends several epochs.
    const epoch = isEpochEnd
      ? Math.min(this.epochs, Math.floor((end * this.batchSize) / count))
      : next;
    const sum = this.#costs.sum + cost * some;
    const steps = this.#costs.steps + some;
    this.#costs = isEpochEnd ? { sum: 0, steps: 0 } : { sum, steps };
    if (isEpochEnd) {
      const { accuracy, cost: testCost } = this.net.evaluate(this.#digits.test);
      this.tested = { accuracy, cost: testCost };
    }
    this.#seconds += (performance.now() - began) / 1000;
    const secondsLeft = (this.#seconds / this.steps) * (this.totalSteps - this.steps);
    const accuracy = this.tested?.accuracy ?? null;
    const at = { steps: this.steps, epoch, isEpochEnd, accuracy };
    return { ...at, cost: sum / steps, seconds: this.#seconds, secondsLeft };
  }

  /** Steps that end that epoch. @param {number} epoch @param {number} count of digits */
  #stepsAfter(epoch, count) {
    return Math.ceil((epoch * count) / this.batchSize);
  }

  /** @param {Paused} paused */
  #check({ data }) {
    const { count, checksum } = this.#data;
    if (data.count === count && data.checksum === checksum) return;
    throw new Error(
      "the digits are not those that it was trained on: it would not go on to the bit",
    );
  }
}
