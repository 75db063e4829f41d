/** The lab Inside. */
import { html } from "lit";
import { count, fraction, percent } from "../../common/numbers.js";
import { verdict } from "./ui.js";

export const lesson = html`${
  "神经元是一个函数：它把上一层的激活值分别乘以权重，相加之后再加上偏置，" +
  "然后把这个和变成一个激活值。课程中的网络不过就是这样一些函数，" +
  "权重和偏置就是可以转动的旋钮。"
}`;

/* ---- question ---- */

/** @param {boolean} isFlat  no layer is hidden */
export const question = (isFlat) =>
  `${isFlat ? "一个输出神经元" : "第一个隐藏层的一个神经元"}有多少个权重和偏置？`;
export const choices = ["1 个", "28 个", "785 个"];

/**
 * @param {boolean} isRight
 * @param {number | null} parameters  of the whole network; null before there is one
 */
export const answer = (isRight, parameters) => {
  const all = parameters === null ? "" : `这个网络的所有神经元合计有 ${count(parameters)} 个。`;
  return `${verdict(choices[2], isRight)}：784 个像素各有一个权重，再加一个偏置。${all}`;
};

/* ---- how it works ---- */

export const how = html`
  <p>设 <math><msub><mi>x</mi><mi>k</mi></msub></math> 为输入，<math
    ><msub><mi>w</mi><mi>k</mi></msub></math> 为权重，<math><mi>b</mi></math> 为偏置：</p>
  <math display="block">
    <mi>z</mi><mo>=</mo>
    <munderover><mo>∑</mo><mrow><mi>k</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>
    <msub><mi>w</mi><mi>k</mi></msub><msub><mi>x</mi><mi>k</mi></msub><mo>+</mo><mi>b</mi>
    <mspace width="2em"></mspace>
    <mi>a</mi><mo>=</mo><mi>f</mi><mo>(</mo><mi>z</mi><mo>)</mo>
  </math>
  <p>激活函数 <math><mi>f</mi></math> 在课程中是 sigmoid 函数
    <math>
      <mi>σ</mi><mo>(</mo><mi>z</mi><mo>)</mo><mo>=</mo>
      <mfrac>
        <mn>1</mn>
        <mrow><mn>1</mn><mo>+</mo><msup><mi>e</mi><mrow><mo>−</mo><mi>z</mi></mrow></msup></mrow>
      </mfrac>
    </math>，在今天的大多数网络中是 ReLU，即
    <math><mi>max</mi><mo>(</mo><mn>0</mn><mo>,</mo><mi>z</mi><mo>)</mo></math>。Softmax
    则用一个输出的 <math><msup><mi>e</mi><mi>z</mi></msup></math> 除以全部十个输出的总和。</p>
  <p>${
    "权重图和乘积图各按自己的最大值缩放，较小的值略微提亮，以便看清。" +
    "在这里修改，整个页面的网络都会改变，训练也会暂停。" +
    "“还原”撤销最近一次修改：一次拖动、一笔画刷或一个数值。"
  }</p>`;

/* ---- names ---- */

export const outputs = "输出";
export const onlyHiddenLayer = "隐藏层";

/** @param {number} layer */
export const hiddenLayer = (layer) => `隐藏层 ${layer}`;

/** @param {number} digit */
export const output = (digit) => `输出 ${digit}`;

/** @param {number} number */
export const neuronOfOnlyLayer = (number) => `隐藏层的神经元 ${number}`;

/** @param {number} number @param {number} layer */
export const neuronOfLayer = (number, layer) => `隐藏层 ${layer} 的神经元 ${number}`;

/** A pixel of the input. @param {number} row @param {number} column  from 1, as is the row */
export const pixel = (row, column) => `第 ${row} 行第 ${column} 列`;

export const below = "小于 0.001";

/* ---- neuron and input ---- */

export const neuron = "神经元";

/** @param {string} name @param {number} activation */
export const neuronAndActivation = (name, activation) => `${name}，${fraction(activation)}`;

/** @param {unknown} field @param {number} count */
export const numberOf = (field, count) => html`编号 ${field} / ${count}`;

export const drawing = "输入：你画的数字。";
export const noInput = "什么也没画，所以只有偏置起作用。";

/* ---- weights × inputs ---- */

export const weights = "权重";
export const timesPixels = "× 像素";
export const timesActivations = "× 激活值";
export const pixelProducts = "= 各像素的贡献";
export const neuronProducts = "= 各神经元的贡献";
export const keys = "用方向键在权重之间移动。";
export const keysOfBrush = "用方向键在权重之间移动，按 Enter 键用画刷涂画。";

/* ---- weighted sum ---- */

export const termByTerm = "加权和，逐项列出";
export const input = "输入";
export const product = "激活值 × 权重";
export const adds = "贡献";
export const weightedSum = "加权和";
export const bias = "偏置";
export const total = html`和 + 偏置，<i>z</i>`;

/** Pixels, which are all blank. @param {number} pixels */
export const allPixels = (pixels) => `全部 ${pixels} 个像素`;

/** @param {number} neurons */
export const allNeurons = (neurons) => `全部 ${neurons} 个神经元`;

/** @param {number} pixels */
export const otherPixels = (pixels) => `其余 ${pixels} 个像素`;

/** @param {number} pixels */
export const otherInkedPixels = (pixels) => `其余 ${pixels} 个有墨迹的像素`;

/** @param {number} neurons */
export const otherNeurons = (neurons) => `其余 ${neurons} 个神经元`;

/** What these pixels or neurons do. */
export const addNothing = () => "贡献为 0";

/** @param {number} pixels */
export const andBlankOnes = (pixels) => `（${pixels} 个空白像素的贡献为 0）`;

/** @param {number} neurons */
export const andInactiveOnes = (neurons) => `（${neurons} 个未激活的神经元贡献为 0）`;

/* ---- activation function ---- */

export const sigmoid = "sigmoid";
export const relu = "ReLU";
export const step = "阶跃";
export const softmax = "softmax";
export const activation = "激活值";
export const noSum = "加权和不是数值。";

/** @param {string} name */
export const activationFunction = (name) => `激活函数：${name}`;

/** Of one output among others. @param {string} name */
export const activationFunctionAlone = (name) => `激活函数：${name}，其他输出固定不变`;

/** @param {string} name @param {string} z @param {string} activation */
export const takes = (name, z, activation) =>
  `${name === step ? `${step}函数` : `${name} 函数`}把 ${z} 变为 ${activation}。`;

/* ---- changes by hand ---- */

export const byHand = "手动修改";
export const tool = "工具";
export const oneWeight = "单个权重";
export const brush = "画刷";
export const brushValue = "画刷的值";
export const pickInPicture = "在图中选择另一个权重，或用画刷涂画。";
export const pickAmongColumns = "在各列中选择另一个权重。";
export const paint = "在权重图上涂画。";
export const putBack = "还原";

/** @param {string} input  its name */
export const weight = (input) => `权重：${input}`;

/**
 * @param {number | null} before  an edit, if it was known
 * @param {number | null} now  null before it is known
 */
export const accuracy = (before, now) =>
  html`测试准确率：${before === null ? "" : `${percent(before)} → `}<b
    >${now === null ? "…" : percent(now)}</b>`;
