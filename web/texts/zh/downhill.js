/** The lab Downhill, but for its invented functions: see downhill-functions.js. */
import { html } from "lit";
import { precise } from "../../common/downhill-numbers.js";
import { count, figures, fixed, percent } from "../../common/numbers.js";
import { verdict } from "./ui.js";

export const lesson = html`${
  "看斜率：为正就向左走一步，为负就向右走一步，如此反复，就会到达一个局部极小值，" +
  "就像小球滚下山坡。有许多输入时，梯度是上升最快的方向，沿它的反方向走一步即可；" +
  "如果步长与斜率成正比，越接近极小值，步子就越小。"
}`;

/** @typedef {"theta" | "step" | "gradient" | "down" | "slope" | "length" | "plane"} Formula */

/** @param {Record<Formula, unknown>} formulas */
export const how = ({ theta, step, gradient, down, slope, length, plane }) => html`
  <p>把全部权重和偏置排成一个长长的列向量 <math>${theta}</math>，梯度下降反复执行这样一步：</p>
  <math display="block">${step}</math>
  <p>没有哪个方向比 <math>${gradient}</math> 更陡。沿 <math>${down}</math>
    走，代价起初的斜率是</p>
  <math display="block">${slope}</math>
  <p>一步的长度是 <math>${length}</math>，${
    "所以斜率变小，步长也变小。训练时用小批量来估计梯度；这里则取前若干个训练样本的平均值。" +
    "平面上的每一点都是一个完整的网络"
  } <math>${plane}</math>，${
    "高度是它在这些数字上的代价。路径大部分落在它的两个主方向上，" +
    "但一次很长的随机游走也是如此（"
  }Antognini &amp; Sohl-Dickstein 2018）；${
    "在随机方向上，路径几乎不动。随机方向按每个神经元分别归一化，" +
    "这样不同网络的平面才可以比较（"
  }Li et al. 2018）。在引擎中：<code>net.meanGradient(data)</code>、<code
    >net.costAlong(direction, ts, data)</code> 和
    <code>net.costPlane(u, v, as, bs, data)</code>。</p>`;

/* ---- the parts ---- */

export const parts = "输入的个数";
export const oneInput = "一个输入";
export const twoInputs = "两个输入";
/** @param {number} parameters */
export const allInputs = (parameters) => `全部 ${count(parameters)} 个`;
export const nextTwo = "下一步：两个输入";
/** @param {number} parameters */
export const nextAll = (parameters) => `下一步：全部 ${count(parameters)} 个`;

/* ---- before anything can be seen ---- */

/** @param {number} images @param {number} total */
export const loadingDigits = (images, total) =>
  images ? `正在加载训练样本：${count(images)} / ${count(total)}` : "正在等待数字…";

/* ---- the guess ---- */

export const question =
  "从当前网络出发，沿 −∇C（代价下降最快的方向）一直走，途中不再查看斜率。代价会怎样变化？";
const falls = "一路下降";
const fallsThenRises = "先下降，再上升";
const rises = "从一开始就上升";
export const choices = [falls, fallsThenRises, rises];

export const beingComputed = "正在计算沿这条直线的代价。";
export const noGradient = "这个网络的梯度为零：没有下坡方向。";

const lookAgain = "梯度只是网络所在处的斜率，再远就不管用了：所以梯度下降走一步，就要重新看一次。";

/** @param {number} here  cost @param {boolean} isGuessed */
export function itRises(here, isGuessed) {
  const fact = `在考察的每个步长上，代价都从 ${precise(here)} 上升`;
  return `${verdict(rises, isGuessed)}：${fact}。${lookAgain}`;
}

/**
 * @param {number} here  cost @param {{ t: number, cost: number }} best
 * @param {{ isRising: boolean, isGuessed: boolean }} options  isRising: after the lowest
 */
export function itFalls(here, { t, cost }, { isRising, isGuessed }) {
  const end = isRising ? "，然后上升" : "，这是考察范围的尽头";
  const lowest = `代价从 ${precise(here)} 下降到 ${precise(cost)}（t = ${precise(t)}）`;
  const choice = isRising ? fallsThenRises : falls;
  return `${verdict(choice, isGuessed)}：${lowest}${end}。${lookAgain}`;
}

/* ---- the line ---- */

export const noLine = "还没有直线";
export const lineNotComputed = "沿 −∇C 的代价没有算出来。";
export const computingLine = "正在计算沿 −∇C 的代价…";
export const noCost = "这个网络的代价不是数值";
export const noDirection = "梯度为零：没有下坡方向";

/** @param {number | null} epoch  null: now */
const along = (epoch) => (epoch === null ? "沿 −∇C，" : `第 ${fixed(epoch, 1)} 轮，沿 −∇C，`);
/** @param {number | null} epoch */
export const lineRises = (epoch) => `${along(epoch)}代价在这条线的第一个点之前就已上升`;
/**
 * @param {number | null} epoch @param {number} here  cost @param {number} least  cost
 * @param {boolean} isRising  after the lowest
 */
export const lineFalls = (epoch, here, least, isRising) => html`${along(epoch)}代价从
  <span class="number">${precise(here)}</span> 下降到
  <span class="number">${precise(least)}</span>${isRising ? "，然后上升" : ""}`;

/**
 * @param {number} here  cost @param {{ t: number, cost: number }} best
 * @param {number | null} overshoot  see Findings
 */
export function line(here, { t, cost }, overshoot) {
  const over = overshoot === null ? "" : `，从 t = ${precise(overshoot)} 起又高于 ${precise(here)}`;
  return (
    `代价随沿 −∇C 的步长 t 的变化：0 处为 ${precise(here)}，` +
    `在 t = ${precise(t)} 处最低，为 ${precise(cost)}${over}。`
  );
}

export const costAtZero = "t = 0 处的代价";
export const stepAxis = "步长 t（相当于学习率 η）";
export const slopeAtZero = "t = 0 处的斜率，实测";
/** @param {number} t */
export const bestStep = (t) => `最佳步长，t = ${precise(t)}`;
/** @param {number} t */
export const higherFrom = (t) => `从 t = ${precise(t)} 起高于起点`;
/** @param {string} optimizer */
export const otherOptimizer = (optimizer) =>
  `训练所用的优化器是 ${optimizer}，它每步的方向不同于 −∇C。`;
/** @param {number} rate @param {boolean} isAtStart  it falls later */
export const learningRate = (rate, isAtStart) => `${isAtStart ? "初始" : ""}学习率，t = ${rate}`;
export const farBeyond = "远在图外";

/** @param {number} t @param {number} length */
export const stepSize = (t, length) => html`步长 t = <output class="number"
  data-testid="downhill-t" aria-live="off">${precise(t)}</output>，长度 t·|∇C| = <output
  class="number" data-testid="downhill-length" aria-live="off">${precise(length)}</output>`;
/** @param {number} t @param {number} cost */
export const cursor = (t, cost) => `t = ${precise(t)}，代价 ${precise(cost)}`;
/** @param {number} cost */
export const costThere = (cost) => html`该处的代价：<output
  data-testid="downhill-cost-there" aria-live="off">${precise(cost)}</output>`;
export const takeStep = "走这一步";
/** @param {number} images */
export const meanOver = (images) => `前 ${count(images)} 个训练样本的平均值。`;

export const networkIsThere = "网络现在就在那里。";
export const undo = "撤销";

/* ---- the plane ---- */

export const noCosts = "还没有代价";
export const planeNotComputed = "平面上的代价没有算出来。";
export const computingPlane = "正在计算经过网络的平面上的代价…";

/** @param {number} low @param {number} high */
export const costRange = (low, high) => html`这个平面上的代价从
  <span class="number">${precise(low)}</span> 到
  <span class="number">${precise(high)}</span>`;

export const directions = "平面的方向";
/** @type {Record<"path" | "main" | "random", string>} */
export const planes = {
  path: "三个网络",
  main: "主方向",
  random: "随机方向",
};
export const otherDirections = "换一组方向";

export const throughMain = "沿这条路径变化最大的两个方向。";
export const throughRandom = "沿两个随机方向，按每个神经元的权重缩放。";
export const throughThree = "经过三个网络：起点、迄今最好的和现在的。";
export const throughBend = "经过起点、现在和路径弯曲最大处：起点与现在之间，没有代价更低的网络。";
export const littleOfPath = "路径的方差只有不到 1% 落在这个平面内。";
/** @param {number} part  of its variance */
export const partOfPath = (part) => `路径有 ${percent(part, 0)} 落在这个平面内（按方差计）。`;

/** @param {number} step */
const beginsAt = (step) =>
  `路径从第 ${count(step)} 步开始：这个网络是那时回到页面上的（例如通过撤销或刷新）`;
/** @param {number} step */
export const beginning = (step) => `${beginsAt(step)}。`;
const afterTraining = `训练一段时间后，就能显示“${planes.path}”和“${planes.main}”。`;
export const noPath = `还没有路径。${afterTraining}`;
/** @param {number} step */
export const shortPath = (step) => `${beginsAt(step)}。${afterTraining}`;

export const plane = "代价平面：用方向键移动光标";
/**
 * @param {number} low @param {number} high
 * @param {{ a: number, b: number } | null} start  of the path; null: there is none
 */
export function contours(low, high, start) {
  const path = start ? `路径从（${figures(start.a)}，${figures(start.b)}）通到这里。` : "";
  return `代价的等高线，从 ${precise(low)} 到 ${precise(high)}。${path}`;
}

/** Names on the plane. */
export const pathStart = "起点";
export const pathBest = "最佳";
export const pathNow = "现在";

/**
 * @param {number | null} cost  null: the cursor is not on the plane
 * @param {boolean} isHeard  the keyboard moved the cursor, so a new cost is read out
 */
export const costAtCursor = (cost, isHeard) =>
  html`${
    cost === null ? "指向平面上的一点，读取代价" : "光标处的代价："
  }<output data-testid="downhill-plane-cost" aria-live=${isHeard ? "polite" : "off"}
    >${cost === null ? "" : precise(cost)}</output>`;
export const putHere = "把网络放到这里";
export const putHow = "要为网络选择位置，请点击平面，或在平面上按方向键。";
export const recentre = "重新居中";

export const onPlane = "网络在这个平面上";
export const onPlaneOutside = "网络在这个平面上，但在这个正方形之外。";
/** @param {number} away */
export const offPlane = (away) =>
  `网络与这个平面的距离是 ${precise(away)}：圆点是平面上离它最近的位置。`;
/** @param {number} away */
export const offPlaneOutside = (away) =>
  `网络与这个平面的距离是 ${precise(away)}，并且在这个正方形之外。`;
export const pressRecentre = `按“${recentre}”，改用经过网络的平面。`;

/** @param {number} size @param {number} images */
export const scale = (size, images) =>
  `正方形一边两端的网络相距 ${figures(size)}，按全部权重和偏置计算。` +
  `每个代价都是前 ${count(images)} 个训练样本的平均值。`;
/** @param {number} side */
export const soFar = (side) => `目前算出 ${side} × ${side} 个代价。`;
