/**
 * The one object of an experiment's worker: it trains one network at a time, on digits that the
 * page copies to it, as experiment-protocol.js describes.
 *
 * @typedef {import("./experiment-protocol.js").ExperimentCommands} ExperimentCommands
 * @typedef {import("./digit-source.js").Engine} Engine
 */
import * as texts from "../texts/en/worker.js";
import { ExperimentTraining, Gate } from "./experiment-training.js";
import { openEngine } from "./open-engine.js";
import { yieldToEvents } from "./scheduling.js";

/** @implements {ExperimentCommands} */
export class ExperimentWorker {
  /** @type {Engine} */ #engine = /** @type {any} */ (null);
  /** @type {import("./experiment-training.js").Digits} */ #digits = /** @type {any} */ (null);
  /** @type {ExperimentTraining | null} the newest; it holds the network */ #training = null;
  #isTraining = false;
  #gate = new Gate();

  /**
   * @param {object} [environment]  what differs in a test
   * @param {() => Promise<Engine>} [environment.engine]
   * @param {() => Promise<void>} [environment.yieldTo]
   */
  constructor({ engine = openEngine, yieldTo = yieldToEvents } = {}) {
    this.environment = { engine, yieldTo };
  }

  /** @param {keyof ExperimentCommands} name @param {any[]} args @returns {Promise<any>} */
  async command(name, ...args) {
    if (!COMMANDS.has(name)) throw new RangeError(texts.noCommand(name));
    return /** @type {any} */ (this)[name](...args);
  }

  async open() {
    this.#engine = await this.environment.engine();
    this.#digits = { train: this.#engine.dataset(), test: this.#engine.dataset() };
  }

  /** @type {ExperimentCommands["add"]} */
  async add(set, images, labels) {
    this.#checkIdle();
    this.#digits[set].append({ images, labels });
    return this.#digits[set].count;
  }

  async clear() {
    this.#checkIdle();
    this.#training?.free();
    this.#training = null;
    const { train, test } = this.#digits;
    this.#digits = { train: this.#engine.dataset(), test: this.#engine.dataset() };
    train.free();
    test.free();
  }

  /** @type {ExperimentCommands["train"]} */
  async train(plan, report) {
    this.#checkIdle();
    const { yieldTo } = this.environment;
    const training = new ExperimentTraining(this.#engine, this.#digits, plan, this.#gate, yieldTo);
    this.#training?.free();
    this.#training = training;
    this.#isTraining = true;
    try {
      return await training.run(report);
    } finally {
      this.#isTraining = false;
      this.#gate.open();
    }
  }

  async pause() {
    this.#gate.close();
  }

  async resume() {
    this.#gate.open();
  }

  async stop() {
    this.#training?.stop();
    this.#gate.open();
  }

  async parameters() {
    return this.#net.parameters;
  }

  async save() {
    return this.#net.save();
  }

  async ping() {}

  get #net() {
    if (this.#training) return this.#training.net;
    throw new Error(texts.noNetwork);
  }

  #checkIdle() {
    if (this.#isTraining) throw new Error(texts.experimentRuns);
  }
}

/** What `command` can be asked for. @type {ReadonlySet<string>} */
const COMMANDS = new Set(
  Object.getOwnPropertyNames(ExperimentWorker.prototype).filter(
    (name) => !["constructor", "command"].includes(name),
  ),
);
