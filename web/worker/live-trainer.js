/**
 * Steps of gradient descent on the live network, each of which it hears of. A trainer lasts until
 * the network, the data or its options change; the provenance says where one ended.
 *
 * @typedef {import("./live-network.js").LiveNetwork} LiveNetwork
 * @typedef {import("./datasets.js").Datasets} Datasets
 */
import { trainingOf } from "../common/settings.js";
import { trainerOptions } from "../common/training-options.js";
import { areFinite } from "../common/vectors.js";

/** Mini-batches that are trained when no epoch is left. */
const BEYOND = 500;

export class LiveTrainer {
  /** @type {import("../../wasm/trainer.js").Trainer | null} */ #trainer = null;
  /** Steps that the present trainer has taken. */
  #taken = 0;

  /** @param {LiveNetwork} live @param {Datasets} datasets */
  constructor(live, datasets) {
    this.live = live;
    this.datasets = datasets;
  }

  /** The next step begins with a new trainer. */
  drop() {
    this.#trainer?.free();
    this.#trainer = null;
  }

  /** The learning rate of the settings, from the next step on. */
  takeRate() {
    if (this.#trainer) this.#trainer.learningRate = this.live.settings.rate;
  }

  /** Mini-batches until the settings' last epoch. */
  get stepsLeft() {
    const { settings, epoch } = this.live;
    const { count } = this.datasets.nameOf();
    return Math.ceil(((settings.epochs - epoch) * count) / settings.batch - 1e-6);
  }

  /**
   * Steps in all to train to when no epoch is left, as far as epochs can be set; else null.
   * @returns {number | null}
   */
  get beyond() {
    const { datasets, live } = this;
    return datasets.train && this.stepsLeft <= 0 ? live.steps + BEYOND : null;
  }

  /** @param {number} count  of mini-batches @returns {number} mean cost over them */
  train(count) {
    const { live, datasets } = this;
    const options = trainingOf(live.settings);
    const data = datasets.nameOf();
    const trainer = this.#ready();
    const before = this.#taken;
    const { steps, cost } = trainer.train(count);
    this.#taken = steps;
    live.did({ kind: "trained", options, continued: before > 0, data, steps: steps - before });
    return cost;
  }

  /**
   * One example by plain gradient descent: parameters − rate · gradient.
   * @param {number} index  of a training digit, taken modulo their number @param {number} rate
   * @returns {boolean} false: the parameters would be no numbers, and are as they were
   */
  descend(index, rate) {
    const { live, datasets } = this;
    const train = datasets.of("train");
    const from = index % train.count;
    const gradient = live.net.gradient(train.image(from), train.label(from));
    const parameters = live.net.parameters.map((value, i) => value - rate * gradient[i]);
    this.drop();
    if (!areFinite(parameters)) return false;
    live.net.setParameters(parameters);
    live.did({ kind: "examples", rate, from, count: 1, data: datasets.nameOf() });
    return true;
  }

  #ready() {
    if (this.#trainer) return this.#trainer;
    const { live, datasets } = this;
    const options = trainerOptions(trainingOf(live.settings));
    const totalSteps = Math.max(1, this.stepsLeft);
    this.#taken = 0;
    this.#trainer = live.net.trainer(
      datasets.of("train"),
      options.schedule === "cosine" ? { ...options, totalSteps } : options,
    );
    this.#trainer.record(live.path, live.steps);
    return this.#trainer;
  }
}
