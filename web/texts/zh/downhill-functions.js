/** The parts of the lab Downhill on invented functions. */
import { html } from "lit";
import { number, signed } from "../../common/downhill-numbers.js";
import { withMinus } from "../../common/numbers.js";
import { verdict } from "./ui.js";

/** @param {number} count */
const stepsOf = (count) => `${count} 步`;

/* ---- what both parts share ---- */

export const run = "运行";
export const pause = "暂停";
export const step = "下降一步";
export const backToStart = "回到起点";
/** @param {number} rate */
export const learningRate = (rate) =>
  html`学习率 η <output class="number" aria-live="off">${rate}</output>`;

/* ---- one input ---- */

export const curve = "曲线";
export const curves = {
  bowl: "碗形",
  valleys: "双谷",
  plateau: "平台",
  wall: "陡壁",
};

export const question = "小球停在左侧高处，一步一步地下坡。它最后停在哪里？";
const leftValley = "左边的山谷";
export const choices = [leftValley, "右边更深的山谷", "停不下来：来回摆动"];

export const pressRun = `按“${run}”看看。`;
export const chooseValleys = `选择“${curves.valleys}”，再按“${run}”。`;
/** @param {boolean} isGuessed */
export const cameToLeft = (isGuessed) =>
  `${verdict(leftValley, isGuessed)}：每一步只取决于小球所在处的斜率，` +
  "所以下降会停在一个局部极小值。把小球放到右边，再运行一次。";

const smallerRate = "请选择更小的学习率 η，再运行一次";
export const leftTheCurve = `步长这么大，小球离开了曲线：${smallerRate}。`;
/** @param {number} choice  the one that is right @param {boolean} isGuessed */
export const cameElsewhere = (choice, isGuessed) =>
  `${verdict(choices[choice], isGuessed)}（步长这么大时）。${smallerRate}。`;

/** @param {string} finding  one of those below */
export const curveWithBall = (finding) => `曲线 C(w) 和上面的小球。${finding}。`;
/** @param {number} steps @param {number} start */
export const progress = (steps, start) => `从 w = ${number(start)} 起走了 ${stepsOf(steps)}`;
export const ball = "小球，w";
/** @param {number} w */
export const ballAt = (w) => `w = ${number(w)}`;
/** @param {number} w */
export const handle = (w) => `w = ${withMinus(String(w))} 处曲线的高度`;
export const help =
  "点击图可以放置小球，拖动方块可以弯曲曲线。" +
  "用键盘：按 Tab 键选中小球或方块，再按方向键；按住 Shift 时移动十倍。";
/** @param {number} w */
export const noCurve = (w) =>
  html`这一步走到了 w = <span class="number">${number(w)}</span>${"，那里没有曲线。"}`;

/** Names on the plot. */
export const earlier = "之前";
export const slope = "斜率";
export const aStep = "一步";

/** What happened to the ball, as a title. */
export const stepRight = "斜率为负：向右走一步";
export const stepLeft = "斜率为正：向左走一步";
export const diverged = "发散：每次都越过得更多，小球离开了曲线";
/** @param {number} step */
export const tooLarge = (step) => `小球离开了曲线：${signed(step)} 的一步太大了`;
/** @param {number} slope */
export const balanced = (slope) => `停在极大值上：斜率 ${number(slope)}，所以不再移动`;
/** @param {number} slope */
export const onFlat = (slope) => `在平坦处：斜率 ${number(slope)}，所以不再移动`;
/** @param {number} slope */
export const atMinimum = (slope) => `在局部极小值处：斜率 ${number(slope)}`;
/** @param {number} steps @param {number} slope */
export const minimumReached = (steps, slope) =>
  `用 ${stepsOf(steps)}到达局部极小值：斜率 ${number(slope)}`;
/** @param {number} before  slope @param {number} now  slope */
export const overshot = (before, now) =>
  `走过头了：斜率变号，从 ${signed(before)} 变为 ${signed(now)}`;
export const diverging = "正在发散：每一步都走过头，而且越来越多";
export const oscillating = "来回振荡：每一步走过头的距离都与上一步相同";
export const overshootsLess = "每一步都走过头，但越来越少";
export const stepsShrink = "斜率变小，所以步长变小";
export const stepsGrow = "斜率变大，所以步长变大";
export const stepsStay = "斜率不变，所以步长不变";

/** @param {number} start @param {number} w */
export const anotherMinimum = (start, w) =>
  `起点不同，极小值也不同：从 ${number(start)} 出发时是 w = ${number(w)}。`;
/** @param {number} w */
export const notLowest = (w) => `这不是最低点：在 w = ${number(w)} 处 C 更低。`;

/* ---- two inputs ---- */

export const surface = "双变量函数";
/** @type {Record<string, string>} */
export const surfaces = { bowl: "碗形", ravine: "峡谷", saddle: "鞍面", minima: "两个极小值" };

/** @typedef {"sgd" | "momentum" | "adam"} Method */
export const methods = { sgd: "梯度下降", momentum: "动量法", adam: "Adam" };

export const chooseStart = "选择起点：点击地图，或用方向键。";
/** @param {string} finding  one of those below */
export const map = (finding) => `C(w₁, w₂) 的等高线图。${finding}。`;
/** @param {[number, number]} start */
export const startAt = ([w1, w2]) => `起点 w₁ = ${number(w1)}，w₂ = ${number(w2)}`;
/** @param {number} gradient  its length */
export const stepsTo = (gradient) => html`达到
  <span class="number">|∇C| &lt; ${gradient}</span> 的步数`;

export const rules = "三种更新规则";
export const ruleOfDescent = "梯度下降：";
export const ruleOfMomentum = "动量法累加过去的梯度，每一步衰减十分之一：";
export const ruleOfAdam = "Adam 对每个变量分别用过去梯度的平均值除以其典型大小；t 是步数：";

/** Where there is no slope. @typedef {"minimum" | "maximum" | "saddle" | "plateau"} Kind */
const places = {
  minimum: "局部极小值",
  maximum: "极大值",
  saddle: "鞍点",
  plateau: "平台",
};

/** @param {Method[]} some */
const list = (some) => some.map((method) => methods[method]).join("、");

/** What happened on the three paths, as a title. @param {Kind} kind @param {number} gradient */
export const at = (kind, gradient) => `位于${places[kind]}：|∇C| = ${number(gradient)}`;
/** @param {number} gradient  its length */
export const downhill = (gradient) =>
  `−∇C 指向最陡的下坡方向，与等高线垂直：|∇C| = ${number(gradient)}`;
/** @param {number} steps @param {Method[]} some @param {number} cost */
export const lowest = (steps, some, cost) =>
  `${stepsOf(steps)}后最低：${list(some)}，C = ${number(cost)}`;
/** @param {Kind} kind @param {Method[]} some @param {number} steps */
export const first = (kind, some, steps) =>
  `最先到达${places[kind]}：${list(some)}，用了 ${stepsOf(steps)}`;
export const allFell = "三者都沿下坡走出了地图，那里 C 仍在下降";
export const allLeft = "三者都走出了地图";
export const allDiverged = "三者都发散了：步长太大";

/** What became of one path, in a table. @param {number} steps */
export const moving = (steps) => (steps ? `${steps}，仍在移动` : "–");
/** @param {number} steps @param {Kind} kind */
export const rested = (steps, kind) => `${steps}，${places[kind]}`;
/** @param {number} steps */
export const leftDownhill = (steps) => `${stepsOf(steps)}后沿下坡走出地图`;
/** @param {number} steps */
export const divergedAfter = (steps) => `${stepsOf(steps)}后发散`;
