/** Beside the controls of settings: hints, and what is said of a value that is not valid. */
import { LOCALE } from "./locale.js";

/** By the key of the setting. @type {Record<string, string>} */
export const hints = {
  layers: "Neurons in each hidden layer, such as 16-16",
  rate: "How far a step goes along the gradient",
  augment: "Each digit is shifted, rotated and scaled at random every time",
  nothing: "Fraction of each mini-batch that is noise; target: all outputs 0",
};

/** @param {number} value */
const plain = (value) =>
  value.toLocaleString(LOCALE, { maximumFractionDigits: 6, useGrouping: false });

/** @param {number} layers  at most @param {number} least  neurons in each @param {number} most */
export const enterLayers = (layers, least, most) =>
  `Enter 1 to ${layers} layers of ${plain(least)} to ${plain(most)} neurons, such as 16-16.`;

/** @param {number} least @param {number} most */
export const enterWholeNumber = (least, most) =>
  `Enter a whole number from ${plain(least)} to ${plain(most)}.`;

/** @param {number} least @param {number} most */
export const enterNumber = (least, most) =>
  `Enter a number from ${plain(least)} to ${plain(most)}.`;
