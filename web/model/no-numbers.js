/**
 * Whether the network gives numbers. After a divergence its outputs may be NaN; then nothing that
 * is computed from them is true, and its weights may be NaN, too.
 *
 * @typedef {import("./state.js").State} State
 */
import { areFinite } from "../common/vectors.js";

/**
 * The outputs are no numbers: for training digits, for some test digit, or for the input.
 * @param {State} state
 */
export function hasNoOutputs({ divergence, evaluation, version, reading }) {
  const isEvaluated = evaluation?.version === version;
  return (
    divergence.why === "cost" ||
    (isEvaluated && Number.isNaN(evaluation.cost)) ||
    hasNoPrediction(reading)
  );
}

/** Some weights or biases are no numbers. @param {State} state */
export function hasNoWeights(state) {
  return hasNoOutputs(state) && state.parameters !== null && !areFinite(state.parameters);
}

/**
 * There is a picture, and the outputs for it are no numbers.
 * @param {{ confidence: number } | null | undefined} reading
 */
export const hasNoPrediction = (reading) => Number.isNaN(reading?.confidence);

/**
 * There is a picture with ink, whatever its outputs are.
 * @param {{ answer: number | null, confidence: number } | null | undefined} reading
 */
export const hasInk = (reading) =>
  !!reading && (reading.answer !== null || hasNoPrediction(reading));

/**
 * The accuracy on the test digits; null where it is not known, or where outputs are no numbers and
 * so nothing is predicted.
 * @param {State["evaluation"]} evaluation
 */
export const accuracyIn = (evaluation) =>
  evaluation && !Number.isNaN(evaluation.cost) ? evaluation.accuracy : null;
