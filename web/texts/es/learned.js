/** The words of the lab What it learned. */
import { html } from "lit";
import { fixed } from "../../common/numbers.js";
import { plural } from "./locale.js";
import { verdict } from "./ui.js";

const forms = { one: "neurona", other: "neuronas" };

/* ---- the lesson, the question, how it works ---- */

export const lesson = html`Cabría esperar que la primera capa detectara pequeños bordes, y la
  segunda, bucles y líneas. Pero la red solo busca un mínimo local que funcione, y lo que encuentra
  no tiene por qué parecerse a lo que imaginábamos.`;

export const question =
  "Cada imagen muestra los pesos de una neurona. ¿Qué aspecto tienen en el vídeo?";
export const choices = ["Pequeños bordes", "Bucles y líneas", "Casi aleatorio"];

/** What the pictures of this network show. */
const looks = {
  random: "Aquí la red aún es aleatoria: entrénala y mira si aparecen bordes o bucles.",
  ours: `Las imágenes de abajo son más suaves: esta red aprendió con dígitos desplazados y girados
    al azar, de modo que los píxeles vecinos tienen pesos parecidos.`,
  other: "Compáralas con las imágenes de abajo, que muestran la red de esta página.",
};

/**
 * What is said to a guess.
 * @param {boolean} isRight
 * @param {keyof typeof looks} network  only has its random weights; one of the page's, which began
 *   trained; or any other
 */
export function answer(isRight, network) {
  return (
    `${verdict(choices[2], isRight)}: aquellas imágenes muestran patrones difusos en el centro. ` +
    looks[network]
  );
}

export const how = html`
  <p>La neurona <math><mi>j</mi></math> de la primera capa multiplica cada píxel por un peso. A la
    suma se le aplica su función de activación <math><mi>f</mi></math>:</p>
  <math display="block">
    <msub><mi>a</mi><mi>j</mi></msub><mo>=</mo><mi>f</mi><mo>(</mo>
    <munderover><mo>∑</mo><mrow><mi>k</mi><mo>=</mo><mn>1</mn></mrow><mn>784</mn></munderover>
    <msub><mi>w</mi><mrow><mi>j</mi><mi>k</mi></mrow></msub><msub><mi>x</mi><mi>k</mi></msub>
    <mo>+</mo><msub><mi>b</mi><mi>j</mi></msub><mo>)</mo>
  </math>
  <p>La imagen muestra los 784 pesos donde están sus píxeles. La tinta sobre el azul aumenta la suma
    de la neurona; sobre el naranja, la disminuye. Cada imagen se escala a su mayor peso, y los
    pesos pequeños se dibujan más intensos de lo que les corresponde para que se vean.</p>`;

/* ---- edge detectors, beside the first layer ---- */

export const edgeDetectors = "Detectores de bordes, para comparar";
export const edges = "Dieciséis bordes cortos en ocho ángulos, dibujados para comparar";

/* ---- deeper layers ---- */

export const noDeeper = `Esta red no tiene capas ocultas: sus salidas ponderan los propios píxeles,
  así que estas imágenes son todo lo que aprendió.`;

/** @param {number} most  neurons of a layer whose pictures are shown */
export const tooManyPictures = (most) =>
  `Las capas más profundas de esta red no se muestran: con más de ${most} neuronas por capa, hay
  demasiadas imágenes para examinarlas.`;

export const deeper = `Las neuronas más profundas ponderan neuronas, no píxeles. Si se multiplican
  por los pesos de todas las capas anteriores, como si no hubiera funciones de activación, sus pesos
  también se convierten en imágenes.`;

/** @param {number} epoch */
export const asOf = (epoch) =>
  `Son de la época ${fixed(epoch, 2)}. Se calculan de nuevo cuando se pausa el entrenamiento.`;

export const outputs = "Salidas";

/** @param {number} layer @param {number} neurons */
export const hiddenLayer = (layer, neurons) =>
  `Capa oculta ${layer}: ${neurons} ${plural(neurons, forms)}`;

/** @param {number} index @param {number} weight  the largest */
export const output = (index, weight) => `Salida ${index}, mayor peso ${fixed(weight, 2)}`;

/** @param {number} number  1 is the first @param {number} weight  the largest */
export const neuron = (number, weight) => `Neurona ${number}, mayor peso ${fixed(weight, 2)}`;
