/**
 * Saves the live network: soon after every change while nothing runs, several times in a second to
 * every few seconds while training, one save at a time and only the newest state.
 */

import { hasWork } from "../common/provenance.js";

/** Time between two saves while training: so many times what a save takes, within these bounds. */
const PAUSE = 40;
const [SOONEST_MS, LATEST_MS] = [250, 2000];
/** Time before a save that failed is tried again. */
const RETRY_MS = 10_000;

export class Saver {
  /** Version that was saved last; -1 for none. */
  saved = -1;
  /** Milliseconds that the last save took. */ #took = 0;
  #wanted = false;
  #historyVersion = 0;
  /** @type {Promise<void> | null} the save under way */ #saving = null;
  /** Milliseconds after which the next save begins. @type {number | null} */ #dueIn = null;
  #cancel = () => {};
  #retries = false;

  /**
   * @param {object} parts
   * @param {import("./live-network.js").LiveNetwork} parts.live
   * @param {import("./undo-history.js").UndoHistory} parts.history
   * @param {import("./storage.js").SavedNetworks} parts.storage
   * @param {() => boolean} parts.isTraining
   * @param {() => import("./protocol.js").Snapshot} parts.snapshot
   * @param {() => void} parts.changed  something was saved, or could not be
   * @param {import("./timer.js").SetTimer} parts.setTimer
   */
  constructor(parts) {
    this.parts = parts;
    /** Of the record; "" as long as nothing is to be saved. */
    this.id = "";
  }

  /** The network, its settings or the undo history changed. */
  changed() {
    this.#wanted = true;
    const ms = this.parts.isTraining() ? this.#interval : 0;
    if (!this.id || (this.#dueIn !== null && this.#dueIn <= ms)) return;
    this.#cancel();
    this.#dueIn = ms;
    this.#cancel = this.parts.setTimer(() => {
      this.#dueIn = null;
      if (this.#wanted) this.save();
    }, ms);
  }

  get #interval() {
    return Math.min(LATEST_MS, Math.max(SOONEST_MS, PAUSE * this.#took));
  }

  /** Saves now what is not saved yet; resolves when it is stored or known not to be. */
  async save() {
    if (!this.id) return;
    while (this.#saving) await this.#saving;
    if (!this.#wanted) return;
    this.#wanted = false;
    this.#saving = this.#write().finally(() => {
      this.#saving = null;
    });
    await this.#saving;
  }

  async #write() {
    const { live, history, storage, snapshot, changed } = this.parts;
    const { version, provenance } = live;
    if (!hasWork(provenance) && history.isEmpty) return;
    const past = {
      version: history.version,
      undoable: history.undoable,
      redoable: history.redoable,
    };
    const start = performance.now();
    const isSaved = await storage.save(this.id, snapshot());
    this.#took = performance.now() - start;
    if (isSaved) this.saved = version;
    if (isSaved && past.version !== this.#historyVersion) {
      const { undoable, redoable } = past;
      if (await storage.saveHistory(this.id, { undoable, redoable })) {
        this.#historyVersion = past.version;
      }
    }
    changed();
    // What a store refused may be taken later, when there is room or it answers again.
    if (!isSaved) this.#tryAgain();
  }

  #tryAgain() {
    if (this.#retries) return;
    this.#retries = true;
    this.parts.setTimer(() => {
      this.#retries = false;
      this.#wanted = true;
      this.save();
    }, RETRY_MS);
  }
}
