/** A part of the lab: it shows the workbench's state in place of the session's. */
import { Part } from "../../ui/part.js";

/** @typedef {import("./bench.js").BenchState} BenchState */

export class BenchPart extends Part {
  /** What of the state is shown. @type {readonly (keyof BenchState)[]} */
  shown = [];

  get bench() {
    return /** @type {import("./bench.js").Bench} */ (/** @type {unknown} */ (this.session));
  }

  /** @param {any} state @param {any} before */
  shouldPaint(state, before) {
    return this.shown.some((key) => state[key] !== before[key]);
  }
}
