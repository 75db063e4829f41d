/** The lab Teach it: a copy of the network is fine-tuned to reject noise or to resist attacks. */
import { html } from "lit";
import { count, duration, exact, fixed, percent } from "../../common/numbers.js";
import { aDigit } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson, the question and its answer ---- */

export const lesson = html`El vídeo se queda en el diagnóstico: una red que solo ha visto dígitos
  nunca aprendió a dudar. Aquí hay dos remedios, y lo que cuesta cada uno en exactitud: añadir ruido
  cuyo objetivo es «ningún dígito», o entrenar con dígitos atacados.`;

export const question =
  "Se la entrena para rechazar dígitos barajados y garabatos. ¿Rechazará otros tipos de ruido?";
export const choices = ["Sí, todos los tipos", "No", "Depende del tipo"];
/** @param {number} epsilon */
export const attackQuestion = (epsilon) =>
  `Se la entrena con dígitos atacados. ¿Cuántos dígitos de prueba, atacados con
    ε = ${exact(epsilon)}, leerá bien después?`;
export const attackChoices = [
  "Menos de un tercio",
  "Entre un tercio y dos tercios",
  "Más de dos tercios",
];
export const untrained = "Entrena una copia: la respuesta aparecerá aquí cuando esté entrenada.";

/**
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {{ name: string, above: number }[]} kinds  above: the fraction answered with confidence
 */
export const answer = (right, isGuessed, kinds) =>
  `${verdict(choices[right], isGuessed)}. La copia nunca se entrenó con los tipos siguientes.
    Imágenes en las que su confianza supera el 50 %: ${kinds
      .map(({ name, above }) => `${name}, ${percent(above)}`)
      .join("; ")}.
    Al revés no funciona: una red con ajuste fino sobre estos sigue tomando los garabatos por
    dígitos, porque nunca vio trazos de lápiz.`;

/**
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {number} epsilon @param {number} reads  fraction of the attacked digits
 */
export const attackAnswer = (right, isGuessed, epsilon, reads) =>
  `${verdict(attackChoices[right], isGuessed)}. Con ε = ${exact(epsilon)}, la copia lee bien el
    ${percent(reads)} de los dígitos atacados.`;

export const how = html`
  <p>«Ningún dígito» es un objetivo como cualquier otro. Las salidas sigmoides deberían ser todas 0,
    y las salidas softmax, que suman 1, deberían ser todas iguales:</p>
  <math display="block">
    <msub><mi>y</mi><mi>i</mi></msub><mo>=</mo><mn>0</mn>
    <mspace width="2em"></mspace><mtext>o bien</mtext><mspace width="2em"></mspace>
    <msub><mi>y</mi><mi>i</mi></msub><mo>=</mo><mfrac><mn>1</mn><mn>10</mn></mfrac>
  </math>
  <p>El entrenamiento adversario sustituye cada dígito de un minilote por una imagen que engaña a la
    red tal como es en ese momento, hallada con tres pasos de gradiente dentro de ε, y entrena con
    ella:</p>
  <math display="block">
    <munder><mi>min</mi><mi>w</mi></munder><mspace width="0.3em"></mspace>
    <munder><mi>max</mi><mrow><mo>|</mo><mi>δ</mi><mo>|</mo><mo>≤</mo><mi>ε</mi></mrow></munder>
    <mi>C</mi><mo>(</mo><mi>w</mi><mo>,</mo><mi>x</mi><mo>+</mo><mi>δ</mi><mo>)</mo>
  </math>
  <p>La copia se entrena con AdamW y una tasa de aprendizaje de 0,003 que decae hasta cero (con SGD
    y una tasa de 1 cuando el coste es el error cuadrático). En el motor:
    <code>net.trainer(data, { ...teaching })</code> y
    <code>net.trainer(data, { harden: { epsilon: 0.1, steps: 3 } })</code>. Una red con más neuronas
    puede resistir cambios mayores: elige las capas 256-128 en los ajustes; una copia de una red así
    se entrena como la receta <code>hardened</code> del motor. Una copia entrenada sin ruido y sin
    ataques muestra lo que logran por sí solas las épocas adicionales.</p>`;

/* ---- controls ---- */

export const purpose = "Finalidad";
export const noiseAmount = "Ruido en cada minilote";
export const attackAmount = "Ataque de hasta ε =";
export const noAmount = "nada, para comparar";
export const epochs = "Épocas";

export const train = "Entrenar una copia";
export const trainAnother = "Entrenar otra copia";
export const resume = "Continuar";
export const pause = "Pausar";
export const pausing = "Pausando…";

export const progress = "Progreso de la copia";
/** @param {number} epoch @param {number} epochs */
export const epochOf = (epoch, epochs) => `época ${fixed(epoch, 1)} de ${epochs}`;
/** How long the rest will take. @param {number | null} milliseconds  null: not known */
export const left = (milliseconds) =>
  milliseconds === null ? "estimando…" : `faltan ${duration(milliseconds)}`;
export const digitsLoading = "Los dígitos aún se están cargando.";

/* ---- what a training ends with ---- */

export const diverged =
  "El coste de la copia ya no es un número: esta copia no sirve. Entrena otra.";
export const digitsReplaced =
  "Se sustituyeron los dígitos de entrenamiento, así que esta copia no puede seguir " +
  "entrenándose. Entrena otra.";
/** @param {string} why */
export const stopped = (why) => `El ajuste fino se detuvo: ${why}`;
export const lost = "El motor se reinició y la copia se perdió con él. Entrena otra.";

/* ---- the verdict ---- */

export const notMeasured = "Sin medir";
export const measuring = "Midiendo…";

/** @param {number} accuracy */
const before = (accuracy) =>
  html`<span class="number" data-testid="teach-before">${percent(accuracy)}</span>`;

/** There is no copy yet. @param {number} accuracy */
export const verdictBefore = (accuracy) =>
  html`Esta red lee bien el ${before(accuracy)} de los dígitos de prueba. Lo que se entrena será una
    copia; la red de la página se queda como está.`;

/**
 * @param {object} verdict
 * @param {string} verdict.tunedWith  as "60% noise"
 * @param {string} verdict.original  name of the network that was copied
 * @param {number} verdict.was  accuracy of that one
 * @param {number} verdict.now  of the copy
 * @param {unknown} verdict.difference  one of those below
 */
export const verdictAfter = ({ tunedWith, original, was, now, difference }) =>
  html`«${original}» lee bien el ${before(was)} de los dígitos de prueba. Su copia, tras el ajuste
    fino (${tunedWith}), lee bien el
    <span class="number" data-testid="teach-after">${percent(now)}</span>: ${difference}.`;

/** @param {number} amount  fraction of each mini-batch */
export const noiseOf = (amount) => `ruido: ${percent(amount, 0)}`;
export const noNoise = "sin ruido";
/** @param {number} epsilon */
export const attacksOf = (epsilon) => `ataques de ε = ${fixed(epsilon, 2)}`;
export const noAttacks = "sin ataques";

export const noDifference = "ninguna diferencia";
export const noDifferenceYet = "ninguna diferencia hasta ahora";
/** @param {number} points  of a percentage @param {boolean} isFinished */
export const lower = (points, isFinished) =>
  html`<span class="number">${fixed(points, 1)}</span> puntos menos${
    isFinished ? "" : " hasta ahora"
  }`;
/** @param {number} points  of a percentage @param {boolean} isFinished */
export const higher = (points, isFinished) =>
  html`<span class="number">${fixed(points, 1)}</span> puntos más${
    isFinished ? "" : " hasta ahora"
  }`;

export const adopt = "Usar esta copia en la página";
export const adopted = "Esta copia es ahora la red de la página.";
export const forComparison = "Esta copia solo sirve para comparar.";

/* ---- one picture, read by both ---- */

export const picture = "Imagen";
export const pictureOnInput = "lo que hay en la entrada";
export const attackedDigits = "dígitos de prueba atacados";
export const drawHint = "O dibuja sobre la propia imagen.";
export const clear = "Borrar";
export const run = "Reproducir";
export const stop = "Parar";
export const next = "Otra";

/** The picture, heard. @param {string} words  for it, a sentence or "" */
export const drawOn = (words) => `${words} Dibuja sobre ella.`;
export const inputEmpty = "No hay nada en la entrada.";
export const inputBlank = "No hay nada dibujado.";
export const inputDrawing = "Tu dibujo.";
/** @param {number} number  1 is the first @param {number | null} label */
export const testDigit = (number, label) => `Dígito de prueba ${count(number)}, etiqueta ${label}.`;
/** @param {number} index @param {string} kind @param {number} seed */
export const noiseImage = (index, kind, seed) => `Imagen ${index} de ${kind}, semilla ${seed}.`;

export const sideBefore = "Antes";
export const sideAfter = "Después";
export const attackedPicture = "La imagen atacada";
/** @param {number} epsilon */
export const attackedBy = (epsilon) => `atacada, ε = ${exact(epsilon)}`;

export const noCopy = "Aún no hay copia.";
export const nothingDrawn = "Nada dibujado";
/** @param {number} answer @param {number} confidence */
export const unsure = (answer, confidence) =>
  html`<b>No está segura de ninguno</b><br /><span class="quiet small">mejor opción:
    ${answer}, <span class="number">${percent(confidence, 0)}</span></span>`;
/** @param {number} confidence */
export const sure = (confidence) =>
  html`<b><span class="number">${percent(confidence, 0)}</span> de confianza</b>`;

export const sameUnattacked = "lo mismo que sin el ataque";
/** @param {number} digit */
export const otherUnattacked = (digit) => `${aDigit(digit)} sin el ataque`;
export const correct = "bien leído";
/** @param {number | null} label */
export const incorrect = (label) => `su etiqueta es ${label}`;

/* ---- kinds of noise ---- */

export const noiseCards = "Confianza en cada tipo";
/** @param {number} images @param {number} seed */
export const noiseCardsNote = (images, seed) =>
  html`Confianza en ${count(images)} imágenes de cada tipo, semilla ${seed}. Cada histograma se
    escala a su barra más alta.`;
export const heldOut = "reservado: no usado al entrenar";
export const trainedOn = "usado al entrenar";
export const testDigits = "dígitos de prueba";
export const neverTrainedOn = "no usados al entrenar";
/** @param {number} confidence @param {unknown} shares  of images, before and after */
export const above = (confidence, shares) => html`>\u00a0${percent(confidence, 0)}: ${shares}`;

/* ---- accuracy under attack ---- */

export const attackCurve = "Exactitud bajo ataque";
/** Names of lines. */
export const lineBefore = "antes";
export const lineAfter = "después";

/**
 * @param {number} epsilon
 * @param {number} before  fraction of the digits @param {number | null} after  null: no copy yet
 */
export function attackLeaves(epsilon, before, after) {
  const copy =
    after === null
      ? ""
      : html`; la copia, el <b class="number" data-testid="curve-after">${percent(after)}</b>`;
  return html`Con ε = ${exact(epsilon)}, tras el ataque de 40 pasos la red lee bien el <span
    class="number" data-testid="curve-before">${percent(before)}</span> de los dígitos${copy}.`;
}

/** @typedef {{ count: number, total: number }} Attacked  so many digits of all */

/** @param {Attacked} digits @param {number} seed */
export const attacked = (digits, seed) =>
  `Dígitos de prueba, cada uno atacado por separado: ${soMany(digits)}. Semilla ${seed}.`;
/** @param {Attacked} before @param {Attacked} after @param {number} seed */
export function attackedBoth(before, after, seed) {
  const digits = `antes, ${soMany(before)}; después, ${soMany(after)}`;
  return `Dígitos de prueba, cada uno atacado por separado: ${digits}. Semilla ${seed}.`;
}

/** @param {Attacked} digits */
const soMany = ({ count: some, total }) =>
  some < total ? `los primeros ${count(some)} de ${count(total)}` : count(total);
