/**
 * Runs one after the other, each in an experiment's worker. It belongs to the page, not to what
 * shows it: it goes on when the lab is closed.
 *
 * @typedef {import("./run.js").Plan} Plan
 * @typedef {import("./run.js").Run} Run
 * @typedef {import("../../worker/protocol.js").DataReport} DataReport
 *
 * @typedef {import("./digits.js").Digits} Digits
 *
 * @typedef {{ id: string, plan: Plan, data: Digits }} Job  data: it waits for
 *
 * @typedef {object} Current  the run that is being trained
 * @property {string} id
 * @property {Plan} plan
 * @property {Digits} data
 * @property {number} digits  trained on in an epoch
 * @property {Run} run  as far as it is; its outcome is not known yet
 * @property {boolean} isStopping
 *
 * @typedef {object} Point  as an experiment reports it
 * @property {number} epoch
 * @property {number} steps
 * @property {number} testAccuracy
 * @property {number} seconds
 *
 * @typedef {object} Experiment
 * @property {(plan: any, report: (point: any) => unknown) => Promise<{ kind: string, fingerprint:
 *   string, point: any }>} run
 * @property {() => Promise<void>} pause
 * @property {() => Promise<void>} resume
 * @property {() => Promise<void>} stop
 * @property {() => Promise<Uint8Array>} save
 * @property {() => void} free
 *
 * @typedef {object} QueueEnvironment
 * @property {() => Experiment} begin
 * @property {() => Promise<DataReport>} data  resolves once all digits are in
 * @property {() => number} generation  of the digits there are now; another one for none
 * @property {(news: { waiting?: Job[], current?: Current | null, isPaused?: boolean }) => void
 *   } tell
 * @property {(run: Run, model: Uint8Array | null) => Promise<void>} ended  resolves once the run
 *   is kept; it is `current` until then, so that a reload in between trains it again
 * @property {() => number} now  ms since 1970
 */
import * as texts from "../../texts/en/tweak.js";
import { digitsIn, isFor } from "./digits.js";
import { dataOf, digitsOf, experimentOf, parametersOf } from "./run.js";

/** Jobs that may wait, with the one that is trained: after a reload all of them wait. */
export const MOST_WAITING = 100;
/** Seconds of training after which a speed is known. */
const KNOWN = 0.3;
/** Milliseconds after which an idle worker is ended. */
const REST_MS = 60_000;

let newest = 0;

export class RunQueue {
  /** @type {Job[]} next first */ waiting = [];
  /** @type {Current | null} */ current = null;
  isPaused = false;
  /** Seconds per example and parameter, measured last. @type {number | null} */ pace = null;
  #isBusy = false;
  /** @type {Experiment | null} */ #experiment = null;

  /** @param {QueueEnvironment} environment */
  constructor(environment) {
    this.environment = environment;
  }

  /**
   * Throws an Error for people when there are too many.
   * @param {{ plan: Plan, data: Digits }[]} wishes
   */
  add(wishes) {
    const known = this.waiting.length + (this.current ? 1 : 0);
    if (known + wishes.length > MOST_WAITING) {
      throw new Error(texts.tooMany(MOST_WAITING));
    }
    const { now } = this.environment;
    const jobs = wishes.map((wish) => ({ id: `${now().toString(36)}-${++newest}`, ...wish }));
    // A pause is of what was being trained and waited; the worker may have heard of it too late.
    const isPaused = this.isPaused && known > 0;
    if (this.isPaused && !isPaused) this.#tellExperiment("resume");
    this.#set({ waiting: [...this.waiting, ...jobs], isPaused });
    this.#goOn();
  }

  pause() {
    this.#set({ isPaused: true });
    this.#tellExperiment("pause");
  }

  resume() {
    this.#set({ isPaused: false });
    this.#tellExperiment("resume");
    this.#goOn();
  }

  /** Ends the run that is being trained; it is kept as far as it came. */
  stop() {
    if (!this.current) return;
    this.#set({ current: { ...this.current, isStopping: true } });
    this.#tellExperiment("stop");
  }

  /** Other digits, or more of them, are there. */
  digitsChanged() {
    if (this.waiting.length) this.#goOn();
  }

  /** Those that wait for other digits are trained on these. @param {Digits} data */
  trainOn(data) {
    this.#set({ waiting: this.waiting.map((job) => (isFor(job, data) ? job : { ...job, data })) });
    if (this.isPaused) this.resume();
    else this.#goOn();
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
    const { pace, current } = this;
    if (pace === null) return null;
    const waiting = this.waiting.filter((job) => isFor(job, data));
    const rest = current ? current.plan.settings.epochs - current.run.epochs : 0;
    const now = current ? rest * current.digits * parametersOf(current.plan.settings) : 0;
    return pace * waiting.reduce((sum, { plan }) => sum + workOf(plan, data.train), now);
  }

  /* ---- inside ---- */

  /** @param {Partial<Pick<RunQueue, "waiting" | "current" | "isPaused">>} news */
  #set(news) {
    Object.assign(this, news);
    this.environment.tell(news);
  }

  /** A worker that has died says so where it was run. @param {"pause" | "resume" | "stop"} name */
  #tellExperiment(name) {
    this.#experiment?.[name]().catch(() => {});
  }

  async #goOn() {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      while (this.waiting.length && !this.isPaused) {
        const data = await this.environment.data();
        this.#bind(data);
        const job = this.isPaused ? null : this.waiting.find((each) => isFor(each, data));
        if (!job) break;
        this.#begin(job, data);
        await this.#train(data);
      }
    } finally {
      this.#isBusy = false;
    }
    const rest = setTimeout(() => this.#rest(), REST_MS);
    // In Node it would keep the process alive.
    if (typeof rest === "object") /** @type {any} */ (rest).unref();
  }

  /** The worker has a copy of all digits: it goes when it is not needed for a while. */
  #rest() {
    if (this.#isBusy) return;
    this.#experiment?.free();
    this.#experiment = null;
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
    const run = /** @type {Run} */ ({
      ...{ id, time: this.environment.now(), settings: plan.settings, data: dataOf(plan, data) },
      ...{ outcome: "stopped", why: "", epochs: 0, steps: 0, seconds: 0, accuracy: null },
      ...{ test: data.test, fingerprint: "", curve: [] },
    });
    const digits = digitsOf(plan, data.train);
    const waiting = this.waiting.filter((each) => each !== job);
    this.#set({ waiting, current: { ...job, digits, run, isStopping: false } });
  }

  /** Trains the current one to its end, which is kept. @param {DataReport} data */
  async #train(data) {
    const trained = await this.#trained(data);
    if (!trained) return this.#putBack();
    const { run } = /** @type {Current} */ (this.current);
    await this.environment.ended({ ...run, ...trained.end }, trained.model);
    this.#set({ current: null });
  }

  /**
   * @param {DataReport} data
   * @returns {Promise<{ end: Partial<Run>, model: Uint8Array | null } | null>} what becomes of the
   *   current run; null when its digits went before its first step
   */
  async #trained({ train, generation }) {
    const { plan, run: begun } = /** @type {Current} */ (this.current);
    const report = (/** @type {Point} */ point) => {
      const isOfOthers = generation !== this.environment.generation();
      if (!point.steps && isOfOthers) throw new Error(texts.digitsReplaced);
      this.#heard(point);
    };
    try {
      this.#experiment ??= this.environment.begin();
      const { kind, fingerprint, point } = await this.#experiment.run(
        experimentOf(plan, train),
        report,
      );
      if (point && point.steps > (this.current?.run.steps ?? 0)) this.#heard(point);
      const isKept = kind !== "diverged" && point;
      const model = isKept ? await this.#experiment.save() : null;
      const outcome = /** @type {any} */ (kind);
      return { end: { outcome, fingerprint: isKept ? fingerprint : "" }, model };
    } catch (error) {
      // While they were copied, too; those that replace them may still be loading.
      const isOfOthers = generation !== this.environment.generation() && !this.current?.run.steps;
      if (isOfOthers) return null;
      return { end: { ...begun, outcome: "failed", why: error.message }, model: null };
    }
  }

  /** It waits again for its digits, which were replaced or lost before its first step. */
  #putBack() {
    const { id, plan, data } = /** @type {Current} */ (this.current);
    this.#set({ current: null, waiting: [{ id, plan, data }, ...this.waiting] });
  }

  /** @param {Point} point */
  #heard({ epoch, steps, testAccuracy, seconds }) {
    const { current } = this;
    if (!current) return;
    const run = {
      ...current.run,
      ...{ epochs: epoch, steps, seconds, accuracy: testAccuracy },
      curve: [...current.run.curve, at(epoch, seconds, testAccuracy)],
    };
    if (seconds > KNOWN) {
      this.pace = seconds / (epoch * current.digits * parametersOf(run.settings));
    }
    this.#set({ current: { ...current, run } });
  }
}

/** @returns {import("./run.js").CurvePoint} */
const at = (
  /** @type {number} */ epoch,
  /** @type {number} */ seconds,
  /** @type {number} */ y,
) => [epoch, Number(seconds.toFixed(3)), y];

/** Examples times parameters. @param {Plan} plan @param {number} all  training digits */
const workOf = (plan, all) =>
  plan.settings.epochs * digitsOf(plan, all) * parametersOf(plan.settings);
