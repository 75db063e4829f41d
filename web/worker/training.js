/**
 * The worker's one object: it owns the engine, the network, the trainer and the data, trains in slices short enough
 * that every question is answered between two of them, and reports at most once per painted frame.
 *
 * @typedef {import("./protocol.js").Plan} Plan
 * @typedef {import("../../wasm/network.js").Network} Network
 * @typedef {import("../../wasm/trainer.js").Trainer} Trainer
 * @typedef {import("./datasets.js").Dataset} Dataset
 */
import { loadEngine, recipes } from "../../wasm/engine.js";
import { Supply } from "./datasets.js";
import { hasCollapsed, isBetter } from "./divergence.js";
import { Examiner } from "./evaluation.js";
import { instruments } from "./queries.js";
import { cardOf, readingOf } from "./reading.js";
import { Reporter } from "./reporter.js";
import { breath, Slices, Speedometer } from "./scheduling.js";
import { descend } from "./sgd-step.js";

const SLICE_MS = 12;

export class Workshop {
  /** @type {import("./datasets.js").Engine} */ #engine = /** @type {any} */ (null);
  /** @type {Network} */ #net = /** @type {any} */ (null);
  /** @type {Trainer | null} */ #trainer = null;
  /** @type {Plan} */ #plan = /** @type {any} */ (null);
  /** @type {Supply} */ #supply = /** @type {any} */ (null);
  #examiner = new Examiner();
  #slices = new Slices(SLICE_MS);
  #speed = new Speedometer();

  /** @type {import("./protocol.js").Phase} */ #phase = "paused";
  #run = 0;
  #runBegan = 0;
  #version = 0;
  #steps = 0;
  #examples = 0;
  /** What was done before this trainer began. */
  #before = { steps: 0, examples: 0 };
  /** @type {number | null} where to stop, when it is not the plan's last epoch */
  #until = null;
  #early = false;
  /** @type {{ parameters: Float32Array, steps: number, examples: number, accuracy: number } | null} */ #good =
    null;

  /** @type {Float32Array | null} */ #pixels = null;
  #costSum = 0;
  #costCount = 0;
  #fingerprint = "";
  #copied = { at: 0, took: 0 };
  #sent = { version: -1, pixels: /** @type {Float32Array | null} */ (null) };
  /** @type {import("./protocol.js").Evaluation | null} */ #evaluation = null;
  #tested = false;
  /** @type {Reporter | null} */ #reporter = null;

  /**
   * Loads the engine. Call once, before anything else.
   * @param {import("./protocol.js").Listeners["report"]} report
   * @param {import("./protocol.js").Listeners["data"]} data
   */
  async open(report, data) {
    this.#engine = await loadEngine();
    this.#reporter = new Reporter(() => this.#compose(), report);
    this.#supply = new Supply(this.#engine, (news) => {
      data(news);
      this.#dataChanged(news);
    });
    return { recipes };
  }

  /** Begins to bring in the digits; resolves at the last one. @param {string} base */
  async loadData(base) {
    await this.#supply.load(base);
    await this.#examine();
  }

  /**
   * A new network, random from its seed or out of a model file. What was trained is gone.
   * @param {Plan} plan @param {Uint8Array} [bytes] @returns {import("./protocol.js").NetworkCard}
   */
  build(plan, bytes) {
    const net = bytes ? this.#engine.load(bytes) : this.#engine.network(plan.network);
    this.#stop("paused");
    this.#dropTrainer();
    this.#net?.free();
    this.#net = net;
    this.#plan = plan;
    this.#steps = this.#examples = 0;
    this.#early = false;
    this.#good = null;
    this.#changed();
    this.#examine();
    return cardOf(net);
  }

  /** How to train from now on; the network stays. @param {Plan} plan */
  retrain(plan) {
    this.#plan = plan;
    this.#dropTrainer();
  }

  /**
   * The rate and the last epoch; they take effect at the next step and nothing is reset, but for a schedule that
   * leads to another end.
   * @param {Plan} plan
   */
  adjust(plan) {
    const newEnd = plan.trainer.schedule === "cosine" && plan.epochs !== this.#plan.epochs;
    this.#plan = plan;
    if (newEnd) this.#dropTrainer();
    else if (this.#trainer) this.#trainer.learningRate = plan.trainer.learningRate;
    this.#report();
  }

  /** Trains until the plan's last epoch, or that many steps in all. @param {number | null} [untilSteps] */
  run(untilSteps = null) {
    if (this.#phase === "running") return;
    this.#until = untilSteps;
    if (!this.#supply.train) this.#phase = "waiting";
    else this.#loop();
    this.#report();
  }

  /** Stops between two slices and looks at all the digits kept back. */
  async pause() {
    if (this.#phase !== "running" && this.#phase !== "waiting") return;
    this.#stop("paused");
    await this.#examine();
  }

  /** @param {import("./protocol.js").StepSize} size */
  async step(size) {
    const data = this.#supply.of("train");
    this.#stop("paused");
    if (size === "example") {
      descend(this.#net, data, this.#examples++ % data.count, this.#plan.trainer.learningRate);
      this.#changed();
    } else if (size === "batch") this.#advance(1);
    else return this.run(this.#steps + Math.ceil(data.count / this.#plan.trainer.batchSize));
    await this.#examine();
  }

  /** What the network makes of this from now on, after every slice. @param {import("./protocol.js").Input} input @returns {import("./protocol.js").Reading} */
  show(input) {
    this.#pixels =
      "strokes" in input ? this.#engine.ink(/** @type {any} */ (input.strokes)) : input.pixels;
    this.#sent.pixels = this.#pixels;
    return readingOf(this.#net, /** @type {Float32Array} */ (this.#pixels));
  }

  /** @param {"train" | "test"} set @param {number} index @returns {import("./protocol.js").Picture} */
  picture(set, index) {
    const data = this.#supply.of(set);
    const at = index % data.count;
    return {
      pixels: Float32Array.from(data.image(at), (v) => v / 255),
      label: data.label(at),
      index: at,
    };
  }

  /** Puts parameters in place, as after an edit or to go back. @param {Float32Array} values */
  setParameters(values) {
    this.#stop("paused");
    this.#dropTrainer();
    this.#net.setParameters(values);
    this.#changed();
    return this.#examine();
  }

  /** Back to before the run went wrong. */
  async recover() {
    const good = this.#good;
    if (!good) return;
    await this.setParameters(good.parameters);
    this.setProgress(good);
  }

  /** Where counting begins. @param {{ steps: number, examples: number }} done */
  setProgress({ steps, examples }) {
    this.#dropTrainer();
    this.#steps = steps;
    this.#examples = examples;
    this.#report();
  }

  /** Data of one’s own, see supply.js. @param {import("./datasets.js").OwnData} own */
  useIdx(own) {
    this.#stop("paused");
    this.#dropTrainer();
    this.#supply.useOwn(own);
    return this.#examine();
  }

  /** A lab's question; see instruments.js. @param {string} name @param {any[]} args */
  async ask(name, ...args) {
    if (!Object.hasOwn(instruments, name)) throw new RangeError(`no instrument is called ${name}`);
    const things = {
      engine: this.#engine,
      net: this.#net,
      supply: this.#supply,
      plan: this.#plan,
      done: { steps: this.#steps, examples: this.#examples },
      breath,
    };
    return instruments[name](things, ...args);
  }

  /* ---- training ---- */

  async #loop() {
    const run = ++this.#run;
    this.#phase = "running";
    this.#speed.reset();
    this.#speed.add(0);
    this.#examiner.restart();
    this.#remember(0);
    this.#runBegan = this.#examples;
    while (this.#phase === "running" && run === this.#run) {
      this.#slice();
      await breath();
    }
  }

  #slice() {
    const left = (this.#until ?? this.#lastStep()) - this.#steps;
    if (left <= 0) return this.#finish();
    const start = performance.now();
    const count = Math.min(this.#slices.count, left);
    const before = this.#examples;
    const cost = this.#advance(count);
    if (count === this.#slices.count) this.#slices.learn(performance.now() - start);
    this.#speed.add(this.#examples - before);
    const seen = this.#supply.test && this.#examiner.tick(this.#net, this.#supply.test);
    const run = this.#examples - this.#runBegan;
    if (hasCollapsed(this.#net, cost, seen, run)) return this.#diverge();
    this.#noticed(seen);
    this.#report();
  }

  /** @param {number} count @returns {number} mean cost over these mini-batches */
  #advance(count) {
    this.#trainer ??= this.#newTrainer();
    const { steps, examples, cost } = this.#trainer.train(count);
    this.#steps = this.#before.steps + steps;
    this.#examples = this.#before.examples + examples;
    this.#costSum += cost * count;
    this.#costCount += count;
    this.#changed();
    return cost;
  }

  #newTrainer() {
    const data = this.#supply.of("train");
    this.#before = { steps: this.#steps, examples: this.#examples };
    this.#early ||= !this.#supply.report.complete;
    const { epochs, trainer } = this.#plan;
    const totalSteps = Math.max(
      1,
      Math.ceil((epochs * data.count) / trainer.batchSize) - this.#steps,
    );
    return this.#net.trainer(
      data,
      trainer.schedule === "cosine" ? { ...trainer, totalSteps } : trainer,
    );
  }

  #lastStep() {
    const { trainTotal, train } = this.#supply.report;
    return Math.ceil(
      (this.#plan.epochs * Math.max(train, trainTotal)) / this.#plan.trainer.batchSize,
    );
  }

  #finish() {
    this.#stop(this.#until === null ? "finished" : "paused");
    this.#examine();
  }

  #diverge() {
    this.#stop("diverged");
    this.#examine();
  }

  /** @param {import("./protocol.js").Phase} phase */
  #stop(phase) {
    this.#run++;
    this.#phase = phase;
    this.#speed.reset();
    this.#report();
  }

  #dropTrainer() {
    this.#trainer?.free();
    this.#trainer = null;
  }

  /* ---- looking ---- */

  /** Looks at all digits kept back, with the network as it is now. */
  async #examine() {
    const test = this.#supply?.test;
    const version = this.#version;
    if (!test || !this.#net || this.#phase === "running") return;
    const stale = () => version !== this.#version || this.#supply.test !== test;
    this.#noticed(await this.#examiner.whole(this.#net, test, stale, breath));
    this.#report();
  }

  /** @param {import("./protocol.js").Evaluation | null} evaluation */
  #noticed(evaluation) {
    if (!evaluation) return;
    this.#evaluation = evaluation;
    if (this.#phase === "running" && isBetter(evaluation, this.#good?.accuracy ?? 0)) {
      this.#remember(evaluation.accuracy);
    }
  }

  /** @param {number} accuracy */
  #remember(accuracy) {
    this.#good = {
      parameters: this.#net.parameters,
      steps: this.#steps,
      examples: this.#examples,
      accuracy,
    };
  }

  #changed() {
    this.#version++;
    this.#report();
  }

  /** @param {import("./protocol.js").DataReport} news */
  #dataChanged(news) {
    if (this.#phase === "waiting" && this.#supply.train) this.#loop();
    if (news.testComplete && !this.#tested) {
      this.#tested = true;
      this.#examine();
    }
  }

  /* ---- reporting ---- */

  #report() {
    if (this.#net) this.#reporter?.due();
  }

  /** What is known of the weights; of a large network less often, so that looking never costs more than a tenth. */
  #weights() {
    const start = performance.now();
    const { at, took } = this.#copied;
    const idle = this.#phase !== "running";
    if (this.#sent.version === this.#version || (!idle && start - at < 10 * took)) return null;
    this.#sent.version = this.#version;
    const parameters = this.#net.parameters;
    this.#fingerprint = this.#net.fingerprint;
    const reading = this.#pixels && readingOf(this.#net, this.#pixels);
    this.#copied = { at: start, took: performance.now() - start };
    return { parameters, reading };
  }

  /** @returns {import("./protocol.js").Report} */
  #compose() {
    const weights = this.#weights();
    const data = this.#supply.report;
    const report = {
      version: this.#version,
      phase: this.#phase,
      steps: this.#steps,
      examples: this.#examples,
      epoch: this.#examples / (data.trainTotal || 60000),
      cost: this.#costCount ? this.#costSum / this.#costCount : null,
      speed: this.#speed.rate,
      learningRate: this.#trainer?.learningRate ?? this.#plan.trainer.learningRate,
      fingerprint: this.#fingerprint,
      parameters: weights?.parameters ?? null,
      reading: weights?.reading ?? null,
      evaluation: this.#evaluation,
      early: this.#early,
    };
    this.#costSum = this.#costCount = 0;
    this.#evaluation = null;
    return report;
  }
}
