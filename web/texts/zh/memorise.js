/** The lab Memorise: the same network on true and on shuffled labels. */
import { html } from "lit";
import { count, fixed, percent } from "../../common/numbers.js";
import { verdict } from "./ui.js";

/* ---- the lesson and the question ---- */

export const lesson = html`${
  "用打乱了标签的图像训练网络，它在这些图像上也能达到与真实标签同样的准确率：" +
  "它把数据背了下来。但它学得很慢，而用真实标签时准确率上升得很快：" +
  "数据有结构时，好的局部极小值更容易找到。"
}`;

export const question = "如果打乱标签，让一个 7 可能被叫作 2，会怎样？";
export const choices = ["学不会", "学得会，但需要更多轮", "学得会，而且一样快"];

export const how = html`
  <p>两个网络从同样的随机权重开始，以同样的顺序看同样的数字：ReLU、softmax、交叉熵、学习率为
    0.001 的 Adam、大小为 32
    的小批量。打乱就是在所选的数字之间重新排列标签，所以每个标签出现的次数不变。</p>
  <p>课程网络的 13,002 个参数能背下 100 幅图像的随机标签，但在 15 轮之内背不下 60,000
    幅的。所以这里最多用 10,000 个数字，层也更宽。</p>`;

/* ---- numbers ---- */

/** 6.25 → "6.3×" @param {number} factor */
export const times = (factor) => `${fixed(factor, 1)}×`;

/** 0.25 → "0.25", 12 → "12" @param {number} epochs */
export const epochNumber = (epochs) => (Number.isInteger(epochs) ? count(epochs) : String(epochs));

/** 12 → "12 轮" @param {number} epochs */
const inEpochs = (epochs) => `${epochNumber(epochs)} 轮`;

/** 6.25 → "6.3 倍" @param {number} factor */
const fold = (factor) => `${fixed(factor, 1)} 倍`;

/* ---- the answer to a guess ---- */

export const notRun = "在下面运行，看看结果。";
export const runGoing = "运行结束后，答案就会出现。";
/** @param {number} ended @param {number} all  seeds */
export const seriesGoing = (ended, all) =>
  `${all} 个种子中已完成 ${ended} 个；全部完成后，答案就会出现。`;
export const notShuffled = "没有打乱任何标签：两个网络完全相同。";

/**
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {string} because  see `one`
 */
export const ofOne = (right, isGuessed, because) =>
  `${verdict(choices[right], isGuessed)}：${because}`;
/** @param {string} because  see `one` */
export const noChoice = (because) => `没有一个选项符合：${because}`;

/** How shuffled labels were learned in one run. */
export const one = {
  not: "这个网络没有学会。给它更多神经元，或更少的数字。",
  slower: "它把标签背了下来，但需要更多轮。",
  equal: "它所需的轮数与真实标签相同。",
  quicker: "这一次它所需的轮数比真实标签还少。",
  alone: "它学会了打乱的标签，但在给定的轮数内没有学会真实标签。",
};

/** How shuffled labels were learned for so many seeds. */
export const several = {
  not: (/** @type {number} */ seeds) => `在 ${seeds} 个种子上没有学会`,
  slower: (/** @type {number} */ seeds) => `在 ${seeds} 个种子上所需的轮数比真实标签多`,
  equal: (/** @type {number} */ seeds) => `在 ${seeds} 个种子上所需的轮数与真实标签相同`,
  quicker: (/** @type {number} */ seeds) => `在 ${seeds} 个种子上所需的轮数比真实标签少`,
  alone: (/** @type {number} */ seeds) => `在 ${seeds} 个种子上学会了，却没有学会真实标签`,
};

/**
 * @param {number} right  seeds for which the guess was @param {number} all  seeds
 * @param {string[]} found  some of `several`
 */
export function ofSeveral(right, all, found) {
  const hits = right
    ? `你的猜测对 ${all} 个种子中的 ${right} 个是正确的`
    : `你的猜测对 ${all} 个种子都不正确`;
  return `${hits}。打乱的标签：${found.join("；")}。`;
}

/**
 * What networks with shuffled labels read of the test digits.
 * @param {object} read
 * @param {number} read.networks
 * @param {number} read.least  accuracy
 * @param {number} read.most
 * @param {boolean} read.isGuess  no more than a guess would
 * @param {number} read.digits  trained on, so few that it can be less; 0: not so
 */
export function reads({ networks, least, most, isGuess, digits }) {
  const range = [...new Set([percent(least), percent(most)])].join(" 到 ");
  const like = isGuess ? "；瞎猜也能识别 10%" : "";
  const few = digits
    ? `只用 ${count(digits)} 个数字时可能更低：打乱后有多少标签仍然正确，全凭运气。`
    : "";
  return `${networks === 1 ? "它" : "这些网络"}能识别 ${range} 的测试样本${like}。${few}`;
}

/* ---- controls ---- */

export const controls = "两个网络的训练内容";
export const digits = "训练样本数";
export const depth = "隐藏层数";
export const width = "每层神经元数";
export const fraction = "打乱的标签";

export const run = "运行";
export const resume = "继续";
export const pause = "暂停";
export const stop = "停止";
/** @param {number} seeds */
export const runSeries = (seeds) => `运行 ${seeds} 个种子`;

/**
 * What to do where there are fewer digits than were chosen.
 * @param {number} most  that can be chosen, 0 for none @param {number} least  of the choices
 */
export const choose = (most, least) =>
  most
    ? `请选择 ${count(most)} 个${most > least ? "或更少" : ""}。`
    : `这里至少需要 ${count(least)} 个：请使用 MNIST，或提供更多你自己的数字。`;

/** @param {string} layers  "784-128-10" @param {number} parameters */
export const network = (layers, parameters) =>
  `${layers}，${count(parameters)} 个参数。页面上的网络保持不变。`;

/* ---- findings ---- */

export const digitsReplaced = "数字已被替换：请再运行一次，用新的数字比较。";
export const findingEmpty = "运行两个网络，看哪一个先学会自己的标签。";
export const training = "正在训练两个网络…";
/** @param {number} seed @param {number} all  seeds */
export const trainingSeed = (seed, all) => `正在训练两个网络，种子 ${seed}（共 ${all} 个）…`;
export const paused = "已暂停。";
/** @param {number} seed @param {number} all  seeds */
export const pausedSeed = (seed, all) => `已暂停，种子 ${seed}（共 ${all} 个）。`;
/** @param {number} epochs */
export const stopped = (epochs) => `${inEpochs(epochs)}后停止。`;
/** @param {number} seed @param {string} finding */
export const ofSeed = (seed, finding) => `种子 ${seed}：${finding}`;

/** @param {number} goal  accuracy @param {number} epochs */
export const bothLearned = (goal, epochs) =>
  `两个网络都用 ${inEpochs(epochs)}学会了各自 ${percent(goal, 0)} 的标签。`;
/** @param {number} plain  epochs with true labels @param {number} shuffled  with shuffled ones */
export const trueFirst = (plain, shuffled) =>
  `真实标签用 ${inEpochs(plain)}学会，打乱的标签用 ${inEpochs(shuffled)}：` +
  `是前者的 ${fold(shuffled / plain)}。`;
/** @param {number} plain  epochs with true labels @param {number} shuffled  with shuffled ones */
export const shuffledFirst = (plain, shuffled) =>
  `打乱的标签用 ${inEpochs(shuffled)}学会，真实标签用 ${inEpochs(plain)}：与课程所说的相反。`;

/**
 * What became of a network.
 * @typedef {object} Fate
 * @property {boolean} hasLearned
 * @property {boolean} hasDiverged
 * @property {number} epochs  trained
 * @property {number | null} accuracy  on the labels it was trained on
 */

/** When not both have learned their labels. @param {Fate} plain @param {Fate} shuffled */
export const fates = (plain, shuffled) =>
  `${fateOf("真实标签", plain)}；${fateOf("打乱的标签", shuffled)}。`;

/** @param {string} labels @param {Fate} fate */
function fateOf(labels, { hasLearned, hasDiverged, epochs, accuracy }) {
  if (hasLearned) return `${labels}用 ${inEpochs(epochs)}学会`;
  if (hasDiverged) return `用${labels}训练时发散`;
  return `${labels}没有学会：${inEpochs(epochs)}后为 ${percent(accuracy)}`;
}

/** @param {number} faster @param {number} all  seeds */
const fewerFor = (faster, all) => `在 ${all} 个种子中的 ${faster} 个上，真实标签所需的轮数更少`;
/** @param {number} faster @param {number} all  seeds */
export const fasterFor = (faster, all) => `${fewerFor(faster, all)}。`;
/** @param {number} faster @param {number} all  seeds */
export const fasterForNone = (faster, all) =>
  `${fewerFor(faster, all)}；打乱的标签所需的轮数正好相同。`;
/**
 * @param {number} faster @param {number} all  seeds
 * @param {number} least  times as many epochs @param {number} most
 */
export const fasterBy = (faster, all, least, most) =>
  `${fewerFor(faster, all)}；打乱的标签所需的轮数是真实标签的 ${fixed(least, 1)} 到 ${fold(most)}。`;

/* ---- the chart ---- */

export const trueTraining = "真实标签，训练";
export const trueTest = "真实标签，测试";
export const shuffledTraining = "打乱的标签，训练";
export const shuffledTest = "打乱的标签，测试";

/** Heard. */
export const chartEmpty = "准确率随轮数的变化：还没有数据。";
/**
 * Heard, of one network.
 * @param {boolean} isShuffled @param {number} epochs
 * @param {number | null} training  accuracy @param {number | null} test
 */
export function reached(isShuffled, epochs, training, test) {
  const accuracies = `训练准确率 ${percent(training)}，测试准确率 ${percent(test)}`;
  return `${isShuffled ? "打乱的标签" : "真实标签"}，${inEpochs(epochs)}后：${accuracies}。`;
}

/**
 * What was trained.
 * @param {string} layers  "784-128-10" @param {number} digits
 * @param {number} fraction  of the labels @param {number} seed
 */
export const about = (layers, digits, fraction, seed) =>
  `${layers}，${count(digits)} 个训练样本，第二个网络的标签打乱 ${percent(fraction, 0)}，` +
  `种子 ${seed}。`;

export const kept = "这些结果来自以前的一次运行。网络的权重没有保存：要查看它们，请再运行一次。";
/** @param {number} ended @param {number} all  seeds */
export const keptPart = (ended, all) =>
  `这些结果来自以前的一次运行，当时完成了 ${all} 个种子中的 ${ended} 个。` +
  "网络的权重没有保存：要查看它们，请再运行一次。";

/* ---- the tables ---- */

export const labels = "标签";
export const trainingAccuracy = "训练准确率";
export const testAccuracy = "测试准确率";
export const epochs = "轮数";
/** Name of the row of true labels. */
export const trueLabels = "真实";
/** @param {number} fraction */
export const shuffledLabels = (fraction) => `打乱 ${percent(fraction, 0)}`;

/** @param {number} epochs */
export const givenUp = (epochs) => `${epochNumber(epochs)}，已放弃`;
/** @param {number} epochs */
export const diverged = (epochs) => `${epochNumber(epochs)}，发散`;

/** @param {number} goal  accuracy @param {number} epochs */
export const measured = (goal, epochs) =>
  "训练准确率按网络训练时所用的标签测量：对第二个网络，就是打乱的标签。测试样本保留真实标签。" +
  `每个网络训练到训练准确率达到 ${percent(goal, 0)} 为止，或在 ${count(epochs)} 轮后放弃。`;

export const eachSeed = "各个种子";
export const seed = "种子";
export const epochsTrue = "轮数，真实";
export const epochsShuffled = "打乱";
export const ratio = "比值";
/** Not learned in so many. @param {number} epochs */
export const over = (epochs) => `超过 ${count(epochs)}`;

/* ---- the first neurons ---- */

export const firstNeurons = "两个网络第一层的前几个神经元，开始时权重相同";
export const change = "训练带来的变化";
export const weights = "权重";
export const ofTrueLabels = "真实标签";
export const ofShuffledLabels = "打乱的标签";
export const scaleNote = "每幅图有自己的比例，以其最大值为准。";

/**
 * A picture, heard.
 * @param {string} network  its labels @param {boolean} isChange  or the weights themselves
 * @param {number} neuron  from 1 on
 */
export const picture = (network, isChange, neuron) =>
  `${network}：神经元 ${neuron} 的${isChange ? "权重变化" : "权重"}`;

/* ---- storage ---- */

/** Half a sentence about results that were kept. */
export const damaged = "其中一部分已损坏";
