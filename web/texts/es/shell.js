/** The page around the labs: its bar, the playground, the frame of a lab, notices, the tour. */
import { html } from "lit";
import { percent } from "../../common/numbers.js";
import { capitalized, withStop } from "./locale.js";

/* ---- the page ---- */

/** @param {string} lab */
export const pageTitle = (lab) => `${lab} – Downhill`;
export const toDrawing = "Ir al dibujo";
export const toLabs = "Ir a los laboratorios";
export const controls = "Controles";

export const notSupported =
  "este navegador no tiene WebAssembly o no tiene web workers. " +
  "Abre la página en una versión actual de Chrome, Edge, Firefox o Safari";

export const isSandboxed =
  "el marco de esta página prohíbe los web workers: su sandbox necesita allow-same-origin. " +
  "Abre la página en otra pestaña";

/* Why the engine stopped, as half a sentence. */
export const crashed = "sufrió un fallo";
export const scriptNotLoaded = "no se pudo cargar su script";
export const messageNotRead = "no se pudo leer uno de sus mensajes";

/* ---- what fails ---- */

/** @param {string} why */
export const somethingWentWrong = (why) => `Algo salió mal: ${withStop(why)}`;
export const unknownError = "error desconocido";

/** Half a sentence as a whole one. @param {string} words */
export const sentence = (words) => capitalized(withStop(words));
export const networkAsItWas = "La página muestra la red tal como estaba.";

export const notLoaded = "No se pudo cargar. ¿Tiene conexión el dispositivo?";

/* ---- notices ---- */

export const closeNotice = "Cerrar este aviso";
/** On a small screen, where one notice is shown. @param {number} n  others */
export const moreNotices = (n) => `${n} más`;
export const fewerNotices = "Mostrar uno";
export const newVersion = "Hay una versión nueva de esta página.";
export const closeOtherTabs =
  "Cierra antes las otras pestañas de esta página y recarga para usar la versión nueva.";
export const reload = "Recargar";

/* ---- the bar ---- */

/** @param {string} key */
export const shift = (key) => `Mayús+${key}`;

/** @param {string} [action]  that it undoes */
export const undo = (action) => (action ? `Deshacer: ${action}` : "Deshacer");
/** @param {string} [action]  that it redoes */
export const redo = (action) => (action ? `Rehacer: ${action}` : "Rehacer");

/** @param {string} network  "sigmoid, squared error, seed 1" */
export const reset = (network) => `Reiniciar con una red aleatoria: ${network}`;

export const train = "Entrenar";
/** Train, after it has finished; the bar of a phone has no room for more. */
export const continueTraining = "Continuar";
export const pause = "Pausar";
export const trainNetwork = "Entrenar la red";
export const pauseTraining = "Pausar el entrenamiento";
/** @param {number} fraction  of the digits that are loaded */
export const digitsLoaded = (fraction) => `Dígitos: ${percent(fraction, 0)}`;
export const digitsAwaited = "Dígitos…";

/** @param {string} label @param {string} choice */
export const speed = (label, choice) => `${label}: ${choice} (F: máxima)`;

export const step = "Paso";
export const stepSize = "Tamaño de un paso";
export const stepSizes = {
  example: "Un ejemplo",
  batch: "Un minilote",
  epoch: "Una época",
};

export const labs = "Labs";
export const settings = "Ajustes";
export const toLightTheme = "Cambiar al tema claro";
export const toDarkTheme = "Cambiar al tema oscuro";

/* ---- numbers in the bar ---- */

export const epochs = "épocas";
export const epochsTip =
  "Cuántas veces ha visto todos los dígitos de entrenamiento desde que se cargó o se creó";
export const testAccuracy = "exactitud (prueba)";
export const testAccuracyTip =
  "La parte de los dígitos de prueba, con los que nunca se entrena, que lee bien";
export const testCost = "coste (prueba)";
export const testCostTip =
  "El coste medio de los dígitos de prueba, con la misma fórmula que el de entrenamiento";
export const trainingCost = "coste (entren.)";
export const trainingCostTip =
  "El coste de entrenamiento: el medio de los dígitos de entrenamiento de los últimos pasos";
export const digitsPerSecond = "dígitos/s";
export const digitsPerSecondTip =
  "Dígitos de entrenamiento por segundo, medidos mientras se entrena";
export const fingerprint = "huella";
export const fingerprintTip =
  "Una breve suma de comprobación de los pesos y sesgos: redes iguales tienen huellas iguales";

export const isTraining = "Entrenando.";
export const isWaiting = "Esperando los dígitos.";
/** @param {number | undefined} accuracy */
const withAccuracy = (accuracy) =>
  accuracy === undefined ? "" : ` Exactitud de prueba: ${percent(accuracy)}.`;
/** @param {number} epoch @param {number} [accuracy] */
export const isAtEpoch = (epoch, accuracy) => `Época ${epoch}.${withAccuracy(accuracy)}`;
/** @param {number} [accuracy] */
export const isFinished = (accuracy) => `Entrenamiento terminado.${withAccuracy(accuracy)}`;
/** @param {number} [accuracy] */
export const isPaused = (accuracy) => `Entrenamiento en pausa.${withAccuracy(accuracy)}`;

/* ---- Train, on a network that is trained already ---- */

/** @param {number} [accuracy] */
export const alreadyTrained = (accuracy) =>
  accuracy === undefined
    ? "Esta red ya está entrenada."
    : `Esta red ya está entrenada: exactitud de prueba, ${percent(accuracy)}.`;
export const startRandomToWatch =
  "Para ver cómo aprende una desde el principio, empieza con pesos aleatorios.";
export const startRandom = "Empezar con pesos aleatorios";
/** @param {boolean} isMnist  trained on MNIST: elsewhere it reaches something else */
export const sprint = (isMnist) =>
  isMnist ? "Entrenar hasta el 96 % en medio segundo" : "Entrenar lo más rápido posible";
export const keepTraining = "Seguir entrenando";

/* ---- the playground ---- */

export { playground } from "./labs.js";
export const intro = "Una red neuronal que aprende a leer dígitos, en tu navegador. Dibuja uno.";
export const draw = "Dibujar";
export const drawn = "Listo";
export const backToPlayground = "Volver al inicio";
export const network = "La red";
export const training = "Entrenamiento";
export const followDigit = "Seguir el dígito";
export const positiveWeight = "peso positivo";
export const negativeWeight = "peso negativo";

/** @param {number} digit */
export const lookInsideOutput = (digit) => `Ver por dentro la salida ${digit}`;
/** @param {number} neuron  from 1 @param {number} layer */
export const lookInsideNeuron = (neuron, layer) =>
  `Ver por dentro la neurona ${neuron} de la capa ${layer}`;

/* ---- a network to load ---- */

export const loadNetwork = "Cargar una red";
export const loadingNetwork = "Cargando…";
/** What the menu says of each network; of a random one the rest is known later. */
export const networks = {
  lesson: { name: "Red de la lección", about: "sigmoide, error cuadrático, 13.002 parámetros" },
  pretrained: { name: "Red moderna", about: "ReLU, softmax, 13.002 parámetros" },
  best: { name: "Red más exacta", about: "ReLU, softmax, 468.874 parámetros" },
  random: { name: "Red aleatoria", about: "" },
  sprint: {
    name: "La más rápida al 96 %",
    about: "una red aleatoria, entrenada en medio segundo aproximadamente",
  },
};
/** The last of them where it is not trained on MNIST. */
export const sprintOnOthers = {
  name: "La más rápida",
  about: "una red aleatoria, entrenada a la velocidad máxima",
};

/* ---- labs ---- */

/** @param {string} lab */
export const next = (lab) => html`Siguiente: ${lab} <span aria-hidden="true">→</span>`;
export const watchLesson = "Verlo en la lección";
export const howItWorks = "Cómo funciona";

export const labNotLoaded =
  "No se pudo cargar este laboratorio. Recarga la página para obtener la versión actual.";
export const labNotReached =
  "No se pudo cargar este laboratorio: no se puede acceder al servidor. ¿Tiene conexión el " +
  "dispositivo?";
/** @param {string} why */
export const labNotShown = (why) => `No se pudo mostrar este laboratorio: ${withStop(why)}`;
/** @param {string} why */
export const labNotComputed = (why) =>
  `No se pudo calcular una parte de este laboratorio: ${withStop(why)}`;
export const unknownReason = "motivo desconocido";
export const tryAgain = "Reintentar";

/* ---- the tour ---- */

export const offerTour = "¿Primera vez? Mira el recorrido.";
export const showMe = "Empezar";

/* ---- keys ---- */

export const keys = "Teclas";
export const esc = "Esc";
export const close = "Cerrar";

/* ---- files held over the page ---- */

export const dropFiles = "Suelta un archivo de modelo, o imágenes de tus propios dígitos";
