/** Which network is on the page, and which digits: the first screen's words, and the dialog's. */
import { count } from "../../common/numbers.js";
import { clause } from "./locale.js";

export const loadingEngine = "正在加载引擎…";

/**
 * What follows a network's name, without a space.
 * @param {string} functions  of a random network, or ""
 * @param {number} parameters
 * @param {string} history  or ""
 * @param {boolean} isContinued  the history goes on that of a trained network
 */
export function networkDetails(functions, parameters, history, isContinued) {
  const size = `${functions && `，${functions}`}，${count(parameters)} 个权重和偏置`;
  if (!history) return `${size}。`;
  return `${size}${isContinued ? "。此后" : "："}${clause(history)}。`;
}

export const loadingDigits = "正在加载数字…";
export const digitsWhenNeeded = "MNIST 数字（11 MB）将在需要时加载。";
/** @param {number} loaded @param {number} total */
export const loadingDigitsOf = (loaded, total) =>
  `正在加载数字：${count(loaded)} / ${count(total)}`;
/**
 * @param {string} source  a name, such as that of a file, which is left as it is
 * @param {number} train @param {boolean} hasDrawings  among them @param {number} test
 */
export const digitsOf = (source, train, hasDrawings, test) =>
  `${source}：${count(train)} 个训练样本${hasDrawings ? "（含你画的数字的副本）" : ""}，` +
  `${count(test)} 个测试样本。`;

/* ---- files of the visitor ---- */

export const yourData = "你的数据";
