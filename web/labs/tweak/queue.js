/**
 * Runs one after the other, each in an experiment's worker. It belongs to the page, not to what
 * shows it: it goes on when the lab is closed.
 *
 * @typedef {import("./run.js").Plan} Plan
 * @typedef {import("./run.js").Run} Run
 * @typedef {import("../../worker/protocol.js").DataReport} DataReport
 *
 * @typedef {{ id: string, plan: Plan }} Job
 *
 * @typedef {object} Current  the run that is being trained
 * @property {string} id
 * @property {Plan} plan
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
 * @property {() => number} generation  of the digits there are now
 * @property {(news: { waiting?: Job[], current?: Current | null, isPaused?: boolean }) => void} tell
 * @property {(run: Run, model: Uint8Array | null) => Promise<void>} ended  resolves once the run
 *   is kept; it is `current` until then, so that a reload in between trains it again
 * @property {() => number} now  ms since 1970
 */
import { dataOf, digitsOf, experimentOf, parametersOf } from "./run.js";

/** Jobs that may wait, with the one that is trained: after a reload all of them wait. */
export const MOST_WAITING = 100;
/** Seconds of training after which a speed is known. */
const KNOWN = 0.3;
const REPLACED = "The digits were replaced when it began.";
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
   * @param {Plan[]} plans
   */
  add(plans) {
    const known = this.waiting.length + (this.current ? 1 : 0);
    if (known + plans.length > MOST_WAITING) {
      throw new Error(`At most ${MOST_WAITING} runs can wait. Add more when some have finished.`);
    }
    const { now } = this.environment;
    const jobs = plans.map((plan) => ({ id: `${now().toString(36)}-${++newest}`, plan }));
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

  /** @param {string} [id]  of one that waits; all of them by default */
  remove(id) {
    this.#set({ waiting: id ? this.waiting.filter((job) => job.id !== id) : [] });
  }

  /** Seconds until all are done; null while no speed was measured. @param {number} all  training digits */
  left(all) {
    const { pace, current, waiting } = this;
    if (pace === null) return null;
    const rest = current ? current.plan.settings.epochs - current.run.epochs : 0;
    const now = current ? rest * current.digits * parametersOf(current.plan.settings) : 0;
    return pace * waiting.reduce((sum, { plan }) => sum + workOf(plan, all), now);
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
        const [job, ...rest] = this.waiting;
        if (!job || this.isPaused) continue;
        this.#begin(job, rest, data);
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

  /** @param {Job} job @param {Job[]} waiting @param {DataReport} data */
  #begin({ id, plan }, waiting, data) {
    const run = /** @type {Run} */ ({
      ...{ id, time: this.environment.now(), settings: plan.settings, data: dataOf(plan, data) },
      ...{ outcome: "stopped", why: "", epochs: 0, steps: 0, seconds: 0, accuracy: null },
      ...{ test: data.test, fingerprint: "", curve: [] },
    });
    const digits = digitsOf(plan, data.train);
    this.#set({ waiting, current: { id, plan, digits, run, isStopping: false } });
  }

  /** Trains the current one to its end, which is kept. @param {DataReport} data */
  async #train(data) {
    const { end, model } = await this.#trained(data);
    const { run } = /** @type {Current} */ (this.current);
    await this.environment.ended({ ...run, ...end }, model);
    this.#set({ current: null });
  }

  /**
   * @param {DataReport} data
   * @returns {Promise<{ end: Partial<Run>, model: Uint8Array | null }>} what becomes of the current run
   */
  async #trained({ train, generation }) {
    const { plan, run: begun } = /** @type {Current} */ (this.current);
    const report = (/** @type {Point} */ point) => {
      if (!point.steps && generation !== this.environment.generation()) throw new Error(REPLACED);
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
      const why = isOfOthers ? REPLACED : error.message;
      return { end: { ...begun, outcome: "failed", why }, model: null };
    }
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
