/** The parts of the lab Downhill on invented functions. */
import { html } from "lit";
import { number, signed } from "../../common/downhill-numbers.js";
import { exact } from "../../common/numbers.js";
import { plural } from "./locale.js";
import { verdict } from "./ui.js";

/** @param {number} count */
const stepsOf = (count) => plural(count, { one: "1 paso", other: `${count} pasos` });

/* ---- what both parts share ---- */

export const run = "Iniciar";
export const pause = "Pausar";
export const step = "Bajar un paso";
export const backToStart = "Volver al inicio";
/** @param {number} rate */
export const learningRate = (rate) =>
  html`Tasa de aprendizaje η <output class="number" aria-live="off">${exact(rate)}</output>`;

/* ---- one input ---- */

export const curve = "Curva";
export const curves = {
  bowl: "Cuenco",
  valleys: "Dos valles",
  plateau: "Meseta",
  wall: "Pared abrupta",
};

export const question = `La bola está arriba, a la izquierda, y baja un paso tras otro. ¿Dónde se
  queda parada?`;
const leftValley = "En el valle izquierdo";
export const choices = [leftValley, "En el valle derecho, el más hondo", "En ninguno: oscila"];

export const pressRun = `Pulsa «${run}» y míralo.`;
export const chooseValleys = `Elige «${curves.valleys}» y luego pulsa «${run}».`;
/** @param {boolean} isGuessed */
export const cameToLeft = (isGuessed) =>
  `${verdict(leftValley, isGuessed)}: un paso depende solo de la pendiente bajo la bola, así que el
    descenso acaba en un mínimo local. Pon la bola a la derecha y vuelve a iniciarlo.`;

const smallerRate = "elige una tasa de aprendizaje η menor y vuelve a iniciarlo";
export const leftTheCurve = `Con pasos tan largos se salió de la curva: ${smallerRate}.`;
/** @param {number} choice  the one that is right @param {boolean} isGuessed */
export const cameElsewhere = (choice, isGuessed) =>
  `${verdict(choices[choice], isGuessed)}, con pasos tan largos: ${smallerRate}.`;

/** @param {string} finding  one of those below */
export const curveWithBall = (finding) => `La curva C(w) con la bola encima. ${finding}.`;
/** @param {number} steps @param {number} start */
export const progress = (steps, start) => `${stepsOf(steps)} desde w = ${number(start)}`;
export const ball = "Bola, w";
/** @param {number} w */
export const ballAt = (w) => `w = ${number(w)}`;
/** @param {number} w */
export const handle = (w) => `Altura de la curva en w = ${exact(w)}`;
export const help = `Haz clic en el gráfico para poner ahí la bola. Arrastra un cuadrado para doblar
  la curva. Con el teclado: Tab hasta la bola o un cuadrado y luego las flechas; con Mayús, diez
  veces más lejos.`;
/** @param {number} w */
export const noCurve = (w) => html`El paso llevó a w = <span class="number">${number(w)}</span>,
  donde no hay curva.`;

/** Names on the plot. */
export const earlier = "antes";
export const slope = "pendiente";
export const aStep = "paso";

/** What happened to the ball, as a title. */
export const stepRight = "La pendiente es negativa: paso a la derecha";
export const stepLeft = "La pendiente es positiva: paso a la izquierda";
export const diverged = "Divergió: cada vez se pasaba más, y la bola se salió de la curva";
/** @param {number} step */
export const tooLarge = (step) =>
  `La bola se salió de la curva: un paso de ${signed(step)} era demasiado largo`;
/** @param {number} slope */
export const balanced = (slope) =>
  `En equilibrio sobre un máximo: pendiente ${number(slope)}, así que no hay paso`;
/** @param {number} slope */
export const onFlat = (slope) =>
  `En un tramo plano: pendiente ${number(slope)}, así que no hay paso`;
/** @param {number} slope */
export const atMinimum = (slope) => `En un mínimo local: pendiente ${number(slope)}`;
/** @param {number} steps @param {number} slope */
export const minimumReached = (steps, slope) =>
  `Mínimo local alcanzado en ${stepsOf(steps)}: pendiente ${number(slope)}`;
/** @param {number} before  slope @param {number} now  slope */
export const overshot = (before, now) =>
  `Se pasó: la pendiente cambió de signo, de ${signed(before)} a ${signed(now)}`;
export const diverging = "Diverge: cada paso se pasa, y cada vez más";
export const oscillating = "Oscila: cada paso se pasa tanto como el anterior";
export const overshootsLess = "Cada paso se pasa, pero cada vez menos";
export const stepsShrink = "Los pasos se acortan porque la pendiente disminuye";
export const stepsGrow = "Los pasos se alargan porque la pendiente aumenta";
export const stepsStay = "Los pasos no cambian porque la pendiente tampoco";

/** @param {number} start @param {number} w */
export const anotherMinimum = (start, w) =>
  `Otro inicio, otro mínimo: desde ${number(start)} fue w = ${number(w)}.`;
/** @param {number} w */
export const notLowest = (w) => `No es el punto más bajo: C es menor en w = ${number(w)}.`;

/* ---- two inputs ---- */

export const surface = "Función de dos entradas";
/** @type {Record<string, string>} */
export const surfaces = {
  bowl: "Cuenco",
  ravine: "Barranco",
  saddle: "Silla",
  minima: "Dos mínimos",
};

/** @typedef {"sgd" | "momentum" | "adam"} Method */
export const methods = { sgd: "Descenso de gradiente", momentum: "Momentum", adam: "Adam" };
/** The same inside a sentence. */
const inSentence = { sgd: "descenso de gradiente", momentum: "momentum", adam: "Adam" };

export const chooseStart = "Elige el inicio: haz clic en el mapa o usa las flechas.";
/** @param {string} finding  one of those below */
export const map = (finding) => `Mapa de curvas de nivel de C(w₁, w₂). ${finding}.`;
/** @param {[number, number]} start */
export const startAt = ([w1, w2]) => `Inicio en w₁ = ${number(w1)}, w₂ = ${number(w2)}`;
/** @param {number} gradient  its length */
export const stepsTo = (gradient) => html`Pasos hasta
  <span class="number">|∇C| &lt; ${exact(gradient)}</span>`;

export const rules = "Las tres reglas";
export const ruleOfDescent = "Descenso de gradiente:";
export const ruleOfMomentum =
  "El momentum suma los gradientes anteriores, que se atenúan una décima en cada paso:";
export const ruleOfAdam = `Adam divide la media de los gradientes anteriores entre su tamaño típico,
  por separado para cada entrada; t cuenta los pasos:`;

/** Where there is no slope. @typedef {"minimum" | "maximum" | "saddle" | "plateau"} Kind */
const places = {
  minimum: "un mínimo local",
  maximum: "un máximo",
  saddle: "un punto de silla",
  plateau: "una meseta",
};

/** @param {Method[]} some */
const list = (some) =>
  some
    .map((method) => inSentence[method])
    .join(", ")
    .replace(/, ([^,]*)$/, " y $1");

/** What happened on the three paths, as a title. @param {Kind} kind @param {number} gradient */
export const at = (kind, gradient) => `En ${places[kind]}: |∇C| = ${number(gradient)}`;
/** @param {number} gradient  its length */
export const downhill = (gradient) =>
  `−∇C apunta cuesta abajo, perpendicular a las curvas de nivel: |∇C| = ${number(gradient)}`;
/** @param {number} steps @param {Method[]} some @param {number} cost */
export const lowest = (steps, some, cost) =>
  `Lo más bajo tras ${stepsOf(steps)}: ${list(some)}, C = ${number(cost)}`;
/** @param {Kind} kind @param {Method[]} some @param {number} steps */
export const first = (kind, some, steps) =>
  `Primero en ${places[kind]}: ${list(some)}, en ${stepsOf(steps)}`;
export const allFell = "Los tres salieron del mapa cuesta abajo, donde C sigue bajando";
export const allLeft = "Los tres salieron del mapa";
export const allDiverged = "Los tres divergieron: los pasos son demasiado largos";

/** What became of one path, in a table. @param {number} steps */
export const moving = (steps) => (steps ? `${steps}, en marcha` : "–");
/** @param {number} steps @param {Kind} kind */
export const rested = (steps, kind) => `${steps}, ${places[kind]}`;
/** @param {number} steps */
export const leftDownhill = (steps) => `salió del mapa cuesta abajo tras ${steps}`;
/** @param {number} steps */
export const divergedAfter = (steps) => `divergió tras ${steps}`;
