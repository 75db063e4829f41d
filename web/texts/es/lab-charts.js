/** Charts that several labs show. */
import { count, exact, percent } from "../../common/numbers.js";
import { plural } from "./locale.js";

/* ---- accuracy against ε ---- */

export const largestChange = "cambio máximo de un píxel, ε";

/**
 * @param {readonly { name: string, accuracy: readonly number[] }[]} lines
 * @param {readonly number[]} epsilons
 * @param {{ name: string, at: number } | null} point  one picture among all of them
 */
export const accuracyVsEpsilon = (lines, epsilons, point) => {
  const all = lines.map(({ name, accuracy }) => {
    const points = accuracy.map((a, i) => `${percent(a, 0)} en ${exact(epsilons[i])}`);
    return `${name}: ${points.join("; ")}`;
  });
  const own = point ? `. ${point.name}: lectura errónea a partir de ${exact(point.at)}` : "";
  return `Exactitud según ε, el cambio máximo de un píxel. ${all.join(". ")}${own}`;
};

/* ---- confidence ---- */

export const confidence = "confianza";
export const before = "antes";
export const after = "después";

/**
 * @param {string} what @param {number} limit
 * @param {number | undefined} before  fraction above the limit
 * @param {number | undefined} after
 */
export const beforeAndAfter = (what, limit, before, after) =>
  `${what}: confianza superior al ${percent(limit, 0)}: antes, ${percent(before)}; ` +
  `después, ${percent(after)}`;

/** @param {string} what */
export const notCounted = (what) => `${what}: aún sin contar`;

/**
 * @param {string} what
 * @param {readonly number[]} predictions  fraction of each digit
 * @param {readonly { limit: number, fraction: number }[]} above  of confidences above a limit
 */
export const predictions = (what, predictions, above) => {
  const digits = predictions.map((fraction, digit) => `${digit}: ${percent(fraction, 0)}`);
  const limits = above.map(
    ({ limit, fraction }) => `Confianza superior al ${percent(limit, 0)}: ${percent(fraction)}`,
  );
  return `${what}. Predicciones: ${digits.join("; ")}. ${limits.join(". ")}.`;
};

/** @param {number} digit @param {number} least @param {number} most @param {number} images */
export const bin = (digit, least, most, images) => {
  const range = `del ${percent(least, 0)} al ${percent(most, 0)}`;
  const number = `${count(images)} ${plural(images, { one: "imagen", other: "imágenes" })}`;
  return `${digit}, confianza ${range}: ${number}`;
};
