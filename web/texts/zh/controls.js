/** Fields where numbers are typed: hints, what may be entered, and why something was not taken. */
import { exact } from "../../common/numbers.js";

/** By the key of the setting. @type {Record<string, string>} */
export const hints = {
  layers: "每个隐藏层的神经元数，例如 16-16",
  rate: "每一步沿梯度走多远",
  augment: "每个数字每次都随机平移、旋转和缩放",
  nothing: "每个小批量中噪声所占的比例；目标：所有输出为 0",
};

/** What is counted, by the key of the setting. @type {Record<string, string>} */
export const units = { batch: "样本数", epochs: "轮数" };

/** What may be entered, by the key of the setting. @type {Record<string, string>} */
export const examples = {
  seed: "7",
  layers: "16-16",
  rate: "0.5",
  batch: "10",
  decay: "0.0001",
  epochs: "20",
  nothing: "0.1",
};

/** No hidden layer; as it may be typed, too. */
export const none = "无";

/**
 * Without groups: a comma sets the numbers of a list apart.
 * @param {number} layers  at most @param {number} least  neurons in each @param {number} most
 * @param {string} example
 */
export const enterLayers = (layers, least, most, example) =>
  `请输入 1 到 ${layers} 层，每层 ${least} 到 ${most} 个神经元，例如 ${example}，或输入“${none}”。`;

/**
 * @param {string} unit  "" for none @param {number} least @param {number} most
 * @param {string} example
 */
export const enterWholeNumber = (unit, least, most, example) =>
  `请输入 ${exact(least)} 到 ${exact(most)} 之间的整数${unit && `（${unit}）`}，例如 ${example}。`;

/** @param {number} least @param {number} most @param {string} example */
export const enterNumber = (least, most, example) =>
  `请输入 ${exact(least)} 到 ${exact(most)} 之间的数，例如 ${example}。`;

/**
 * Why what was typed is not the value now.
 * @type {Record<import("../../common/typed-numbers.js").Trouble,
 *   (text: string, isList: boolean, either: readonly number[]) => string>}
 */
export const refusals = {
  empty: () => "没有输入内容。",
  unread: (text, isList) => `“${text}”${isList ? "不是隐藏层的列表" : "不是数"}。`,
  whole: (text) => `“${text}”不是整数。`,
  low: (text, isList) => `“${text}”${isList ? "中有一层太小" : "太小"}。`,
  high: (text, isList) => `“${text}”${isList ? "中有一层太大" : "太大"}。`,
  many: (text) => `“${text}”的层数太多。`,
  either: (text, _, either) =>
    `“${text}”可以理解为 ${either.join(" 或 ")}：小数请用小数点，千位不要分隔。`,
};

/** @param {string} text  the value in force */
export const stillInForce = (text) => `当前值仍是 ${text}。`;
