/**
 * Networks saved in the browser, one for each tab. Nothing here ever waits for long or stops the
 * page: a store that is forbidden, full or silent is told of in `trouble`, and what cannot be read
 * is set aside.
 *
 * @typedef {import("./protocol.js").SavedSummary} SavedSummary
 * @typedef {import("./protocol.js").Snapshot} Snapshot
 * @typedef {import("./saved-record.js").History} History
 * @typedef {import("./timer.js").SetTimer} SetTimer
 *
 * @typedef {object} KeyValueStore  values are cloned on the way in and out
 * @property {(key: string) => Promise<any>} get  undefined when there is none
 * @property {(key: string, value: any) => Promise<void>} set
 * @property {(key: string) => Promise<void>} del
 * @property {() => Promise<any[]>} keys
 *
 * @typedef {object} Loaded
 * @property {Snapshot} snapshot
 * @property {History} history  empty when there is none
 * @property {string} warning  that a part of the history was damaged and is gone, one sentence, or
 *   ""
 */
import { claimedIds } from "../common/open-tabs.js";
import * as texts from "../texts/en/worker-files.js";
import { browserStore } from "./browser-store.js";
import { PREVIOUS_KEY, snapshotOfPrevious } from "./previous-save.js";
import {
  checkedRecord,
  checkedSnapshot,
  historyRecordOf,
  readHistory,
  recordOf,
  summaryOf,
} from "./saved-record.js";
import { startTimer, withDeadline } from "./timer.js";

const MOST_NETWORKS = 6;
const MOST_ASIDE = 3;
const HISTORY_BYTES = 8e6;
const SILENCE_MS = 2000;

const NETWORK = "saved:";
const HISTORY = "history:";
const ASIDE = "aside:";

/** @typedef {"save" | "other" | "history"} Work */

class SilentStore extends Error {}

export class SavedNetworks {
  #claimed;
  #store;
  #now;
  #setTimer;
  /** Calls that were given up and may still be answered. Until then no other one is made. */
  #hanging = 0;
  /**
   * Networks under these ids could not be read, and may be there all the same.
   * @type {Set<string>}
   */
  #unread = new Set();
  /** The last failure of each kind of work. */
  #troubles = { save: "", other: "", history: "" };

  /**
   * @param {object} [environment]
   * @param {KeyValueStore} [environment.store]
   * @param {() => number} [environment.now]
   * @param {SetTimer} [environment.setTimer]
   * @param {() => Promise<Set<string>>} [environment.claimed]  ids of open tabs' networks
   */
  constructor({
    // The names of the page's first version.
    store = browserStore("downhill", "kept"),
    now = Date.now,
    setTimer = startTimer,
    claimed = claimedIds,
  } = {}) {
    this.#claimed = claimed;
    this.#store = store;
    this.#now = now;
    this.#setTimer = setTimer;
  }

  /** Why a reload would lose something, one sentence; "" when all is well. */
  get trouble() {
    const { save, other, history } = this.#troubles;
    return save || other || history;
  }

  /**
   * Saves the network in place of the one under that id; its arrays must not change meanwhile.
   * Never rejects.
   * @param {string} id @param {Snapshot} snapshot
   * @returns {Promise<boolean>} whether it is stored; if not, see `trouble`
   */
  async save(id, snapshot) {
    let checked;
    try {
      checked = checkedSnapshot(snapshot);
    } catch (error) {
      this.#troubles.save = texts.notSaved(error.message);
      return false;
    }
    const saved = await this.#attempt("save", false, async () => {
      if (this.#unread.has(id)) await this.#keepUnread(id);
      await this.#ask("set", NETWORK + id, recordOf(id, this.#now(), checked));
      return true;
    });
    if (!saved) return false;
    this.#troubles.other = "";
    await this.#quietly(() => this.#removeOldest(id));
    return true;
  }

  /**
   * Saves what can be undone and redone: the newest entries, up to 8 MB of parameters. Never
   * rejects.
   * @param {string} id  of a network that was saved @param {History} history
   * @returns {Promise<boolean>}
   */
  saveHistory(id, history) {
    return this.#attempt("history", false, async () => {
      await this.#ask("set", HISTORY + id, historyRecordOf(id, history, HISTORY_BYTES));
      return true;
    });
  }

  /**
   * The network saved under that id; null when there is none, and when the store fails. Rejects
   * with a sentence for people when it is damaged; it is set aside then.
   * @param {string} id @returns {Promise<Loaded | null>}
   */
  async load(id) {
    this.#unread.add(id);
    const [record, past] = await this.#attempt("other", [undefined, undefined], async () => {
      const both = [await this.#ask("get", NETWORK + id), await this.#ask("get", HISTORY + id)];
      this.#unread.delete(id);
      return both;
    });
    if (record === undefined) return null;
    const { snapshot } = await this.#checkedOrAside(id, record);
    const { history, isWhole } = readHistory(past, id);
    const warning = isWhole ? "" : texts.historyDamaged;
    return { snapshot, history, warning };
  }

  /** All that can be opened, newest first. Never rejects. @returns {Promise<SavedSummary[]>} */
  async list() {
    const all = await this.#attempt("other", [], async () => {
      /** @type {SavedSummary[]} */
      const summaries = [];
      for (const id of await this.#idsUnder(NETWORK)) {
        const record = await this.#ask("get", NETWORK + id);
        try {
          summaries.push(summaryOf(checkedRecord(record, id)));
        } catch {
          // It is set aside when it is to be opened.
        }
      }
      return summaries;
    });
    return all.sort((a, b) => b.time - a.time);
  }

  /** Never rejects. @param {string} id @returns {Promise<boolean>} */
  remove(id) {
    return this.#attempt("other", false, async () => {
      await this.#remove(id);
      return true;
    });
  }

  /**
   * Turns what the page's previous version saved into a saved network. Never rejects; to be called
   * before `list`.
   * @param {import("./previous-save.js").Loader} engine
   * @returns {Promise<string>} a sentence when it could not be read and was set aside, or ""
   */
  migrate(engine) {
    return this.#attempt("other", "", async () => {
      const previous = await this.#ask("get", PREVIOUS_KEY);
      if (previous === undefined) return "";
      let snapshot;
      try {
        snapshot = checkedSnapshot(snapshotOfPrevious(engine, previous));
      } catch (error) {
        await this.#setAside(PREVIOUS_KEY, PREVIOUS_KEY, previous);
        return texts.earlierNotOpened(error.message);
      }
      const id = `earlier-visit-${this.#now()}`;
      await this.#ask("set", NETWORK + id, recordOf(id, this.#now(), snapshot));
      await this.#ask("del", PREVIOUS_KEY);
      await this.#removeOldest(id);
      return "";
    });
  }

  /** @param {string} id @param {any} record */
  async #checkedOrAside(id, record) {
    try {
      return checkedRecord(record, id);
    } catch (error) {
      const isAside = await this.#quietly(async () => {
        await this.#setAside(id, NETWORK + id, record);
        await this.#ask("del", HISTORY + id);
      });
      throw new Error(texts.savedNotOpened(error.message, isAside));
    }
  }

  /** @param {string} id @param {string} key  where it is now @param {any} value */
  async #setAside(id, key, value) {
    await this.#ask("set", ASIDE + id, { time: this.#now(), value });
    await this.#ask("del", key);
    for (const old of await this.#oldest(ASIDE, MOST_ASIDE, id))
      await this.#ask("del", ASIDE + old);
  }

  /**
   * Gives what is stored under that id, which this tab never had, an id of its own.
   * @param {string} id
   */
  async #keepUnread(id) {
    for (const prefix of [HISTORY, NETWORK]) {
      const record = await this.#ask("get", prefix + id);
      const other = `${id}-earlier`;
      if (record) await this.#ask("set", prefix + other, { ...record, id: other });
      await this.#ask("del", prefix + id);
    }
    this.#unread.delete(id);
  }

  /** Networks of open tabs stay. @param {string} newest  that is not removed either */
  async #removeOldest(newest) {
    const old = await this.#oldest(NETWORK, MOST_NETWORKS, newest);
    if (!old.length) return;
    const claimed = await this.#claimed();
    for (const id of old) if (!claimed.has(id)) await this.#remove(id);
  }

  /** @param {string} id */
  async #remove(id) {
    await this.#ask("del", NETWORK + id);
    await this.#ask("del", HISTORY + id);
  }

  /**
   * Ids of all but the newest `most` with that prefix; `kept` counts as the newest, what is damaged
   * as the oldest.
   * @param {string} prefix @param {number} most @param {string} kept
   */
  async #oldest(prefix, most, kept) {
    const ids = await this.#idsUnder(prefix);
    if (ids.length <= most) return [];
    /** @type {[number, string][]} */
    const dated = [];
    for (const id of ids) {
      const { time } = (await this.#ask("get", prefix + id)) ?? {};
      const age = Number.isFinite(time) ? time : Number.NEGATIVE_INFINITY;
      dated.push([id === kept ? Number.POSITIVE_INFINITY : age, id]);
    }
    dated.sort(([a], [b]) => b - a);
    return dated.slice(most).map(([, id]) => id);
  }

  /** @param {string} prefix */
  async #idsUnder(prefix) {
    const all = /** @type {any[]} */ (await this.#ask("keys"));
    const under = all.filter((key) => typeof key === "string" && key.startsWith(prefix));
    return /** @type {string[]} */ (under.map((key) => key.slice(prefix.length)));
  }

  /**
   * One call of the store; rejects when it takes too long. While a call hangs no other one is made,
   * so that no snapshots pile up behind it.
   * @param {keyof KeyValueStore} method @param {any[]} args @returns {Promise<any>}
   */
  async #ask(method, ...args) {
    if (this.#hanging) throw new SilentStore();
    const store = /** @type {Record<string, (...args: any[]) => Promise<any>>} */ (
      /** @type {unknown} */ (this.#store)
    );
    const answer = (async () => store[method](...args))();
    return withDeadline(this.#setTimer, SILENCE_MS, answer, () => {
      this.#hanging++;
      const answered = () => void this.#hanging--;
      answer.then(answered, answered);
      return new SilentStore();
    });
  }

  /**
   * What the work makes, or `otherwise` when the store fails; `trouble` tells of the last of its
   * kind.
   * @template T @param {Work} kind @param {T} otherwise @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  async #attempt(kind, otherwise, work) {
    try {
      const made = await work();
      this.#troubles[kind] = "";
      return made;
    } catch (error) {
      this.#troubles[kind] = troubleOf(error, kind === "history");
      return otherwise;
    }
  }

  /**
   * Work without which the rest goes on.
   * @param {() => Promise<unknown>} work @returns {Promise<boolean>} done
   */
  async #quietly(work) {
    try {
      await work();
      return true;
    } catch {
      return false;
    }
  }
}

const DENIED = ["SecurityError", "InvalidStateError", "NotAllowedError", "ReferenceError"];

/**
 * What failed and what that means, one sentence for people.
 * @param {Error | null} error  an aborted transaction may have none
 * @param {boolean} isHistory  what was to be saved
 */
function troubleOf(error, isHistory) {
  if (error instanceof SilentStore) return texts.storageSilent(isHistory);
  if (error?.name === "QuotaExceededError") return texts.storageFull(isHistory);
  if (!error || DENIED.includes(error.name)) return texts.storageDenied(isHistory);
  return texts.storageFailed(error.message, isHistory);
}
