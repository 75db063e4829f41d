/**
 * The lab's question, and its answer from the copy that was fine-tuned to reject noise.
 *
 * @typedef {{ kind: import("../../common/noise-kinds.js").NoiseKind, above: number }[] | null}
 *   Figures  the kinds that the copy never saw, and the fraction of their images that it answers
 *   with a confidence above 50%; null before there is a copy
 */
import { HELD_OUT, KIND_LIST, KINDS } from "../../common/noise-kinds.js";
import * as texts from "../../texts/en/teach.js";

/** Indices of choices. */
const [ALL, NONE, SOME] = [0, 1, 2];
/** A kind is rejected when no larger fraction of its images is answered with confidence. */
const REJECTED = 0.1;

/** @param {import("./fine-tuning.js").FineTuning} run @returns {Figures} */
export function figuresOf(run) {
  const noise = run.isFinished && run.copy?.amount ? run.look("after")?.noise : null;
  if (!noise) return null;
  return HELD_OUT.map((kind) => ({ kind, above: noise.noise[KIND_LIST.indexOf(kind)].above[0] }));
}

/** Index of the choice that is right. @param {Figures} figures */
export function rightChoice(figures) {
  if (!figures) return null;
  const rejected = figures.filter(({ above }) => above <= REJECTED).length;
  if (rejected === figures.length) return ALL;
  return rejected ? SOME : NONE;
}

/** @param {number} guess @param {Figures} figures */
export function answer(guess, figures) {
  if (!figures) return texts.untrained;
  const kinds = figures.map(({ kind, above }) => ({ name: KINDS[kind], above }));
  const right = Number(rightChoice(figures));
  return texts.answer(right, guess === right, kinds);
}
