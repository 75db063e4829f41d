/** The lab Fool it. */
import { html } from "lit";
import { count, fixed, percent } from "../../common/numbers.js";
import { clause } from "./locale.js";
import { verdict } from "./ui.js";

export const lesson = html`${
  "这里比视频多走一步。训练权重所用的梯度，也可以改为对像素求：" +
  "它指出对每个像素来说，墨迹加深一点会让正确的数字更可能还是更不可能；" +
  "所有这些微小的改动合在一起，就能把它变成另一个数字。"
}`;

/* ---- question ---- */

export const question = "每个像素最多改变从纸面到墨迹的十分之一。哪一种改动更容易骗过网络？";
export const randomChanges = "随机的改动";
export const chosenChanges = "精心选择的改动";
export const bothEqually = "两者一样";
export const choices = [randomChanges, chosenChanges, bothEqually];
export const beingAttacked = "正在攻击测试样本。";

/**
 * @param {number} right  the choice @param {boolean} isGuessed @param {number} digits
 * @param {number} attacked  accuracy, as `random` @param {number} random
 */
export const answer = (right, isGuessed, digits, attacked, random) =>
  `${verdict(choices[right], isGuessed)}：对 ${count(digits)} 个测试样本，` +
  `这个网络在精心选择的改动之后能识别 ${percent(attacked)}，` +
  `在随机改动之后能识别 ${percent(random)}。两种改动对每个像素的改变幅度相同。`;

/* ---- how it works ---- */

export const how = html`
  <p>单步方法，即快速梯度符号法（FGSM），把每个像素朝着使正确数字的代价增大的方向移动
    ε：</p>
  <math display="block">
    <msup><mi>x</mi><mo>′</mo></msup><mo>=</mo><mi>x</mi><mo>+</mo><mi>ε</mi><mo>⋅</mo>
    <mi>sign</mi><mo>(</mo><msub><mo>∇</mo><mi>x</mi></msub><mi>C</mi><mo>)</mo>
  </math>
  <p>投影梯度下降（PGD）走 40 步，每步为 ε 的四分之一，并始终与原图相差不超过
    ε，${
      "灰度不超出纸面与墨迹之间的范围。梯度取在输出层的激活函数之前，" +
      "这样在网络很有把握的地方梯度也不会消失。随机改动则把每个像素随机地调高或调低同样的"
    } ε。网络想象的图像来自 200
    步迭代：从微弱的噪声出发，使一个输出不断增大（激活最大化）。在引擎中：<code
    >net.attack(pixels, { method, epsilon, label, seed: 1 })</code>、<code
    >net.robustness(data, { method, epsilon })</code> 和
    <code>net.dream(digit, { seed })</code>。</p>`;

/* ---- controls ---- */

export const method = "方法";
/** Others by the engine's name. */
export const methods = { fgsm: "单步（FGSM）", pgd: "40 步（PGD）" };
export const target = "目标";
export const anyOther = "任何其他数字";
export const testDigit = "取测试样本";
export const draw = "画一个数字";

/** @param {unknown} epsilon */
export const largestChange = (epsilon) => html`最大改动，ε = ${epsilon}`;

/* ---- pictures ---- */

export const empty =
  "画一个数字或取一个测试样本。你会看到它的原图、受攻击的图，以及同样幅度的随机改动后的图。";
export const attacking = "正在攻击…";
export const noInput = "输入处没有图像。";

export const original = "原图";

/** @param {number} epsilon */
const size = (epsilon) => `ε = ${fixed(epsilon, 2)}`;

/** @param {number} epsilon */
export const attacked = (epsilon) => `受攻击，${size(epsilon)}`;

/** @param {number} epsilon */
export const changedAtRandom = (epsilon) => `随机，${size(epsilon)}`;

export const confidence = "置信度";

/** @param {string} title @param {number} answer @param {number} confidence */
export const predicted = (title, answer, confidence) =>
  `${title}：预测为 ${answer}，置信度 ${percent(confidence, 0)}`;

export const attackChange = "攻击的改动";
export const randomChange = "随机的改动";

/** @param {number} epsilon */
const magnified = (epsilon) => (epsilon ? `放大 ${Math.round(1 / epsilon)} 倍` : "无");

/** @param {string} title @param {number} epsilon */
export const change = (title, epsilon) => `${title}，${magnified(epsilon)}`;

/** The same in two lines. @param {string} title @param {number} epsilon */
export const changeCaption = (title, epsilon) => html`${title}，<br />${magnified(epsilon)}`;

export const colours = html`在改动图中，<span class="positive">蓝色</span>表示墨迹加深，<span
  class="negative">橙色</span>表示变浅。`;

export const useAsInput = "用作输入";
export const isOnInput = "受攻击的图像已放到输入处。";
export const undo = "撤销";

/** @param {string} picture  a sentence; "" of a drawing @param {number} epsilon */
export const attackedPicture = (picture, epsilon) =>
  `${clause(picture) || "你画的数字"}，受攻击（${size(epsilon)}）。`;

/* ---- smallest ε ---- */

export const attack = "攻击";
export const random = "随机";
export const smallest = "改变预测结果的最小 ε";

/** @param {number} target */
export const smallestFor = (target) => `把它变成 ${target} 的最小 ε`;

export const searching = "正在搜索…";
export const notFound = "未找到";
export const useEpsilon = "使用这个 ε";

/** @param {number} epsilon */
export const noneUpTo = (epsilon) => `到 ${fixed(epsilon, 2)} 为止没有`;

export const noneNeeded = "无需改动：它本来就被误识别了。";
export const overshoots = "在这个 ε 下攻击走过了头：它越过了较小改动就能到达的图像。";

/* ---- under a picture ---- */

export const notSure = "拿不准是哪个数字";
export const isNoise = "噪声：没有正确的数字";
export const drawing = "你画的数字";
export const noLabel = "标签未知";

/** @param {number} label @param {boolean} isTest */
const labelled = (label, isTest) => (isTest ? `测试样本，标签 ${label}` : `标签 ${label}`);

/** @param {number} label @param {boolean} isTest */
export const alreadyMisread = (label, isTest) => `${labelled(label, isTest)}，本来就识别错误`;

/** @param {number} label @param {boolean} isTest */
export const readCorrectly = (label, isTest) => `${labelled(label, isTest)}，识别正确`;

/** @param {number} label @param {boolean} isTest */
export const notSureOfIt = (label, isTest) => `${labelled(label, isTest)}，但没有把握`;

export const stillCorrect = "仍然识别正确";
export const samePrediction = "预测结果不变";
export const notSureBefore = "原来没有把握";

/** @param {number} label */
export const itsLabel = (label) => `它的标签是 ${label}`;

/** @param {number} answer */
export const before = (answer) => `原来是 ${answer}`;

/** @param {number} target */
export const targetReached = (target) => `已达到目标 ${target}`;

/** @param {number} target @param {number} confidence */
export const targetMissed = (target, confidence) => `不是 ${target}：${percent(confidence, 0)}`;

/* ---- accuracy against ε ---- */

export const notCounted = "未统计";
export const attackingDigits = "正在攻击测试样本…";
export const yourPicture = "你的图像";
export const randomLine = "随机改动";

/** @type {Record<string, string>} */
const attacks = { fgsm: "单步攻击", pgd: "40 步攻击" };

/**
 * @param {string} method @param {number} epsilon
 * @param {unknown} attacked  accuracy @param {unknown} random
 */
export const finding = (method, epsilon, attacked, random) =>
  html`ε = ${epsilon} 时，${attacks[method] ?? method}之后仍有
    ${attacked} 识别正确；同样大小的随机改动之后有 ${random}。`;

/** @param {number} counted @param {number} all */
export const countedSoFar = (counted, all) => `目前 ${count(counted)} / ${count(all)} 个测试样本`;

/** @param {number} digits @param {number} seed */
export const counted = (digits, seed) => `${count(digits)} 个测试样本，逐一攻击，种子 ${seed}`;

/* ---- what it imagines ---- */

export const imagines = "它为每个数字想象的图像，从微弱的噪声出发";
export const anotherSeed = "换一个种子";
export const useIt = "用作输入";
export const notImagined = "还没有想象出来";

/** @param {number} seed */
export const seedOf = (seed) => `种子 ${seed}`;

/** @param {number} seed @param {number} known  of ten digits */
export const seedSoFar = (seed, known) => `种子 ${seed}，${known} / 10`;

/** @param {unknown} digit */
export const imagined = (digit) => html`<span class="only-heard">想象的 </span>${digit}`;

/** @param {number} digit @param {number} seed */
export const imaginedPicture = (digit, seed) => `想象的数字 ${digit}，种子 ${seed}。`;
