/** The words of the lab Train. */
import { html } from "lit";
import {
  count,
  exact,
  figures,
  fixed,
  fraction,
  percent,
  withMinus,
} from "../../common/numbers.js";
import { aDigit, capitalized, plural } from "./locale.js";
import { noNumbers, verdict } from "./ui.js";

/* ---- the lesson, the question, how it works ---- */

export const lesson = html`Una red empieza con pesos aleatorios, así que sus primeras predicciones
  no sirven. Cada ejemplo dice cómo habría que retocar cada peso y cada sesgo; promediados sobre
  muchos ejemplos y repetidos muchas veces, los retoques la hacen buena.`;

export const question =
  "Se entrena una red aleatoria y su exactitud de prueba sube. ¿Qué tramo es más rápido?";
export const choices = ["Del 10 % al 80 %", "Del 80 % al 95 %", "Igual de rápidos"];

const asItRises = "la respuesta aparecerá aquí a medida que suba la exactitud.";
export const trainIt = `Entrénala: ${asItRises}`;
export const waitForDigits = `El entrenamiento empezará cuando se carguen los dígitos:
  ${asItRises}`;
export const waitForAccuracy = `Se está entrenando: ${asItRises}`;

/** @param {unknown} button  "Start from random weights", if it may be pressed */
export const alreadyTrained = (button) => html`Esta red se entrenó antes de que este laboratorio
  pudiera observarla. La respuesta llegará con una que empiece con pesos aleatorios. ${button}`;
export const startRandom = "Empezar con pesos aleatorios";

/** @param {number} early  epoch by which 80% was reached @param {boolean} isTraining */
export const notYet = (early, isTraining) => {
  const reached = `El 80 % se alcanzó en la época ${fixed(early, 2)}; el 95 %, todavía no.`;
  return isTraining ? reached : `${reached} Sigue entrenándola para ver cuándo.`;
};

/** @param {number} early @param {number} late  epochs by which 80% and 95% were reached */
export const tooClose = (early, late) =>
  `${capitalized(reached(early, late))}: con tan pocas mediciones no se puede decidir.`;

/**
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {number} early @param {number} late  epochs
 */
export const answer = (right, isGuessed, early, late) =>
  `${verdict(choices[right], isGuessed)}: ${reached(early, late)}.`;

/** @param {number} early @param {number} late  epochs */
const reached = (early, late) =>
  `el 80 % se alcanzó en la época ${fixed(early, 2)}; el 95 %, en la época ${fixed(late, 2)}`;

export const how = html`
  <p>Cada peso <math><mi>w</mi></math> se mueve un poco según la pendiente del coste
    <math><mi>C</mi></math>, cuesta abajo. La tasa de aprendizaje <math><mi>η</mi></math> dice
    cuánto:</p>
  <math display="block">
    <mi>w</mi><mo>←</mo><mi>w</mi><mo>−</mo><mi>η</mi>
    <mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>w</mi></mrow></mfrac>
  </math>
  <p>El gradiente se calcula desde la última capa hasta la primera. El error
    <math><mi>δ</mi></math> de una neurona es cómo cambia el coste con su suma ponderada
    <math><mi>z</mi></math>. Una neurona de una capa oculta suma los errores de todas las neuronas a
    las que alimenta, cada uno por el peso que las une, y multiplica por la pendiente de su función
    de activación <math><mi>f</mi></math>:</p>
  <math display="block">
    <msub><mi>δ</mi><mi>j</mi></msub><mo>=</mo>
    <msup><mi>f</mi><mo>′</mo></msup><mo>(</mo><msub><mi>z</mi><mi>j</mi></msub><mo>)</mo>
    <munder><mo>∑</mo><mi>k</mi></munder>
    <msub><mi>w</mi><mrow><mi>k</mi><mi>j</mi></mrow></msub><msub><mi>δ</mi><mi>k</mi></msub>
    <mo>,</mo><mspace width="1em"></mspace>
    <mfrac>
      <mrow><mo>∂</mo><mi>C</mi></mrow>
      <mrow><mo>∂</mo><msub><mi>w</mi><mrow><mi>j</mi><mi>i</mi></mrow></msub></mrow>
    </mfrac>
    <mo>=</mo><msub><mi>δ</mi><mi>j</mi></msub><msub><mi>a</mi><mi>i</mi></msub>
  </math>
  <p>Un minilote toma la media de los gradientes de sus ejemplos y después cambia los pesos una sola
    vez.</p>`;

/* ---- one example in slow motion ---- */

export const slowMotion = "Un ejemplo a cámara lenta";
export const play = "Ver despacio";
export const stop = "Parar";
export const phases = {
  forward: "Adelante",
  error: "Error",
  backward: "Atrás",
  update: "Cambio",
};
/** What the button does in each phase. */
export const nextPhase = {
  forward: "Mostrar el error",
  error: "Retropropagar",
  backward: "Cambiar los pesos",
  update: "Otro ejemplo",
};
/** Why it ends training, half a sentence. */
export const inSlowMotion = "se muestra un ejemplo a cámara lenta";
export const loadingTraining = "Cargando los dígitos de entrenamiento…";

/**
 * @param {keyof typeof phases} phase @param {number} label
 * @param {number | null} prediction  null when it has no ink
 * @param {number} cost
 */
export function announcement(phase, label, prediction, cost) {
  const read = prediction === null ? "sin leer" : `leído como ${aDigit(prediction)}`;
  return `${phases[phase]}: ${aDigit(label)}, ${read}, coste ${fixed(cost, 3)}.`;
}

/** @param {number} number  1 is the first @param {number} label */
export const trainingDigit = (number, label) =>
  `Dígito de entrenamiento ${count(number)}, ${aDigit(label)}`;

/** @param {number} layer @param {number} neuron  0 is the first @param {boolean} isOutput */
const nameOf = (layer, neuron, isOutput) =>
  isOutput ? `Salida ${neuron}` : `Capa ${layer}, neurona ${neuron + 1}`;

/**
 * Tip of a neuron. @param {number} layer @param {number} neuron  0 is the first
 * @param {boolean} isOutput @param {number} activation
 */
export const activationOf = (layer, neuron, isOutput, activation) =>
  `${nameOf(layer, neuron, isOutput)}: ${fraction(activation)}`;

/**
 * Tip of a neuron. @param {number} layer @param {number} neuron  0 is the first
 * @param {boolean} isOutput
 * @param {number} delta  of the neuron: above 0, its weighted sum should be lower
 */
export function deltaOf(layer, neuron, isOutput, delta) {
  const way = delta === 0 ? "sin error" : delta > 0 ? "debe bajar" : "debe subir";
  return `${nameOf(layer, neuron, isOutput)}: ${way}, δ = ${withMinus(figures(delta))}`;
}

/** @param {number} number  1 is the first @param {number} label */
export const labelled = (number, label) =>
  html`Dígito de entrenamiento ${count(number)}, etiqueta <b>${label}</b>.`;

export const noInk = "No tiene tinta, así que no hay predicción.";
export const noPrediction = `${capitalized(noNumbers)}.`;

/** @param {number} digit @param {number} confidence */
export const predicted = (digit, confidence) =>
  html`Predicción: <b class="answer">${digit}</b>, confianza ${percent(confidence, 0)}.`;

export const errors = "Objetivo menos salida, para cada dígito";

/** @param {number} label @param {unknown} cost */
export const errorsLegend = (label, cost) => html`Objetivo: 1 para la salida ${label}, 0 para las
  demás. Números: objetivo − salida; <span class="positive">azul</span>: la salida debería ser
  mayor; <span class="negative">naranja</span>: menor. Coste de este ejemplo: ${cost}`;

export const deltasLegend = html`El error δ retrocede desde las salidas, la última fila: las
  neuronas a las que alimenta le dicen a cada neurona si debe estar
  <b class="positive">más activa</b> o <b class="negative">menos activa</b>, y cuánto.`;

/** @param {number} neuron  0 is the first @param {boolean} isOutput */
export const weightChanges = (neuron, isOutput) =>
  `Cambios de los pesos de ${
    isOutput ? `la salida ${neuron}` : `la neurona ${neuron + 1} de la capa oculta 1`
  }`;

/**
 * @param {string} changes  whose they are: weightChanges()
 * @param {number} rate @param {number} parameters  how many there are
 */
export const changesLegend = (changes, rate, parameters) =>
  `${changes}, solo donde hay tinta: −tasa de aprendizaje × gradiente, con una tasa de
  ${exact(rate)}. Los ${count(parameters)} pesos y sesgos cambian a la vez.`;

/** @param {number} digit */
export const output = (digit) => `Salida ${digit}`;
export const cost = "Coste";

/* ---- training against test digits ---- */

export const kinds = { accuracy: "Exactitud", cost: "Coste" };
export const trainingAndTest = {
  accuracy: "Exactitud: entrenamiento y prueba",
  cost: "Coste: entrenamiento y prueba",
};
export const drawn = "Qué se muestra";
export const trainToSee = "Entrena para ver ambas a lo largo de las épocas";

/**
 * @typedef {{ epoch: number, accuracy: number, cost: number | null }} Point
 *
 * @param {keyof typeof kinds} kind
 * @param {Point | undefined} training @param {Point | undefined} test
 */
export function latest(kind, training, test) {
  const isOfOne = training?.epoch === test?.epoch;
  const words = (/** @type {Point} */ { epoch, accuracy, cost }) => {
    const value = kind === "cost" ? `coste ${figures(cost)}` : `exactitud ${percent(accuracy)}`;
    return isOfOne ? value : `${value} en la época ${fixed(epoch, 2)}`;
  };
  if (training && test) return `Entrenamiento: ${words(training)}; prueba: ${words(test)}.`;
  if (training) return `Entrenamiento: ${words(training)}.`;
  if (test) return `Prueba: ${words(test)}.`;
  return "Ambas se miden en cuanto se carguen los dígitos.";
}

/** @param {number} training @param {number} test  how many digits */
export const measuredOnAll = (training, test) =>
  `Medido con los ${count(training)} dígitos de entrenamiento y con ${count(test)} de prueba.`;

/** @param {number} first @param {number} training @param {number} test  how many digits */
export const measuredOnFirst = (first, training, test) =>
  `Medido con los primeros ${count(first)} de ${count(training)} dígitos de entrenamiento y con
  ${count(test)} de prueba.`;

export const trainingDigits = "entrenamiento";
export const testDigits = "prueba";

/* ---- settings ---- */

export const trainingSettings = "Ajustes del entrenamiento";
export const trainingHint =
  "Un cambio se aplica en el próximo minilote. Los pesos se quedan como están.";
export const networkSettings = "Ajustes de la red";
export const networkHint = "Un cambio crea una nueva red aleatoria. Se puede deshacer.";

/* ---- the confusion matrix ---- */

export const confusionMatrix = "Matriz de confusión";
export const matrixLegend =
  "Columnas: predicción; filas: dígito verdadero. Elige una celda para ver sus dígitos.";

/** @param {number} label */
export const readCorrectly = (label) => `${aDigit(label)} bien leído`;
/** @param {number} label @param {number} prediction */
export const readAs = (label, prediction) => `${aDigit(label)} leído como ${aDigit(prediction)}`;

/** Of a cell. @param {number} digits @param {number} all  of the row @param {string} what */
export const cell = (digits, all, what) => `${count(digits)} de ${count(all)}: ${what}`;

export const allErrors = "Todos los errores";
/** @param {number} label */
export const manyReadCorrectly = (label) => `Los ${label} bien leídos`;
/** @param {number} label @param {number} prediction */
export const manyReadAs = (label, prediction) => `Los ${label} leídos como ${prediction}`;

/** @param {number} digits */
const testDigitsOf = (digits) =>
  `${count(digits)} ${plural(digits, { one: "dígito", other: "dígitos" })} de prueba`;

/** @param {number} accuracy @param {number} digits */
const readsNow = (accuracy, digits) =>
  `la red lee bien el ${percent(accuracy)} de ${testDigitsOf(digits)}.`;

/** @param {number} accuracy @param {number} digits */
export const accuracyNow = (accuracy, digits) => capitalized(readsNow(accuracy, digits));

/** @param {number} accuracy @param {number} digits @param {number} epoch */
export const accuracyAt = (accuracy, digits, epoch) =>
  `En la época ${fixed(epoch, 2)}, ${readsNow(accuracy, digits)}`;

/** @param {string} what @param {number} times */
export const mostFrequent = (what, times) =>
  `Error más frecuente: ${what}, ${count(times)} ${plural(times, { one: "vez", other: "veces" })}.`;

export const evaluating = "Evaluando la red…";
export const readingTest = "Leyendo los dígitos de prueba…";

/** @param {number} digits  loaded so far */
export const loadingTest = (digits) =>
  digits
    ? `Cargando los dígitos de prueba: ${count(digits)} hasta ahora…`
    : "Cargando los dígitos de prueba…";

export const noneBehind = "No hay ninguno.";

/** The digits of a cell. @param {number} digits @param {number} shown  so many of them */
export function behind(digits, shown) {
  const all = testDigitsOf(digits);
  return shown < digits ? `${all}; se muestran los de mayor confianza (${shown}).` : `${all}.`;
}

export const legendOfRight = "Debajo de cada uno: su etiqueta.";
export const legendOfErrors = "En negrita: dígito verdadero. Tachada: predicción.";

/** @param {number} number  1 is the first @param {string} what @param {number} confidence */
export const testDigit = (number, what, confidence) =>
  `Dígito de prueba ${count(number)}, ${what}, confianza ${percent(confidence, 0)}`;

/** Tip of a button. @param {string} digit  see `testDigit` */
export const useAsInput = (digit) => `${digit}. Usarlo como entrada.`;

/* ---- teaching a drawing ---- */

export const teachIt = "¿La predicción está mal? Enséñale";
export const yourDrawing = "Tu dibujo tal como lo ve la red";
export const whatItIs = "Qué es el dibujo";
export const toDrawing = "Ir al dibujo";
export const undo = "Deshacer";
export const yourDigits = "Tus dígitos de entrenamiento";
/** @param {number} digit */
export const yourDigit = (digit) => `Tu ${digit}`;

export const drawFirst = "Dibuja un dígito y di aquí cuál es.";

/** @param {number} digit @param {number} confidence */
export const whichDigit = (digit, confidence) =>
  html`${predicted(digit, confidence)} ¿Qué dígito dibujaste?`;

export const teaching = "Entrenando con tu dibujo…";

/** What became of it. @param {number} digit @param {number} confidence */
export const alreadyReadAs = (digit, confidence) =>
  `Ya se lee como ${aDigit(digit)}, confianza ${percent(confidence, 0)}.`;

/** @param {number} steps @param {number} digit @param {number} confidence */
export const nowReadAs = (steps, digit, confidence) =>
  `Tras ${miniBatches(steps)} con tu dibujo entre otros dígitos, se lee como ${aDigit(digit)},
  confianza ${percent(confidence, 0)}.`;

/** @param {number} steps @param {number} digit @param {number} confidence */
export const stillReadAs = (steps, digit, confidence) =>
  `Tras ${miniBatches(steps)} con tu dibujo entre otros dígitos, se sigue leyendo como
  ${aDigit(digit)}, confianza ${percent(confidence, 0)}. Quizá las capas ocultas sean demasiado
  estrechas, o la tasa de aprendizaje demasiado pequeña.`;

/** @param {number} steps */
const miniBatches = (steps) =>
  `${count(steps)} ${plural(steps, { one: "minilote", other: "minilotes" })}`;

/** @param {number} now */
export const testAccuracy = (now) => `Exactitud de prueba: ${percent(now)}.`;

/** @param {number} before @param {number} now */
export const testAccuracies = (before, now) =>
  `Exactitud de prueba: antes, ${percent(before)}; ahora, ${percent(now)}.`;

/** Why it ends training, half a sentence. */
export const isTaught = "se le está enseñando un dibujo a la red";
/** @param {string} why */
export const notTaught = (why) => `El dibujo no se enseñó. ${why}`;

export const undoing = "Deshaciendo…";
export const undone = "La red está como antes. Tu dibujo sigue entre los dígitos de entrenamiento.";

/** @param {string} why */
export const notUndone = (why) => `El entrenamiento no se deshizo. ${why}`;
