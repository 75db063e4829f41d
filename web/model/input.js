/**
 * What lies on the network's input. The page numbers its inputs; a reading names the number of what
 * it read, so that a picture and what is said of it always belong together.
 *
 * @typedef {import("./state.js").Shown} Shown
 */
import { NOTHING } from "./state.js";

/** Inputs that a reading may still come for. */
const REMEMBERED = 64;

export class CurrentInput {
  /** @type {Shown} */ shown = NOTHING;
  /** @type {Map<number, Shown>} */ #recent = new Map([[0, NOTHING]]);
  #id = 0;
  #busy = false;
  #due = false;

  /** @param {(input: import("../worker/protocol.js").Input) => Promise<unknown>} send */
  constructor(send) {
    this.send = send;
  }

  /** @param {Omit<Shown, "id">} about @returns {Shown} */
  put(about) {
    this.shown = { ...about, id: ++this.#id };
    this.#recent.set(this.#id, this.shown);
    this.#recent.delete(this.#id - REMEMBERED);
    this.sendAgain();
    return this.shown;
  }

  /** The input that a reading is of, if it is still known. @param {number} id */
  withId(id) {
    return this.#recent.get(id) ?? null;
  }

  /** Sends the newest input; one at a time, and those in between are left out. */
  async sendAgain() {
    this.#due = true;
    if (this.#busy) return;
    this.#busy = true;
    while (this.#due) {
      this.#due = false;
      const { id, strokes, pixels } = this.shown;
      await this.send(pixels ? { id, pixels } : { id, strokes }).catch(() => {});
    }
    this.#busy = false;
  }
}
