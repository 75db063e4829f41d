/** What becomes of a lab's question that cannot be answered. */
import { withStop } from "./locale.js";

/** @param {string} why  a sentence or half of one */
export const stopped = (why) => `计算停止了：${withStop(why)}`;
export const ended = "页面正在关闭。";
export const digitsReplaced = "数字在此期间被替换。";
