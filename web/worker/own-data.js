/**
 * The training worker's part for the visitor's own digits: it keeps them for the next visit, and
 * goes on with those that were kept.
 *
 * @typedef {import("./protocol.js").Commands} Commands
 */
import { OwnDataStore } from "./own-data-store.js";

/** @implements {Pick<Commands, "keptData" | "removeKeptData">} */
export class OwnDataCommands {
  #datasets;
  #training;
  #folder;
  #store;

  /**
   * @param {object} parts
   * @param {import("./datasets.js").Datasets} parts.datasets
   * @param {import("./training.js").Training} parts.training
   * @param {string} parts.folder  address of the folder with MNIST
   * @param {import("./storage.js").KeyValueStore} [parts.store]
   * @param {import("./timer.js").SetTimer} parts.setTimer
   */
  constructor({ datasets, training, folder, store, setTimer }) {
    this.#datasets = datasets;
    this.#training = training;
    this.#folder = folder;
    this.#store = new OwnDataStore({ ...(store && { store }), setTimer });
  }

  /**
   * @param {import("./protocol.js").DataReport} report  on these digits
   * @param {import("./protocol.js").OwnData} own
   * @returns {ReturnType<Commands["useOwnData"]>}
   */
  async keep({ checksum: id, name, train, test }, own) {
    return { id, trouble: await this.#store.keep({ id, name, train, test }, own) };
  }

  /**
   * @param {string} id @param {number} choices  of data sources before this one
   * @returns {Promise<boolean>} false: they are not there
   */
  async useKeptData(id, choices) {
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

  /** @type {Commands["removeKeptData"]} */
  async removeKeptData(id) {
    await this.#store.remove(id);
    const datasets = this.#datasets;
    const isInUse = () => datasets.report.kind === "own" && datasets.report.checksum === id;
    if (isInUse()) await datasets.load(this.#folder);
    // Where MNIST is not to be had.
    if (isInUse()) await datasets.useHandwriting();
  }
}
