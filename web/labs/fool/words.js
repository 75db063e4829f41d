/** What is said of a prediction: right, wrong, another than before, or not sure of any digit. */
import { isSure } from "../../common/confidence.js";
import { percent } from "../../common/numbers.js";
import { argmax } from "../../common/vectors.js";
import { aDigit } from "../../texts/en/locale.js";

/**
 * @typedef {import("../../model/state.js").Shown} Shown
 * @typedef {{ answer: number, confidence: number }} Prediction
 */

/** @param {Float32Array} outputs @returns {Prediction} */
export function predictionOf(outputs) {
  const answer = argmax(outputs);
  return { answer, confidence: outputs[answer] };
}

/** Of the picture as it is. @param {Shown} shown @param {Prediction} prediction */
export function originalWords(shown, prediction) {
  const { kind, label } = shown;
  if (label !== null) {
    const what = kind === "digit" ? `A test ${label}` : `Labelled ${label}`;
    if (prediction.answer !== label) return `${what}, already misread`;
    return isSure(prediction) ? `${what}, read correctly` : `${what}, but not sure of it`;
  }
  if (!isSure(prediction)) return "Not sure of any digit";
  if (kind === "noise") return "Noise: no digit is right";
  return kind === "drawing" ? "Your drawing" : "Its label is not known";
}

/**
 * Of the picture after a change.
 * @param {Shown} shown @param {Prediction} original @param {Prediction} prediction
 */
export function changedWords({ label }, original, prediction) {
  if (!isSure(prediction)) return "Not sure of any digit";
  const { answer } = prediction;
  if (label !== null) return answer === label ? "Still read correctly" : `Its label is ${label}`;
  if (answer === original.answer) return "The same prediction";
  return isSure(original) ? `It was ${original.answer} before` : "It was not sure before";
}

/**
 * Whether an attack has reached its target.
 * @param {number} target @param {Float32Array} outputs
 */
export function targetWords(target, outputs) {
  if (argmax(outputs) === target) return `Target ${target} reached`;
  return `Not ${aDigit(target)}: ${percent(outputs[target], 0)}`;
}
