/**
 * The course of one network's training: cost and test accuracy over epochs, thinned out when it
 * grows long, so that a night of training still fits a chart.
 */

/** Points that a chart can show. */
const LIMIT = 1600;

export class TrainingCurve {
  /** Grows with every change. */
  version = 0;
  /** @type {number[]} ascending */
  epochs = [];
  /** @type {(number | null)[]} training cost */
  cost = [];
  /** @type {(number | null)[]} on test digits, 0…1 */
  accuracy = [];
  /** Epochs that two points are apart, at least. */
  #gap = 0;

  clear() {
    Object.assign(this, { epochs: [], cost: [], accuracy: [] });
    this.#gap = 0;
    this.version++;
  }

  /** @param {number} epoch @param {number} cost  finite */
  addCost(epoch, cost) {
    this.cost[this.#at(epoch)] = cost;
  }

  /**
   * An evaluation may belong to an epoch that is over.
   * @param {number} epoch
   * @param {number} accuracy
   */
  addAccuracy(epoch, accuracy) {
    this.accuracy[this.#at(epoch)] = accuracy;
  }

  /** What came later did not happen. @param {number} epoch */
  rewind(epoch) {
    const length = this.epochs.findIndex((at) => at > epoch);
    if (length < 0) return;
    for (const list of [this.epochs, this.cost, this.accuracy]) list.length = length;
    this.version++;
  }

  /** Index of the point at that epoch, made when none is near. @param {number} epoch */
  #at(epoch) {
    this.version++;
    if (this.epochs.length > LIMIT) this.#thin();
    const { epochs } = this;
    let i = epochs.length;
    while (i > 0 && epochs[i - 1] > epoch) i--;
    if (i > 0 && epoch - epochs[i - 1] <= this.#gap) return i - 1;
    epochs.splice(i, 0, epoch);
    this.cost.splice(i, 0, null);
    this.accuracy.splice(i, 0, null);
    return i;
  }

  /** Drops every other point without an accuracy of its own. */
  #thin() {
    const { epochs, accuracy } = this;
    const last = epochs.length - 1;
    const stays = epochs.map((_, i) => i % 2 === 0 || i === last || accuracy[i] !== null);
    const tooMany = stays.filter(Boolean).length > LIMIT;
    const kept = tooMany ? epochs.map((_, i) => i % 2 === 0 || i === last) : stays;
    const every = (/** @type {any[]} */ list) => list.filter((_, i) => kept[i]);
    this.epochs = every(this.epochs);
    this.cost = every(this.cost);
    this.accuracy = every(this.accuracy);
    this.#gap = (this.epochs[this.epochs.length - 1] - this.epochs[0]) / LIMIT;
  }
}
