import { html } from "lit";
import { decimal, hardnessText } from "../../common/binary-numbers.js";
import { count, percent } from "../../common/numbers.js";
import { withStop } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson and the question ---- */

export const lesson = html`${
  "人工神经元的激活值是连续变化的，而生物神经元要么激活，要么不激活。" +
  "课程给出了原因：代价必须是平滑的，这样沿下坡方向一小步一小步地走，才能找到局部极小值。"
}`;

/** @param {number | null} hidden  how many there are; null: not known yet */
export const question = (hidden) =>
  `让每个隐藏神经元非开即关。隐藏层的${
    hidden === null ? "" : ` ${count(hidden)} 个`
  }权重和偏置中，对多少个来说，梯度还能指出哪边是下坡？`;

export const choices = ["全部", "大约一半", "一个也没有"];
export const computingGradient = "正在计算梯度…";

/** @param {number} some @param {number} hidden */
export const someComponents = (some, hidden) => `${count(hidden)} 个中的 ${count(some)} 个。`;

/**
 * @param {boolean} isGuessed
 * @param {{ hidden: number, k: string, soft: number }} found  soft: components that are not 0 with
 *   σ(kz)
 */
export const noComponents = (isGuessed, { hidden, k, soft }) =>
  `${verdict(choices[2], isGuessed)}：全部 ${count(hidden)} 个分量都恰好为 0。` +
  `用 σ(kz)、k = ${k} 时，有 ${count(soft)} 个不为 0。` +
  "其余的，要么是在这些数字中全为空白的像素的权重，要么属于精确到最后一位也是全开或全关的神经元。";

/** @param {unknown} formulas  of σ(kz) and its derivative */
export const how = (formulas) => html`
  <p>隐藏神经元使用</p>
  ${formulas}
  <p>k 增大时，它趋于阶跃函数：从 z = 0 起为 1。输出层仍用 sigmoid 或
    softmax，因此它自己的权重仍有梯度。一个 sigmoid 网络，若把隐藏层的权重和偏置都乘以
    k，计算结果与此相同，它的梯度再乘以 k 就是这里的梯度。图中的直线是
    θ − t (|θ| ÷ |∇C|) ∇C，其中 θ 和 ∇C 只取隐藏层的分量：t = 1
    时走过的距离等于隐藏层权重和偏置向量的长度。在引擎中：<code
    >net.costAlong(direction, ts, data)</code>、<code>net.meanGradient(data)</code> 和
    <code>engine.network({ hidden: "step" })</code>。</p>`;

/* ---- which network ---- */

export const pagesNetwork = "页面上的网络；陡度改变时，权重和偏置保持不变。";
export const trainingNetwork = "正在训练一个 sigmoid 网络…";

/**
 * Why it is not the page's network: one of these, or the name of its activation function.
 * @type {Record<string, string>}
 */
const obstacles = {
  shallow: "页面上的网络没有隐藏层。",
  relu: "页面上的网络在隐藏层使用 ReLU 神经元。",
  step: "页面上的网络在隐藏层使用阶跃神经元。",
  large: "页面上的网络太大，无法在这里考察。",
  broken: "页面上的网络有不是数值的参数。",
};

/** @param {string} name  of an activation function */
const otherNeurons = (name) => `页面上的网络在隐藏层使用 ${name} 神经元。`;

/** @param {string} obstacle @param {{ steps: number, seed: number }} trained */
export const labsNetwork = (obstacle, { steps, seed }) =>
  `${obstacles[obstacle] ?? otherNeurons(obstacle)}因此本实验训练了课程中的 784-16-16-10 ` +
  `sigmoid 网络：${count(steps)} 个小批量，每批 10 个数字，η = 1，种子 ${seed}。`;

export const waitingForDigits = "正在等待数字…";
export const noTestDigits = "没有测试样本。";
/** @param {number} images @param {number} total */
export const loadingDigitsOf = (images, total) =>
  `正在加载数字：${count(images)} / ${count(total)}`;

/* ---- what to look at ---- */

/** @param {number} k */
const hardnessWords = (k) => (k === Infinity ? "∞：非开即关" : hardnessText(k));

/** @param {number} k */
export const hardness = (k) => html`σ(kz) 的陡度，k =
  <b class="number" data-testid="binary-k">${hardnessWords(k)}</b>`;
/** @param {number} k */
export const hardnessValue = (k) => `k = ${hardnessWords(k)}`;
export const costOf = "代价取自";
export const digits = {
  yours: "输入的数字",
  1: "1 个训练样本",
  10: "10 个训练样本",
  1000: "1,000 个训练样本",
};
export const zoom = "缩放";

/* ---- the activation function ---- */

export const theStep = "阶跃函数";
/** @param {number} k */
export const theSigmoid = (k) => `σ(kz)，k = ${hardnessText(k)}`;
export const activation = "激活函数及其导数，z 从 −3 到 3";

/** @param {number} atOne  derivative at z = 1 @param {number | null} atZero  null: there is none */
export function derivative(atOne, atZero) {
  const steepest = atZero === null ? "z = 0 处不存在" : html`z = 0 处为 ${decimal(atZero)}`;
  return html`虚线：导数，<span data-testid="binary-derivative"
    class="number">z = 1 处为 ${decimal(atOne)}，${steepest}</span>。反向传播要乘以它。`;
}

/* ---- the cost along the line ---- */

export const notComputed = "未计算";
export const computingCost = "正在计算代价…";
export const costAlongLine = "沿一条直线的代价";

/**
 * @param {{ flat: number, jumps: number }} step  of the stretches: those without a jump, and with
 * @param {{ k: number, flat: number } | null} between  of the hardness chosen
 */
export function stairs({ flat, jumps }, between) {
  const stretches = flat + jumps;
  const step = flat
    ? html`阶跃神经元：${stretches} 段中有 <span class="number" data-testid="binary-flat"
      >${flat}</span> 段是平的，另外 ${jumps} 段有跳变`
    : `阶跃神经元：${stretches} 段全都有跳变；放大可看到台阶`;
  if (!between) return step;
  const there = between.flat ? `${between.flat} 段是平的` : "没有平的";
  return html`${step}；k = ${hardnessText(between.k)}：${there}`;
}

/** @param {"1" | "10" | "1000"} name @param {number | null} label  of the visitor's digit */
export const line = (name, label) =>
  label === null
    ? `${digits[name]}的代价，沿隐藏层参数空间中的一条直线`
    : `${digits.yours}（当作 ${label}）的代价，沿隐藏层参数空间中的一条直线`;

/** @param {string} words  see line @param {number} points @param {number} zoom */
export const lineInDetail = (words, points, zoom) =>
  `${words}，${points} 个点${zoom > 1 ? `，放大 ${zoom} 倍` : ""}。` +
  "t = 0 是权重和偏置的现状；向右是 sigmoid 网络的下坡方向。" +
  "t = 1 时，它们移动的距离等于自身的长度。";

export const alongGradient = "t，沿 −∇C";
export const sigmoid = "sigmoid";
export const step = "阶跃";

/* ---- the gradient ---- */

export const gradient = "同样这些数字的梯度";
export const computing = "正在计算…";

export const meanLength = "平均 ∇C 的长度，隐藏层";
/** @param {number} hidden */
export const componentsOf = (hidden) => `不为 0 的分量，共 ${count(hidden)} 个`;
/** @param {number} size @param {number} nudges */
export const nudgesOf = (size, nudges) => `使 C 改变的 ±${size} 调整，共 ${nudges} 次`;
export const testAccuracy = "测试准确率";

/** @param {number} crossed  nudges @param {boolean} isAccurate */
export function remark(crossed, isAccurate) {
  const jumps = crossed ? `有 ${crossed} 次调整越过了两级台阶之间的跳变。` : "";
  const good = "非开即关的神经元也可以很准确，只要权重是用 sigmoid 神经元找到的。";
  return `${jumps}${isAccurate ? good : ""}`;
}

export const typicalGradient = "典型梯度的长度";
/**
 * @param {number} first  length at k = 1 @param {number} other @param {number} k  of the other
 */
export function typicalLength(first, other, k) {
  const lengths = html`k = 1 时为 ${decimal(first)}，k = ${hardnessText(k)} 时为 ${decimal(other)}`;
  return html`单个数字的梯度的典型长度：<span class="number" data-testid="binary-median"
    >${lengths}</span>`;
}
export const medians = "隐藏层中 ∇C 长度的中位数，k 从 1 到 128";
/** @param {number} images */
export const medianOf = (images) => `${images} 个训练样本的中位数，只计隐藏层。`;
export const oneDigit = "表中是所选那一个数字的长度。";
export const fewKeepLong = "少数靠近跳变的数字，梯度可能仍然很长。";
export const meanIsLonger = "表中的平均值要长得多：它来自少数靠近跳变的数字。";

/* ---- two networks ---- */

export const trainTwins = "从同样的随机权重训练两个网络";
/** @param {number} steps */
export function aboutTwins(steps) {
  return (
    "一个在隐藏层用 sigmoid 神经元，另一个用阶跃神经元。" +
    `数字、顺序和步数都相同：${count(steps)} 个小批量，每批 10 个，η = 1。`
  );
}

export const trainBoth = "训练两个网络";
export const trainAgain = "换一组权重训练";
export const stop = "停止";
/** @param {number} steps @param {number} total @param {number} seed */
export const progress = (steps, total, seed) =>
  `${count(steps)} / ${count(total)} 步，种子 ${seed}`;
/** @param {string} why */
export const stopped = (why) => `训练已停止：${withStop(why)}请重新训练两个网络。`;

/** @param {number} steps @param {number} sigmoid  accuracy @param {number} step  accuracy */
export const accuracies = (steps, sigmoid, step) => html`${count(steps)} 步之后，测试准确率：sigmoid
  神经元 <span class="number" data-testid="binary-sigmoid">${percent(sigmoid)}</span>，阶跃神经元
  <span class="number" data-testid="binary-step">${percent(step)}</span>`;

/**
 * @param {number} hidden  how many there are
 * @param {[sigmoid: number, step: number]} moved  how many of them moved
 * @param {boolean} isTrained
 */
export function moved(hidden, [sigmoid, step], isTrained) {
  const rest =
    isTrained && !step ? "第二个网络学到的一切，都是在由 sigmoid 神经元组成的输出层里学到的。" : "";
  return html`隐藏层的 ${count(hidden)} 个权重和偏置中，改变了的有：sigmoid 神经元
    <b class="number" data-testid="binary-moved">${count(sigmoid)}</b> 个，阶跃神经元
    <b class="number" data-testid="binary-still">${count(step)}</b> 个。${rest}`;
}

/** @param {number} measurements */
export const measurements = (measurements) => `在全部测试样本上测量了 ${measurements} 次准确率`;
export const steps = "步数";
