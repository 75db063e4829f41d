/**
 * Readings of what lies on the input: one at a time, and of the inputs that wait only the newest counts.
 *
 * @typedef {import("../worker/protocol.js").Input} Input
 */
export class Readings {
  /** @type {Input | null} */
  #next = null;
  #busy = false;

  /** @param {import("./session.js").Session} session  is told every reading */
  constructor(session) {
    this.session = session;
  }

  /** @param {Input} input */
  show(input) {
    this.#next = input;
    this.#readOn();
  }

  /** What is on the input, by another network. */
  again() {
    const { shown, reading } = this.session.state;
    if (shown.kind === "drawing" || !reading) this.#next ??= { strokes: shown.strokes };
    else this.#next ??= { pixels: reading.pixels };
    this.#readOn();
  }

  async #readOn() {
    const { session } = this;
    if (this.#busy) return;
    this.#busy = true;
    while (this.#next && session.state.network) {
      const input = this.#next;
      this.#next = null;
      session.update({ reading: await session.worker.show(input) });
    }
    this.#busy = false;
  }
}
