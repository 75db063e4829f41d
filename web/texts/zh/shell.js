/** The page around the labs: its bar, the playground, the frame of a lab, notices, the tour. */
import { html } from "lit";
import { percent } from "../../common/numbers.js";
import { capitalized, withStop } from "./locale.js";

/* ---- the page ---- */

/** @param {string} lab */
export const pageTitle = (lab) => `${lab} – Downhill`;
export const toDrawing = "转到画板";
export const toLabs = "转到实验";
export const controls = "控件";

export const notSupported =
  "这个浏览器不支持 WebAssembly 或 Web Worker。" +
  "请用新版的 Chrome、Edge、Firefox 或 Safari 打开本页";

export const isSandboxed =
  "本页所在的框架禁止 Web Worker：它的 sandbox 需要 allow-same-origin。" + "请在新标签页中打开本页";

/* Why the engine stopped, as half a sentence. */
export const crashed = "它崩溃了";
export const scriptNotLoaded = "它的脚本无法加载";
export const messageNotRead = "它的一条消息无法读取";

/* ---- what fails ---- */

/** @param {string} why */
export const somethingWentWrong = (why) => `出错了：${withStop(why)}`;
export const unknownError = "未知错误";

/** Half a sentence as a whole one. @param {string} words */
export const sentence = (words) => capitalized(withStop(words));
export const networkAsItWas = "页面显示的是网络最后的状态。";

export const notLoaded = "这里无法加载。设备联网了吗？";

/* ---- notices ---- */

export const closeNotice = "关闭这条通知";
/** On a small screen, where one notice is shown. @param {number} n  others */
export const moreNotices = (n) => `还有 ${n} 条`;
export const fewerNotices = "只显示一条";
export const newVersion = "本页的新版本已就绪。";
export const closeOtherTabs = "请先关闭本页的其他标签页，再刷新以使用新版本。";
export const reload = "刷新";

/* ---- the bar ---- */

/** @param {string} key */
export const shift = (key) => `Shift+${key}`;

/** @param {string} [action]  that it undoes */
export const undo = (action) => (action ? `撤销：${action}` : "撤销");
/** @param {string} [action]  that it redoes */
export const redo = (action) => (action ? `重做：${action}` : "重做");

/** @param {string} network  "sigmoid, squared error, seed 1" */
export const reset = (network) => `重置为随机网络：${network}`;

export const train = "训练";
/** Train, after it has finished; the bar of a phone has no room for more. */
export const continueTraining = "继续";
export const pause = "暂停";
export const trainNetwork = "训练网络";
export const pauseTraining = "暂停训练";
/** @param {number} fraction  of the digits that are loaded */
export const digitsLoaded = (fraction) => `数字：${percent(fraction, 0)}`;
export const digitsAwaited = "数字…";

/** @param {string} label @param {string} choice */
export const speed = (label, choice) => `${label}：${choice}（F：全速）`;

export const step = "单步";
export const stepSize = "每步大小";
export const stepSizes = {
  example: "一个样本",
  batch: "一个小批量",
  epoch: "一轮",
};

export const labs = "实验";
export const settings = "设置";
export const toLightTheme = "切换到浅色主题";
export const toDarkTheme = "切换到深色主题";

/* ---- numbers in the bar ---- */

export const epochs = "轮数";
export const epochsTip = "自加载或生成以来，用全部训练样本训练了多少遍";
export const testAccuracy = "测试准确率";
export const testAccuracyTip = "测试样本（从不用于训练）中识别正确的比例";
export const testCost = "测试代价";
export const testCostTip = "测试样本的平均代价，公式与训练代价相同";
export const trainingCost = "训练代价";
export const trainingCostTip = "最近几步的训练样本的平均代价";
export const digitsPerSecond = "样本/秒";
export const digitsPerSecondTip = "每秒处理的训练样本数，在训练时测量";
export const fingerprint = "指纹";
export const fingerprintTip = "全部权重和偏置的简短校验和：网络相同，指纹就相同";

export const isTraining = "正在训练。";
export const isWaiting = "正在等待数字。";
/** @param {number | undefined} accuracy */
const withAccuracy = (accuracy) =>
  accuracy === undefined ? "" : `测试准确率：${percent(accuracy)}。`;
/** @param {number} epoch @param {number} [accuracy] */
export const isAtEpoch = (epoch, accuracy) => `第 ${epoch} 轮。${withAccuracy(accuracy)}`;
/** @param {number} [accuracy] */
export const isFinished = (accuracy) => `训练完成。${withAccuracy(accuracy)}`;
/** @param {number} [accuracy] */
export const isPaused = (accuracy) => `训练已暂停。${withAccuracy(accuracy)}`;

/* ---- Train, on a network that is trained already ---- */

/** @param {number} [accuracy] */
export const alreadyTrained = (accuracy) =>
  accuracy === undefined
    ? "这个网络已经训练过。"
    : `这个网络已经训练过：测试准确率 ${percent(accuracy)}。`;
export const startRandomToWatch = "想看网络从头学起，请从随机权重开始。";
export const startRandom = "从随机权重开始";
/** @param {boolean} isMnist  trained on MNIST: elsewhere it reaches something else */
export const sprint = (isMnist) => (isMnist ? "半秒训练到 96%" : "以最快速度训练");
export const keepTraining = "继续训练";

/* ---- the playground ---- */

export { playground } from "./labs.js";
export const intro = "一个在你的浏览器中学习识别数字的神经网络。画一个试试。";
export const draw = "画";
export const drawn = "完成";
export const backToPlayground = "回到演练场";
export const network = "网络";
export const training = "训练";
export const followDigit = "跟随数字";
export const positiveWeight = "正权重";
export const negativeWeight = "负权重";

/** @param {number} digit */
export const lookInsideOutput = (digit) => `查看输出 ${digit} 的内部`;
/** @param {number} neuron  from 1 @param {number} layer */
export const lookInsideNeuron = (neuron, layer) => `查看第 ${layer} 层神经元 ${neuron} 的内部`;

/* ---- a network to load ---- */

export const loadNetwork = "加载网络";
export const loadingNetwork = "正在加载…";
/** What the menu says of each network; of a random one the rest is known later. */
export const networks = {
  lesson: { name: "课程网络", about: "sigmoid，平方误差，13,002 个参数" },
  pretrained: { name: "现代网络", about: "ReLU，softmax，13,002 个参数" },
  best: { name: "最准确的网络", about: "ReLU，softmax，468,874 个参数" },
  random: { name: "随机网络", about: "" },
  sprint: { name: "最快达到 96%", about: "随机网络，训练约半秒" },
};
/** The last of them where it is not trained on MNIST. */
export const sprintOnOthers = {
  name: "最快训练",
  about: "随机网络，全速训练",
};

/* ---- labs ---- */

/** @param {string} lab */
export const next = (lab) => html`下一个：${lab} <span aria-hidden="true">→</span>`;
export const watchLesson = "在课程视频中观看";
export const howItWorks = "原理";

export const labNotLoaded = "这个实验无法加载。请刷新页面以获取当前版本。";
export const labNotReached = "这个实验无法加载：连接不到服务器。设备联网了吗？";
/** @param {string} why */
export const labNotShown = (why) => `这个实验无法显示：${withStop(why)}`;
/** @param {string} why */
export const labNotComputed = (why) => `这个实验有一部分无法计算：${withStop(why)}`;
export const unknownReason = "原因未知";
export const tryAgain = "重试";

/* ---- the tour ---- */

export const offerTour = "第一次来？看看导览吧。";
export const showMe = "带我看看";

/* ---- keys ---- */

export const keys = "快捷键";
export const esc = "Esc";
export const close = "关闭";

/* ---- files held over the page ---- */

export const dropFiles = "松开以放入模型文件，或你自己的数字图像";
