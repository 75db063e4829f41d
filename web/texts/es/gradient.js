/** The words of the lab Gradient. */
import { html } from "lit";
import { count, exact, fixed, fraction, percent } from "../../common/numbers.js";
import { plain, signed } from "../../common/signed-numbers.js";
import { aDigit, capitalized, plural } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson, the question, how it works ---- */

export const lesson = html`Cada componente del gradiente negativo dice dos cosas: su signo, si ese
  peso o sesgo debe subir o bajar un poco; su tamaño relativo, cuánto importa ese retoque. Lo que
  aplica un paso de entrenamiento es la media de muchos ejemplos, y cada uno quiere algo
  distinto.`;

/** @param {number | null} all  weights and biases, where their number is known */
export function question(all) {
  const what = all ? `cada uno de los ${count(all)} pesos y sesgos` : "cada peso y cada sesgo";
  return `Un paso del descenso de gradiente calcula un retoque para ${what}. ¿Cuántos de estos
    retoques, empezando por los mayores, hacen la mitad del trabajo de reducir el coste?`;
}

export const choices = ["Menos del 1 % de ellos", "Del 1 % al 10 %", "Más del 10 %"];

export const answerComes = "La respuesta llegará con el gradiente.";

/**
 * What is said to a guess.
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {number} half  nudges that do half of the work
 * @param {number} all
 */
export const answer = (right, isGuessed, half, all) =>
  `${verdict(choices[right], isGuessed)}: ${largest(half, all)}, para los dígitos elegidos aquí. A
    primer orden, el coste baja η|∇C|², así que la parte de |∇C|² de una componente es su parte del
    trabajo.`;

/** @param {number} half @param {number} all */
const largest = (half, all) =>
  `${plural(half, { one: "el mayor", other: `los ${count(half)} mayores` })} de ${count(all)} ` +
  `retoques (${percent(half / all)})`;

export const how = html`
  <p>Un peso <math><mi>w</mi></math> multiplica la activación
    <math><msub><mi>a</mi><mtext>ent</mtext></msub></math> que tiene delante y contribuye a la suma
    ponderada <math><mi>z</mi></math> de su neurona. Con el error de la neurona,
    <math><mi>δ</mi><mo>=</mo><mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>z</mi>
    </mrow></mfrac></math>, para un dígito:</p>
  <math display="block">
    <mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>w</mi></mrow></mfrac>
    <mo>=</mo><msub><mi>a</mi><mtext>ent</mtext></msub><mo>⋅</mo><mi>δ</mi><mo>,</mo>
    <mspace width="1em"></mspace>
    <mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>b</mi></mrow></mfrac>
    <mo>=</mo><mi>δ</mi>
  </math>
  <p>Para varios dígitos, es la media de estos productos. Un paso del descenso de gradiente retoca
    cada parámetro con <math><mo>−</mo><mi>η</mi></math> por su componente. A primer orden, retocar
    solo algunos reduce el coste en proporción a su parte de
    <math><msup><mrow><mo>|</mo><mo>∇</mo><mi>C</mi><mo>|</mo></mrow><mn>2</mn></msup></math>. En
    el motor: <code>net.gradient(pixels, label)</code>,
    <code>net.meanGradient(data)</code> y
    <code>net.checkGradient(pixels, label, { indices })</code>.</p>`;

/* ---- whose gradient it is ---- */

export const gradientOf = "Gradiente de";
export const sources = {
  digit: "El dígito de entrada",
  batch: "Un minilote",
  all: "Todo el entrenamiento",
};
export const anotherBatch = "Otro minilote";
export const trainingLoading = "Los dígitos de entrenamiento aún se están cargando.";

/** @param {unknown} target  a field */
export const shouldBe = (target) => html`Objetivo: ${target}`;
export const notADigit = "ningún dígito";

export const drawFirst = `Dibuja un dígito o toma uno de prueba para ver qué quiere de cada peso y
  cada sesgo.`;
export const noDigit = "No hay ningún dígito del que tomar el gradiente.";

/** @param {number} part  that is done; 0 or 1: not told */
export const computingGradient = (part) =>
  isUnderWay(part) ? `Calculando el gradiente… ${percent(part, 0)}` : "Calculando el gradiente…";

/** Beside the last gradient. @param {number} part  that is done; 0 or 1: not told */
export const computing = (part) => (isUnderWay(part) ? `Calculando: ${percent(part, 0)}` : "");

/** @param {number} part */
const isUnderWay = (part) => part > 0 && part < 1;

/** Digits whose cost it is, inside a sentence, after "de". @param {number} label */
export const inputAs = (label) => `la entrada como ${aDigit(label)}`;
export const inputAsNoDigit = "la entrada como ningún dígito";
/** @param {number} digits */
export const allDigits = (digits) => `los ${count(digits)} dígitos de entrenamiento`;
/** @param {number} digits */
export const firstDigits = (digits) => `los primeros ${count(digits)} dígitos de entrenamiento`;
/** @param {number} from @param {number} to */
export const someDigits = (from, to) =>
  `los dígitos de entrenamiento ${count(from)} a ${count(to)}`;

/* ---- the gradient as a whole ---- */

export const allZero = "Todas las componentes son exactamente cero: ningún retoque logra nada.";
/** @param {number} half @param {number} all */
export const halfOfWork = (half, all) =>
  `${capitalized(largest(half, all))} ${plural(half, {
    one: "hace la mitad del trabajo: reúne",
    other: "hacen la mitad del trabajo: reúnen",
  })} la mitad de |∇C|²`;

/**
 * @param {string} digits  whose cost it is
 * @param {{ cost: number, epoch: number, length: number, zeros: number }} gradient
 */
export const finding = (digits, { cost, epoch, length, zeros }) =>
  `De ${digits}, en la época ${fixed(epoch, 2)}: coste ${plain(cost)}, longitud
    |∇C| = ${plain(length)}, componentes exactamente cero: ${count(zeros)}.`;

/** @param {number} components  as large as the largest, which is one of them */
export const tied = (components) => `${count(components)} componentes empatan como las mayores.`;

export const stepNeurons = `En una red de neuronas escalón, todas las componentes de las
  capas ocultas son exactamente cero: un pequeño retoque ahí no cambia ninguna salida. El
  laboratorio «Neuronas binarias» muestra por qué.`;

/* ---- the column of components ---- */

export const layerFilter = "Capa";
export const allLayers = "Todas";
export const signFilter = "Signo";
export const signs = { all: "Suben y bajan", up: "Suben", down: "Bajan" };
export const sizeFilter = "Tamaño";
export const sizes = { 0: "Todos", 0.01: "≥ 1/100", 0.1: "≥ 1/10", 0.5: "≥ 1/2 del mayor" };

/** @param {number} rows @param {number} all */
export const listed = (rows, all) => `${count(rows)} de ${count(all)} componentes.`;

export const namesOfNeurons =
  "La neurona 2.14 es la neurona 14 de la capa 2; un píxel se nombra por su fila y su columna.";
export const column = "Componentes de −∇C, las mayores primero";

/* ---- what each component is called ---- */

export const outputLayer = "Capa de salida";
/** @param {number} layer */
export const hiddenLayer = (layer) => `Capa oculta ${layer}`;

/**
 * A pixel, a neuron of a hidden layer, or an output.
 * @typedef {{ kind: "pixel", row: number, column: number }
 *   | { kind: "neuron", layer: number, number: number }
 *   | { kind: "output", digit: number }} Unit  row, column, number: 1 is the first
 */

/** @param {{ row: number, column: number }} pixel */
const placeOf = ({ row, column }) => `fila ${row}, columna ${column}`;

/** With its article. @param {Unit} unit */
function nameOf(unit) {
  if (unit.kind === "pixel") return `el píxel de la ${placeOf(unit)}`;
  if (unit.kind === "output") return `la salida ${unit.digit}`;
  return `la neurona ${unit.number} de la capa ${unit.layer}`;
}

/** "del píxel…", "de la salida…" @param {Unit} unit */
const fromUnit = (unit) => `de ${nameOf(unit)}`.replace(/^de el /, "del ");

/** "al píxel…", "a la salida…" @param {Unit} unit */
const toUnit = (unit) => `a ${nameOf(unit)}`.replace(/^a el /, "al ");

/** The same in few letters. @param {Unit} unit */
function shortNameOf(unit) {
  if (unit.kind === "pixel") return placeOf(unit);
  return unit.kind === "neuron" ? `neurona ${unit.layer}.${unit.number}` : `salida ${unit.digit}`;
}

/** @param {Unit} unit */
export const bias = (unit) => `Sesgo ${fromUnit(unit)}`;
/** @param {Unit} from @param {Unit} to */
export const weight = (from, to) => `Peso ${fromUnit(from)} ${toUnit(to)}`;
/** @param {Unit} unit */
export const shortBias = (unit) => `sesgo, ${shortNameOf(unit)}`;
/** @param {Unit} from @param {Unit} to */
export const shortWeight = (from, to) => `${shortNameOf(from)} → ${shortNameOf(to)}`;

/* ---- one component explained ---- */

/** @param {number} value */
export const now = (value) => `Ahora ${plain(value)}.`;

/** @param {number} slope  ∂C/∂b */
export const biasReason = (slope) => `∂C/∂b es el error de su neurona: ${plain(slope)}.`;
/** @param {number} slope @param {number} digits */
export const biasMean = (slope, digits) =>
  `∂C/∂b es la media del error de su neurona sobre ${count(digits)} dígitos: ${plain(slope)}.`;

/** @param {number} slope  ∂C/∂w @param {number} error @param {number} input */
export function weightReason(slope, error, input) {
  const [a, delta] = [fraction(input, 3), plain(error)];
  return `Su entrada está ${strength(input)}: ${a}; el error de su neurona es ${delta}.
    ∂C/∂w = ${a} × ${delta} = ${plain(slope)}.`;
}

/** @param {number} slope @param {number} error @param {number} digits */
export const weightMean = (slope, error, digits) =>
  `∂C/∂w es la media de entrada × error sobre ${count(digits)} dígitos: ${plain(slope)}. El error
    medio de su neurona es ${plain(error)}.`;

/** @param {number} activation */
function strength(activation) {
  if (activation === 0) return "inactiva";
  const much = activation < 0.25 ? "poco" : activation < 0.75 ? "medianamente" : "muy";
  return `${much} activa`;
}

export const noEffect = "Un pequeño cambio suyo no cambia el coste.";
export const increase = "Auméntalo para reducir el coste.";
export const decrease = "Disminúyelo para reducir el coste.";

/** @param {number} rate @param {number} slope @param {number} nudge */
export const plainStep = (rate, slope, nudge) =>
  `El descenso de gradiente simple, con la tasa de aprendizaje de la página, η = ${exact(rate)}, lo
    retoca en −η × ${plain(slope)} = ${signed(nudge)}.`;

/** @param {string} optimizer */
export const otherStep = (optimizer) =>
  `La página entrena con ${optimizer}, que lo convierte en otro retoque.`;

/* ---- where the components are, and their sizes ---- */

export const onNetwork = "Sobre el dibujo de la red";
export const onNetworkScale = "las más fuertes de cada capa, cada capa con su propia escala";
export const networkDrawing = "Las componentes de −∇C como líneas: azul, suben; naranja, bajan";
export const onPictures = "Sobre las imágenes de la primera capa";
export const onPicturesScale = "todas a la misma escala; haz clic en una para elegir su neurona";
/** What the pictures show. */
export const nudges = "Retoques";

export const sizesByLayer = "Tamaños de las componentes, capa por capa";
export const noLayer = "Ninguna capa tiene componentes distintas de cero";
/** @param {string} layer @param {number} part */
export const holdsMost = (layer, part) => `La mayor parte: ${layer}, ${percent(part, 0)} de |∇C|²`;
export const sizesLegend = html`Componentes por tamaño, en potencias de diez:
  <span class="positive">azul</span>, suben; <span class="negative">naranja</span>, bajan. Las
  alturas son raíces cuadradas de los recuentos.`;

/** @param {number} up @param {number} down @param {number} zeros */
export const upAndDown = (up, down, zeros) =>
  `Suben: ${count(up)}; bajan: ${count(down)}; exactamente cero: ${count(zeros)}`;

/** @param {string} layer @param {string} counts  see `upAndDown` @param {number} most  of a bin */
export const histogram = (layer, counts, most) =>
  `${layer}: tamaños de las componentes por potencias de diez. ${counts}. El intervalo más lleno
    contiene ${count(most)}.`;

/* ---- the ten that matter most ---- */

/** @param {number} items */
export const mattersMost = (items) =>
  plural(items, {
    one: "La que más importa",
    other: `Las ${items === 10 ? "diez" : items} que más importan`,
  });

export const formula = `∂C/∂w = entrada × error: la activación que el peso multiplica, por el error
  de su neurona. ∂C/∂b = error.`;
/** @param {number} digits */
export const formulaOfMean = (digits) =>
  `∂C/∂w es la media de entrada × error sobre ${count(digits)} dígitos: la activación que el peso
    multiplica, por el error de su neurona. ∂C/∂b es el error medio.`;

/** @param {number} error */
export const meanError = (error) => `Error medio ${plain(error)}.`;
/** @param {number} error */
export const errorOnly = (error) => `Error ${plain(error)}.`;
/** @param {number} input @param {number} error */
export const inputAndError = (input, error) =>
  `Entrada ${fraction(input, 3)}, ${strength(input)}. Error ${plain(error)}.`;
