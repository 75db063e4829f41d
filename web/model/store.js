/**
 * A state that can be watched, and the page's one clock. The state is replaced, never changed in
 * place; watchers hear of it once per frame at most, all of them in the same frame, so that
 * everything on the screen shows one state.
 *
 * @template {object} S
 */
export class Store {
  /** @type {Set<(state: S, before: S) => void>} */
  #watchers = new Set();
  /** @type {S} what the watchers were told last */ #told;
  /** @type {Promise<number> | null} the painting that is due */ #painting = null;

  /**
   * @param {S} state
   * @param {(work: () => void) => void} [onFrame]  does the work at the next frame
   * @param {(work: () => void) => void} [afterMicrotasks] does it once all promises that can settle
   *   have settled
   */
  constructor(state, onFrame = nextFrame, afterMicrotasks = inNextTask) {
    /** @type {S} */
    this.state = state;
    this.#told = state;
    this.onFrame = onFrame;
    this.afterMicrotasks = afterMicrotasks;
  }

  /**
   * Hears of every change, at most once per frame.
   * @param {(state: S, before: S) => void} watcher
   * @returns {() => void} stops it
   */
  subscribe(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** @param {Partial<S>} news */
  update(news) {
    this.state = { ...this.state, ...news };
    this.#painting ??= new Promise((resolve) => this.onFrame(() => this.#paint(resolve)));
  }

  /**
   * Resolves when all that changed has been painted, with the milliseconds that took.
   * @returns {Promise<number>}
   */
  painted() {
    return this.#painting ?? Promise.resolve(0);
  }

  /** @param {(cost: number) => void} done */
  #paint(done) {
    const start = performance.now();
    const before = this.#told;
    this.#told = this.state;
    this.#painting = null;
    for (const watcher of this.#watchers) {
      try {
        watcher(this.state, before);
      } catch (error) {
        // One part that cannot paint must not stop the others, nor the reports.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
    // Lit renders in microtasks.
    this.afterMicrotasks(() => done(performance.now() - start));
  }
}

/** @param {() => void} work */
function inNextTask(work) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    work();
  };
  port2.postMessage(0);
}

/** The next frame, or soon when the page is not being painted. @param {() => void} work */
export function nextFrame(work) {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    clearTimeout(timer);
    work();
  };
  const timer = setTimeout(once, 100);
  requestAnimationFrame(once);
}
