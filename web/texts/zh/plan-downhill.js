/** The lesson plan on the labs Cost, Downhill, Gradient and Train. */
import { precise } from "../../common/downhill-numbers.js";
import { count, figures, fixed, percent } from "../../common/numbers.js";
import * as downhill from "./downhill.js";
import * as functions from "./downhill-functions.js";
import * as gradient from "./gradient.js";
import { titles } from "./labs.js";
import { aDigit } from "./locale.js";
import * as shell from "./shell.js";
import { justShowMe, testDigit } from "./ui.js";

/** @typedef {typeof import("../../plans/figures.js").downhill} Figures */

export const title = "滚下山坡";

export const question = "一个有成千上万个权重的网络，怎样自己找到更好的权重？";

export const aim =
  "学生把十个平方相加，算出代价；跟着只有一个输入的梯度下降走一遍；" +
  "并看到同样的步骤让随机权重的网络学会识别数字。";

export const needs = "每两名学生一台设备。学生知道曲线的斜率是什么。";

export const steps = [
  {
    title: "十个平方",
    minutes: 6,
    todo:
      `打开链接：“${titles.cost}”实验，网络的权重是随机的。` +
      `按“${testDigit}”，用计算器验算十个平方中最大的一个。` +
      "再看下方全部测试样本的平均代价。",
    see: (/** @type {Figures} */ { digit, square, sum, mean }) =>
      `第 ${count(digit.number)} 个测试样本是${aDigit(digit.label)}。` +
      `最大的平方来自输出 ${square.digit}：它应当是 0，实际是 ${fixed(square.output, 3)}，` +
      `平方是 ${fixed(square.squared, 3)}。十个平方之和是 ${fixed(sum, 3)}。` +
      `全部测试样本的平均代价是 ${fixed(mean, 3)}。`,
  },
  {
    title: "曲线上的小球",
    minutes: 6,
    todo:
      `打开这一步的链接。朗读“${titles.downhill}”实验中的问题，选一个答案。` +
      `按几次“${functions.step}”，再按“${functions.run}”。` +
      "然后点击曲线右侧的高处，再运行一次。",
    see: (/** @type {Figures} */ { valleys }) =>
      `“${functions.minimumReached(valleys.steps, valleys.slope)}。”小球停在左边的山谷。` +
      `页面还说：“${functions.notLowest(valleys.lower)}”` +
      "从右边出发，小球停在右边的山谷。斜率变小，步长也变小。",
  },
  {
    title: "步长太大",
    minutes: 4,
    todo:
      `选择“${functions.curves.bowl}”，按“${functions.run}”。` +
      `再按“${functions.backToStart}”，把学习率的滑块拖到最右端，再运行一次。`,
    see: (/** @type {Figures} */ { bowl }) =>
      `先是：“${functions.minimumReached(bowl.steps, bowl.slope)}。”` +
      `然后，学习率最大时：“${functions.tooLarge(bowl.step)}。”`,
  },
  {
    title: "换成全部权重和偏置",
    minutes: 6,
    todo:
      "选择三个部分中的最后一个，即全部权重和偏置：它们就是那个随机网络的权重和偏置。" +
      "回答那里的问题，选一个答案。" +
      `再按“${downhill.takeStep}”，比较工具栏中前后的测试代价和测试准确率。`,
    see: (/** @type {Figures} */ { parameters, line, step }) =>
      `${count(parameters)} 个数同时改变。` +
      `代价从 ${precise(line.here)} 下降到 ${precise(line.least)}（t = ${precise(line.t)}），` +
      "然后又上升。" +
      `这一步使测试代价从 ${figures(step.before.cost)} 降到 ${figures(step.after.cost)}。` +
      `但测试准确率之前是 ${percent(step.before.accuracy)}，` +
      `之后是 ${percent(step.after.accuracy)}，与瞎猜差不多：只走一步是不够的。`,
  },
  {
    title: "哪些调整最重要？",
    minutes: 4,
    todo: `打开这一步的链接，还是同一个网络。朗读“${titles.gradient}”实验中的问题，选一个答案。`,
    see: (/** @type {Figures} */ { parameters, half, brings }) =>
      `“${gradient.choices[0]}”。${gradient.halfOfWork(half, parameters)}。` +
      `只调整最大的 ${count(brings.nudges)} 个，` +
      `就能得到全部下降量的 ${percent(brings.largest)}；` +
      `随机选 ${count(brings.nudges)} 个来调整，只得到 ${percent(brings.random)}。`,
  },
  {
    title: "成千上万个小步",
    minutes: 4,
    todo:
      "打开这一步的链接，仍是同一个网络。" +
      `在“${shell.step}”旁选择“${shell.stepSizes.epoch}”，然后按一次“${shell.step}”。` +
      "等它完成，再按一次。",
    see: (/** @type {Figures} */ { step, epochs }) =>
      `一轮是 ${count(epochs.steps)} 步，每一步都用少数几个样本的梯度。` +
      `测试代价从 ${figures(step.before.cost)} 降到 ${figures(epochs.first.cost)}，` +
      `测试准确率从 ${percent(step.before.accuracy)} 升到 ${percent(epochs.first.accuracy)}。` +
      `第二轮的提高较小：升到 ${percent(epochs.second.accuracy)}。`,
  },
];

export const questions = [
  {
    ask: "一个样本的代价是什么？",
    answer:
      "十个平方之和：对每个输出，取它与目标之差的平方。" +
      "正确数字的目标是 1，其他数字的目标是 0。",
  },
  {
    ask: "梯度的各个分量说明什么？",
    answer:
      "符号说明那个权重增大时，代价是增大还是减小；下降的一步朝相反的方向走。" +
      "大小说明那个权重与其他权重相比有多重要。",
  },
  {
    ask: "梯度下降能找到最低点吗？",
    answer:
      "不一定。它停在一个局部极小值处；停在哪一个，取决于从哪里出发。" +
      "对网络来说，不必找到最低点：足够低就行。",
  },
  {
    ask: "为什么不一大步走到谷底？",
    answer:
      "梯度只是网络所在处的斜率，再远就不管用了。步子太大，可能越过低处，又走到高处。" +
      "所以梯度下降走一步，就要重新看一次。",
  },
  {
    ask: "有没有人告诉过网络 4 长什么样？",
    answer: "没有。它得到的只有带标签的样本，和一步步使代价变小的调整。",
  },
];

export const sheet = {
  intro: "你将跟着一个小球，再跟着一个网络，一路下坡。",
  tasks: [
    `按“${testDigit}”。写下正确数字的输出和目标，算出两者之差的平方。十个平方之和是多少？`,
    "画出有两个山谷的曲线。标出小球的起点、它停下的位置和最低点。它为什么没有停在最低点？",
    "学习率很大时会怎样？画出小球走的每一步。",
    "网络沿 −∇C 一直走，途中不再查看斜率。画出代价的变化。" +
      `（如果你还没有选答案，请按“${justShowMe}”。）`,
    "写下随机权重的网络的测试准确率：训练之前、一轮之后、两轮之后。你发现了什么？",
  ],
};
