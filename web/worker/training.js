/**
 * Training of the live network in slices short enough that every message is answered between two of
 * them: run, pause, single steps, the replay that a link asks for, and the way back from a
 * divergence.
 *
 * @typedef {import("./protocol.js").Phase} Phase
 * @typedef {import("../common/provenance.js").Entry} Entry
 * @typedef {import("./live-network.js").LiveNetwork} LiveNetwork
 * @typedef {import("./datasets.js").Datasets} Datasets
 */
import { areFinite } from "../common/vectors.js";
import { hasDiverged, lowerRate } from "./divergence.js";
import { Evaluator } from "./evaluation.js";
import { LastGood } from "./last-good.js";
import { LiveTrainer } from "./live-trainer.js";
import { Pace } from "./pace.js";
import { Replay } from "./replay.js";
import { Speedometer, TimeSlicer } from "./scheduling.js";
import { TrainingTime } from "./training-time.js";

const SLICE_MS = 12;

export class Training {
  /** @type {Phase} */ phase = "paused";
  /**
   * The newest of the live network's generation.
   * @type {import("./protocol.js").Evaluation | null}
   */
  evaluation = null;
  /** The loop that may go on; every other one ends. */ #run = 0;
  /** Steps in all to stop at, if not at the settings' last epoch. @type {number | null} */
  #until = null;
  #runBegan = 0;
  #cost = { sum: 0, count: 0 };
  #slices = new TimeSlicer(SLICE_MS);
  #speed = new Speedometer();
  #pace = new Pace();
  #evaluator = new Evaluator();
  time = new TrainingTime();
  #trainer;
  #lastGood;

  /**
   * @param {LiveNetwork} live @param {Datasets} datasets
   * @param {{ changed: () => void, diverged: () => void, failed: (error: Error) => void,
   *   yieldToEvents: () => Promise<void>, frame: (isShown: boolean) => Promise<void> }} environment
   *   changed: the phase or the evaluation; frame: the next one of the page, and if so, once it
   *   shows the network
   */
  constructor(live, datasets, { changed, diverged, failed, yieldToEvents, frame }) {
    this.live = live;
    this.datasets = datasets;
    this.#trainer = new LiveTrainer(live, datasets);
    this.#lastGood = new LastGood(live);
    this.replay = new Replay(live, this.#trainer);
    this.changed = changed;
    this.diverged = diverged;
    this.failed = failed;
    this.yieldToEvents = yieldToEvents;
    this.frame = frame;
  }

  get speed() {
    return this.#speed.rate;
  }

  /** Neither a replay nor a step of one epoch obeys. @param {import("./pace.js").Speed} speed */
  setPace(speed) {
    this.#pace.speed = speed;
    if (this.phase === "running") this.#speed.begin();
  }

  get isBusy() {
    return this.phase === "running" || this.phase === "waiting";
  }

  /** Mean training cost since the last call; null when nothing was trained. */
  takeCost() {
    const { sum, count } = this.#cost;
    this.#cost = { sum: 0, count: 0 };
    return count ? sum / count : null;
  }

  /**
   * Trains until the settings' last epoch, or a while when it is over, or until that many steps in
   * all.
   * @param {number | null} [until]
   */
  start(until = null) {
    if (this.isBusy) return;
    const isRetry = this.phase === "diverged";
    this.#until = until ?? this.#trainer.beyond;
    if (this.#isReady) this.#loop(isRetry);
    else this.#enter("waiting");
  }

  /** Stops between two slices; a replay can be gone on with. @param {Phase} [phase] */
  stop(phase = "paused") {
    this.#run++;
    this.#speed.reset();
    this.#enter(phase);
  }

  /** Trains what a link asks for, once all digits are in. @param {Entry[]} entries */
  startReplay(entries) {
    this.replay.begin(entries);
    if (entries.length) this.start();
  }

  /** The rest of a replay will not be trained; the settings of the link hold. */
  cancelReplay() {
    if (!this.replay.isOn) return;
    if (this.phase === "waiting") this.stop();
    this.replay.cancel();
  }

  /** Other digits, or more of them, are there. */
  dataChanged() {
    if (this.phase === "waiting" && this.#isReady) this.#loop(false);
  }

  /** Another network is about to come: nothing that holds the old one may stay. */
  release() {
    this.stop();
    this.replay.forget();
    this.#lastGood.forget();
    this.#cost = { sum: 0, count: 0 };
    this.#releaseBoth();
  }

  /** Other data are about to come; who waits for data goes on waiting. */
  releaseData() {
    if (this.phase === "running") {
      this.cancelReplay();
      this.stop();
    }
    this.#releaseBoth();
  }

  #releaseBoth() {
    this.dropTrainer();
    this.#evaluator.stop();
    this.evaluation = null;
  }

  /** The next step begins with a new trainer. */
  dropTrainer() {
    this.#trainer.drop();
  }

  /** The learning rate of the settings, from the next step on. */
  takeRate() {
    this.#trainer.takeRate();
  }

  /** One mini-batch. */
  stepBatch() {
    this.#beforeStep();
    const cost = this.#train(1);
    if (!Number.isFinite(cost)) this.#diverge("cost");
  }

  /** One example, by plain gradient descent: parameters − rate · gradient. */
  stepExample() {
    this.#beforeStep();
    this.#descend(this.live.examples, this.live.settings.rate);
  }

  /** All training digits once. */
  stepEpoch() {
    this.#beforeStep();
    const { steps, settings } = this.live;
    this.start(steps + Math.ceil(this.datasets.of("train").count / settings.batch));
  }

  /** The settings are others now; a run that had come to its end may have steps left. */
  settingsChanged() {
    if (this.phase === "finished" && this.#trainer.stepsLeft > 0) this.#enter("paused");
    else this.changed();
  }

  /**
   * Back to the last good network of this run, at a smaller learning rate.
   * @param {import("./last-good.js").Network} good
   */
  recover({ parameters, provenance }) {
    const { settings } = this.live;
    const rate = lowerRate(settings, provenance);
    this.stop();
    this.dropTrainer();
    this.live.settings = { ...settings, rate };
    this.live.rewind(parameters, provenance);
  }

  /** The last good network, if one is known. */
  get good() {
    return this.#lastGood.network;
  }

  /** How it went wrong; "" in every phase but "diverged". */
  get divergence() {
    const { divergence, times } = this.#lastGood;
    return { why: divergence, times, canRecover: this.good !== null };
  }

  /** The network is one that training had diverged with. @type {LastGood["bringBack"]} */
  resumeDiverged(divergence, good) {
    this.#enter("diverged");
    this.#lastGood.bringBack(divergence, good);
  }

  /** The network was changed by other means than training. */
  changedByHand() {
    this.dropTrainer();
    this.#lastGood.forget();
  }

  /** Evaluates the network as it is now on all test digits. */
  async evaluate() {
    const { live, datasets } = this;
    const { test } = datasets;
    if (!test || !live.net || this.phase === "running") return;
    const about = this.live.about;
    const isStale = () =>
      about.version !== live.version || datasets.test !== test || this.phase === "running";
    this.#noticed(
      await this.#evaluator.evaluateAll(live.net, about, test, isStale, this.yieldToEvents),
    );
    this.changed();
  }

  /* ---- inside ---- */

  #beforeStep() {
    this.stop();
    this.cancelReplay();
    if (!this.good) this.#lastGood.remember();
  }

  /** @param {Phase} phase */
  #enter(phase) {
    this.phase = phase;
    if (phase !== "diverged") this.#lastGood.divergence = "";
    this.changed();
  }

  /** @param {boolean} isRetry  of a run that diverged: what it would go back to stays */
  async #loop(isRetry) {
    const run = ++this.#run;
    this.#enter("running");
    this.#speed.begin();
    this.#pace.restart();
    this.#evaluator.restart();
    if (!isRetry || !this.good) this.#lastGood.remember();
    this.#runBegan = this.live.examples;
    try {
      while (this.phase === "running" && run === this.#run) {
        if (this.#isFull) {
          this.#slice();
          await this.yieldToEvents();
        } else {
          this.#slice(this.#pace.take(this.live, this.datasets.nameOf().count));
          await this.frame(this.#pace.isPerFrame);
        }
      }
    } catch (error) {
      if (run === this.#run) this.stop();
      this.failed(error);
    }
  }

  /** What is to be compared with other runs waits for all digits. */
  get #isReady() {
    const isCompared = this.replay.isOn || this.live.settings.recipe === "sprint";
    return isCompared ? this.datasets.report.complete : this.datasets.canTrain;
  }

  get #isFull() {
    return this.replay.isOn || this.#until !== null || this.#pace.isFull(this.live);
  }

  /** @param {number} [most]  mini-batches */
  #slice(most = Number.POSITIVE_INFINITY) {
    const { live } = this;
    if (this.replay.isOn) return this.#replaySlice();
    const left = this.#until === null ? this.#trainer.stepsLeft : this.#until - live.steps;
    if (left <= 0) return this.#end(this.#until === null ? "finished" : "paused");
    if (most > 0) this.#trainFor(Math.min(left, most));
  }

  /**
   * As many of these mini-batches as fit a slice.
   * @param {number} left
   * @returns {number} how many were trained
   */
  #trainFor(left) {
    const { live, datasets } = this;
    const start = performance.now();
    const count = Math.min(this.#slices.count, left);
    const before = live.examples;
    const cost = this.#train(count);
    if (count === this.#slices.count) this.#slices.learn(performance.now() - start);
    this.#speed.add(live.examples - before);
    const { test } = datasets;
    const fresh = test && this.#evaluator.evaluateSome(live.net, this.live.about, test);
    if (this.#isLost(cost, fresh)) this.#diverge(Number.isFinite(cost) ? "collapsed" : "cost");
    else this.#noticed(fresh);
    return count;
  }

  /**
   * Whether the training has diverged. A replay goes the way that it went, through a collapse too.
   * @param {number} cost @param {import("./protocol.js").Evaluation | null} evaluation
   */
  #isLost(cost, evaluation) {
    if (this.replay.isOn) return !Number.isFinite(cost);
    const { net, examples } = this.live;
    return hasDiverged(net, cost, evaluation, examples - this.#runBegan);
  }

  /** At the end of a replay training pauses. */
  #replaySlice() {
    const isOver = this.replay.slice(
      (index, rate) => this.#descend(index, rate),
      (steps) => this.#trainFor(steps),
    );
    if (!isOver || this.phase !== "running") return;
    this.replay.end();
    this.#end("paused");
  }

  /** @param {number} count @returns {number} mean cost over these mini-batches */
  #train(count) {
    const cost = this.time.measure(this.live, () => this.#trainer.train(count));
    this.#cost.sum += cost * count;
    this.#cost.count += count;
    return cost;
  }

  /** @param {number} index @param {number} rate */
  #descend(index, rate) {
    if (this.#trainer.descend(index, rate)) return;
    this.#diverge(areFinite(this.live.net.parameters) ? "step" : "cost");
  }

  /** It ends by itself: what waits to be saved is saved at once. @param {Phase} phase */
  #end(phase) {
    this.stop(phase);
    this.live.changed();
    this.evaluate();
  }

  /** @param {import("./protocol.js").Divergence} why */
  #diverge(why) {
    this.replay.forget();
    this.#lastGood.diverged(why);
    this.diverged();
    this.#end("diverged");
  }

  /** @param {import("./protocol.js").Evaluation | null} evaluation */
  #noticed(evaluation) {
    if (evaluation?.generation !== this.live.generation) return;
    this.evaluation = evaluation;
    if (this.phase === "running") this.#lastGood.compare(evaluation);
  }
}
