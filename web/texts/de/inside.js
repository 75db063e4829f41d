/** The lab Inside. */
import { html } from "lit";
import { count, fraction, percent } from "../../common/numbers.js";
import { plural } from "./locale.js";
import { verdict } from "./ui.js";

export const lesson = html`Ein Neuron ist eine Funktion: Es multipliziert die Aktivierungen der
  vorigen Schicht mit seinen Gewichten, addiert die Produkte und einen Bias und macht aus der Summe
  eine Aktivierung. Das Netz der Lektion besteht nur aus solchen Funktionen, mit den Gewichten und
  Biases als Reglern und Knöpfen.`;

/* ---- question ---- */

/** @param {boolean} isFlat  no layer is hidden */
export const question = (isFlat) => {
  const neuron = isFlat ? "Neuron der Ausgabeschicht" : "Neuron der ersten verborgenen Schicht";
  return `Wie viele Gewichte und Biases hat ein einzelnes ${neuron}?`;
};
export const choices = ["Eins", "28", "785"];

/**
 * @param {boolean} isRight
 * @param {number | null} parameters  of the whole network; null before there is one
 */
export const answer = (isRight, parameters) => {
  const all =
    parameters === null ? "" : ` Alle Neuronen dieses Netzes zusammen haben ${count(parameters)}.`;
  const parts = "ein Gewicht für jedes der 784 Pixel und ein Bias";
  return `${verdict(choices[2], isRight)}: ${parts}.${all}`;
};

/* ---- how it works ---- */

export const how = html`
  <p>Mit den Eingaben <math><msub><mi>x</mi><mi>k</mi></msub></math>, den Gewichten
    <math><msub><mi>w</mi><mi>k</mi></msub></math> und dem Bias
    <math><mi>b</mi></math>:</p>
  <math display="block">
    <mi>z</mi><mo>=</mo>
    <munderover><mo>∑</mo><mrow><mi>k</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>
    <msub><mi>w</mi><mi>k</mi></msub><msub><mi>x</mi><mi>k</mi></msub><mo>+</mo><mi>b</mi>
    <mspace width="2em"></mspace>
    <mi>a</mi><mo>=</mo><mi>f</mi><mo>(</mo><mi>z</mi><mo>)</mo>
  </math>
  <p>Die Aktivierungsfunktion <math><mi>f</mi></math> ist in der Lektion die Sigmoidfunktion
    <math>
      <mi>σ</mi><mo>(</mo><mi>z</mi><mo>)</mo><mo>=</mo>
      <mfrac>
        <mn>1</mn>
        <mrow><mn>1</mn><mo>+</mo><msup><mi>e</mi><mrow><mo>−</mo><mi>z</mi></mrow></msup></mrow>
      </mfrac>
    </math>
    und in den meisten heutigen Netzen ReLU,
    <math><mi>max</mi><mo>(</mo><mn>0</mn><mo>,</mo><mi>z</mi><mo>)</mo></math>. Softmax teilt
    <math><msup><mi>e</mi><mi>z</mi></msup></math> einer Ausgabe durch die Summe über alle zehn.</p>
  <p>Gewichte und Produkte sind jeweils auf ihren größten Wert skaliert, und kleine Werte sind etwas
    angehoben, damit man sie sieht. Eine Änderung betrifft das Netz der ganzen Seite und hält das
    Training an. „Zurücknehmen“ macht die letzte Änderung rückgängig: ein Ziehen, einen Pinselstrich
    oder eine Zahl.</p>`;

/* ---- names ---- */

export const outputs = "Ausgaben";
export const onlyHiddenLayer = "Verborgene Schicht";

/** @param {number} layer */
export const hiddenLayer = (layer) => `Verborgene Schicht ${layer}`;

/** @param {number} digit */
export const output = (digit) => `Ausgabe ${digit}`;

/** @param {number} number */
export const neuronOfOnlyLayer = (number) => `Neuron ${number} der verborgenen Schicht`;

/** @param {number} number @param {number} layer */
export const neuronOfLayer = (number, layer) => `Neuron ${number} der verborgenen Schicht ${layer}`;

/** A pixel of the input. @param {number} row @param {number} column  from 1, as is the row */
export const pixel = (row, column) => `Zeile ${row}, Spalte ${column}`;

export const below = "unter 0,001";

/* ---- neuron and input ---- */

export const neuron = "Neuron";

/** @param {string} name @param {number} activation */
export const neuronAndActivation = (name, activation) => `${name}; ${fraction(activation)}`;

/** @param {unknown} field @param {number} count */
export const numberOf = (field, count) => html`Nummer ${field} von ${count}`;

export const drawing = "Eingabe: deine Zeichnung.";
export const noInput = "Nichts gezeichnet: Nur der Bias zählt.";

/* ---- weights × inputs ---- */

export const weights = "Gewichte";
export const timesPixels = "× Pixel";
export const timesActivations = "× Aktivierungen";
export const pixelProducts = "= Beitrag jedes Pixels";
export const neuronProducts = "= Beitrag jedes Neurons";
export const keys = "Pfeiltasten wechseln von Gewicht zu Gewicht.";
export const keysOfBrush =
  "Pfeiltasten wechseln von Gewicht zu Gewicht. Die Eingabetaste malt mit dem Pinsel.";

/* ---- weighted sum ---- */

export const termByTerm = "Die gewichtete Summe, Term für Term";
export const input = "Eingabe";
export const product = "Aktivierung × Gewicht";
export const adds = "Beitrag";
export const weightedSum = "Gewichtete Summe";
export const bias = "Bias";
export const total = html`Summe + Bias, <i>z</i>`;

/** Pixels, which are all blank. @param {number} pixels */
export const allPixels = (pixels) => `Alle ${pixels} Pixel`;

/** @param {number} neurons */
export const allNeurons = (neurons) => `Alle ${neurons} Neuronen`;

/** @param {number} pixels */
export const otherPixels = (pixels) =>
  `${pixels} ${plural(pixels, { one: "weiteres", other: "weitere" })} Pixel`;

/** @param {number} pixels */
export const otherInkedPixels = (pixels) => `${otherPixels(pixels)} mit Tinte`;

/** @param {number} neurons */
export const otherNeurons = (neurons) =>
  `${neurons} ${plural(neurons, { one: "weiteres Neuron", other: "weitere Neuronen" })}`;

/** What these pixels or neurons do. @param {number} count */
export const addNothing = (count) => plural(count, { one: "trägt 0 bei", other: "tragen 0 bei" });

/** @param {number} pixels */
export const andBlankOnes = (pixels) =>
  plural(pixels, {
    one: `(das ${pixels} leere trägt 0 bei)`,
    other: `(die ${pixels} leeren tragen 0 bei)`,
  });

/** @param {number} neurons */
export const andInactiveOnes = (neurons) =>
  plural(neurons, {
    one: `(das ${neurons} inaktive trägt 0 bei)`,
    other: `(die ${neurons} inaktiven tragen 0 bei)`,
  });

/* ---- activation function ---- */

export const sigmoid = "Sigmoid";
export const relu = "ReLU";
export const step = "Stufe";
export const softmax = "Softmax";
export const activation = "Aktivierung";
export const noSum = "Die gewichtete Summe ist keine Zahl.";

/** @param {string} name */
export const activationFunction = (name) => `Aktivierungsfunktion: ${name}`;

/** Of one output among others. @param {string} name */
export const activationFunctionAlone = (name) =>
  `Aktivierungsfunktion: ${name}, die anderen Ausgaben festgehalten`;

/** @param {string} name @param {string} z @param {string} activation */
export const takes = (name, z, activation) =>
  `Aktivierungsfunktion ${name}: aus z = ${z} wird a = ${activation}.`;

/* ---- changes by hand ---- */

export const byHand = "Von Hand ändern";
export const tool = "Werkzeug";
export const oneWeight = "Ein Gewicht";
export const brush = "Pinsel";
export const brushValue = "Pinselwert";
export const pickInPicture = "Wähle ein anderes Gewicht im Bild oder male mit dem Pinsel.";
export const pickAmongColumns = "Wähle ein anderes Gewicht unter den Säulen.";
export const paint = "Male auf dem Bild der Gewichte.";
export const putBack = "Zurücknehmen";

/** @param {string} input  its name */
export const weight = (input) => `Gewicht: ${input}`;

/**
 * @param {number | null} before  an edit, if it was known
 * @param {number | null} now  null before it is known
 */
export const accuracy = (before, now) =>
  html`Testgenauigkeit: ${before === null ? "" : `${percent(before)} → `}<b
    >${now === null ? "…" : percent(now)}</b>`;
