/** Charts that several labs show. */
import { count, exact, percent } from "../../common/numbers.js";
import { plural } from "./locale.js";

/* ---- accuracy against ε ---- */

export const largestChange = "größte Änderung eines Pixels, ε";

/**
 * @param {readonly { name: string, accuracy: readonly number[] }[]} lines
 * @param {readonly number[]} epsilons
 * @param {{ name: string, at: number } | null} point  one picture among all of them
 */
export const accuracyVsEpsilon = (lines, epsilons, point) => {
  const all = lines.map(({ name, accuracy }) => {
    const points = accuracy.map((a, i) => `${percent(a, 0)} bei ${exact(epsilons[i])}`);
    return `${name}: ${points.join("; ")}`;
  });
  const own = point ? `. ${point.name}: falsch erkannt ab ${exact(point.at)}` : "";
  return `Genauigkeit je nach ε, der größten Änderung eines Pixels. ${all.join(". ")}${own}`;
};

/* ---- confidence ---- */

export const confidence = "Konfidenz";
export const before = "vorher";
export const after = "nachher";

/**
 * @param {string} what @param {number} limit
 * @param {number | undefined} before  fraction above the limit
 * @param {number | undefined} after
 */
export const beforeAndAfter = (what, limit, before, after) =>
  `${what}: Konfidenz über ${percent(limit, 0)} vorher bei ${percent(before)}, ` +
  `nachher bei ${percent(after)}`;

/** @param {string} what */
export const notCounted = (what) => `${what}: noch nicht gezählt`;

/**
 * @param {string} what
 * @param {readonly number[]} predictions  fraction of each digit
 * @param {readonly { limit: number, fraction: number }[]} above  of confidences above a limit
 */
export const predictions = (what, predictions, above) => {
  const digits = predictions.map((fraction, digit) => `${digit}: ${percent(fraction, 0)}`);
  const limits = above.map(
    ({ limit, fraction }) => `Konfidenz über ${percent(limit, 0)}: ${percent(fraction)}`,
  );
  return `${what}. Vorhersagen: ${digits.join("; ")}. ${limits.join("; ")}.`;
};

/** @param {number} digit @param {number} least @param {number} most @param {number} images */
export const bin = (digit, least, most, images) => {
  const range = `${percent(least, 0)} bis ${percent(most, 0)}`;
  const number = `${count(images)} ${plural(images, { one: "Bild", other: "Bilder" })}`;
  return `${digit}, Konfidenz ${range}: ${number}`;
};
