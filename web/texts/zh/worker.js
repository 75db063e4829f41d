/** What the worker says: why something failed, names of undo entries, trouble with digits. */
import { count, exact } from "../../common/numbers.js";
import { capitalized } from "./locale.js";

/* ---- commands ---- */

export const pageIsLoading = "页面仍在加载。";
/** @param {string} name */
export const noCommand = (name) => `没有命令 ${name}。`;
/** @param {string} name */
export const noQuery = (name) => `没有查询 ${name}。`;
export const givenUp = "已放弃。";
export const replacedMeanwhile = "网络或数字在此期间被替换。";
export const digitsReplaced = "数字在此期间被替换。";

/* ---- undo: the action, as a noun ---- */

export const undoLoading = "加载另一个网络";
export const undoFile = "打开模型文件";
export const undoSaved = "打开保存的网络";
export const undoFineTuned = "使用微调后的网络";
export const undoTrained = "使用训练好的网络";
export const undoReset = "重置";
export const undoEdit = "修改";
export const undoDivergence = "发散的训练";
export const undoData = "更换数字";
export const undoTeaching = "教网络认识画出的数字";
export const undoUndone = "丢弃已撤销的改动";

/* ---- why a command changed nothing ---- */

export const notEditedOther = "网络已被替换，所以修改没有进行。";
export const notEditedDiverged = "这个网络的其他权重不是数值，所以修改没有进行。";
export const notTaughtOther = "网络在此期间发生了改变，所以没有教成。";
export const notTaughtDiverged = "这个网络的权重不是数值，所以没有教成。";
/** @param {number} rate */
export const teachingDiverged = (rate) =>
  `学习率为 ${exact(rate)} 时，权重会变得不是数值，所以没有教成。`;
export const notTaughtOtherDigits = "数字在此期间被替换，所以没有教成。";
export const emptyLink = "链接中没有网络。";
export const notSavedAnyMore = "那个网络不再保存着。";
export const noGoodNetwork = "没有可以恢复的正常网络。";

/** @param {number} parameters @param {number} values */
export const unequalEdit = (parameters, values) =>
  `指定了 ${parameters} 个参数，却有 ${values} 个值。`;
/** @param {number} index */
export const noParameter = (index) => `没有参数 ${index}。`;
/** @param {number} value */
export const noWeight = (value) => `${value} 不能作为权重的值。`;

/* ---- experiments ---- */

export const noNetwork = "还没有网络。";
export const experimentRuns = "这个实验还在运行。";
/** @param {number} epochs */
export const wrongEpochs = (epochs) => `epochs：应为 0…1e6，得到 ${epochs}`;
/** @param {number} train  digits that there are @param {number} wanted */
export const wrongCount = (train, wanted) => `count：应为 1…${train} 个训练样本，得到 ${wanted}`;
export const noTestDigit = "至少应有一个测试样本";

/* ---- sources of digits ---- */

export const handwriting = "内置手写数字";
/**
 * The name of a source of which a part is in.
 * @param {string} name @param {number} train @param {number} total
 */
export const partOf = (name, train, total) => `${name}（${count(train)} / ${count(total)} 个）`;

/** @param {"train" | "test"} set */
export const digitsAreLoading = (set) => `${set === "train" ? "训练" : "测试"}样本仍在加载。`;
/** @param {string} why  half a sentence @param {number} train @param {number} total */
export const onlyPartIsIn = (why, train, total) =>
  `${capitalized(why)}：${count(total)} 个训练样本中已加载 ${count(train)} 个。`;
/** @param {boolean} isTest  the training digits are in @param {number} total */
export const slow = (isTest, total) =>
  `${isTest ? "测试样本" : "数字"}加载得很慢：目前 0 / ${count(total)}。`;

/**
 * @param {string} why  half a sentence
 * @param {boolean} isDamaged  else it could not be loaded
 * @param {string} used  name of the digits that stay in use; "" for handwriting in MNIST's place
 */
export function noMnist(why, isDamaged, used) {
  const what = isDamaged ? "这个服务器上的 MNIST 已损坏" : "MNIST 无法加载";
  const instead = used ? `仍然使用“${used}”。` : "改用内置手写数字。";
  return `${what}：${why}。${instead}`;
}

/** Why the engine could not be loaded, as half a sentence. */
export const noEngine = "服务器或网络的登录页面发来了别的内容，而不是引擎";

/* Why a file of digits could not be read, as half a sentence. */
export const brokenOff = "连接中断";
export const hostNotReached = "连接不到服务器";
export const hostSilent = "服务器停止响应";
/** @param {string} file */
export const notFound = (file) => `找不到“${file}”`;
/** @param {number} status */
export const answeredWith = (status) => `服务器返回状态码 ${status}`;

/* What is wrong with a file of MNIST, as half a sentence. */
/** @param {string} file @param {number} images @param {number} labels */
export const unequal = (file, images, labels) =>
  `“${file}”中有 ${images} 幅图像，而标签有 ${labels} 个`;
/** @param {string} file @param {number} size */
export const tooLong = (file, size) => `“${file}”超过 ${size} 字节`;
/** @param {string} file @param {number} length @param {number} size */
export const tooShort = (file, length, size) => `“${file}”有 ${length} 字节，而不是 ${size} 字节`;
/** @param {string} file */
export const otherChecksum = (file) => `“${file}”的校验和不符`;

/* What is wrong with the visitor's own digits, as half a sentence. */
export const noTrainingDigits = "文件中没有训练样本";
export const noTestDigits = "文件中没有测试样本";
export const tooFew = "只有一个数字太少：还需要一个作为测试样本";
/** @param {string} why */
export const badTrainingDigits = (why) => `训练样本：${why}`;
/** @param {string} why */
export const badTestDigits = (why) => `测试样本：${why}`;
