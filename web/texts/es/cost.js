import { html, svg } from "lit";
import { about, small, written } from "../../common/cost-numbers.js";
import { count, fixed, percent } from "../../common/numbers.js";
import { plural } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson and the question ---- */

export const lesson = html`Para indicarle a la máquina cuán mala es una respuesta, se suman los
  cuadrados de las diferencias entre cada salida y su objetivo. La suma es pequeña cuando la red
  está segura del dígito correcto y grande cuando no lo está; la media sobre todos los dígitos de
  entrenamiento mide cuán mala es la red entera, y aprender consiste en hacerla pequeña.`;

export const question = "En una red entrenada, ¿qué dígitos forman la mayor parte del coste medio?";

export const choices = [
  "Todos, más o menos por igual",
  "Unos pocos en los que falla mucho",
  "Cerca de la mitad",
];

export const beingComputed = "Se están calculando los costes.";

/** @param {number} worst  fraction of all cost that the worst 10% of digits account for */
export const notTrained = (worst) =>
  `Esta red aún no está entrenada: el peor 10 % de los dígitos supone solo el ${percent(worst, 0)}
      de su coste. Entrénala y vuelve a mirar.`;

/** @param {number} worst  see notTrained */
const partOfWorst = (worst) =>
  `el peor 10 % de los dígitos supone el ${percent(worst, 0)} del coste de esta red`;
/** @param {number} worst  see notTrained */
export const isSpread = (worst) =>
  `Ninguna respuesta encaja bien con esta red: ${partOfWorst(worst)}.`;
/**
 * @param {number} worst  see notTrained @param {number} right  a choice
 * @param {boolean} isGuessed
 */
export const answer = (worst, right, isGuessed) =>
  `${verdict(choices[right], isGuessed)}: ${partOfWorst(worst)}.`;

export const how = html`
  <p>Si <math><msub><mi>a</mi><mi>j</mi></msub></math> son las diez salidas e
    <math><msub><mi>y</mi><mi>j</mi></msub></math> sus objetivos, 1 para el dígito correcto y 0 para
    los demás, el coste de un dígito es</p>
  <math display="block">
    <mi>C</mi><mo>=</mo>
    <munderover><mo>∑</mo><mrow><mi>j</mi><mo>=</mo><mn>0</mn></mrow><mn>9</mn></munderover>
    <msup>
      <mrow>
        <mo>(</mo><msub><mi>a</mi><mi>j</mi></msub><mo>−</mo>
        <msub><mi>y</mi><mi>j</mi></msub><mo>)</mo>
      </mrow>
      <mn>2</mn>
    </msup>
  </math>
  <p>y el coste de la red es la media sobre los <math><mi>n</mi></math> dígitos. Vale 10 cuando
    todas las salidas se equivocan por completo; una media de 0,1 corresponde a una buena red. La
    entropía cruzada de una red con softmax es, en cambio,
    <math><mo>−</mo><mi>ln</mi><mo>⁡</mo><msub><mi>a</mi><mi>j</mi></msub></math> del dígito
    correcto.</p>`;

/* ---- the digit on the input ---- */

export const yourDrawing = "Tu dibujo.";
export const drawDigit = "Dibuja un dígito para ver sus diez errores cuadráticos.";
export const drawOrTakeDigit =
  "Dibuja un dígito o toma uno de prueba para ver sus diez errores cuadráticos.";

export const target = "Objetivo";
/** @param {number} digit */
export const targetDigit = (digit) => `Dígito ${digit}`;
export const notADigit = "Ningún dígito";

export const output = "Salida";
export const difference = "Objetivo − salida";
export const squared = "Cuadrado";
export const cost = "Coste";

export const colours = html`<span class="positive">Azul</span>: la salida debería ser mayor.
  <span class="negative">Naranja</span>: debería ser menor. Un punto: demasiado pequeño para
  dibujarlo.`;

export const sumOfSquares = "Suma de los diez cuadrados";
export const sumOfTerms = "Suma de los diez términos";
export const costOfAnswer = "Coste de esta respuesta";
export const tooSmall = `Ningún cuadrado es bastante grande para dibujarlo. Elige otro objetivo para
  ver un coste grande.`;

/** @param {number} digit */
export const targetOfLabel = (digit) => `Objetivo: ${digit} (su etiqueta).`;
/** @param {number} digit */
export const targetOfPrediction = (digit) =>
  `Objetivo: ${digit} (la predicción; elige cuál debería ser).`;
/** @param {number | null} digit  null: not a digit */
export const targetChosen = (digit) => `Objetivo: ${digit ?? "ningún dígito"} (lo elegiste tú).`;
export const targetOfNoise = "Objetivo: ningún dígito, ya que esto es ruido.";

/* ---- whose cost ---- */

export const lessonCost = "Error cuadrático (lección)";
export const trainingCost = "Entropía cruzada (entrenamiento)";
export const otherCost =
  "Esta red se entrenó con otro coste, la entropía cruzada: es el coste de la barra superior.";

/** @param {import("../../../wasm/tables.js").OutputFunction} outputs */
export function crossEntropy(outputs) {
  const term =
    outputs === "softmax"
      ? "−ln de la salida del dígito correcto"
      : "−ln a de la salida que debería ser 1 y −ln(1 − a) de cada una que debería ser 0";
  return `La entropía cruzada es ${term}: casi 0 cuando la red está segura y acierta, y sin límite
    cuando está segura y se equivoca.`;
}

/* ---- the costs of all digits ---- */

export const digits = "Dígitos";
export const sets = { test: "dígitos de prueba", train: "dígitos de entrenamiento" };

/** @param {number} images @param {"test" | "train"} set */
const digitsOf = (images, set) =>
  `${howMany(images)} de ${set === "test" ? "prueba" : "entrenamiento"}`;

/** @param {"test" | "train"} set */
export const notComputed = (set) => `Los costes de los ${sets[set]} no se calcularon.`;
/** @param {number} images @param {"test" | "train"} set */
export const computing = (images, set) => `Calculando el coste de ${digitsOf(images, set)}…`;
/** @param {number} images @param {"test" | "train"} set @param {number} total  0: not known */
export const loading = (images, set, total) =>
  `Cargando ${sets[set]}: ${count(images)}${total ? ` de ${count(total)}` : ""}`;

export const noNumber = "El coste medio no es un número, ya que algunas salidas no lo son.";

/**
 * @param {object} found
 * @param {number} found.images
 * @param {"test" | "train"} found.set
 * @param {"now" | "before" | number} found.at  of the present network, of the one before the last
 *   change, or of that at an epoch
 * @param {number} found.mean
 * @param {number | null} found.worst  see notTrained; null: not worth a word
 */
export function average({ images, set, at, mean, worst }) {
  const part = html`<span class="veiled">; el peor 10 % de los dígitos supone el
    ${percent(worst, 0)} de él</span>`;
  return html`Coste medio de ${digitsOf(images, set)}${when(at)}:
    <output class="number" data-testid="cost-mean" aria-label="Coste medio"
      aria-live="off">${small(mean)}</output>${worst === null ? "" : part}`;
}

/** @param {"now" | "before" | number} at */
function when(at) {
  if (at === "now") return "";
  return at === "before" ? " antes del último cambio" : ` en la época ${fixed(at, 1)}`;
}

export const putDigit = "Pon un dígito en la entrada para ver dónde cae su coste.";
/** @param {number} rank  fraction of the digits that cost less */
export const yoursAmong = (rank) => html`El tuyo cuesta más que el
  <span class="number" data-testid="cost-rank">${percent(rank)}</span> de ellos.`;

export const readCorrectly = "bien leídos";
export const misread = "mal leídos";
export const axis = "Coste (10× por cada línea)";
/** @param {number} value */
export const digitsAbout = (value) => html`Dígitos con un coste de alrededor de ${about(value)}`;

/* ---- the histogram ---- */

/** @param {number} images */
export const howMany = (images) =>
  `${count(images)} ${plural(images, { one: "dígito", other: "dígitos" })}`;

/** Marks of the histogram: the last thing in each is a number. @param {unknown} value */
export const markMedian = (value) => svg`mediana ${value}`;
/** @param {unknown} value */
export const markMean = (value) => svg`media ${value}`;
/** @param {unknown} value */
export const markYours = (value) => svg`tuyo ${value}`;

/** A cost where there are only words. @param {number} value */
export function smallInWords(value) {
  const { digits, exponent } = written(value);
  return exponent ? `${digits} elevado a ${exponent}` : digits;
}

/** @param {number} images @param {{ median: number, mean: number, yours: number | null }} costs */
export function histogram(images, { median, mean, yours }) {
  const both = `mediana ${smallInWords(median)}; media ${smallInWords(mean)}`;
  const own = yours === null ? "" : `; el tuyo ${smallInWords(yours)}`;
  return `Costes de ${howMany(images)}: ${both}${own}.`;
}

/* ---- digits of one cost ---- */

export const noDigit = "Ningún dígito tiene este coste.";
export const useAsInput = "Usar como entrada";
/** @param {number} label @param {number} prediction */
export const read = (label, prediction) =>
  label === prediction ? String(label) : `${label}, leído como ${prediction}`;
/** @param {number} number  1 is the first @param {number} label @param {number} prediction */
export const useDigit = (number, label, prediction) =>
  `${read(label, prediction)}: usar el dígito ${count(number)} como entrada`;
/** @param {number} number  1 is the first @param {number} label */
export const trainingDigit = (number, label) =>
  `Dígito de entrenamiento ${count(number)}, etiqueta ${label}.`;
