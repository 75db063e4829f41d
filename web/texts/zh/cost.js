import { html, svg } from "lit";
import { about, small, written } from "../../common/cost-numbers.js";
import { count, fixed, percent } from "../../common/numbers.js";
import { verdict } from "./ui.js";

/* ---- the lesson and the question ---- */

export const lesson = html`${
  "要告诉计算机一个答案有多糟，就把每个输出与目标之差的平方加起来。" +
  "网络对正确的数字有把握时，这个和很小；没有把握时，这个和很大。" +
  "对所有训练样本取平均，就能衡量整个网络有多糟；所谓学习，就是让它变小。"
}`;

export const question = "训练好的网络，其平均代价主要来自哪些数字？";

export const choices = ["全部数字，大致均等", "少数错得离谱的数字", "大约一半的数字"];

export const beingComputed = "正在计算代价。";

/** @param {number} worst  fraction of all cost that the worst 10% of digits account for */
export const notTrained = (worst) =>
  `这个网络还没有训练：代价最高的 10% 的数字只占总代价的 ${percent(worst, 0)}。请训练后再看。`;

/** @param {number} worst  see notTrained */
const partOfWorst = (worst) => `代价最高的 10% 的数字占这个网络总代价的 ${percent(worst, 0)}`;
/** @param {number} worst  see notTrained */
export const isSpread = (worst) => `没有一个选项符合这个网络：${partOfWorst(worst)}。`;
/**
 * @param {number} worst  see notTrained @param {number} right  a choice
 * @param {boolean} isGuessed
 */
export const answer = (worst, right, isGuessed) =>
  `${verdict(choices[right], isGuessed)}：${partOfWorst(worst)}。`;

export const how = html`
  <p>设 <math><msub><mi>a</mi><mi>j</mi></msub></math> 为十个输出，<math
    ><msub><mi>y</mi><mi>j</mi></msub></math> 为它们的目标（正确的数字为 1，其余为
    0），则一个数字的代价是</p>
  <math display="block">
    <mi>C</mi><mo>=</mo>
    <munderover><mo>∑</mo><mrow><mi>j</mi><mo>=</mo><mn>0</mn></mrow><mn>9</mn></munderover>
    <msup>
      <mrow>
        <mo>(</mo><msub><mi>a</mi><mi>j</mi></msub><mo>−</mo>
        <msub><mi>y</mi><mi>j</mi></msub><mo>)</mo>
      </mrow>
      <mn>2</mn>
    </msup>
  </math>
  <p>网络的代价是全部 <math><mi>n</mi></math> 个数字的平均值。每个输出都错到极点时，它是
    10；平均 0.1 就是不错的网络。使用 softmax 的网络则用交叉熵，即正确数字的
    <math><mo>−</mo><mi>ln</mi><mo>⁡</mo><msub><mi>a</mi><mi>j</mi></msub></math>。</p>`;

/* ---- the digit on the input ---- */

export const yourDrawing = "你画的数字。";
export const drawDigit = "画一个数字，查看它的十个平方误差。";
export const drawOrTakeDigit = "画一个数字或取一个测试样本，查看它的十个平方误差。";

export const target = "目标";
/** @param {number} digit */
export const targetDigit = (digit) => `数字 ${digit}`;
export const notADigit = "不是数字";

export const output = "输出";
export const difference = "目标 − 输出";
export const squared = "平方";
export const cost = "代价";

export const colours = html`<span class="positive">蓝色</span>：输出应当更高。<span
  class="negative">橙色</span>：输出应当更低。圆点：太小，画不出来。`;

export const sumOfSquares = "十个平方之和";
export const sumOfTerms = "十项之和";
export const costOfAnswer = "这个答案的代价";
export const tooSmall = "所有平方都太小，画不出来。换一个目标，就能看到较大的代价。";

/** @param {number} digit */
export const targetOfLabel = (digit) => `目标：${digit}（它的标签）。`;
/** @param {number} digit */
export const targetOfPrediction = (digit) => `目标：${digit}（预测结果；请选择它应当是什么）。`;
/** @param {number | null} digit  null: not a digit */
export const targetChosen = (digit) => `目标：${digit ?? "不是数字"}（你的选择）。`;
export const targetOfNoise = "目标：不是数字，因为这是噪声。";

/* ---- whose cost ---- */

export const lessonCost = "课程中的平方误差";
export const trainingCost = "交叉熵（它的训练代价）";
export const otherCost = "这个网络是用另一种代价（交叉熵）训练的：工具栏中显示的就是那种代价。";

/** @param {import("../../../wasm/tables.js").OutputFunction} outputs */
export function crossEntropy(outputs) {
  const term =
    outputs === "softmax"
      ? "正确数字的输出的 −ln"
      : "应为 1 的输出取 −ln a、应为 0 的各个输出取 −ln(1 − a)";
  return `交叉熵是${term}：网络有把握且正确时接近 0，有把握却错误时没有上界。`;
}

/* ---- the costs of all digits ---- */

export const digits = "数字";
export const sets = { test: "测试样本", train: "训练样本" };

/** @param {"test" | "train"} set */
export const notComputed = (set) => `${sets[set]}的代价没有算出来。`;
/** @param {number} images @param {"test" | "train"} set */
export const computing = (images, set) => `正在计算 ${count(images)} 个${sets[set]}的代价…`;
/** @param {number} images @param {"test" | "train"} set @param {number} total  0: not known */
export const loading = (images, set, total) =>
  `正在加载${sets[set]}：${count(images)}${total ? ` / ${count(total)}` : ""}`;

export const noNumber = "平均代价不是数值，因为有些输出不是数值。";

/**
 * @param {object} found
 * @param {number} found.images
 * @param {"test" | "train"} found.set
 * @param {"now" | "before" | number} found.at  of the present network, of the one before the last
 *   change, or of that at an epoch
 * @param {number} found.mean
 * @param {number | null} found.worst  see notTrained; null: not worth a word
 */
export function average({ images, set, at, mean, worst }) {
  const part = html`<span class="veiled">；代价最高的 10% 的数字占其中的 ${percent(worst, 0)}</span>`;
  return html`${when(at)}${count(images)} 个${sets[set]}的平均代价：<output class="number"
      data-testid="cost-mean" aria-label="平均代价"
      aria-live="off">${small(mean)}</output>${worst === null ? "" : part}`;
}

/** @param {"now" | "before" | number} at */
function when(at) {
  if (at === "now") return "";
  return at === "before" ? "上次改变之前，" : `第 ${fixed(at, 1)} 轮，`;
}

export const putDigit = "在输入处放一个数字，查看它的代价处在什么位置。";
/** @param {number} rank  fraction of the digits that cost less */
export const yoursAmong = (rank) => html`你的数字的代价高于其中的
  <span class="number" data-testid="cost-rank">${percent(rank)}</span>。`;

export const readCorrectly = "识别正确";
export const misread = "识别错误";
export const axis = "代价（每条网格线相差 10 倍）";
/** @param {number} value */
export const digitsAbout = (value) => html`代价约为 ${about(value)} 的数字`;

/* ---- the histogram ---- */

/** @param {number} images */
export const howMany = (images) => `${count(images)} 个数字`;

/** Marks of the histogram: the last thing in each is a number. @param {unknown} value */
export const markMedian = (value) => svg`中位数 ${value}`;
/** @param {unknown} value */
export const markMean = (value) => svg`平均 ${value}`;
/** @param {unknown} value */
export const markYours = (value) => svg`你的 ${value}`;

/** A cost where there are only words. @param {number} value */
export function smallInWords(value) {
  const { digits, exponent } = written(value);
  return exponent ? `${digits} 的 ${exponent} 次方` : digits;
}

/** @param {number} images @param {{ median: number, mean: number, yours: number | null }} costs */
export function histogram(images, { median, mean, yours }) {
  const both = `中位数 ${smallInWords(median)}，平均 ${smallInWords(mean)}`;
  const own = yours === null ? "" : `，你的 ${smallInWords(yours)}`;
  return `${count(images)} 个数字的代价：${both}${own}。`;
}

/* ---- digits of one cost ---- */

export const noDigit = "没有数字的代价是这个值。";
export const useAsInput = "用作输入";
/** @param {number} label @param {number} prediction */
export const read = (label, prediction) =>
  label === prediction ? String(label) : `${label}，识别为 ${prediction}`;
/** @param {number} number  1 is the first @param {number} label @param {number} prediction */
export const useDigit = (number, label, prediction) =>
  `${read(label, prediction)}：把第 ${count(number)} 个数字用作输入`;
/** @param {number} number  1 is the first @param {number} label */
export const trainingDigit = (number, label) => `第 ${count(number)} 个训练样本，标签 ${label}。`;
