/** What is said of a prediction: right, wrong, another than before, or not sure of any digit. */
import { isSure } from "../../common/confidence.js";
import { argmax } from "../../common/vectors.js";
import * as texts from "../../texts/en/fool.js";

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
    const isTest = kind === "digit";
    if (prediction.answer !== label) return texts.alreadyMisread(label, isTest);
    return (isSure(prediction) ? texts.readCorrectly : texts.notSureOfIt)(label, isTest);
  }
  if (!isSure(prediction)) return texts.notSure;
  if (kind === "noise") return texts.isNoise;
  return kind === "drawing" ? texts.drawing : texts.noLabel;
}

/**
 * Of the picture after a change.
 * @param {Shown} shown @param {Prediction} original @param {Prediction} prediction
 */
export function changedWords({ label }, original, prediction) {
  if (!isSure(prediction)) return texts.notSure;
  const { answer } = prediction;
  if (label !== null) return answer === label ? texts.stillCorrect : texts.itsLabel(label);
  if (answer === original.answer) return texts.samePrediction;
  return isSure(original) ? texts.before(original.answer) : texts.notSureBefore;
}

/**
 * Whether an attack has reached its target.
 * @param {number} target @param {Float32Array} outputs
 */
export function targetWords(target, outputs) {
  if (argmax(outputs) === target) return texts.targetReached(target);
  return texts.targetMissed(target, outputs[target]);
}
