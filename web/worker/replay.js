/**
 * The training that a link asks for, entry by entry. While it lasts, the live settings are those of
 * the entry that is being trained; afterwards those of the link hold.
 *
 * @typedef {import("../common/provenance.js").Entry} Entry
 */
import { trainingOf } from "../common/settings.js";

export class Replay {
  /** Still to be trained. @type {Entry[]} */ entries = [];
  /** Of the link. @type {import("./live-network.js").NetworkSettings | null} */ #wanted = null;
  #live;
  #trainer;

  /**
   * @param {import("./live-network.js").LiveNetwork} live
   * @param {import("./live-trainer.js").LiveTrainer} trainer
   */
  constructor(live, trainer) {
    this.#live = live;
    this.#trainer = trainer;
  }

  get isOn() {
    return this.entries.length > 0;
  }

  /** @param {Entry[]} entries */
  begin(entries) {
    this.entries = entries.map((entry) => ({ ...entry }));
  }

  /** The rest will not be trained, and the live settings stay as they are. */
  forget() {
    this.entries = [];
    this.#wanted = null;
  }

  /** The rest will not be trained; the settings of the link hold. */
  cancel() {
    this.#live.settings = this.#wanted ?? this.#live.settings;
    this.forget();
    this.#trainer.drop();
  }

  /**
   * Trains the next entry, or a part of it.
   * @param {(index: number, rate: number) => void} descend  by one example
   * @param {(steps: number) => number} train  by as many mini-batches as fit, and says how many
   * @returns {boolean} whether the last one has ended
   */
  slice(descend, train) {
    this.#wanted ??= this.#live.settings;
    const [entry] = this.entries;
    let left = 0;
    if (entry.kind === "examples") {
      descend(this.#live.examples, entry.rate);
      entry.count--;
      left = entry.count;
    } else if (entry.kind === "trained") {
      this.#obey(entry);
      entry.steps -= train(entry.steps);
      entry.continued = true;
      left = entry.steps;
    }
    // It may have been forgotten meanwhile.
    if (left <= 0 && this.isOn) this.entries.shift();
    return !this.isOn;
  }

  /** All of it is trained. */
  end() {
    const live = this.#live;
    const wanted = this.#wanted ?? live.settings;
    this.#wanted = null;
    const last = trainingOf(live.settings);
    const same = Object.entries(trainingOf(wanted)).every(
      ([key, value]) => key === "rate" || value === last[/** @type {keyof typeof last} */ (key)],
    );
    live.settings = wanted;
    if (same) this.#trainer.takeRate();
    else this.#trainer.drop();
  }

  /**
   * The options of an entry, once they begin to hold.
   * @param {import("../common/provenance.js").Trained} entry
   */
  #obey({ options, continued }) {
    const live = this.#live;
    if (!continued) this.#trainer.drop();
    live.settings = { ...live.settings, ...options };
    this.#trainer.takeRate();
  }
}
