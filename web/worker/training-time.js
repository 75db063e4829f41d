/**
 * How long the steps of the live network took: training alone, without evaluation, reports and the
 * turns of other messages. Known only of a network whose steps were all taken here, one after the
 * other, from the first on.
 *
 * @typedef {import("./live-network.js").LiveNetwork} LiveNetwork
 */
export class TrainingTime {
  #generation = -1;
  #steps = 0;
  #milliseconds = 0;

  /**
   * Does these steps, and counts their time.
   * @template T @param {LiveNetwork} live @param {() => T} train @returns {T}
   */
  measure(live, train) {
    if (live.steps === 0) this.#begin(live.generation);
    const isWhole = this.of(live) !== null;
    const start = performance.now();
    const result = train();
    if (isWhole) {
      this.#milliseconds += performance.now() - start;
      this.#steps = live.steps;
    }
    return result;
  }

  /**
   * Milliseconds from the first step to the present one; null where some were taken elsewhere.
   * @param {Pick<LiveNetwork, "generation" | "steps">} live
   */
  of({ generation, steps }) {
    return generation === this.#generation && steps === this.#steps ? this.#milliseconds : null;
  }

  /** @param {number} generation */
  #begin(generation) {
    this.#generation = generation;
    this.#steps = 0;
    this.#milliseconds = 0;
  }
}
