/**
 * Accuracy and cost on the test digits, always of one version of the network: a copy is evaluated
 * in pieces, so that training can go on meanwhile.
 *
 * @typedef {import("./protocol.js").Evaluation} Evaluation
 * @typedef {import("../../wasm/network.js").Network} Network
 * @typedef {import("../../wasm/dataset.js").Dataset} Dataset
 * @typedef {Pick<Evaluation, "generation" | "version" | "epoch">} About  which network this is
 */

/**
 * Fraction of the time of training that evaluation may take; in the first epoch more, since the
 * accuracy changes most there.
 */
const FRACTION = 0.12;
const FIRST_FRACTION = 0.4;
/**
 * From one pass to the next, once the first epoch is over: so many times what the last one took,
 * but no more milliseconds than that, after which the fraction alone decides.
 */
const APART = 25;
const MOST_APART_MS = 125;
/** Milliseconds that one piece should take, and the fewest digits of one. */
const PIECE_MS = 6;
const FEWEST = 50;
/** Digits × parameters of the first piece: nearly all digits, for a network of 13,002. */
const FIRST_WORK = 1e8;

export class Evaluator {
  #spent = 0;
  #since;
  /** In force since then. */
  #fraction = FRACTION;
  /** When the last pass began, and the milliseconds that it took. */
  #began = Number.NEGATIVE_INFINITY;
  #took = 0;
  /** Digits × parameters of a piece. */
  #work = FIRST_WORK;
  /** @type {Pass | null} */ #pass = null;
  #now;

  /** @param {() => number} [now] the clock, in milliseconds */
  constructor(now = () => performance.now()) {
    this.#now = now;
    this.#since = now();
  }

  /** Gives up the pass under way. */
  stop() {
    this.#pass?.copy.free();
    this.#pass = null;
  }

  /** Training begins: its time counts from now. */
  restart() {
    this.stop();
    this.#since = this.#now();
    this.#spent = 0;
  }

  /**
   * Evaluates as many digits as the fraction of time allows; a pass that is complete is returned,
   * else null.
   * @param {Network} net
   * @param {About} about of a pass that begins now
   * @param {Dataset} data
   * @returns {Evaluation | null}
   */
  evaluateSome(net, about, data) {
    const start = this.#now();
    const isFirst = about.epoch < 1;
    this.#allow(isFirst ? FIRST_FRACTION : FRACTION, start);
    if (this.#spent > this.#fraction * (start - this.#since)) return null;
    if (!this.#pass && !isFirst && start < this.#nextAt) return null;
    this.#begin(net, about, data);
    const done = this.#evaluatePiece();
    this.#spent += this.#now() - start;
    return done ? this.#finish() : null;
  }

  /**
   * Evaluates all of it; null when `isStale` meanwhile.
   * @param {Network} net @param {About} about @param {Dataset} data
   * @param {() => boolean} isStale
   * @param {() => Promise<void>} yieldToEvents
   * @returns {Promise<Evaluation | null>}
   */
  async evaluateAll(net, about, data, isStale, yieldToEvents) {
    this.stop();
    this.#begin(net, about, data);
    const pass = this.#pass;
    while (!this.#evaluatePiece()) {
      await yieldToEvents();
      if (pass !== this.#pass) return null;
      if (isStale()) {
        this.stop();
        return null;
      }
    }
    return this.#finish();
  }

  /**
   * What was spent of another fraction does not count.
   * @param {number} fraction @param {number} now
   */
  #allow(fraction, now) {
    if (fraction === this.#fraction) return;
    this.#fraction = fraction;
    this.#since = now;
    this.#spent = 0;
  }

  get #nextAt() {
    return this.#began + Math.min(MOST_APART_MS, APART * this.#took);
  }

  /** @param {Network} net @param {About} about @param {Dataset} data */
  #begin(net, about, data) {
    if (this.#pass?.data === data && this.#pass.about.generation === about.generation) return;
    this.stop();
    this.#began = this.#now();
    this.#took = 0;
    this.#pass = new Pass(net.clone(), about, data);
  }

  /** @returns {boolean} the pass is complete */
  #evaluatePiece() {
    const start = this.#now();
    const pass = /** @type {Pass} */ (this.#pass);
    const { parameterCount } = pass.copy;
    const evaluated = pass.evaluate(Math.max(FEWEST, Math.floor(this.#work / parameterCount)));
    const took = Math.max(this.#now() - start, 0.1);
    this.#took += took;
    const fit = (evaluated * parameterCount * PIECE_MS) / took;
    this.#work = Math.min(this.#work * 2, fit);
    return pass.isDone;
  }

  /** @returns {Evaluation} */
  #finish() {
    const pass = /** @type {Pass} */ (this.#pass);
    this.stop();
    return pass.result;
  }
}

/** One evaluation of one copy of the network. */
class Pass {
  #right = 0;
  #cost = 0;
  #from = 0;
  #confusion = new Uint32Array(100);

  /** @param {Network} copy  owned by the pass @param {About} about @param {Dataset} data */
  constructor(copy, about, data) {
    this.copy = copy;
    this.about = about;
    this.data = data;
    this.count = data.count;
  }

  get isDone() {
    return this.#from >= this.count;
  }

  /** @param {number} most digits @returns {number} how many there were */
  evaluate(most) {
    const count = Math.min(most, this.count - this.#from);
    const { accuracy, cost, confusion } = this.copy.evaluate(this.data, {
      from: this.#from,
      count,
    });
    this.#from += count;
    this.#right += Math.round(accuracy * count);
    this.#cost += cost * count;
    for (let i = 0; i < 100; i++) this.#confusion[i] += confusion[i];
    return count;
  }

  /** @returns {Evaluation} */
  get result() {
    const { count, about } = this;
    const mean = { accuracy: this.#right / count, cost: this.#cost / count };
    return { ...about, ...mean, count, confusion: this.#confusion };
  }
}
