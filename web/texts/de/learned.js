/** The words of the lab What it learned. */
import { html } from "lit";
import { fixed } from "../../common/numbers.js";
import { plural } from "./locale.js";
import { verdict } from "./ui.js";

const forms = { one: "Neuron", other: "Neuronen" };

/* ---- the lesson, the question, how it works ---- */

export const lesson = html`Man könnte hoffen, dass die erste Schicht kleine Kanten erkennt und die
  zweite Schleifen und Linien. Aber das Netz sucht nur ein lokales Minimum, das funktioniert, und
  was es findet, muss nicht so aussehen, wie wir es uns gedacht haben.`;

export const question = "Jedes Bild zeigt die Gewichte eines Neurons. Wie sehen sie im Video aus?";
export const choices = ["Kleine Kanten", "Schleifen und Linien", "Fast zufällig"];

/** What the pictures of this network show. */
const looks = {
  random:
    "Das Netz hier ist noch zufällig: Trainiere es und sieh, ob Kanten oder Schleifen entstehen.",
  ours: `Die Bilder unten sind glatter: Dieses Netz hat Ziffern gelernt, die zufällig verschoben und
    gedreht wurden, darum bekamen benachbarte Pixel ähnliche Gewichte.`,
  other: "Vergleiche die Bilder unten, die das Netz dieser Seite zeigen.",
};

/**
 * What is said to a guess.
 * @param {boolean} isRight
 * @param {keyof typeof looks} network  only has its random weights; one of the page's, which began
 *   trained; or any other
 */
export function answer(isRight, network) {
  return (
    `${verdict(choices[2], isRight)}: Die Bilder dort zeigen lose Muster in der Mitte. ` +
    looks[network]
  );
}

export const how = html`
  <p>Neuron <math><mi>j</mi></math> der ersten Schicht multipliziert jedes Pixel mit einem Gewicht.
    Auf die Summe wird die Aktivierungsfunktion <math><mi>f</mi></math> angewandt:</p>
  <math display="block">
    <msub><mi>a</mi><mi>j</mi></msub><mo>=</mo><mi>f</mi><mo>(</mo>
    <munderover><mo>∑</mo><mrow><mi>k</mi><mo>=</mo><mn>1</mn></mrow><mn>784</mn></munderover>
    <msub><mi>w</mi><mrow><mi>j</mi><mi>k</mi></mrow></msub><msub><mi>x</mi><mi>k</mi></msub>
    <mo>+</mo><msub><mi>b</mi><mi>j</mi></msub><mo>)</mo>
  </math>
  <p>Das Bild zeigt die 784 Gewichte dort, wo ihre Pixel sind. Tinte auf Blau erhöht die Summe des
    Neurons, Tinte auf Orange senkt sie. Jedes Bild ist auf sein größtes Gewicht skaliert, und
    kleine Gewichte sind überproportional stark gezeichnet, damit man sie sieht.</p>`;

/* ---- edge detectors, beside the first layer ---- */

export const edgeDetectors = "Kantendetektoren zum Vergleich";
export const edges = "Sechzehn kurze Kanten in acht Winkeln, zum Vergleich gezeichnet";

/* ---- deeper layers ---- */

export const noDeeper = `Dieses Netz hat keine verborgene Schicht: Seine Ausgaben gewichten die
  Pixel selbst, diese Bilder sind also alles, was es gelernt hat.`;

/** @param {number} most  neurons of a layer whose pictures are shown */
export const tooManyPictures = (most) =>
  `Die tieferen Schichten dieses Netzes werden nicht gezeigt: Bei mehr als ${most} Neuronen in einer
  Schicht wären es zu viele Bilder.`;

export const deeper = `Tiefere Neuronen gewichten Neuronen, keine Pixel. Multipliziert mit den
  Gewichten aller Schichten davor, als gäbe es keine Aktivierungsfunktionen, werden auch ihre
  Gewichte zu Bildern.`;

/** @param {number} epoch */
export const asOf = (epoch) =>
  `Stand: Epoche ${fixed(epoch, 2)}. Sie werden neu berechnet, wenn das Training pausiert.`;

export const outputs = "Ausgaben";

/** @param {number} layer @param {number} neurons */
export const hiddenLayer = (layer, neurons) =>
  `Verborgene Schicht ${layer}: ${neurons} ${plural(neurons, forms)}`;

/** @param {number} index @param {number} weight  the largest */
export const output = (index, weight) => `Ausgabe ${index}, größtes Gewicht ${fixed(weight, 2)}`;

/** @param {number} number  1 is the first @param {number} weight  the largest */
export const neuron = (number, weight) => `Neuron ${number}, größtes Gewicht ${fixed(weight, 2)}`;
