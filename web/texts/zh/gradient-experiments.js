/** The words of the lab Gradient: nudging only some, single digits, the check. */
import { html } from "lit";
import { count, fixed, percent } from "../../common/numbers.js";
import { plain } from "../../common/signed-numbers.js";
import { aDigit } from "./locale.js";

/* ---- only some components are nudged ---- */

export const nudgeLargest = "只调整最大的分量";
export const noDecrease = "没有哪一步能使代价下降：梯度为零，或者小得测不出来。";
export const measuring = "正在测量…";
export const measuredHere = "画一个数字或取一个测试样本，就会在这里测量。";
export const measuredSoon = "训练样本加载好后立即测量。";
export const noDigits = "没有可用来测量的数字。";

/** @param {number} k @param {unknown} top @param {unknown} random  parts of the decrease */
export const largestBring = (k, top, random) =>
  html`最大的 ${count(k)} 个贡献了下降量的 ${top}，随机的 ${count(k)} 个贡献了 ${random}`;

/** @param {number} k @param {number} all */
export const nudgeOnly = (k, all) =>
  html`只调整 k = <output aria-live="off">${count(k)}</output> 个分量，共 ${count(all)} 个`;

/** @param {number} k */
export const components = (k) => `${k} 个分量`;

/** @param {unknown} held  part of |∇C|² @param {number} draws  of random ones */
export const largestHold = (held, draws) =>
  html`最大的 k 个分量占 |∇C|² 的 ${held}，${"这就是一阶近似的预测。对随机的"} k 个，图中显示 ${draws} 次抽取的中位数。`;

export const axis = "k，被调整的分量数";
export const kLargest = "最大的 k 个";
export const kRandom = "随机的 k 个";
export const nothingMeasured = "尚未测量";

/** The chart, read out. @param {{ k: number, top: number, random: number }[]} points */
export function chart(points) {
  const parts = points.map(
    ({ k, top, random }) => `${count(k)}：${percent(top, 0)} 和 ${percent(random, 0)}`,
  );
  return `最大的 k 个分量和随机的 k 个分量各占下降量的多少。${parts.join("；")}`;
}

/**
 * @param {string} digits  whose cost it is
 * @param {{ t: number, cost: number, decrease: number, epoch: number }} step
 */
export const terms = (digits, { t, cost, decrease, epoch }) =>
  `调整全部分量：取 t = ${plain(t)}，θ − t∇C 使${digits}的代价从 ${plain(cost)} 降低 ` +
  `${plain(decrease)}（第 ${fixed(epoch, 2)} 轮）。每个 k 都用同一个 t；` +
  "按一阶近似，调整全部分量使代价降低 1%。";

/* ---- single digits ---- */

export const singleDigits = "单个数字想要什么";

/**
 * @param {number} label
 * @param {{ all: number, up: number, down: number }} digits  up, down: that want it so
 */
export function disagreement(label, { all, up, down }) {
  const neither = all - up - down;
  const rest = neither ? `，${count(neither)} 个都不想` : "";
  return (
    `${count(all)} 个标签为 ${label} 的训练样本中，` +
    `${count(up)} 个想让它上调，${count(down)} 个想让它下调${rest}。`
  );
}

/** @param {unknown} label  a field */
export const digitsThatAre = (label) => html`标签为 ${label} 的训练样本`;
/** @param {string} component */
export const eachWants = (component) => `每个样本想要的：对“${component}”的 −∂C/∂`;

/** @param {number} label */
export const noneOfLabel = (label) => `训练样本中没有 ${label}。`;
export const asking = "正在计算每个样本想要什么…";

export const allShown = "它们全部显示在这里。";

/**
 * How many of the shown digits want what.
 * @param {number} up @param {number} down @param {number} none
 */
export function shown(up, down, none) {
  const groups = [];
  if (up) groups.push(`最想让它上调的 ${up} 个`);
  if (down) groups.push(`最想让它下调的 ${down} 个`);
  if (none) groups.push(`不想让它改变的 ${none} 个`);
  return `这里显示${groups.join("、")}${groups.length > 1 ? "，大致按比例" : ""}。`;
}

export const oneScale = "所有条形用同一比例，平均值的也是。";
/** @param {number} digits */
export const average = (digits) => `${count(digits)} 个的平均`;
/** @param {number} number  1 is the first @param {number} label */
export const trainingDigit = (number, label) => `第 ${count(number)} 个训练样本，${aDigit(label)}`;

/* ---- the check by finite differences ---- */

export const checkIt = "验证：把一个参数移动一点点，测量代价";
export const method =
  "(C(θ + ε) − C(θ − ε)) ÷ 2ε，ε = 10⁻⁵，与反向传播的结果对照。" + "小于 10⁻⁴ 的分量按 10⁻⁴ 比较。";
/** @param {number} components */
export const checkRandom = (components) => `随机验证 ${components} 个`;

/** A digit inside a sentence. @param {number} number  1 is the first @param {number} label */
export const oneDigit = (number, label) => `第 ${count(number)} 个训练样本（${aDigit(label)}）`;

/** @param {string} digit @param {number} epoch */
export const checkedFor = (digit, epoch) => `对${digit}，第 ${fixed(epoch, 2)} 轮：`;

/** @param {string} digit @param {number} digits  looked at @param {number} epoch */
export const checkedForLargest = (digit, digits, epoch) =>
  `对${digit}，第 ${fixed(epoch, 2)} 轮（在 ${count(digits)} 个样本中，它的这个分量最大）：`;

/** @param {string} digit @param {number} digits  looked at @param {number} epoch */
export const checkedForZero = (digit, digits, epoch) =>
  `对${digit}，第 ${fixed(epoch, 2)} 轮（在考察的 ${count(digits)} 个样本上，这个分量都是 0）：`;

export const finiteDifference = "有限差分";
export const backpropagation = "反向传播";
export const relativeError = "相对误差";

/**
 * @param {{ checked: number, worst: unknown, agree: boolean, digit: string, epoch: number,
 *   moving: number }} many  moving: that are not 0
 */
export function manyChecked({ checked, worst, agree, digit, epoch, moving }) {
  const verdict = agree ? "两者一致" : "两者不一致";
  return html`${checked} 个中最大的相对误差：${worst}，所以${verdict}（对${digit}，第
    ${fixed(epoch, 2)} 轮；其中 ${moving} 个不为零）。`;
}
