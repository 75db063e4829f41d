/** Fields where numbers are typed: hints, what may be entered, and why something was not taken. */
import { exact } from "../../common/numbers.js";

/** By the key of the setting. @type {Record<string, string>} */
export const hints = {
  layers: "Neuronas de cada capa oculta, p. ej., 16-16",
  rate: "Cuánto avanza un paso según el gradiente",
  augment: "Cada dígito se desplaza, se gira y se escala al azar cada vez",
  nothing: "Fracción de cada minilote que es ruido; objetivo: todas las salidas a 0",
};

/** What is counted, by the key of the setting. @type {Record<string, string>} */
export const units = { batch: "dígitos", epochs: "épocas" };

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
export const none = "ninguna";

/**
 * Without groups: a comma sets the numbers of a list apart.
 * @param {number} layers  at most @param {number} least  neurons in each @param {number} most
 * @param {string} example
 */
export const enterLayers = (layers, least, most, example) =>
  `Escribe de 1 a ${layers} capas de entre ${least} y ${most} neuronas, como ${example}, ` +
  `o bien «${none}».`;

/**
 * @param {string} unit  "" for none @param {number} least @param {number} most
 * @param {string} example
 */
export const enterWholeNumber = (unit, least, most, example) =>
  `Escribe un número entero${unit && ` de ${unit}`} entre ${exact(least)} y ${exact(most)}, ` +
  `como ${example}.`;

/** @param {number} least @param {number} most @param {string} example */
export const enterNumber = (least, most, example) =>
  `Escribe un número entre ${exact(least)} y ${exact(most)}, como ${example}.`;

/** @param {boolean} isList */
const layerThat = (isList) => (isList ? "tiene una capa" : "es");

/**
 * Why what was typed is not the value now.
 * @type {Record<import("../../common/typed-numbers.js").Trouble,
 *   (text: string, isList: boolean, either: readonly number[]) => string>}
 */
export const refusals = {
  empty: () => "No escribiste nada.",
  unread: (text, isList) =>
    `«${text}» no es ${isList ? "una lista de capas ocultas" : "un número"}.`,
  whole: (text) => `«${text}» no es un número entero.`,
  low: (text, isList) => `«${text}» ${layerThat(isList)} demasiado ${isList ? "pequeña" : "bajo"}.`,
  high: (text, isList) => `«${text}» ${layerThat(isList)} demasiado ${isList ? "grande" : "alto"}.`,
  many: (text) => `«${text}» tiene demasiadas capas.`,
  either: (text, _, either) =>
    `«${text}» puede significar ${either.map((number) => exact(number)).join(" o ")}: escribe ` +
    "los decimales con coma y los miles sin separador.",
};

/** @param {string} text  the value in force */
export const stillInForce = (text) => `Sigue valiendo ${text}.`;
