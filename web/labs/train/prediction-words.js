import { hasNoPrediction } from "../../model/no-numbers.js";
import * as texts from "../../texts/en/train.js";

/**
 * What the network predicts for a digit, or why it predicts nothing.
 * @param {{ answer: number | null, confidence: number }} reading
 */
export function predictionWords(reading) {
  const { answer, confidence } = reading;
  if (answer !== null) return texts.predicted(answer, confidence);
  return hasNoPrediction(reading) ? texts.noPrediction : texts.noInk;
}
