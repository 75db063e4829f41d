/** Numbers and names as this lab writes them. */
import { brief, fraction, local, withMinus } from "../../common/numbers.js";
import { LARGE, MINUS, PLUS, powerOfTen } from "../../common/signed-numbers.js";
import * as texts from "../../texts/en/inside.js";

/** Decimals of every term, so that a sum can be checked by hand. */
const DIGITS = 3;

/** 1.2345 → "+1.235", with a true minus; zero has no sign. @param {number} value */
export function signed(value) {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  // `toFixed` goes over to "1e+35" by itself, with sixteen digits.
  const text = size < LARGE ? size.toFixed(DIGITS) : powerOfTen(size);
  if (Number(text) === 0) return local(text);
  return `${value < 0 ? MINUS : PLUS}${local(text)}`;
}

/**
 * 0.9731 → "0.973"; what would be written 0.000 is said to be below 0.001.
 * @param {number} value
 */
export function activationText(value) {
  if (!Number.isFinite(value)) return "–";
  if (value >= LARGE) return powerOfTen(value);
  return value > 0 && value < 0.0005 ? texts.below : fraction(value, DIGITS);
}

/** At an axis. @param {number} value */
export const tickText = (value) =>
  withMinus(Math.abs(value) < LARGE ? brief(value) : powerOfTen(value));

/** Class of the colour of a sign. @param {number} value */
export function tone(value) {
  if (value === 0) return "";
  return value < 0 ? "negative" : "positive";
}

/** @param {number} layer @param {number} last  layer of the outputs */
export function nameOfLayer(layer, last) {
  if (layer === last) return texts.outputs;
  return last < 3 ? texts.onlyHiddenLayer : texts.hiddenLayer(layer);
}

/** @param {import("./anatomy.js").Neuron} neuron @param {number} last  layer of the outputs */
export function nameOfNeuron({ layer, index }, last) {
  if (layer === last) return texts.output(index);
  return last < 3 ? texts.neuronOfOnlyLayer(index + 1) : texts.neuronOfLayer(index + 1, layer);
}
