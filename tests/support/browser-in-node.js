/**
 * The page without a browser: sessions ("tabs") over real training workers with the real engine, in
 * one process. What crosses between a page and its worker is cloned, as it is between threads;
 * storage and addresses are those of one visitor.
 */
import { readFile } from "node:fs/promises";
import { loadEngine } from "../../wasm/engine.js";
import { Session } from "../../web/model/session.js";
import { ExperimentWorker } from "../../web/worker/experiment.js";
import { OwnDataReader } from "../../web/worker/own-data-reader.js";
import { QueryWorker } from "../../web/worker/query-worker.js";
import { startTimer } from "../../web/worker/timer.js";
import { TrainingWorker } from "../../web/worker/training-worker.js";

export const engine = await loadEngine();

/** Milliseconds that a test waits for a state before it fails. */
const PATIENCE_MS = 20_000;

/** An in-memory key-value store with the methods that SavedNetworks uses. */
export class MemoryStore {
  /** @type {Map<any, any>} */ values = new Map();

  /** @param {any} key */
  async get(key) {
    return structuredClone(this.values.get(key));
  }

  /** @param {any} key @param {any} value */
  async set(key, value) {
    this.values.set(key, structuredClone(value));
  }

  /** @param {any} key */
  async del(key) {
    this.values.delete(key);
  }

  async keys() {
    return [...this.values.keys()];
  }
}

/** A visitor's browser: its storage, its open tabs, and the host that it speaks to. */
export class Browser {
  store = new MemoryStore();
  /** Of own digits. */ ownStore = new MemoryStore();
  /** Own digits chosen last. @type {import("../../web/model/data-choice.js").Chosen | null} */
  ownChoice = null;
  /** @type {Map<Tab, string>} ids of own digits that open tabs use */ held = new Map();
  /** @type {Set<string>} ids that open tabs have claimed */ claimed = new Set();
  offline = false;

  /**
   * @param {{ fetch?: typeof fetch, worker?: Record<string, any>,
   *   cores?: number }} [options] fetch: without it
   *   every file is a 404; worker: environment of the workers
   */
  constructor({ fetch: host = notFound, worker = {}, cores = 2 } = {}) {
    /** @type {typeof fetch} */ this.fetch = host;
    this.worker = worker;
    this.cores = cores;
  }

  /**
   * What the host answers; the page's own files come from the disk.
   * @param {any} url
   * @param {any} [options]
   */
  async answer(url, options) {
    if (this.offline) throw new TypeError("Failed to fetch");
    return String(url).startsWith("file:") ? fromDisk(url) : this.fetch(url, options);
  }

  /**
   * Opens a tab and waits until its network is there.
   * @param {string} [hash]
   * @param {{ data?: boolean }} [options]
   */
  async open(hash = "", { data = true } = {}) {
    const tab = new Tab(this, hash);
    await tab.load(data);
    return tab;
  }
}

/** One tab. A reload keeps the tab and its address, and creates everything else again. */
export class Tab {
  /** @type {Session} */ session = /** @type {any} */ (null);
  /** @type {string | null} the browser's history.state */ savedId = null;
  /** @type {import("../../web/model/address.js").Unfinished} */ training = "";
  /** @type {Promise<void>} */ dataLoaded = Promise.resolve();
  #workers = /** @type {ReturnType<typeof startWorker>[]} */ ([]);
  /** The page's own. @type {ReturnType<typeof startWorker> | null} */ #engine = null;
  #isClosed = false;
  /** @type {import("../../web/model/data-choice.js").Chosen | null} */ #ownChoice = null;
  /** @type {import("../../web/model/kept-drawing.js").Strokes} */ #drawing = [];

  /** @param {Browser} browser @param {string} hash */
  constructor(browser, hash) {
    this.browser = browser;
    this.hash = hash;
  }

  get state() {
    return this.session.state;
  }

  /** @param {boolean} [data]  whether the digits are loaded and waited for */
  async load(data = true) {
    if (this.session) this.#stop();
    const drawing = this.#drawing;
    this.session = new Session({
      keptDrawing: () => drawing,
      makeWorker: () => {
        this.#engine = startWorker(this.browser);
        return this.#newWorker(this.#engine);
      },
      makeExperimentWorker: () => this.#newWorker(this.#startExperimentWorker()),
      makeQueryWorker: () => this.#newWorker(this.#startQueryWorker()),
      device: { hardwareConcurrency: this.browser.cores },
      address: this.#address(),
      makeOwnDataReader: () => this.#newWorker(startOwnDataReader()),
      dataChoice: {
        get: (isReload) => (isReload ? this.#ownChoice : this.browser.ownChoice),
        set: (chosen, isForAll = true) => {
          this.#ownChoice = chosen;
          if (isForAll) this.browser.ownChoice = chosen;
        },
        hold: (id) => this.browser.held.set(this, id),
        held: async () => {
          const others = [...this.browser.held].filter(([tab, id]) => id && tab !== this);
          return new Set(others.map(([, id]) => id));
        },
      },
      dataFolder: "http://host/data/",
      proxy: (callback) => callback,
      onFrame: (work) => void setImmediate(work),
      afterMicrotasks: (work) => void setImmediate(work),
    });
    this.session.update({ settings: { ...this.state.settings, speed: "full" } });
    await this.session.open();
    if (!data || this.state.status !== "ready") return;
    await this.session.digits.load();
    await this.until(({ data }) => data.complete);
  }

  /** As F5 does: what was not saved yet has `save` of pagehide, no more. */
  async reload({ data = true, save = true } = {}) {
    if (save) await this.session.save().catch(() => {});
    this.#drawing = this.state.shown.strokes;
    this.#stop();
    await this.load(data);
  }

  close() {
    this.#isClosed = true;
    this.#stop();
    if (this.savedId) this.browser.claimed.delete(this.savedId);
    this.browser.held.delete(this);
  }

  /** The worker that was started last dies. @param {string} [why] */
  kill(why = "it ran out of memory") {
    this.#workers[this.#workers.length - 1].die(new Error(why));
  }

  /** The page's worker dies, not that of an experiment. @param {string} [why] */
  killEngine(why = "it ran out of memory") {
    this.#engine?.die(new Error(why));
  }

  /** Waits for a state. @param {(state: Session["state"]) => unknown} holds */
  async until(holds) {
    const { session } = this;
    if (holds(session.state)) return;
    await new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`never came: ${holds} (phase ${session.state.phase})`));
      }, PATIENCE_MS);
      const stop = session.subscribe((state) => {
        if (!holds(state)) return;
        clearTimeout(timer);
        stop();
        resolve(null);
      });
    });
  }

  /** Texts of the notices. */
  get notices() {
    return this.state.notices.map(({ text }) => text);
  }

  /** @type {ReturnType<typeof startWorker>[]} those of the pool, oldest first */ queryWorkers = [];

  /** @type {ReturnType<typeof startWorker>[]} oldest first */ experimentWorkers = [];

  #startExperimentWorker() {
    const worker = startExperimentWorker();
    this.experimentWorkers.push(worker);
    return worker;
  }

  #startQueryWorker() {
    const worker = startQueryWorker();
    this.queryWorkers.push(worker);
    return worker;
  }

  #stop() {
    this.session.connection.stop();
    this.session.pool?.free();
    for (const worker of this.#workers) worker.die(new Error("closed"));
    this.#workers = [];
  }

  /** @param {ReturnType<typeof startWorker>} worker */
  #newWorker(worker) {
    this.#workers.push(worker);
    if (this.#isClosed) worker.die(new Error("closed"));
    return worker.handle;
  }

  /** @returns {import("../../web/model/address.js").Address} */
  #address() {
    const { claimed } = this.browser;
    return {
      hash: () => this.hash,
      withHash: (hash) => `http://host/#${hash}`,
      savedId: () => this.savedId,
      unfinished: () => this.training,
      isOwn: () => true,
      go: (hash) => Object.assign(this, { hash: `#${hash}` }),
      write: (hash, id, _, training) =>
        Object.assign(this, { hash: `#${hash}`, savedId: id, training }),
      claim: async (id) => {
        const isMine = this.savedId === id && this.#owned.has(id);
        const isFree = isMine || !claimed.has(id);
        if (isFree) {
          claimed.add(id);
          this.#owned.add(id);
        }
        return isFree;
      },
      claimed: async () => new Set(claimed),
    };
  }

  /** @type {Set<string>} ids that this tab has claimed */ #owned = new Set();
}

// Node's own message ports deliver a thousand messages before anything else has its turn.
const yieldTo = () =>
  /** @type {Promise<void>} */ (new Promise((resolve) => setImmediate(resolve)));

/** @param {Browser} browser */
function startWorker(browser) {
  /** @type {ReturnType<typeof border>} */ let worker;
  const isDead = () => worker.isDead();
  const { store, ownStore } = browser;
  const { setTimer = startTimer, ...environment } = browser.worker;
  const training = new TrainingWorker({
    engine: async () => engine,
    yieldTo,
    claimed: async () => new Set(browser.claimed),
    ownStore,
    // A dead worker neither writes nor wakes up.
    store: {
      get: (/** @type {any} */ key) => store.get(key),
      keys: () => store.keys(),
      set: async (/** @type {any} */ key, /** @type {any} */ value) =>
        isDead() ? forever() : store.set(key, value),
      del: async (/** @type {any} */ key) => (isDead() ? forever() : store.del(key)),
    },
    setTimer: (/** @type {() => void} */ work, /** @type {number} */ ms) =>
      setTimer(() => isDead() || work(), ms),
    fetch: (/** @type {any} */ url, /** @type {any} */ options) => browser.answer(url, options),
    ...environment,
  });
  worker = border(training, "pause");
  return worker;
}

function startExperimentWorker() {
  return border(new ExperimentWorker({ engine: async () => engine, yieldTo }), "stop");
}

function startOwnDataReader() {
  return border(new OwnDataReader({ engine: async () => engine }), "ping");
}

function startQueryWorker() {
  return border(new QueryWorker({ engine: async () => engine, yieldTo }), "ping");
}

const forever = () => /** @type {Promise<any>} */ (new Promise(() => {}));

/**
 * What is between a page and its worker.
 * @param {any} worker  the object that a worker exposes
 * @param {string} end  its command that ends what it is doing
 */
function border(worker, end) {
  let dead = false;
  /** @type {(error: Error) => void} */ let die = () => {};
  const broken = /** @type {Promise<Error>} */ (
    new Promise((resolve) => {
      die = resolve;
    })
  );
  /** Functions are called over the border; all else is cloned. @type {(value: any) => any} */
  const across = (value) => {
    if (typeof value === "function") {
      return async (/** @type {any[]} */ ...args) =>
        dead ? forever() : value(...args.map((arg) => structuredClone(arg)));
    }
    if (value?.constructor !== Object) return structuredClone(value);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, across(each)]));
  };
  const call = async (
    /** @type {"command" | "query"} */ kind,
    /** @type {any} */ name,
    /** @type {any[]} */ args,
  ) => {
    if (dead) return forever();
    await null;
    try {
      const answer = await worker[kind](name, ...args.map(across));
      return dead ? forever() : structuredClone(answer);
    } catch (error) {
      if (dead) return forever();
      throw error;
    }
  };
  return {
    handle: {
      remote: {
        command: (/** @type {any} */ name, /** @type {any[]} */ ...args) =>
          call("command", name, args),
        query: (/** @type {any} */ name, /** @type {any[]} */ ...args) => call("query", name, args),
      },
      terminate: () => {
        dead = true;
        worker.command(end).catch(() => {});
      },
      broken,
    },
    die: (/** @type {Error} */ error) => {
      dead = true;
      worker.command(end).catch(() => {});
      die(error);
    },
    isDead: () => dead,
  };
}

/** A committed model file, as the page's own host serves it. @param {URL} url */
async function fromDisk(url) {
  return new Response(await readFile(url));
}

/** A host that has nothing. */
async function notFound() {
  return new Response("not found", { status: 404 });
}
