/** Where a network comes from: its name, its history, and why a link cannot make it again. */
import { count, percent } from "../../common/numbers.js";

/* ---- how it began ---- */

export const lesson = "课程网络（sigmoid，平方误差）";
export const pretrained = "现代网络（ReLU，softmax）";
export const best = "最准确的网络";
export const random = "随机网络";
export const file = "来自文件的网络";

/** @param {number | undefined} seed */
export const randomWithSeed = (seed) => `${random}，种子 ${seed}`;

/* ---- what was done to it ---- */

export const notTrained = "尚未训练";

/** Stands for the middle of a long history. */
export const more = "…";

/** One after the other. @param {string[]} parts */
export const inOrder = (parts) => parts.join("，然后");

/** @param {number} steps @param {string} data  name of the digits */
export const trained = (steps, data) => `训练了 ${count(steps)} 步（${data}）`;

export const edited = "手动修改过";

/** @param {number} label */
export const taught = (label) => `学习了你画的一个数字（${label}）`;

/** @param {number} epochs */
export const tunedToRejectNoise = (epochs) => `为拒绝噪声微调了 ${epochs} 轮`;

/** @param {number} epochs */
export const tunedOnAttacks = (epochs) => `用受攻击的数字微调了 ${epochs} 轮`;

/* ---- why a link cannot make it again, as half a sentence ---- */

export const becauseFile = "它最初来自一个文件";
export const becauseLong = "它的历史太长，链接放不下";
export const becauseEdited = "它的权重被手动修改过";
export const becauseTaught = "它学习过你画的一个数字";
export const becauseTuned = "它在实验中微调过";
export const becausePart = "它只用一部分数字训练";
export const becauseOwn = "它是用你自己的数据训练的";
export const becauseDrawings = "它的训练样本中有你画的数字";
export const becauseEarly = "它在数字全部加载之前就开始训练";
export const becauseMixed = "它先后用两套不同的数字训练";

/* ---- why a saved network is not opened, as half a sentence ---- */

export const noStart = "其中没有说明网络是怎样开始的";
export const noHistory = "其中没有说明对网络做过什么";
export const noSeed = "其中缺少种子";
export const noRate = "其中缺少学习率";
export const noData = "其中没有说明用哪些数字训练";

/** @param {string} kind */
export const unknownEntry = (kind) => `其中有未知类型“${kind}”的条目`;

/**
 * How a network that comes with the page was made: its file says it in English.
 * @param {string} _note @param {number} epochs @param {number} redrawn  MNIST digits drawn again
 * @param {number} handwriting  digits @param {number} accuracy  on 10,000 test digits
 */
export const ownModel = (_note, epochs, redrawn, handwriting, accuracy) =>
  `用 MNIST（其中 ${count(redrawn)} 个数字用笔重新描过）和 ${count(handwriting)} 个内置手写数字训练了 ` +
  `${count(epochs)} 轮，在 MNIST 的 ${count(10_000)} 个测试样本上准确率为 ${percent(accuracy, 2)}`;
