/** The words of the lab Gradient. */
import { html } from "lit";
import { count, exact, fixed, fraction, percent } from "../../common/numbers.js";
import { plain, signed } from "../../common/signed-numbers.js";
import { verdict } from "./ui.js";

/* ---- the lesson, the question, how it works ---- */

export const lesson = html`${
  "负梯度的每个分量说明两件事：它的符号表示这个权重或偏置应当上调还是下调；" +
  "它的相对大小表示这一调整有多重要。" +
  "训练中的一步采用许多样本的平均值，而每个样本想要的都不一样。"
}`;

/** @param {number | null} all  weights and biases, where their number is known */
export function question(all) {
  const what = all ? ` ${count(all)} 个权重和偏置各` : "每个权重和偏置";
  return (
    `梯度下降的一步为${what}算出一个调整量。从最大的算起，` +
    "多少个调整量就能完成降低代价的一半工作？"
  );
}

export const choices = ["不到 1%", "1% 到 10%", "超过 10%"];

export const answerComes = "算出梯度后，答案就会出现。";

/**
 * What is said to a guess.
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {number} half  nudges that do half of the work
 * @param {number} all
 */
export const answer = (right, isGuessed, half, all) =>
  `${verdict(choices[right], isGuessed)}：对这里选择的数字，是${largest(half, all)}。` +
  "按一阶近似，代价降低 η|∇C|²，所以一个分量在 |∇C|² 中的占比就是它在这项工作中的占比。";

/** @param {number} half @param {number} all */
const largest = (half, all) =>
  ` ${count(all)} 个调整量中最大的 ${count(half)} 个（${percent(half / all)}）`;

export const how = html`
  <p>权重 <math><mi>w</mi></math> 乘以它前面的激活值
    <math><msub><mi>a</mi><mtext>in</mtext></msub></math>，加到所属神经元的加权和
    <math><mi>z</mi></math> 中。设神经元的误差为
    <math><mi>δ</mi><mo>=</mo><mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>z</mi>
    </mrow></mfrac></math>，则对一个数字有：</p>
  <math display="block">
    <mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>w</mi></mrow></mfrac>
    <mo>=</mo><msub><mi>a</mi><mtext>in</mtext></msub><mo>⋅</mo><mi>δ</mi><mo>,</mo>
    <mspace width="1em"></mspace>
    <mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>b</mi></mrow></mfrac>
    <mo>=</mo><mi>δ</mi>
  </math>
  <p>对多个数字，它是这些乘积的平均值。梯度下降的一步把每个参数调整其分量的
    <math><mo>−</mo><mi>η</mi></math> 倍。按一阶近似，只调整其中一部分时，代价的下降与它们在
    <math><msup><mrow><mo>|</mo><mo>∇</mo><mi>C</mi><mo>|</mo></mrow><mn>2</mn></msup></math>
    中的占比成正比。在引擎中：<code>net.gradient(pixels, label)</code>、<code
    >net.meanGradient(data)</code> 和
    <code>net.checkGradient(pixels, label, { indices })</code>。</p>`;

/* ---- whose gradient it is ---- */

export const gradientOf = "梯度取自";
export const sources = {
  digit: "输入的数字",
  batch: "一个小批量",
  all: "全部训练样本",
};
export const anotherBatch = "换一个小批量";
export const trainingLoading = "训练样本仍在加载。";

/** @param {unknown} target  a field */
export const shouldBe = (target) => html`它应当是 ${target}`;
export const notADigit = "不是数字";

export const drawFirst = "画一个数字或取一个测试样本，看它想让每个权重和偏置怎样改变。";
export const noDigit = "没有可以求梯度的数字。";

/** @param {number} part  that is done; 0 or 1: not told */
export const computingGradient = (part) =>
  isUnderWay(part) ? `正在计算梯度… ${percent(part, 0)}` : "正在计算梯度…";

/** Beside the last gradient. @param {number} part  that is done; 0 or 1: not told */
export const computing = (part) => (isUnderWay(part) ? `正在计算：${percent(part, 0)}` : "");

/** @param {number} part */
const isUnderWay = (part) => part > 0 && part < 1;

/** Digits whose cost it is, inside a sentence. @param {number} label */
export const inputAs = (label) => `输入的数字（当作 ${label}）`;
export const inputAsNoDigit = "输入（当作“不是数字”）";
/** @param {number} digits */
export const allDigits = (digits) => `全部 ${count(digits)} 个训练样本`;
/** @param {number} digits */
export const firstDigits = (digits) => `前 ${count(digits)} 个训练样本`;
/** @param {number} from @param {number} to */
export const someDigits = (from, to) => `第 ${count(from)} 到 ${count(to)} 个训练样本`;

/* ---- the gradient as a whole ---- */

export const allZero = "每个分量都恰好为零：怎样调整都没有效果。";
/** @param {number} half @param {number} all */
export const halfOfWork = (half, all) =>
  `${largest(half, all).trim()}完成一半的工作：它们占 |∇C|² 的一半`;

/**
 * @param {string} digits  whose cost it is
 * @param {{ cost: number, epoch: number, length: number, zeros: number }} gradient
 */
export const finding = (digits, { cost, epoch, length, zeros }) =>
  `对${digits}，第 ${fixed(epoch, 2)} 轮：代价 ${plain(cost)}，长度 |∇C| = ${plain(length)}，` +
  `${count(zeros)} 个分量恰好为零。`;

/** @param {number} components  as large as the largest, which is one of them */
export const tied = (components) => `${count(components)} 个分量并列最大。`;

export const stepNeurons =
  "在由阶跃神经元组成的网络中，隐藏层的每个分量都恰好为零：在那里微小的调整不改变任何输出。" +
  "“二值神经元”实验说明了原因。";

/* ---- the column of components ---- */

export const layerFilter = "层";
export const allLayers = "所有层";
export const signFilter = "符号";
export const signs = { all: "上调和下调", up: "上调", down: "下调" };
export const sizeFilter = "大小";
export const sizes = { 0: "任意大小", 0.01: "≥ 1/100", 0.1: "≥ 1/10", 0.5: "≥ 最大者的 1/2" };

/** @param {number} rows @param {number} all */
export const listed = (rows, all) => `${count(rows)} / ${count(all)} 个分量。`;

export const namesOfNeurons = "神经元 2.14 是第 2 层的第 14 个神经元；像素以所在的行和列命名。";
export const column = "−∇C 的分量，从大到小";

/* ---- what each component is called ---- */

export const outputLayer = "输出层";
/** @param {number} layer */
export const hiddenLayer = (layer) => `隐藏层 ${layer}`;

/**
 * A pixel, a neuron of a hidden layer, or an output.
 * @typedef {{ kind: "pixel", row: number, column: number }
 *   | { kind: "neuron", layer: number, number: number }
 *   | { kind: "output", digit: number }} Unit  row, column, number: 1 is the first
 */

/** @param {{ row: number, column: number }} pixel */
const placeOf = ({ row, column }) => `${row} 行 ${column} 列`;

/** @param {Unit} unit */
function nameOf(unit) {
  if (unit.kind === "pixel") return `第 ${unit.row} 行第 ${unit.column} 列的像素`;
  if (unit.kind === "output") return `输出 ${unit.digit}`;
  return `第 ${unit.layer} 层神经元 ${unit.number}`;
}

/** The same in few letters. @param {Unit} unit */
function shortNameOf(unit) {
  if (unit.kind === "pixel") return placeOf(unit);
  return unit.kind === "neuron" ? `神经元 ${unit.layer}.${unit.number}` : nameOf(unit);
}

/** @param {Unit} unit */
export const bias = (unit) => `${nameOf(unit)} 的偏置`;
/** @param {Unit} from @param {Unit} to */
export const weight = (from, to) => `权重：${nameOf(from)} → ${nameOf(to)}`;
/** @param {Unit} unit */
export const shortBias = (unit) => `${shortNameOf(unit)} 的偏置`;
/** @param {Unit} from @param {Unit} to */
export const shortWeight = (from, to) => `${shortNameOf(from)} → ${shortNameOf(to)}`;

/* ---- one component explained ---- */

/** @param {number} value */
export const now = (value) => `当前值 ${plain(value)}。`;

/** @param {number} slope  ∂C/∂b */
export const biasReason = (slope) => `∂C/∂b 就是它所属神经元的误差：${plain(slope)}。`;
/** @param {number} slope @param {number} digits */
export const biasMean = (slope, digits) =>
  `∂C/∂b 是它所属神经元的误差在 ${count(digits)} 个数字上的平均值：${plain(slope)}。`;

/** @param {number} slope  ∂C/∂w @param {number} error @param {number} input */
export function weightReason(slope, error, input) {
  const [a, delta] = [fraction(input, 3), plain(error)];
  return (
    `它的输入为 ${a}（${strength(input)}）；它所属神经元的误差为 ${delta}。` +
    `∂C/∂w = ${a} × ${delta} = ${plain(slope)}。`
  );
}

/** @param {number} slope @param {number} error @param {number} digits */
export const weightMean = (slope, error, digits) =>
  `∂C/∂w 是“输入 × 误差”在 ${count(digits)} 个数字上的平均值：${plain(slope)}。` +
  `它所属神经元的平均误差为 ${plain(error)}。`;

/** @param {number} activation */
function strength(activation) {
  if (activation === 0) return "未激活";
  const much = activation < 0.25 ? "弱" : activation < 0.75 ? "中等" : "强";
  return `${much}激活`;
}

export const noEffect = "对它作微小的改变不会改变代价。";
export const increase = "增大它可以降低代价。";
export const decrease = "减小它可以降低代价。";

/** @param {number} rate @param {number} slope @param {number} nudge */
export const plainStep = (rate, slope, nudge) =>
  `普通梯度下降以页面上的学习率 η = ${exact(rate)} 调整它：` +
  `−η × ${plain(slope)} = ${signed(nudge)}。`;

/** @param {string} optimizer */
export const otherStep = (optimizer) => `页面训练时使用 ${optimizer}，对它的调整量与此不同。`;

/* ---- where the components are, and their sizes ---- */

export const onNetwork = "在网络图上";
export const onNetworkScale = "每层最强的分量，各层使用各自的比例";
export const networkDrawing = "以连线表示 −∇C 的分量：蓝色上调，橙色下调";
export const onPictures = "在第一层的图像上";
export const onPicturesScale = "全部用同一比例；点击一幅可选中它的神经元";
/** What the pictures show. */
export const nudges = "调整量";

export const sizesByLayer = "各层分量的大小";
export const noLayer = "没有哪一层有不为零的分量";
/** @param {string} layer @param {number} part */
export const holdsMost = (layer, part) => `占得最多的是${layer}：|∇C|² 的 ${percent(part, 0)}`;
export const sizesLegend = html`分量按大小（10 的幂）分组：<span class="positive">蓝色</span>上调，<span
  class="negative">橙色</span>下调。高度是个数的平方根。`;

/** @param {number} up @param {number} down @param {number} zeros */
export const upAndDown = (up, down, zeros) =>
  `${count(up)} 个上调，${count(down)} 个下调，${count(zeros)} 个恰好为零`;

/** @param {string} layer @param {string} counts  see `upAndDown` @param {number} most  of a bin */
export const histogram = (layer, counts, most) =>
  `${layer}：分量的大小，按 10 的幂分组。${counts}。最多的一组有 ${count(most)} 个。`;

/* ---- the ten that matter most ---- */

/** @param {number} items */
export const mattersMost = (items) => `最重要的${items === 10 ? "十" : ` ${items} `}个`;

export const formula =
  "∂C/∂w = 输入 × 误差：权重所乘的激活值，乘以它所属神经元的误差。∂C/∂b = 误差。";
/** @param {number} digits */
export const formulaOfMean = (digits) =>
  `∂C/∂w 是“输入 × 误差”在 ${count(digits)} 个数字上的平均值：` +
  "权重所乘的激活值，乘以它所属神经元的误差。∂C/∂b 是平均误差。";

/** @param {number} error */
export const meanError = (error) => `平均误差 ${plain(error)}。`;
/** @param {number} error */
export const errorOnly = (error) => `误差 ${plain(error)}。`;
/** @param {number} input @param {number} error */
export const inputAndError = (input, error) =>
  `输入 ${fraction(input, 3)}（${strength(input)}）。误差 ${plain(error)}。`;
