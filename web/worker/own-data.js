/**
 * The training worker's part for the visitor's own digits: it keeps them for the next visit, and
 * goes on with those that were kept.
 *
 * @typedef {import("./protocol.js").Commands} Commands
 */
import * as texts from "../texts/en/worker-files.js";
import { isSameData, loadSources } from "./datasets.js";
import { OwnDataStore } from "./own-data-store.js";

/** @implements {Pick<Commands, "keptData" | "removeKeptData">} */
export class OwnDataCommands {
  #datasets;
  #training;
  #folder;
  #store;
  #commands;
  #history;

  /**
   * @param {object} parts
   * @param {import("./network-commands.js").NetworkCommands} parts.commands
   * @param {import("./undo-history.js").UndoHistory} parts.history
   * @param {import("./datasets.js").Datasets} parts.datasets
   * @param {import("./training.js").Training} parts.training
   * @param {string} parts.folder  address of the folder with MNIST
   * @param {import("./storage.js").KeyValueStore} [parts.store]
   * @param {import("./timer.js").SetTimer} parts.setTimer
   */
  constructor({ datasets, training, folder, store, setTimer, commands, history }) {
    this.#commands = commands;
    this.#history = history;
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
   * @param {boolean} [isChoice]  can be undone
   * @returns {Promise<boolean>} false: they are not there
   */
  async useKeptData(id, choices, isChoice) {
    const own = await this.#store.load(id);
    if (!own) return false;
    // Others may have been chosen while these were read.
    if (choices !== this.#datasets.choices) return true;
    this.#datasets.useOwn(own, isChoice);
    await this.#training.evaluate();
    return true;
  }

  /**
   * Undoes or redoes a change of digits. Rejects when the former ones are gone.
   * @param {"undo" | "redo"} way
   * @returns {Promise<import("./protocol.js").DataChosen | null>} null: nothing was to be done
   */
  async goBack(way) {
    const history = this.#history;
    const datasets = this.#datasets;
    const entry = history.next(way);
    if (!entry?.data) return null;
    const { kind, id, name } = entry.data;
    await loadSources();
    const own = kind === "own" ? await this.#store.load(id) : null;
    // Something else may have been done while they were read.
    if (history.next(way) !== entry) return null;
    const isGone = kind === "own" && !own;
    if (isGone || isSameData(entry.data, datasets.chosen)) {
      history.drop(way);
      if (isGone) throw new Error(texts.dataGone(name));
      return null;
    }
    await this.#commands[way]();
    if (own) datasets.useOwn(own);
    // They come in slices, and what goes wrong is in the report.
    else if (kind === "mnist") datasets.load(this.#folder).catch(() => {});
    else datasets.useHandwriting().catch(() => {});
    if (own) await this.#training.evaluate();
    return entry.data;
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
