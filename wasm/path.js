import * as check from "./check.js";

/**
 * The way of a network through parameter space: its parameters every so many steps, the first
 * always among them. When there are more than `most`, every second one is dropped, and from then on
 * they are taken half as often.
 */
export class Path {
  #most;
  #every;
  /** @type {number[]} */ #steps = [];
  /** @type {Float32Array[]} */ #parameters = [];

  /**
   * An empty one.
   * @param {{ most?: number, every?: number }} [options] most: snapshots, 2…500; every: steps
   *   between two, at first
   */
  constructor(options = {}) {
    check.options("path", options, ["most", "every"]);
    this.#most = check.integer("most", options.most ?? 500, 2, 500);
    this.#every = check.integer("every", options.every ?? 1, 1, 1e9);
  }

  /** After how many steps each was taken, a copy. @returns {number[]} */
  get steps() {
    return [...this.#steps];
  }

  /** In canonical order; the list is a copy, its arrays are not. @returns {Float32Array[]} */
  get parameters() {
    return [...this.#parameters];
  }

  /** Steps from `steps` to the next snapshot, at least one. @param {number} steps */
  until(steps) {
    return this.#every - (steps % this.#every);
  }

  /**
   * Adds a snapshot.
   * @param {number} steps since the start
   * @param {Float32Array} parameters kept, not copied
   */
  add(steps, parameters) {
    check.real("steps", steps, 0, Number.MAX_SAFE_INTEGER);
    if (!(parameters instanceof Float32Array)) {
      throw new TypeError(`parameters: expected a Float32Array, got ${check.shown(parameters)}`);
    }
    this.#steps.push(steps);
    this.#parameters.push(parameters);
    if (this.#steps.length <= this.#most) return;
    this.#every *= 2;
    const isKept = (/** @type {unknown} */ _, /** @type {number} */ i) => i % 2 === 0;
    this.#parameters = this.#parameters.filter(isKept);
    this.#steps = this.#steps.filter(isKept);
  }
}
