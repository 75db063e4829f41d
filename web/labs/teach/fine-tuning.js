/**
 * One task, and the copy of the network that learns it: how far it is, and what is known of both before and after. It goes
 * on while the other task is looked at.
 *
 * @typedef {import("../../worker/noise-survey.js").Tally} Tally
 * @typedef {{ accuracy: number, noise?: Tally[], digits?: Tally, shares?: number[], count?: number, total?: number }} Look
 * @typedef {{ steps: number, total: number, epoch: number, finished: boolean, print: string }} Progress
 */
import { hardened, teaching } from "../../../wasm/recipes.js";
import { KINDS } from "../../common/noise-kinds.js";
import { fingerprint } from "../../common/numbers.js";

export const EPSILONS = [0, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3];
export const SEED = 1;
export const IMAGES = 1000;
const ATTACKED = 200;
/** Attacked digits from which on a share of them says something. */
const FEW = 12;
const LESSON_MS = 250;
/** A look in the midst of learning takes that long at most, and lessons take `LESSONS` times as long as looks. */
const LOOK_MS = 1000;
const LESSONS = 3;
/** Lessons from which on it can be said how long the rest will take. */
const KNOWN = { milliseconds: 1000, steps: 8 };

export const TASKS = /** @type {const} */ ({
  noise: {
    name: "Noise is nothing",
    epochs: [5, 10, 20, 40],
    choices: [0, 0.05, 0.1, 0.3, teaching.noise],
    usual: teaching.noise,
  },
  harden: {
    name: "Small changes mean nothing",
    epochs: [1, 4, 8, hardened.epochs],
    choices: [0, 0.05, 0.1, 0.2],
    usual: 0.1,
  },
});

export class Course {
  /** @type {Look | null} */
  before = null;
  /** @type {Look | null} */
  after = null;
  /** @type {Progress | null} of the copy, if there is one */
  progress = null;
  learning = false;
  /** Learning, or on the way from it to a pause. */
  busy = false;
  /** @type {number | null} milliseconds that the rest will take; null as long as nobody can say */
  left = null;
  /** What the copy is taught with: the share of noise or the epsilon, and for how long. */
  lesson = { amount: 0, epochs: 0 };
  /** The fingerprint of the network that was copied. */
  from = "";
  #known = "";
  /** Counts the looks at the copy. */
  #turn = 0;

  /** @param {import("../../model/session.js").Session} session @param {keyof typeof TASKS} task @param {() => void} changed */
  constructor(session, task, changed) {
    this.session = session;
    this.task = task;
    this.changed = changed;
    const { usual, epochs } = TASKS[task];
    /** For the next copy: share of noise, or epsilon. */
    this.amount = /** @type {number} */ (usual);
    this.epochs = /** @type {number} */ (epochs[epochs.length - 1]);
  }

  /** There is a copy, and it is taught as is chosen. */
  get fits() {
    const { progress, lesson, amount, epochs } = this;
    return progress !== null && lesson.amount === amount && lesson.epochs === epochs;
  }

  /** The copy is the network on the page. */
  get isKept() {
    const { progress } = this;
    return Boolean(progress?.finished) && progress?.print === this.session.state.fingerprint;
  }

  /** Which network “before” is about: the one that was copied, and as long as there is no copy, the one on the page. */
  get origin() {
    const { fingerprint, data } = this.session.state;
    return `${this.progress ? this.from : fingerprint} ${data.kind} ${data.testComplete}`;
  }

  /** How the next copy is to be taught. @param {{ amount?: number, epochs?: number }} lesson */
  choose(lesson) {
    this.#set(lesson);
  }

  /** Begins, pauses, goes on. */
  async toggle() {
    if (this.learning) return this.#set({ learning: false });
    this.#set({ learning: true, busy: true, left: null });
    try {
      if (!this.fits || this.progress?.finished) await this.#begin();
      await this.#learn();
    } finally {
      this.#set({ learning: false, busy: false, left: null });
    }
    await this.#lookAfter();
  }

  /** Looks at the network that was copied, or would be; once each. */
  async lookBefore() {
    const { origin } = this;
    if (origin === this.#known || !this.session.state.data.testComplete) return;
    const isWanted = () => !this.progress || origin === this.origin;
    const before = await this.#look(false, (part) => {
      if (isWanted() && isWorth(part, this.before)) this.#set({ before: part });
      return isWanted();
    });
    if (!isWanted()) return;
    this.#known = origin;
    this.#set({ before });
  }

  /** The copy becomes the page’s network; can be undone. */
  async keep() {
    const { epochs } = this.lesson;
    const taught = this.task === "noise" ? "noise is nothing" : "small changes mean nothing";
    const about = `it learnt for ${epochs} ${epochs === 1 ? "epoch" : "epochs"} that ${taught}, as a copy of ${fingerprint(this.from)}`;
    const bytes = await this.session.ask(
      "teachModel",
      this.task,
      `The network that you taught; ${about}`,
    );
    if (bytes) await this.session.adopt(bytes);
  }

  async #begin() {
    const { task, amount, epochs } = this;
    const harden = { share: 1, ...hardened.trainer.harden, epsilon: amount };
    const { steps, from } = await this.session.ask("teachBegin", task, {
      noise: task === "noise" ? amount : 0,
      harden: task === "harden" && amount ? harden : null,
      epochs,
      seed: SEED,
    });
    const progress = { steps: 0, total: steps, epoch: 0, finished: false, print: "" };
    this.#turn++;
    this.#set({ after: null, lesson: { amount, epochs }, from, progress });
    if (this.origin !== this.#known) this.#set({ before: null });
  }

  /** Lesson after lesson, with a short look in between. */
  async #learn() {
    const began = this.progress?.steps ?? 0;
    let [all, sinceLook, looked] = [0, 0, 0];
    while (this.learning) {
      const start = performance.now();
      const progress = await this.session.ask("teachOn", this.task, LESSON_MS);
      if (!progress) return;
      const took = performance.now() - start;
      all += took;
      sinceLook += took;
      const left = leftOf(progress, all, progress.steps - began);
      this.#set({ progress, left });
      if (progress.finished) break;
      if (sinceLook < LESSONS * looked) continue;
      const from = performance.now();
      await this.#lookAfter(() => performance.now() - from < LOOK_MS);
      looked = performance.now() - from;
      sinceLook = 0;
    }
  }

  /** Looks at the copy; a later look takes this one's place. @param {() => boolean} [hasTime] */
  async #lookAfter(hasTime = () => true) {
    const turn = ++this.#turn;
    const isWanted = () => turn === this.#turn;
    const after = await this.#look(true, (part) => {
      if (isWanted() && isWorth(part, this.after)) this.#set({ after: part });
      return isWanted() && (hasTime() || (part.count ?? 0) < FEW);
    });
    if (after && isWanted()) this.#set({ after });
  }

  /** @param {boolean} taught @param {(part: Look) => boolean | void} tell  what is known so far; false is enough @returns {Promise<Look | null>} null without a copy */
  #look(taught, tell) {
    const { session, task } = this;
    const kinds = Object.keys(KINDS);
    const noise = { taught, kinds, seed: SEED, count: IMAGES };
    const attacks = { taught, epsilons: EPSILONS, count: ATTACKED, seed: SEED };
    return task === "noise"
      ? session.ask("teachLook", task, noise)
      : session.ask("teachCurve", task, attacks, tell);
  }

  /** @param {Partial<Course>} news */
  #set(news) {
    Object.assign(this, news);
    this.changed();
  }
}

/**
 * How long the rest will take, looks included; null as long as nobody can say.
 * @param {Progress} progress @param {number} took ms, for @param {number} steps
 */
function leftOf({ steps: done, total }, took, steps) {
  if (took < KNOWN.milliseconds || steps < KNOWN.steps) return null;
  return (took / steps) * (1 + 1 / LESSONS) * (total - done);
}

/** A part is shown once it says something, and never in place of more. @param {Look} part @param {Look | null} shown */
function isWorth({ count = 0 }, shown) {
  return count >= Math.max(FEW, shown?.count ?? 0);
}
