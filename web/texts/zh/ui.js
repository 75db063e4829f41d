/** Building blocks of the page: the drawing, the network, its outputs and its prediction. */
import { count, fixed, fraction, percent, withMinus } from "../../common/numbers.js";

/* ---- keys ---- */

/** @param {string} words @param {string} key */
export const withKey = (words, key) => `${words}（${key}）`;

export const space = "空格";

/* ---- drawing ---- */

export const drawHere = "在这里画一个数字";
export const drawingKeys = "方向键移动一格大小的笔，空格键或 Enter 键落笔和提笔，Esc 键提笔。";
export const undo = "撤销";
export const undoStroke = "撤销上一笔";
export const clear = "清空";
export const testDigit = "测试样本";
export const noise = "噪声";
export const kindOfNoise = "噪声种类";

/* ---- network ---- */

/** @param {readonly number[] | undefined} layers  none before there is a network */
export const network = (layers) =>
  `网络：${layers ? `各层有 ${layers.join("、")} 个神经元` : "还没有网络"}。` +
  "用方向键在神经元之间移动。";

export const noInput = "没有输入";

/** @param {number} row @param {number} column  from 1, as is the row @param {number} value */
export const pixel = (row, column, value) =>
  `第 ${row} 行第 ${column} 列的像素：${fraction(value)}`;

/** @param {number} value */
const parameter = (value) => withMinus(fixed(value, 2));

/** @param {number} from  number of a neuron @param {number} digit @param {number} weight */
export const weightToOutput = (from, digit, weight) =>
  `神经元 ${from} 到输出 ${digit} 的权重：${parameter(weight)}`;

/** @param {number} from @param {number} to @param {number} layer @param {number} weight */
export const weightToNeuron = (from, to, layer, weight) =>
  `神经元 ${from} 到第 ${layer} 层神经元 ${to} 的权重：${parameter(weight)}`;

/** @param {number | null} activation  null without an input @param {number} bias */
const state = (activation, bias) =>
  `${activation === null ? noInput : fraction(activation)}，偏置 ${parameter(bias)}`;

/** @param {number} digit @param {number | null} activation @param {number} bias */
export const outputState = (digit, activation, bias) => `输出 ${digit}：${state(activation, bias)}`;

/**
 * @param {number} number @param {number} layer
 * @param {number | null} activation @param {number} bias
 */
export const neuronState = (number, layer, activation, bias) =>
  `第 ${layer} 层神经元 ${number}：${state(activation, bias)}`;

/** Under a layer of which not all neurons are drawn. @param {number} drawn @param {number} all */
export const someOf = (drawn, all) => `${drawn} / ${all}`;

/** Those that are drawn are the most active ones. @param {number} drawn @param {number} all */
export const topOf = (drawn, all) => `前 ${drawn} / ${all}`;

/* ---- outputs ---- */

export const outputs = "十个输出";

/** @param {number} digit */
export const outputName = (digit) => `输出 ${digit}`;
/** @param {number} digit @param {number | null} value  null without an input */
export const output = (digit, value, decimals = 2) =>
  `${outputName(digit)}：${value === null ? noInput : fraction(value, decimals)}`;

/** @param {number} digit @param {number | null} value @param {number} decimals */
export const targetOutput = (digit, value, decimals) => `${output(digit, value, decimals)}，目标`;

/** Heard after its digit. @param {number} value @param {boolean} isTarget */
export const heardOutput = (value, isTarget) => `：${fraction(value)}${isTarget ? "，目标" : ""}`;

/* ---- prediction ---- */

export const prediction = "预测结果";
export const noNumbers = "输出不是数值，所以没有预测结果";
export const labWithoutOutputs = "对这个网络没有可显示的内容：它的输出不是数值。";
export const labWithoutWeights = "对这个网络没有可显示的内容：它的一些权重不是数值。";
export const nothingDrawn = "还没有画";
export const notSure = "拿不准是哪个数字";
export const confident = "有把握";
export const confidentOfNoise = "有把握，尽管这只是噪声";
export const confidentAndRight = "有把握，而且正确";

/** @param {number | null} label */
export const confidentAndWrong = (label) => `有把握，但标签是 ${label}`;

/**
 * @param {string} input  a sentence @param {number} answer @param {number} confidence
 * @param {boolean} isSure
 */
export const announcement = (input, answer, confidence, isSure) => {
  const predicts = isSure
    ? `网络预测为 ${answer}`
    : `网络拿不准是哪个数字；最可能的猜测是 ${answer}`;
  return `${input}${predicts}，置信度 ${percent(confidence, 0)}。`;
};

/* ---- weights of the first layer; it is that of the outputs where no layer is hidden ---- */

/** @param {number} shown  neurons @param {number} all @param {boolean} areOutputs */
export function weightsOfLayer(shown, all, areOutputs) {
  const layer = areOutputs ? `${all} 个输出` : `隐藏层 1 的 ${count(all)} 个神经元`;
  return shown < all ? `${layer}中 ${shown} 个的权重` : `${layer}的权重`;
}

export const weights = "权重";

/** @param {string} what @param {number} neuron  0 is the first @param {boolean} isOutput */
export const ofNeuron = (what, neuron, isOutput) =>
  `${isOutput ? `输出 ${neuron}` : `神经元 ${neuron + 1}`} 的${what}`;

/** @param {string} what @param {number} neuron  0 is the first @param {boolean} isOutput */
export const intoNeuron = (what, neuron, isOutput) =>
  `进入${isOutput ? `输出 ${neuron}` : `隐藏层 1 的神经元 ${neuron + 1}`} 的${what}`;

/* ---- a question of a lab ---- */

export const predictFirst = "先猜一猜";
/**
 * What is said to a guess, before a colon and what was found.
 * @param {string} choice  the one that is right @param {boolean} isGuessed
 */
export const verdict = (choice, isGuessed) => (isGuessed ? "猜对了" : `答案是“${choice}”`);
export const justShowMe = "直接看答案";
/** In the place of what the answer to the question would give away. */
export const guessFirst = `请先猜一猜，或按“${justShowMe}”。`;

/* ---- what several labs say ---- */

export const loadingNetwork = "正在加载网络…";
export const testDigitsLoading = "测试样本仍在加载。";
export const althoughNoise = "尽管这只是噪声";

/** @param {string} key */
export const ctrl = (key) => `Ctrl+${key}`;
