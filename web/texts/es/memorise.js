/** The lab Memorise: the same network on true and on shuffled labels. */
import { html } from "lit";
import { brief, count, fixed, percent } from "../../common/numbers.js";
import { capitalized, plural } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson and the question ---- */

export const lesson = html`Una red entrenada con imágenes de etiquetas barajadas puede alcanzar en
  ellas la misma exactitud que con las etiquetas verdaderas: ha memorizado los datos. Pero llega
  despacio, mientras que con las verdaderas la exactitud sube deprisa: donde los datos tienen una
  estructura, es más fácil encontrar un buen mínimo local.`;

export const question = "¿Y si se barajan las etiquetas, de modo que un 7 pueda llamarse 2?";
export const choices = [
  "No puede aprenderlas",
  "Las aprende, pero en más épocas",
  "Las aprende igual de rápido",
];

export const how = html`
  <p>Ambas redes empiezan con los mismos pesos aleatorios y ven los mismos dígitos en el mismo
    orden: ReLU, softmax, entropía cruzada, Adam con una tasa de aprendizaje de 0,001, minilotes
    de 32. Barajar permuta las etiquetas entre los dígitos elegidos, de modo que cada etiqueta
    conserva su frecuencia.</p>
  <p>Los 13.002 parámetros de la red de la lección memorizan las etiquetas aleatorias de 100
    imágenes, pero no las de 60.000 en 15 épocas. Por eso aquí hay como máximo 10.000 dígitos, y
    capas más anchas.</p>`;

/* ---- numbers ---- */

/** 6.25 → "6,3×" @param {number} factor */
export const times = (factor) => `${fixed(factor, 1)}×`;

/** 0.25 → "0,25", 12 → "12" @param {number} epochs */
export const epochNumber = (epochs) => (Number.isInteger(epochs) ? count(epochs) : brief(epochs));

/** 1 → "1 época", 12 → "12 épocas" @param {number} epochs */
const inEpochs = (epochs) =>
  `${epochNumber(epochs)} ${plural(epochs, { one: "época", other: "épocas" })}`;

/* ---- the answer to a guess ---- */

export const notRun = "Ejecútalo abajo y lo verás.";
export const runGoing = "La respuesta llegará cuando termine el ensayo.";
/** @param {number} ended @param {number} all  seeds */
export const seriesGoing = (ended, all) =>
  `Semillas terminadas: ${ended} de ${all}; la respuesta llegará con la última.`;
export const notShuffled = "No se barajó ninguna etiqueta: ambas redes son iguales.";

/**
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {string} because  see `one`
 */
export const ofOne = (right, isGuessed, because) =>
  `${verdict(choices[right], isGuessed)}: ${because}`;
/** @param {string} because  see `one` */
export const noChoice = (because) => `Ninguna respuesta encaja: ${because}`;

/** How shuffled labels were learned in one run. */
export const one = {
  not: "esta red no las aprendió. Dale más neuronas o menos dígitos.",
  slower: "las aprendió de memoria y necesitó más épocas.",
  equal: "necesitó tantas épocas como con las etiquetas verdaderas.",
  quicker: "esta vez necesitó menos épocas que con las etiquetas verdaderas.",
  alone: "las aprendió, pero no las verdaderas en las épocas de que disponía.",
};

/** How shuffled labels were learned for so many seeds. */
export const several = {
  not: (/** @type {number} */ seeds) => `no se aprendieron con ${seeds}`,
  slower: (/** @type {number} */ seeds) => `necesitaron más épocas que las verdaderas con ${seeds}`,
  equal: (/** @type {number} */ seeds) =>
    `necesitaron tantas épocas como las verdaderas con ${seeds}`,
  quicker: (/** @type {number} */ seeds) =>
    `necesitaron menos épocas que las verdaderas con ${seeds}`,
  alone: (/** @type {number} */ seeds) => `se aprendieron, y las verdaderas no, con ${seeds}`,
};

/**
 * @param {number} right  seeds for which the guess was @param {number} all  seeds
 * @param {string[]} found  some of `several`
 */
export function ofSeveral(right, all, found) {
  const hits = right ? `Aciertas con ${right}` : "No aciertas con ninguna";
  return `${hits} de ${all} semillas. Las etiquetas barajadas ${found.join("; ")}.`;
}

/**
 * What networks with shuffled labels read of the test digits.
 * @param {object} read
 * @param {number} read.networks
 * @param {number} read.least  accuracy
 * @param {number} read.most
 * @param {boolean} read.isGuess  no more than a guess would
 * @param {number} read.digits  trained on, so few that it can be less; 0: not so
 */
export function reads({ networks, least, most, isGuess, digits }) {
  const [low, high] = [percent(least), percent(most)];
  const range = low === high ? `el ${low}` : `entre el ${low} y el ${high}`;
  const like = isGuess ? "; al azar se leería bien el 10 %" : "";
  const chance = "el azar decide cuántas etiquetas barajadas son correctas";
  const few = digits ? ` Con ${count(digits)} dígitos puede ser menos: ${chance}.` : "";
  const who = plural(networks, { one: "La red lee", other: "Las redes leen" });
  return `${who} bien ${range} de los dígitos de prueba${like}.${few}`;
}

/* ---- controls ---- */

export const controls = "Con qué se entrenan ambas redes";
export const digits = "Dígitos";
export const depth = "Capas ocultas";
export const width = "Neuronas en cada";
export const fraction = "Etiquetas barajadas";

export const run = "Ejecutar";
export const resume = "Continuar";
export const pause = "Pausar";
export const stop = "Parar";
/** @param {number} seeds */
export const runSeries = (seeds) => `Ejecutar ${seeds} semillas`;

/**
 * What to do where there are fewer digits than were chosen.
 * @param {number} most  that can be chosen, 0 for none @param {number} least  of the choices
 */
export const choose = (most, least) =>
  most
    ? `Elige ${count(most)}${most > least ? " o menos" : ""}.`
    : `Aquí hacen falta al menos ${count(least)}: usa MNIST o más dígitos propios.`;

/** @param {string} layers  "784-128-10" @param {number} parameters */
export const network = (layers, parameters) =>
  `${layers}, ${count(parameters)} parámetros. La red de la página se queda como está.`;

/* ---- findings ---- */

export const digitsReplaced =
  "Se sustituyeron los dígitos: ejecútalo de nuevo para comparar con los nuevos.";
export const findingEmpty = "Ejecuta ambas redes para ver cuál aprende antes sus etiquetas.";
export const training = "Entrenando ambas redes…";
/** @param {number} seed @param {number} all  seeds */
export const trainingSeed = (seed, all) => `Entrenando ambas redes, semilla ${seed} (de ${all})…`;
export const paused = "En pausa.";
/** @param {number} seed @param {number} all  seeds */
export const pausedSeed = (seed, all) => `En pausa, semilla ${seed} (de ${all}).`;
/** @param {number} epochs */
export const stopped = (epochs) => `Detenido tras ${inEpochs(epochs)}.`;
/** @param {number} seed @param {string} finding */
export const ofSeed = (seed, finding) => `Semilla ${seed}: ${finding}`;

/** @param {number} goal  accuracy @param {number} epochs */
export const bothLearned = (goal, epochs) =>
  `Ambas aprendieron el ${percent(goal, 0)} de sus etiquetas en ${inEpochs(epochs)}.`;
/** @param {number} plain  epochs with true labels @param {number} shuffled  with shuffled ones */
export function trueFirst(plain, shuffled) {
  const late = `las barajadas, en ${epochNumber(shuffled)} (${times(shuffled / plain)})`;
  return `Las etiquetas verdaderas se aprendieron en ${inEpochs(plain)}; ${late}.`;
}
/** @param {number} plain  epochs with true labels @param {number} shuffled  with shuffled ones */
export function shuffledFirst(plain, shuffled) {
  const late = `las verdaderas, en ${epochNumber(plain)}: lo contrario de lo que dice la lección`;
  return `Las etiquetas barajadas se aprendieron en ${inEpochs(shuffled)}; ${late}.`;
}

/**
 * What became of a network.
 * @typedef {object} Fate
 * @property {boolean} hasLearned
 * @property {boolean} hasDiverged
 * @property {number} epochs  trained
 * @property {number | null} accuracy  on the labels it was trained on
 */

/** When not both have learned their labels. @param {Fate} plain @param {Fate} shuffled */
export const fates = (plain, shuffled) =>
  capitalized(`${fateOf("verdaderas", plain)}; ${fateOf("barajadas", shuffled)}.`);

/** @param {string} name @param {Fate} fate */
function fateOf(name, { hasLearned, hasDiverged, epochs, accuracy }) {
  if (hasLearned) return `las etiquetas ${name} se aprendieron en ${inEpochs(epochs)}`;
  if (hasDiverged) return `con las etiquetas ${name} el entrenamiento divergió`;
  return `las etiquetas ${name} no se aprendieron: ${percent(accuracy)} tras ${inEpochs(epochs)}`;
}

/** @param {number} faster @param {number} all  seeds */
const fewerFor = (faster, all) =>
  `Las etiquetas verdaderas se aprendieron en menos épocas con ${faster} de ${all} semillas`;
/** @param {number} faster @param {number} all  seeds */
export const fasterFor = (faster, all) => `${fewerFor(faster, all)}.`;
/** @param {number} faster @param {number} all  seeds */
export const fasterForNone = (faster, all) =>
  `${fewerFor(faster, all)}; las barajadas necesitaron las mismas.`;
/**
 * @param {number} faster @param {number} all  seeds
 * @param {number} least  times as many epochs @param {number} most
 */
export const fasterBy = (faster, all, least, most) =>
  `${fewerFor(faster, all)}; las barajadas necesitaron entre ${times(least)} y ${times(most)} esas
    épocas.`;

/* ---- the chart ---- */

export const trueTraining = "verdaderas, entrenamiento";
export const trueTest = "verdaderas, prueba";
export const shuffledTraining = "barajadas, entrenamiento";
export const shuffledTest = "barajadas, prueba";

/** Heard. */
export const chartEmpty = "Exactitud por épocas: aún no hay nada.";
/**
 * Heard, of one network.
 * @param {boolean} isShuffled @param {number} epochs
 * @param {number | null} training  accuracy @param {number | null} test
 */
export function reached(isShuffled, epochs, training, test) {
  const accuracies = `exactitud de entrenamiento ${percent(training)}; de prueba ${percent(test)}`;
  const labels = `Etiquetas ${isShuffled ? "barajadas" : "verdaderas"}`;
  return `${labels} tras ${inEpochs(epochs)}: ${accuracies}.`;
}

/**
 * What was trained.
 * @param {string} layers  "784-128-10" @param {number} digits
 * @param {number} fraction  of the labels @param {number} seed
 */
export function about(layers, digits, fraction, seed) {
  const shuffled = `etiquetas barajadas en la segunda: ${percent(fraction, 0)}`;
  return `${layers} con ${count(digits)} dígitos de entrenamiento; ${shuffled}; semilla ${seed}.`;
}

export const kept = `Estos resultados son de un ensayo anterior. Los pesos de las redes no se
  guardaron: ejecútalo de nuevo para verlos.`;
/** @param {number} ended @param {number} all  seeds */
export const keptPart = (ended, all) => `Estos resultados son de un ensayo anterior, que terminó
  ${ended} de ${all} semillas. Los pesos de las redes no se guardaron: ejecútalo de nuevo para
  verlos.`;

/* ---- the tables ---- */

export const labels = "Etiquetas";
export const trainingAccuracy = "Exactitud (entren.)";
export const testAccuracy = "Exactitud (prueba)";
export const epochs = "Épocas";
/** Name of the row of true labels. */
export const trueLabels = "verdaderas";
/** @param {number} fraction */
export const shuffledLabels = (fraction) => `${percent(fraction, 0)} barajadas`;

/** @param {number} epochs */
export const givenUp = (epochs) => `${epochNumber(epochs)}, sin éxito`;
/** @param {number} epochs */
export const diverged = (epochs) => `${epochNumber(epochs)}, divergió`;

/** @param {number} goal  accuracy @param {number} epochs */
export const measured = (goal, epochs) => `La exactitud de entrenamiento se mide con las etiquetas
  con que se entrena cada red: en la segunda, las barajadas. Los dígitos de prueba conservan sus
  etiquetas verdaderas. Cada red se entrena hasta que su exactitud de entrenamiento es del
  ${percent(goal, 0)}, o se abandona tras ${count(epochs)} épocas.`;

export const eachSeed = "Cada semilla";
export const seed = "Semilla";
export const epochsTrue = "Épocas, verd.";
export const epochsShuffled = "barajadas";
export const ratio = "Razón";
/** Not learned in so many. @param {number} epochs */
export const over = (epochs) => `más de ${count(epochs)}`;

/* ---- the first neurons ---- */

export const firstNeurons = "Primeras neuronas de ambas redes, que empezaron con los mismos pesos";
export const change = "Cambio al entrenar";
export const weights = "Pesos";
export const ofTrueLabels = "Etiquetas verdaderas";
export const ofShuffledLabels = "Etiquetas barajadas";
export const scaleNote = "Cada imagen tiene su propia escala, hasta su mayor valor.";

/**
 * A picture, heard.
 * @param {string} network  its labels @param {boolean} isChange  or the weights themselves
 * @param {number} neuron  from 1 on
 */
export const picture = (network, isChange, neuron) =>
  `${network}: ${isChange ? "cambio de los pesos" : "pesos"} de la neurona ${neuron}`;

/* ---- storage ---- */

/** Half a sentence about results that were kept. */
export const damaged = "una parte está dañada";
