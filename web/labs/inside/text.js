/** Numbers and names as this lab writes them. */
import { fraction } from "../../common/numbers.js";

/** Decimals of every term, so that a sum can be checked by hand. */
const DIGITS = 3;

/** 1.2345 → "+1.235", with a true minus; zero has no sign. @param {number} value */
export function signed(value) {
  if (!Number.isFinite(value)) return "–";
  const text = Math.abs(value).toFixed(DIGITS);
  if (!Number(text)) return text;
  return `${value < 0 ? "−" : "+"}${text}`;
}

/**
 * 0.9731 → "0.973"; what would be written 0.000 is said to be below 0.001.
 * @param {number} value
 */
export function activationText(value) {
  if (!Number.isFinite(value)) return "–";
  return value > 0 && value < 0.0005 ? "below 0.001" : fraction(value, DIGITS);
}

/** Class of the colour of a sign. @param {number} value */
export function tone(value) {
  if (value === 0) return "";
  return value < 0 ? "negative" : "positive";
}

/** @param {number} layer @param {number} last  layer of the outputs */
export function nameOfLayer(layer, last) {
  if (layer === last) return "Outputs";
  return last < 3 ? "Hidden layer" : `Hidden layer ${layer}`;
}

/** @param {import("./anatomy.js").Neuron} neuron @param {number} last  layer of the outputs */
export function nameOfNeuron({ layer, index }, last) {
  if (layer === last) return `Output ${index}`;
  return `Neuron ${index + 1} of ${lower(nameOfLayer(layer, last))}`;
}

/** @param {string} words */
export function lower(words) {
  return words[0].toLowerCase() + words.slice(1);
}
