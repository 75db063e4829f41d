/** The lab Downhill, but for its invented functions: see downhill-functions.js. */
import { html } from "lit";
import { precise } from "../../common/downhill-numbers.js";
import { count, figures, fixed, percent } from "../../common/numbers.js";
import { verdict } from "./ui.js";

export const lesson = html`Look at the slope: step left where it is positive and right where it is
  negative, again and again, and you come to a local minimum, like a ball that rolls down a hill.
  With many inputs the gradient is the direction of steepest ascent, and its negative is the step;
  when steps are proportional to the slope, they shrink near the minimum.`;

/** @typedef {"theta" | "step" | "gradient" | "down" | "slope" | "length" | "plane"} Formula */

/** @param {Record<Formula, unknown>} formulas */
export const how = ({ theta, step, gradient, down, slope, length, plane }) => html`
  <p>With <math>${theta}</math> for all weights and biases as one long column, gradient descent
    repeats one step:</p>
  <math display="block">${step}</math>
  <p>No direction is steeper than <math>${gradient}</math>. Along <math>${down}</math>
    the cost begins with the slope</p>
  <math display="block">${slope}</math>
  <p>A step is <math>${length}</math> long, so it shrinks where the slope does. The
    trainer estimates the gradient from a mini-batch; here it is the mean over the first training
    digits. Each point of the plane is a whole network, <math>${plane}</math>, with
    the cost of these digits. A path lies mostly in its two main directions, but so does a long
    random walk (Antognini &amp; Sohl-Dickstein 2018); in random directions it hardly moves. Those
    are normalised neuron by neuron, so that planes of different networks can be compared (Li et al.
    2018). In the engine: <code>net.meanGradient(data)</code>,
    <code>net.costAlong(direction, ts, data)</code> and
    <code>net.costPlane(u, v, as, bs, data)</code>.</p>`;

/* ---- the parts ---- */

export const parts = "Number of inputs";
export const oneInput = "One input";
export const twoInputs = "Two inputs";
/** @param {number} parameters */
export const allInputs = (parameters) => `All ${count(parameters)}`;
export const nextTwo = "Next: two inputs";
/** @param {number} parameters */
export const nextAll = (parameters) => `Next: all ${count(parameters)}`;

/* ---- before anything can be seen ---- */

/** @param {number} images @param {number} total */
export const loadingDigits = (images, total) =>
  images
    ? `Loading training digits: ${count(images)} of ${count(total)}`
    : "Waiting for the digits…";

/* ---- the guess ---- */

export const question = `Walk from this network straight along −∇C, the direction in which the cost
  falls fastest, without looking at the slope again. What does the cost do?`;
const falls = "It falls all the way";
const fallsThenRises = "It falls, then rises again";
const rises = "It rises from the start";
export const choices = [falls, fallsThenRises, rises];

export const beingComputed = "The cost along the line is being computed.";
export const noGradient = "This network’s gradient is zero: no direction leads down.";

const lookAgain = `The gradient is the slope where the network stands, and no farther: so descent
  takes a step, and looks again.`;

/** @param {number} here  cost @param {boolean} isGuessed */
export function itRises(here, isGuessed) {
  const fact = `here it rises from ${precise(here)} at every step looked at`;
  return `${verdict(rises, isGuessed)}: ${fact}. ${lookAgain}`;
}

/**
 * @param {number} here  cost @param {{ t: number, cost: number }} best
 * @param {{ isRising: boolean, isGuessed: boolean }} options  isRising: after the lowest
 */
export function itFalls(here, { t, cost }, { isRising, isGuessed }) {
  const lowest = `here it falls from ${precise(here)} to ${precise(cost)} at t = ${precise(t)}`;
  const end = isRising ? ", then rises" : " as far as was looked";
  const choice = isRising ? fallsThenRises : falls;
  return `${verdict(choice, isGuessed)}: ${lowest}${end}. ${lookAgain}`;
}

/* ---- the line ---- */

export const noLine = "No line yet";
export const lineNotComputed = "The cost along −∇C was not computed.";
export const computingLine = "Computing the cost along −∇C…";
export const noCost = "The cost of this network is not a number";
export const noDirection = "The gradient is zero: no direction leads down";

/** @param {number | null} epoch  null: now */
const along = (epoch) => (epoch === null ? "Along −∇C" : `At epoch ${fixed(epoch, 1)}, along −∇C`);
/** @param {number | null} epoch */
export const lineRises = (epoch) =>
  `${along(epoch)} the cost rises before the first point of this line`;
/**
 * @param {number | null} epoch @param {number} here  cost @param {number} least  cost
 * @param {boolean} isRising  after the lowest
 */
export const lineFalls = (epoch, here, least, isRising) => html`${along(epoch)} the cost falls from
  <span class="number">${precise(here)}</span> to
  <span class="number">${precise(least)}</span>${isRising ? ", then rises" : ""}`;

/**
 * @param {number} here  cost @param {{ t: number, cost: number }} best
 * @param {number | null} overshoot  see Findings
 */
export function line(here, { t, cost }, overshoot) {
  const over =
    overshoot === null ? "" : `, and above ${precise(here)} again from t = ${precise(overshoot)}`;
  return `Cost against the step size t along −∇C: ${precise(here)} at 0, lowest at
    t = ${precise(t)} with ${precise(cost)}${over}.`;
}

export const costAtZero = "cost at t = 0";
export const stepAxis = "Step size t (as the learning rate η)";
export const slopeAtZero = "Slope at t = 0, measured";
/** @param {number} t */
export const bestStep = (t) => `Best step, t = ${precise(t)}`;
/** @param {number} t */
export const higherFrom = (t) => `Higher than before from t = ${precise(t)}`;
/** @param {string} optimizer */
export const otherOptimizer = (optimizer) =>
  `Training uses ${optimizer}, which steps in another direction
    than −∇C.`;
/** @param {number} rate @param {boolean} isAtStart  it falls later */
export const learningRate = (rate, isAtStart) =>
  `Learning rate${isAtStart ? " at the start" : ""}, t = ${rate}`;
export const farBeyond = "far beyond";

/** @param {number} t @param {number} length */
export const stepSize = (t, length) => html`Step size t = <output class="number"
  data-testid="downhill-t" aria-live="off">${precise(t)}</output>, length t·|∇C| = <output
  class="number" data-testid="downhill-length" aria-live="off">${precise(length)}</output>`;
/** @param {number} t @param {number} cost */
export const cursor = (t, cost) => `t = ${precise(t)}, cost ${precise(cost)}`;
/** @param {number} cost */
export const costThere = (cost) => html`Cost there: <output
  data-testid="downhill-cost-there" aria-live="off">${precise(cost)}</output>`;
export const takeStep = "Take this step";
/** @param {number} images */
export const meanOver = (images) => `Mean over the first ${count(images)} training digits.`;

export const networkIsThere = "The network is there now.";
export const undo = "Undo";

/* ---- the plane ---- */

export const noCosts = "No costs yet";
export const planeNotComputed = "The costs on a plane were not computed.";
export const computingPlane = "Computing the cost on a plane through the network…";

/** @param {number} low @param {number} high */
export const costRange = (low, high) => html`Cost from
  <span class="number">${precise(low)}</span> to
  <span class="number">${precise(high)}</span> on this plane`;

export const directions = "Directions of the plane";
/** @type {Record<"path" | "main" | "random", string>} */
export const planes = {
  path: "Three networks",
  main: "Main directions",
  random: "Random directions",
};
export const otherDirections = "Other directions";

export const throughMain = "Along the two directions in which this path varies most.";
export const throughRandom = "Along two random directions, scaled to each neuron’s weights.";
export const throughThree = "Through three networks: the start, the best so far, and now.";
export const throughBend =
  "Through the start, now and where the path bends most: none between them costs less.";
export const littleOfPath = "Less than 1% of the path’s variance lies in this plane.";
/** @param {number} part  of its variance */
export const partOfPath = (part) =>
  `The path lies ${percent(part, 0)} in this plane (share of its variance).`;

/** @param {number} step */
const beginsAt = (step) =>
  `The path begins at step ${count(step)}, where this network came back to the page, by an undo,
    say, or a reload`;
/** @param {number} step */
export const beginning = (step) => `${beginsAt(step)}.`;
const afterTraining = `“${planes.path}” and “${planes.main}” can be shown after some training.`;
export const noPath = `There is no path yet: ${afterTraining}`;
/** @param {number} step */
export const shortPath = (step) => `${beginsAt(step)}: ${afterTraining}`;

export const plane = "Plane of costs: the arrow keys move the cursor";
/**
 * @param {number} low @param {number} high
 * @param {{ a: number, b: number } | null} start  of the path; null: there is none
 */
export function contours(low, high, start) {
  const path = start ? ` The path leads from (${figures(start.a)}, ${figures(start.b)}) here.` : "";
  return `Contours of the cost, from ${precise(low)} to ${precise(high)}.${path}`;
}

/** Names on the plane. */
export const pathStart = "start";
export const pathBest = "best";
export const pathNow = "now";

/**
 * @param {number | null} cost  null: the cursor is not on the plane
 * @param {boolean} isHeard  the keyboard moved the cursor, so a new cost is read out
 */
export const costAtCursor = (cost, isHeard) =>
  html`${
    cost === null ? "Point at the plane to read a cost" : "Cost at the cursor: "
  } <output data-testid="downhill-plane-cost" aria-live=${isHeard ? "polite" : "off"}
    >${cost === null ? "" : precise(cost)}</output>`;
export const putHere = "Put the network here";
export const putHow =
  "To choose a place for the network, click on the plane or press the arrow keys on it.";
export const recentre = "Recentre";

export const onPlane = "The network is on this plane";
export const onPlaneOutside = "The network is on this plane, outside this square.";
/** @param {number} away */
export const offPlane = (away) =>
  `The network is ${precise(away)} off this plane: the dot is the nearest place on it.`;
/** @param {number} away */
export const offPlaneOutside = (away) =>
  `The network is ${precise(away)} off this plane, outside this square.`;
export const pressRecentre = `Press ${recentre} for a plane through the network.`;

/** @param {number} size @param {number} images */
export const scale = (size, images) =>
  `Networks at two ends of a side of the square are ${figures(size)} apart, measured over all
    weights and biases. Each cost is the mean over the first ${count(images)} training digits.`;
/** @param {number} side */
export const soFar = (side) => `So far ${side} × ${side} costs.`;
