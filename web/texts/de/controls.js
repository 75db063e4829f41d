/** Fields where numbers are typed: hints, what may be entered, and why something was not taken. */
import { exact } from "../../common/numbers.js";

/** By the key of the setting. @type {Record<string, string>} */
export const hints = {
  layers: "Neuronen je verborgener Schicht, etwa 16-16",
  rate: "Wie weit ein Schritt entlang des Gradienten geht",
  augment: "Jede Ziffer wird jedes Mal zufällig verschoben, gedreht und skaliert",
  nothing: "Anteil Rauschen je Mini-Batch; Zielwerte: alle Ausgaben 0",
};

/** What is counted, by the key of the setting. @type {Record<string, string>} */
export const units = { batch: "Ziffern", epochs: "Epochen" };

/** What may be entered, by the key of the setting. @type {Record<string, string>} */
export const examples = {
  seed: "7",
  layers: "16-16",
  rate: "0,5",
  batch: "10",
  decay: "0,0001",
  epochs: "20",
  nothing: "0,1",
};

/** No hidden layer; as it may be typed, too. */
export const none = "keine";

/**
 * Without groups: a comma sets the numbers of a list apart.
 * @param {number} layers  at most @param {number} least  neurons in each @param {number} most
 * @param {string} example
 */
export const enterLayers = (layers, least, most, example) =>
  `Gib 1 bis ${layers} Schichten mit je ${least} bis ${most} Neuronen ein, etwa ${example}, ` +
  `oder „${none}“.`;

/**
 * @param {string} unit  "" for none @param {number} least @param {number} most
 * @param {string} example
 */
export const enterWholeNumber = (unit, least, most, example) =>
  `Gib eine ganze Zahl${unit && ` (${unit})`} von ${exact(least)} bis ${exact(most)} ein, ` +
  `etwa ${example}.`;

/** @param {number} least @param {number} most @param {string} example */
export const enterNumber = (least, most, example) =>
  `Gib eine Zahl von ${exact(least)} bis ${exact(most)} ein, etwa ${example}.`;

/**
 * Why what was typed is not the value now.
 * @type {Record<import("../../common/typed-numbers.js").Trouble,
 *   (text: string, isList: boolean, either: readonly number[]) => string>}
 */
export const refusals = {
  empty: () => "Es wurde nichts eingegeben.",
  unread: (text, isList) =>
    `„${text}“ ist keine ${isList ? "Liste verborgener Schichten" : "Zahl"}.`,
  whole: (text) => `„${text}“ ist keine ganze Zahl.`,
  low: (text, isList) => `„${text}“ ${isList ? "hat eine zu kleine Schicht" : "ist zu klein"}.`,
  high: (text, isList) => `„${text}“ ${isList ? "hat eine zu große Schicht" : "ist zu groß"}.`,
  many: (text) => `„${text}“ hat zu viele Schichten.`,
  either: (text, _, either) =>
    `„${text}“ kann ${either.map(exact).join(" oder ")} heißen: ` +
    "Schreibe Tausender ohne Trennzeichen und Dezimalzahlen mit Komma.",
};

/** @param {string} text  the value in force */
export const stillInForce = (text) => `Es gilt weiter: ${text}.`;
