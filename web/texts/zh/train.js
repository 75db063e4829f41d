/** The words of the lab Train. */
import { html } from "lit";
import {
  count,
  exact,
  figures,
  fixed,
  fraction,
  percent,
  withMinus,
} from "../../common/numbers.js";
import { aDigit, capitalized } from "./locale.js";
import { noNumbers, verdict } from "./ui.js";

/* ---- the lesson, the question, how it works ---- */

export const lesson = html`${
  "网络从随机权重开始，所以最初的预测毫无用处。每个样本都指出每一个权重和偏置应当怎样调整；" +
  "把这些调整对许多样本取平均，再重复许多次，网络就变好了。"
}`;

export const question = "训练一个随机网络，它的测试准确率会上升。哪一段更快？";
export const choices = ["从 10% 到 80%", "从 80% 到 95%", "一样快"];

const asItRises = "随着准确率上升，答案会显示在这里。";
export const trainIt = `请训练它：${asItRises}`;
export const waitForDigits = `数字加载好后开始训练：${asItRises}`;
export const waitForAccuracy = `正在训练：${asItRises}`;

/** @param {unknown} button  "Start from random weights", if it may be pressed */
export const alreadyTrained = (button) =>
  html`${"本实验开始观察之前，这个网络就已经训练过。要得到答案，请从随机权重开始。"}${button}`;
export const startRandom = "从随机权重开始";

/** @param {number} early  epoch by which 80% was reached @param {boolean} isTraining */
export const notYet = (early, isTraining) => {
  const reached = `第 ${fixed(early, 2)} 轮达到 80%，尚未达到 95%。`;
  return isTraining ? reached : `${reached}请继续训练，看何时达到。`;
};

/** @param {number} early @param {number} late  epochs by which 80% and 95% were reached */
export const tooClose = (early, late) => `${reached(early, late)}：测量次数太少，分不出高下。`;

/**
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {number} early @param {number} late  epochs
 */
export const answer = (right, isGuessed, early, late) =>
  `${verdict(choices[right], isGuessed)}：${reached(early, late)}。`;

/** @param {number} early @param {number} late  epochs */
const reached = (early, late) =>
  `第 ${fixed(early, 2)} 轮达到 80%，第 ${fixed(late, 2)} 轮达到 95%`;

export const how = html`
  <p>每个权重 <math><mi>w</mi></math> 都沿代价 <math><mi>C</mi></math>
    的下坡方向移动一点。学习率 <math><mi>η</mi></math> 决定移动多远：</p>
  <math display="block">
    <mi>w</mi><mo>←</mo><mi>w</mi><mo>−</mo><mi>η</mi>
    <mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>w</mi></mrow></mfrac>
  </math>
  <p>梯度从最后一层往第一层计算。神经元的误差 <math><mi>δ</mi></math> 表示代价随它的加权和
    <math><mi>z</mi></math> 怎样变化。${
      "隐藏层的神经元把它所连接的下一层各神经元的误差分别乘以两者之间的权重，相加之后，" +
      "再乘以自己的激活函数"
    } <math><mi>f</mi></math> 的导数：</p>
  <math display="block">
    <msub><mi>δ</mi><mi>j</mi></msub><mo>=</mo>
    <msup><mi>f</mi><mo>′</mo></msup><mo>(</mo><msub><mi>z</mi><mi>j</mi></msub><mo>)</mo>
    <munder><mo>∑</mo><mi>k</mi></munder>
    <msub><mi>w</mi><mrow><mi>k</mi><mi>j</mi></mrow></msub><msub><mi>δ</mi><mi>k</mi></msub>
    <mo>,</mo><mspace width="1em"></mspace>
    <mfrac>
      <mrow><mo>∂</mo><mi>C</mi></mrow>
      <mrow><mo>∂</mo><msub><mi>w</mi><mrow><mi>j</mi><mi>i</mi></mrow></msub></mrow>
    </mfrac>
    <mo>=</mo><msub><mi>δ</mi><mi>j</mi></msub><msub><mi>a</mi><mi>i</mi></msub>
  </math>
  <p>小批量先对其中所有样本的梯度取平均，再把权重更新一次。</p>`;

/* ---- one example in slow motion ---- */

export const slowMotion = "慢动作看一个样本";
export const play = "慢速播放";
export const stop = "停止";
export const phases = {
  forward: "前向",
  error: "误差",
  backward: "反向",
  update: "更新",
};
/** What the button does in each phase. */
export const nextPhase = {
  forward: "显示误差",
  error: "反向传播",
  backward: "更新权重",
  update: "下一个样本",
};
/** Why it ends training, half a sentence. */
export const inSlowMotion = "正在用慢动作显示一个样本";
export const loadingTraining = "正在加载训练样本…";

/**
 * @param {keyof typeof phases} phase @param {number} label
 * @param {number | null} prediction  null when it has no ink
 * @param {number} cost
 */
export function announcement(phase, label, prediction, cost) {
  const read = prediction === null ? "未识别" : `识别为 ${prediction}`;
  return `${phases[phase]}：${aDigit(label)}，${read}，代价 ${fixed(cost, 3)}。`;
}

/** @param {number} number  1 is the first @param {number} label */
export const trainingDigit = (number, label) => `第 ${count(number)} 个训练样本，${aDigit(label)}`;

/** @param {number} layer @param {number} neuron  0 is the first @param {boolean} isOutput */
const nameOf = (layer, neuron, isOutput) =>
  isOutput ? `输出 ${neuron}` : `第 ${layer} 层，神经元 ${neuron + 1}`;

/**
 * Tip of a neuron. @param {number} layer @param {number} neuron  0 is the first
 * @param {boolean} isOutput @param {number} activation
 */
export const activationOf = (layer, neuron, isOutput, activation) =>
  `${nameOf(layer, neuron, isOutput)}：${fraction(activation)}`;

/**
 * Tip of a neuron. @param {number} layer @param {number} neuron  0 is the first
 * @param {boolean} isOutput
 * @param {number} delta  of the neuron: above 0, its weighted sum should be lower
 */
export function deltaOf(layer, neuron, isOutput, delta) {
  const way = delta === 0 ? "没有误差" : delta > 0 ? "应降低" : "应升高";
  return `${nameOf(layer, neuron, isOutput)}：${way}，δ = ${withMinus(figures(delta))}`;
}

/** @param {number} number  1 is the first @param {number} label */
export const labelled = (number, label) =>
  html`第 ${count(number)} 个训练样本，标签 <b>${label}</b>。`;

export const noInk = "图中没有墨迹，所以没有预测结果。";
export const noPrediction = `${capitalized(noNumbers)}。`;

/** @param {number} digit @param {number} confidence */
export const predicted = (digit, confidence) =>
  html`预测结果：<b class="answer">${digit}</b>，置信度 ${percent(confidence, 0)}。`;

export const errors = "每个数字的目标减输出";

/** @param {number} label @param {unknown} cost */
export const errorsLegend = (label, cost) => html`目标：输出 ${label} 为 1，其他全为
  0。数值：目标 − 输出；<span class="positive">蓝色</span>：输出应当更高，<span
  class="negative">橙色</span>：应当更低。这个样本的代价：${cost}`;

export const deltasLegend = html`误差 δ
  从输出（最后一行）往回传：每个神经元都从它所连接的下一层神经元得知，自己的激活值应当<b
  class="positive">更高</b>还是<b class="negative">更低</b>，以及相差多少。`;

/** @param {number} neuron  0 is the first @param {boolean} isOutput */
export const weightChanges = (neuron, isOutput) =>
  `${isOutput ? `输出 ${neuron}` : `隐藏层 1 的神经元 ${neuron + 1}`} 的权重变化`;

/**
 * @param {string} changes  whose they are: weightChanges()
 * @param {number} rate @param {number} parameters  how many there are
 */
export const changesLegend = (changes, rate, parameters) =>
  `${changes}，只在有墨迹的地方：−学习率 × 梯度，学习率为 ${exact(rate)}。` +
  `全部 ${count(parameters)} 个权重和偏置同时改变。`;

/** @param {number} digit */
export const output = (digit) => `输出 ${digit}`;
export const cost = "代价";

/* ---- training against test digits ---- */

export const kinds = { accuracy: "准确率", cost: "代价" };
export const trainingAndTest = {
  accuracy: "训练准确率与测试准确率",
  cost: "训练代价与测试代价",
};
export const drawn = "显示内容";
export const trainToSee = "开始训练，即可看到两者随轮数的变化";

/**
 * @typedef {{ epoch: number, accuracy: number, cost: number | null }} Point
 *
 * @param {keyof typeof kinds} kind
 * @param {Point | undefined} training @param {Point | undefined} test
 */
export function latest(kind, training, test) {
  const isOfOne = training?.epoch === test?.epoch;
  const words = (/** @type {Point} */ { epoch, accuracy, cost }) => {
    const value = kind === "cost" ? `代价 ${figures(cost)}` : `准确率 ${percent(accuracy)}`;
    return isOfOne ? value : `${value}（第 ${fixed(epoch, 2)} 轮）`;
  };
  if (training && test) return `训练${words(training)}，测试${words(test)}。`;
  if (training) return `训练${words(training)}。`;
  if (test) return `测试${words(test)}。`;
  return "数字加载好后测量两者。";
}

/** @param {number} training @param {number} test  how many digits */
export const measuredOnAll = (training, test) =>
  `在全部 ${count(training)} 个训练样本和 ${count(test)} 个测试样本上测量。`;

/** @param {number} first @param {number} training @param {number} test  how many digits */
export const measuredOnFirst = (first, training, test) =>
  `在前 ${count(first)} 个训练样本（共 ${count(training)} 个）和 ` +
  `${count(test)} 个测试样本上测量。`;

export const trainingDigits = "训练样本";
export const testDigits = "测试样本";

/* ---- settings ---- */

export const trainingSettings = "训练设置";
export const trainingHint = "改动从下一个小批量起生效。权重保持不变。";
export const networkSettings = "网络设置";
export const networkHint = "改动会换成新的随机网络，可以撤销。";

/* ---- the confusion matrix ---- */

export const confusionMatrix = "混淆矩阵";
export const matrixLegend = "列：预测结果，行：真实数字。选择一格，查看其中的数字。";

/** @param {number} label */
export const readCorrectly = (label) => `${aDigit(label)} 识别正确`;
/** @param {number} label @param {number} prediction */
export const readAs = (label, prediction) => `${aDigit(label)} 被识别为 ${prediction}`;

/** Of a cell. @param {number} digits @param {number} all  of the row @param {string} what */
export const cell = (digits, all, what) => `${count(digits)} / ${count(all)}：${what}`;

export const allErrors = "所有错误";
/** @param {number} label */
export const manyReadCorrectly = (label) => `${label} 识别正确`;
/** @param {number} label @param {number} prediction */
export const manyReadAs = (label, prediction) => `${label} 被识别为 ${prediction}`;

/** @param {number} accuracy @param {number} digits */
export const accuracyNow = (accuracy, digits) =>
  `${count(digits)} 个测试样本中，${percent(accuracy)} 识别正确。`;

/** @param {number} accuracy @param {number} digits @param {number} epoch */
export const accuracyAt = (accuracy, digits, epoch) =>
  `第 ${fixed(epoch, 2)} 轮：${accuracyNow(accuracy, digits)}`;

/** @param {string} what @param {number} times */
export const mostFrequent = (what, times) => `最常见的错误：${what}，共 ${count(times)} 个。`;

export const evaluating = "正在评估网络…";
export const readingTest = "正在识别测试样本…";

/** @param {number} digits  loaded so far */
export const loadingTest = (digits) =>
  digits ? `正在加载测试样本：目前 ${count(digits)} 个…` : "正在加载测试样本…";

export const noneBehind = "一个也没有。";

/** The digits of a cell. @param {number} digits @param {number} shown  so many of them */
export function behind(digits, shown) {
  const all = `${count(digits)} 个测试样本`;
  return shown < digits ? `${all}；显示置信度最高的 ${shown} 个。` : `${all}。`;
}

export const legendOfRight = "图下是它的标签。";
export const legendOfErrors = "粗体：真实数字。划去：预测结果。";

/** @param {number} number  1 is the first @param {string} what @param {number} confidence */
export const testDigit = (number, what, confidence) =>
  `第 ${count(number)} 个测试样本，${what}，置信度 ${percent(confidence, 0)}`;

/** Tip of a button. @param {string} digit  see `testDigit` */
export const useAsInput = (digit) => `${digit}。用作输入。`;

/* ---- teaching a drawing ---- */

export const teachIt = "预测错了？教教它";
export const yourDrawing = "网络看到的你画的数字";
export const whatItIs = "画的是什么";
export const toDrawing = "转到画板";
export const undo = "撤销";
export const yourDigits = "训练集中你画的数字";
/** @param {number} digit */
export const yourDigit = (digit) => `你画的 ${digit}`;

export const drawFirst = "先画一个数字，再在这里说明它是几。";

/** @param {number} digit @param {number} confidence */
export const whichDigit = (digit, confidence) => html`${predicted(digit, confidence)}你画的是几？`;

export const teaching = "正在用你画的数字训练…";

/** What became of it. @param {number} digit @param {number} confidence */
export const alreadyReadAs = (digit, confidence) =>
  `它已被识别为 ${digit}，置信度 ${percent(confidence, 0)}。`;

/** @param {number} steps @param {number} digit @param {number} confidence */
export const nowReadAs = (steps, digit, confidence) =>
  `把你画的数字混在其他数字中，训练 ${steps} 个小批量之后，它被识别为 ${digit}，` +
  `置信度 ${percent(confidence, 0)}。`;

/** @param {number} steps @param {number} digit @param {number} confidence */
export const stillReadAs = (steps, digit, confidence) =>
  `把你画的数字混在其他数字中，训练 ${steps} 个小批量之后，它仍被识别为 ${digit}，` +
  `置信度 ${percent(confidence, 0)}。可能是隐藏层太窄，或学习率太小。`;

/** @param {number} now */
export const testAccuracy = (now) => `测试准确率：${percent(now)}。`;

/** @param {number} before @param {number} now */
export const testAccuracies = (before, now) =>
  `测试准确率：之前 ${percent(before)}，现在 ${percent(now)}。`;

/** Why it ends training, half a sentence. */
export const isTaught = "正在教网络认识一个画出的数字";
/** @param {string} why */
export const notTaught = (why) => `没有教成：${why}`;

export const undoing = "正在撤销…";
export const undone = "网络已恢复原状。你画的数字仍在训练样本中。";

/** @param {string} why */
export const notUndone = (why) => `训练没有撤销：${why}`;
