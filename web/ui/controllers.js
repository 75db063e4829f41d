/**
 * Reactive controllers: what a part hears of the browser for as long as it is in the page. Each
 * adds itself to its host.
 *
 * @typedef {import("lit").ReactiveControllerHost & HTMLElement} Host
 */
import { onThemeChange } from "./colors.js";
import { whenShown } from "./hidden.js";
import { isPrinting, onSurfaceChange } from "./surface.js";
import { turn } from "./turns.js";

/** Hears of every change of the theme; while it is hidden, once it is shown. */
export class ThemeController {
  #host;
  #changed;
  #stop = () => {};
  #isDue = false;

  /** @param {Host} host @param {() => void} [changed]  updates the host unless told otherwise */
  constructor(host, changed = () => host.requestUpdate()) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected() {
    this.#isDue = false;
    this.#stop = onThemeChange(() => this.#themeChanged());
  }

  #themeChanged() {
    if (this.#isDue) return;
    this.#isDue = true;
    whenShown(this.#host, () => {
      this.#isDue = false;
      if (this.#host.isConnected) this.#changed();
    });
  }

  hostDisconnected() {
    this.#stop();
  }
}

/**
 * Hears of every change of the size of an element: the host, or one that the host renders; and of
 * changes of the surface, while it is not hidden: then its size changes when it is shown.
 */
export class ResizeController {
  #changed;
  #stop = () => {};
  #target;
  #observer;
  /** @type {Element | null} */
  #observed = null;
  /** Whether the surface is another since it was told last. */
  #isDue = false;
  /** Whether its turn is to come, of which it takes one at a time. */
  #isWaiting = false;

  /**
   * @param {Host} host
   * @param {() => void} changed
   * @param {() => Element | null} [target]  asked for after each update
   */
  constructor(host, changed, target = () => host) {
    this.#changed = changed;
    this.#target = target;
    this.#observer = new ResizeObserver(() => this.#tell());
    host.addController(this);
  }

  hostConnected() {
    this.#stop = onSurfaceChange(() => this.#surfaceChanged());
  }

  #tell() {
    this.#isDue = false;
    this.#changed();
  }

  /** Who gets another size with the surface is told of both at once; the others one a frame. */
  async #surfaceChanged() {
    if (!this.#observed || this.#observed.closest("[hidden]")) return;
    // The sheet shows what is there by the end of the task.
    if (isPrinting()) return this.#tell();
    this.#isDue = true;
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    await turn();
    this.#isWaiting = false;
    if (this.#isDue && this.#observed) this.#tell();
  }

  hostUpdated() {
    const target = this.#target();
    if (target === this.#observed) return;
    this.#observer.disconnect();
    if (target) this.#observer.observe(target);
    this.#observed = target;
  }

  hostDisconnected() {
    this.#stop();
    this.#observer.disconnect();
    this.#observed = null;
  }
}

/**
 * Knows whether the host is in sight; on paper all are. An element with `display: contents` never
 * is.
 */
export class VisibilityController {
  #host;
  #changed;
  #options;
  /** @type {IntersectionObserver | null} */
  #observer = null;
  #isSeen = false;
  #wasPrinting = false;
  #stop = () => {};

  /**
   * @param {Host} host
   * @param {(inSight: boolean) => void} changed
   * @param {{ margin?: string, initially?: boolean }} [options]  margin: how far outside the screen
   *   still counts; initially: what holds until the browser has said
   */
  constructor(host, changed, { margin = "0px", initially = false } = {}) {
    this.#host = host;
    this.#changed = changed;
    this.#options = { margin, initially };
    this.#isSeen = initially;
    host.addController(this);
  }

  get inSight() {
    return this.#isSeen || isPrinting();
  }

  hostConnected() {
    this.#stop = onSurfaceChange(() => this.#surfaceChanged());
    this.#observer = new IntersectionObserver((entries) => this.#observe(entries), {
      rootMargin: this.#options.margin,
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected() {
    this.#stop();
    this.#observer?.disconnect();
    this.#isSeen = this.#options.initially;
  }

  /** The sheet shows what the screen does not, and the screen again less. */
  #surfaceChanged() {
    if (this.#wasPrinting === isPrinting()) return;
    this.#wasPrinting = isPrinting();
    if (!this.#isSeen) this.#changed(this.inSight);
  }

  /** @param {IntersectionObserverEntry[]} entries  oldest first */
  #observe(entries) {
    const inSight = entries[entries.length - 1].isIntersecting;
    if (inSight === this.#isSeen) return;
    this.#isSeen = inSight;
    if (!isPrinting()) this.#changed(inSight);
  }
}

/**
 * Paints the host's canvases after each update, and again when the theme, their size or the number
 * of their dots changes. The first time it waits until their size is known: to ask for it would
 * have all of the page laid out at once.
 */
export class PaintController {
  #paint;
  #target;
  #isReady = false;
  #host;
  /** What is in the page may be of another state than the host's: its update paints then. */
  #again = () => {
    const host = /** @type {any} */ (this.#host);
    if (this.#isReady && !(host.isStale ?? host.isUpdatePending)) this.#paint();
  };

  /**
   * @param {Host} host
   * @param {() => void} paint
   * @param {(() => Element | null) | null} [target]  whose size matters; null when none does
   */
  constructor(host, paint, target = () => host) {
    this.#host = host;
    this.#paint = paint;
    this.#target = target;
    host.addController(this);
    new ThemeController(host, this.#again);
    if (target) new ResizeController(host, this.#again, target);
  }

  hostUpdated() {
    const willBeMeasured = !this.#isReady && !isPrinting() && this.#target?.();
    this.#isReady = true;
    if (!willBeMeasured) this.#paint();
  }
}
