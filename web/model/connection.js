/**
 * The page's end of a worker: starts it, calls it, and notices when it cannot be loaded, dies or no
 * longer answers.
 *
 * @typedef {object} Remote  see Remote in worker/protocol.js; an experiment's knows commands alone
 * @property {(name: any, ...args: any[]) => Promise<any>} command
 * @property {(name: any, ...args: any[]) => Promise<any>} query
 *
 * @typedef {object} WorkerHandle  one worker
 * @property {Remote} remote
 * @property {() => void} terminate
 * @property {Promise<Error>} broken  resolves with the reason when it cannot be loaded or has died
 */
import * as texts from "../texts/en/model.js";

/**
 * Between two questions whether the worker still answers, and how long it may take to answer one.
 */
const BEAT_MS = 2000;
const PATIENCE_MS = 8000;

/** Why a call has no answer: its worker is gone. The page says so in a place of its own. */
export class ConnectionClosed extends Error {}

export class Connection {
  /** @type {WorkerHandle | null} */ #worker = null;
  /** Calls without an answer. @type {Set<(error: Error) => void>} */ #open = new Set();
  /** @type {any} */ #beat = 0;

  /**
   * @param {() => WorkerHandle} makeWorker
   * @param {(error: Error) => void} onLost  the worker is gone; it was told once per worker
   */
  constructor(makeWorker, onLost) {
    this.makeWorker = makeWorker;
    this.onLost = onLost;
  }

  /** A new worker in place of the present one; calls that have no answer yet reject. */
  restart() {
    this.stop(new Error(texts.engineRestarted));
    const worker = this.makeWorker();
    this.#worker = worker;
    worker.broken.then((error) => this.#lost(worker, error));
  }

  /** @param {Error} [reason] */
  stop(reason = new Error(texts.engineStopped)) {
    clearInterval(this.#beat);
    const closed = new ConnectionClosed(reason.message, { cause: reason });
    for (const reject of this.#open) reject(closed);
    this.#open.clear();
    this.#worker?.terminate();
    this.#worker = null;
  }

  /** Asks every few seconds whether the worker still answers. */
  watch() {
    const worker = this.#worker;
    let asked = performance.now();
    let waits = false;
    let last = performance.now();
    clearInterval(this.#beat);
    this.#beat = setInterval(() => {
      const now = performance.now();
      // A page that was asleep has not listened either.
      const slept = now - last > 2 * BEAT_MS;
      last = now;
      if (slept) asked = now;
      if (waits) {
        if (now - asked > PATIENCE_MS && worker) {
          this.#lost(worker, new Error(texts.engineSilent));
        }
        return;
      }
      waits = true;
      asked = now;
      worker?.remote.command("ping").then(
        () => {
          waits = false;
        },
        () => {},
      );
    }, BEAT_MS);
  }

  /** @param {string} name @param {any[]} args */
  command(name, ...args) {
    return this.#call((remote) => remote.command(name, ...args));
  }

  /** @param {string} name @param {any[]} args */
  query(name, ...args) {
    return this.#call((remote) => remote.query(name, ...args));
  }

  /** @template T @param {(remote: Remote) => Promise<T>} call @returns {Promise<T>} */
  #call(call) {
    const { remote } = this.#worker ?? {};
    if (!remote) return Promise.reject(new ConnectionClosed(texts.engineNotRunning));
    return new Promise((resolve, reject) => {
      this.#open.add(reject);
      call(remote)
        .then(resolve, reject)
        .finally(() => this.#open.delete(reject));
    });
  }

  /** @param {WorkerHandle} worker @param {Error} error */
  #lost(worker, error) {
    if (worker !== this.#worker) return;
    this.stop(error);
    this.onLost(error);
  }
}
