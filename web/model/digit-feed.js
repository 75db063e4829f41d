/**
 * Copies the page's digits from the training worker to another worker, in slices, only those that
 * it lacks. Other digits on the page make the worker forget its own first.
 *
 * @typedef {import("../worker/mnist.js").SetName} SetName
 * @typedef {Record<SetName, number>} Counts
 *
 * @typedef {object} Receiver  commands of the other worker
 * @property {(set: SetName, images: Uint8Array, labels: Uint8Array) => Promise<number>} add
 *   appends digits; answers with how many are in
 * @property {() => Promise<void>} clear  lets go of all digits
 */

/** Digits copied at once: 0.8 MB, and less than 15 ms of either worker. */
const SLICE = 1000;
const NOTHING = { generation: -1, train: 0, test: 0 };

export class DigitFeed {
  #session;
  #receiver;
  /** Of which digits the worker has how many. */
  #fed = { ...NOTHING };
  /** Ends the wait for digits that are not reported yet. */
  #wake = () => {};
  /** The last call of `with`. @type {Promise<unknown>} */
  #turn = Promise.resolve();

  /** @param {import("./session.js").Session} session @param {Receiver} receiver */
  constructor(session, receiver) {
    this.#session = session;
    this.#receiver = receiver;
  }

  /** A new worker has none. */
  reset() {
    this.#fed = { ...NOTHING };
  }

  /** Whoever waits for a report looks again at what is wanted. */
  wake() {
    this.#wake();
  }

  /**
   * Copies what is lacking; test digits first.
   * @param {() => Counts | null} wanted  of the page's digits, the first so many; asked before each
   *   slice; null: none any more
   * @returns {Promise<boolean>} false when none were wanted any more
   */
  async bring(wanted) {
    for (;;) {
      const counts = wanted();
      if (!counts) return false;
      const { generation } = this.#session.state.data;
      const isEmpty = !counts.test && !counts.train;
      if (!isEmpty && this.#fed.generation !== generation) await this.#forget(generation);
      const set = this.#fed.test < counts.test ? "test" : "train";
      const lacks = counts[set] - this.#fed[set];
      if (isEmpty || lacks <= 0) return true;
      await this.#copy(set, Math.min(SLICE, lacks));
    }
  }

  /**
   * Brings the digits and uses them, before another call of `with` can change them.
   * @template T
   * @param {() => Counts | null} wanted
   * @param {() => Promise<T>} use  sends the worker its message at once
   * @returns {Promise<{ answer: Promise<T> } | null>} null when none were wanted any more
   */
  with(wanted, use) {
    const turn = this.#turn.then(async () =>
      (await this.bring(wanted)) ? { answer: use() } : null,
    );
    this.#turn = turn.catch(() => {});
    return turn;
  }

  /** @param {number} generation  of the digits that will be copied instead */
  async #forget(generation) {
    if (this.#fed.generation >= 0) await this.#receiver.clear();
    this.#fed = { ...NOTHING, generation };
  }

  /** @param {SetName} set @param {number} count  of the next digits */
  async #copy(set, count) {
    const fed = this.#fed;
    // Not by the session: it would wait for a report with each slice.
    const { value } = await this.#session.connection.query("digits", set, fed[set], count);
    if (value.generation !== fed.generation) return this.#untilKnown(value.generation);
    fed[set] = await this.#receiver.add(set, value.images, value.labels);
  }

  /**
   * Waits for the report of digits that have replaced those of the last report, or for `wake`.
   * @param {number} generation  theirs @returns {Promise<void>}
   */
  #untilKnown(generation) {
    const session = this.#session;
    return new Promise((resolve) => {
      if (session.state.data.generation >= generation) return resolve();
      const stop = session.subscribe(({ data }) => {
        if (data.generation >= generation) this.#wake();
      });
      this.#wake = () => {
        stop();
        resolve();
      };
    });
  }
}
