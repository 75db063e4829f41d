/**
 * Pictures of a sequence, one after the other: by hand, or by themselves, each shown for a while
 * once it is there. People who asked for less motion begin it themselves.
 */

export class SlideshowController {
  /** Of the picture in its sequence. */
  index = 0;
  isRunning = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /**
   * @param {import("lit").ReactiveControllerHost} host  renders again with every picture
   * @param {number} milliseconds  that each picture is shown
   */
  constructor(host, milliseconds) {
    this.host = host;
    this.milliseconds = milliseconds;
    host.addController(this);
  }

  hostDisconnected() {
    this.#cancel();
  }

  /** Lets it run, or stops it. */
  toggle() {
    this.isRunning = !this.isRunning;
    this.#cancel();
    if (this.isRunning) this.next();
    else this.host.requestUpdate();
  }

  next() {
    this.index++;
    this.host.requestUpdate();
  }

  /** The first picture of another sequence. */
  restart() {
    this.#cancel();
    this.index = 0;
    this.host.requestUpdate();
  }

  /** This picture can be seen: the next one follows after a while, if it runs. */
  shown() {
    if (!this.isRunning) return;
    this.#timer ??= setTimeout(() => {
      this.#cancel();
      this.next();
    }, this.milliseconds);
  }

  #cancel() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
