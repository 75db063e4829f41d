/**
 * A state that can be watched. It is replaced, never changed in place; watchers hear of it once per frame at most, so
 * that any number of changes costs one painting.
 *
 * @template {object} S
 */
export class Store {
  /** @type {Set<(state: S, before: S) => void>} */
  #watchers = new Set();
  #told = false;
  /** @type {S} */
  #before;

  /** @param {S} state */
  constructor(state) {
    /** @type {S} */
    this.state = state;
    this.#before = state;
  }

  /** Hears of every change, at most once per frame. @param {(state: S, before: S) => void} watcher @returns {() => void} stops it */
  subscribe(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** @param {Partial<S>} news */
  update(news) {
    this.state = { ...this.state, ...news };
    if (this.#told) return;
    this.#told = true;
    nextFrame(() => this.#tell());
  }

  #tell() {
    const before = this.#before;
    this.#told = false;
    this.#before = this.state;
    for (const watcher of this.#watchers) watcher(this.state, before);
  }
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
