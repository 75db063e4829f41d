import { html } from "lit";
import { decimal, hardnessText } from "../../common/binary-numbers.js";
import { count, exact, percent } from "../../common/numbers.js";
import { plural, withStop } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson and the question ---- */

export const lesson = html`Las neuronas artificiales tienen activaciones que varían de forma
  continua; las biológicas, en cambio, están activas o inactivas. La lección da la razón: el coste
  tiene que ser suave para que, con pequeños pasos cuesta abajo, se llegue a un mínimo local.`;

/** @param {number | null} hidden  how many there are; null: not known yet */
export const question = (hidden) =>
  `Supón que cada neurona oculta es de todo o nada. ¿Para cuántos de los ${
    hidden === null ? "" : `${count(hidden)} `
  }pesos y sesgos ocultos sigue indicando el gradiente hacia dónde se baja?`;

export const choices = ["Todos", "Cerca de la mitad", "Ninguno"];
export const computingGradient = "Calculando el gradiente…";

/** @param {number} some @param {number} hidden */
export const someComponents = (some, hidden) => `Para ${count(some)} de ${count(hidden)}.`;

/**
 * @param {boolean} isGuessed
 * @param {{ hidden: number, k: string, soft: number }} found  soft: components that are not 0 with
 *   σ(kz)
 */
export const noComponents = (isGuessed, { hidden, k, soft }) =>
  `${verdict(choices[2], isGuessed)}: las ${count(hidden)} componentes son exactamente 0.
    Con σ(kz), k = ${k}, el número de componentes distintas de 0 es ${count(soft)}. Las demás son
    pesos de píxeles que están en blanco en todos estos dígitos, o de neuronas encendidas o
    apagadas hasta el último bit.`;

/** @param {unknown} formulas  of σ(kz) and its derivative */
export const how = (formulas) => html`
  <p>Las neuronas ocultas aplican</p>
  ${formulas}
  <p>Al crecer k, la función se convierte en el escalón, que vale 1 a partir de z = 0. La capa de
    salida sigue siendo sigmoide o softmax, así que sus propios pesos conservan un gradiente. Una
    red sigmoide cuyos pesos y sesgos ocultos se multiplican por k calcula lo mismo, y su gradiente
    multiplicado por k es este. La recta es θ − t (|θ| ÷ |∇C|) ∇C, solo con las componentes ocultas
    de θ y de ∇C: con t = 1, el desplazamiento es tan largo como los pesos y sesgos ocultos. En el
    motor: <code>net.costAlong(direction, ts, data)</code>,
    <code>net.meanGradient(data)</code> y
    <code>engine.network({ hidden: "step" })</code>.</p>`;

/* ---- which network ---- */

export const pagesNetwork =
  "La red de la página, con los mismos pesos y sesgos para cada inclinación.";
export const trainingNetwork = "Entrenando una red sigmoide…";

/**
 * Why it is not the page's network: one of these, or the name of its activation function.
 * @type {Record<string, string>}
 */
const obstacles = {
  shallow: "La red de la página no tiene capas ocultas.",
  relu: "La red de la página tiene neuronas ReLU en sus capas ocultas.",
  step: "La red de la página tiene neuronas escalón en sus capas ocultas.",
  large: "La red de la página es demasiado grande para examinarla aquí.",
  broken: "La red de la página tiene parámetros que no son números.",
};

/** @param {string} name  of an activation function */
const otherNeurons = (name) => `La red de la página tiene neuronas ${name} en sus capas ocultas.`;

/** @param {string} obstacle @param {{ steps: number, seed: number }} trained */
export const labsNetwork = (obstacle, { steps, seed }) =>
  `${obstacles[obstacle] ?? otherNeurons(obstacle)} Por eso este laboratorio entrenó la red
    sigmoide 784-16-16-10 de la lección: ${count(steps)} minilotes de 10 dígitos, η = 1,
    semilla ${seed}.`;

export const waitingForDigits = "Esperando los dígitos…";
export const noTestDigits = "No hay dígitos de prueba.";
/** @param {number} images @param {number} total */
export const loadingDigitsOf = (images, total) =>
  `Cargando dígitos: ${count(images)} de ${count(total)}`;

/* ---- what to look at ---- */

/** @param {number} k */
const hardnessWords = (k) => (k === Infinity ? "∞: todo o nada" : hardnessText(k));

/** @param {number} k */
export const hardness = (k) => html`Inclinación de σ(kz), k =
  <b class="number" data-testid="binary-k">${hardnessWords(k)}</b>`;
/** @param {number} k */
export const hardnessValue = (k) => `k = ${hardnessWords(k)}`;
export const costOf = "Coste de";
export const digits = {
  yours: "el dígito de la entrada",
  1: "un dígito de entrenamiento",
  10: "10 dígitos de entrenamiento",
  1000: "1000 dígitos de entrenamiento",
};
export const zoom = "Zoom";

/* ---- the activation function ---- */

export const theStep = "El escalón";
/** @param {number} k */
export const theSigmoid = (k) => `σ(kz), k = ${hardnessText(k)}`;
export const activation = "La función de activación y su derivada, de z = −3 a 3";

/** @param {number} atOne  derivative at z = 1 @param {number | null} atZero  null: there is none */
export function derivative(atOne, atZero) {
  const steepest = atZero === null ? "no existe en z = 0" : html`${decimal(atZero)} en z = 0`;
  return html`Línea discontinua: la derivada, <span data-testid="binary-derivative"
    class="number">${decimal(atOne)} en z = 1, ${steepest}</span>. La retropropagación multiplica
    por ella.`;
}

/* ---- the cost along the line ---- */

export const notComputed = "No se calculó";
export const computingCost = "Calculando el coste…";
export const costAlongLine = "El coste en una recta";

/**
 * @param {{ flat: number, jumps: number }} step  of the stretches: those without a jump, and with
 * @param {{ k: number, flat: number } | null} between  of the hardness chosen
 */
export function stairs({ flat, jumps }, between) {
  const stretches = flat + jumps;
  const step = flat
    ? html`Neuronas escalón: de ${stretches} tramos, el coste es plano en <span class="number"
      data-testid="binary-flat">${flat}</span> y salta en ${jumps}`
    : `Neuronas escalón: el coste salta en los ${stretches} tramos; amplía para ver los peldaños`;
  if (!between) return step;
  const there = between.flat ? `plano en ${between.flat}` : "plano en ninguno";
  return html`${step}; k = ${hardnessText(between.k)}: ${there}`;
}

/** @param {"1" | "10" | "1000"} name @param {number | null} label  of the visitor's digit */
export const line = (name, label) =>
  label === null
    ? `Coste de ${digits[name]} a lo largo de una recta por los parámetros ocultos`
    : `Coste del dígito de la entrada, como ${label}, a lo largo de una recta por los parámetros
    ocultos`;

/** @param {string} words  see line @param {number} points @param {number} zoom */
export const lineInDetail = (words, points, zoom) =>
  `${words}, ${points} puntos${zoom > 1 ? `, ampliado ${zoom}×` : ""}. En t = 0 están los pesos y
    sesgos tal como son; hacia la derecha, la red sigmoide va cuesta abajo. En t = 1 se habrían
    desplazado tanto como su propia longitud.`;

export const alongGradient = "t, según −∇C";
export const sigmoid = "sigmoide";
export const step = "escalón";

/* ---- the gradient ---- */

export const gradient = "El gradiente de los mismos dígitos";
export const computing = "Calculando…";

export const meanLength = "Longitud del ∇C medio, capas ocultas";
/** @param {number} hidden */
export const componentsOf = (hidden) => `Componentes distintas de 0, de ${count(hidden)}`;
/** @param {number} size @param {number} nudges */
export const nudgesOf = (size, nudges) =>
  `Retoques de ±${exact(size)} que cambian C, de ${count(nudges)}`;
export const testAccuracy = "Exactitud (prueba)";

/** @param {number} crossed  nudges @param {boolean} isAccurate */
export function remark(crossed, isAccurate) {
  const nudges = plural(crossed, {
    one: "Un retoque cruzó",
    other: `${count(crossed)} retoques cruzaron`,
  });
  const jumps = crossed ? `${nudges} un salto entre dos peldaños. ` : "";
  const good =
    "Unas neuronas de todo o nada pueden acertar, con pesos que se hallaron para las sigmoides.";
  return `${jumps}${isAccurate ? good : ""}`;
}

export const typicalGradient = "La longitud de un gradiente típico";
/**
 * @param {number} first  length at k = 1 @param {number} other @param {number} k  of the other
 */
export function typicalLength(first, other, k) {
  const lengths = html`${decimal(first)} con k = 1, ${decimal(other)} con k = ${hardnessText(k)}`;
  return html`Longitud típica del gradiente de un dígito:
    <span class="number" data-testid="binary-median">${lengths}</span>`;
}
export const medians = "Mediana de la longitud de ∇C en las capas ocultas, para k de 1 a 128";
/** @param {number} images */
export const medianOf = (images) =>
  `Mediana de ${count(images)} dígitos de entrenamiento, solo capas ocultas.`;
export const oneDigit = "La tabla muestra la longitud del dígito elegido.";
export const fewKeepLong =
  "Unos pocos dígitos, los cercanos a un salto, pueden conservar un gradiente largo.";
export const meanIsLonger = `La media de la tabla es mucho mayor: se debe a unos pocos dígitos
  cercanos a un salto.`;

/* ---- two networks ---- */

export const trainTwins = "Entrenar ambas desde los mismos pesos aleatorios";
/** @param {number} steps */
export function aboutTwins(steps) {
  return `Una tiene neuronas sigmoides en sus capas ocultas; la otra, neuronas escalón. Los dígitos,
    su orden y el número de pasos son los mismos: ${count(steps)} minilotes de 10, η = 1.`;
}

export const trainBoth = "Entrenar ambas";
export const trainAgain = "Entrenar con otros pesos";
export const stop = "Parar";
/** @param {number} steps @param {number} total @param {number} seed */
export const progress = (steps, total, seed) =>
  `${count(steps)} de ${count(total)} pasos, semilla ${seed}`;
/** @param {string} why */
export const stopped = (why) =>
  `El entrenamiento se detuvo: ${withStop(why)} Vuelve a entrenar ambas.`;

/** @param {number} steps */
const stepsOf = (steps) => `${count(steps)} ${plural(steps, { one: "paso", other: "pasos" })}`;

/** @param {number} steps @param {number} sigmoid  accuracy @param {number} step  accuracy */
export const accuracies = (steps, sigmoid, step) => html`Después de ${stepsOf(steps)}:
  <span class="number" data-testid="binary-sigmoid">${percent(sigmoid)}</span> de
  los dígitos de prueba con neuronas sigmoides,
  <span class="number" data-testid="binary-step">${percent(step)}</span> con neuronas
  escalón`;

/**
 * @param {number} hidden  how many there are
 * @param {[sigmoid: number, step: number]} moved  how many of them moved
 * @param {boolean} isTrained
 */
export function moved(hidden, [sigmoid, step], isTrained) {
  const rest =
    isTrained && !step
      ? " Lo que aprendió la segunda lo aprendió en su capa de salida, de neuronas sigmoides."
      : "";
  return html`Pesos y sesgos ocultos que se movieron:
    <b class="number" data-testid="binary-moved">${count(sigmoid)}</b> de ${count(hidden)} con
    neuronas sigmoides, <b class="number" data-testid="binary-still">${count(step)}</b> con neuronas
    escalón.${rest}`;
}

/** @param {number} measurements */
export const measurements = (measurements) =>
  `${measurements} mediciones de la exactitud con todos los dígitos de prueba`;
export const steps = "pasos";
