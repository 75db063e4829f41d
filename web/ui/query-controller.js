/**
 * Asks a question again whenever the network has changed: one at a time, no oftener than `pace`, and only in sight.
 */
export class Follower {
  #asked = "";
  #busy = false;
  #timer = 0;
  #last = Number.NEGATIVE_INFINITY;
  #inSight = false;
  #stop = () => {};

  /**
   * @param {HTMLElement} element  to be in sight of
   * @param {import("../model/session.js").Session} session
   * @param {() => Promise<void>} ask
   * @param {{ pace?: number, key?: (state: import("../model/state.js").State) => string }} [options]  `key` changes when the answer may
   */
  constructor(element, session, ask, { pace = 800, key = ({ version }) => String(version) } = {}) {
    this.session = session;
    this.ask = ask;
    this.pace = pace;
    this.key = key;
    this.watch = new IntersectionObserver((seen) => {
      this.#inSight = seen[seen.length - 1].isIntersecting;
      this.#due();
    });
    this.watch.observe(element);
    this.#stop = session.subscribe(() => this.#due());
  }

  /** Asks again although the network is the same. */
  again() {
    this.#asked = "";
    this.#last = Number.NEGATIVE_INFINITY;
    this.#due();
  }

  /** Asks when the key says so. */
  look() {
    this.#due();
  }

  stop() {
    this.#stop();
    this.watch.disconnect();
    clearTimeout(this.#timer);
    this.#inSight = false;
  }

  #due() {
    const { state } = this.session;
    if (this.#busy || !this.#inSight || !state.network || state.stage !== "ready") return;
    if (this.key(state) === this.#asked) return;
    clearTimeout(this.#timer);
    const wait = this.#last + this.pace - performance.now();
    if (wait > 0) this.#timer = window.setTimeout(() => this.#due(), wait);
    else this.#go();
  }

  async #go() {
    this.#busy = true;
    this.#asked = this.key(this.session.state);
    try {
      await this.ask();
    } finally {
      this.#busy = false;
      this.#last = performance.now();
    }
    this.#due();
  }
}
