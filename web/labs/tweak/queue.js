/**
 * Runs in order, several at once where there are cores for it, each in a worker of its own. What
 * comes of a run does not depend on how many there are. The queue belongs to the page, not to what
 * shows it: it goes on when the lab is closed.
 *
 * @typedef {import("./run.js").Plan} Plan
 * @typedef {import("./run.js").Run} Run
 * @typedef {import("./runner.js").Experiment} Experiment
 * @typedef {import("./runner.js").Point} Point
 * @typedef {import("../../worker/protocol.js").DataReport} DataReport
 * @typedef {import("./digits.js").Digits} Digits
 *
 * @typedef {object} Job
 * @property {string} id
 * @property {number} number  grows with each job
 * @property {Plan} plan
 * @property {Digits} data  it waits for
 * @property {string} lost  why its worker was lost the first time, or ""
 *
 * @typedef {object} About  a run that is being trained
 * @property {number} digits  trained on in an epoch
 * @property {Run} run  as far as it is; its outcome is not known yet
 * @property {boolean} isStopping
 *
 * @typedef {Job & About} Current
 *
 * @typedef {object} News
 * @property {Job[]} [waiting]
 * @property {Current[]} [running]
 * @property {boolean} [isPaused]
 *
 * @typedef {object} QueueEnvironment
 * @property {() => Experiment} begin
 * @property {() => number} most  runs that are trained at once, at least 1
 * @property {() => Promise<DataReport>} data  resolves once all digits are in
 * @property {() => number} generation  of the digits there are now; another one for none
 * @property {(news: News) => void} tell
 * @property {(run: Run, model: Uint8Array | null) => Promise<void>} ended  resolves once the run
 *   is kept; it is running until then, so that a reload in between trains it again
 * @property {() => number} now  ms since 1970
 */
import { ExperimentLost } from "../../model/experiment.js";
import * as texts from "../../texts/en/tweak.js";
import { digitsIn, isFor } from "./digits.js";
import { dataOf, digitsOf, experimentOf, parametersOf } from "./run.js";
import { Runner } from "./runner.js";

/** Jobs that may wait, with those that are trained: after a reload all of them wait. */
export const MOST_WAITING = 100;
/** Seconds of training after which a speed is known. */
const KNOWN = 0.3;

let newest = 0;

export class RunQueue {
  /** @type {Job[]} next first */ waiting = [];
  /** @type {Current[]} that began first, first */ running = [];
  isPaused = false;
  /** Seconds per example and parameter, measured last. @type {number | null} */ pace = null;
  #isFilling = false;
  /** @type {Runner[]} */ #runners = [];
  /** Of the runs that are trained. @type {Map<string, Runner>} */ #runnerOf = new Map();
  /** Workers that were lost: so many fewer are tried at once, since memory may be short. */
  #lost = 0;
  /** When the newest run began: no two begin in the same millisecond. */
  #began = 0;

  /** @param {QueueEnvironment} environment */
  constructor(environment) {
    this.environment = environment;
  }

  /** Runs that are trained at once. */
  get most() {
    return Math.max(1, this.environment.most() - this.#lost);
  }

  /**
   * Throws an Error for people when there are too many.
   * @param {{ plan: Plan, data: Digits }[]} wishes
   */
  add(wishes) {
    const known = this.waiting.length + this.running.length;
    if (known + wishes.length > MOST_WAITING) {
      throw new Error(texts.tooMany(MOST_WAITING));
    }
    const { now } = this.environment;
    const jobs = wishes.map((wish) => {
      const number = ++newest;
      return { id: `${now().toString(36)}-${number}`, number, lost: "", ...wish };
    });
    // A pause is of what was being trained and waited; a worker may have heard of it too late.
    const isPaused = this.isPaused && known > 0;
    if (this.isPaused && !isPaused) this.#tellAll("resume");
    this.#set({ waiting: [...this.waiting, ...jobs], isPaused });
    this.#fill();
  }

  pause() {
    this.#set({ isPaused: true });
    this.#tellAll("pause");
  }

  resume() {
    this.#set({ isPaused: false });
    this.#tellAll("resume");
    this.#fill();
  }

  /** Ends a run that is being trained; it is kept as far as it came. @param {string} id */
  stop(id) {
    this.#change(id, { isStopping: true });
    this.#runnerOf.get(id)?.tell("stop");
  }

  /** There may be other digits, more of them, or a core for one more run. */
  lookAgain() {
    if (this.waiting.length) this.#fill();
  }

  /** Those that wait for other digits are trained on these. @param {Digits} data */
  trainOn(data) {
    this.#set({ waiting: this.waiting.map((job) => (isFor(job, data) ? job : { ...job, data })) });
    if (this.isPaused) this.resume();
    else this.#fill();
  }

  /** @param {string[]} ids  of those that wait; all of them by default */
  remove(...ids) {
    this.#set({ waiting: ids.length ? this.waiting.filter(({ id }) => !ids.includes(id)) : [] });
  }

  /**
   * Seconds until all are done that can be trained on these digits; null while no speed was
   * measured.
   * @param {DataReport} data
   */
  left(data) {
    const { pace } = this;
    if (pace === null) return null;
    const ends = this.running.map(({ run: { settings, epochs }, digits }) => {
      return (settings.epochs - epochs) * digits * parametersOf(settings);
    });
    while (ends.length < this.most) ends.push(0);
    for (const job of this.waiting.filter((each) => isFor(each, data))) {
      const first = ends.indexOf(Math.min(...ends));
      ends[first] += workOf(job.plan, data.train);
    }
    return pace * Math.max(...ends);
  }

  /* ---- inside ---- */

  /** @param {News} news */
  #set(news) {
    Object.assign(this, news);
    this.environment.tell(news);
  }

  /** @param {string} id  of a run that is trained @param {Partial<About>} changes */
  #change(id, changes) {
    const changed = (/** @type {Current} */ each) =>
      each.id === id ? { ...each, ...changes } : each;
    this.#set({ running: this.running.map(changed) });
  }

  /**
   * Idle workers too: they may have heard of a pause after what it was meant for.
   * @param {"pause" | "resume"} name
   */
  #tellAll(name) {
    for (const runner of this.#runners) runner.tell(name);
  }

  /** Begins as many runs as there may be at once. */
  async #fill() {
    if (this.#isFilling) return;
    this.#isFilling = true;
    try {
      while (this.#hasPlace) {
        const data = await this.environment.data();
        this.#bind(data);
        const job = this.waiting.find((each) => isFor(each, data));
        if (!job || !this.#hasPlace) break;
        this.#begin(job, data);
        this.#train(job, data).finally(() => this.#fill());
      }
    } finally {
      this.#isFilling = false;
    }
  }

  get #hasPlace() {
    return this.waiting.length > 0 && !this.isPaused && this.running.length < this.most;
  }

  /** What waited for these digits before they were all in. @param {DataReport} now */
  #bind(now) {
    const isLoose = (/** @type {Job} */ job) => !job.data.checksum && isFor(job, now);
    if (!this.waiting.some(isLoose)) return;
    const data = digitsIn(now);
    this.#set({ waiting: this.waiting.map((job) => (isLoose(job) ? { ...job, data } : job)) });
  }

  /** @param {Job} job @param {DataReport} data */
  #begin(job, data) {
    const { id, plan } = job;
    this.#began = Math.max(this.environment.now(), this.#began + 1);
    const run = /** @type {Run} */ ({
      ...{ id, time: this.#began, settings: plan.settings, data: dataOf(plan, data) },
      ...{ outcome: "stopped", why: "", epochs: 0, steps: 0, seconds: 0, accuracy: null },
      ...{ test: data.test, fingerprint: "", curve: [] },
    });
    const current = { ...job, digits: digitsOf(plan, data.train), run, isStopping: false };
    const waiting = this.waiting.filter((each) => each !== job);
    this.#set({ waiting, running: [...this.running, current] });
  }

  /** Trains a run to its end, which is kept. @param {Job} job @param {DataReport} data */
  async #train(job, data) {
    const { id } = job;
    const runner = this.#freeRunner();
    this.#runnerOf.set(id, runner);
    const trained = await this.#trained(job, runner, data);
    this.#runnerOf.delete(id);
    if (!trained.end) return this.#putBack({ ...job, lost: trained.lost });
    const { run } = this.#current(id);
    await this.environment.ended({ ...run, ...trained.end }, trained.model);
    this.#set({ running: this.running.filter((each) => each.id !== id) });
  }

  #freeRunner() {
    const idle = this.#runners.find(({ isBusy }) => !isBusy);
    if (idle) return idle;
    const runner = new Runner(this.environment.begin);
    this.#runners.push(runner);
    return runner;
  }

  /**
   * @param {Job} job @param {Runner} runner @param {DataReport} data
   * @returns {Promise<{ end: Partial<Run>, model: Uint8Array | null } | { end: null, lost: string
   *   }>} what becomes of the run; end null: it is to be trained from its beginning
   */
  async #trained({ id, plan, lost }, runner, { train, generation }) {
    const { run: begun } = this.#current(id);
    const isOfOthers = () => generation !== this.environment.generation();
    const report = (/** @type {Point} */ point) => {
      if (!point.steps && isOfOthers()) throw new Error(texts.digitsReplaced);
      this.#heard(id, point);
    };
    try {
      const ended = await runner.train(experimentOf(plan, train), report);
      const { kind, point, model, fingerprint } = ended;
      if (point && point.steps > this.#current(id).run.steps) this.#heard(id, point);
      const outcome = /** @type {any} */ (kind);
      return { end: { outcome, fingerprint: model ? fingerprint : "" }, model };
    } catch (error) {
      const { run, isStopping } = this.#current(id);
      // While they were copied, too; those that replace them may still be loading.
      if (isOfOthers() && !run.steps) return { end: null, lost };
      const isLost = error instanceof ExperimentLost;
      if (isLost) this.#lost++;
      if (isLost && !lost && !isStopping) return { end: null, lost: error.message };
      return { end: { ...begun, outcome: "failed", why: error.message }, model: null };
    }
  }

  /** @param {string} id  of a run that is trained */
  #current(id) {
    return /** @type {Current} */ (this.running.find((each) => each.id === id));
  }

  /** A run waits again, in its order. @param {Job} job */
  #putBack(job) {
    const running = this.running.filter(({ id }) => id !== job.id);
    const waiting = [...this.waiting, job].sort((a, b) => a.number - b.number);
    this.#set({ running, waiting });
  }

  /** @param {string} id @param {Point} point */
  #heard(id, { epoch, steps, testAccuracy, seconds }) {
    const current = this.#current(id);
    if (!current) return;
    const run = {
      ...current.run,
      ...{ epochs: epoch, steps, seconds, accuracy: testAccuracy },
      curve: [...current.run.curve, at(epoch, seconds, testAccuracy)],
    };
    if (seconds > KNOWN) {
      this.pace = seconds / (epoch * current.digits * parametersOf(run.settings));
    }
    this.#change(id, { run });
  }
}

/** @returns {import("./run.js").CurvePoint} */
const at = (
  /** @type {number} */ epoch,
  /** @type {number} */ seconds,
  /** @type {number} */ y,
) => [epoch, Number(seconds.toFixed(3)), y];

/**
 * Whether they are the same ones, however far they are.
 * @param {readonly Current[]} some @param {readonly Current[]} others
 */
export const sameRuns = (some, others) =>
  some.length === others.length && some.every(({ id }, i) => id === others[i].id);

/** Examples times parameters. @param {Plan} plan @param {number} all  training digits */
const workOf = (plan, all) =>
  plan.settings.epochs * digitsOf(plan, all) * parametersOf(plan.settings);
