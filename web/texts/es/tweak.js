/** The lab Tweak: networks of the visitor's own settings, trained and compared. */
import { html } from "lit";
import { count, duration, fixed, local, percent } from "../../common/numbers.js";
import { PERCENT, plural } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson, the question and its answer ---- */

export const lesson = html`La red de la lección lee bien cerca del 96 % de los dígitos nuevos, y con
  algunos cambios, el 98 %. Los mejores resultados con estos dígitos, por encima del 99,7 %, son de
  redes convolucionales.`;

/** @param {boolean} isMnist  the accuracy is that on MNIST */
export const question = (isMnist) =>
  isMnist
    ? "Tras cinco épocas de SGD simple, la red 16-16 lee bien cerca del 94 % de los dígitos de " +
      "prueba de MNIST. ¿Qué la ayuda más?"
    : "La red 16-16 se entrena durante cinco épocas con SGD simple. ¿Qué la ayuda más?";

export const ideaBase = "16-16, sigmoide, SGD, 5 épocas";
export const ideaNeurons = "Más neuronas, 64-32";
export const ideaModern = "ReLU, softmax, entropía cruzada y Adam";
export const ideaEpochs = "20 épocas en vez de 5";

export const ideasQueued = "Sus ensayos están en la cola.";

/** @param {(event: Event) => void} click */
export const ideasUntrained = (click) =>
  html`Cuatro ensayos lo dirán: <button data-testid="tweak-ideas" @click=${click}
      >Entrenar las cuatro redes</button>`;

/**
 * @param {string} best  the idea that helped most @param {boolean} isGuessed
 * @param {number} base  accuracy without any of the ideas
 * @param {{ words: string, accuracy: number }[]} ideas
 */
export function ideasAnswer(best, isGuessed, base, ideas) {
  const gains = ideas.map(
    ({ words, accuracy }) => html` ${words}: <span class="number"
      >${percent(accuracy)}</span> (${points(accuracy - base)}).`,
  );
  return html`${verdict(best, isGuessed)}. Exactitud de prueba sin ninguno de los cambios: <span
    class="number">${percent(base)}</span>.${gains} Todo con una sola semilla.`;
}

/** @param {number} gain */
const points = (gain) => `${gain < 0 ? "−" : "+"}${fixed(Math.abs(100 * gain), 1)} puntos`;

export const how = html`
  <p>Una capa de n neuronas con m entradas tiene m · n pesos y n sesgos. La red de la lección
    tiene</p>
  <math display="block">
    <mtext>784 · 16 + 16</mtext><mo>+</mo><mtext>16 · 16 + 16</mtext><mo>+</mo>
    <mtext>16 · 10 + 10</mtext><mo>=</mo><mn>13.002</mn>
  </math>
  <p>Cada ensayo entrena una red aleatoria en su propio worker, varias a la vez si hay núcleos para
    ello; la red de la página no se toca. Los mismos ajustes, semilla y dígitos dan los mismos
    parámetros hasta el último bit, aquí y con <code>net.trainer(data, options)</code> del motor.
    Los perfiles añaden lo que ningún control muestra: la tasa de aprendizaje de «Moderno» sube
    durante los primeros 1000 pasos y vuelve a empezar tras 4, 12, 28 y 60 épocas.</p>
  <p>Las exactitudes de dos semillas difieren en algunas décimas de punto, así que entrena varias
    antes de decir que un ajuste es mejor. Quien elige el mejor de muchos ensayos por su exactitud
    de prueba ha optimizado con los dígitos de prueba, y debe esperar algo menos con dígitos
    nuevos.</p>`;

/* ---- settings and runs in short words ---- */

/** @param {number} trained */
export const epochs = (trained) =>
  `${count(trained)} ${plural(trained, { one: "época", other: "épocas" })}`;

/**
 * A setting among others, by its key; `text` is its value as the settings show it. Those that are
 * missing here are told by the name of their choice.
 * @type {Partial<Record<keyof import("../../common/settings.js").NetworkSettings,
 *   (text: string, value: any) => string>>}
 */
export const setting = {
  layers: (text) => text || "sin capas ocultas",
  rate: (text) => `tasa ${local(text)}`,
  batch: (text) => `lote ${text}`,
  decay: (text) => `decaimiento ${local(text)}`,
  schedule: (_, value) => (value === "cosine" ? "coseno" : "tasa constante"),
  epochs: (_, value) => epochs(value),
  augment: (_, value) => (value ? "con aumento" : "sin aumento"),
  nothing: (text) => `ruido ${local(text)}`,
  seed: (text) => `semilla ${text}`,
};

/** A set of digits. @param {string} name */
export const andDrawings = (name) => `${name} y dibujos tuyos`;

/** @param {number} digits @param {string} name  of the set */
export const partOf = (digits, name) => `${count(digits)} dígitos de ${name}`;

/** "menos de 0,1 s", "3,4 s", "2 min 5 s" @param {number} seconds */
export function time(seconds) {
  if (seconds < 0.1) return "menos de 0,1 s";
  if (seconds < 60) return `${fixed(seconds, seconds < 10 ? 1 : 0)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/* ---- presets and the settings of the next run ---- */

export const presets = "Perfiles";
export const presetsNote = html`Media de cinco semillas, medida con los 10.000 dígitos de prueba de
  MNIST; el tiempo es el de un núcleo de un servidor. Un perfil rellena los ajustes de abajo.`;

/** @param {number} parameters @param {number} seconds */
export const presetCost = (parameters, seconds) =>
  `${count(parameters)} parámetros, ${duration(1000 * seconds)}`;

export const trainingDigits = "Dígitos de entren.";
/** @param {number} digits */
export const allDigits = (digits) => `Los ${count(digits)}`;
/** Before it is known how many. */
export const allDigitsLoading = "Todos";
/** @param {number} digits */
export const firstDigits = (digits) => `Primeros ${count(digits)}`;

export const runs = "Ensayos";
export const oneRun = "Uno";
/** @param {number} runs @param {number} first  seed @param {number} last  seed */
export const severalRuns = (runs, first, last) => `${runs}, semillas ${first}–${last}`;

export const train = "Entrenar";
export const addToQueue = "Añadir a la cola";
export const plainSgd = "Volver a SGD simple";

/** @param {number} parameters @param {number | null} seconds  of training; null: not known */
export const cost = (parameters, seconds) =>
  html`<b class="number" data-testid="tweak-parameters"
        >${count(parameters)}</b> parámetros<span class="quiet"
        >${seconds === null ? "" : `, ${duration(1000 * seconds)} de entrenamiento`}</span>`;

/* ---- the queue ---- */

/** @param {number} most */
export const tooMany = (most) =>
  `Pueden esperar como máximo ${most} ensayos. Añade más cuando terminen algunos.`;
export const noDigits = "Aún no hay dígitos.";
export const digitsReplaced = "Se sustituyeron los dígitos.";

export const pause = "Pausar";
export const resume = "Continuar";
export const stop = "Parar";
/** @param {string} run */
export const stopRun = (run) => `Parar ${run}`;
export const epochsTrained = "Épocas entrenadas";

export const pausedBefore = "En pausa antes del próximo ensayo.";
export const starting = "Empezando…";
export const digitsLoading = "Esperando a que se carguen todos los dígitos…";

/**
 * What is being trained.
 * @param {number} runs  at once @param {boolean} isPaused
 * @param {number | null} left  seconds until the queue is done; null: not known
 */
export function now(runs, isPaused, left) {
  if (isPaused) return paused;
  const training = plural(runs, {
    one: "Entrenando 1 ensayo",
    other: `Entrenando ${runs} ensayos a la vez`,
  });
  return left === null ? training : `${training}; faltan ${duration(1000 * left)}`;
}

/**
 * A run that is being trained.
 * @param {object} about
 * @param {string} about.letter  of its line in the chart, or ""
 * @param {string} about.run
 * @param {number} about.epoch
 * @param {number} about.epochs
 * @param {boolean} about.isCopying  the digits, before its first step
 * @param {number | null} about.accuracy  so far
 * @param {boolean} about.isAgain  its worker was lost
 */
export function runNow({ letter, run, epoch, epochs, isCopying, accuracy, isAgain }) {
  const reached = accuracy === null ? "" : `, ${percent(accuracy)} hasta ahora`;
  const again = isAgain ? ", empezado de nuevo porque su worker se detuvo" : "";
  return html`<b>${letter && `${letter}: `}${run}</b>, <span class="number">época
      ${count(epoch)} de ${count(epochs)}</span>${
        isCopying ? ", copiando los dígitos…" : reached
      }${again}`;
}

export const paused = "En pausa.";
/** Heard, not seen. @param {string} run */
export const training = (run) => `Entrenando ${run}.`;
/** Heard, not seen. @param {string} run @param {number | null} accuracy */
export const trained = (run, accuracy) => `${run}: exactitud de prueba ${percent(accuracy)}.`;

/** @param {number} runs */
export const waiting = (runs) =>
  plural(runs, { one: `${runs} ensayo en espera`, other: `${runs} ensayos en espera` });
/** One that waits. @param {string} preset @param {number} n */
export const waitingPreset = (preset, n) => `${preset}, ${epochs(n)}`;
export const remove = "Quitar";
/** @param {string} run */
export const removeRun = (run) => `Quitar ${run}`;
export const removeAll = "Quitar los ensayos en espera";

/**
 * Runs that wait for other digits than there are.
 * @param {number} runs @param {string[]} digits  that they wait for @param {string} now  there are
 */
export const waitForOthers = (runs, digits, now) =>
  `${waiting(runs)} de otros dígitos: ${digits.join(" y ")}. Ahora se usan: ${now}.`;
/** @param {number} runs @param {string} name  of those they wait for and of those there are */
export const waitForNamesakes = (runs, name) =>
  `${waiting(runs)} de otros dígitos, que también se llamaban ${name}.`;
export const trainOnThese = "Entrenar con estos dígitos";
export const removeThem = "Quitarlos";

export const queueDone = "La cola de ensayos ha terminado.";
/** @param {number | null} best  accuracy */
export const queueDoneBest = (best) =>
  `La cola de ensayos ha terminado. Tu mejor ensayo lee bien el ${percent(best)}.`;
export const showThem = "Mostrarlos";

/* ---- the chart ---- */

export const chartEmpty = "Entrena, y la exactitud de prueba aparecerá aquí, época a época.";
export const chartSoon = "La primera exactitud de prueba aparecerá aquí en breve.";
export const chartPaused = "Continúa, y la exactitud de prueba aparecerá aquí, época a época.";
export const chartPick =
  "Pulsa + junto a un ensayo para ver aquí su exactitud de prueba, época a época.";

export const horizontalAxis = "Eje horizontal";
export const overEpochs = "Épocas";
export const overSeconds = "Segundos";
/** On the axis itself. */
export const epochsAxis = "épocas";
export const secondsAxis = "segundos";

/**
 * The line of a run that is being trained, and has no letter.
 * @param {number} n  from 1 @param {number} all  such lines
 */
export const lineNow = (n, all) => (all > 1 ? `ahora ${n}` : "ahora");

export const testAccuracy = "Exactitud (prueba)";
/** @param {number | null} accuracy */
export const testAccuracyOf = (accuracy) => `Exactitud de prueba: ${percent(accuracy)}`;
/** @param {number | null} accuracy @param {string} label  of its line */
export const highestTestAccuracy = (accuracy, label) =>
  `Mayor exactitud de prueba: ${percent(accuracy)} (${label})`;

/**
 * The chart, heard.
 * @param {string} finding
 * @param {{ label: string, run: string, accuracy: number | null }[]} lines
 */
export const chart = (finding, lines) =>
  `${finding}. ${lines
    .map(({ label, run, accuracy }) => `${label}: ${run}, ${percent(accuracy)}.`)
    .join(" ")}`;

/**
 * What the chart does not show: "El eje empieza en el 85 %. Por debajo: C, ahora."
 * @param {number} low  percent @param {string[]} below  labels of lines
 */
export const axisBegins = (low, below) =>
  `El eje empieza en el ${low}${PERCENT}.` +
  (below.length ? ` Por debajo: ${below.join(", ")}.` : "");

/* ---- the table of runs ---- */

export const noRuns = "Aún no hay ensayos";
export const noRunsNote =
  "Cada ensayo ocupa aquí una fila, con sus ajustes, su tiempo de entrenamiento y su exactitud " +
  "de prueba.";
/** @param {number} runs */
export const yourRuns = (runs) =>
  plural(runs, { one: "Tu ensayo", other: `Tus ${count(runs)} ensayos` });
export const saveCsv = "Guardar CSV";

export const newest = "Reciente";
export const settings = "Ajustes";
export const parameters = "Parámetros";
/** Before the columns, and after a number, where the table has no room for heads. */
export const sortBy = "Ordenar por";
export const afterParameters = " parámetros";
export const timeColumn = "Tiempo";
export const curve = "Curva";
export const fingerprint = "Huella";

/** @param {number} rows */
export const showFirst = (rows) => `Mostrar los primeros ${rows}`;
/** @param {number} runs */
export const showAll = (runs) => `Mostrar los ${count(runs)} ensayos`;

/** @param {string} instead  letter of the run that makes place for it, or "" */
export const compare = (instead) => (instead ? `Comparar en lugar de ${instead}` : "Comparar");
/** @param {string} run */
export const compareRun = (run) => `Comparar ${run}`;
/** @param {number} most  runs @param {string} letter @param {string} run  that had it */
export const displaced = (most, letter, run) =>
  `Se pueden comparar ${most} ensayos: se liberó la letra ${letter} de ${run}.`;

/** @param {string} why  a sentence */
export const failed = (why) => `Falló. ${why}`;
/** @param {number} after  epochs @param {number} of  epochs */
export const stopped = (after, of) => `Detenido ${afterEpochs(after)} de ${count(of)}`;
/** @param {number} after  epochs */
export const diverged = (after) =>
  `Divergió ${afterEpochs(after)}: la tasa de aprendizaje es demasiado alta`;

/** @param {number} trained */
const afterEpochs = (trained) =>
  `tras ${trained < 1 ? "menos de 1 época" : epochs(Math.floor(trained))}`;

/* ---- a run in full ---- */

export const preset = "Perfil";
/** @param {number} digits @param {string} name  of the set */
export const trainedOn = (digits, name) => `${count(digits)}, ${name}`;

export const untrained = "No se entrenó.";
/** @param {number} steps */
const miniBatches = (steps) =>
  `${count(steps)} ${plural(steps, { one: "minilote", other: "minilotes" })}.`;
/** @param {number} steps */
export const trainedFor = (steps) => miniBatches(steps);
/** @param {number} steps @param {number} correct  test digits @param {number} test  all of them */
export const trainedReads = (steps, correct, test) =>
  `${miniBatches(steps)} Lee bien ${count(correct)} de ${count(test)} dígitos de prueba.`;
/** @param {{ mean: number, lowest: number, highest: number, count: number }} accuracies */
export function seeds({ mean, lowest, highest, count: several }) {
  const range = `del ${percent(lowest)} al ${percent(highest)}`;
  return `Con ${several} semillas: ${percent(mean)} de media, ${range}.`;
}

export const adopt = "Llevarla a la página";
export const copyLink = "Copiar enlace";
export const trainAgain = "Reentrenar";
export const changeSettings = "Cambiar sus ajustes";
export const deleteRun = "Eliminar";

/** @param {string} why  half a sentence */
export const inexactLink = (why) =>
  `El enlace crea una red parecida, no exactamente esta, porque ${why}.`;
/** @param {string} does  a sentence */
export const linkCopied = (does) => `El enlace está copiado. ${does}`;
export const linkUntrained = "Al abrirlo se empieza con estos ajustes; no se entrena nada.";
export const linkExact = "Al abrirlo se entrena de nuevo esta red.";
export const linkInexact = "Al abrirlo se entrena una red parecida, no exactamente esta.";

/** @param {string} run */
export const deleted = (run) => `Eliminado: ${run}.`;
export const undo = "Deshacer";
export const weightsGone = "Los pesos de este ensayo ya no están guardados. Entrénalo de nuevo.";

/* ---- storage ---- */

/** @param {number} runs */
export const damagedRuns = (runs) =>
  plural(runs, {
    one: `${runs} ensayo guardado está dañado y no se puede mostrar.`,
    other: `${runs} ensayos guardados están dañados y no se pueden mostrar.`,
  });
export const storageFull =
  "El almacenamiento del navegador está lleno, así que los ensayos nuevos se perderán al cerrar " +
  "la página.";
export const storageUnusable =
  "El almacenamiento del navegador no se puede usar, así que los ensayos nuevos se perderán al " +
  "cerrar la página.";
export const storageSilent = "No responde.";
export const otherVersion = "es de otra versión";
export const partMissing = "le falta una parte";
export const accuracyDamaged = "su exactitud no es un número";
export const curveDamaged = "su curva está dañada";
