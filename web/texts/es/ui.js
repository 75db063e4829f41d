/** Building blocks of the page: the drawing, the network, its outputs and its prediction. */
import { count, fixed, fraction, percent, withMinus } from "../../common/numbers.js";
import { plural } from "./locale.js";

/* ---- keys ---- */

/** @param {string} words @param {string} key */
export const withKey = (words, key) => `${words} (${key})`;

export const space = "Espacio";

/* ---- drawing ---- */

export const drawHere = "Dibuja un dígito aquí";
export const drawingKeys =
  "Las flechas mueven un lápiz de una casilla; Espacio o Intro lo bajan y lo levantan; Esc lo " +
  "levanta.";
export const undo = "Deshacer";
export const undoStroke = "Deshacer el último trazo";
export const clear = "Borrar";
export const testDigit = "De prueba";
export const noise = "Ruido";
export const kindOfNoise = "Tipo de ruido";

/* ---- network ---- */

/** @param {readonly number[] | undefined} layers  none before there is a network */
export const network = (layers) =>
  `La red: ${layers ? `${layers.join(", ")} neuronas` : "aún no hay red"}. ` +
  "Las flechas llevan de una neurona a otra.";

export const noInput = "sin entrada";

/** @param {number} row @param {number} column  from 1, as is the row @param {number} value */
export const pixel = (row, column, value) =>
  `Píxel de la fila ${row}, columna ${column}: ${fraction(value)}`;

/** @param {number} value */
const parameter = (value) => withMinus(fixed(value, 2));

/** @param {number} from  number of a neuron @param {number} digit @param {number} weight */
export const weightToOutput = (from, digit, weight) =>
  `Peso de la neurona ${from} a la salida ${digit}: ${parameter(weight)}`;

/** @param {number} from @param {number} to @param {number} layer @param {number} weight */
export const weightToNeuron = (from, to, layer, weight) =>
  `Peso de la neurona ${from} a la neurona ${to} de la capa ${layer}: ${parameter(weight)}`;

/** @param {number | null} activation  null without an input @param {number} bias */
const state = (activation, bias) =>
  `${activation === null ? noInput : fraction(activation)}; sesgo ${parameter(bias)}`;

/** @param {number} digit @param {number | null} activation @param {number} bias */
export const outputState = (digit, activation, bias) =>
  `Salida ${digit}: ${state(activation, bias)}`;

/**
 * @param {number} number @param {number} layer
 * @param {number | null} activation @param {number} bias
 */
export const neuronState = (number, layer, activation, bias) =>
  `Neurona ${number} de la capa ${layer}: ${state(activation, bias)}`;

/** Under a layer of which not all neurons are drawn. @param {number} drawn @param {number} all */
export const someOf = (drawn, all) => `${drawn} de ${all}`;

/** Those that are drawn are the most active ones. @param {number} drawn @param {number} all */
export const topOf = (drawn, all) => `top ${drawn} de ${all}`;

/* ---- outputs ---- */

export const outputs = "Las diez salidas";

/** @param {number} digit */
export const outputName = (digit) => `Salida ${digit}`;
/** @param {number} digit @param {number | null} value  null without an input */
export const output = (digit, value, decimals = 2) =>
  `${outputName(digit)}: ${value === null ? noInput : fraction(value, decimals)}`;

/** @param {number} digit @param {number | null} value @param {number} decimals */
export const targetOutput = (digit, value, decimals) =>
  `${output(digit, value, decimals)}, el objetivo`;

/** Heard after its digit. @param {number} value @param {boolean} isTarget */
export const heardOutput = (value, isTarget) =>
  `: ${fraction(value)}${isTarget ? ", el objetivo" : ""}`;

/* ---- prediction ---- */

export const prediction = "Predicción";
export const noNumbers = "no salen números, así que no hay predicción";
export const labWithoutOutputs = "No hay nada que mostrar de esta red: sus salidas no son números.";
export const labWithoutWeights =
  "No hay nada que mostrar de esta red: algunos de sus pesos no son números.";
export const nothingDrawn = "Nada dibujado";
export const notSure = "no está segura de ninguno";
export const confident = "segura";
export const confidentOfNoise = "segura, aunque esto es ruido";
export const confidentAndRight = "segura, y acierta";

/** @param {number | null} label */
export const confidentAndWrong = (label) => `segura, pero la etiqueta es ${label}`;

/**
 * @param {string} input  a sentence @param {number} answer @param {number} confidence
 * @param {boolean} isSure
 */
export const announcement = (input, answer, confidence, isSure) => {
  const predicts = isSure
    ? `predice ${answer}`
    : `no está segura de ningún dígito; su mejor opción es ${answer}`;
  return `${input} La red ${predicts}, confianza ${percent(confidence, 0)}.`;
};

/* ---- weights of the first layer; it is that of the outputs where no layer is hidden ---- */

/** @param {number} shown  neurons @param {number} all @param {boolean} areOutputs */
export function weightsOfLayer(shown, all, areOutputs) {
  const neurons = plural(all, { one: "la neurona", other: `las ${count(all)} neuronas` });
  const layer = areOutputs ? `las ${all} salidas` : `${neurons} de la capa oculta 1`;
  return `Pesos de ${shown < all ? `${shown} de ` : ""}${layer}`;
}

export const weights = "Pesos";

/** @param {string} what @param {number} neuron  0 is the first @param {boolean} isOutput */
export const ofNeuron = (what, neuron, isOutput) =>
  `${what} de ${isOutput ? `la salida ${neuron}` : `la neurona ${neuron + 1}`}`;

/** @param {string} what @param {number} neuron  0 is the first @param {boolean} isOutput */
export const intoNeuron = (what, neuron, isOutput) =>
  `${ofNeuron(what, neuron, isOutput)}${isOutput ? "" : " de la capa oculta 1"}`;

/* ---- a question of a lab ---- */

export const predictFirst = "Predice primero";
/**
 * What is said to a guess, before a colon and what was found.
 * @param {string} choice  the one that is right @param {boolean} isGuessed
 */
export const verdict = (choice, isGuessed) =>
  isGuessed ? "Correcto" : `La respuesta es «${choice}»`;
export const justShowMe = "Muéstramelo";
/** In the place of what the answer to the question would give away. */
export const guessFirst = `Haz primero tu predicción, o pulsa «${justShowMe}».`;

/* ---- what several labs say ---- */

export const loadingNetwork = "Cargando la red…";
export const testDigitsLoading = "Los dígitos de prueba aún se están cargando.";
export const althoughNoise = "aunque esto es ruido";

/** @param {string} key */
export const ctrl = (key) => `Ctrl+${key}`;
