/**
 * The training worker's commands for the visitor's own digits: to use them, to keep them for the
 * next visit, and to go on with those that were kept.
 *
 * @typedef {import("./protocol.js").Commands} Commands
 */
import { OwnDataStore } from "./own-data-store.js";

/** @implements {Pick<Commands, "useOwnData" | "useKeptData" | "keptData" | "removeKeptData">} */
export class OwnDataCommands {
  #datasets;
  #training;
  #store;

  /**
   * @param {object} parts
   * @param {import("./datasets.js").Datasets} parts.datasets
   * @param {import("./training.js").Training} parts.training
   * @param {import("./storage.js").KeyValueStore} [parts.store]
   * @param {import("./timer.js").SetTimer} parts.setTimer
   */
  constructor({ datasets, training, store, setTimer }) {
    this.#datasets = datasets;
    this.#training = training;
    this.#store = new OwnDataStore({ ...(store && { store }), setTimer });
  }

  /** @type {Commands["useOwnData"]} */
  async useOwnData(own) {
    this.#datasets.useOwn(own);
    const { checksum: id, name, train, test } = this.#datasets.report;
    await this.#training.evaluate();
    return { id, trouble: await this.#store.keep({ id, name, train, test }, own) };
  }

  /** @type {Commands["useKeptData"]} */
  async useKeptData(id) {
    const { choices } = this.#datasets;
    const own = await this.#store.load(id);
    if (!own) return false;
    // Others may have been chosen while these were read.
    if (choices !== this.#datasets.choices) return true;
    this.#datasets.useOwn(own);
    await this.#training.evaluate();
    return true;
  }

  keptData() {
    return this.#store.list();
  }

  /** @param {string} id */
  removeKeptData(id) {
    return this.#store.remove(id);
  }
}
