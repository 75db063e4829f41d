/** Charts over epochs. */
import { count, figures, fixed, percent } from "../../common/numbers.js";

export const chartNotLoaded = "图表无法加载。设备联网了吗？";
export const epochs = "轮数";

/* ---- values at the pointer ---- */

/** @param {number} value */
export const atEpochs = (value) => `${fixed(value, value < 10 ? 2 : 1)} 轮`;

/** @param {string} where @param {{ label: string, value: string }[]} lines */
export const valuesAt = (where, lines) =>
  `${where}：${lines.map(({ label, value }) => `${label} ${value}`).join("，")}`;

/* ---- training curve ---- */

export const trainingCost = "训练代价";
export const testAccuracy = "测试准确率";
export const trainToSee = "开始训练，即可在这里看到训练代价和测试准确率的变化。";

/** @param {number} loaded @param {number} all */
export const loadingDigits = (loaded, all) =>
  all
    ? `正在加载数字：${count(loaded)} / ${count(all)}。加载完即开始训练。`
    : "正在等待数字… 加载完即开始训练。";

/**
 * @param {number} first @param {number} last @param {number} best  0…1, as the others
 * @param {number | null} epochs  after which the training has finished; null: it has not
 */
export const accuracyChange = (first, last, best, epochs) => {
  const peak = percent(best) !== percent(last) ? `，最高 ${percent(best)}` : "";
  const change = `测试准确率：从 ${percent(first)} 到 ${percent(last)}${peak}`;
  return epochs === null ? change : `训练完成，共 ${count(epochs)} 轮。${change}`;
};

/**
 * @param {number | undefined} epochs @param {number | null | undefined} cost
 * @param {number | null | undefined} accuracy
 */
export const lastValues = (epochs, cost, accuracy) =>
  `${epochs === undefined ? "0" : fixed(epochs, 1)} 轮之后：` +
  `训练代价 ${figures(cost)}，测试准确率 ${percent(accuracy)}`;
