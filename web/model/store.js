/**
 * A state that can be watched, and the page's one clock. The state is replaced, never changed in
 * place; watchers hear of it once per frame at most, all of them at the same time, so that
 * everything on the screen shows one state. The first change in a frame is told at once, so that it
 * is on the screen with that frame; what follows waits for the next.
 *
 * @template {object} S
 */
export class Store {
  /** @type {Set<(state: S, before: S) => void>} */
  #watchers = new Set();
  /** @type {S} what the watchers were told last */ #told;
  /** @type {Promise<number> | null} the painting that is due */ #painting = null;
  /** Whether this frame has had its painting. */ #isPainted = false;
  /** @type {() => void} what is due in the next frame */ #next = () => {};

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
    this.#painting ??= new Promise((resolve) => {
      const paint = () => this.#paint(resolve);
      if (this.#isPainted) this.#next = paint;
      else queueMicrotask(paint);
    });
  }

  /**
   * Resolves when all that changed has been painted, with the milliseconds that took.
   * @returns {Promise<number>}
   */
  painted() {
    return this.#painting ?? Promise.resolve(0);
  }

  #beginFrame() {
    const paint = this.#next;
    this.#isPainted = false;
    this.#next = () => {};
    paint();
  }

  /** @param {(cost: number) => void} done */
  #paint(done) {
    const start = performance.now();
    const before = this.#told;
    this.#told = this.state;
    this.#painting = null;
    this.#isPainted = true;
    this.onFrame(() => this.#beginFrame());
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
