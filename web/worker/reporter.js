/**
 * Reports to the page: one on its way, and when the page is ready for the next, the newest. Nothing
 * queues.
 */
import { transfer } from "comlink";

/** @typedef {import("./protocol.js").Report} Report */

/** A page that could not take a report is tried again after that long. */
const RETRY_MS = 200;

export class Reporter {
  #sending = false;
  #due = false;
  #delivery = Promise.resolve();

  /**
   * @param {() => Report} compose
   * @param {(report: Report) => Promise<void>} send  resolves when the page is ready for the next
   * @param {() => number} rest milliseconds to wait before the next, so that composing takes little
   *   of the time
   */
  constructor(compose, send, rest) {
    this.compose = compose;
    this.send = send;
    this.rest = rest;
  }

  /** There is something to report. */
  schedule() {
    this.#due = true;
    if (this.#sending) return;
    this.#sending = true;
    this.#delivery = this.#delivery.then(() => this.#run());
  }

  /** Resolves when the page has shown all that there was to report. */
  idle() {
    return this.#delivery;
  }

  /** Reports at once, although another may be on its way: the page is waiting for it. */
  now() {
    this.#due = false;
    this.#send().catch(() => this.schedule());
  }

  async #run() {
    while (this.#due) {
      this.#due = false;
      try {
        await this.#send();
        const rest = this.rest();
        if (rest > 0) await delay(rest);
      } catch {
        this.#due = true;
        await delay(RETRY_MS);
      }
    }
    this.#sending = false;
  }

  /** @returns {Promise<void>} */
  async #send() {
    const report = this.compose();
    const buffers = report.parameters ? [report.parameters.buffer] : [];
    await this.send(transfer(report, buffers));
  }
}

/** @param {number} milliseconds */
function delay(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
