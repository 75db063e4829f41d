/**
 * The page's state as the worker's reports bring it, and the page's calls to the worker. What a
 * user can do is written in session.js, which extends this.
 *
 * @typedef {import("../worker/protocol.js").Report} Report
 * @typedef {import("../worker/protocol.js").Commands} Commands
 * @typedef {import("../worker/protocol.js").QueryName} QueryName
 * @typedef {import("../common/settings.js").NetworkSettings} NetworkSettings
 * @typedef {import("./state.js").State} State
 *
 * @typedef {object} PageEnvironment  what differs in a test
 * @property {() => import("./connection.js").WorkerHandle} makeWorker
 * @property {() => import("./connection.js").WorkerHandle} makeExperimentWorker
 * @property {() => import("./connection.js").WorkerHandle} makeQueryWorker
 * @property {() => import("./connection.js").WorkerHandle} makeOwnDataReader
 * @property {import("./data-choice.js").DataChoice} [dataChoice]
 * @property {() => import("./kept-drawing.js").Strokes} [keptDrawing]  of this tab, by a reload
 * @property {import("./cores.js").Device} [device]  navigator by default
 * @property {import("./address.js").Address} address
 * @property {string} dataFolder  address of the folder with MNIST, ending in "/"
 * @property {() => boolean} [isMetered]  whether the visitor wants to save data
 * @property {(act: () => void) => void} [onceOnline]  does so when the connection comes back
 * @property {(callback: any) => any} proxy  makes a function callable from the worker
 * @property {(work: () => void) => void} [onFrame]  see Store
 * @property {(work: () => void) => void} [afterMicrotasks]
 */
import { areFinite } from "../common/vectors.js";
import { Arrivals } from "./arrivals.js";
import { Connection } from "./connection.js";
import { CurrentInput } from "./input.js";
import { PendingSettings } from "./pending-settings.js";
import { kept, stateOf } from "./report.js";
import { firstState } from "./state.js";
import { Store } from "./store.js";
import { TrainingCurve } from "./training-curve.js";

/** A page may paint for one part in that many of the time while reports come in. */
const PAINTING = 3;
/** Queries of the first screen, for which the pool is not loaded. @type {Set<string>} */
const BESIDE_TRAINING = new Set(["digits", "noise", "picture", "read", "save", "saveOnnx"]);

/** @extends {Store<State>} */
export class WorkerStore extends Store {
  /** Whether the digits of the last report went with their worker. */
  areDigitsLost = false;
  curve = new TrainingCurve();
  input = new CurrentInput((input) => this.command("show", input));
  /** Once a lab has asked. @type {import("./query-pool.js").QueryPool | null} */ pool = null;
  #pending = new PendingSettings();
  #arrivals = new Arrivals();

  /** @param {PageEnvironment} environment */
  constructor(environment) {
    super(firstState(), environment.onFrame, environment.afterMicrotasks);
    this.environment = environment;
    this.connection = new Connection(environment.makeWorker, (error) => this.lost(error));
  }

  /**
   * The state has what a report says.
   * @param {Report} _report @param {State} _before
   */
  reported(_report, _before) {}

  /** The worker is gone. @param {Error} _error */
  lost(_error) {}

  /**
   * Has the worker do something; resolves when the page has the outcome.
   * @template {keyof Commands} K
   * @param {K} name
   * @param {Parameters<Commands[K]>} args
   * @returns {Promise<Awaited<ReturnType<Commands[K]>>>}
   */
  async command(name, ...args) {
    const { revision, value } = await this.connection.command(name, ...args);
    if (name !== "show" && name !== "loadData")
      await this.#arrivals.of(revision, this.state.revision);
    return value;
  }

  /**
   * A lab's question; see worker/queries.js. A function among the arguments is called back from the
   * worker. A signal, last, gives up what has not been answered: then it rejects with an
   * AbortError, at once where the pool is asked.
   * @template {QueryName} K
   * @param {K} name
   * @param {import("../worker/protocol.js").QueryArguments<K> |
   *   [...import("../worker/protocol.js").QueryArguments<K>, AbortSignal]} given
   * @returns {Promise<import("../worker/protocol.js").QueryAnswer<K>>}
   */
  async query(name, ...given) {
    const last = given[given.length - 1];
    const signal = last instanceof AbortSignal ? last : undefined;
    const args = signal ? given.slice(0, -1) : given;
    // Once it is known, nothing is waited for: what is asked now is asked of this worker.
    const pool = BESIDE_TRAINING.has(name) ? null : (this.pool ?? (await this.#loadPool()));
    const asked = pool?.takes(name) ? pool.ask(name, args, signal) : null;
    const { revision, value } = (asked && (await asked)) ?? (await this.#askEngine(name, args));
    await this.#arrivals.of(revision, this.state.revision);
    return value;
  }

  /**
   * Changes settings: the controls show them at once, the network obeys when the worker has them.
   * @param {Partial<NetworkSettings>} changes @param {string} label  for undo
   */
  async commandSettings(changes, label) {
    this.#pending.add(changes);
    this.#showSettings();
    try {
      await this.command("set", changes, label);
    } finally {
      this.#pending.settle(changes);
      this.#showSettings();
    }
  }

  /**
   * What a restarted worker begins from, if the page has it.
   * @returns {import("../worker/protocol.js").Snapshot | null}
   */
  snapshot() {
    const { network, parameters, provenance, settings, divergence } = this.state;
    if (!network || !parameters || !areFinite(parameters) || !provenance) return null;
    const { theme, hide, speed, ...rest } = settings;
    // Not what the controls show already and the worker has not heard.
    return {
      ...{ card: network, parameters, provenance },
      settings: { ...rest, ...this.#pending.known },
      ...(divergence.why && { diverged: divergence.why }),
    };
  }

  /**
   * @param {Report} report
   * @returns {Promise<void>} resolves when the page is ready for the next
   */
  async onReport(report) {
    const before = this.state;
    if (report.revision <= before.revision) return;
    const { phase, ...state } = stateOf(report, before, this.input);
    this.#pending.known = report.settings ?? {};
    const settings = kept(before.settings, this.#pending.over(before.settings));
    this.areDigitsLost = false;
    this.update({ ...state, phase, settings });
    this.#draw(report, before);
    this.reported(report, before);
    this.#arrivals.arrived(report.revision);
    const cost = await this.painted();
    const rest = Math.min(250, (PAINTING - 1) * cost);
    if (rest > 4) await new Promise((resolve) => setTimeout(resolve, rest));
  }

  /** Nobody waits for the reports of a worker that is gone. */
  forgetReports() {
    this.areDigitsLost = true;
    this.update({ revision: this.state.revision + 1_000_000 });
    this.#arrivals.arrived(this.state.revision);
  }

  /* ---- inside ---- */

  /** @param {string} name @param {any[]} args */
  #askEngine(name, args) {
    const sent = args.map((arg) => (typeof arg === "function" ? this.environment.proxy(arg) : arg));
    return this.connection.query(name, ...sent);
  }

  /** The pool of workers for the labs' queries; null when its script cannot be loaded now. */
  async #loadPool() {
    const loaded = await import("./query-pool.js").catch(() => null);
    if (loaded) this.pool ??= new loaded.QueryPool(/** @type {any} */ (this));
    return this.pool;
  }

  #showSettings() {
    this.update({ settings: this.#pending.over(this.state.settings) });
  }

  /** @param {Report} report @param {State} before */
  #draw({ generation, epoch, cost, evaluation, data }, before) {
    const { curve } = this;
    const isOther = generation !== before.generation || data.generation !== before.data.generation;
    if (isOther) curve.clear();
    if (epoch < before.epoch) curve.rewind(epoch);
    if (cost !== null && Number.isFinite(cost)) curve.addCost(epoch, cost);
    if (evaluation && evaluation.version !== before.evaluation?.version) {
      curve.addAccuracy(evaluation.epoch, evaluation.accuracy);
    }
    if (curve.version !== this.state.curveVersion) this.update({ curveVersion: curve.version });
  }
}
