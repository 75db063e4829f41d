/**
 * The course of a training: cost and accuracy over epochs, thinned out when it grows long, so that a night of training
 * still fits a chart.
 */
const LIMIT = 1600;

export class History {
  /** Grows with every change. */
  version = 0;

  /** @type {number[]} */
  epochs = [];
  /** @type {(number | null)[]} */
  cost = [];
  /** @type {(number | null)[]} */
  accuracy = [];
  /** Epochs two points are apart, at least. */
  gap = 0;

  clear() {
    this.epochs = [];
    this.cost = [];
    this.accuracy = [];
    this.gap = 0;
    this.version++;
  }

  /** @param {number} epoch @param {number | null} cost @param {number | null} accuracy */
  add(epoch, cost, accuracy) {
    const last = this.epochs.length - 1;
    if (cost === null && accuracy === null) return;
    if (last >= 0 && epoch < this.epochs[last]) this.#rewind(epoch);
    if (last >= 0 && epoch - this.epochs[last] <= this.gap) {
      this.cost[last] = cost ?? this.cost[last];
      this.accuracy[last] = accuracy ?? this.accuracy[last];
    } else {
      this.epochs.push(epoch);
      this.cost.push(cost);
      this.accuracy.push(accuracy);
    }
    if (this.epochs.length > LIMIT) this.#thin();
    this.version++;
  }

  /** After an undo, what came later did not happen. @param {number} epoch */
  #rewind(epoch) {
    const keep = this.epochs.findIndex((at) => at > epoch);
    for (const list of [this.epochs, this.cost, this.accuracy]) list.length = keep;
  }

  #thin() {
    const every = (/** @type {any[]} */ list) =>
      list.filter((_, i) => i % 2 === 0 || i === list.length - 1);
    [this.epochs, this.cost, this.accuracy] = [this.epochs, this.cost, this.accuracy].map(every);
    this.gap = (this.epochs[this.epochs.length - 1] - this.epochs[0]) / LIMIT;
  }
}
