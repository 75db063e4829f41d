/** Reports to the page: one in flight, and when it has been painted, the newest next. Nothing queues. */
import { transfer } from "comlink";

/** @typedef {import("./protocol.js").Report} Report */

export class Reporter {
  #sending = false;
  #due = false;

  /** @param {() => Report} compose @param {import("./protocol.js").Listeners["report"]} send */
  constructor(compose, send) {
    this.compose = compose;
    this.send = send;
  }

  /** There is something to report. */
  due() {
    this.#due = true;
    if (this.#sending) return;
    this.#sending = true;
    queueMicrotask(() => this.#run());
  }

  async #run() {
    while (this.#due) {
      this.#due = false;
      const report = this.compose();
      const buffers = report.parameters ? [report.parameters.buffer] : [];
      await this.send(transfer(report, buffers));
    }
    this.#sending = false;
  }
}
