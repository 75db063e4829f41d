import { html } from "lit";
import { decimal, hardnessText } from "../../common/binary-numbers.js";
import { count, exact, percent } from "../../common/numbers.js";
import { plural, withStop } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson and the question ---- */

export const lesson = html`Künstliche Neuronen haben stufenlose Aktivierungen, biologische dagegen
  sind aktiv oder inaktiv. Die Lektion nennt den Grund: Die Kosten müssen glatt sein, damit kleine
  Schritte bergab ein lokales Minimum finden können.`;

/** @param {number | null} hidden  how many there are; null: not known yet */
export const question = (hidden) =>
  `Jedes Neuron der verborgenen Schichten ist jetzt an oder aus. Wie viele der ${
    hidden === null ? "" : `${count(hidden)} `
  }Gewichte und Biases dort haben dann noch eine Ableitung, die zeigt, wo es bergab geht?`;

export const choices = ["Alle", "Etwa die Hälfte", "Keine"];
export const computingGradient = "Gradient wird berechnet …";

/** @param {number} some @param {number} hidden */
export const someComponents = (some, hidden) => `${count(some)} von ${count(hidden)}.`;

/**
 * @param {boolean} isGuessed
 * @param {{ hidden: number, k: string, soft: number }} found  soft: components that are not 0 with
 *   σ(kz)
 */
export const noComponents = (isGuessed, { hidden, k, soft }) =>
  `${verdict(choices[2], isGuessed)}: Alle ${count(hidden)} Komponenten sind genau 0.
    Mit σ(kz), k = ${k}, ${plural(soft, { one: "ist", other: "sind" })} ${count(soft)} ungleich 0.
    Die übrigen gehören zu Gewichten von Pixeln, die in all diesen Ziffern leer sind, oder zu
    Neuronen, die bis aufs letzte Bit an oder aus sind.`;

/** @param {unknown} formulas  of σ(kz) and its derivative */
export const how = (formulas) => html`
  <p>Die verborgenen Neuronen verwenden</p>
  ${formulas}
  <p>Mit wachsendem k wird daraus die Stufenfunktion, 1 ab z = 0. Die Ausgabeschicht bleibt bei
    Sigmoid oder Softmax, ihre eigenen Gewichte behalten also einen Gradienten. Ein Sigmoid-Netz,
    dessen verborgene Gewichte und Biases mit k multipliziert sind, berechnet dasselbe, und sein
    Gradient mal k ist dieser hier. Die Linie ist θ − t (|θ| ÷ |∇C|) ∇C, nur mit den verborgenen
    Komponenten von θ und ∇C: Bei t = 1 ist der Weg so lang wie der Vektor der verborgenen Gewichte
    und Biases. In der Engine: <code>net.costAlong(direction, ts, data)</code>,
    <code>net.meanGradient(data)</code> und
    <code>engine.network({ hidden: "step" })</code>.</p>`;

/* ---- which network ---- */

export const pagesNetwork =
  "Das Netz der Seite, bei jeder Steilheit mit denselben Gewichten und Biases.";
export const trainingNetwork = "Ein Sigmoid-Netz wird trainiert …";

/**
 * Why it is not the page's network: one of these, or the name of its activation function.
 * @type {Record<string, string>}
 */
const obstacles = {
  shallow: "Das Netz der Seite hat keine verborgene Schicht.",
  relu: "Das Netz der Seite hat ReLU-Neuronen in den verborgenen Schichten.",
  step: "Das Netz der Seite hat Stufenneuronen in den verborgenen Schichten.",
  large: "Das Netz der Seite ist für dieses Labor zu groß.",
  broken: "Das Netz der Seite hat Parameter, die keine Zahlen sind.",
};

/** @param {string} name  of an activation function */
const otherNeurons = (name) =>
  `Das Netz der Seite hat Neuronen mit ${name} in den verborgenen Schichten.`;

/** @param {string} obstacle @param {{ steps: number, seed: number }} trained */
export const labsNetwork = (obstacle, { steps, seed }) =>
  `${obstacles[obstacle] ?? otherNeurons(obstacle)} Dieses Labor hat darum das Sigmoid-Netz der
    Lektion trainiert, 784-16-16-10: ${count(steps)} Mini-Batches mit je 10 Ziffern, η = 1,
    Seed ${seed}.`;

export const waitingForDigits = "Warten auf die Ziffern …";
export const noTestDigits = "Es gibt keine Testziffern.";
/** @param {number} images @param {number} total */
export const loadingDigitsOf = (images, total) =>
  `Ziffern werden geladen: ${count(images)} von ${count(total)}`;

/* ---- what to look at ---- */

/** @param {number} k */
const hardnessWords = (k) => (k === Infinity ? "∞: an oder aus" : hardnessText(k));

/** @param {number} k */
export const hardness = (k) => html`Steilheit von σ(kz), k =
  <b class="number" data-testid="binary-k">${hardnessWords(k)}</b>`;
/** @param {number} k */
export const hardnessValue = (k) => `k = ${hardnessWords(k)}`;
export const costOf = "Kosten für";
/** In the accusative. */
export const digits = {
  yours: "die Ziffer der Eingabe",
  1: "eine Trainingsziffer",
  10: "10 Trainingsziffern",
  1000: "1.000 Trainingsziffern",
};
export const zoom = "Zoom";

/* ---- the activation function ---- */

export const theStep = "Die Stufe";
/** @param {number} k */
export const theSigmoid = (k) => `σ(kz), k = ${hardnessText(k)}`;
export const activation = "Die Aktivierungsfunktion und ihre Ableitung, von z = −3 bis 3";

/** @param {number} atOne  derivative at z = 1 @param {number | null} atZero  null: there is none */
export function derivative(atOne, atZero) {
  const steepest = atZero === null ? "keine bei z = 0" : html`${decimal(atZero)} bei z = 0`;
  return html`Gestrichelt: die Ableitung, <span data-testid="binary-derivative"
    class="number">${decimal(atOne)} bei z = 1, ${steepest}</span>. Backpropagation multipliziert
    mit ihr.`;
}

/* ---- the cost along the line ---- */

export const notComputed = "Nicht berechnet";
export const computingCost = "Kosten werden berechnet …";
export const costAlongLine = "Kosten entlang einer Linie";

/**
 * @param {{ flat: number, jumps: number }} step  of the stretches: those without a jump, and with
 * @param {{ k: number, flat: number } | null} between  of the hardness chosen
 */
export function stairs({ flat, jumps }, between) {
  const stretches = flat + jumps;
  const step = flat
    ? html`Stufenneuronen: flach in <span class="number" data-testid="binary-flat">${flat}</span>
      von ${stretches} Abschnitten, Sprünge in ${jumps}`
    : `Stufenneuronen: Sprünge in allen ${stretches} Abschnitten; die Treppe zeigt der Zoom`;
  if (!between) return step;
  const there = between.flat ? `flach in ${between.flat}` : "nirgends flach";
  return html`${step}; k = ${hardnessText(between.k)}: ${there}`;
}

/** @param {"1" | "10" | "1000"} name @param {number | null} label  of the visitor's digit */
export const line = (name, label) =>
  `Kosten für ${label === null ? digits[name] : `${digits.yours}, als ${label},`} ` +
  "entlang einer Linie durch die verborgenen Parameter";

/** @param {string} words  see line @param {number} points @param {number} zoom */
export const lineInDetail = (words, points, zoom) =>
  `${words}, ${points} Punkte${zoom > 1 ? `, ${zoom}-mal näher` : ""}. Bei t = 0 sind die Gewichte
    und Biases, wie sie sind; nach rechts geht es für das Sigmoid-Netz bergab. Bei t = 1 wären sie
    um ihre eigene Länge verschoben.`;

export const alongGradient = "t, entlang −∇C";
export const sigmoid = "Sigmoid";
export const step = "Stufe";

/* ---- the gradient ---- */

export const gradient = "Der Gradient derselben Ziffern";
export const computing = "Wird berechnet …";

export const meanLength = "Länge des mittleren ∇C, verborgene Schichten";
/** @param {number} hidden */
export const componentsOf = (hidden) => `Komponenten ungleich 0, von ${count(hidden)}`;
/** @param {number} size @param {number} nudges */
export const nudgesOf = (size, nudges) =>
  `Anpassungen um ±${exact(size)}, die C ändern, von ${nudges}`;
export const testAccuracy = "Testgenauigkeit";

/** @param {number} crossed  nudges @param {boolean} isAccurate */
export function remark(crossed, isAccurate) {
  const nudges = plural(crossed, {
    one: "Eine Anpassung überschritt",
    other: `${crossed} Anpassungen überschritten`,
  });
  const jumps = crossed ? `${nudges} einen Sprung zwischen zwei Stufen. ` : "";
  const good =
    "Neuronen, die an oder aus sind, können genau sein: mit Gewichten, die für Sigmoid-Neuronen " +
    "gefunden wurden.";
  return `${jumps}${isAccurate ? good : ""}`;
}

export const typicalGradient = "Die Länge eines typischen Gradienten";
/**
 * @param {number} first  length at k = 1 @param {number} other @param {number} k  of the other
 */
export function typicalLength(first, other, k) {
  const lengths = html`${decimal(first)} bei k = 1, ${decimal(other)} bei k = ${hardnessText(k)}`;
  return html`Typische Länge des Gradienten einer Ziffer:
    <span class="number" data-testid="binary-median">${lengths}</span>`;
}
export const medians = "Median der Länge von ∇C in den verborgenen Schichten für k von 1 bis 128";
/** @param {number} images */
export const medianOf = (images) =>
  `Median über ${images} Trainingsziffern, nur verborgene Schichten.`;
export const oneDigit = "Die Tabelle nennt die Länge für die eine gewählte Ziffer.";
export const fewKeepLong =
  "Bei wenigen Ziffern, nahe an einem Sprung, kann der Gradient lang bleiben.";
export const meanIsLonger = `Das Mittel in der Tabelle ist viel länger: Es kommt von wenigen
  Ziffern, die nahe an einem Sprung liegen.`;

/* ---- two networks ---- */

export const trainTwins = "Beide mit denselben zufälligen Gewichten trainieren";
/** @param {number} steps */
export function aboutTwins(steps) {
  return `Das eine hat in den verborgenen Schichten Sigmoid-Neuronen, das andere Stufenneuronen.
    Ziffern, Reihenfolge und Zahl der Schritte sind gleich: ${count(steps)} Mini-Batches mit je 10,
    η = 1.`;
}

export const trainBoth = "Beide trainieren";
export const trainAgain = "Mit anderen Gewichten trainieren";
export const stop = "Stoppen";
/** @param {number} steps @param {number} total @param {number} seed */
export const progress = (steps, total, seed) =>
  `${count(steps)} von ${count(total)} Schritten, Seed ${seed}`;
/** @param {string} why */
export const stopped = (why) =>
  `Training abgebrochen: ${withStop(why)} Trainiere beide noch einmal.`;

/** @param {number} steps @param {number} sigmoid  accuracy @param {number} step  accuracy */
export const accuracies = (steps, sigmoid, step) => html`Nach ${count(steps)}
  ${plural(steps, { one: "Schritt", other: "Schritten" })}:
  <span class="number" data-testid="binary-sigmoid">${percent(sigmoid)}</span> der
  Testziffern mit Sigmoid-Neuronen richtig,
  <span class="number" data-testid="binary-step">${percent(step)}</span> mit
  Stufenneuronen`;

/**
 * @param {number} hidden  how many there are
 * @param {[sigmoid: number, step: number]} moved  how many of them moved
 * @param {boolean} isTrained
 */
export function moved(hidden, [sigmoid, step], isTrained) {
  const rest =
    isTrained && !step
      ? " Was das zweite gelernt hat, steckt in seiner Ausgabeschicht aus Sigmoid-Neuronen."
      : "";
  return html`Veränderte verborgene Gewichte und Biases:
    <b class="number" data-testid="binary-moved">${count(sigmoid)}</b> von ${count(hidden)} mit
    Sigmoid-Neuronen, <b class="number" data-testid="binary-still">${count(step)}</b> mit
    Stufenneuronen.${rest}`;
}

/** @param {number} measurements */
export const measurements = (measurements) =>
  `Genauigkeit auf allen Testziffern, Messungen: ${measurements}`;
export const steps = "Schritte";
