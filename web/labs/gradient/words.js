/** Numbers and sentences of this lab. */

import { count, figures, fraction, percent } from "../../common/numbers.js";
import { aDigit } from "../../texts/en/locale.js";
import { biasOf, parameterAt, parameterName } from "./nudges.js";

/**
 * @typedef {import("./queries.js").Gradient} Gradient
 *
 * @typedef {object} Explanation  one component, with everything it is made of
 * @property {import("./nudges.js").Parameter} parameter
 * @property {string} name
 * @property {number} value  of the parameter
 * @property {number} slope  ∂C/∂parameter
 * @property {number} error  of its neuron: ∂C/∂bias, for several digits the mean
 * @property {number | null} input  activation that the weight multiplies, for one digit
 */

/** Smaller numbers are written in powers of ten. */
const SMALL = 0.001;

/** +0.0123, −1.25, +3.1×10⁻⁵, 0; three figures that matter. @param {number} value */
export function signed(value) {
  return value === 0 ? "0" : `${value < 0 ? "−" : "+"}${sized(Math.abs(value))}`;
}

/** The same without a plus. @param {number} value */
export function plain(value) {
  return signed(value).replace("+", "");
}

/** @param {number} size */
function sized(size) {
  if (!Number.isFinite(size)) return "–";
  if (size >= 1000) return count(size);
  if (size >= 0.1) return figures(size);
  if (size >= SMALL) return size.toFixed(size >= 0.01 ? 4 : 5);
  return powerOfTen(size);
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** 0.0000312 → "3.1×10⁻⁵" @param {number} size */
function powerOfTen(size) {
  const [digits, power] = size.toExponential(1).split("e");
  return `${digits}×${raised(Number(power))}`;
}

/** −5 → "10⁻⁵" @param {number} power */
export function raised(power) {
  const digits = [...String(Math.abs(power))].map((digit) => RAISED[Number(digit)]);
  return `10${power < 0 ? "⁻" : ""}${digits.join("")}`;
}

/**
 * @param {Gradient} found @param {number[]} layers @param {number} at  index of the component
 * @returns {Explanation}
 */
export function explanationOf(found, layers, at) {
  const { gradient, parameters, activations } = found;
  const parameter = parameterAt(layers, at);
  const { layer, input } = parameter;
  return {
    parameter,
    name: parameterName(layers, parameter),
    value: parameters[at],
    slope: gradient[at],
    error: gradient[biasOf(layers, parameter)],
    input: input === null || !activations ? null : activations[layer - 1][input],
  };
}

/** Why the component is what it is. @param {Explanation} explanation @param {number} digits */
export function reasonOf({ parameter, slope, error, input }, digits) {
  const result = plain(slope);
  if (parameter.input === null) {
    if (digits === 1) return `∂C/∂b is its neuron’s error: ${result}.`;
    return `∂C/∂b is the mean of its neuron’s error over ${count(digits)} digits: ${result}.`;
  }
  if (input === null) {
    return `∂C/∂w is the mean of input × error over ${count(digits)} digits: ${result}. Its
      neuron’s mean error is ${plain(error)}.`;
  }
  const [a, delta] = [fraction(input, 3), plain(error)];
  return `Its input is ${brightness(input)}, ${a}; its neuron’s error is ${delta}.
    ∂C/∂w = ${a} × ${delta} = ${result}.`;
}

/** The formula that `valuesOf` has the values of. @param {number} digits */
export function formulaWords(digits) {
  if (digits === 1) {
    return `∂C/∂w = input × error: the activation that the weight multiplies, times the error of
      its neuron. ∂C/∂b = error.`;
  }
  return `∂C/∂w is the mean of input × error over ${count(digits)} digits: the activation that the
    weight multiplies, times the error of its neuron. ∂C/∂b is the mean error.`;
}

/**
 * What the component is made of, in few words.
 * @param {Explanation} explanation @param {number} digits
 */
export function valuesOf({ error, input }, digits) {
  if (digits > 1) return `Mean error ${plain(error)}.`;
  const dark = input === null ? "" : `Input ${fraction(input, 3)}, ${brightness(input)}. `;
  return `${dark}Error ${plain(error)}.`;
}

/** @param {number} activation */
function brightness(activation) {
  if (activation === 0) return "dark";
  return activation < 0.25 ? "dim" : activation < 0.75 ? "half bright" : "bright";
}

/** What the nudge does. @param {Explanation} explanation */
export function effectOf({ slope }) {
  if (slope === 0) return "A small change of it changes no cost.";
  return slope < 0 ? "Increase it to lower the cost." : "Decrease it to lower the cost.";
}

/**
 * Whose cost it is.
 * @param {import("./queries.js").Digits} digits @param {number} counted
 * @param {number} all  training digits
 */
export function digitsName({ own, from }, counted, all) {
  if (own) return own.label > 9 ? "the input as not a digit" : `the input as ${aDigit(own.label)}`;
  if (counted === all) return `all ${count(all)} training digits`;
  if (from === 0) return `the first ${count(counted)} training digits`;
  return `training digits ${count(from + 1)} to ${count(from + counted)}`;
}

/** How the wishes of single digits differ. @param {Float64Array} values @param {number} label */
export function disagreement(values, label) {
  const up = values.filter((g) => g < 0).length;
  const down = values.filter((g) => g > 0).length;
  const rest = values.length - up - down;
  const none = rest ? `, ${count(rest)} neither` : "";
  return `Of ${count(values.length)} training ${label}s, ${count(up)} want it up,
    ${count(down)} down${none}.`;
}

/**
 * Which digits stand for all; see `inProportion` of queries.js.
 * @param {Float64Array} values @param {number[]} shown  places in `values`
 */
export function shownWords(values, shown) {
  if (shown.length === values.length) return "All of them are shown.";
  const some = shown.map((at) => values[at]);
  const kinds = [
    most(some.filter((g) => g < 0).length, "it up most"),
    most(some.filter((g) => g > 0).length, "it down most"),
    kind(some.filter((g) => g === 0).length, "no change"),
  ];
  const said = kinds.filter(Boolean);
  return `Shown${said.length > 1 ? ", about in proportion" : ""}: ${said.join(", ")}.`;
}

/** @param {number} n @param {string} what */
function most(n, what) {
  return n && `the ${kind(n, what)}`;
}

/** @param {number} n @param {string} what */
function kind(n, what) {
  return n && (n === 1 ? `one that wants ${what}` : `${n} that want ${what}`);
}

/** The answer to the lab's question. @param {number | null} half @param {number} all */
export function halfWords(half, all) {
  if (half === null) return "Every component is exactly zero: no nudge brings anything.";
  return `The ${largestWords(half, all)} do half of the work: they hold half of |∇C|²`;
}

/** @param {number} half @param {number} all */
export function largestWords(half, all) {
  return `largest ${count(half)} of ${count(all)} nudges (${percent(half / all)})`;
}
