/**
 * What can be undone and redone. An entry is what was in force before an action: the network with
 * its settings, or for an action that left the network alone, the settings only.
 *
 * @typedef {import("./protocol.js").Snapshot} Snapshot
 * @typedef {import("../common/settings.js").NetworkSettings} NetworkSettings
 *
 * @typedef {object} UndoEntry
 * @property {number} id
 * @property {string} label  the action, as a noun: "reset"
 * @property {Snapshot | null} network  null: the action changed settings only
 * @property {NetworkSettings} settings
 */
import { hasWork } from "../common/provenance.js";
import * as texts from "../texts/en/worker.js";

/** Entries kept; the oldest go first. */
const MOST = 40;

export class UndoHistory {
  /** @type {UndoEntry[]} newest last */ undoable = [];
  /** @type {UndoEntry[]} next to be redone last */ redoable = [];
  /** Grows with every change. */
  version = 0;
  #id = 0;

  /**
   * An action is about to happen. What had been undone can no longer be redone, but a network that
   * the visitor changed is not lost: it can still be reached by undoing further.
   * @param {string} label @param {Snapshot | null} network @param {NetworkSettings} settings
   */
  push(label, network, settings) {
    const undone = this.redoable
      .filter((entry) => entry.network && hasWork(entry.network.provenance))
      .map((entry) => ({ ...entry, label: texts.undoUndone }));
    this.undoable.push(...undone, { id: ++this.#id, label, network, settings });
    this.redoable = [];
    this.#trim();
  }

  /**
   * Takes the newest entry, to be put in force; what is in force now can be redone.
   * @param {() => Snapshot} present @returns {UndoEntry | null}
   */
  undo(present) {
    return this.#move(this.undoable, this.redoable, present);
  }

  /** The reverse. @param {() => Snapshot} present @returns {UndoEntry | null} */
  redo(present) {
    return this.#move(this.redoable, this.undoable, present);
  }

  /** The action that undo would undo. @returns {UndoEntry | null} */
  get top() {
    return this.undoable[this.undoable.length - 1] ?? null;
  }

  get isEmpty() {
    return !this.undoable.length && !this.redoable.length;
  }

  /** @returns {import("./protocol.js").UndoReport} */
  get report() {
    const redo = this.redoable[this.redoable.length - 1]?.label ?? "";
    return { undo: this.top?.label ?? "", redo, top: this.top?.id ?? 0 };
  }

  /** As it was stored. @param {{ undoable: UndoEntry[], redoable: UndoEntry[] }} stored */
  load({ undoable, redoable }) {
    this.undoable = undoable;
    this.redoable = redoable;
    this.#id = Math.max(0, ...[...undoable, ...redoable].map(({ id }) => id));
    this.version++;
  }

  /** @param {UndoEntry[]} from @param {UndoEntry[]} to @param {() => Snapshot} present */
  #move(from, to, present) {
    const entry = from.pop();
    if (!entry) return null;
    const now = present();
    const { label } = entry;
    to.push({ id: ++this.#id, label, network: entry.network && now, settings: now.settings });
    this.#trim();
    return entry;
  }

  #trim() {
    this.undoable = this.undoable.slice(-MOST);
    this.version++;
  }
}
