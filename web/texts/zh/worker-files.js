/** What the worker says of model files, and of networks saved in the browser. */
import { count } from "../../common/numbers.js";
import { withStop } from "./locale.js";

/* ---- the networks that come with the page ---- */

const models = {
  lesson: "课程网络",
  pretrained: "现代网络",
  best: "最准确的网络",
};

/** @param {keyof typeof models} model @param {string} why  a sentence, or half of one */
export const modelNotOpened = (model, why) => `${models[model]}无法打开：${why}`;

/* Why, as the end of a sentence, with what to do. */
export const hostSilent = "服务器没有响应。请稍后重试。";
/** @param {string} why */
export const hostNotReached = (why) => `连接不到服务器（${why}）。请联网后重试。`;
/** @param {number} status */
export const hostAnswers = (status) => `服务器返回状态码 ${status}。文件可能不在那里。`;
export const hostAnswersWithPage = "服务器返回的是网页。文件可能不在那里。";

/* ---- any model file ---- */

/** @param {string} checksum @param {string} said  by its note, or "" */
export const damagedModel = (checksum, said) =>
  `模型文件已损坏：它的参数的校验和是 ${checksum}，${
    said ? `附注中写的是 ${said}` : "附注中没有写"
  }。`;
/** @param {string} why  half a sentence */
export const unreadableModel = (why) => `模型文件无法读取：${withStop(why)}`;

export const formatsNotFetched = "读写其他程序文件的组件无法获取。请联网后重试。";
/** @param {string[]} names  of layers */
export const foreignNote = (names) => `含有以下层：${names.join("、")}`;

export const divergedModel =
  "这个网络已发散：它的参数并非都是有限值，所以它的文件将无法打开。请恢复最近的正常网络。";

/* ---- saved networks ---- */

/** @param {string} why  half a sentence */
export const notSaved = (why) => `网络没有保存，因为${withStop(why)}`;
/** @param {string} why  half a sentence @param {boolean} isAside  it was set aside */
export const savedNotOpened = (why, isAside) =>
  `你保存的网络无法打开：${withStop(why)}${isAside ? "它已被搁置。" : ""}`;
/** @param {string} why  half a sentence */
export const earlierNotOpened = (why) => `上次访问时的网络无法打开：${withStop(why)}它已被搁置。`;
export const historyDamaged = "撤销历史有一部分已损坏，无法打开。";

export const earlierNetwork = "你上次访问时的网络";
/** @param {number} steps */
export const trainedThen = (steps) => `当时训练了 ${count(steps)} 步`;

/* What is wrong with it, as half a sentence. */
export const fileMissing = "缺少它的模型文件";
export const fileDamaged = "它的模型文件已损坏";
export const otherVersion = "它是由本页的另一个版本保存的";
export const recordDamaged = "它的记录已损坏";
export const descriptionDamaged = "它的说明已损坏";
export const parametersDamaged = "它的参数已损坏";
export const parametersDoNotFit = "它的参数与各层不符";
export const parametersNotFinite = "它的参数并非都是有限值";
export const entryDamaged = "它已损坏";
export const noSpace = "没有空间可以存放它";

/* ---- the browser's storage ---- */

/** What a failure means. @param {boolean} isHistory  of undo; else the network was to be saved */
const lost = (isHistory) =>
  isHistory ? "所以刷新后撤销历史会丢失。" : "所以刷新后网络会丢失。要保留它，请保存模型文件。";
/** @param {boolean} isHistory */
export const storageSilent = (isHistory) => `浏览器的存储空间没有响应，${lost(isHistory)}`;
/** @param {boolean} isHistory */
export const storageFull = (isHistory) => `浏览器的存储空间已满，${lost(isHistory)}`;
/** @param {boolean} isHistory */
export const storageDenied = (isHistory) => `这个浏览器不允许在这里保存，${lost(isHistory)}`;
/** @param {string} why @param {boolean} isHistory */
export const storageFailed = (why, isHistory) => `浏览器无法保存（${why}），${lost(isHistory)}`;

/* ---- the visitor's own digits ---- */

/** @param {string} why  half a sentence */
export const dataNotKept = (why) =>
  `它们无法保存在这个浏览器中（${why}），所以刷新后必须重新选择。`;
/** @param {string} why  half a sentence */
export const dataNotRead = (why) => `无法从这个浏览器读取你的数据：${withStop(why)}`;
/** @param {string} why  half a sentence */
export const dataNotListed = (why) =>
  `无法读取以前访问时保存在这个浏览器中的内容：${withStop(why)}`;
/** @param {string} why  half a sentence */
export const dataNotRemoved = (why) => `无法从这个浏览器中移除它们：${withStop(why)}`;
/** @param {string} name  of own digits */
export const dataGone = (name) =>
  `你的数据（${name}）已不在这个浏览器中。要继续使用它们，请重新选择文件。`;
export const noSpaceLeft = "它的存储空间已满";
export const noAnswer = "它的存储空间没有响应";
export const notAllowed = "它不允许在这里保存";
