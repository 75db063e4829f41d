/** Charts that several labs show. */
import { count, percent } from "../../common/numbers.js";
import { plural } from "./locale.js";

/* ---- accuracy against ε ---- */

export const largestChange = "largest change of a pixel, ε";

/**
 * @param {readonly { name: string, accuracy: readonly number[] }[]} lines
 * @param {readonly number[]} epsilons
 * @param {{ name: string, at: number } | null} point  one picture among all of them
 */
export const accuracyVsEpsilon = (lines, epsilons, point) => {
  const all = lines.map(({ name, accuracy }) => {
    const points = accuracy.map((a, i) => `${percent(a, 0)} at ${epsilons[i]}`);
    return `${name}: ${points.join(", ")}`;
  });
  const own = point ? `. ${point.name}: misread from ${point.at} on` : "";
  return `Accuracy against ε, the largest change of a pixel. ${all.join(". ")}${own}`;
};

/* ---- confidence ---- */

export const confidence = "confidence";
export const before = "before";
export const after = "after";

/**
 * @param {string} what @param {number} limit
 * @param {number | undefined} before  fraction above the limit
 * @param {number | undefined} after
 */
export const beforeAndAfter = (what, limit, before, after) =>
  `${what}: confidence above ${percent(limit, 0)} in ${percent(before)} before, ` +
  `${percent(after)} after`;

/** @param {string} what */
export const notCounted = (what) => `${what}: not counted yet`;

/**
 * @param {string} what
 * @param {readonly number[]} predictions  fraction of each digit
 * @param {readonly { limit: number, fraction: number }[]} above  of confidences above a limit
 */
export const predictions = (what, predictions, above) => {
  const digits = predictions.map((fraction, digit) => `${digit} ${percent(fraction, 0)}`);
  const limits = above.map(
    ({ limit, fraction }) => `Confidence above ${percent(limit, 0)}: ${percent(fraction)}`,
  );
  return `${what}. Predictions: ${digits.join(", ")}. ${limits.join(", ")}.`;
};

/** @param {number} digit @param {number} least @param {number} most @param {number} images */
export const bin = (digit, least, most, images) => {
  const range = `${percent(least, 0)} to ${percent(most, 0)}`;
  const number = `${count(images)} ${plural(images, { one: "image", other: "images" })}`;
  return `${digit}, confidence ${range}: ${number}`;
};
