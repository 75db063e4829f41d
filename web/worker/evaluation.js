/**
 * Looks at the digits kept back while training goes on, within its share of the time: pass after pass over the whole
 * set, in pieces, each with the network of that moment.
 *
 * @typedef {import("./protocol.js").Evaluation} Evaluation
 * @typedef {import("../../wasm/network.js").Network} Network
 * @typedef {import("../../wasm/dataset.js").Dataset} Dataset
 */

const SHARE = 0.12;

export class Examiner {
  #spent = 0;
  #since = 0;
  #piece = 200;

  from = 0;
  right = 0;
  cost = 0;
  confusion = new Uint32Array(100);

  constructor() {
    this.restart();
  }

  /** Forgets the pass under way. */
  restart() {
    this.from = 0;
    this.right = 0;
    this.cost = 0;
    this.confusion = new Uint32Array(100);
    this.#since = performance.now();
    this.#spent = 0;
  }

  /**
   * Looks at as many digits as the share of time allows. A finished pass is returned; else null.
   * @param {Network} net @param {Dataset} data @returns {Evaluation | null}
   */
  tick(net, data) {
    const start = performance.now();
    if (this.#spent > SHARE * (start - this.#since)) return null;
    const done = this.#look(net, data, this.#piece);
    const took = performance.now() - start;
    this.#spent += took;
    this.#piece = Math.max(
      50,
      Math.min(this.#piece * 2, Math.floor((this.#piece * 6) / Math.max(took, 0.1))),
    );
    return done ? this.#finish(false) : null;
  }

  /**
   * All of it with one network, yielding between pieces; null when the world moved on meanwhile.
   * @param {Network} net @param {Dataset} data @param {() => boolean} stale @param {() => Promise<void>} breath
   * @param {"test" | "train"} [set]
   */
  async whole(net, data, stale, breath, set = "test") {
    this.restart();
    while (!this.#look(net, data, this.#piece * 2)) {
      await breath();
      if (stale()) return null;
    }
    return this.#finish(true, set);
  }

  /** @param {Network} net @param {Dataset} data @param {number} piece @returns {boolean} the pass is complete */
  #look(net, data, piece) {
    const count = Math.min(piece, data.count - this.from);
    const { accuracy, cost, confusion } = net.evaluate(data, { from: this.from, count });
    this.from += count;
    this.right += accuracy * count;
    this.cost += cost * count;
    for (let i = 0; i < 100; i++) this.confusion[i] += confusion[i];
    return this.from >= data.count;
  }

  /** @param {boolean} exact @param {"test" | "train"} [set] @returns {Evaluation} */
  #finish(exact, set = "test") {
    const { from: count, right, cost, confusion } = this;
    const spent = this.#spent;
    const since = this.#since;
    this.restart();
    this.#spent = Math.max(0, spent - SHARE * (performance.now() - since));
    return { set, accuracy: right / count, cost: cost / count, count, confusion, exact };
  }
}
