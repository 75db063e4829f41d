/**
 * A worker that trains one run at a time. It is started by its first run, and ended when it was not
 * needed for a while: it has a copy of all digits.
 *
 * @typedef {object} Point  as an experiment reports it
 * @property {number} epoch
 * @property {number} steps
 * @property {number} testAccuracy
 * @property {number} seconds
 *
 * @typedef {object} Outcome
 * @property {string} kind
 * @property {string} fingerprint
 * @property {any} point  the last one; null when it was stopped before the first
 *
 * @typedef {object} Experiment
 * @property {(plan: any, report: (point: any) => unknown) => Promise<Outcome>} run
 * @property {() => Promise<void>} pause
 * @property {() => Promise<void>} resume
 * @property {() => Promise<void>} stop
 * @property {() => Promise<Uint8Array>} save
 * @property {() => void} free
 */

/** Milliseconds after which an idle worker is ended. */
const REST_MS = 60_000;

export class Runner {
  isBusy = false;
  #begin;
  /** @type {Experiment | null} */ #experiment = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #rest;

  /** @param {() => Experiment} begin */
  constructor(begin) {
    this.#begin = begin;
  }

  /**
   * Rejects as an experiment does.
   * @param {object} plan @param {(point: Point) => unknown} report
   * @returns {Promise<Outcome & { model: Uint8Array | null }>} model: null when it has diverged or
   *   was not begun
   */
  async train(plan, report) {
    this.isBusy = true;
    clearTimeout(this.#rest);
    try {
      this.#experiment ??= this.#begin();
      const outcome = await this.#experiment.run(plan, report);
      const isSaved = outcome.kind !== "diverged" && outcome.point;
      return { ...outcome, model: isSaved ? await this.#experiment.save() : null };
    } finally {
      this.isBusy = false;
      this.#rest = setTimeout(() => this.#free(), REST_MS);
      // In Node it would keep the process alive.
      if (typeof this.#rest === "object") /** @type {any} */ (this.#rest).unref();
    }
  }

  /** A worker that has died says so where it was run. @param {"pause" | "resume" | "stop"} name */
  tell(name) {
    this.#experiment?.[name]().catch(() => {});
  }

  #free() {
    this.#experiment?.free();
    this.#experiment = null;
  }
}
