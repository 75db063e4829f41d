/**
 * How fast Train goes: how many mini-batches are due at each frame of the page. What is trained,
 * and in which order, does not depend on it.
 *
 * @typedef {import("../common/settings.js").PageSettings["speed"]} Speed
 */

/**
 * Epochs per second of a random network at speed "auto": FIRST + GROWTH · epoch, and from the
 * second epoch on grown by LATER · epoch. So the first mini-batches can be followed one by one; the
 * first epoch takes ten seconds, the next two three more, ten epochs eighteen, forty 23 seconds.
 */
const FIRST = 0.01;
const GROWTH = 0.361;
const LATER = 0.25;
/** After so many epochs it goes about as fast as the engine can: full speed. */
const WATCHED = 40;
/** Epochs per second at speed "slow". */
const SLOW = 1 / 30;
/** A page that could not paint for longer is not made up for. */
const LONGEST_MS = 250;

export class Pace {
  /** @type {Speed} */ speed = "auto";
  /** Digits that are due. */ #due = 0;
  #at = 0;

  /** Training begins, with a mini-batch at once. */
  restart() {
    this.#due = Number.POSITIVE_INFINITY;
    this.#at = performance.now();
  }

  /** Whether each step waits until the page has shown the one before. */
  get isPerFrame() {
    return this.speed === "example" || this.speed === "batch";
  }

  /**
   * Whether training goes as fast as it can.
   * @param {import("./live-network.js").LiveNetwork} live
   */
  isFull({ provenance, epoch, settings }) {
    if (this.speed !== "auto") return this.speed === "full";
    const isSprint = settings.recipe === "sprint";
    return isSprint || provenance.start.kind !== "random" || epoch >= WATCHED;
  }

  /**
   * Mini-batches that are due at this frame. Those that the engine is too slow for are dropped.
   * @param {import("./live-network.js").LiveNetwork} live
   * @param {number} count  training digits of an epoch
   */
  take({ settings: { batch }, epoch }, count) {
    const now = performance.now();
    const seconds = Math.min(LONGEST_MS, now - this.#at) / 1000;
    this.#at = now;
    const digits = this.#perFrame(batch) ?? this.#epochsPerSecond(epoch) * count * seconds;
    this.#due = Math.min(this.#due + digits, batch + digits);
    const steps = Math.floor(this.#due / batch + 1e-9);
    this.#due -= steps * batch;
    return steps;
  }

  /** @param {number} batch */
  #perFrame(batch) {
    if (!this.isPerFrame) return null;
    return this.speed === "example" ? 1 : batch;
  }

  /** @param {number} epoch */
  #epochsPerSecond(epoch) {
    if (this.speed === "slow") return SLOW;
    return FIRST + GROWTH * Math.min(1, epoch) + LATER * Math.max(0, epoch - 1);
  }
}
