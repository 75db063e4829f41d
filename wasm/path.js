import * as check from "./check.js";

/**
 * The way of a network through parameter space: its parameters every so many steps, the first
 * always among them. When there are more than `most`, every second one is dropped, and from then on
 * they are taken half as often.
 */
export class Path {
  #most;
  #every;

  /**
   * @param {{ most?: number, every?: number }} [options] most: snapshots, 2…500; every: steps
   *   between two, at first
   */
  constructor(options = {}) {
    check.options("path", options, ["most", "every"]);
    this.#most = check.integer("most", options.most ?? 500, 2, 500);
    this.#every = check.integer("every", options.every ?? 1, 1, 1e9);
    /** After how many steps each was taken. @type {number[]} */
    this.steps = [];
    /** In canonical order. @type {Float32Array[]} */
    this.parameters = [];
  }

  /** Steps from `steps` to the next snapshot, at least one. @param {number} steps */
  until(steps) {
    return this.#every - (steps % this.#every);
  }

  /** @param {number} steps since the start @param {Float32Array} parameters kept, not copied */
  add(steps, parameters) {
    this.steps.push(steps);
    this.parameters.push(parameters);
    if (this.steps.length <= this.#most) return;
    this.#every *= 2;
    const isKept = (/** @type {unknown} */ _, /** @type {number} */ i) => i % 2 === 0;
    this.parameters = this.parameters.filter(isKept);
    this.steps = this.steps.filter(isKept);
  }
}
