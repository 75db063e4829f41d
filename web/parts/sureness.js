/** From where on an answer is one: below it, the network is not sure of any digit. */
export const SURE = 0.5;

/** @param {{ answer: number | null, confidence: number }} reading */
export function isSure({ answer, confidence }) {
  return answer !== null && confidence > SURE;
}
