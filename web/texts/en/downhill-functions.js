/** The parts of the lab Downhill on invented functions. */
import { html } from "lit";
import { number, signed } from "../../common/downhill-numbers.js";
import { withMinus } from "../../common/numbers.js";
import { plural } from "./locale.js";
import { verdict } from "./ui.js";

/** @param {number} count */
const stepsOf = (count) => plural(count, { one: "1 step", other: `${count} steps` });

/* ---- what both parts share ---- */

export const run = "Run";
export const pause = "Pause";
export const step = "Step downhill";
export const backToStart = "Back to start";
/** @param {number} rate */
export const learningRate = (rate) =>
  html`Learning rate η <output class="number" aria-live="off">${rate}</output>`;

/* ---- one input ---- */

export const curve = "Curve";
export const curves = {
  bowl: "Bowl",
  valleys: "Two valleys",
  plateau: "Plateau",
  wall: "Steep wall",
};

export const question = `The ball sits high on the left and takes one step downhill after another.
  Where does it come to rest?`;
const leftValley = "In the left valley";
export const choices = [leftValley, "In the right valley, the deeper one", "Nowhere: it swings"];

export const pressRun = `Press ${run} and see.`;
export const chooseValleys = `Choose “${curves.valleys}”, then press ${run}.`;
/** @param {boolean} isGuessed */
export const cameToLeft = (isGuessed) =>
  `${verdict(leftValley, isGuessed)}: a step depends only on the slope under the ball, so descent
    ends in a local minimum. Put the ball on the right and run again.`;

const smallerRate = "choose a smaller learning rate η and run again";
export const leftTheCurve = `It left the curve with steps as long as these: ${smallerRate}.`;
/** @param {number} choice  the one that is right @param {boolean} isGuessed */
export const cameElsewhere = (choice, isGuessed) =>
  `${verdict(choices[choice], isGuessed)}, with steps as long as these: ${smallerRate}.`;

/** @param {string} finding  one of those below */
export const curveWithBall = (finding) => `The curve C(w) with the ball on it. ${finding}.`;
/** @param {number} steps @param {number} start */
export const progress = (steps, start) => `${stepsOf(steps)} from w = ${number(start)}`;
export const ball = "Ball, w";
/** @param {number} w */
export const ballAt = (w) => `w = ${number(w)}`;
/** @param {number} w */
export const handle = (w) => `Height of the curve at w = ${withMinus(String(w))}`;
export const help = `Click the plot to put the ball there. Drag a square to bend the curve. With the
  keyboard: Tab to the ball or a square, then arrow keys; with Shift, ten times as far.`;
/** @param {number} w */
export const noCurve = (w) => html`The step led to w = <span class="number">${number(w)}</span>,
  where there is no curve.`;

/** Names on the plot. */
export const earlier = "earlier";
export const slope = "slope";
export const aStep = "step";

/** What happened to the ball, as a title. */
export const stepRight = "The slope is negative: step right";
export const stepLeft = "The slope is positive: step left";
export const diverged = "Diverged: each overshoot was larger, and the ball left the curve";
/** @param {number} step */
export const tooLarge = (step) =>
  `The ball left the curve: a step of ${signed(step)} was too large`;
/** @param {number} slope */
export const balanced = (slope) =>
  `Balanced on a maximum: slope ${number(slope)}, so there is no step`;
/** @param {number} slope */
export const onFlat = (slope) => `On a flat stretch: slope ${number(slope)}, so there is no step`;
/** @param {number} slope */
export const atMinimum = (slope) => `At a local minimum: slope ${number(slope)}`;
/** @param {number} steps @param {number} slope */
export const minimumReached = (steps, slope) =>
  `Local minimum reached in ${stepsOf(steps)}: slope ${number(slope)}`;
/** @param {number} before  slope @param {number} now  slope */
export const overshot = (before, now) =>
  `Overshot: the slope changed sign, from ${signed(before)} to ${signed(now)}`;
export const diverging = "Diverging: each step overshoots, and more each time";
export const oscillating = "Oscillating: each step overshoots by as much as the last";
export const overshootsLess = "Each step overshoots, but less each time";
export const stepsShrink = "Steps shrink because the slope shrinks";
export const stepsGrow = "Steps grow because the slope grows";
export const stepsStay = "Steps stay the same because the slope does";

/** @param {number} start @param {number} w */
export const anotherMinimum = (start, w) =>
  `Another start, another minimum: from ${number(start)} it was w = ${number(w)}.`;
/** @param {number} w */
export const notLowest = (w) => `Not the lowest point: C is lower at w = ${number(w)}.`;

/* ---- two inputs ---- */

export const surface = "Function of two inputs";
/** @type {Record<string, string>} */
export const surfaces = { bowl: "Bowl", ravine: "Ravine", saddle: "Saddle", minima: "Two minima" };

/** @typedef {"sgd" | "momentum" | "adam"} Method */
export const methods = { sgd: "Gradient descent", momentum: "Momentum", adam: "Adam" };
/** The same inside a sentence. */
const inSentence = { sgd: "gradient descent", momentum: "momentum", adam: "Adam" };

export const chooseStart = "Choose the start: click the map, or use the arrow keys.";
/** @param {string} finding  one of those below */
export const map = (finding) => `Contour map of C(w₁, w₂). ${finding}.`;
/** @param {[number, number]} start */
export const startAt = ([w1, w2]) => `Start at w₁ = ${number(w1)}, w₂ = ${number(w2)}`;
/** @param {number} gradient  its length */
export const stepsTo = (gradient) => html`Steps to
  <span class="number">|∇C| &lt; ${gradient}</span>`;

export const rules = "The three rules";
export const ruleOfDescent = "Gradient descent:";
export const ruleOfMomentum = "Momentum adds up past gradients, fading by a tenth each step:";
export const ruleOfAdam = `Adam divides the mean of past gradients by their typical size, for each
  input alone; t counts the steps:`;

/** Where there is no slope. @typedef {"minimum" | "maximum" | "saddle" | "plateau"} Kind */
const places = {
  minimum: "a local minimum",
  maximum: "a maximum",
  saddle: "a saddle point",
  plateau: "a plateau",
};

/** @param {Method[]} some */
const list = (some) =>
  some
    .map((method) => inSentence[method])
    .join(", ")
    .replace(/, ([^,]*)$/, " and $1");

/** What happened on the three paths, as a title. @param {Kind} kind @param {number} gradient */
export const at = (kind, gradient) => `At ${places[kind]}: |∇C| = ${number(gradient)}`;
/** @param {number} gradient  its length */
export const downhill = (gradient) =>
  `−∇C points straight downhill, across the contours: |∇C| = ${number(gradient)}`;
/** @param {number} steps @param {Method[]} some @param {number} cost */
export const lowest = (steps, some, cost) =>
  `Lowest after ${stepsOf(steps)}: ${list(some)}, C = ${number(cost)}`;
/** @param {Kind} kind @param {Method[]} some @param {number} steps */
export const first = (kind, some, steps) =>
  `First at ${places[kind]}: ${list(some)}, in ${stepsOf(steps)}`;
export const allFell = "All three left the map downhill, where C still falls";
export const allLeft = "All three left the map";
export const allDiverged = "All three diverged: the steps are too large";

/** What became of one path, in a table. @param {number} steps */
export const moving = (steps) => (steps ? `${steps}, still moving` : "–");
/** @param {number} steps @param {Kind} kind */
export const rested = (steps, kind) => `${steps}, ${places[kind]}`;
/** @param {number} steps */
export const leftDownhill = (steps) => `left the map downhill after ${steps}`;
/** @param {number} steps */
export const divergedAfter = (steps) => `diverged after ${steps}`;
