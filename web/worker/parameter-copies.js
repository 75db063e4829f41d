/** Copies of the parameters for the page's reports: one of each version, and not too often. */

/** Copying a large network's parameters may take one part in that many of the time of training. */
const COPYING = 10;

export class ParameterCopies {
  /** Of the parameters that were copied last. */ fingerprint = "";
  /** That was copied last. */ version = -1;
  /** When it was copied, and how long it took, ms. */ #at = 0;
  #took = 0;

  /**
   * Null when the last copy is of this version.
   * @param {import("../../wasm/network.js").Network | null} net @param {number} version
   */
  take(net, version) {
    if (!net || this.version === version) return null;
    const start = performance.now();
    const { parameters, fingerprint } = net;
    this.#at = performance.now();
    this.#took = this.#at - start;
    Object.assign(this, { version, fingerprint });
    return parameters;
  }

  /** Milliseconds to leave for training, after what copying took. */
  get rest() {
    return this.#at + COPYING * this.#took - performance.now();
  }
}
