/** Time, for work that must stay interruptible. */
import * as texts from "../texts/en/worker.js";

const { port1, port2 } = new MessageChannel();
/** @type {(() => void)[]} */
const waiting = [];
port1.onmessage = () => waiting.shift()?.();
// Node would wait for the port for ever.
/** @type {any} */ (port1).unref?.();

/**
 * Resolves when every message that has come was answered; unlike a timer it waits no longer than
 * that.
 */
export function yieldToEvents() {
  return /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(0);
    })
  );
}

/** Milliseconds of a frame where there are none, and after which a page is not being painted. */
const [FRAME_MS, HIDDEN_MS] = [16, 100];

/**
 * Resolves at the next frame of the page, or soon when it is not being painted.
 * @returns {Promise<void>}
 */
export function nextFrame() {
  const requestAnimationFrame = /** @type {any} */ (globalThis).requestAnimationFrame;
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, requestAnimationFrame ? HIDDEN_MS : FRAME_MS);
    requestAnimationFrame?.(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Yields as `yieldToEvents` does, and rejects with an AbortError once nobody waits for the outcome.
 * @param {() => Promise<void>} yieldToEvents
 * @param {() => boolean | Promise<boolean>} isWanted  asked one time after the other; its answer is
 *   not waited for
 */
export function whileWanted(yieldToEvents, isWanted) {
  let hasEnded = false;
  let isAsking = false;
  const ask = async () => {
    isAsking = true;
    hasEnded = !(await isWanted());
    isAsking = false;
  };
  return async () => {
    if (!isAsking) ask();
    await yieldToEvents();
    if (hasEnded) throw new DOMException(texts.givenUp, "AbortError");
  };
}

/** Learns how many units of work fill a slice of time, from how long the last ones took. */
export class TimeSlicer {
  /** @param {number} milliseconds  a slice should take */
  constructor(milliseconds) {
    this.milliseconds = milliseconds;
    this.count = 1;
  }

  /**
   * Never more than doubles, so that one short measurement cannot make a long slice.
   * @param {number} took ms for `count`
   */
  learn(took) {
    const fit = (this.count * this.milliseconds) / Math.max(took, 0.01);
    this.count = Math.max(1, Math.floor(Math.min(fit, this.count * 2)));
  }
}

/** A rate over about the last half second. */
export class Speedometer {
  /** @type {{ at: number, amount: number }[]} */
  #marks = [];

  /** @param {number} amount  since the last mark */
  add(amount) {
    const at = performance.now();
    this.#marks.push({ at, amount });
    while (this.#marks.length > 2 && at - this.#marks[0].at > 500) this.#marks.shift();
  }

  /** Per second; 0 until there are two marks. */
  get rate() {
    const [first, ...rest] = this.#marks;
    if (!rest.length) return 0;
    const seconds = (rest[rest.length - 1].at - first.at) / 1000;
    return seconds > 0 ? rest.reduce((sum, { amount }) => sum + amount, 0) / seconds : 0;
  }

  reset() {
    this.#marks = [];
  }

  /** What is measured begins now. */
  begin() {
    this.reset();
    this.add(0);
  }
}
