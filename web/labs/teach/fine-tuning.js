/**
 * The fine-tuning of a copy for one purpose: the copy, how far its training is, and what is known
 * of the network before and after. It goes on while the other purpose is looked at.
 *
 * @typedef {import("./queries.js").Progress} Progress
 * @typedef {import("./queries.js").NoiseLook} NoiseLook
 * @typedef {import("./queries.js").AttackLook} AttackLook
 * @typedef {import("../../common/fine-tuning.js").Purpose} Purpose
 * @typedef {import("../../common/provenance.js").Provenance} Provenance
 *
 * @typedef {object} Copy
 * @property {number} id
 * @property {number} generation  of the network that was copied
 * @property {string} from  fingerprint of the network that was copied
 * @property {Provenance} base  of the network that was copied
 * @property {number} amount
 * @property {number} epochs
 * @property {Progress} progress
 *
 * @typedef {object} Look  what was measured, and of which network
 * @property {number} generation  of the network on the page, or of the one that was copied
 * @property {string} fingerprint  of the network on the page, or of the one that was copied
 * @property {number | null} id  of the copy, when the look is at the copy
 * @property {number} data  generation of the data
 * @property {NoiseLook | null} noise
 * @property {AttackLook | null} attacks
 *
 * @typedef {"before" | "after"} Side
 */
import { TASKS } from "../../common/fine-tuning.js";
import * as texts from "../../texts/en/teach.js";

export const SEED = 1;
/** Milliseconds of training that are asked for at once. */
const TRAIN_MS = 250;
/** The copy is trained for that many times as long as it is looked at. */
const TRAINING_PER_LOOK = 3;
/** Training from which on it can be said how long the rest will take. */
const KNOWN = { milliseconds: 1000, steps: 8 };

/** Why a copy cannot be trained further. @type {Partial<Record<Progress["state"], string>>} */
const ENDS = {
  diverged: texts.diverged,
  "data-replaced": texts.digitsReplaced,
};

export class FineTuning {
  /** @type {Copy | null} */ copy = null;
  /** @type {"idle" | "training" | "pausing"} */ phase = "idle";
  /** Milliseconds that the rest will take; null when that is not known. @type {number | null} */
  left = null;
  /** What went wrong, or "". */
  trouble = "";
  /** @type {Record<Side, Look | null>} */ looks = { before: null, after: null };
  /** Step of the copy at which it is to be looked at. */
  lookAt = 0;
  /** When the last look at the copy ended, and how long it took; ms. */
  #looked = { at: 0, took: 0 };
  #isLooking = false;

  /**
   * @param {import("../../model/session.js").Session} session
   * @param {Purpose} purpose
   * @param {() => void} changed
   */
  constructor(session, purpose, changed) {
    this.session = session;
    this.purpose = purpose;
    this.changed = changed;
    const { amount, epochs } = TASKS[purpose];
    /** Chosen for the next copy; see FineTuningTask. */
    this.amount = amount;
    this.epochs = epochs[epochs.length - 1];
  }

  /** Whether the copy can be trained further and is the one that the choices ask for. */
  get canContinue() {
    const { copy, amount, epochs } = this;
    const fits = copy?.amount === amount && copy.epochs === epochs;
    return fits && copy.progress.state === "training";
  }

  get isFinished() {
    return this.copy?.progress.state === "finished";
  }

  /** Whether the copy is the network on the page. */
  get isOnPage() {
    return this.isFinished && this.copy?.progress.fingerprint === this.session.state.fingerprint;
  }

  /** For the next copy. @param {{ amount?: number, epochs?: number }} choice */
  choose(choice) {
    this.#set(choice);
  }

  /** Trains, or pauses. */
  async toggle() {
    if (this.phase !== "idle") return this.pause();
    this.#set({ phase: "training", left: null, trouble: "" });
    try {
      if (!this.canContinue) await this.#begin();
      await this.#train();
    } catch (error) {
      this.#set({ trouble: texts.stopped(error.message) });
    }
    this.#set({ phase: "idle", left: null, lookAt: this.copy?.progress.steps ?? 0 });
  }

  /** After the training that was asked for last. */
  pause() {
    if (this.phase === "training") this.#set({ phase: "pausing" });
  }

  /** The worker no longer has the copy. */
  lost() {
    if (!this.copy) return;
    this.#set({
      copy: null,
      lookAt: 0,
      looks: { ...this.looks, after: null },
      trouble: texts.lost,
    });
  }

  /** Puts the copy on the page; can be undone. */
  async adopt() {
    const { copy, purpose, session } = this;
    if (!copy) return;
    const entry = /** @type {const} */ ({ kind: "fine-tuned", purpose, epochs: copy.epochs });
    const bytes = await session.query("teachModel", copy.id, entry);
    if (bytes) await session.adopt(bytes, copy.base, entry);
    else this.lost();
  }

  /* ---- looks ---- */

  /** What was measured, unless it is of another network or of other data. @param {Side} side */
  look(side) {
    const look = this.looks[side];
    const { copy, session } = this;
    const { generation, data } = session.state;
    if (look?.data !== data.generation) return null;
    if (side === "after") return look.id === copy?.id ? look : null;
    if (!copy) return look.generation === generation ? look : null;
    return look.generation === copy.generation && look.fingerprint === copy.from ? look : null;
  }

  /** @param {Side} side @param {Look} look */
  setLook(side, look) {
    this.#set({ looks: { ...this.looks, [side]: look } });
  }

  /** A look at the copy begins. */
  beginLook() {
    this.#isLooking = true;
  }

  /** @param {number} took  ms */
  endLook(took) {
    this.#isLooking = false;
    this.#looked = { at: performance.now(), took };
  }

  /* ---- training ---- */

  async #begin() {
    const { purpose, amount, epochs, session } = this;
    const { generation } = session.state;
    const choice = { amount, epochs, seed: SEED };
    const { id, total, from, base } = await session.query("teachBegin", purpose, choice);
    /** @type {Progress} */
    const progress = { steps: 0, total, epoch: 0, state: "training", fingerprint: "" };
    this.#looked = { at: 0, took: 0 };
    this.#set({ copy: { id, generation, from, base, amount, epochs, progress }, lookAt: 0 });
  }

  async #train() {
    const began = performance.now();
    const first = this.copy?.progress.steps ?? 0;
    while (this.phase === "training" && this.copy) {
      const { id } = this.copy;
      const progress = await this.session.query("teachTrain", id, TRAIN_MS);
      if (!progress || this.copy?.id !== id) return this.lost();
      const left = leftOf(progress, performance.now() - began, progress.steps - first);
      this.#set({ copy: { ...this.copy, progress }, left });
      if (progress.state !== "training") {
        return this.#set({ trouble: ENDS[progress.state] ?? "" });
      }
      this.#considerLook(progress.steps);
    }
  }

  /** Looks at the copy when it has been trained for long enough since. @param {number} steps */
  #considerLook(steps) {
    const { at, took } = this.#looked;
    const isDue = performance.now() - at > TRAINING_PER_LOOK * took;
    if (!this.#isLooking && isDue) this.#set({ lookAt: steps });
  }

  /** @param {Partial<FineTuning>} news */
  #set(news) {
    Object.assign(this, news);
    this.changed();
  }
}

/**
 * How long the rest will take; null when that cannot be said yet.
 * @param {Progress} progress @param {number} took  ms, looks included @param {number} steps  in it
 */
function leftOf({ steps: done, total }, took, steps) {
  if (took < KNOWN.milliseconds || steps < KNOWN.steps) return null;
  return (took / steps) * (total - done);
}
