/**
 * This visitor's runs, kept between visits: a record and a model file for each, in IndexedDB. What
 * cannot be stored stays for as long as the page is open, and `trouble` says so.
 *
 * @typedef {import("./run.js").Run} Run
 *
 * @typedef {object} KeyValueStore
 * @property {(key: string) => Promise<any>} get
 * @property {(entries: [string, any][]) => Promise<void>} setMany  all of them or none
 * @property {(keys: string[]) => Promise<any[]>} getMany
 * @property {(keys: string[]) => Promise<void>} delMany
 * @property {() => Promise<any[]>} keys
 */
import { createStore, delMany, get, getMany, keys, setMany } from "idb-keyval";
import * as texts from "../../texts/en/tweak.js";
import { checkedRun } from "./run.js";

/** More are not kept; the oldest go first. */
export const MOST_RUNS = 100;
/** Of all model files together, bytes; those of the oldest runs go first. */
const MOST_BYTES = 24 * 2 ** 20;
const FORMAT = 1;
/** Milliseconds after which a store that does not answer counts as one that cannot be used. */
const PATIENCE_MS = 10_000;
const RUN = "run:";
const MODEL = "model:";

export class RunStore {
  /** What is wrong with saving, and with what was saved; one sentence each, or "". */
  #troubles = { saving: "", saved: "" };
  /** What could not be stored. @type {Map<string, { run: Run, model: Uint8Array | null }>} */
  #unsaved = new Map();
  #store;
  /** Ends with all that was asked of the store so far: one thing after the other. */
  #turn = Promise.resolve();

  /** @param {KeyValueStore} [store] */
  constructor(store = browserStore()) {
    this.#store = store;
  }

  /** Why runs are not kept or not shown, one sentence, or "". */
  get trouble() {
    return this.#troubles.saving || this.#troubles.saved;
  }

  /** All runs that can be read, newest first. Never rejects. @returns {Promise<Run[]>} */
  async list() {
    const all = await this.#attempt(null, async () => {
      const { runs, damaged } = await this.#read();
      this.#troubles.saved = damaged ? texts.damagedRuns(damaged) : "";
      return this.#withUnsaved(runs.map(({ run }) => run));
    });
    return all ?? this.#withUnsaved([]);
  }

  /** Never rejects. @param {Run} run @param {Uint8Array | null} model */
  async save(run, model) {
    this.#unsaved.set(run.id, { run, model });
    await this.#attempt(undefined, async () => {
      // The newest first, then what could not be stored before.
      for (const id of [...this.#unsaved.keys()].reverse()) await this.#write(id);
      this.#troubles.saving = "";
      await this.#removeOldest();
    });
  }

  /** The model file of a run; null when it is no longer kept. @param {string} id */
  async model(id) {
    const unsaved = this.#unsaved.get(id);
    if (unsaved) return unsaved.model;
    const bytes = await this.#attempt(null, () => this.#store.get(MODEL + id));
    return bytes instanceof Uint8Array ? bytes : null;
  }

  /** @param {string} id */
  async remove(id) {
    this.#unsaved.delete(id);
    await this.#attempt(undefined, () => this.#store.delMany([RUN + id, MODEL + id]));
  }

  /* ---- inside ---- */

  /** @param {Run[]} stored */
  #withUnsaved(stored) {
    const unsaved = [...this.#unsaved.values()].map(({ run }) => run);
    const others = stored.filter(({ id }) => !this.#unsaved.has(id));
    return [...others, ...unsaved].sort((a, b) => b.time - a.time);
  }

  /** @param {string} id  of a run that is not stored; nothing when it was deleted meanwhile */
  async #write(id) {
    const { run, model } = this.#unsaved.get(id) ?? {};
    if (!run) return;
    const record = { format: FORMAT, run, bytes: model?.length ?? 0 };
    const entries = /** @type {[string, any][]} */ ([[RUN + id, record]]);
    if (model) entries.push([MODEL + id, model]);
    await this.#store.setMany(entries);
    this.#unsaved.delete(id);
  }

  /** Records, newest first. */
  async #read() {
    const all = /** @type {string[]} */ (await this.#store.keys()).filter((key) =>
      String(key).startsWith(RUN),
    );
    /** @type {{ run: Run, bytes: number }[]} */
    const runs = [];
    let damaged = 0;
    for (const record of await this.#store.getMany(all)) {
      try {
        if (record.format !== FORMAT) throw new Error(texts.otherVersion);
        runs.push({ run: checkedRun(record.run), bytes: Number(record.bytes) });
      } catch {
        damaged++;
      }
    }
    return { runs: runs.sort((a, b) => b.run.time - a.run.time), damaged };
  }

  async #removeOldest() {
    const { runs } = await this.#read();
    let bytes = 0;
    const gone = runs.flatMap(({ run: { id }, bytes: more }, i) => {
      bytes += more;
      if (i >= MOST_RUNS) return [RUN + id, MODEL + id];
      return more && bytes > MOST_BYTES ? [MODEL + id] : [];
    });
    if (gone.length) await this.#store.delMany(gone);
  }

  /**
   * What the work makes, in its turn, or `otherwise` when the store fails. In turn, since a run
   * stored while another list is read would be missing in it.
   * @template T @param {T} otherwise @param {() => Promise<T>} work @returns {Promise<T>}
   */
  async #attempt(otherwise, work) {
    const made = this.#turn.then(() => inTime(work()));
    this.#turn = made.then(
      () => {},
      () => {},
    );
    try {
      return await made;
    } catch (error) {
      const isFull = error?.name === "QuotaExceededError";
      this.#troubles.saving = isFull ? texts.storageFull : texts.storageUnusable;
      return otherwise;
    }
  }
}

/** @template T @param {Promise<T>} work @returns {Promise<T>} */
function inTime(work) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(texts.storageSilent)), PATIENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** A database of its own, apart from the saved networks. @returns {KeyValueStore} */
function browserStore() {
  /** @type {import("idb-keyval").UseStore | undefined} */
  let store;
  const open = () => {
    store ??= createStore("downhill-runs", "runs");
    return store;
  };
  return {
    get: async (key) => get(key, open()),
    setMany: async (entries) => setMany(entries, open()),
    getMany: async (all) => getMany(all, open()),
    delMany: async (all) => delMany(all, open()),
    keys: async () => keys(open()),
  };
}
