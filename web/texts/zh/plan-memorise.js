/** The lesson plan on the lab Memorise. */
import { count, percent } from "../../common/numbers.js";
import { titles } from "./labs.js";
import * as lab from "./memorise.js";
import { trainingAndTest } from "./train.js";

/** @typedef {typeof import("../../plans/figures.js").memorise} Figures */

const answers = `“${lab.choices.join("”“")}”`;

/** Of all labels, those that are shuffled in the steps below. */
const HALF = 0.5;
const ALL = 1;

export const title = "理解，还是死记硬背";

export const question = "给网络看过的数字，它全都答对了。它学到了什么？";

export const aim =
  "学生用真实标签训练一个网络，用打乱的标签训练另一个，" +
  "并从两个方面区分学到结构和死记硬背：学得快慢，以及识别测试样本的好坏。";

export const needs =
  "每两名学生一台设备。在第一步，设备会加载数字；在其他各步，它每次要计算几秒钟。";

export const steps = [
  {
    title: "先猜一猜",
    minutes: 4,
    todo:
      `打开链接，朗读“${titles.memorise}”实验中的问题。` +
      "说明它的意思：标签在各幅图像之间被打乱。" +
      `每人选一个答案：${answers}。`,
    see: "两个网络都训练完之后，页面才会给出答案。",
  },
  {
    title: "两个网络",
    minutes: 8,
    todo: `保持设置不变，按“${lab.run}”。观察图中的四条线，再看图下的表格。`,
    see: (/** @type {Figures} */ { digits, run }) =>
      `两个网络都用 ${count(digits)} 个数字训练。` +
      `${lab.trueFirst(run.plain.epochs, run.shuffled.epochs)}` +
      "最后，两者对各自的标签掌握得一样好：" +
      `${percent(run.plain.training)} 和 ${percent(run.shuffled.training)}。` +
      `但在测试样本中，第一个网络能识别 ${percent(run.plain.test)}，` +
      `第二个只能识别 ${percent(run.shuffled.test)}，与瞎猜差不多。`,
  },
  {
    title: "这是偶然吗？",
    minutes: 8,
    todo:
      `按“${lab.runSeries(5)}”。两个网络会重新训练，` +
      "每次都从不同的随机权重开始，标签的打乱方式也不同。",
    see: (/** @type {Figures} */ { series }) =>
      `不是偶然：“${lab.fasterBy(series.faster, series.seeds, series.least, series.most)}”`,
  },
  {
    title: "一半的标签",
    minutes: 8,
    todo:
      `把“${lab.fraction}”的滑块移到 ${percent(HALF, 0)}。` +
      "每人猜一猜：现在第二个网络能识别多少测试样本？" +
      `然后按“${lab.run}”。`,
    see: (/** @type {Figures} */ { half, run }) =>
      `它用 ${count(half.epochs)} 轮学会了自己的标签，连错误的标签也学会了。` +
      `它能识别 ${percent(half.test)} 的测试样本：` +
      `不如用真实标签的网络（${percent(run.plain.test)}），但比瞎猜高得多。` +
      "它找到了结构，又记住了例外。",
  },
  {
    title: "更小的网络",
    minutes: 8,
    todo:
      `把“${lab.fraction}”的滑块移回 ${percent(ALL, 0)}，` +
      `在“${lab.width}”处选最小的数。` +
      "每人猜一猜：这么少的神经元能学会打乱的标签吗？" +
      `然后按“${lab.run}”。`,
    see: (/** @type {Figures} */ { small }) =>
      `能，但很慢。每个隐藏层有 ${count(small.width)} 个神经元时：` +
      `“${lab.trueFirst(small.plain.epochs, small.shuffled.epochs)}”` +
      `两个网络分别能识别 ${percent(small.plain.test)} ` +
      `和 ${percent(small.shuffled.test)} 的测试样本。`,
  },
  {
    title: "那么，识别数字的网络呢？",
    minutes: 9,
    todo:
      `打开这一步的链接：“${titles.train}”实验，网络是页面打开时所用的那个。` +
      `在“${trainingAndTest.accuracy}”下找到这两个准确率。然后讨论下面的问题。`,
    see: (/** @type {Figures} */ { lesson }) =>
      `训练准确率 ${percent(lesson.training)}，测试准确率 ${percent(lesson.test)}。` +
      "对训练时没见过的数字，它识别得与见过的一样好。它不只是记住了答案。",
  },
];

export const questions = [
  {
    ask: "一个网络对所有的训练样本都答对了。这说明它理解了这些数字吗？",
    answer: (/** @type {Figures} */ { run }) =>
      `不能说明。用打乱的标签训练的网络，也学会了 ${percent(run.shuffled.training)} 的标签，` +
      "而那里并没有什么可以理解的。只有用训练时没见过的数字，才能看出区别。",
  },
  {
    ask: "真实标签为什么学得更快？",
    answer:
      "真实标签相同的图像彼此相似：对一幅有帮助的，对其他几幅也有帮助。" +
      "标签打乱之后，每幅图像都只能单独去学。",
  },
  {
    ask: "用打乱的标签训练的网络，为什么能识别大约十分之一的测试样本？",
    answer: "数字有十个，瞎猜时大约十次猜对一次，而它学到的东西对识别新的数字毫无帮助。",
  },
  {
    ask: "只会死记硬背的网络，是出了毛病吗？",
    answer:
      "不是。两个网络都做到了训练所要求的：使自己的训练样本的代价变小。" +
      "由此能不能得到有用的东西，取决于数据。",
  },
];

export const sheet = {
  intro: "你将训练两个网络，它们只有一点不同：第二个网络的标签是打乱的。",
  tasks: [
    "你的猜测：用打乱的标签训练的网络会怎样？为什么？",
    "抄下表格：两个网络的训练准确率、测试准确率和轮数。",
    `按“${lab.runSeries(5)}”：每次的随机权重不同，标签的打乱方式也不同。什么不变，什么变了？`,
    "打乱一半的标签。写下你猜测的测试准确率和页面给出的结果。解释这个数。",
    "怎样才能知道，一个人是理解了，还是只是记住了？",
  ],
};
