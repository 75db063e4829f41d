/**
 * What can be undone and redone. An entry is what was in force before an action: the network with
 * its settings, or for an action that left the network alone, the settings only, or the digits.
 *
 * @typedef {import("./protocol.js").Snapshot} Snapshot
 * @typedef {import("./protocol.js").DataChosen} DataChosen
 * @typedef {import("../common/settings.js").NetworkSettings} NetworkSettings
 *
 * @typedef {object} UndoEntry
 * @property {number} id
 * @property {string} label  the action, as a noun: "reset"
 * @property {Snapshot | null} network  null: the action left it alone
 * @property {NetworkSettings} settings
 * @property {readonly (keyof NetworkSettings)[]} [keys]  without a network: of the settings that
 *   the action changed
 * @property {DataChosen} [data]  that the action replaced by others
 * @property {boolean} [isDivergence]  the action is a training that diverged; `network` is the last
 *   good one
 *
 * @typedef {{ snapshot: Snapshot, data: DataChosen | null }} Present  what is in force
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
   * the visitor changed is not lost, unless it had diverged: it can still be reached by undoing
   * further.
   * @param {Omit<UndoEntry, "id">} action
   */
  push(action) {
    const undone = this.redoable
      .filter(
        ({ network, isDivergence }) => network && !isDivergence && hasWork(network.provenance),
      )
      .map((entry) => ({ ...entry, label: texts.undoUndone }));
    this.undoable.push(...undone, { ...action, id: ++this.#id });
    this.redoable = [];
    this.#trim();
  }

  /**
   * Takes the newest entry, to be put in force; what is in force now can be redone.
   * @param {() => Present} present @returns {UndoEntry | null}
   */
  undo(present) {
    return this.#move(this.undoable, this.redoable, present);
  }

  /** The reverse. @param {() => Present} present @returns {UndoEntry | null} */
  redo(present) {
    return this.#move(this.redoable, this.undoable, present);
  }

  /** The action that undo would undo. @returns {UndoEntry | null} */
  get top() {
    return this.next("undo");
  }

  /** The entry that would be put in force. @param {"undo" | "redo"} way */
  next(way) {
    return (way === "undo" ? this.undoable : this.redoable).at(-1) ?? null;
  }

  /** Takes that entry off the list. @param {"undo" | "redo"} way */
  drop(way) {
    (way === "undo" ? this.undoable : this.redoable).pop();
    this.version++;
  }

  /** The newest training that diverged. @returns {UndoEntry | null} */
  get divergence() {
    return this.undoable.findLast(({ isDivergence }) => isDivergence) ?? null;
  }

  /**
   * The newest divergence is undone, whatever settings were changed since. A diverged network can
   * be had again, unless its weights are no numbers.
   * @param {Snapshot} [present]  without it, the divergence is only taken off the list
   */
  endDivergence(present) {
    const entry = this.divergence;
    if (!entry) return;
    this.undoable = this.undoable.filter((each) => each !== entry);
    if (present) this.#putBack(entry, this.redoable, { snapshot: present, data: null });
    this.#trim();
  }

  get isEmpty() {
    return !this.undoable.length && !this.redoable.length;
  }

  /** @returns {import("./protocol.js").UndoReport} */
  get report() {
    const redo = this.next("redo")?.label ?? "";
    return { undo: this.top?.label ?? "", redo, top: this.top?.id ?? 0 };
  }

  /** As it was stored. @param {{ undoable: UndoEntry[], redoable: UndoEntry[] }} stored */
  load({ undoable, redoable }) {
    this.undoable = undoable;
    this.redoable = redoable;
    this.#id = Math.max(0, ...[...undoable, ...redoable].map(({ id }) => id));
    this.version++;
  }

  /** @param {UndoEntry[]} from @param {UndoEntry[]} to @param {() => Present} present */
  #move(from, to, present) {
    const entry = from.pop();
    if (!entry) return null;
    this.#putBack(entry, to, present());
    this.#trim();
    return entry;
  }

  /** @param {UndoEntry} entry @param {UndoEntry[]} to @param {Present} present */
  #putBack(entry, to, { snapshot, data }) {
    // In place of a network whose weights are no numbers there is only the one that comes anyway.
    if (entry.isDivergence && snapshot.diverged === "replaced") return;
    const network = entry.network && snapshot;
    const { settings } = snapshot;
    const was = entry.data && data ? { data } : {};
    to.push({ ...entry, ...was, id: ++this.#id, network, settings });
  }

  #trim() {
    this.undoable = this.undoable.slice(-MOST);
    this.version++;
  }
}
