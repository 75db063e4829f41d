/** What the session says: notices, failures of the engine, what a link or a saved network makes. */
import { count, exact, fixed, percent } from "../../common/numbers.js";
import { clause, withStop } from "./locale.js";

/* ---- the engine ---- */

export const engineRestarted = "引擎已重新启动。";
export const engineStopped = "引擎已停止。";
export const engineNotRunning = "引擎没有运行。";
/** Why it stopped, as half a sentence. */
export const engineSilent = "它不再响应";

export const engineSlow = "引擎加载得很慢。";
export const slowEngine = "这个浏览器不支持 WebAssembly SIMD：训练会更慢，但结果相同。";
export const stopWaiting = "停止等待";
export const hostSilent = "服务器没有及时响应。";

export const engineNotStarted = "引擎无法启动。";
export const engineNotRestarted = "引擎无法重新启动。";
export const engineKeepsStopping = "引擎一再停止。";
export const tryAgain = "重试";

/**
 * @param {string} why
 * @param {boolean} isKept  the network is as it was
 * @param {"" | "trained" | "replayed"} training  that the stop has ended; replayed: a link's
 */
export function stoppedAndRestarted(why, isKept, training) {
  const kept = isKept ? "；你的网络没有丢失" : "";
  const ended = {
    "": "",
    trained: "训练已暂停。",
    replayed: "链接所要求的训练已中断。",
  };
  return `引擎停止了（${clause(why)}），已重新启动${kept}。${ended[training]}`;
}

/* ---- digits ---- */

export const needsDigits = "这需要 MNIST 数字：11 MB。";
export const loadThem = "加载";
export const digitsNotReached = "数字无法加载。设备联网了吗？";
export const useHandwritingInstead = "改用内置手写数字";
export const useHandwriting = "使用内置手写数字";
/** @param {string} digits  their name @param {string} trouble  why they are not kept, or "" */
export const trainedFromNowOn = (digits, trouble) => `从现在起，网络用“${digits}”训练。${trouble}`;
/** @param {string} name  of own digits */
export const ownDataGone = (name) =>
  `你的数据（${name}）已不在这个浏览器中，改用 MNIST。要继续使用它们，请重新选择文件。`;
/** @param {string} why  a sentence @param {string} name  of own digits */
export const ownDataNotRead = (why, name) => `${why}已用 MNIST 代替“${name}”；刷新页面可再次尝试。`;
/** @param {number} number  1 is the first @param {number} label */
export const testDigit = (number, label) => `第 ${count(number)} 个测试样本，标签 ${label}。`;
/** @param {string} kind @param {number} seed */
export const noise = (kind, seed) => `噪声“${kind}”，种子 ${seed}。`;

/* ---- training ---- */

/** @param {string} why  a sentence */
export const trainingStopped = (why) => `训练已停止：${why}`;
export const interrupted = "训练被中断。";
export const continueTraining = "继续训练";
export const replayComesFirst = "要先完成链接所要求的训练。";

/** @param {number | undefined} rate */
const tooHigh = (rate) => (rate === undefined ? "学习率太大。" : `学习率 ${exact(rate)} 太大。`);
/**
 * @type {Record<import("../../worker/protocol.js").Divergence, (rate: number | undefined) =>
 *   string>}
 */
export const diverged = {
  collapsed: (rate) => `网络崩溃了：它对每幅图像都给出同样的答案。${tooHigh(rate)}`,
  cost: (rate) => `代价不再是数值。${tooHigh(rate)}`,
  step: (rate) => `再走一步，权重就不再是数值了。${tooHigh(rate)}`,
  replaced: (rate) => `训练发散了，这是最近一个正常的网络。${tooHigh(rate)}`,
};
export const lowerRate = "降低学习率";
export const backToGood = "恢复最近的正常网络";
/** @param {number} rate */
export const isBackAtGood = (rate) => `已恢复最近的正常网络。学习率现在是 ${exact(rate)}。`;

/**
 * Training that something else ends.
 * @param {boolean} isWaiting  it waited for the digits still
 * @param {string} why  half a sentence
 */
export const trainingEnded = (isWaiting, why) =>
  `${isWaiting ? "训练不再等待数字" : "训练已暂停"}，因为${why}。按“训练”继续。`;
export const edited = "权重被手动修改";

/* ---- another network ---- */

export const undo = "撤销";
/** A setting as an entry of undo @param {string} label */
export const change = (label) => label;

/** @param {string} network  "sigmoid, squared error, seed 1" */
export const wasReset = (network) => `已重置为随机网络：${network}。`;
export const settingNeedsRandom = "已换成新的随机网络，因为这项设置需要它。";
/** @param {string} name */
export const isHere = (name) => `${name}。`;
/** @param {string} name */
export const wasOpened = (name) => `已打开“${name}”。`;
export const savedWasOpened = "已打开你保存的网络。";
export const fineTunedIsHere = "微调后的网络现在已在页面上。";
export const trainedIsHere = "训练好的网络现在已在页面上。";
export const noNetwork = "还没有网络。";

/** @param {string} name @param {number} steps  it was trained for */
export const networkOf = (name, steps) => (steps ? `${name}，训练了 ${count(steps)} 步` : name);
/** @param {string} name @param {number} steps  it was trained for */
export const lastIsSaved = (name, steps) => `你上次的网络已保存：${networkOf(name, steps)}。`;
export const openIt = "打开";

/* ---- the sprint ---- */

export const sprint = "最快训练";
/** @param {number} accuracy @param {number} seconds @param {string} digits  name of the data */
export const sprintResult = (accuracy, seconds, digits) =>
  `在这台设备上训练 ${fixed(seconds, 2)} 秒后，它能识别 ${percent(accuracy)} 的测试样本` +
  `（${digits}）。`;

/* ---- experiments ---- */

export const experimentRuns = "这个实验还在运行。";
/** @param {string} why */
export const experimentStopped = (why) => `实验停止了：${withStop(why)}请再运行一次。`;
export const digitsAreLoading = "数字仍在加载。";
/** @param {number} train */
export const onlySoMany = (train) => `只有 ${count(train)} 个训练样本。`;

/* ---- links ---- */

/** @param {readonly string[]} parts */
const quoted = (parts) => parts.map((part) => `“${part}”`).join("、");
/** What a link does not make, and what is here @param {string} instead  a network */
const madeInstead = (instead) => `所以无法重现复制它时的那个网络。改为打开：${instead}。`;
/** @param {readonly string[]} parts  that could not be read @param {string} instead  a network */
export const linkNotRead = (parts, instead) =>
  `这个链接有一部分无法读取（${quoted(parts)}），${madeInstead(instead)}`;
/** @param {readonly string[]} parts  that could not be read, or none @param {string} instead */
export const linkChanged = (parts, instead) =>
  `这个链接在传递途中被改动${
    parts.length ? `（无法识别：${quoted(parts)}）` : ""
  }，${madeInstead(instead)}`;
export const changedButSame =
  "这个链接在传递途中被改动，但这就是复制它时的那个网络：两者的指纹相同。";
/** @param {readonly string[]} parts */
export const leftOut = (parts) => `这个链接有一部分无法识别，已忽略：${quoted(parts)}。`;
export const loadLesson = "加载课程网络";
/** @param {string} why  a sentence */
export const randomInstead = (why) => `${why}现在显示的是一个随机网络。`;

export const tooOldForLink = "这个浏览器太旧，无法打开这个链接中的网络。";
export const damagedLink = "这个链接中的网络已损坏；链接可能被截断了。";

/** @param {string} why  half a sentence */
export const similar = (why) => `这个网络与复制链接时的那个网络相似，但不相同：${why}。`;
/** Why, where the one who opens the link is told otherwise than the one who copied it. */
export const whyForOthers = {
  taught: "它学习过作者画的一个数字",
  own: "它是用作者自己的数据训练的",
  drawings: "它的训练样本中有作者画的数字",
};

/** @param {string} why  half a sentence */
export const notTheSame = (why) => `这不是复制链接时的那个网络：${why}。`;
/** @param {boolean} isMnist  else built-in handwriting @param {string} here  name of digits */
export const trainedOnOthers = (isMnist, here) =>
  `它是用${isMnist ? " MNIST " : "内置手写数字"}训练的，而这里用的是“${here}”`;
/** @param {boolean} isOwn  address, and no link */
export const otherVersion = (isOwn) =>
  `它是用本页的另一个版本生成的${isOwn ? "" : "，或者链接在传递途中被改动"}`;
/**
 * Of the visitor's own network after a reload that could not bring it back.
 * @param {string} why  half a sentence @param {boolean} isOther  the fingerprint is another one
 */
export const madeAgain = (why, isOther) =>
  `你的网络没有保存在这个浏览器中。这是按网址重新生成的网络，${isOther ? "与原来不同" : "可能与原来不同"}：${why}。`;
