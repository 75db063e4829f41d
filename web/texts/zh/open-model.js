/** Model files that a visitor picks or drops. `name` is that of a file. */
import { fixed } from "../../common/numbers.js";

export const filesAreOff = "文件没有使用：本页的链接关闭了文件功能。";

/** @param {string} name @param {string} why  one or more sentences */
export const notOpened = (name, why) => `“${name}”没有打开。${why}`;

/* ---- why, as sentences ---- */

export const notReadable = "无法读取：文件在选择之后被移动、修改或删除。请重新选择。";

/** @param {string} size @param {string} most  of the largest network's file, both with units */
export const tooLarge = (size, most) =>
  `它有 ${size}，而这里能容纳的最大网络的文件只有 ${most}。请打开较小的网络的文件。`;

/**
 * What else it is.
 * @type {Partial<Record<import("../../common/file-kind.js").FileKind, string>>}
 */
export const others = {
  empty: "它是空的。请重新保存模型文件。",
  idx: "它是图像或标签的 IDX 文件，不是模型文件。请用“你的数据”打开它。",
  picture: "它是图片，不是模型文件。请用“你的数据”打开它。",
  drawing: "它是 SVG 图形，不是模型文件。",
  zip: "它是 ZIP 压缩包。请解压后打开其中的模型文件。",
  gzip: "它是用 gzip 压缩的。请解压后打开其中的模型文件。",
  page: "它是网页，不是模型文件。请重新下载模型文件。",
  text: "它是文本，不是模型文件。图像表格（CSV）请用“你的数据”打开。",
  unknown: "它不是 safetensors 或 ONNX 格式的模型文件。请转换为其中一种格式。",
};

const MEGABYTE = 1e6;
/** @param {number} bytes */
export const sizeOf = (bytes) => {
  const megabytes = Math.ceil(bytes / MEGABYTE);
  return megabytes < 1000 ? `${megabytes} MB` : `${fixed(megabytes / 1000, 1)} GB`;
};
