/** The lesson plan on the lab Noise. */
import { LIMITS } from "../../common/confidence.js";
import { percent } from "../../common/numbers.js";
import { titles } from "./labs.js";
import * as lab from "./noise.js";
import { kinds } from "./noise-kinds.js";
import { justShowMe } from "./ui.js";

/** @typedef {typeof import("../../plans/figures.js").noise} Figures */

const [, LIMIT] = LIMITS;
const limit = percent(LIMIT, 0);

export const title = "面对噪声，它为什么有把握";

export const question = "图像中没有数字时，网络会怎么回答？";

export const aim =
  "学生看到网络对噪声也答得很有把握，并能从它的训练内容来解释。" +
  "置信度只是一个输出的值，不是证明。";

export const needs = "教师用一台设备，或每两名学生一台。";

export const steps = [
  {
    title: "先猜一猜",
    minutes: 3,
    todo:
      `打开链接，朗读“${titles.noise}”实验中的问题。` +
      `每人选一个答案：“${lab.choices.join("”“")}”。` +
      "然后在页面上选择全班多数人的答案。",
    see: (/** @type {Figures} */ { staticSure, accuracy, digitsSure }) =>
      `答案是“${lab.choices[1]}”：${percent(staticSure)} 的图像置信度高于 ${limit}。` +
      `同一个网络能正确识别 ${percent(accuracy)} 的测试样本。` +
      `测试样本中，有 ${percent(digitsSure)} 的置信度高于 ${limit}。`,
  },
  {
    title: "一幅接一幅",
    minutes: 4,
    todo:
      `按“${lab.stop}”，再按十次左右“${lab.next}”。写下每幅图像的预测结果和置信度。` +
      `如果还没有选答案，请先按“${justShowMe}”。`,
    see: (/** @type {Figures} */ { often, oftenIn }) =>
      "在我们看来，所有的图像都一个样。网络对每一幅都有答案，而且几乎总是同一个：" +
      `它把 ${percent(oftenIn, 0)} 的${kinds.uniform}图像识别为 ${often}，置信度常常很高。`,
  },
  {
    title: "它最有把握的图像",
    minutes: 3,
    todo: `看“${lab.galleryTitle}”。选择第一幅图像，再按“${lab.follow}”。`,
    see: (/** @type {Figures} */ { surest, never }) =>
      `${lab.image(surest.image)} 被识别为 ${surest.digit}，` +
      `置信度 ${percent(surest.confidence)}。没有人会说它是 ${surest.digit}。` +
      `有些数字，网络在任何一幅图像中都没有识别出来：${never.join("、")}。`,
  },
  {
    title: "其他种类的噪声",
    minutes: 4,
    todo:
      "向下翻到列出所有种类的表格。" +
      `在“${lab.above(LIMIT)}”一列中，找出网络最常有把握和最少有把握的种类。`,
    see: (/** @type {Figures} */ { kinds: sure, digitsSure }) =>
      `最常有把握的是${kinds.gaussian}（${percent(sure.gaussian)}）` +
      `和${kinds.uniform}（${percent(sure.uniform)}），` +
      `其次是${kinds.smooth}（${percent(sure.smooth)}）、` +
      `${kinds.scribble}（${percent(sure.scribble)}）、` +
      `${kinds.saltpepper}（${percent(sure.saltpepper)}）` +
      `和${kinds.blocks}（${percent(sure.blocks)}）。` +
      `最少有把握的是${kinds.shuffled}（${percent(sure.shuffled)}）。` +
      `对测试样本，这个比例是 ${percent(digitsSure)}。`,
  },
  {
    title: "更准确的网络",
    minutes: 3,
    todo:
      "打开这一步的链接：同一个实验，换成页面上最准确的网络。" +
      "选答案之前先表决：它有把握的图像会更多，还是更少？",
    see: (/** @type {Figures} */ { best, staticSure, accuracy }) =>
      `更多。这个网络能正确识别 ${percent(best.accuracy)} 的测试样本，` +
      `前一个网络是 ${percent(accuracy)}。` +
      `但${kinds.uniform}图像中置信度高于 ${limit} 的，它有 ${percent(best.staticSure)}，` +
      `前一个网络只有 ${percent(staticSure)}。`,
  },
  {
    title: "训练之前的网络",
    minutes: 3,
    todo: `打开这一步的链接：一个随机权重的网络，没有训练过。按“${justShowMe}”。`,
    see: (/** @type {Figures} */ { random }) =>
      `图像中置信度高于 ${limit} 的占 ${percent(random.staticSure)}，` +
      `测试样本中也占 ${percent(random.digitsSure)}。` +
      `无论看到什么，它都回答 ${random.often}。所以，是训练让网络有了把握。`,
  },
];

export const questions = [
  {
    ask: "网络为什么对噪声有把握？",
    answer:
      "训练时它只见过数字。每个样本都有一个正确的数字，代价也不奖励十个输出都低。" +
      "所以它从来没有学会说“这不是数字”。",
  },
  {
    ask: "置信度高，就说明网络知道答案吗？",
    answer:
      "不能说明。置信度只是最高的那个输出的值。对噪声来说，什么答案都不对，置信度却照样很高。",
  },
  {
    ask: "网络越准确，对噪声就越没有把握吗？",
    answer: (/** @type {Figures} */ { best }) =>
      `不一定。页面上最准确的网络对 ${percent(best.staticSure)} 的${kinds.uniform}图像有把握。` +
      "它的准确率只在数字上测量，不能说明它怎样对待没有数字的图像。",
  },
  {
    ask: "所有的网络都对同样的噪声有把握吗？",
    answer:
      "不是。这全凭运气：训练方式一样，只是初始随机权重不同的网络，" +
      "有把握的噪声可能多得多，也可能少得多。",
  },
  {
    ask: "怎样让网络学会怀疑？",
    answer:
      `也用噪声来训练它，目标是十个输出都不高。“${titles.teach}”实验就是这样做的。` +
      "这样的网络学会拒绝它见过的那几种噪声；对其他种类，它不一定会拒绝。",
  },
];

export const sheet = {
  intro: "你将给一个神经网络看一些图像，它们都不是数字。每一步之前，先写下你的猜测。",
  tasks: [
    `你的猜测：一万幅${kinds.uniform}图像中，有多少幅的置信度高于 ${limit}？` +
      "再写下页面给出的结果。",
    `按“${lab.stop}”，再按“${lab.next}”。写下十幅图像的预测结果和置信度。你发现了什么？`,
    "网络对哪一种噪声最常有把握？对哪一种最少有把握？写下这两个数。",
    "用两句话解释：图像中没有数字，网络为什么还有把握？",
    "你会怎样改变训练，让网络能够说“这不是数字”？",
  ],
};
