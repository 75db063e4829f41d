/**
 * One training of one network by a plan, cut into slices that leave room for messages.
 *
 * @typedef {import("./experiment-protocol.js").Plan} Plan
 * @typedef {import("./experiment-protocol.js").Point} Point
 * @typedef {import("./experiment-protocol.js").Outcome} Outcome
 * @typedef {import("./digit-source.js").Engine} Engine
 * @typedef {import("./digit-source.js").Dataset} Dataset
 * @typedef {{ train: Dataset, test: Dataset }} Digits
 */

import * as texts from "../texts/en/worker.js";
import { hasDiverged } from "./divergence.js";
import { Evaluator } from "./evaluation.js";
import { TimeSlicer } from "./scheduling.js";

const SLICE_MS = 12;
/** With so many steps in an epoch, there are reports within the first two epochs. */
const LONG_EPOCH = 100;
const WITHIN = [0.25, 0.5, 0.75, 1, 1.5];
/** From twice so many epochs on every second one is reported, from four times on every fourth. */
const EACH_EPOCH = 50;

/** What a paused training waits at. */
export class Gate {
  /** @type {Promise<void> | null} */ #opened = null;
  #open = () => {};

  close() {
    this.#opened ??= new Promise((resolve) => {
      this.#open = () => resolve();
    });
  }

  open() {
    this.#open();
    this.#opened = null;
  }

  async pass() {
    while (this.#opened) await this.#opened;
  }
}

/**
 * The epochs at which a training is measured, ascending.
 * @param {number} epochs  of the training @param {number} stepsPerEpoch
 * @returns {Generator<{ epoch: number, isReported: boolean }>}
 */
export function* marks(epochs, stepsPerEpoch) {
  const first = stepsPerEpoch < LONG_EPOCH ? [1] : WITHIN;
  for (const epoch of first) if (epoch < epochs) yield { epoch, isReported: true };
  for (let epoch = 2; epoch < epochs; epoch++) {
    const stride = 2 ** Math.max(0, Math.floor(Math.log2(epoch / EACH_EPOCH)));
    yield { epoch, isReported: epoch % stride === 0 };
  }
  yield { epoch: epochs, isReported: true };
}

export class ExperimentTraining {
  #plan;
  #test;
  #gate;
  #yieldTo;
  #batch;
  #count;
  /** The digits trained on are a copy of its own. */ #isCopy;
  /** @type {Dataset} */ #data;
  /** @type {import("../../wasm/trainer.js").Trainer} */ #trainer;
  #slices = new TimeSlicer(SLICE_MS);
  #evaluator = new Evaluator();
  #isStopped = false;
  #done = { steps: 0, examples: 0 };
  #cost = { sum: 0, steps: 0 };
  #seconds = 0;
  /** @type {Point | null} */ #last = null;

  /**
   * @param {Engine} engine @param {Digits} digits @param {Plan} plan @param {Gate} gate
   * @param {() => Promise<void>} yieldTo
   */
  constructor(engine, { train, test }, plan, gate, yieldTo) {
    const { shuffled, trainer, count = train.count } = plan;
    checkPlan(plan, count, { train, test });
    this.#plan = plan;
    this.#test = test;
    this.#gate = gate;
    this.#yieldTo = yieldTo;
    this.#batch = trainer.batchSize ?? 32;
    this.#count = count;
    this.net = engine.network(plan.network);
    this.#isCopy = count < train.count || Boolean(shuffled);
    const isCosine = trainer.schedule === "cosine";
    const totalSteps = this.#stepsAt(plan.epochs);
    try {
      this.#data = this.#isCopy ? chosen(train, count, shuffled) : train;
      this.#trainer = this.net.trainer(this.#data, isCosine ? { ...trainer, totalSteps } : trainer);
    } catch (error) {
      this.free();
      throw error;
    }
  }

  /** @param {(point: Point) => unknown} report @returns {Promise<Outcome>} */
  async run(report) {
    try {
      return await this.#run(report);
    } finally {
      this.#release();
    }
  }

  /** Ends between two slices. */
  stop() {
    this.#isStopped = true;
  }

  free() {
    this.#release();
    this.net.free();
  }

  /* ---- inside ---- */

  #release() {
    this.#trainer?.free();
    if (this.#isCopy) this.#data?.free();
    this.#evaluator.stop();
  }

  /** @param {(point: Point) => unknown} report @returns {Promise<Outcome>} */
  async #run(report) {
    const { epochs, until, measureTrain } = this.#plan;
    const start = await this.#point(0, await this.#accuracy(Boolean(measureTrain)));
    if (start) await this.#tell(start, report);
    for (const { epoch, isReported } of marks(epochs, this.#count / this.#batch)) {
      if (!(await this.#trainTo(this.#stepsAt(epoch)))) return this.#end("diverged");
      const isMeasured = until || (measureTrain && isReported);
      const train = await this.#accuracy(Boolean(isMeasured));
      const isReached = train !== null && until && train >= until.trainAccuracy;
      if (isReported || isReached) {
        const point = await this.#point(epoch, train);
        if (this.#isStopped || !point) return this.#end("stopped");
        await this.#tell(point, report);
        if (this.#hasCollapsed(point)) return this.#end("diverged");
      }
      if (isReached) return this.#end("reached");
      if (this.#isStopped) return this.#end("stopped");
    }
    return this.#end("finished");
  }

  /** @param {number} epoch */
  #stepsAt(epoch) {
    return Math.ceil((epoch * this.#count) / this.#batch);
  }

  /** @param {number} steps  in all @returns {Promise<boolean>} false: the cost is no number */
  async #trainTo(steps) {
    while (this.#done.steps < steps && !this.#isStopped) {
      const start = performance.now();
      const before = this.#done.steps;
      const count = Math.min(this.#slices.count, steps - before);
      const { cost, ...done } = this.#trainer.train(count);
      const took = performance.now() - start;
      if (count === this.#slices.count) this.#slices.learn(took);
      this.#done = done;
      this.#seconds += took / 1000;
      if (!Number.isFinite(cost)) return false;
      this.#cost.sum += cost * (done.steps - before);
      this.#cost.steps += done.steps - before;
      await this.#rest();
    }
    return true;
  }

  /** Lets messages be answered; waits while it is paused. */
  async #rest() {
    await this.#yieldTo();
    if (!this.#isStopped) await this.#gate.pass();
  }

  /**
   * @param {Dataset} data @param {boolean} [isLast]  it is done although it was stopped
   * @returns {Promise<number | null>} accuracy; null when stopped meanwhile
   */
  async #evaluate(data, isLast = false) {
    const about = { generation: 0, version: this.#done.steps, epoch: 0 };
    const isStale = () => this.#isStopped && !isLast;
    const rest = () => this.#rest();
    const found = await this.#evaluator.evaluateAll(this.net, about, data, isStale, rest);
    return found?.accuracy ?? null;
  }

  /** On the digits trained on. @param {boolean} isMeasured */
  async #accuracy(isMeasured) {
    return isMeasured ? this.#evaluate(this.#data) : null;
  }

  /**
   * @param {number} epoch @param {number | null} trainAccuracy @param {boolean} [isLast]
   * @returns {Promise<Point | null>} null when stopped meanwhile
   */
  async #point(epoch, trainAccuracy, isLast) {
    const testAccuracy = await this.#evaluate(this.#test, isLast);
    if (testAccuracy === null) return null;
    const { sum, steps } = this.#cost;
    this.#cost = { sum: 0, steps: 0 };
    const cost = steps ? sum / steps : null;
    return { epoch, ...this.#done, cost, trainAccuracy, testAccuracy, seconds: this.#seconds };
  }

  /** @param {Point} point @param {(point: Point) => unknown} report */
  async #tell(point, report) {
    this.#last = point;
    await report(point);
    await this.#rest();
  }

  /**
   * Whether it has run away or collapsed. With shuffled labels the test accuracy says nothing.
   * @param {Point} point
   */
  #hasCollapsed({ cost, examples, trainAccuracy, testAccuracy }) {
    const accuracy = trainAccuracy ?? (this.#plan.shuffled ? 1 : testAccuracy);
    return hasDiverged(this.net, cost ?? 0, { accuracy }, examples);
  }

  /** @param {Outcome["kind"]} kind @returns {Promise<Outcome>} */
  async #end(kind) {
    const { steps } = this.#done;
    const { measureTrain, until } = this.#plan;
    const isBetween = kind === "stopped" && this.#last && steps > this.#last.steps;
    if (isBetween && !measureTrain && !until) {
      this.#last = await this.#point((steps * this.#batch) / this.#count, null, true);
    }
    return { kind, point: this.#last, fingerprint: this.net.fingerprint };
  }
}

/**
 * Throws an Error for people when the plan cannot be carried out on these digits.
 * @param {Plan} plan @param {number} count @param {Digits} digits
 */
function checkPlan({ epochs }, count, { train, test }) {
  if (!(epochs > 0 && epochs < 1e6)) throw new RangeError(texts.wrongEpochs(epochs));
  if (!(Number.isInteger(count) && count > 0 && count <= train.count)) {
    throw new RangeError(texts.wrongCount(train.count, count));
  }
  if (!test.count) throw new RangeError(texts.noTestDigit);
}

/** @param {Dataset} train @param {number} count @param {Plan["shuffled"]} shuffled */
function chosen(train, count, shuffled) {
  const first = train.slice(0, count);
  if (!shuffled) return first;
  try {
    return first.shuffledLabels(shuffled);
  } finally {
    first.free();
  }
}
