/** Charts that several labs show. */
import { count, percent } from "../../common/numbers.js";

/* ---- accuracy against ε ---- */

export const largestChange = "单个像素的最大改动 ε";

/**
 * @param {readonly { name: string, accuracy: readonly number[] }[]} lines
 * @param {readonly number[]} epsilons
 * @param {{ name: string, at: number } | null} point  one picture among all of them
 */
export const accuracyVsEpsilon = (lines, epsilons, point) => {
  const all = lines.map(({ name, accuracy }) => {
    const points = accuracy.map((a, i) => `${epsilons[i]} 处 ${percent(a, 0)}`);
    return `${name}：${points.join("，")}。`;
  });
  const own = point ? `${point.name}：从 ${point.at} 起识别错误。` : "";
  return `准确率随 ε（单个像素的最大改动）的变化。${all.join("")}${own}`;
};

/* ---- confidence ---- */

export const confidence = "置信度";
export const before = "之前";
export const after = "之后";

/**
 * @param {string} what @param {number} limit
 * @param {number | undefined} before  fraction above the limit
 * @param {number | undefined} after
 */
export const beforeAndAfter = (what, limit, before, after) =>
  `${what}：置信度高于 ${percent(limit, 0)} 的，之前占 ${percent(before)}，` +
  `之后占 ${percent(after)}`;

/** @param {string} what */
export const notCounted = (what) => `${what}：尚未统计`;

/**
 * @param {string} what
 * @param {readonly number[]} predictions  fraction of each digit
 * @param {readonly { limit: number, fraction: number }[]} above  of confidences above a limit
 */
export const predictions = (what, predictions, above) => {
  const digits = predictions.map((fraction, digit) => `${digit} 占 ${percent(fraction, 0)}`);
  const limits = above.map(
    ({ limit, fraction }) => `置信度高于 ${percent(limit, 0)} 的占 ${percent(fraction)}`,
  );
  return `${what}。预测结果：${digits.join("，")}。${limits.join("，")}。`;
};

/** @param {number} digit @param {number} least @param {number} most @param {number} images */
export const bin = (digit, least, most, images) =>
  `${digit}，置信度 ${percent(least, 0)} 到 ${percent(most, 0)}：${count(images)} 幅图像`;
