/** Keeps what is known of the network before fine-tuning and of the copy up to date. */
import { KIND_LIST } from "../../common/noise-kinds.js";
import { QueryController } from "../../ui/query-controller.js";
import { SEED } from "./fine-tuning.js";

/**
 * @typedef {import("./fine-tuning.js").FineTuning} FineTuning
 * @typedef {import("./fine-tuning.js").Look} Look
 * @typedef {import("./fine-tuning.js").Side} Side
 * @typedef {import("./queries.js").AttackLook} AttackLook
 * @typedef {import("../../model/state.js").State} State
 */

/** Images of each kind of noise. */
export const IMAGES = 1000;
export const EPSILONS = [0, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3];
/** Digits that are attacked. */
const ATTACKED = 200;
/** Attacked digits from which on a fraction of them says something. */
const FEW = 12;
/** Milliseconds that a look may take while the copy is being trained. */
const LOOK_MS = 1000;

export class Measurements {
  #run;

  /**
   * @param {import("../../ui/controllers.js").Host & { session: FineTuning["session"] }} host
   * @param {() => FineTuning} run  the fine-tuning that is looked at
   */
  constructor(host, run) {
    this.#run = run;
    const session = () => host.session;
    const controller = (/** @type {Side} */ side) =>
      new QueryController(host, {
        session,
        key: (state) => keyOf(run(), side, state),
        ask: () => this.#measure(side),
      });
    this.before = controller("before");
    this.after = controller("after");
  }

  /** @param {Side} side */
  async #measure(side) {
    const run = this.#run();
    const { session } = run;
    const key = keyOf(run, side, session.state);
    const about = subjectOf(run, side, session.state);
    const isWanted = () => run === this.#run() && key === keyOf(run, side, session.state);
    const began = performance.now();
    const isShort = () => side === "after" && run.phase === "training";
    const hasTime = () => !isShort() || performance.now() - began < LOOK_MS;
    const tell = (/** @type {AttackLook} */ part) => {
      const look = { ...about, noise: null, attacks: part };
      if (isWanted() && isWorth(part, run.look(side))) run.setLook(side, look);
      return isWanted() && (hasTime() || part.count < FEW);
    };
    if (side === "after") run.beginLook();
    try {
      const look = await this.#look(run, side, tell);
      const isPart = look?.attacks && look.attacks.count < look.attacks.total;
      const isShown = look && (isWanted() || !isPart || isWorth(look.attacks, run.look(side)));
      if (isShown) run.setLook(side, { ...about, ...look });
      else if (!look && isWanted()) run.lost();
    } finally {
      if (side === "after") run.endLook(performance.now() - began);
    }
  }

  /**
   * @param {FineTuning} run @param {Side} side @param {(part: AttackLook) => boolean} tell
   * @returns {Promise<Pick<Look, "noise" | "attacks"> | null>} null when the copy is gone
   */
  async #look({ session, purpose, copy }, side, tell) {
    const subject = { id: copy?.id ?? null, isTuned: side === "after" };
    if (purpose === "noise") {
      const question = { kinds: KIND_LIST, seed: SEED, count: IMAGES };
      const noise = await session.query("teachNoise", subject, question);
      return noise && { noise, attacks: null };
    }
    const question = { epsilons: EPSILONS, count: ATTACKED, seed: SEED };
    const attacks = await session.query("teachAttacks", subject, question, tell);
    return attacks && { noise: null, attacks };
  }
}

/**
 * Changes whenever what is measured may.
 * @param {FineTuning} run @param {Side} side @param {State} state
 */
function keyOf(run, side, state) {
  const { purpose, copy, lookAt } = run;
  const { data } = state;
  if (!data.testComplete) return null;
  if (side === "after") {
    return copy && lookAt ? [purpose, copy.id, lookAt, data.generation].join(" ") : null;
  }
  const { generation, fingerprint } = subjectOf(run, side, state);
  return [purpose, generation, fingerprint, data.generation].join(" ");
}

/** @param {FineTuning} run @param {Side} side @param {State} state */
function subjectOf({ copy }, side, { generation, fingerprint, data }) {
  return {
    generation: copy?.generation ?? generation,
    fingerprint: copy?.from ?? fingerprint,
    id: side === "after" ? (copy?.id ?? null) : null,
    data: data.generation,
  };
}

/**
 * A part is shown once it says something, and never in place of more.
 * @param {AttackLook | null} part @param {Look | null} shown
 */
function isWorth(part, shown) {
  return (part?.count ?? 0) >= Math.max(FEW, shown?.attacks?.count ?? 0);
}
