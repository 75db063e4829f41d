/**
 * The visitor's own digits, kept in the browser for the next visit: a few sets, in a database of
 * their own, since writing 55 MB may take longer than a network may wait to be saved.
 *
 * @typedef {import("./protocol.js").OwnData} OwnData
 * @typedef {import("./protocol.js").KeptData} KeptData
 * @typedef {import("./storage.js").KeyValueStore} KeyValueStore
 */
import { shownText } from "../common/shown-text.js";
import * as texts from "../texts/en/worker-files.js";
import { browserStore } from "./browser-store.js";
import { startTimer, withDeadline } from "./timer.js";

/** Sets; the oldest makes room for a new one. */
const MOST = 3;
const SILENCE_MS = 60_000;

const ABOUT = "about:";
const DIGITS = "digits:";

export class OwnDataStore {
  #store;
  #now;
  #setTimer;

  /**
   * @param {object} [environment]
   * @param {KeyValueStore} [environment.store]
   * @param {() => number} [environment.now]
   * @param {import("./timer.js").SetTimer} [environment.setTimer]
   */
  constructor({
    store = browserStore("downhill-data", "digits"),
    now = Date.now,
    setTimer = startTimer,
  } = {}) {
    this.#store = store;
    this.#now = now;
    this.#setTimer = setTimer;
  }

  /**
   * Never rejects.
   * @param {Omit<KeptData, "time">} about @param {OwnData} own
   * @returns {Promise<string>} why they are not kept, one sentence, or ""
   */
  async keep(about, own) {
    try {
      await this.#makeRoom(about.id);
      await this.#ask(this.#store.set(DIGITS + about.id, own));
      await this.#ask(this.#store.set(ABOUT + about.id, { ...about, time: this.#now() }));
      return "";
    } catch (error) {
      // Half of a set is none.
      this.#store.del(DIGITS + about.id).catch(() => {});
      return texts.dataNotKept(reasonOf(error));
    }
  }

  /**
   * Null when they are not there; rejects with a sentence when the store fails.
   * @param {string} id @returns {Promise<OwnData | null>}
   */
  async load(id) {
    try {
      const own = await this.#ask(this.#store.get(DIGITS + id));
      const isWhole = own?.train?.images instanceof Uint8Array;
      return isWhole ? { ...own, name: shownText(own.name) } : null;
    } catch (error) {
      throw new Error(texts.dataNotRead(reasonOf(error)));
    }
  }

  /** Newest first; rejects with a sentence when the store fails. @returns {Promise<KeptData[]>} */
  async list() {
    try {
      const all = await this.#ask(this.#store.keys());
      const abouts = all.filter((key) => String(key).startsWith(ABOUT));
      const list = await this.#ask(Promise.all(abouts.map((key) => this.#store.get(key))));
      return list
        .filter(isAbout)
        .map(checkedAbout)
        .sort((a, b) => b.time - a.time);
    } catch (error) {
      throw new Error(texts.dataNotListed(reasonOf(error)));
    }
  }

  /** Rejects with a sentence when the store fails. @param {string} id */
  async remove(id) {
    try {
      await this.#ask(this.#store.del(ABOUT + id));
      await this.#ask(this.#store.del(DIGITS + id));
    } catch (error) {
      throw new Error(texts.dataNotRemoved(reasonOf(error)));
    }
  }

  /** @param {string} id  of a set that is about to come */
  async #makeRoom(id) {
    const others = (await this.list().catch(() => [])).filter((each) => each.id !== id);
    for (const old of others.slice(MOST - 1)) await this.remove(old.id);
  }

  /** @template T @param {Promise<T>} answer @returns {Promise<T>} */
  #ask(answer) {
    return withDeadline(
      this.#setTimer,
      SILENCE_MS,
      answer,
      () => new DOMException("", "TimeoutError"),
    );
  }
}

/** Whether it is about kept digits: others may have written it. @param {any} about */
function isAbout(about) {
  const counts = [about?.train, about?.test, about?.time];
  return typeof about?.id === "string" && counts.every((count) => Number.isFinite(count));
}

/** @param {KeptData} about @returns {KeptData} */
const checkedAbout = ({ id, name, train, test, time }) => ({
  ...{ id, name: shownText(name) },
  ...{ train, test, time },
});

/** As half a sentence. @param {Error | null} error  an aborted transaction may have none */
function reasonOf(error) {
  if (error?.name === "QuotaExceededError") return texts.noSpaceLeft;
  if (error?.name === "TimeoutError") return texts.noAnswer;
  return error?.message || texts.notAllowed;
}
