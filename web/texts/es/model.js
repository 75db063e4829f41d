/** What the session says: notices, failures of the engine, what a link or a saved network makes. */
import { count, exact, fixed, percent } from "../../common/numbers.js";
import { capitalized, plural, withStop } from "./locale.js";

/* ---- the engine ---- */

export const engineRestarted = "El motor se reinició.";
export const engineStopped = "El motor se detuvo.";
export const engineNotRunning = "El motor no está en marcha.";
/** Why it stopped, as half a sentence. */
export const engineSilent = "ya no responde";

export const engineSlow = "El motor está tardando en cargarse.";
export const slowEngine =
  "Este navegador no tiene WebAssembly SIMD: aquí el entrenamiento tarda más, con los mismos " +
  "resultados.";
export const stopWaiting = "Dejar de esperar";
export const hostSilent = "El servidor no respondió a tiempo.";

export const engineNotStarted = "No se pudo iniciar el motor.";
export const engineNotRestarted = "No se pudo reiniciar el motor.";
export const engineKeepsStopping = "El motor se detiene una y otra vez.";
export const tryAgain = "Reintentar";

/**
 * @param {string} why
 * @param {boolean} isKept  the network is as it was
 * @param {"" | "trained" | "replayed"} training  that the stop has ended; replayed: a link's
 */
export function stoppedAndRestarted(why, isKept, training) {
  const kept = isKept ? "; tu red se conserva" : "";
  const ended = {
    "": "",
    trained: " El entrenamiento está en pausa.",
    replayed: " El entrenamiento que pide el enlace se interrumpió.",
  };
  return `El motor se detuvo (${why}) y se reinició${kept}.${ended[training]}`;
}

/* ---- digits ---- */

export const needsDigits = "Esto necesita los dígitos de MNIST: 11 MB.";
export const loadThem = "Cargarlos";
export const digitsNotReached =
  "No se pudieron cargar los dígitos. ¿Tiene conexión el dispositivo?";
export const useHandwritingInstead = "Usar los dígitos integrados";
export const useHandwriting = "Usar dígitos integrados";
/** @param {string} digits  their name @param {string} trouble  why they are not kept, or "" */
export const trainedFromNowOn = (digits, trouble) =>
  `Desde ahora la red se entrena con ${digits}.${trouble && ` ${trouble}`}`;
/** @param {string} name  of own digits */
export const ownDataGone = (name) =>
  `Tus datos (${name}) ya no están en este navegador, y se usa MNIST. ` +
  "Para seguir con ellos, elige los archivos de nuevo.";
/** @param {string} why  a sentence @param {string} name  of own digits */
export const ownDataNotRead = (why, name) =>
  `${why} Se usa MNIST en lugar de ${name}; al recargar se intenta de nuevo.`;
/** @param {number} number  1 is the first @param {number} label */
export const testDigit = (number, label) => `Dígito de prueba ${count(number)}, etiqueta ${label}.`;

/** "Ruido uniforme", "Ruido (nubes)" @param {string} kind */
const named = (kind) => (kind.startsWith("ruido") ? capitalized(kind) : `Ruido (${kind})`);
/** @param {string} kind @param {number} seed */
export const noise = (kind, seed) => `${named(kind)}, semilla ${seed}.`;

/* ---- training ---- */

/** @param {string} why  a sentence */
export const trainingStopped = (why) => `El entrenamiento se detuvo. ${why}`;
export const interrupted = "El entrenamiento se interrumpió.";
export const continueTraining = "Continuar el entrenamiento";
export const replayComesFirst = "Antes va el entrenamiento que pide el enlace.";

/** @param {number | undefined} rate */
const tooHigh = (rate) =>
  rate === undefined
    ? "La tasa de aprendizaje es demasiado alta."
    : `Una tasa de aprendizaje de ${exact(rate)} es demasiado alta.`;
/**
 * @type {Record<import("../../worker/protocol.js").Divergence, (rate: number | undefined) =>
 *   string>}
 */
export const diverged = {
  collapsed: (rate) =>
    `La red ha colapsado: da la misma respuesta para todas las imágenes. ${tooHigh(rate)}`,
  cost: (rate) => `El coste ya no es un número. ${tooHigh(rate)}`,
  step: (rate) => `El próximo paso dejaría pesos que no son números. ${tooHigh(rate)}`,
  replaced: (rate) => `El entrenamiento divergió, y esta es la última red buena. ${tooHigh(rate)}`,
};
export const lowerRate = "Reducir la tasa";
export const backToGood = "Volver a la última red buena";
/** @param {number} rate */
export const isBackAtGood = (rate) =>
  `De vuelta a la última red buena. La tasa de aprendizaje es ahora ${exact(rate)}.`;

/**
 * Training that something else ends.
 * @param {boolean} isWaiting  it waited for the digits still
 * @param {string} why  half a sentence
 */
export const trainingEnded = (isWaiting, why) =>
  `El entrenamiento ${isWaiting ? "ya no espera los dígitos" : "está en pausa"}, porque ${why}. ` +
  "Pulsa «Entrenar» para continuar.";
export const edited = "se editaron pesos a mano";

/* ---- another network ---- */

export const undo = "Deshacer";
/** A setting as an entry of undo @param {string} label */
export const change = (label) => label.toLowerCase();

/** @param {string} network  "sigmoid, squared error, seed 1" */
export const wasReset = (network) => `Reiniciada como red aleatoria: ${network}.`;
export const settingNeedsRandom = "Una nueva red aleatoria, porque este ajuste la necesita.";
/** @param {string} name */
export const isHere = (name) => `${name}.`;
/** @param {string} name */
export const wasOpened = (name) => `Se abrió ${name}.`;
export const savedWasOpened = "Se abrió tu red guardada.";
export const fineTunedIsHere = "La red con ajuste fino está ahora en la página.";
export const trainedIsHere = "La red entrenada está ahora en la página.";
export const noNetwork = "Aún no hay red.";

/** @param {string} name @param {number} steps  it was trained for */
export const networkOf = (name, steps) =>
  steps
    ? `${name}, entrenada durante ${count(steps)} ${plural(steps, { one: "paso", other: "pasos" })}`
    : name;
/** @param {string} name @param {number} steps  it was trained for */
export const lastIsSaved = (name, steps) =>
  `Tu última red está guardada: ${networkOf(name, steps)}.`;
export const openIt = "Abrirla";

/* ---- the sprint ---- */

export const sprint = "entrenamiento más rápido";
/** @param {number} accuracy @param {number} seconds @param {string} digits  name of the data */
export const sprintResult = (accuracy, seconds, digits) =>
  `Lee bien el ${percent(accuracy)} de los dígitos de prueba (${digits}) tras ` +
  `${fixed(seconds, 2)} s de entrenamiento en este dispositivo.`;

/* ---- experiments ---- */

export const experimentRuns = "Este experimento aún está en marcha.";
/** @param {string} why */
export const experimentStopped = (why) =>
  `El experimento se detuvo: ${withStop(why)} Ejecútalo de nuevo.`;
export const digitsAreLoading = "Los dígitos aún se están cargando.";
/** @param {number} train */
export const onlySoMany = (train) =>
  `Solo hay ${count(train)} ${plural(train, { one: "dígito", other: "dígitos" })} de ` +
  "entrenamiento.";

/* ---- links ---- */

/** @param {readonly string[]} parts */
const quoted = (parts) => parts.map((part) => `«${part}»`).join(", ");
/** What a link does not make, and what is here @param {string} instead  a network */
const madeInstead = (instead) =>
  `así que no crea la red de la que se copió. En su lugar se abrió: ${instead}.`;
/** @param {readonly string[]} parts  that could not be read @param {string} instead  a network */
export const linkNotRead = (parts, instead) =>
  `Una parte de este enlace no se pudo leer (${quoted(parts)}), ${madeInstead(instead)}`;
/** @param {readonly string[]} parts  that could not be read, or none @param {string} instead */
export const linkChanged = (parts, instead) =>
  `Este enlace se alteró por el camino${
    parts.length ? ` (no se entiende: ${quoted(parts)})` : ""
  }, ${madeInstead(instead)}`;
export const changedButSame =
  "Este enlace se alteró por el camino, pero esta es la red de la que se copió: " +
  "las huellas son iguales.";
/** @param {readonly string[]} parts */
export const leftOut = (parts) =>
  `Una parte de este enlace no se entendió y se omite: ${quoted(parts)}.`;
export const loadLesson = "Cargar la red de la lección";
/** @param {string} why  a sentence */
export const randomInstead = (why) => `${why} En su lugar se muestra una red aleatoria.`;

export const tooOldForLink =
  "Este navegador es demasiado antiguo para abrir la red que contiene este enlace.";
export const damagedLink =
  "La red que contiene este enlace está dañada; puede que el enlace esté cortado.";

/** @param {string} why  half a sentence */
export const similar = (why) =>
  `Esta red se parece a aquella de la que se copió el enlace, pero no es la misma: ${why}.`;
/** Why, where the one who opens the link is told otherwise than the one who copied it. */
export const whyForOthers = {
  taught: "se le enseñó un dibujo de quien la hizo",
  own: "se entrenó con datos propios de quien la hizo",
  drawings: "entre sus dígitos de entrenamiento había dibujos de quien la hizo",
};

/** @param {string} why  half a sentence */
export const notTheSame = (why) => `Esta no es la red de la que se copió el enlace: ${why}.`;
/** @param {boolean} isMnist  else built-in handwriting @param {string} here  name of digits */
export const trainedOnOthers = (isMnist, here) =>
  `se entrenó con ${isMnist ? "MNIST" : "dígitos integrados"}, y aquí con ${here}`;
/** @param {boolean} isOwn  address, and no link */
export const otherVersion = (isOwn) =>
  `se creó con otra versión de esta página${isOwn ? "" : ", o el enlace se alteró por el camino"}`;
/**
 * Of the visitor's own network after a reload that could not bring it back.
 * @param {string} why  half a sentence @param {boolean} isOther  the fingerprint is another one
 */
export const madeAgain = (why, isOther) =>
  "Tu red no se conservó en este navegador. Esta se ha creado de nuevo a partir de la dirección " +
  `y ${isOther ? "es distinta" : "puede ser distinta"}: ${why}.`;
