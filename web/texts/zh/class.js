/** Class links: the dialog that makes them, and the sheet that is printed. */

import { html } from "lit";

export const title = "课堂链接";
export const close = "关闭";
export const intro =
  "课堂链接打开这个网络时，只显示你选择的内容。隐藏的内容在各处都隐藏：" +
  "工具栏、实验列表、快捷键和网址。";
/** @param {(words: string) => unknown} plans  a link */
export const orPlan = (plans) => html`也可以直接使用${plans("教案")}：其中每一步都有自己的链接。`;

export const shown = "显示的实验";
export const hidden = "隐藏的控件";
export const language = "语言";
export const ownLanguage = "读者各自的语言";
export const withLook = "带上本页的主题和训练速度";
export const task = "任务，印在二维码上方";
export const noPlace = "请至少选择一个实验。";

export const qrCode = "链接的二维码";
/** @param {number} most characters */
export const tooLong = (most) =>
  `链接超过 ${most} 个字符：平板电脑无法识别它的二维码。请改为复制链接。`;
export const copyLink = "复制链接";
export const print = "连同任务一起打印";

/** Why the link does not make the very network on the page. @param {string} why half a sentence */
export const inexact = (why) => `它不能精确重现这个网络，因为${why}。`;
