/**
 * Two networks, one trained on true labels and one on shuffled ones, each in a worker of its own;
 * once, or for several seeds one after the other.
 *
 * @typedef {import("../../model/session.js").Session} Session
 * @typedef {import("../../worker/experiment-protocol.js").Point} Point
 * @typedef {import("../../worker/experiment-protocol.js").Outcome} Outcome
 * @typedef {import("./options.js").Choice} Choice
 *
 * @typedef {object} Runner  one of the two networks
 * @property {boolean} isShuffled
 * @property {Point[]} points
 * @property {Outcome["kind"] | null} kind  null while it is trained
 * @property {Float32Array | null} start  parameters before the first step
 * @property {Float32Array | null} parameters  as they were lately; in the end, the final ones
 */
import { Experiment } from "../../model/experiment.js";
import { planOf } from "./options.js";
import { resultOf } from "./results.js";

/** Milliseconds between two looks at the weights of a network in training. */
const LOOK_MS = 400;

export class Race {
  /** @type {"idle" | "running" | "paused"} */
  phase = "idle";
  /** What the runners are trained by. @type {Choice | null} */
  choice = null;
  /** The present ones, or the last. @type {Runner[]} */
  runners = [];
  /** Of the seeds that have ended, of one choice. @type {import("./results.js").Result[]} */
  results = [];
  /** The seed that ended last, as a reload needs it. @type {import("./saved.js").Ended | null} */
  ended = null;
  /** It is all from before a reload, and has no weights. */
  isKept = false;
  /** Seeds of the present or last series. @type {readonly number[]} */
  seeds = [];
  /** Why there is nothing, or not all, one sentence, or "". */
  trouble = "";
  /** Generation of the digits that all of this is about. */
  data = -1;
  /** Their name, once it is known; see saved.js. */
  digits = "";
  #session;
  #changed;
  #experiments;
  #isEnding = false;
  /** Resolves when it is no longer paused. */
  #resumed = Promise.resolve();
  #resume = () => {};

  /**
   * @param {Session} session
   * @param {() => unknown} changed  the next step of a training waits for what it returns
   */
  constructor(session, changed) {
    this.#session = session;
    this.#changed = changed;
    this.#experiments = [new Experiment(session), new Experiment(session)];
  }

  /** @param {Choice} choice @param {readonly number[]} [seeds]  one race for each */
  async run(choice, seeds = [choice.seed]) {
    if (this.phase !== "idle") return;
    const data = this.#session.state.data.generation;
    Object.assign(this, { ...nothing(), phase: "running", seeds, data });
    this.#isEnding = false;
    this.#changed();
    // A pause may have come after what it was meant for.
    await this.#goOn();
    for (const seed of seeds) {
      await this.#resumed;
      if (this.#isEnding) break;
      await this.#race({ ...choice, seed });
    }
    this.#resume();
    this.phase = "idle";
    this.#changed();
  }

  async pause() {
    if (this.phase !== "running" || this.#isEnding) return;
    this.phase = "paused";
    this.#resumed = new Promise((resolve) => {
      this.#resume = resolve;
    });
    this.#changed();
    await Promise.all(this.#experiments.map((experiment) => experiment.pause()));
  }

  async resume() {
    if (this.phase !== "paused") return;
    this.phase = "running";
    this.#resume();
    this.#changed();
    await this.#goOn();
  }

  /** Ends it; what was measured stays. */
  async stop() {
    if (this.phase === "paused") this.#resume();
    this.#isEnding = true;
    await Promise.all(this.#experiments.map((experiment) => experiment.stop()));
  }

  /** Ends it, and drops what was measured. @param {string} trouble  why */
  drop(trouble) {
    Object.assign(this, { ...nothing(), choice: null, runners: [], trouble, data: -1 });
    return this.stop();
  }

  /**
   * Shows what came of a race before the page was reloaded.
   * @param {import("./saved.js").Ended} ended @param {number} data  generation of its digits
   */
  restore(ended, data) {
    Object.assign(this, { ...nothing(), ...ended, ended, isKept: true, data });
  }

  /** Ends the workers; the next run starts others. */
  free() {
    if (this.phase === "paused") this.#resume();
    this.#isEnding = true;
    for (const experiment of this.#experiments) experiment.free();
  }

  /* ---- inside ---- */

  #goOn() {
    return Promise.all(this.#experiments.map((experiment) => experiment.resume()));
  }

  /** @param {Choice} choice */
  async #race(choice) {
    const runners = [false, true].map(newRunner);
    this.choice = choice;
    this.runners = runners;
    this.#changed();
    await Promise.all(runners.map((runner, i) => this.#train(choice, runner, i)));
    const haveEnded = runners.every(({ kind }) => kind && kind !== "stopped");
    if (haveEnded && this.runners === runners) {
      this.results = [...this.results, resultOf(choice, runners)];
      this.ended = { choice, runners, seeds: this.seeds, results: this.results };
    }
  }

  /** @param {Choice} choice @param {Runner} runner @param {number} i */
  async #train(choice, runner, i) {
    const experiment = this.#experiments[i];
    let looked = performance.now();
    try {
      const { kind } = await experiment.run(planOf(choice, runner.isShuffled), async (point) => {
        runner.points = [...runner.points, point];
        if (!point.steps || performance.now() - looked > LOOK_MS) {
          runner.parameters = await experiment.parameters();
          runner.start ??= runner.parameters;
          looked = performance.now();
        }
        await this.#changed();
      });
      if (runner.points.length && !this.#isEnding) {
        runner.parameters = await experiment.parameters();
      }
      runner.kind = kind;
    } catch (error) {
      runner.kind = "stopped";
      if (!this.#isEnding) this.trouble = error.message;
      await this.stop();
    }
    this.#changed();
  }
}

/** What is known before a race. */
const nothing = () => ({ results: [], ended: null, isKept: false, trouble: "", digits: "" });

/** @param {boolean} isShuffled @returns {Runner} */
function newRunner(isShuffled) {
  return { isShuffled, points: [], kind: null, start: null, parameters: null };
}
