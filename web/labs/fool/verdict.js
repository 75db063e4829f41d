/** What is said of an answer: right, wrong, another than before, or none at all. */
import { percent } from "../../common/numbers.js";

/** Below that no output is bright enough to be an answer. */
const SURE = 0.5;

/** @typedef {import("../../model/state.js").Shown} Shown */
/** @typedef {{ answer: number, confidence: number, sure: boolean }} Answer */

/** @param {Float32Array} outputs @returns {Answer} */
export function answerOf(outputs) {
  const answer = outputs.indexOf(Math.max(...outputs));
  return { answer, confidence: outputs[answer], sure: outputs[answer] >= SURE };
}

/** The picture as it is. @param {Shown} shown @param {Answer} read */
export function saidBefore({ kind, label }, { answer, sure }) {
  const what = label === null ? "" : `Somebody’s ${label}, `;
  if (label !== null && answer !== label) return `${what}misread already`;
  if (!sure) return what ? `${what}not sure of any digit` : "Not sure of any digit";
  if (label !== null) return `${what}read rightly`;
  if (kind === "noise") return "There is no right answer";
  return kind === "drawing" ? "Your drawing" : "No right answer is known";
}

/**
 * The picture changed.
 * @param {Shown} shown @param {Answer} original @param {Answer} read
 */
export function saidAfter({ label }, original, { answer, sure }) {
  if (!sure) return "Not sure of any digit";
  if (label !== null) return answer === label ? "Still read rightly" : `But it is a ${label}`;
  if (answer === original.answer) return "As before";
  return original.sure ? `It said ${original.answer} before` : "It was not sure before";
}

/** Whether the attack has made it what it was to be taken for. @param {number} target @param {Float32Array} outputs */
export function saidOfTarget(target, outputs) {
  const reached = answerOf(outputs).answer === target;
  return reached
    ? `A ${target}, as was wanted`
    : `Not yet a ${target}: ${percent(outputs[target], 0)}`;
}
