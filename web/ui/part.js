/**
 * A visual part: a custom element in plain light DOM that draws what the session tells it. Give it `.session`; it
 * renders again whenever the state changes, at most once per frame.
 *
 * What is costly to paint sets `pace`, the milliseconds between two paintings at least, and `rests`: out of sight it
 * then does not paint at all.
 */
import { LitElement } from "lit";

export class Part extends LitElement {
  /** @type {import("../model/session.js").Session} */
  session = /** @type {any} */ (null);
  pace = 0;
  rests = false;
  #stop = () => {};
  /** @type {IntersectionObserver | null} */
  #watch = null;
  #inSight = true;
  #missed = false;
  #painted = 0;
  #timer = 0;

  createRenderRoot() {
    return this;
  }

  get state() {
    return this.session.state;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#stop = this.session.subscribe((state, before) => {
      if (this.concerned(state, before)) this.#due();
    });
    if (!this.rests) return;
    this.#watch = new IntersectionObserver((seen) => this.#sighted(seen), { rootMargin: "200px" });
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    this.#stop();
    this.#watch?.disconnect();
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  /**
   * Does this change concern the part? Override it to render less often.
   * @param {import("../model/state.js").State} _state @param {import("../model/state.js").State} _before
   */
  concerned(_state, _before) {
    return true;
  }

  /** Paints now, later or when it comes into sight. */
  #due() {
    if (!this.#inSight) {
      this.#missed = true;
      return;
    }
    const wait = this.#painted + this.pace - performance.now();
    clearTimeout(this.#timer);
    if (wait > 0) this.#timer = window.setTimeout(() => this.#paintSoon(), wait);
    else this.#paintSoon();
  }

  #paintSoon() {
    this.#painted = performance.now();
    this.#missed = false;
    this.requestUpdate();
  }

  /** @param {IntersectionObserverEntry[]} seen */
  #sighted(seen) {
    this.#inSight = seen[seen.length - 1].isIntersecting;
    if (this.#inSight && this.#missed) this.#paintSoon();
  }
}
