/** Components, digits and findings of this lab, each with the text that tells of it. */
import * as texts from "../../texts/en/gradient.js";
import * as experiments from "../../texts/en/gradient-experiments.js";
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
  if (parameter.input === null) {
    return digits === 1 ? texts.biasReason(slope) : texts.biasMean(slope, digits);
  }
  if (input === null) return texts.weightMean(slope, error, digits);
  return texts.weightReason(slope, error, input);
}

/** The formula that `valuesOf` has the values of. @param {number} digits */
export function formulaOf(digits) {
  return digits === 1 ? texts.formula : texts.formulaOfMean(digits);
}

/**
 * What the component is made of, in few words.
 * @param {Explanation} explanation @param {number} digits
 */
export function valuesOf({ error, input }, digits) {
  if (digits > 1) return texts.meanError(error);
  return input === null ? texts.errorOnly(error) : texts.inputAndError(input, error);
}

/** What the nudge does. @param {Explanation} explanation */
export function effectOf({ slope }) {
  if (slope === 0) return texts.noEffect;
  return slope < 0 ? texts.increase : texts.decrease;
}

/** The digit on the input. @param {number} label */
export function inputName(label) {
  return label > 9 ? texts.inputAsNoDigit : texts.inputAs(label);
}

/**
 * Whose cost it is.
 * @param {import("./queries.js").Digits} digits @param {number} counted
 * @param {number} all  training digits
 */
export function digitsName({ own, from }, counted, all) {
  if (own) return inputName(own.label);
  if (counted === all) return texts.allDigits(all);
  return from === 0 ? texts.firstDigits(counted) : texts.someDigits(from + 1, from + counted);
}

/** How the wishes of single digits differ. @param {Float64Array} values @param {number} label */
export function disagreement(values, label) {
  const up = values.filter((g) => g < 0).length;
  const down = values.filter((g) => g > 0).length;
  return experiments.disagreement(label, { all: values.length, up, down });
}

/**
 * Which digits stand for all; see `inProportion` of queries.js.
 * @param {Float64Array} values @param {number[]} shown  places in `values`
 */
export function shownWords(values, shown) {
  if (shown.length === values.length) return experiments.allShown;
  const some = shown.map((at) => values[at]);
  const up = some.filter((g) => g < 0).length;
  const down = some.filter((g) => g > 0).length;
  const none = some.filter((g) => g === 0).length;
  return experiments.shown(up, down, none);
}

/** The answer to the lab's question. @param {number | null} half @param {number} all */
export function halfWords(half, all) {
  return half === null ? texts.allZero : texts.halfOfWork(half, all);
}
