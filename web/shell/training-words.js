/** What a screen reader hears of the training: few sentences, and none at a mere repaint. */
import { accuracyIn } from "../model/no-numbers.js";
import * as texts from "../texts/en/shell.js";

/** Milliseconds between two sentences while it is trained, at least. */
const CALM_MS = 15_000;

export class TrainingWords {
  /** @type {string | null} */ #phase = null;
  #words = "";
  #since = 0;
  #epoch = 0;

  /**
   * They change with the phase; while it is trained, at the first report of a new epoch, but not
   * soon after the last sentence.
   * @param {import("../model/state.js").State} state @param {number} now  milliseconds
   */
  of({ phase, steps, epoch, evaluation, version }, now) {
    const accuracy = accuracyIn(evaluation) ?? undefined;
    const whole = Math.floor(epoch);
    const isBegun = phase === "running" && this.#phase !== phase;
    this.#phase = phase;
    if (phase === "running") {
      if (isBegun) this.#words = texts.isTraining;
      else if (whole === this.#epoch || now < this.#since + CALM_MS) return this.#words;
      else this.#words = texts.isAtEpoch(whole, accuracy);
      this.#since = now;
      this.#epoch = whole;
      return this.#words;
    }
    if (phase === "waiting") return texts.isWaiting;
    if (!steps) return "";
    const known = evaluation?.version === version ? accuracy : undefined;
    return phase === "finished" ? texts.isFinished(known) : texts.isPaused(known);
  }
}
