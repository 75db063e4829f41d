/** Building blocks of the page: the drawing, the network, its outputs and its prediction. */
import { count, fixed, fraction, percent, withMinus } from "../../common/numbers.js";
import { plural } from "./locale.js";

/* ---- keys ---- */

/** @param {string} words @param {string} key */
export const withKey = (words, key) => `${words} (${key})`;

export const space = "Leertaste";

/* ---- drawing ---- */

export const drawHere = "Zeichne hier eine Ziffer";
export const drawingKeys =
  "Pfeiltasten bewegen einen Stift um ein Feld, Leertaste oder Eingabetaste setzt ihn auf und " +
  "hebt ihn ab, Esc hebt ihn ab.";
export const undo = "Rückgängig";
export const undoStroke = "Letzten Strich rückgängig machen";
export const clear = "Löschen";
export const testDigit = "Testziffer";
export const noise = "Rauschen";
export const kindOfNoise = "Art des Rauschens";

/* ---- network ---- */

/** @param {readonly number[] | undefined} layers  none before there is a network */
export const network = (layers) =>
  `Das Netz: ${layers ? `${layers.join(", ")} Neuronen` : "noch kein Netz"}. ` +
  "Pfeiltasten wechseln von Neuron zu Neuron.";

export const noInput = "keine Eingabe";

/** @param {number} row @param {number} column  from 1, as is the row @param {number} value */
export const pixel = (row, column, value) =>
  `Pixel in Zeile ${row}, Spalte ${column}: ${fraction(value)}`;

/** @param {number} value */
const parameter = (value) => withMinus(fixed(value, 2));

/** @param {number} from  number of a neuron @param {number} digit @param {number} weight */
export const weightToOutput = (from, digit, weight) =>
  `Gewicht von Neuron ${from} zu Ausgabe ${digit}: ${parameter(weight)}`;

/** @param {number} from @param {number} to @param {number} layer @param {number} weight */
export const weightToNeuron = (from, to, layer, weight) =>
  `Gewicht von Neuron ${from} zu Neuron ${to} der Schicht ${layer}: ${parameter(weight)}`;

/** @param {number | null} activation  null without an input @param {number} bias */
const state = (activation, bias) =>
  `${activation === null ? noInput : fraction(activation)}; Bias ${parameter(bias)}`;

/** @param {number} digit @param {number | null} activation @param {number} bias */
export const outputState = (digit, activation, bias) =>
  `Ausgabe ${digit}: ${state(activation, bias)}`;

/**
 * @param {number} number @param {number} layer
 * @param {number | null} activation @param {number} bias
 */
export const neuronState = (number, layer, activation, bias) =>
  `Neuron ${number} der Schicht ${layer}: ${state(activation, bias)}`;

/** Under a layer of which not all neurons are drawn. @param {number} drawn @param {number} all */
export const someOf = (drawn, all) => `${drawn} von ${all}`;

/** Those that are drawn are the most active ones. @param {number} drawn @param {number} all */
export const topOf = (drawn, all) => `Top ${drawn} von ${all}`;

/* ---- outputs ---- */

export const outputs = "Die zehn Ausgaben";

/** @param {number} digit */
export const outputName = (digit) => `Ausgabe ${digit}`;
/** @param {number} digit @param {number | null} value  null without an input */
export const output = (digit, value, decimals = 2) =>
  `${outputName(digit)}: ${value === null ? noInput : fraction(value, decimals)}`;

/** @param {number} digit @param {number | null} value @param {number} decimals */
export const targetOutput = (digit, value, decimals) =>
  `${output(digit, value, decimals)}, das Ziel`;

/** Heard after its digit. @param {number} value @param {boolean} isTarget */
export const heardOutput = (value, isTarget) =>
  `: ${fraction(value)}${isTarget ? ", das Ziel" : ""}`;

/* ---- prediction ---- */

export const prediction = "Vorhersage";
export const noNumbers = "es kommen keine Zahlen heraus, also keine Vorhersage";
export const labWithoutOutputs =
  "Für dieses Netz gibt es nichts zu zeigen: Seine Ausgaben sind keine Zahlen.";
export const labWithoutWeights =
  "Für dieses Netz gibt es nichts zu zeigen: Einige seiner Gewichte sind keine Zahlen.";
export const nothingDrawn = "Noch leer";
export const notSure = "bei keiner Ziffer sicher";
export const confident = "sicher";
export const confidentOfNoise = "sicher, obwohl das Rauschen ist";
export const confidentAndRight = "sicher und richtig";

/** @param {number | null} label */
export const confidentAndWrong = (label) => `sicher, aber das Label ist ${label}`;

/**
 * @param {string} input  a sentence @param {number} answer @param {number} confidence
 * @param {boolean} isSure
 */
export const announcement = (input, answer, confidence, isSure) => {
  const predicts = isSure
    ? `Das Netz sagt ${answer} voraus`
    : `Das Netz ist sich bei keiner Ziffer sicher, am ehesten ${answer}`;
  return `${input} ${predicts}, Konfidenz ${percent(confidence, 0)}.`;
};

/* ---- weights of the first layer; it is that of the outputs where no layer is hidden ---- */

/** @param {number} shown  neurons @param {number} all @param {boolean} areOutputs */
export function weightsOfLayer(shown, all, areOutputs) {
  const some = shown < all ? `${shown} von ` : "";
  if (areOutputs) {
    return `Gewichte von ${some}${all} ${plural(all, { one: "Ausgabe", other: "Ausgaben" })}`;
  }
  const neurons = plural(all, { one: "Neuron", other: "Neuronen" });
  return `Gewichte von ${some}${count(all)} ${neurons} der verborgenen Schicht 1`;
}

export const weights = "Gewichte";

/** @param {string} what @param {number} neuron  0 is the first @param {boolean} isOutput */
export const ofNeuron = (what, neuron, isOutput) =>
  `${what} von ${isOutput ? `Ausgabe ${neuron}` : `Neuron ${neuron + 1}`}`;

/** @param {string} what @param {number} neuron  0 is the first @param {boolean} isOutput */
export const intoNeuron = (what, neuron, isOutput) =>
  `${what} zu ${isOutput ? `Ausgabe ${neuron}` : `Neuron ${neuron + 1} der verborgenen Schicht 1`}`;

/* ---- a question of a lab ---- */

export const predictFirst = "Rate zuerst";
/**
 * What is said to a guess, before a colon and what was found.
 * @param {string} choice  the one that is right @param {boolean} isGuessed
 */
export const verdict = (choice, isGuessed) =>
  isGuessed ? "Richtig" : `Die Antwort ist „${choice}“`;
export const justShowMe = "Einfach zeigen";
/** In the place of what the answer to the question would give away. */
export const guessFirst = `Rate zuerst oder drücke „${justShowMe}“.`;

/* ---- what several labs say ---- */

export const loadingNetwork = "Netz wird geladen …";
export const testDigitsLoading = "Die Testziffern werden noch geladen.";
export const althoughNoise = "obwohl das Rauschen ist";

/** @param {string} key */
export const ctrl = (key) => `Strg+${key}`;
