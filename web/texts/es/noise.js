/** The words of the lab Noise. */
import { html } from "lit";
import { count, fixed, percent } from "../../common/numbers.js";
import { capitalized } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson, the question, how it works ---- */

export const lesson = html`En la lección, la red responde con confianza que una imagen aleatoria es
  un cinco. Solo ha visto dígitos, y su entrenamiento, tan acotado, no le dio ningún incentivo para
  no estar completamente segura.`;

/** @param {string} kind  of noise */
export const question = (kind) =>
  `Diez mil imágenes de ${kind}: ¿en cuántas superará su confianza el 90 %?`;

export const choices = ["En casi ninguna", "En algunas", "En la mayoría"];

export const countingImages = "Contando las imágenes…";

/**
 * What is said to a guess.
 * @param {number} above  fraction of the images
 * @param {number} right  index of the choice that is right
 * @param {number} guess
 * @param {number | null} accuracy  on the test digits, where it is known
 */
export function answer(above, right, guess, accuracy) {
  const found = `${verdict(choices[right], guess === right)}: en el ${percent(above)} de ellas.`;
  if (accuracy === null) return found;
  return `${found} La misma red lee bien el ${percent(accuracy)} de los dígitos de prueba.`;
}

export const how = html`
  <p>La predicción es el dígito de la salida más alta; su confianza es esa salida:</p>
  <div class="formulas"><math display="block">
    <mtext>predicción</mtext><mo>=</mo><munder><mi>argmax</mi><mi>i</mi></munder>
    <mspace width="0.2em"></mspace><msub><mi>a</mi><mi>i</mi></msub>
  </math><math display="block">
    <mtext>confianza</mtext><mo>=</mo><munder><mi>max</mi><mi>i</mi></munder>
    <mspace width="0.2em"></mspace><msub><mi>a</mi><mi>i</mi></msub>
  </math></div>
  <p>Nada en el coste premia diez salidas bajas: cada ejemplo de entrenamiento tiene un dígito
    correcto. Cuánta confianza llega a mostrar una red ante el ruido depende del azar: de cinco
    redes como la de la lección, entrenadas igual a partir de otros pesos aleatorios, la que menos
    mostró una confianza superior al 90 % en el 0,1 % de las imágenes de ruido uniforme, y la que
    más, en el 51 %. La red con la que se abre esta página se eligió entre ellas porque muestra el
    efecto.</p>
  <p>
    Cada imagen se calcula a partir de una semilla y de su índice, de modo que una semilla da las
    mismas diez mil imágenes en todas partes. En el motor:
    <code>net.census({ kind, seed, count: 10000 })</code>.</p>`;

/* ---- one image after the other ---- */

/** @param {number} image  index of it @param {number} seed */
export const noiseImage = (image, seed) => `Ruido, imagen ${image} de la semilla ${seed}`;

/** Beside the confidence. @param {unknown} image  index of the image */
export const confidenceIn = (image) => html`confianza, imagen ${image}`;

export const run = "Reproducir";
export const stop = "Parar";
export const next = "Otra";

/* ---- ten thousand images ---- */

export const kindOfNoise = "Tipo de ruido";

/** @param {string} kind @param {number} seed */
export const noise = (kind, seed) => `${kind}, semilla ${seed}`;

/**
 * @param {number} images @param {string} kind @param {number} seed
 * @param {number} epoch  0: of a network that was not trained on this page
 */
export function imagesCounted(images, kind, seed, epoch) {
  const what = `${count(images)} imágenes de ${noise(kind, seed)}`;
  return epoch ? `${what}, en la época ${fixed(epoch, 1)}` : what;
}

/** @param {number} digits @param {number} epoch  0: see `imagesCounted` */
export function digitsCounted(digits, epoch) {
  const what = `Dígitos de prueba, nunca usados para entrenar: ${count(digits)}`;
  return epoch ? `${what}, en la época ${fixed(epoch, 1)}` : what;
}

/** @param {unknown} part  of the images, in percent */
export const noiseAbove = (part) => html`El ${part} del ruido tiene una confianza superior al 90 %`;

/** @param {number} part */
export const digitsAbove = (part) =>
  html`El <span class="number">${percent(part)}</span> de los dígitos de prueba tiene una confianza
    superior al 90 %`;

export const counting = "Contando…";
export const notCounted = "Sin contar";
export const testDigits = "Dígitos de prueba";

/** @param {number} images */
export const another = (images) => `Otras ${count(images)}`;

/** @param {number} tallest  bar, as a fraction of its images @param {number} line  a confidence */
export const bars = (tallest, line) => html`Altura de las barras en ambos gráficos: la raíz cuadrada
  de la fracción. La barra más alta es el <span class="number">${percent(tallest, 0)}</span> de sus
  imágenes; la línea está en el ${percent(line, 0)}.`;

/* ---- an image for each digit ---- */

export const gallery = "La imagen de mayor confianza para cada dígito";
export const galleryTitle = "Para cada dígito, la imagen con la mayor confianza";
export const chooseImage = "Elige una imagen para ponerla en la entrada de la red.";
export const follow = "Seguirla por la red";

/** @param {number} index */
export const image = (index) => `Imagen ${index}`;

/** Heard before the digit and the confidence. @param {number} index */
export const imageHeard = (index) => `Imagen ${index}: `;

/** @param {number} index */
export const isOnInput = (index) => `La imagen ${index} está en la entrada de la red.`;

/** @param {number} digit  that no image is predicted to be */
export const never = (digit) => html`<b>${digit}</b> nunca`;

/** "Ruido uniforme", "Ruido (nubes)" @param {string} kind */
const named = (kind) => (kind.startsWith("ruido") ? capitalized(kind) : `Ruido (${kind})`);

/** Of an image on the input. @param {string} kind @param {number} seed @param {number} index */
export const caption = (kind, seed, index) => `${named(kind)}, semilla ${seed}, imagen ${index}.`;

/* ---- all kinds ---- */

/** @param {number} images  of each @param {number} seed @param {number} epoch  0: see above */
export function allKinds(images, seed, epoch) {
  const what = `Todos los tipos: ${count(images)} imágenes de cada uno, semilla ${seed}`;
  if (!epoch) return what;
  return html`${what}, <span class="number">en la época ${fixed(epoch, 1)}</span>`;
}

export const imageOfHighest = "Imagen de mayor confianza";
export const kind = "Tipo";
export const mostOften = "más veces";
export const rowOfDigits = "dígitos de prueba";

/** @param {number} limit  a confidence */
export const above = (limit) => `>\u00a0${percent(limit, 0)}`;

export const legend = `> 50 %, > 90 % y > 99 %: fracción de las imágenes con una confianza mayor.
  Más veces: el dígito predicho con más frecuencia, y con cuánta.`;
