/**
 * The lab's question, and its answer from the training that was seen.
 *
 * @typedef {import("./accuracy-history.js").Reached} Reached
 * @typedef {Pick<import("../../model/state.js").State, "phase" | "provenance">} Seen
 */
import { isRandom } from "../../common/provenance.js";
import * as texts from "../../texts/en/train.js";

/** Indices of choices. */
const [EARLY, LATE] = [0, 1];

export const question = { question: texts.question, choices: texts.choices };

/**
 * What this network says to a guess.
 * @param {number} guess @param {Seen} state
 * @param {(Reached | null)[] | null} reached  80% and 95%; null when the network was not seen from
 *   its random weights on
 * @param {unknown} button  trains a random network instead of this one
 */
export function fasterPart(guess, state, reached, button) {
  if (!reached && !isRandom(state.provenance)) return texts.alreadyTrained(button);
  const [early, late] = reached ?? [];
  if (!early) return beforeAccuracy(state);
  if (!late) return texts.notYet(early.by, state.phase === "running");
  const faster = fasterOf(early, late);
  if (faster === null) return texts.tooClose(early.by, late.by);
  return texts.answer(faster, guess === faster, early.by, late.by);
}

/** @param {Seen} state */
function beforeAccuracy({ phase }) {
  if (phase === "running") return texts.waitForAccuracy;
  return phase === "waiting" ? texts.waitForDigits : texts.trainIt;
}

/**
 * Index of the choice that is right, if it is known.
 * @param {(Reached | null)[] | null} reached
 */
export function rightPart(reached) {
  const [early, late] = reached ?? [];
  return early && late ? fasterOf(early, late) : null;
}

/** The part that certainly took fewer epochs. @param {Reached} early @param {Reached} late */
function fasterOf(early, late) {
  if (early.by < late.after - early.by) return EARLY;
  return late.by - early.after < early.after ? LATE : null;
}
