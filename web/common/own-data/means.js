/** The mean pictures of handwritten digits, by which own ones are looked at. */
import { PIXELS } from "../images.js";

const COMPARED = { count: 1000, seed: 3 };

/**
 * The mean picture of each digit, times their number.
 * @param {import("../../worker/datasets.js").Engine} engine
 */
export function meansOf(engine) {
  const digits = engine.handwriting(COMPARED);
  const means = Array.from({ length: 10 }, () => new Float32Array(PIXELS));
  for (let i = 0; i < digits.count; i++) {
    const mean = means[digits.label(i)];
    for (const [at, value] of digits.image(i).entries()) mean[at] += value;
  }
  digits.free();
  return means;
}
