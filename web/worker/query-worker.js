/**
 * The one object of a worker of the pool: it answers the labs' queries about snapshots of the
 * page's network, as query-protocol.js describes. Of several questions the newest goes on, and the
 * others wait where they pause.
 *
 * @typedef {import("./query-protocol.js").QueryWorkerCommands} QueryWorkerCommands
 * @typedef {import("./query-protocol.js").Asked} Asked
 * @typedef {import("./query-protocol.js").SetName} SetName
 * @typedef {import("./digit-source.js").Engine} Engine
 * @typedef {Record<SetName, import("./digit-source.js").Dataset>} Digits
 */
import { transfer } from "comlink";
import * as texts from "../texts/en/worker.js";
import { commandsOf } from "./command-rules.js";
import { labQueries } from "./lab-queries.js";
import { openEngine } from "./open-engine.js";
import { yieldToEvents } from "./scheduling.js";

/** @implements {QueryWorkerCommands} */
export class QueryWorker {
  /** @type {Engine} */ #engine = /** @type {any} */ (null);
  /** @type {Digits} */ #digits = /** @type {any} */ (null);
  /** Begun and not ended, oldest first. @type {Job[]} */ #jobs = [];

  /**
   * @param {object} [environment]  what differs in a test
   * @param {() => Promise<Engine>} [environment.engine]
   * @param {() => Promise<void>} [environment.yieldTo]
   */
  constructor({ engine = openEngine, yieldTo = yieldToEvents } = {}) {
    this.environment = { engine, yieldTo };
  }

  /** @param {keyof QueryWorkerCommands} name @param {any[]} args @returns {Promise<any>} */
  async command(name, ...args) {
    if (!COMMANDS.has(name)) throw new RangeError(texts.noCommand(name));
    return /** @type {any} */ (this)[name](...args);
  }

  /**
   * @param {string} name @param {Asked} asked @param {any[]} args  of the query
   * @returns {Promise<import("./query-protocol.js").Answer>}
   */
  async query(name, asked, ...args) {
    if (!Object.hasOwn(labQueries, name)) throw new RangeError(texts.noQuery(name));
    const { id, digits, generation, version } = asked;
    const job = new Job(id, digits.train + digits.test > 0);
    this.#jobs.push(job);
    const net = this.#networkOf(asked);
    /** @type {any[]} */
    const moved = [];
    try {
      const context = {
        ...{ net, engine: this.#engine, datasets: new FirstDigits(this.#digits, asked) },
        ...{ provenance: asked.provenance, settings: asked.settings, path: pathOf(asked) },
        ...{ generation, version },
        yieldToEvents: () => this.#rest(job),
        handOver: (/** @type {any[]} */ arrays) => arrays.map(({ buffer }) => moved.push(buffer)),
      };
      const value = await /** @type {any} */ (labQueries)[name](context, ...args);
      return transfer({ value, generation, version }, moved);
    } finally {
      net.free();
      this.#jobs = this.#jobs.filter((each) => each !== job);
      job.end();
    }
  }

  async open() {
    this.#engine = await this.environment.engine();
    this.#digits = this.#noDigits();
  }

  /** @type {QueryWorkerCommands["add"]} */
  async add(set, images, labels) {
    this.#digits[set].append({ images, labels });
    return this.#digits[set].count;
  }

  async clear() {
    const users = this.#jobs.filter(({ usesDigits }) => usesDigits);
    for (const job of users) job.stop(new Error(texts.digitsReplaced));
    await Promise.all(users.map(({ ended }) => ended));
    const { train, test } = this.#digits;
    this.#digits = this.#noDigits();
    train.free();
    test.free();
  }

  /** @type {QueryWorkerCommands["cancel"]} */
  async cancel(id) {
    const job = this.#jobs.find((each) => each.id === id);
    job?.stop(new DOMException(texts.givenUp, "AbortError"));
  }

  async ping() {}

  /* ---- inside ---- */

  /** @returns {Digits} */
  #noDigits() {
    return { train: this.#engine.dataset(), test: this.#engine.dataset() };
  }

  /** @param {Asked} asked */
  #networkOf({ card: { layers, hidden, output, cost }, parameters }) {
    const net = this.#engine.network({ layers, hidden, output, cost, seed: 0 });
    net.setParameters(parameters);
    return net;
  }

  /** Lets messages be answered, and newer questions be answered first. @param {Job} job */
  async #rest(job) {
    await this.environment.yieldTo();
    for (let newest = this.#newest; newest !== job && !job.error; newest = this.#newest) {
      await Promise.race([newest.ended, job.stopped]);
    }
    if (job.error) throw job.error;
  }

  get #newest() {
    return this.#jobs[this.#jobs.length - 1];
  }
}

/** A question that has begun. */
class Job {
  /** Why it is to end. @type {Error | null} */ error = null;
  end = () => {};
  #wake = () => {};

  /** @param {number} id @param {boolean} usesDigits */
  constructor(id, usesDigits) {
    this.id = id;
    this.usesDigits = usesDigits;
    /** @type {Promise<void>} */ this.ended = new Promise((resolve) => {
      this.end = resolve;
    });
    /** @type {Promise<void>} */ this.stopped = new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** @param {Error} error */
  stop(error) {
    this.error ??= error;
    this.#wake();
  }
}

/** The digits that a question may use, as `Datasets` offers them. */
class FirstDigits {
  /** @param {Digits} digits @param {Asked} asked */
  constructor(digits, { digits: counts, data }) {
    /** @type {import("./digit-source.js").Dataset | null} */
    this.train = counts.train ? digits.train : null;
    /** @type {import("./digit-source.js").Dataset | null} */
    this.test = counts.test ? digits.test : null;
    this.report = data;
  }

  /** @param {SetName} set */
  of(set) {
    const data = this[set];
    if (data) return data;
    throw new Error(texts.digitsAreLoading(set));
  }
}

/** @param {Asked} asked */
function pathOf({ path, card: { parameterCount: size } }) {
  const { steps, parameters: all } = path ?? { steps: [], parameters: new Float32Array() };
  return { steps, parameters: steps.map((_, i) => all.subarray(i * size, (i + 1) * size)) };
}

/** What `command` can be asked for. @type {ReadonlySet<string>} */
const COMMANDS = new Set(commandsOf(QueryWorker));
