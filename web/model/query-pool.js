/**
 * The labs' questions in workers of their own, each about a snapshot of the network and of what
 * the page says of it: training goes on undisturbed. A worker is started when all others have
 * something to do; once there are as many as there may be, they take turns, the newest question
 * first. A worker that dies is replaced, and what it was asked is asked once more. Where none can
 * be opened, or not in time, for lack of memory or of a network, the question is left to the
 * training worker.
 *
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("../worker/protocol.js").QueryName} QueryName
 * @typedef {import("../worker/query-protocol.js").Subject} Subject
 *
 * @typedef {object} Question
 * @property {number} id
 * @property {QueryName} name
 * @property {any[]} args
 * @property {AbortSignal} [signal]
 */
import { transfer } from "comlink";
import { areFinite } from "../common/vectors.js";
import * as texts from "../texts/en/query-pool.js";
import { Connection, ConnectionClosed } from "./connection.js";
import { mostQueryWorkers } from "./cores.js";
import { DigitFeed } from "./digit-feed.js";
import { digitsFor, isPooled, WITH_PATH } from "./pooled-queries.js";

/** Milliseconds after which an idle worker is ended: it may hold 50 MB of digits. */
const REST_MS = 60_000;
/** Milliseconds that a worker may take to load its scripts and its engine. */
const OPENING_MS = 8000;

export class QueryPool {
  #session;
  #most;
  #newest = 0;
  /** Oldest first. @type {PoolWorker[]} */ #workers = [];
  #isFreed = false;
  /** @type {{ parameters: Float32Array | null, areFinite: boolean }} looked at last */
  #checked = { parameters: null, areFinite: false };

  /** @param {Session} session */
  constructor(session) {
    this.#session = session;
    this.#most = mostQueryWorkers(session.environment);
  }

  /** How many workers there are. */
  get size() {
    return this.#workers.length;
  }

  /**
   * Whether it can be asked here: no snapshot can be made of a network that has diverged.
   * @param {string} name
   */
  takes(name) {
    const { network, parameters, provenance } = this.#session.state;
    if (!isPooled(name) || !network || !parameters || !provenance) return false;
    if (this.#checked.parameters !== parameters) {
      this.#checked = { parameters, areFinite: areFinite(parameters) };
    }
    return this.#checked.areFinite;
  }

  /**
   * Answers a question about the network as the page shows it now. Rejects with an AbortError once
   * the signal is aborted, and with an Error for people when its worker has died twice.
   * @param {QueryName} name @param {any[]} args @param {AbortSignal} [signal]
   * @returns {Promise<{ value: any, revision: number } | null>} revision: of the report that the
   *   page must have before it has the answer; null: no worker can be opened
   */
  ask(name, args, signal) {
    return new Promise((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      signal?.throwIfAborted();
      this.#answer(name, args, signal).then(resolve, reject);
    });
  }

  /** Ends all workers. */
  free() {
    this.#isFreed = true;
    for (const worker of this.#workers) worker.free();
    this.#workers = [];
  }

  /* ---- inside ---- */

  /** @param {QueryName} name @param {any[]} args @param {AbortSignal} [signal] */
  async #answer(name, args, signal) {
    const question = { id: ++this.#newest, name, args, signal };
    // The first one loads while the training worker makes its snapshot.
    if (!this.#workers.length && !this.#isFreed) this.#start().open();
    let { subject, revision } = await this.#subject(name);
    for (let attempt = 1; ; attempt++) {
      try {
        return { value: await this.#runOn(this.#freest(), question, subject), revision };
      } catch (error) {
        if (error instanceof NotOpened && !this.#isFreed) return null;
        if (!(error instanceof ConnectionClosed)) throw error;
        if (this.#isFreed || attempt === 2) throw new Error(texts.stopped(error.message));
      }
      // The worker that died may have had the path's memory.
      if (subject.path) ({ subject, revision } = await this.#subject(name));
    }
  }

  /** @param {PoolWorker} worker @param {Question} question @param {Subject} subject */
  async #runOn(worker, question, subject) {
    worker.begin();
    try {
      return await worker.run(question, subject);
    } finally {
      worker.end();
    }
  }

  /** The network that a question is about. @param {QueryName} name */
  async #subject(name) {
    const { state, connection } = this.#session;
    const { data, network, parameters, provenance, generation, version } = state;
    if (WITH_PATH.has(name)) {
      const { revision, value } = await connection.query("snapshot");
      return { revision, subject: { ...value, data } };
    }
    const { theme, hide, speed, ...settings } = state.settings;
    const subject = /** @type {Subject} */ ({
      ...{ card: network, parameters, provenance, settings, path: null },
      ...{ generation, version, data },
    });
    return { revision: state.revision, subject };
  }

  /** One that has nothing to do, a new one, or the one that has least to do. */
  #freest() {
    if (this.#isFreed) throw new ConnectionClosed(texts.ended);
    const idle = this.#workers.find(({ questions }) => !questions);
    if (idle) return idle;
    if (this.#workers.length < this.#most) return this.#start();
    return this.#workers.reduce((a, b) => (b.questions < a.questions ? b : a));
  }

  #start() {
    const worker = new PoolWorker(this.#session, () => {
      this.#workers = this.#workers.filter((each) => each !== worker);
    });
    this.#workers.push(worker);
    return worker;
  }
}

/** A worker that has answered nothing yet. */
class NotOpened extends Error {}

class PoolWorker {
  /** That it has now. */
  questions = 0;
  #session;
  #connection;
  #feed;
  #gone;
  #isFreed = false;
  /** @type {Promise<void> | null} */ #opened = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #rest;

  /** @param {Session} session @param {() => void} gone  it is of no use any more */
  constructor(session, gone) {
    this.#session = session;
    this.#gone = gone;
    this.#connection = new Connection(session.environment.makeQueryWorker, () => this.free());
    this.#feed = new DigitFeed(session, {
      add: (...digits) => this.#connection.command("add", ...digits),
      clear: () => this.#connection.command("clear"),
    });
  }

  begin() {
    this.questions++;
    clearTimeout(this.#rest);
  }

  end() {
    this.questions--;
    if (this.questions || this.#isFreed) return;
    this.#rest = setTimeout(() => this.free(), REST_MS);
  }

  free() {
    this.#isFreed = true;
    clearTimeout(this.#rest);
    this.#gone();
    this.#feed.wake();
    this.#connection.stop();
  }

  /** @param {Question} question @param {Subject} subject */
  async run({ id, name, args, signal }, subject) {
    await this.open();
    const { generation } = subject.data;
    const digits = digitsFor(name, subject.data, args);
    const wanted = () => {
      if (signal?.aborted) return null;
      const isOther = this.#session.state.data.generation !== generation;
      if (isOther && (digits.train || digits.test)) throw new Error(texts.digitsReplaced);
      return digits;
    };
    const sent = args.map((arg) => this.#sendable(arg, signal));
    const ask = () => {
      const asked = { ...subject, id, digits };
      // Of the page's own parameters the worker has a copy; the path was taken for it.
      const taken = subject.path ? [subject.parameters.buffer, subject.path.parameters.buffer] : [];
      return this.#connection.query(name, transfer(asked, taken), ...sent);
    };
    const found = await this.#feed.with(wanted, ask);
    const cancel = () => this.#connection.command("cancel", id).catch(() => {});
    if (found && signal?.aborted) cancel();
    signal?.addEventListener("abort", cancel, { once: true });
    try {
      return (await found?.answer)?.value;
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
  }

  /** Loads its script and its engine. */
  open() {
    this.#opened ??= this.#open();
    // Whoever asks hears of a failure.
    this.#opened.catch(() => {});
    return this.#opened;
  }

  async #open() {
    this.#connection.restart();
    const late = setTimeout(() => this.#connection.stop(), OPENING_MS);
    try {
      await this.#connection.command("open");
    } catch (error) {
      this.free();
      throw new NotOpened(texts.stopped(error.message));
    } finally {
      clearTimeout(late);
    }
    this.#connection.watch();
  }

  /**
   * A function is called back from the worker, as long as its answer is wanted.
   * @param {any} arg @param {AbortSignal} [signal]
   */
  #sendable(arg, signal) {
    if (typeof arg !== "function") return arg;
    const call = (/** @type {any[]} */ ...args) => !signal?.aborted && arg(...args);
    return this.#session.environment.proxy(call);
  }
}
