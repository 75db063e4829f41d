/** The dialog with all settings, with its data panel and its share panel. */
import { count, fingerprint } from "../../common/numbers.js";

export const settings = "设置";
export const closeSettings = "关闭设置";
export const network = "网络";
export const networkNote = "在这里作改动，会换成新的随机网络。";
export const data = "数据";
export const training = "训练";
export const trainingNote = "在这里作改动会直接生效，不会重置网络。";
export const saveAndShare = "保存和分享";

/* ---- how the settings differ from the presets ---- */

export const forTrainingOn = "继续训练这个网络所用的设置。";
/** @param {string} preset */
export const asIn = (preset) => `设置与预设“${preset}”一致。`;

/**
 * @param {string} preset
 * @param {{ label: string, there: string }[]} differences  there: the value in the preset
 */
export function closestTo(preset, differences) {
  const list = differences.map(({ label, there }) => `${label}（预设为 ${there}）`);
  return `最接近预设“${preset}”；不同之处：${list.join("、")}。`;
}

/* ---- data ---- */

export const yourData = "你的数据…";
export const useMnist = "使用 MNIST";
export const useHandwriting = "使用内置手写数字";

/* ---- links ---- */

export const copyLink = "复制此网络的链接";

/**
 * @param {string} why  half a sentence
 * @param {boolean} hasFile  the model file can be saved
 * @param {boolean} fitsInLink  a link can carry the network
 */
export function inexact(why, hasFile, fitsInLink) {
  const ways = [...(hasFile ? ["模型文件"] : []), ...(fitsInLink ? ["包含网络的链接"] : [])];
  const what = `这个链接不能精确重现这个网络，因为${why}。`;
  return ways.length ? `${what}要分享完全相同的网络，请使用${ways.join("或")}。` : what;
}

export const copyWeights = "复制包含网络的链接";
/** @param {number} length  of the link, in thousands of characters */
export function weightsNote(length) {
  const size = length ? `约 ${count(1000 * length)} 个字符` : "不到 1,000 个字符";
  return `精确到最后一位；长度${size}，有些邮件和聊天程序会把它截断。`;
}

/** @param {string} print  of the network that the link makes exactly, or "" */
export const makes = (print) =>
  print ? `打开它会得到完全相同的网络（指纹 ${fingerprint(print)}）。` : "";
/** @param {string} print  see `makes` */
export const copied = (print) => `已复制。${makes(print)}`;
/** @param {string} why */
export const linkNotMade = (why) => `链接没有生成：${why}`;

export const makeClassLink = "生成课堂链接…";

/* ---- model files ---- */

export const saveFile = "保存模型文件";
export const saveOnnx = "保存为 ONNX";
export const openFile = "打开模型文件";
export const filesNote =
  "两种文件都精确保存网络到最后一位；ONNX 可在其他程序中运行。" +
  "其他程序的网络也可以从 safetensors 或 ONNX 文件在这里打开。";
/** @param {string} name */
export const saved = (name) => `已保存为“${name}”。`;
/** @param {string} why */
export const notSaved = (why) => `模型文件没有保存：${why}`;
