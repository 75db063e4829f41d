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
import { DigitFeed } from "./digit-feed.js";

/** @type {Outcome} */
const NOT_BEGUN = { kind: "stopped", point: null, fingerprint: "" };

/** Its worker is gone: it may be run again. */
export class ExperimentLost extends Error {}

export class Experiment {
  /** Between the call of `run` and its end. */
  isRunning = false;
  #session;
  #connection;
  #isOpen = false;
  #isStopped = false;
  #feed;
  /** @type {Point | null} */ #last = null;

  /** @param {import("./session.js").Session} session */
  constructor(session) {
    this.#session = session;
    this.#connection = new Connection(session.environment.makeExperimentWorker, () => {
      this.#isOpen = false;
    });
    this.#feed = new DigitFeed(session, {
      add: (...digits) => this.#command("add", ...digits),
      clear: () => this.#command("clear"),
    });
  }

  /**
   * Trains a new network by the plan. Resolves with "stopped" after `stop` and `free`; rejects with
   * an Error for people when the digits are not there or the plan is wrong, an ExperimentLost when
   * the worker has died.
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
      throw lost(error);
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
    this.#feed.wake();
    await this.#signal("stop");
  }

  /** Parameters of the newest network, as they are now, in canonical order. */
  parameters() {
    return this.#command("parameters");
  }

  /** Model file of the newest network. Rejects with an ExperimentLost when its worker has died. */
  async save() {
    try {
      return await this.#command("save");
    } catch (error) {
      throw error instanceof ConnectionClosed ? lost(error) : error;
    }
  }

  /** Ends the worker. The next `run` starts another one. */
  free() {
    this.#isStopped = true;
    this.#feed.wake();
    this.#isOpen = false;
    this.#connection.stop();
  }

  /* ---- inside ---- */

  /** @param {Plan} plan @param {(point: Point) => unknown} onReport @returns {Promise<Outcome>} */
  async #run(plan, onReport) {
    await this.#open();
    if (!(await this.#feed.bring(() => this.#wanted(plan.count)))) return NOT_BEGUN;
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
    this.#feed.reset();
    try {
      await this.#command("open");
    } catch (error) {
      this.#isOpen = false;
      throw error;
    }
    this.#connection.watch();
  }

  /**
   * Digits that the worker needs.
   * @param {number} [count]  of training digits; all by default
   * @returns {import("./digit-feed.js").Counts | null} null when stopped meanwhile
   */
  #wanted(count) {
    const { data } = this.#session.state;
    const problem = lacking(data, count);
    if (problem) throw new Error(problem);
    return this.#isStopped ? null : { test: data.test, train: count ?? data.train };
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

  /**
   * @template {keyof Commands} K
   * @param {K} name @param {Parameters<Commands[K]>} args
   * @returns {Promise<Awaited<ReturnType<Commands[K]>>>}
   */
  #command(name, ...args) {
    return this.#connection.command(name, ...args);
  }
}

/** @param {ConnectionClosed} error */
const lost = (error) => new ExperimentLost(texts.experimentStopped(error.message));

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
