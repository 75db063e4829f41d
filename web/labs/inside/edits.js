/**
 * Parameters changed by hand. What changes while an edit is on its way to the worker goes with the
 * next one, so that a drag sends no more than can be carried out. Edits of one gesture (a drag, a
 * stroke, a typed number) are one entry of the undo history.
 *
 * @typedef {import("../../model/session.js").Session} Session
 * @typedef {import("../../model/state.js").State} State
 *
 * @typedef {object} Batch  one edit
 * @property {string} gesture
 * @property {number} generation  of the network that is meant
 * @property {Map<number, number>} values  by index of the parameter
 */
import { undoEdit } from "../../texts/en/worker.js";

/** Over all labs, as the worker compares their names. */
let gestures = 0;

export class Edits {
  #session;
  #changed;
  /** @type {Batch[]} oldest first; while sending, the first one is on its way */
  #queue = [];
  /** @type {Promise<void> | null} */
  #sending = null;
  #gesture = "";
  /** The network that the gesture began on. */
  #generation = -1;
  /** What the last edit sent belongs to, and the undo entry that it is in. */
  #last = { gesture: "", entry: 0 };
  /**
   * @type {Map<number, number | null>} test accuracy before an edit, where it was known, by undo
   *   entry
   */
  #accuracies = new Map();

  /** @param {Session} session @param {() => void} changed  `draftOf` answers differently */
  constructor(session, changed) {
    this.#session = session;
    this.#changed = changed;
  }

  /** Changes from now on are undone together. */
  beginGesture() {
    this.#gesture = `inside-${++gestures}`;
    this.#generation = this.#session.state.generation;
  }

  /**
   * Sets parameters by index. A drag is of the network it began on: once another came, the rest of
   * it does nothing.
   * @param {[index: number, value: number][]} changes
   * @param {{ isDrag?: boolean }} [about]
   */
  set(changes, { isDrag = false } = {}) {
    if (this.#generation !== this.#session.state.generation) {
      if (isDrag) return;
      this.beginGesture();
    }
    const batch = this.#openBatch();
    for (const [index, value] of changes) batch.values.set(index, value);
    this.#changed();
    if (this.#sending) return;
    this.#sending = this.#send();
    this.#session.act(this.#sending);
  }

  /** A value that is not in the state yet. @param {number} index @returns {number | undefined} */
  draftOf(index) {
    const { generation } = this.#session.state;
    const batch = this.#queue.findLast((each) => each.values.has(index));
    return batch?.generation === generation ? batch.values.get(index) : undefined;
  }

  /**
   * Would undo take back a gesture, and nothing but it? Its entry must be on top of the undo
   * history, which may also hold edits undone before, and nothing may have been done since.
   */
  get canPutBack() {
    const { history, provenance } = this.#session.state;
    const isGesture = history.undo === undoEdit && this.#accuracies.has(history.top);
    return isGesture && provenance?.done.at(-1)?.kind === "edited";
  }

  /** Test accuracy before the edit that would be put back; null when it was not known. */
  get accuracyBefore() {
    return this.#accuracies.get(this.#session.state.history.top) ?? null;
  }

  /** Undoes the last gesture, unless something else has been done to the network since. */
  async putBack() {
    this.#queue.length = Math.min(this.#queue.length, this.#sending ? 1 : 0);
    await this.#sending?.catch(() => {});
    this.beginGesture();
    if (this.canPutBack) await this.#session.undo();
  }

  /** The last batch, if it can still take changes, or a new one. */
  #openBatch() {
    const last = this.#queue.at(-1);
    const isOnItsWay = this.#sending !== null && this.#queue.length === 1;
    if (last?.gesture === this.#gesture && !isOnItsWay) return last;
    const batch = { gesture: this.#gesture, generation: this.#generation, values: new Map() };
    this.#queue.push(batch);
    return batch;
  }

  /**
   * Sends one batch after the other until there is none left; an edit that fails takes those after
   * it along.
   */
  async #send() {
    try {
      while (this.#queue.length) {
        await this.#sendOne(this.#queue[0]);
        this.#queue.shift();
      }
    } finally {
      this.#queue = [];
      this.#sending = null;
      this.#changed();
    }
  }

  /** @param {Batch} batch */
  async #sendOne({ gesture, generation, values }) {
    const before = this.#session.state;
    if (generation !== before.generation) return;
    const isNew = gesture !== this.#last.gesture || before.history.top !== this.#last.entry;
    await this.#session.edit({
      indices: [...values.keys()],
      values: [...values.values()],
      gesture,
      generation,
    });
    const { history } = this.#session.state;
    if (isNew && history.undo === undoEdit) this.#accuracies.set(history.top, accuracyOf(before));
    this.#last = { gesture, entry: history.top };
  }
}

/** Test accuracy of the present parameters, null until it is known. @param {State} state */
export function accuracyOf({ evaluation, version }) {
  return evaluation?.version === version ? evaluation.accuracy : null;
}
