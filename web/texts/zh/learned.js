/** The words of the lab What it learned. */
import { html } from "lit";
import { fixed } from "../../common/numbers.js";
import { verdict } from "./ui.js";

/* ---- the lesson, the question, how it works ---- */

export const lesson = html`${
  "我们也许希望第一层识别短小的边缘，第二层识别圆圈和线条。" +
  "但网络只是在寻找一个管用的局部极小值，它找到的东西未必像我们设想的那样。"
}`;

export const question = "每幅图显示一个神经元的权重。在视频中它们看起来像什么？";
export const choices = ["短小的边缘", "圆圈和线条", "几乎是随机的"];

/** What the pictures of this network show. */
const looks = {
  random: "这里的网络还是随机的：训练它，看看会不会出现边缘或圆圈。",
  ours:
    "下面的图更平滑：这个网络学习的数字经过随机平移和旋转，" + "所以相邻的像素得到了相近的权重。",
  other: "请与下面的图比较，它们显示的是页面上的网络。",
};

/**
 * What is said to a guess.
 * @param {boolean} isRight
 * @param {keyof typeof looks} network  only has its random weights; one of the page's, which began
 *   trained; or any other
 */
export const answer = (isRight, network) =>
  `${verdict(choices[2], isRight)}：视频中的图只在中间有一些松散的图案。${looks[network]}`;

export const how = html`
  <p>第一层的神经元 <math><mi>j</mi></math> 把每个像素乘以一个权重，再对总和应用激活函数
    <math><mi>f</mi></math>：</p>
  <math display="block">
    <msub><mi>a</mi><mi>j</mi></msub><mo>=</mo><mi>f</mi><mo>(</mo>
    <munderover><mo>∑</mo><mrow><mi>k</mi><mo>=</mo><mn>1</mn></mrow><mn>784</mn></munderover>
    <msub><mi>w</mi><mrow><mi>j</mi><mi>k</mi></mrow></msub><msub><mi>x</mi><mi>k</mi></msub>
    <mo>+</mo><msub><mi>b</mi><mi>j</mi></msub><mo>)</mo>
  </math>
  <p>图中把 784 个权重画在各自像素的位置上。${
    "墨迹落在蓝色处会增大神经元的总和，落在橙色处会减小总和。" +
    "每幅图按自己最大的权重缩放，较小的权重画得比实际比例更强，以便看清。"
  }</p>`;

/* ---- edge detectors, beside the first layer ---- */

export const edgeDetectors = "边缘检测器，供比较";
export const edges = "八个角度的十六条短边缘，画出来供比较";

/* ---- deeper layers ---- */

export const noDeeper = "这个网络没有隐藏层：它的输出直接对像素加权，所以这些图就是它学到的全部。";

/** @param {number} most  neurons of a layer whose pictures are shown */
export const tooManyPictures = (most) =>
  `这个网络较深的层不显示：一层超过 ${most} 个神经元时，图太多，看不过来。`;

export const deeper =
  "较深层的神经元是对神经元加权，而不是对像素。把它们的权重与前面所有层的权重相乘" +
  "（就像没有激活函数一样），也能变成图像。";

/** @param {number} epoch */
export const asOf = (epoch) => `第 ${fixed(epoch, 2)} 轮的状态。训练暂停时会重新计算。`;

export const outputs = "输出";

/** @param {number} layer @param {number} neurons */
export const hiddenLayer = (layer, neurons) => `隐藏层 ${layer}：${neurons} 个神经元`;

/** @param {number} index @param {number} weight  the largest */
export const output = (index, weight) => `输出 ${index}，最大权重 ${fixed(weight, 2)}`;

/** @param {number} number  1 is the first @param {number} weight  the largest */
export const neuron = (number, weight) => `神经元 ${number}，最大权重 ${fixed(weight, 2)}`;
