/**
 * The last good network of the live one's generation, and how training has gone wrong since.
 *
 * @typedef {import("./protocol.js").Divergence} Divergence
 * @typedef {Pick<import("./protocol.js").Snapshot, "parameters" | "provenance">} Network
 */
import { isBetter } from "./divergence.js";

export class LastGood {
  /** "" while training has not diverged. @type {Divergence | ""} */ divergence = "";
  /** How often it has diverged. */ times = 0;
  /** @type {(Network & { generation: number, accuracy: number }) | null} */ #good = null;
  #live;

  /** @param {import("./live-network.js").LiveNetwork} live */
  constructor(live) {
    this.#live = live;
  }

  /** @returns {Network | null} */
  get network() {
    return this.#good?.generation === this.#live.generation ? this.#good : null;
  }

  /** The live network is a good one. @param {number} [accuracy] */
  remember(accuracy = 0) {
    const { net, provenance } = this.#live;
    this.#put({ parameters: net.parameters, provenance }, accuracy);
  }

  /** The same, if it is better. @param {import("./protocol.js").Evaluation} evaluation */
  compare(evaluation) {
    if (isBetter(evaluation, this.#good?.accuracy ?? 0)) this.remember(evaluation.accuracy);
  }

  forget() {
    this.#good = null;
  }

  /** @param {Divergence} why */
  diverged(why) {
    this.divergence = why;
    this.times++;
  }

  /**
   * The live network was brought back as it was when training had diverged.
   * @param {Divergence} divergence @param {Network | null} good
   */
  bringBack(divergence, good) {
    this.diverged(divergence);
    if (divergence === "replaced") this.remember();
    else if (good) this.#put(good, 0);
    else this.forget();
  }

  /** @param {Network} network @param {number} accuracy */
  #put({ parameters, provenance }, accuracy) {
    this.#good = { generation: this.#live.generation, parameters, provenance, accuracy };
  }
}
