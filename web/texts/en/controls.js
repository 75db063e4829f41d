/** Fields where numbers are typed: hints, what may be entered, and why something was not taken. */
import { exact } from "../../common/numbers.js";

/** By the key of the setting. @type {Record<string, string>} */
export const hints = {
  layers: "Neurons in each hidden layer, such as 16-16",
  rate: "How far a step goes along the gradient",
  augment: "Each digit is shifted, rotated and scaled at random every time",
  nothing: "Fraction of each mini-batch that is noise; target: all outputs 0",
};

/** What is counted, by the key of the setting. @type {Record<string, string>} */
export const units = { batch: "digits", epochs: "epochs" };

/** What may be entered, by the key of the setting. @type {Record<string, string>} */
export const examples = {
  seed: "7",
  layers: "16-16",
  rate: "0.5",
  batch: "10",
  decay: "0.0001",
  epochs: "20",
  nothing: "0.1",
};

/** No hidden layer; as it may be typed, too. */
export const none = "none";

/**
 * Without groups: a comma sets the numbers of a list apart.
 * @param {number} layers  at most @param {number} least  neurons in each @param {number} most
 * @param {string} example
 */
export const enterLayers = (layers, least, most, example) =>
  `Enter 1 to ${layers} layers of ${least} to ${most} neurons, such as ${example}, or ${none}.`;

/**
 * @param {string} unit  "" for none @param {number} least @param {number} most
 * @param {string} example
 */
export const enterWholeNumber = (unit, least, most, example) =>
  `Enter a whole number${unit && ` of ${unit}`} from ${exact(least)} to ${exact(most)}, ` +
  `such as ${example}.`;

/** @param {number} least @param {number} most @param {string} example */
export const enterNumber = (least, most, example) =>
  `Enter a number from ${exact(least)} to ${exact(most)}, such as ${example}.`;

/**
 * Why what was typed is not the value now.
 * @type {Record<import("../../common/typed-numbers.js").Trouble,
 *   (text: string, isList: boolean, either: readonly number[]) => string>}
 */
export const refusals = {
  empty: () => "Nothing was entered.",
  unread: (text, isList) => `“${text}” is not a ${isList ? "list of hidden layers" : "number"}.`,
  whole: (text) => `“${text}” is not a whole number.`,
  low: (text, isList) => `“${text}” ${isList ? "has a layer that is" : "is"} too small.`,
  high: (text, isList) => `“${text}” ${isList ? "has a layer that is" : "is"} too large.`,
  many: (text) => `“${text}” has too many layers.`,
  either: (text, _, either) =>
    `“${text}” can mean ${either.join(" or ")}: use a point for decimals, nothing for thousands.`,
};

/** @param {string} text  the value in force */
export const stillInForce = (text) => `It is still ${text}.`;
