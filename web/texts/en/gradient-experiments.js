/** The words of the lab Gradient: nudging only some, single digits, the check. */
import { html } from "lit";
import { count, fixed, percent } from "../../common/numbers.js";
import { plain } from "../../common/signed-numbers.js";
import { aDigit, plural } from "./locale.js";

/* ---- only some components are nudged ---- */

export const nudgeLargest = "Nudge only the largest";
export const noDecrease =
  "No step brings a decrease: the gradient is zero, or too small to measure.";
export const measuring = "Measuring…";
export const measuredHere = "Draw a digit or take a test digit, and it is measured here.";
export const measuredSoon = "It is measured as soon as the training digits are in.";
export const noDigits = "There are no digits to measure on.";

/** @param {number} k @param {unknown} top @param {unknown} random  parts of the decrease */
export const largestBring = (k, top, random) =>
  html`The ${count(k)} largest bring ${top} of the decrease, ${count(k)} random ones ${random}`;

/** @param {number} k @param {number} all */
export const nudgeOnly = (k, all) =>
  html`Nudge only k = <output aria-live="off">${count(k)}</output> of ${count(all)} components`;

/** @param {number} k */
export const components = (k) => `${k} ${plural(k, { one: "component", other: "components" })}`;

/** @param {unknown} held  part of |∇C|² @param {number} draws  of random ones */
export const largestHold = (held, draws) => html`The k largest hold ${held} of |∇C|², which is the
  prediction to first order. Of k random ones, the chart shows the median of ${draws} draws.`;

export const axis = "k, the number of components that are nudged";
export const kLargest = "k largest";
export const kRandom = "k random";
export const nothingMeasured = "Nothing measured yet";

/** The chart, read out. @param {{ k: number, top: number, random: number }[]} points */
export function chart(points) {
  const parts = points.map(
    ({ k, top, random }) => `${count(k)}: ${percent(top, 0)} and ${percent(random, 0)}`,
  );
  const what = "Part of the decrease by the k largest components, and by k random ones";
  return `${what}. ${parts.join("; ")}`;
}

/**
 * @param {string} digits  whose cost it is
 * @param {{ t: number, cost: number, decrease: number, epoch: number }} step
 */
export const terms = (digits, { t, cost, decrease, epoch }) =>
  `All of them: θ − t∇C with t = ${plain(t)} lowers the cost of ${digits} from ${plain(cost)} by
    ${plain(decrease)}, at epoch ${fixed(epoch, 2)}. The same t is used for every k; to first order
    all of them lower the cost by 1%.`;

/* ---- single digits ---- */

export const singleDigits = "What single digits want";

/**
 * @param {number} label
 * @param {{ all: number, up: number, down: number }} digits  up, down: that want it so
 */
export function disagreement(label, { all, up, down }) {
  const neither = all - up - down;
  const rest = neither ? `, ${count(neither)} neither` : "";
  return `Of ${count(all)} training ${label}s, ${count(up)} want it up,
    ${count(down)} down${rest}.`;
}

/** @param {unknown} label  a field */
export const digitsThatAre = (label) => html`Training digits that are ${label}`;
/** @param {string} component */
export const eachWants = (component) => `What each wants: −∂C/∂ of “${component}”`;

/** @param {number} label */
export const noneOfLabel = (label) => `There is no ${label} among the training digits.`;
export const asking = "Computing what each digit wants…";

export const allShown = "All of them are shown.";

/**
 * How many of the shown digits want what.
 * @param {number} up @param {number} down @param {number} none
 */
export function shown(up, down, none) {
  const groups = [];
  if (up) groups.push(`the ${thatWant(up)} it up most`);
  if (down) groups.push(`the ${thatWant(down)} it down most`);
  if (none) groups.push(`${thatWant(none)} no change`);
  return `Shown${groups.length > 1 ? ", about in proportion" : ""}: ${groups.join(", ")}.`;
}

/** @param {number} digits */
const thatWant = (digits) =>
  plural(digits, { one: "one that wants", other: `${digits} that want` });

export const oneScale = "All bars are on one scale, the average’s too.";
/** @param {number} digits */
export const average = (digits) => `Average of ${count(digits)}`;
/** @param {number} number  1 is the first @param {number} label */
export const trainingDigit = (number, label) => `Training digit ${count(number)}, ${aDigit(label)}`;

/* ---- the check by finite differences ---- */

export const checkIt = "Check it: move one parameter a little and measure the cost";
export const method = `(C(θ + ε) − C(θ − ε)) ÷ 2ε with ε = 10⁻⁵, beside what backpropagation says.
  Components below 10⁻⁴ are compared as if they were 10⁻⁴.`;
/** @param {number} components */
export const checkRandom = (components) => `Check ${components} random ones`;

/** A digit inside a sentence. @param {number} number  1 is the first @param {number} label */
export const oneDigit = (number, label) => `training digit ${count(number)}, ${aDigit(label)}`;

/** @param {string} digit @param {number} epoch */
export const checkedFor = (digit, epoch) => `For ${digit}, at epoch ${fixed(epoch, 2)}:`;

/** @param {string} digit @param {number} digits  looked at @param {number} epoch */
export const checkedForLargest = (digit, digits, epoch) =>
  `For ${digit} (of ${count(digits)} digits, the one whose component is largest), at epoch
    ${fixed(epoch, 2)}:`;

/** @param {string} digit @param {number} digits  looked at @param {number} epoch */
export const checkedForZero = (digit, digits, epoch) =>
  `For ${digit} (for each of the ${count(digits)} digits looked at, this component is 0), at epoch
    ${fixed(epoch, 2)}:`;

export const finiteDifference = "Finite difference";
export const backpropagation = "Backpropagation";
export const relativeError = "Relative error";

/**
 * @param {{ checked: number, worst: unknown, agree: boolean, digit: string, epoch: number,
 *   moving: number }} many  moving: that are not 0
 */
export function manyChecked({ checked, worst, agree, digit, epoch, moving }) {
  const verdict = agree ? "they agree" : "they do not agree";
  return html`Worst relative error of ${checked}: ${worst}, so ${verdict} (for ${digit}, at epoch
    ${fixed(epoch, 2)}; ${moving} of them are not zero).`;
}
