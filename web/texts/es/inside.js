/** The lab Inside. */
import { html } from "lit";
import { count, fraction, percent } from "../../common/numbers.js";
import { plural } from "./locale.js";
import { verdict } from "./ui.js";

export const lesson = html`Una neurona es una función: multiplica las activaciones de la capa
  anterior por sus pesos, las suma junto con un sesgo y convierte la suma en una activación. La red
  de la lección no es más que un conjunto de tales funciones, con sus pesos y sesgos como botones y
  diales.`;

/* ---- question ---- */

/** @param {boolean} isFlat  no layer is hidden */
export const question = (isFlat) => {
  const neuron = isFlat ? "neurona de salida" : "neurona de la primera capa oculta";
  return `¿Cuántos pesos y sesgos tiene una ${neuron}?`;
};
export const choices = ["Uno", "28", "785"];

/**
 * @param {boolean} isRight
 * @param {number | null} parameters  of the whole network; null before there is one
 */
export const answer = (isRight, parameters) => {
  const all =
    parameters === null ? "" : ` Todas las neuronas de esta red suman ${count(parameters)}.`;
  const parts = "un peso por cada uno de los 784 píxeles y un sesgo";
  return `${verdict(choices[2], isRight)}: ${parts}.${all}`;
};

/* ---- how it works ---- */

export const how = html`
  <p>Si <math><msub><mi>x</mi><mi>k</mi></msub></math> son las entradas,
    <math><msub><mi>w</mi><mi>k</mi></msub></math> los pesos y
    <math><mi>b</mi></math> el sesgo:</p>
  <math display="block">
    <mi>z</mi><mo>=</mo>
    <munderover><mo>∑</mo><mrow><mi>k</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>
    <msub><mi>w</mi><mi>k</mi></msub><msub><mi>x</mi><mi>k</mi></msub><mo>+</mo><mi>b</mi>
    <mspace width="2em"></mspace>
    <mi>a</mi><mo>=</mo><mi>f</mi><mo>(</mo><mi>z</mi><mo>)</mo>
  </math>
  <p>La función de activación <math><mi>f</mi></math> es la sigmoide
    <math>
      <mi>σ</mi><mo>(</mo><mi>z</mi><mo>)</mo><mo>=</mo>
      <mfrac>
        <mn>1</mn>
        <mrow><mn>1</mn><mo>+</mo><msup><mi>e</mi><mrow><mo>−</mo><mi>z</mi></mrow></msup></mrow>
      </mfrac>
    </math>
    en la lección, y ReLU,
    <math><mi>max</mi><mo>(</mo><mn>0</mn><mo>,</mo><mi>z</mi><mo>)</mo></math>, en la mayoría de
    las redes actuales. Softmax divide <math><msup><mi>e</mi><mi>z</mi></msup></math> de una salida
    entre la suma de las diez.</p>
  <p>Los pesos y los productos se escalan cada uno a su mayor valor, y los valores pequeños se
    realzan un poco para que se vean. Una edición cambia la red de toda la página y pausa el
    entrenamiento. «Restaurar» deshace el último cambio: un arrastre, un trazo del pincel o un
    número.</p>`;

/* ---- names ---- */

export const outputs = "Salidas";
export const onlyHiddenLayer = "Capa oculta";

/** @param {number} layer */
export const hiddenLayer = (layer) => `Capa oculta ${layer}`;

/** @param {number} digit */
export const output = (digit) => `Salida ${digit}`;

/** @param {number} number */
export const neuronOfOnlyLayer = (number) => `Neurona ${number} de la capa oculta`;

/** @param {number} number @param {number} layer */
export const neuronOfLayer = (number, layer) => `Neurona ${number} de la capa oculta ${layer}`;

/** A pixel of the input. @param {number} row @param {number} column  from 1, as is the row */
export const pixel = (row, column) => `Fila ${row}, columna ${column}`;

export const below = "menos de 0,001";

/* ---- neuron and input ---- */

export const neuron = "Neurona";

/** @param {string} name @param {number} activation */
export const neuronAndActivation = (name, activation) => `${name}: ${fraction(activation)}`;

/** @param {unknown} field @param {number} count */
export const numberOf = (field, count) => html`Número ${field} de ${count}`;

export const drawing = "Entrada: tu dibujo.";
export const noInput = "No hay nada dibujado, así que solo cuenta el sesgo.";

/* ---- weights × inputs ---- */

export const weights = "Pesos";
export const timesPixels = "× píxeles";
export const timesActivations = "× activaciones";
export const pixelProducts = "= lo que suma cada píxel";
export const neuronProducts = "= lo que suma cada neurona";
export const keys = "Las flechas llevan de un peso a otro.";
export const keysOfBrush = "Las flechas llevan de un peso a otro. Intro pinta con el pincel.";

/* ---- weighted sum ---- */

export const termByTerm = "La suma ponderada, término a término";
export const input = "Entrada";
export const product = "Activación × peso";
export const adds = "Suma";
export const weightedSum = "Suma ponderada";
export const bias = "Sesgo";
export const total = html`Suma + sesgo, <i>z</i>`;

/** Pixels, which are all blank. @param {number} pixels */
export const allPixels = (pixels) => `Los ${pixels} píxeles`;

/** @param {number} neurons */
export const allNeurons = (neurons) =>
  plural(neurons, { one: "La única neurona", other: `Las ${neurons} neuronas` });

/** @param {number} pixels */
export const otherPixels = (pixels) =>
  `${pixels} ${plural(pixels, { one: "píxel", other: "píxeles" })} más`;

/** @param {number} pixels */
export const otherInkedPixels = (pixels) => `${otherPixels(pixels)} con tinta`;

/** @param {number} neurons */
export const otherNeurons = (neurons) =>
  `${neurons} ${plural(neurons, { one: "neurona", other: "neuronas" })} más`;

/** What these pixels or neurons do. @param {number} count */
export const addNothing = (count) => plural(count, { one: "suma 0", other: "suman 0" });

/** @param {number} pixels */
export const andBlankOnes = (pixels) =>
  plural(pixels, {
    one: "(el que está en blanco suma 0)",
    other: `(los ${pixels} en blanco suman 0)`,
  });

/** @param {number} neurons */
export const andInactiveOnes = (neurons) =>
  plural(neurons, {
    one: "(la inactiva suma 0)",
    other: `(las ${neurons} inactivas suman 0)`,
  });

/* ---- activation function ---- */

export const sigmoid = "sigmoide";
export const relu = "ReLU";
export const step = "escalón";
export const softmax = "softmax";
export const activation = "Activación";
export const noSum = "La suma ponderada no es un número.";

/** @param {string} name */
export const activationFunction = (name) => `Función de activación: ${name}`;

/** Of one output among others. @param {string} name */
export const activationFunctionAlone = (name) =>
  `Función de activación: ${name}, con las demás salidas fijas`;

/** @param {string} name @param {string} z @param {string} activation */
export const takes = (name, z, activation) => `La función ${name} lleva ${z} a ${activation}.`;

/* ---- changes by hand ---- */

export const byHand = "Cambiarla a mano";
export const tool = "Herramienta";
export const oneWeight = "Un peso";
export const brush = "Pincel";
export const brushValue = "Valor del pincel";
export const pickInPicture = "Elige otro peso en la imagen o pinta con el pincel.";
export const pickAmongColumns = "Elige otro peso entre las columnas.";
export const paint = "Pinta sobre la imagen de los pesos.";
export const putBack = "Restaurar";

/** @param {string} input  its name */
export const weight = (input) => `Peso: ${input.charAt(0).toLowerCase()}${input.slice(1)}`;

/**
 * @param {number | null} before  an edit, if it was known
 * @param {number | null} now  null before it is known
 */
export const accuracy = (before, now) =>
  html`Exactitud de prueba: ${before === null ? "" : `${percent(before)} → `}<b
    >${now === null ? "…" : percent(now)}</b>`;
