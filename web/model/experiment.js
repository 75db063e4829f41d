/**
 * A network of a lab's own, trained in a worker of its own on the page's digits. The page's network
 * is untouched by it, and goes on meanwhile. The worker is started by the first `run`, and has the
 * digits copied to it that a plan needs, once.
 *
 * @typedef {import("../worker/experiment-protocol.js").Plan} Plan
 * @typedef {import("../worker/experiment-protocol.js").Point} Point
 * @typedef {import("../worker/experiment-protocol.js").Outcome} Outcome
 * @typedef {import("../worker/experiment-protocol.js").ExperimentCommands} Commands
 * @typedef {import("../worker/protocol.js").DataReport} DataReport
 */
import * as texts from "../texts/en/model.js";
import { Connection, ConnectionClosed } from "./connection.js";

/** Digits copied at once: 0.8 MB, and less than 15 ms of either worker. */
const SLICE = 1000;
/** @type {Outcome} */
const NOT_BEGUN = { kind: "stopped", point: null, fingerprint: "" };

export class Experiment {
  /** Between the call of `run` and its end. */
  isRunning = false;
  #session;
  #connection;
  #isOpen = false;
  #isStopped = false;
  /** Of which digits the worker has how many. */
  #fed = { generation: -1, train: 0, test: 0 };
  /** @type {Point | null} */ #last = null;
  /** Ends the wait for digits that are not reported yet. */
  #wake = () => {};

  /** @param {import("./session.js").Session} session */
  constructor(session) {
    this.#session = session;
    this.#connection = new Connection(session.environment.makeExperimentWorker, () => {
      this.#isOpen = false;
    });
  }

  /**
   * Trains a new network by the plan. Resolves with "stopped" after `stop` and `free`; rejects with
   * an Error for people when the digits are not there, the plan is wrong or the worker has died.
   * @param {Plan} plan
   * @param {(point: Point) => unknown} onReport  training waits for what it returns
   * @returns {Promise<Outcome>}
   */
  async run(plan, onReport) {
    if (this.isRunning) throw new Error(texts.experimentRuns);
    const problem = lacking(this.#session.state.data, plan.count);
    if (problem) throw new Error(problem);
    this.isRunning = true;
    this.#isStopped = false;
    this.#last = null;
    try {
      return await this.#run(plan, onReport);
    } catch (error) {
      if (!(error instanceof ConnectionClosed)) throw error;
      if (this.#isStopped) return { ...NOT_BEGUN, point: this.#last };
      throw new Error(texts.experimentStopped(error.message));
    } finally {
      this.isRunning = false;
    }
  }

  /** Before the training begins, too. */
  async pause() {
    await this.#signal("pause");
  }

  async resume() {
    await this.#signal("resume");
  }

  async stop() {
    this.#isStopped = true;
    this.#wake();
    await this.#signal("stop");
  }

  /** Parameters of the newest network, as they are now, in canonical order. */
  parameters() {
    return this.#command("parameters");
  }

  /** Model file of the newest network. */
  save() {
    return this.#command("save");
  }

  /** Ends the worker. The next `run` starts another one. */
  free() {
    this.#isStopped = true;
    this.#wake();
    this.#isOpen = false;
    this.#connection.stop();
  }

  /* ---- inside ---- */

  /** @param {Plan} plan @param {(point: Point) => unknown} onReport @returns {Promise<Outcome>} */
  async #run(plan, onReport) {
    await this.#open();
    if (!(await this.#feed(plan.count))) return NOT_BEGUN;
    const { data } = this.#session.state;
    const report = (/** @type {Point} */ point) => {
      this.#last = point;
      return onReport(point);
    };
    const whole = { ...plan, count: plan.count ?? data.train };
    return this.#command("train", whole, this.#session.environment.proxy(report));
  }

  async #open() {
    if (this.#isOpen) return;
    this.#connection.restart();
    this.#isOpen = true;
    this.#fed = { generation: -1, train: 0, test: 0 };
    try {
      await this.#command("open");
    } catch (error) {
      this.#isOpen = false;
      throw error;
    }
    this.#connection.watch();
  }

  /**
   * Copies the digits that are lacking to the worker.
   * @param {number} [count]  of training digits; all by default
   * @returns {Promise<boolean>} false when stopped meanwhile
   */
  async #feed(count) {
    for (;;) {
      const { data } = this.#session.state;
      const problem = lacking(data, count);
      if (problem) throw new Error(problem);
      if (this.#isStopped) return false;
      if (this.#fed.generation !== data.generation) await this.#forget(data.generation);
      const set = this.#fed.test < data.test ? "test" : "train";
      const wanted = set === "test" ? data.test : (count ?? data.train);
      if (this.#fed[set] >= wanted) return true;
      await this.#copy(set, Math.min(SLICE, wanted - this.#fed[set]));
    }
  }

  /** Nothing to a worker that is gone. @param {"pause" | "resume" | "stop"} name */
  async #signal(name) {
    if (!this.#isOpen) return;
    try {
      await this.#command(name);
    } catch (error) {
      if (!(error instanceof ConnectionClosed)) throw error;
    }
  }

  /** @param {number} generation  of the digits that will be copied instead */
  async #forget(generation) {
    if (this.#fed.generation >= 0) await this.#command("clear");
    this.#fed = { generation, train: 0, test: 0 };
  }

  /** @param {"train" | "test"} set @param {number} count  of the next digits */
  async #copy(set, count) {
    const fed = this.#fed;
    const digits = await this.#session.query("digits", set, fed[set], count);
    if (digits.generation !== fed.generation) return this.#untilKnown(digits.generation);
    fed[set] = await this.#command("add", set, digits.images, digits.labels);
  }

  /**
   * Waits for the report of digits that have replaced those of the last report, or for the end.
   * @param {number} generation  theirs @returns {Promise<void>}
   */
  #untilKnown(generation) {
    const session = this.#session;
    return new Promise((resolve) => {
      if (session.state.data.generation >= generation) return resolve();
      const stop = session.subscribe(({ data }) => {
        if (data.generation >= generation) this.#wake();
      });
      this.#wake = () => {
        stop();
        resolve();
      };
    });
  }

  /**
   * @template {keyof Commands} K
   * @param {K} name @param {Parameters<Commands[K]>} args
   * @returns {Promise<Awaited<ReturnType<Commands[K]>>>}
   */
  #command(name, ...args) {
    return this.#connection.command(name, ...args);
  }
}

/**
 * Why an experiment on the first so many training digits cannot begin, one sentence, or "".
 * @param {DataReport} data @param {number} [count]  all of them by default
 */
export function lacking({ train, complete, testComplete }, count) {
  if (!testComplete || (count === undefined ? !complete : !complete && train < count)) {
    return texts.digitsAreLoading;
  }
  if (count !== undefined && train < count) {
    return texts.onlySoMany(train);
  }
  return "";
}
