/** The lab Downhill, but for its invented functions: see downhill-functions.js. */
import { html } from "lit";
import { precise } from "../../common/downhill-numbers.js";
import { count, exact, figures, fixed, percent, withMinus } from "../../common/numbers.js";
import { verdict } from "./ui.js";

export const lesson = html`Mira la pendiente: da un paso a la izquierda donde es positiva y a la
  derecha donde es negativa, una y otra vez, y llegarás a un mínimo local, como una bola que rueda
  colina abajo. Con muchas entradas, el gradiente es la dirección de máximo ascenso y el paso es su
  opuesto; cuando los pasos son proporcionales a la pendiente, se acortan cerca del mínimo.`;

/** @typedef {"theta" | "step" | "gradient" | "down" | "slope" | "length" | "plane"} Formula */

/** @param {Record<Formula, unknown>} formulas */
export const how = ({ theta, step, gradient, down, slope, length, plane }) => html`
  <p>Si <math>${theta}</math> reúne todos los pesos y sesgos en una larga columna, el descenso de
    gradiente repite un solo paso:</p>
  <math display="block">${step}</math>
  <p>Ninguna dirección es más empinada que <math>${gradient}</math>. A lo largo de
    <math>${down}</math>, el coste empieza con la pendiente</p>
  <math display="block">${slope}</math>
  <p>La longitud de un paso es <math>${length}</math>, así que se acorta cuando lo hace la
    pendiente. El entrenador estima el gradiente con un minilote; aquí es la media sobre los
    primeros dígitos de entrenamiento. Cada punto del plano es una red entera,
    <math>${plane}</math>, con el coste de estos dígitos. Una trayectoria está casi toda en sus dos
    direcciones principales, pero lo mismo le ocurre a un largo paseo aleatorio (Antognini y
    Sohl-Dickstein, 2018); en direcciones aleatorias apenas se mueve. Estas se normalizan neurona a
    neurona, para poder comparar planos de redes distintas (Li et al., 2018). En el motor:
    <code>net.meanGradient(data)</code>,
    <code>net.costAlong(direction, ts, data)</code> y
    <code>net.costPlane(u, v, as, bs, data)</code>.</p>`;

/* ---- the parts ---- */

export const parts = "Número de entradas";
export const oneInput = "Una entrada";
export const twoInputs = "Dos entradas";
/** @param {number} parameters */
export const allInputs = (parameters) => `Las ${count(parameters)}`;
export const nextTwo = "Siguiente: dos entradas";
/** @param {number} parameters */
export const nextAll = (parameters) => `Siguiente: las ${count(parameters)}`;

/* ---- before anything can be seen ---- */

/** @param {number} images @param {number} total */
export const loadingDigits = (images, total) =>
  images
    ? `Cargando dígitos de entrenamiento: ${count(images)} de ${count(total)}`
    : "Esperando los dígitos…";

/* ---- the guess ---- */

export const question = `Desde esta red, avanza en línea recta según −∇C, la dirección en que el
  coste baja más deprisa, sin volver a mirar la pendiente. ¿Qué hace el coste?`;
const falls = "Baja todo el tiempo";
const fallsThenRises = "Baja y luego vuelve a subir";
const rises = "Sube desde el principio";
export const choices = [falls, fallsThenRises, rises];

export const beingComputed = "Se está calculando el coste a lo largo de la recta.";
export const noGradient = "El gradiente de esta red es cero: ninguna dirección baja.";

const lookAgain = `El gradiente es la pendiente donde está la red, y no más allá: por eso el
  descenso da un paso y vuelve a mirar.`;

/** @param {number} here  cost @param {boolean} isGuessed */
export function itRises(here, isGuessed) {
  const fact = `aquí sube desde ${precise(here)} en todos los pasos examinados`;
  return `${verdict(rises, isGuessed)}: ${fact}. ${lookAgain}`;
}

/**
 * @param {number} here  cost @param {{ t: number, cost: number }} best
 * @param {{ isRising: boolean, isGuessed: boolean }} options  isRising: after the lowest
 */
export function itFalls(here, { t, cost }, { isRising, isGuessed }) {
  const lowest = `aquí baja de ${precise(here)} a ${precise(cost)} en t = ${precise(t)}`;
  const end = isRising ? " y luego sube" : ", hasta donde se examinó";
  const choice = isRising ? fallsThenRises : falls;
  return `${verdict(choice, isGuessed)}: ${lowest}${end}. ${lookAgain}`;
}

/* ---- the line ---- */

export const noLine = "Aún no hay recta";
export const lineNotComputed = "El coste a lo largo de −∇C no se calculó.";
export const computingLine = "Calculando el coste a lo largo de −∇C…";
export const noCost = "El coste de esta red no es un número";
export const noDirection = "El gradiente es cero: ninguna dirección baja";

/** @param {number | null} epoch  null: now */
const along = (epoch) =>
  epoch === null ? "A lo largo de −∇C," : `En la época ${fixed(epoch, 1)}, a lo largo de −∇C,`;
/** @param {number | null} epoch */
export const lineRises = (epoch) =>
  `${along(epoch)} el coste ya sube antes del primer punto de esta recta`;
/**
 * @param {number | null} epoch @param {number} here  cost @param {number} least  cost
 * @param {boolean} isRising  after the lowest
 */
export const lineFalls = (epoch, here, least, isRising) => html`${along(epoch)} el coste baja de
  <span class="number">${precise(here)}</span> a
  <span class="number">${precise(least)}</span>${isRising ? " y luego sube" : ""}`;

/**
 * @param {number} here  cost @param {{ t: number, cost: number }} best
 * @param {number | null} overshoot  see Findings
 */
export function line(here, { t, cost }, overshoot) {
  const over =
    overshoot === null
      ? ""
      : `; vuelve a superar ${precise(here)} a partir de t = ${precise(overshoot)}`;
  return `Coste según el tamaño de paso t a lo largo de −∇C: ${precise(here)} en 0; mínimo en
    t = ${precise(t)}, con ${precise(cost)}${over}.`;
}

export const costAtZero = "coste en t = 0";
export const stepAxis = "Tamaño de paso t (como la tasa η)";
export const slopeAtZero = "Pendiente en t = 0, medida";
/** @param {number} t */
export const bestStep = (t) => `Mejor paso, t = ${precise(t)}`;
/** @param {number} t */
export const higherFrom = (t) => `Mayor que antes desde t = ${precise(t)}`;
/** @param {string} optimizer */
export const otherOptimizer = (optimizer) =>
  `El entrenamiento usa ${optimizer}, que avanza en una dirección
    distinta de −∇C.`;
/** @param {number} rate @param {boolean} isAtStart  it falls later */
export const learningRate = (rate, isAtStart) =>
  `Tasa de aprendizaje${isAtStart ? " al inicio" : ""}, t = ${exact(rate)}`;
export const farBeyond = "mucho más allá";

/** @param {number} t @param {number} length */
export const stepSize = (t, length) => html`Tamaño de paso t = <output class="number"
  data-testid="downhill-t" aria-live="off">${precise(t)}</output>, longitud t·|∇C| = <output
  class="number" data-testid="downhill-length" aria-live="off">${precise(length)}</output>`;
/** @param {number} t @param {number} cost */
export const cursor = (t, cost) => `t = ${precise(t)}, coste ${precise(cost)}`;
/** @param {number} cost */
export const costThere = (cost) => html`Coste en ese punto: <output
  data-testid="downhill-cost-there" aria-live="off">${precise(cost)}</output>`;
export const takeStep = "Dar este paso";
/** @param {number} images */
export const meanOver = (images) =>
  `Media sobre los primeros ${count(images)} dígitos de entrenamiento.`;

export const networkIsThere = "La red ya está ahí.";
export const undo = "Deshacer";

/* ---- the plane ---- */

export const noCosts = "Aún no hay costes";
export const planeNotComputed = "Los costes en un plano no se calcularon.";
export const computingPlane = "Calculando el coste en un plano que pasa por la red…";

/** @param {number} low @param {number} high */
export const costRange = (low, high) => html`Coste de
  <span class="number">${precise(low)}</span> a
  <span class="number">${precise(high)}</span> en este plano`;

export const directions = "Direcciones del plano";
/** @type {Record<"path" | "main" | "random", string>} */
export const planes = {
  path: "Tres redes",
  main: "Principales",
  random: "Aleatorias",
};
export const otherDirections = "Otras direcciones";

export const throughMain = "Según las dos direcciones en que más varía esta trayectoria.";
export const throughRandom =
  "Según dos direcciones aleatorias, a la escala de los pesos de cada neurona.";
export const throughThree = "Por tres redes: la del inicio, la mejor hasta ahora y la actual.";
export const throughBend =
  "Por el inicio, la red actual y donde más se dobla la trayectoria: ninguna intermedia cuesta " +
  "menos.";
export const littleOfPath = "En este plano está menos del 1 % de la varianza de la trayectoria.";
/** @param {number} part  of its variance */
export const partOfPath = (part) =>
  `El ${percent(part, 0)} de la varianza de la trayectoria está en este plano.`;

/** @param {number} step */
const beginsAt = (step) =>
  `La trayectoria empieza en el paso ${count(step)}, cuando esta red volvió a la página, por
    ejemplo al deshacer o recargar`;
/** @param {number} step */
export const beginning = (step) => `${beginsAt(step)}.`;
const afterTraining = `«${planes.path}» y «${planes.main}» estarán disponibles tras entrenar un
  poco.`;
export const noPath = `Aún no hay trayectoria: ${afterTraining}`;
/** @param {number} step */
export const shortPath = (step) => `${beginsAt(step)}: ${afterTraining}`;

/** @param {number} value */
const place = (value) => withMinus(figures(value));

export const plane = "Plano de costes: las flechas mueven el cursor";
/**
 * @param {number} low @param {number} high
 * @param {{ a: number, b: number } | null} start  of the path; null: there is none
 */
export function contours(low, high, start) {
  const path = start
    ? ` La trayectoria va desde (${place(start.a)}; ${place(start.b)}) hasta aquí.`
    : "";
  return `Curvas de nivel del coste, de ${precise(low)} a ${precise(high)}.${path}`;
}

/** Names on the plane. */
export const pathStart = "inicio";
export const pathBest = "mejor";
export const pathNow = "ahora";

/**
 * @param {number | null} cost  null: the cursor is not on the plane
 * @param {boolean} isHeard  the keyboard moved the cursor, so a new cost is read out
 */
export const costAtCursor = (cost, isHeard) =>
  html`${
    cost === null ? "Señala un punto del plano para leer su coste" : "Coste en el cursor: "
  } <output data-testid="downhill-plane-cost" aria-live=${isHeard ? "polite" : "off"}
    >${cost === null ? "" : precise(cost)}</output>`;
export const putHere = "Poner aquí la red";
export const putHow =
  "Para elegir un lugar para la red, haz clic en el plano o pulsa las flechas sobre él.";
export const recentre = "Centrar";

export const onPlane = "La red está en este plano";
export const onPlaneOutside = "La red está en este plano, fuera de este cuadrado.";
/** @param {number} away */
export const offPlane = (away) =>
  `La red está a ${precise(away)} de este plano: el punto marca el lugar más cercano en él.`;
/** @param {number} away */
export const offPlaneOutside = (away) =>
  `La red está a ${precise(away)} de este plano, fuera de este cuadrado.`;
export const pressRecentre = `Pulsa «${recentre}» para obtener un plano que pase por la red.`;

/** @param {number} size @param {number} images */
export const scale = (size, images) =>
  `Las redes de los dos extremos de un lado del cuadrado distan ${figures(size)}, medido sobre todos
    los pesos y sesgos. Cada coste es la media sobre los primeros ${count(images)} dígitos de
    entrenamiento.`;
/** @param {number} side */
export const soFar = (side) => `Hasta ahora, ${side} × ${side} costes.`;
