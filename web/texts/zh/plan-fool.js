/** The lesson plan on the lab Fool it. */
import { count, fixed, percent } from "../../common/numbers.js";
import * as lab from "./fool.js";
import { titles } from "./labs.js";
import { aDigit } from "./locale.js";

/** @typedef {typeof import("../../plans/figures.js").fool} Figures */

export const title = "怎样骗过它";

export const question = "几乎没有人能察觉的改动，能把一个数字变成另一个吗？";

export const aim =
  "学生比较精心选择的像素改动和同样大小的随机改动，" +
  "并用梯度解释精心选择的改动为什么能骗过网络。";

export const needs = "每两名学生一台设备。学生知道梯度是什么，比如已经上过“滚下山坡”这节课。";

/** A digit that is attacked. @param {Figures["digit"]} digit */
const about = ({ number, label }) => `第 ${count(number)} 个测试样本是${aDigit(label)}`;

export const steps = [
  {
    title: "先猜一猜",
    minutes: 5,
    todo:
      `打开链接，朗读“${titles.fool}”实验中的问题。` +
      `每人选一个答案：“${lab.choices.join("”“")}”。` +
      "然后在页面上选择全班多数人的答案，等待统计结果。",
    see: (/** @type {Figures} */ { epsilon, accuracy }) =>
      `“${lab.chosenChanges}”。ε = ${fixed(epsilon, 2)} 时，` +
      "每个像素的改变都不超过从纸面到墨迹的十分之一。" +
      `对 ${count(accuracy.digits)} 个测试样本，` +
      `网络在随机改动之后能识别 ${percent(accuracy.random)}，` +
      `在精心选择的改动之后只能识别 ${percent(accuracy.attacked)}。`,
  },
  {
    title: "一个数字",
    minutes: 7,
    todo:
      `按“${lab.testDigit}”。比较三幅图：“${lab.original}”、受攻击的图、随机改动的图。` +
      `再看“${lab.smallest}”。`,
    see: (/** @type {Figures} */ { digit, epsilon }) =>
      `${about(digit)}，网络识别它的置信度是 ${percent(digit.confidence, 0)}。` +
      `以 ε = ${fixed(epsilon, 2)} 攻击之后，它被识别为${aDigit(digit.attacked.answer)}，` +
      `置信度 ${percent(digit.attacked.confidence, 0)}。` +
      `经过同样幅度的随机改动，它仍被识别为${aDigit(digit.label)}，` +
      `置信度 ${percent(digit.random.confidence, 0)}。` +
      `在我们看来，三幅图都是${aDigit(digit.label)}。` +
      `能改变预测结果的最小 ε，攻击是 ${fixed(digit.least.attack, 2)}，` +
      `随机改动是 ${fixed(digit.least.random, 2)}。`,
  },
  {
    title: "变成你选的数字",
    minutes: 6,
    todo: `在“${lab.target}”处逐个选择数字。写下把图像变成那个数字的最小 ε。`,
    see: (/** @type {Figures} */ { digit, targets }) =>
      `攻击能把这个 ${digit.label} 变成其他任何一个数字。` +
      `所需改动最小的是${aDigit(targets.easiest.digit)}` +
      `（ε = ${fixed(targets.easiest.epsilon, 2)}），` +
      `最大的是${aDigit(targets.hardest.digit)}（ε = ${fixed(targets.hardest.epsilon, 2)}）。`,
  },
  {
    title: "它想象的是什么？",
    minutes: 4,
    todo: `看实验最下方的“${lab.imagines}”。把图旁的数字遮住：有人能看出哪幅图代表哪个数字吗？`,
    see: (/** @type {Figures} */ { imagined }) =>
      "这些图看起来像噪声。" +
      `但每一幅都使对应数字的输出至少达到 ${fixed(imagined.least, 2)}。` +
      "在网络眼中，一个数字的特征与我们眼中的不同。",
  },
  {
    title: "更准确的网络",
    minutes: 5,
    todo:
      "打开这一步的链接：同一个实验，换成页面上最准确的网络。" +
      `按“${lab.testDigit}”，再看一次“${lab.smallest}”。`,
    see: (/** @type {Figures} */ { best, digit }) =>
      `它识别同一个数字的置信度是 ${percent(best.confidence, 0)}。但要骗过它，并不更难：` +
      `最小的 ε，攻击是 ${fixed(best.attack, 2)}，随机改动是 ${fixed(best.random, 2)}。` +
      `对第一个网络，分别是 ${fixed(digit.least.attack, 2)} ` +
      `和 ${fixed(digit.least.random, 2)}。`,
  },
  {
    title: "你自己的数字",
    minutes: 3,
    todo:
      `打开这一步的链接：又回到第一个网络。按“${lab.draw}”，画一个。` +
      "用滑块把 ε 调小：能调到多小，攻击才失败？",
    see: "通常，攻击只用很难看出的改动就能骗过网络。随机改动通常要大好几倍，才能做到。",
  },
];

export const questions = [
  {
    ask: "精心选择的改动能骗过网络，同样大小的随机改动却不能，这是为什么？",
    answer:
      "梯度指出，每个像素朝哪个方向改变会使代价增大。" +
      "几百个像素都朝这样的方向改变一点，效果就累加起来。" +
      "随机改动的效果则大多互相抵消。",
  },
  {
    ask: "这与训练有什么相同之处，又有什么不同？",
    answer:
      "两者都用代价的梯度。训练改变权重，使代价减小。攻击不动权重，而是改变像素，使代价增大。",
  },
  {
    ask: "对受攻击的图，置信度至少会低一些吧？",
    answer: (/** @type {Figures} */ { digit }) =>
      `不会。受攻击的 ${digit.label} 被识别为${aDigit(digit.attacked.answer)}，` +
      `置信度 ${percent(digit.attacked.confidence, 0)}。置信度高，不等于网络知道答案。`,
  },
  {
    ask: "网络看数字的方式与我们一样吗？",
    answer:
      "不一样。对我们毫无意义的改动，会改变它的答案；" +
      "它为一个数字想象的图像，在我们看来像噪声。",
  },
  {
    ask: "能让网络更难被骗过吗？",
    answer:
      `能：用受攻击的数字训练它，就像“${titles.teach}”实验那样。` +
      "这样，它能抵抗一定大小以内的改动，但不能抵抗所有的改动。",
  },
];

export const sheet = {
  intro: "你将改动数字，改动小到人们几乎察觉不到，却能骗过一个神经网络。",
  tasks: [
    "你的猜测：随机的改动和精心选择的改动，哪一种更容易骗过网络？页面给出的结果是什么？",
    `按“${lab.testDigit}”。写下三幅图的预测结果和置信度。你在每幅图中看到的是哪个数字？`,
    "写下攻击的最小 ε 和随机改动的最小 ε。后者是前者的几倍？",
    "把这个测试样本变成哪个数字最容易？变成哪个最难？",
    "用“梯度”一词解释：精心选择的改动为什么能骗过网络？",
  ],
};
