/** The lesson plan on the labs Inside and What it learned. */
import { count, fixed, percent, withMinus } from "../../common/numbers.js";
import * as inside from "./inside.js";
import { titles } from "./labs.js";
import * as learned from "./learned.js";
import { aDigit } from "./locale.js";
import { testDigit } from "./ui.js";

/** @typedef {typeof import("../../plans/figures.js").neuron} Figures */

export const title = "一个神经元看到什么";

export const question = "单个神经元计算什么？它是在寻找边缘吗？";

export const aim =
  "学生由权重、输入和偏置算出一个激活值，修改网络中的一个数，" +
  "并看到权重里既没有边缘，也没有圆圈。";

export const needs = "每两名学生一台设备。学生会做小数的加法和乘法。";

/** With as many decimals as the lab shows. @param {number} value */
const exact = (value) => withMinus(fixed(value, 3));

export const steps = [
  {
    title: "一个神经元有多少个数？",
    minutes: 3,
    todo:
      `打开链接，朗读“${titles.inside}”实验中的问题。` +
      `每人选一个答案：${inside.choices.join("、")}。`,
    see: (/** @type {Figures} */ { parameters }) =>
      `${inside.choices[2]}：图像的每个像素各有一个权重，再加一个偏置。` +
      `这个网络的所有神经元合计有 ${count(parameters)} 个权重和偏置。`,
  },
  {
    title: "一个神经元，一个数字",
    minutes: 5,
    todo:
      `按神经元下方的“${testDigit}”。看三幅图：权重、与权重相乘的像素、各像素的贡献。` +
      `再从上到下读表格“${inside.termByTerm}”，直到最后一行。`,
    see: (/** @type {Figures} */ { digit, neuron, blank, sum, bias, z, activation }) =>
      `第 ${count(digit.number)} 个测试样本是${aDigit(digit.label)}。` +
      `页面显示的是${inside.neuronOfLayer(neuron.number, neuron.layer)}。` +
      `${count(blank)} 个空白像素的贡献为 0。` +
      `加权和是 ${exact(sum)}，偏置是 ${exact(bias)}，相加得 ${exact(z)}。` +
      `sigmoid 函数把它变为 ${exact(activation)}：这就是激活值。`,
  },
  {
    title: "转动一个旋钮",
    minutes: 4,
    todo:
      `在“${inside.byHand}”下的“${inside.bias}”一栏输入 −5，按 Enter 键。` +
      `观察激活值、预测结果和测试准确率。然后按“${inside.putBack}”。`,
    see: (/** @type {Figures} */ { digit, edited, activation, accuracy, parameters }) =>
      `激活值从 ${exact(activation)} 降到 ${exact(edited.activation)}：` +
      "对这个数字，神经元几乎未激活。" +
      `预测结果仍是 ${digit.label}。` +
      `测试准确率从 ${percent(accuracy)} 降到 ${percent(edited.accuracy)}。` +
      `改动的只是 ${count(parameters)} 个数中的一个。`,
  },
  {
    title: "它的权重看起来像什么？",
    minutes: 5,
    todo:
      "打开这一步的链接：一个按课程的方法训练的网络。" +
      `朗读“${titles.learned}”实验中的问题，选一个答案。` +
      `再把各个神经元的图与“${learned.edgeDetectors}”中的图对照。`,
    see: (/** @type {Figures} */ { trained }) =>
      `“${learned.choices[2]}”：中间有一些松散的图案，没有边缘，也没有圆圈。` +
      `但这个网络能正确识别 ${percent(trained.accuracy)} 的测试样本。`,
  },
  {
    title: "另一个网络",
    minutes: 3,
    todo:
      "打开这一步的链接：页面打开时所用的网络。训练它时，还用了经过随机平移和旋转的数字。" +
      "把它的图与前面的图比较。",
    see: (/** @type {Figures} */ { accuracy }) =>
      "这些图更平滑，因为相邻的像素得到了相近的权重。" +
      "有几幅图中能看出一道笔画，但没有一幅像边缘检测器。" +
      `这个网络能正确识别 ${percent(accuracy)} 的测试样本。`,
  },
];

export const questions = [
  {
    ask: "网络会像我们那样，寻找圆圈和边缘吗？",
    answer:
      "不会。我们也许希望如此，但它的权重图里既没有边缘，也没有圆圈。" +
      "训练只是让代价变小，而这个网络找到了另一种办法。",
  },
  {
    ask: "权重为零是什么意思？权重为负呢？",
    answer: "权重为零时，神经元不理会那个像素。权重为负时，那个像素上的墨迹会使加权和变小。",
  },
  {
    ask: "偏置有什么用？",
    answer: "偏置加在加权和上。它决定加权和要多高，神经元才会激活。",
  },
  {
    ask: "有没有一个神经元知道 4 长什么样？",
    answer:
      "看来没有。有一个神经元几乎未激活时，网络仍然认出了 4；不妨换别的神经元试试。" +
      "它学到的东西分散在许多权重和偏置里。",
  },
];

export const sheet = {
  intro: "你将拆开一个神经元，改动它，再看看它学到了什么。",
  tasks: [
    `按“${testDigit}”。选一个有墨迹的像素，写下它的值、它的权重和两者的乘积。`,
    "写下加权和、偏置和激活值。怎样由前两个得到激活值？",
    `手动修改偏置。激活值、预测结果和测试准确率有什么变化？然后按“${inside.putBack}”。`,
    "画出一个神经元的权重图。你从中看到了什么？别人看到的也一样吗？",
    "“第一层寻找边缘。”这些图支持这种说法吗？写两句话。",
  ],
};
