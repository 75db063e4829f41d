/** The lab Fool it. */
import { html } from "lit";
import { count, exact, fixed, percent } from "../../common/numbers.js";
import { aDigit, clause, plural } from "./locale.js";
import { verdict } from "./ui.js";

export const lesson = html`Esto va un paso más allá del vídeo. El gradiente que entrena los pesos se
  puede tomar también respecto a los píxeles: entonces dice, para cada píxel, si un poco más de
  tinta hace más o menos probable el dígito correcto, y todos esos pequeños cambios juntos pueden
  convertirlo en otro.`;

/** @param {number} digits */
const testDigits = (digits) =>
  `${count(digits)} ${plural(digits, { one: "dígito", other: "dígitos" })} de prueba`;

/* ---- question ---- */

export const question =
  "Cada píxel puede cambiar una décima parte de la distancia entre papel y tinta. ¿Qué engaña " +
  "más a la red?";
export const randomChanges = "Cambios al azar";
export const chosenChanges = "Cambios elegidos";
export const bothEqually = "Ambos por igual";
export const choices = [randomChanges, chosenChanges, bothEqually];
export const beingAttacked = "Se están atacando los dígitos de prueba.";

/**
 * @param {number} right  the choice @param {boolean} isGuessed @param {number} digits
 * @param {number} attacked  accuracy, as `random` @param {number} random
 */
export const answer = (right, isGuessed, digits, attacked, random) =>
  `${verdict(choices[right], isGuessed)}: de ${testDigits(digits)}, esta red lee ` +
  `bien el ${percent(attacked)} tras cambios elegidos y el ${percent(random)} tras cambios al ` +
  "azar. Ambos cambian cada píxel en la misma medida.";

/* ---- how it works ---- */

export const how = html`
  <p>Un solo paso, el método rápido del signo del gradiente (FGSM), mueve cada píxel ε en el sentido
    que aumenta el coste del dígito correcto:</p>
  <math display="block">
    <msup><mi>x</mi><mo>′</mo></msup><mo>=</mo><mi>x</mi><mo>+</mo><mi>ε</mi><mo>⋅</mo>
    <mi>signo</mi><mo>(</mo><msub><mo>∇</mo><mi>x</mi></msub><mi>C</mi><mo>)</mo>
  </math>
  <p>El descenso de gradiente proyectado (PGD) da 40 pasos de un cuarto de ε cada uno, y se mantiene
    a no más de ε de la imagen y entre papel y tinta. El gradiente se toma antes de la función de
    activación de la salida, para que no se anule donde la red está segura. El cambio al azar mueve
    cada píxel el mismo ε, hacia arriba o hacia abajo. Lo que la red imagina sale de 200 pasos que
    aumentan una salida a partir de un ruido tenue (maximización de la activación). En el motor:
    <code>net.attack(pixels, { method, epsilon, label, seed: 1 })</code>,
    <code>net.robustness(data, { method, epsilon })</code> y
    <code>net.dream(digit, { seed })</code>.</p>`;

/* ---- controls ---- */

export const method = "Método";
/** Others by the engine's name. */
export const methods = { fgsm: "Un paso (FGSM)", pgd: "40 pasos (PGD)" };
export const target = "Objetivo";
export const anyOther = "Otro cualquiera";
export const testDigit = "Dígito de prueba";
export const draw = "Dibujar un dígito";

/** @param {unknown} epsilon */
export const largestChange = (epsilon) => html`Cambio máximo, ε = ${epsilon}`;

/* ---- pictures ---- */

export const empty =
  "Dibuja un dígito o toma uno de prueba. " +
  "Lo verás intacto, atacado y cambiado al azar en la misma medida.";
export const attacking = "Atacando…";
export const noInput = "No hay nada en la entrada.";

export const original = "Original";

/** @param {number} epsilon */
const size = (epsilon) => `ε = ${fixed(epsilon, 2)}`;

/** @param {number} epsilon */
export const attacked = (epsilon) => `Atacado, ${size(epsilon)}`;

/** @param {number} epsilon */
export const changedAtRandom = (epsilon) => `Al azar, ${size(epsilon)}`;

export const confidence = "confianza";

/** @param {string} title @param {number} answer @param {number} confidence */
export const predicted = (title, answer, confidence) =>
  `${title}: predicción ${answer}, confianza ${percent(confidence, 0)}`;

export const attackChange = "Cambio del ataque";
export const randomChange = "Cambio al azar";

/** @param {number} epsilon */
const magnified = (epsilon) => (epsilon ? `ampliado ${Math.round(1 / epsilon)}×` : "ninguno");

/** @param {string} title @param {number} epsilon */
export const change = (title, epsilon) => `${title}, ${magnified(epsilon)}`;

/** The same in two lines. @param {string} title @param {number} epsilon */
export const changeCaption = (title, epsilon) => html`${title},<br />${magnified(epsilon)}`;

export const colours = html`En los cambios, <span class="positive">azul</span> es más tinta y
  <span class="negative">naranja</span>, menos.`;

export const useAsInput = "Usar como entrada";
export const isOnInput = "La imagen atacada está en la entrada.";
export const undo = "Deshacer";

/** @param {string} picture  a sentence; "" of a drawing @param {number} epsilon */
export const attackedPicture = (picture, epsilon) =>
  `${clause(picture) || "Tu dibujo"}, tras el ataque (${size(epsilon)}).`;

/* ---- smallest ε ---- */

export const attack = "ataque";
export const random = "azar";
export const smallest = "El ε mínimo que cambia la predicción";

/** @param {number} target */
export const smallestFor = (target) => `El ε mínimo que da ${aDigit(target)}`;

export const searching = "buscando…";
export const notFound = "no se halló";
export const useEpsilon = "Usar este ε";

/** @param {number} epsilon */
export const noneUpTo = (epsilon) => `ninguno hasta ${fixed(epsilon, 2)}`;

export const noneNeeded = "No hace falta ningún cambio: la red ya lo lee mal.";
export const overshoots =
  "Con este ε, el ataque se pasa: va más allá de las imágenes que alcanza un cambio menor.";

/* ---- under a picture ---- */

export const notSure = "No está segura de ninguno";
export const isNoise = "Ruido: ningún dígito es correcto";
export const drawing = "Tu dibujo";
export const noLabel = "No se conoce su etiqueta";

/** @param {number} label @param {boolean} isTest */
const labelled = (label, isTest) => (isTest ? `Un ${label} de prueba` : `Etiqueta ${label}`);

/** @param {number} label @param {boolean} isTest */
export const alreadyMisread = (label, isTest) => `${labelled(label, isTest)}, ya mal leído`;

/** @param {number} label @param {boolean} isTest */
export const readCorrectly = (label, isTest) => `${labelled(label, isTest)}, bien leído`;

/** @param {number} label @param {boolean} isTest */
export const notSureOfIt = (label, isTest) => `${labelled(label, isTest)}, pero no está segura`;

export const stillCorrect = "Aún bien leído";
export const samePrediction = "La misma predicción";
export const notSureBefore = "Antes no estaba segura";

/** @param {number} label */
export const itsLabel = (label) => `Su etiqueta es ${label}`;

/** @param {number} answer */
export const before = (answer) => `Antes era ${answer}`;

/** @param {number} target */
export const targetReached = (target) => `Objetivo ${target} alcanzado`;

/** @param {number} target @param {number} confidence */
export const targetMissed = (target, confidence) =>
  `No es ${aDigit(target)}: ${percent(confidence, 0)}`;

/* ---- accuracy against ε ---- */

export const notCounted = "Sin contar";
export const attackingDigits = "Atacando dígitos de prueba…";
export const yourPicture = "tu imagen";
export const randomLine = "cambio al azar";

/** @type {Record<string, string>} */
const attacks = { fgsm: "el ataque de un paso", pgd: "el ataque de 40 pasos" };

/**
 * @param {string} method @param {number} epsilon
 * @param {unknown} attacked  accuracy @param {unknown} random
 */
export const finding = (method, epsilon, attacked, random) =>
  html`Con ε = ${exact(epsilon)}, tras ${attacks[method] ?? method} se lee bien el ${attacked}; tras
    cambios al azar del mismo tamaño, el ${random}.`;

/** @param {number} counted @param {number} all */
export const countedSoFar = (counted, all) => `${count(counted)} de ${testDigits(all)} hasta ahora`;

/** @param {number} digits @param {number} seed */
export const counted = (digits, seed) =>
  `${testDigits(digits)}, cada uno atacado por separado, semilla ${seed}`;

/* ---- what it imagines ---- */

export const imagines = "Lo que imagina para cada dígito a partir de un ruido tenue";
export const anotherSeed = "Otra semilla";
export const useIt = "Usar como entrada";
export const notImagined = "Aún sin imaginar";

/** @param {number} seed */
export const seedOf = (seed) => `semilla ${seed}`;

/** @param {number} seed @param {number} known  of ten digits */
export const seedSoFar = (seed, known) => `semilla ${seed}, ${known} de 10`;

/** @param {unknown} digit */
export const imagined = (digit) => html`<span class="only-heard">Imaginado: </span>${digit}`;

/** @param {number} digit @param {number} seed */
export const imaginedPicture = (digit, seed) => `Un ${digit} imaginado, semilla ${seed}.`;
