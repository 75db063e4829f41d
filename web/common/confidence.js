/**
 * Confidence is the value of the highest output, 0…1. One threshold and one comparison for the
 * whole page.
 */

/** Above it a prediction counts as one; at or below it the network is not sure of any digit. */
export const SURE = 0.5;

/** Confidences that charts and tables count above, SURE among them. */
export const LIMITS = [SURE, 0.9, 0.99];

/** Columns of a histogram of confidence from 0 to 1. */
export const BINS = 20;

/**
 * Is there a prediction, and is its confidence above SURE?
 * @param {{ answer: number | null, confidence: number }} reading
 */
export function isSure({ answer, confidence }) {
  return answer !== null && confidence > SURE;
}
