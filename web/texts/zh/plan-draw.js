/** The lesson plan on the playground. */
import { SURE } from "../../common/confidence.js";
import { count, percent } from "../../common/numbers.js";
import { aDigit } from "./locale.js";
import * as ui from "./ui.js";

/** @typedef {typeof import("../../plans/figures.js").draw} Figures */

export const title = "画一画，学会怀疑";

export const question = "网络怎样识别数字？什么时候应该怀疑它的答案？";

export const aim =
  "学生看到：预测结果是十个输出中最高的那个所代表的数字；这个输出的值就是置信度，" +
  "对真正的数字可能很低，对根本不是数字的东西却可能很高。";

export const needs = "每一到两名学生一台设备，带触摸屏或鼠标。";

/** @param {Figures["digits"][number]} digit */
const read = ({ number, label, answer, confidence }) =>
  `第 ${count(number)} 个测试样本是${aDigit(label)}，识别为${aDigit(answer)}，` +
  `置信度 ${percent(confidence, 0)}`;

export const steps = [
  {
    title: "画一个数字",
    minutes: 3,
    todo:
      `打开链接。画一个数字，观察十个输出。按“${ui.clear}”，换一种写法，再画同一个数字。` +
      "然后试着画一个全班都认得、网络却认不出的数字。",
    see:
      "通常，正确数字的输出最高。输出最高的数字就是预测结果，这个输出的值就是置信度。" +
      "只要有耐心，每个人都能画出一个网络识别错误的数字。",
  },
  {
    title: "训练时没见过的数字",
    minutes: 3,
    todo: `按四次“${ui.testDigit}”，每次都看看预测结果和置信度。再看看顶部工具栏中的测试准确率。`,
    see: (/** @type {Figures} */ { digits, accuracy }) =>
      `所有人看到的都是同样的四个：${digits.map(read).join("；")}。` +
      `对最后一个，页面显示“${ui.notSure}”。` +
      `测试样本从未用于训练；网络能正确识别其中的 ${percent(accuracy)}。`,
  },
  {
    title: "从一个数字到另一个",
    minutes: 2,
    todo:
      "画一个顶部开口的 4。一笔一笔地把缺口补上，直到它变成 9。" +
      "每画一笔，都看看 4 和 9 的输出。",
    see:
      "通常，中间会有一幅画，让这两个输出都不高，或者都很高。" +
      `置信度不超过 ${percent(SURE, 0)} 时，页面显示“${ui.notSure}”。`,
  },
  {
    title: "根本不是数字",
    minutes: 2,
    todo: `按“${ui.noise}”，看看预测结果。然后画一个不是数字的东西，比如一个字母或一张脸。`,
    see: (/** @type {Figures} */ { noise }) =>
      `第一幅噪声图像被识别为${aDigit(noise.answer)}，置信度 ${percent(noise.confidence, 0)}，` +
      `页面还加上“${ui.confidentOfNoise}”。` +
      "字母和脸也会被识别为数字：网络只有十个输出，没有别的答案。",
  },
];

export const questions = [
  {
    ask: "网络的预测结果是什么？它的置信度又是什么？",
    answer: "每个数字有一个输出。输出最高的数字就是预测结果，这个输出的值就是置信度。",
  },
  {
    ask: "置信度高，就说明网络知道答案吗？",
    answer:
      "不能说明。噪声里没有数字，网络却可能以很高的置信度把它识别为一个数字。" +
      "这个值只说明那个输出有多高，并不说明答案对不对。",
  },
  {
    ask: "一千个与测试样本相似的数字，网络大约会识别错多少个？",
    answer: (/** @type {Figures} */ { accuracy }) =>
      `大约 ${count(1000 * (1 - accuracy))} 个，因为它能正确识别其中的 ${percent(accuracy)}。` +
      "如果画出的数字与训练时用的数字不太像，错误可能更多。",
  },
  {
    ask: "为什么要用网络在训练时没见过的数字来测量准确率？",
    answer: "对训练时见过的数字，网络可能只是记住了答案。用没见过的数字，才能看出它会不会识别。",
  },
];

export const sheet = {
  intro: "你将为一个神经网络画数字，弄清楚什么时候应该怀疑它的答案。",
  tasks: [
    "画一个数字。写下预测结果、它的置信度，以及输出第二高的数字。",
    "画一个你认得、网络却认不出的数字，把它照样画在这里。网络把它识别成了什么？",
    `按四次“${ui.testDigit}”。写下每一个的标签、预测结果和置信度。你怀疑哪一个答案？`,
    "画一个不是数字的东西。网络怎么回答？置信度是多少？",
    "什么时候应该怀疑网络的答案？写两句话。",
  ],
};
