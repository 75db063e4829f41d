/**
 * The lab's questions, one for each purpose, and their answers from the copy that was fine-tuned.
 *
 * @typedef {{ kind: import("../../common/noise-kinds.js").NoiseKind, above: number }[] | null}
 *   Figures  the kinds that the copy never saw, and the fraction of their images that it answers
 *   with a confidence above 50%; null before there is a copy
 */
import { HELD_OUT, KIND_LIST, KINDS } from "../../common/noise-kinds.js";
import * as texts from "../../texts/en/teach.js";
import { EPSILONS } from "./measurements.js";

/** ε that attacked digits are asked about. */
export const AT = 0.1;

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

/**
 * The fraction of attacked digits that the copy reads; null before there is a copy.
 * @param {import("./fine-tuning.js").FineTuning} run
 */
export function attackFiguresOf(run) {
  const attacks = run.isFinished && run.copy?.amount ? run.look("after")?.attacks : null;
  return attacks ? attacks.fractions[EPSILONS.indexOf(AT)] : null;
}

/** Index of the choice that is right. @param {number | null} reads */
const rightThird = (reads) => (reads === null ? null : Math.min(2, Math.floor(3 * reads)));

/** @param {number} guess @param {number | null} reads */
export function attackAnswer(guess, reads) {
  if (reads === null) return texts.untrained;
  const right = Number(rightThird(reads));
  return texts.attackAnswer(right, guess === right, AT, reads);
}

/** @type {Record<import("../../common/fine-tuning.js").Purpose, any>} */
const QUIZZES = {
  noise: { question: texts.question, choices: texts.choices, right: rightChoice, answer },
  attacks: {
    question: texts.attackQuestion(AT),
    choices: texts.attackChoices,
    ...{ right: rightThird, answer: attackAnswer },
  },
};

/** @param {any} figures  null before the lab has told any */
export const quizOf = (figures) =>
  QUIZZES[/** @type {"noise" | "attacks"} */ (figures?.about ?? "noise")];
