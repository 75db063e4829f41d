/** The lab Teach it: a copy of the network is fine-tuned to reject noise or to resist attacks. */
import { html } from "lit";
import { count, duration, fixed, percent } from "../../common/numbers.js";
import { verdict } from "./ui.js";

/* ---- the lesson, the question and its answer ---- */

export const lesson = html`${
  "视频止步于诊断：只见过数字的网络，从未学会怀疑。这里有两种补救办法，以及各自在准确率上的代价：" +
  "加入目标为“不是数字”的噪声，或用受攻击的数字训练。"
}`;

export const question = "训练它拒绝打乱的数字和涂鸦。它会拒绝其他种类的噪声吗？";
export const choices = ["会，所有种类", "不会", "取决于种类"];
/** @param {number} epsilon */
export const attackQuestion = (epsilon) =>
  `用受攻击的数字训练它。之后以 ε = ${epsilon} 攻击测试样本，它能正确识别多少？`;
export const attackChoices = ["不到三分之一", "三分之一到三分之二", "超过三分之二"];
export const untrained = "请训练一个副本：训练完成后，答案会显示在这里。";

/**
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {{ name: string, above: number }[]} kinds  above: the fraction answered with confidence
 */
export const answer = (right, isGuessed, kinds) =>
  `${verdict(choices[right], isGuessed)}。副本从未用下列种类训练。` +
  `置信度高于 50% 的图像所占的比例：${kinds
    .map(({ name, above }) => `${name} ${percent(above)}`)
    .join("，")}。` +
  "反过来却不行：用这些种类微调的网络仍会把涂鸦当作数字，因为它从未见过笔画。";

/**
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {number} epsilon @param {number} reads  fraction of the attacked digits
 */
export const attackAnswer = (right, isGuessed, epsilon, reads) =>
  `${verdict(attackChoices[right], isGuessed)}。ε = ${epsilon} 时，` +
  `副本能正确识别 ${percent(reads)} 的受攻击数字。`;

export const how = html`
  <p>${
    "“不是数字”和其他目标没有什么两样。sigmoid 输出应当全为 0；" +
    "softmax 输出之和为 1，应当全部相等："
  }</p>
  <math display="block">
    <msub><mi>y</mi><mi>i</mi></msub><mo>=</mo><mn>0</mn>
    <mspace width="2em"></mspace><mtext>或</mtext><mspace width="2em"></mspace>
    <msub><mi>y</mi><mi>i</mi></msub><mo>=</mo><mfrac><mn>1</mn><mn>10</mn></mfrac>
  </math>
  <p>${
    "对抗训练把小批量中的每个数字都换成能骗过当时网络的图像" +
    "（在 ε 以内走三步梯度上升得到），再用它来训练："
  }</p>
  <math display="block">
    <munder><mi>min</mi><mi>w</mi></munder><mspace width="0.3em"></mspace>
    <munder><mi>max</mi><mrow><mo>|</mo><mi>δ</mi><mo>|</mo><mo>≤</mo><mi>ε</mi></mrow></munder>
    <mi>C</mi><mo>(</mo><mi>w</mi><mo>,</mo><mi>x</mi><mo>+</mo><mi>δ</mi><mo>)</mo>
  </math>
  <p>副本用 AdamW 训练，学习率从 0.003 衰减到零（代价为平方误差时，用学习率为 1 的
    SGD）。在引擎中：<code>net.trainer(data, { ...teaching })</code> 和
    <code>net.trainer(data, { harden: { epsilon: 0.1, steps: 3 } })</code>。神经元更多的网络能抵抗更大的改动：请在设置中选择层
    256-128；这种网络的副本按引擎的方案 <code>hardened</code>
    训练。既不用噪声也不用攻击训练的副本，可以显示多训练几轮本身的效果。</p>`;

/* ---- controls ---- */

export const purpose = "目的";
export const noiseAmount = "每个小批量中的噪声";
export const attackAmount = "攻击幅度至多 ε =";
export const noAmount = "无，供比较";
export const epochs = "轮数";

export const train = "训练副本";
export const trainAnother = "再训练一个副本";
export const resume = "继续";
export const pause = "暂停";
export const pausing = "正在暂停…";

export const progress = "副本的训练进度";
/** @param {number} epoch @param {number} epochs */
export const epochOf = (epoch, epochs) => `${fixed(epoch, 1)} / ${epochs} 轮`;
/** How long the rest will take. @param {number | null} milliseconds  null: not known */
export const left = (milliseconds) =>
  milliseconds === null ? "正在估算…" : `剩余${duration(milliseconds)}`;
export const digitsLoading = "数字仍在加载。";

/* ---- what a training ends with ---- */

export const diverged = "副本的代价不再是数值：这个副本已经没有用了。请再训练一个。";
export const digitsReplaced = "训练样本已被替换，所以这个副本无法继续训练。请再训练一个。";
/** @param {string} why */
export const stopped = (why) => `微调停止了：${why}`;
export const lost = "引擎重新启动，副本随之丢失。请再训练一个。";

/* ---- the verdict ---- */

export const notMeasured = "未测量";
export const measuring = "正在测量…";

/** @param {number} accuracy */
const before = (accuracy) =>
  html`<span class="number" data-testid="teach-before">${percent(accuracy)}</span>`;

/** There is no copy yet. @param {number} accuracy */
export const verdictBefore = (accuracy) =>
  html`这个网络能正确识别 ${before(accuracy)} 的测试样本。${"训练的是它的副本；页面上的网络保持不变。"}`;

/**
 * @param {object} verdict
 * @param {string} verdict.tunedWith  as "60% noise"
 * @param {string} verdict.original  name of the network that was copied
 * @param {number} verdict.was  accuracy of that one
 * @param {number} verdict.now  of the copy
 * @param {unknown} verdict.difference  one of those below
 */
export const verdictAfter = ({ tunedWith, original, was, now, difference }) =>
  html`“${original}”能识别 ${before(was)} 的测试样本。它的副本（微调：${tunedWith}）能识别
    <span class="number" data-testid="teach-after">${percent(now)}</span>：${difference}。`;

/** @param {number} amount  fraction of each mini-batch */
export const noiseOf = (amount) => `${percent(amount, 0)} 噪声`;
export const noNoise = "不加噪声";
/** @param {number} epsilon */
export const attacksOf = (epsilon) => `ε = ${fixed(epsilon, 2)} 的攻击`;
export const noAttacks = "不加攻击";

export const noDifference = "没有差别";
export const noDifferenceYet = "目前没有差别";
/** @param {number} points  of a percentage @param {boolean} isFinished */
export const lower = (points, isFinished) =>
  html`${isFinished ? "" : "目前"}低 <span class="number">${fixed(points, 1)}</span> 个百分点`;
/** @param {number} points  of a percentage @param {boolean} isFinished */
export const higher = (points, isFinished) =>
  html`${isFinished ? "" : "目前"}高 <span class="number">${fixed(points, 1)}</span> 个百分点`;

export const adopt = "在页面上使用这个副本";
export const adopted = "这个副本现在就是页面上的网络。";
export const forComparison = "这个副本仅供比较。";

/* ---- one picture, read by both ---- */

export const picture = "图像";
export const pictureOnInput = "输入的图像";
export const attackedDigits = "受攻击的测试样本";
export const drawHint = "也可以直接在图像上画。";
export const clear = "清空";
export const run = "连续播放";
export const stop = "停止";
export const next = "下一幅";

/** The picture, heard. @param {string} words  for it, a sentence or "" */
export const drawOn = (words) => `${words}可以在上面画。`;
export const inputEmpty = "输入处没有图像。";
export const inputBlank = "还没有画。";
export const inputDrawing = "你画的数字。";
/** @param {number} number  1 is the first @param {number | null} label */
export const testDigit = (number, label) => `第 ${count(number)} 个测试样本，标签 ${label}。`;
/** @param {number} index @param {string} kind @param {number} seed */
export const noiseImage = (index, kind, seed) => `${kind}，图像 ${index}，种子 ${seed}。`;

export const sideBefore = "之前";
export const sideAfter = "之后";
export const attackedPicture = "受攻击的图像";
/** @param {number} epsilon */
export const attackedBy = (epsilon) => `受攻击，ε = ${epsilon}`;

export const noCopy = "还没有副本。";
export const nothingDrawn = "还没有画";
/** @param {number} answer @param {number} confidence */
export const unsure = (answer, confidence) =>
  html`<b>拿不准是哪个数字</b><br /><span class="quiet small">最可能：${answer}，<span
    class="number">${percent(confidence, 0)}</span></span>`;
/** @param {number} confidence */
export const sure = (confidence) =>
  html`<b>置信度 <span class="number">${percent(confidence, 0)}</span></b>`;

export const sameUnattacked = "与不受攻击时相同";
/** @param {number} digit */
export const otherUnattacked = (digit) => `不受攻击时是 ${digit}`;
export const correct = "识别正确";
/** @param {number | null} label */
export const incorrect = (label) => `它的标签是 ${label}`;

/* ---- kinds of noise ---- */

export const noiseCards = "对各种噪声的置信度";
/** @param {number} images @param {number} seed */
export const noiseCardsNote = (images, seed) =>
  html`对每种噪声的 ${count(images)} 幅图像的置信度，种子 ${seed}。${"每个直方图按自己最高的条形缩放。"}`;
export const heldOut = "留出：从未用于训练";
export const trainedOn = "用于训练";
export const testDigits = "测试样本";
export const neverTrainedOn = "从未用于训练";
/** @param {number} confidence @param {unknown} shares  of images, before and after */
export const above = (confidence, shares) => html`高于 ${percent(confidence, 0)}：${shares}`;

/* ---- accuracy under attack ---- */

export const attackCurve = "受攻击时的准确率";
/** Names of lines. */
export const lineBefore = "之前";
export const lineAfter = "之后";

/**
 * @param {number} epsilon
 * @param {number} before  fraction of the digits @param {number | null} after  null: no copy yet
 */
export function attackLeaves(epsilon, before, after) {
  const copy =
    after === null
      ? ""
      : html`，副本则有 <b class="number" data-testid="curve-after">${percent(after)}</b>`;
  return html`ε = ${epsilon} 时，40 步攻击之后仍有 <span class="number"
    data-testid="curve-before">${percent(before)}</span> 的数字识别正确${copy}。`;
}

/** @typedef {{ count: number, total: number }} Attacked  so many digits of all */

/** @param {Attacked} digits @param {number} seed */
export const attacked = (digits, seed) => `逐一攻击的测试样本：${soMany(digits)}。种子 ${seed}。`;
/** @param {Attacked} before @param {Attacked} after @param {number} seed */
export const attackedBoth = (before, after, seed) =>
  `逐一攻击的测试样本：之前：${soMany(before)}；之后：${soMany(after)}。种子 ${seed}。`;

/** @param {Attacked} digits */
const soMany = ({ count, total }) =>
  count < total ? `前 ${count} 个，共 ${total} 个` : `全部 ${total} 个`;
