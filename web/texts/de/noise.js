/** The words of the lab Noise. */
import { html } from "lit";
import { count, fixed, percent } from "../../common/numbers.js";
import { verdict } from "./ui.js";

/* ---- the lesson, the question, how it works ---- */

export const lesson = html`In der Lektion antwortet das Netz auf ein Zufallsbild voller Überzeugung,
  es sei eine Fünf. Es hat nie etwas anderes gesehen als Ziffern, und sein eng begrenztes Training
  gab ihm keinen Anlass, jemals zu zweifeln.`;

/** @param {string} kind  of noise */
export const question = (kind) =>
  `Zehntausend Rauschbilder der Art „${kind}“: Wie viele haben eine Konfidenz über 90\u00a0%?`;

export const choices = ["Fast keine", "Einige", "Die meisten"];

export const countingImages = "Die Bilder werden gezählt …";

/**
 * What is said to a guess.
 * @param {number} above  fraction of the images
 * @param {number} right  index of the choice that is right
 * @param {number} guess
 * @param {number | null} accuracy  on the test digits, where it is known
 */
export function answer(above, right, guess, accuracy) {
  const found = `${verdict(choices[right], guess === right)}: ${percent(above)} von ihnen.`;
  if (accuracy === null) return found;
  return `${found} Dasselbe Netz erkennt ${percent(accuracy)} der Testziffern.`;
}

export const how = html`
  <p>Die Vorhersage ist die Ziffer der höchsten Ausgabe; ihre Konfidenz ist diese Ausgabe:</p>
  <div class="formulas"><math display="block">
    <mtext>Vorhersage</mtext><mo>=</mo><munder><mi>argmax</mi><mi>i</mi></munder>
    <mspace width="0.2em"></mspace><msub><mi>a</mi><mi>i</mi></msub>
  </math><math display="block">
    <mtext>Konfidenz</mtext><mo>=</mo><munder><mi>max</mi><mi>i</mi></munder>
    <mspace width="0.2em"></mspace><msub><mi>a</mi><mi>i</mi></msub>
  </math></div>
  <p>Nichts in den Kosten belohnt zehn niedrige Ausgaben: Jedes Trainingsbeispiel hat eine richtige
    Ziffer. Wie sicher sich ein Netz bei Rauschen wird, bleibt dem Zufall überlassen: Bei fünf
    Netzen wie dem der Lektion, gleich trainiert mit anderen zufälligen Anfangsgewichten, reichte
    der Anteil des Pixelrauschens mit einer Konfidenz über 90&nbsp;% von 0,1&nbsp;% bis 51&nbsp;%.
    Das Netz, mit dem diese Seite öffnet, wurde unter ihnen gewählt, weil es den Effekt zeigt.</p>
  <p>
    Jedes Bild wird aus einem Seed und seinem Index berechnet, darum ergibt ein Seed überall
    dieselben zehntausend Bilder. In der Engine:
    <code>net.census({ kind, seed, count: 10000 })</code>.</p>`;

/* ---- one image after the other ---- */

/** @param {number} image  index of it @param {number} seed */
export const noiseImage = (image, seed) => `Rauschen, Bild ${image}, Seed ${seed}`;

/** Beside the confidence. @param {unknown} image  index of the image */
export const confidenceIn = (image) => html`Konfidenz, Bild ${image}`;

export const run = "Laufen lassen";
export const stop = "Stoppen";
export const next = "Weiter";

/* ---- ten thousand images ---- */

export const kindOfNoise = "Art des Rauschens";

/** @param {string} kind @param {number} seed */
export const noise = (kind, seed) => `${kind}, Seed ${seed}`;

/**
 * @param {number} images @param {string} kind @param {number} seed
 * @param {number} epoch  0: of a network that was not trained on this page
 */
export function imagesCounted(images, kind, seed, epoch) {
  const what = `${count(images)} Bilder, ${noise(kind, seed)}`;
  return epoch ? `${what}, bei Epoche ${fixed(epoch, 1)}` : what;
}

/** @param {number} digits @param {number} epoch  0: see `imagesCounted` */
export function digitsCounted(digits, epoch) {
  const what = `${count(digits)} Testziffern, nie damit trainiert`;
  return epoch ? `${what}, bei Epoche ${fixed(epoch, 1)}` : what;
}

/** @param {unknown} part  of the images, in percent */
export const noiseAbove = (part) => html`Rauschen mit Konfidenz über 90&nbsp;%: ${part}`;

/** @param {number} part */
export const digitsAbove = (part) => html`Testziffern mit Konfidenz über 90&nbsp;%: <span
  class="number">${percent(part)}</span>`;

export const counting = "Wird gezählt …";
export const notCounted = "Nicht gezählt";
export const testDigits = "Testziffern";

/** @param {number} images */
export const another = (images) => `Andere ${count(images)}`;

/** @param {number} tallest  bar, as a fraction of its images @param {number} line  a confidence */
export const bars = (tallest, line) => html`Balkenhöhe in beiden Diagrammen: Quadratwurzel des
  Anteils. Der höchste Balken enthält <span class="number">${percent(tallest, 0)}</span> seiner
  Bilder; die Linie liegt bei ${percent(line, 0)}.`;

/* ---- an image for each digit ---- */

export const gallery = "Das Bild mit der höchsten Konfidenz für jede Ziffer";
export const galleryTitle = "Für jede Ziffer das Bild mit der höchsten Konfidenz";
export const chooseImage = "Wähle ein Bild als Eingabe des Netzes.";
export const follow = "Durch das Netz verfolgen";

/** @param {number} index */
export const image = (index) => `Bild ${index}`;

/** Heard before the digit and the confidence. @param {number} index */
export const imageHeard = (index) => `Bild ${index}: `;

/** @param {number} index */
export const isOnInput = (index) => `Bild ${index} ist jetzt die Eingabe des Netzes.`;

/** @param {number} digit  that no image is predicted to be */
export const never = (digit) => html`<b>${digit}</b> nie`;

/** Of an image on the input. @param {string} kind @param {number} seed @param {number} index */
export const caption = (kind, seed, index) => `Rauschen „${kind}“, Seed ${seed}, Bild ${index}.`;

/* ---- all kinds ---- */

/** @param {number} images  of each @param {number} seed @param {number} epoch  0: see above */
export function allKinds(images, seed, epoch) {
  const what = `Alle Arten: je ${count(images)} Bilder, Seed ${seed}`;
  if (!epoch) return what;
  return html`${what}, <span class="number">bei Epoche ${fixed(epoch, 1)}</span>`;
}

export const imageOfHighest = "Bild mit der höchsten Konfidenz";
export const kind = "Art";
export const mostOften = "am häufigsten";
export const rowOfDigits = "Testziffern";

/** @param {number} limit  a confidence */
export const above = (limit) => `über ${percent(limit, 0)}`;

export const legend = `Über 50\u00a0%, 90\u00a0% und 99\u00a0%: Anteil der Bilder mit höherer
  Konfidenz. Am häufigsten: die am häufigsten vorhergesagte Ziffer und wie oft.`;
