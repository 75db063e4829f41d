/** The words of the lab Gradient. */
import { html } from "lit";
import { count, exact, fixed, fraction, percent } from "../../common/numbers.js";
import { plain, signed } from "../../common/signed-numbers.js";
import { capitalized, plural } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson, the question, how it works ---- */

export const lesson = html`Jede Komponente des negativen Gradienten sagt zweierlei: ihr Vorzeichen,
  ob dieses Gewicht oder dieser Bias nach oben oder nach unten angepasst werden soll; ihre relative
  Größe, wie sehr es darauf ankommt. Ein Trainingsschritt verwendet das Mittel über viele Beispiele,
  von denen jedes etwas anderes will.`;

/** @param {number | null} all  weights and biases, where their number is known */
export function question(all) {
  const what = all ? `alle ${count(all)} Gewichte und Biases` : "alle Gewichte und Biases";
  return `Ein Schritt des Gradientenabstiegs berechnet für ${what} je eine Anpassung. Wie viele
    dieser Anpassungen, die größten zuerst, leisten die halbe Arbeit beim Senken der Kosten?`;
}

export const choices = ["Weniger als 1\u00a0%", "1\u00a0% bis 10\u00a0%", "Mehr als 10\u00a0%"];

export const answerComes = "Die Antwort kommt mit dem Gradienten.";

/**
 * What is said to a guess.
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {number} half  nudges that do half of the work
 * @param {number} all
 */
export const answer = (right, isGuessed, half, all) =>
  `${verdict(choices[right], isGuessed)}: ${largest(half, all)}, für die hier gewählten Ziffern. In
    erster Ordnung sinken die Kosten um η|∇C|², also ist der Anteil einer Komponente an |∇C|² ihr
    Anteil an der Arbeit.`;

/** @param {number} half @param {number} all */
const largest = (half, all) =>
  `${plural(half, { one: "die größte", other: `die ${count(half)} größten` })} von ${count(all)} ` +
  `Anpassungen (${percent(half / all)})`;

export const how = html`
  <p>Ein Gewicht <math><mi>w</mi></math> multipliziert die Aktivierung
    <math><msub><mi>a</mi><mtext>in</mtext></msub></math> davor und trägt zur gewichteten Summe
    <math><mi>z</mi></math> seines Neurons bei. Mit dem Fehler des Neurons
    <math><mi>δ</mi><mo>=</mo><mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>z</mi>
    </mrow></mfrac></math> gilt für eine Ziffer:</p>
  <math display="block">
    <mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>w</mi></mrow></mfrac>
    <mo>=</mo><msub><mi>a</mi><mtext>in</mtext></msub><mo>⋅</mo><mi>δ</mi><mo>,</mo>
    <mspace width="1em"></mspace>
    <mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>b</mi></mrow></mfrac>
    <mo>=</mo><mi>δ</mi>
  </math>
  <p>Für mehrere Ziffern ist es das Mittel dieser Produkte. Ein Schritt des Gradientenabstiegs passt
    jeden Parameter um <math><mo>−</mo><mi>η</mi></math> mal seine Komponente an. Passt man nur
    einige an, sinken die Kosten in erster Ordnung im Verhältnis zu deren Anteil an
    <math><msup><mrow><mo>|</mo><mo>∇</mo><mi>C</mi><mo>|</mo></mrow><mn>2</mn></msup></math>. In
    der Engine: <code>net.gradient(pixels, label)</code>,
    <code>net.meanGradient(data)</code> und
    <code>net.checkGradient(pixels, label, { indices })</code>.</p>`;

/* ---- whose gradient it is ---- */

export const gradientOf = "Gradient von";
export const sources = {
  digit: "Ziffer der Eingabe",
  batch: "Mini-Batch",
  all: "Alle Trainingsziffern",
};
export const anotherBatch = "Anderer Mini-Batch";
export const trainingLoading = "Die Trainingsziffern werden noch geladen.";

/** @param {unknown} target  a field */
export const shouldBe = (target) => html`Richtig wäre ${target}`;
export const notADigit = "keine Ziffer";

export const drawFirst = `Zeichne eine Ziffer oder nimm eine Testziffer, um zu sehen, was sie von
  jedem Gewicht und Bias will.`;
export const noDigit = "Es gibt keine Ziffer, deren Gradient berechnet werden könnte.";

/** @param {number} part  that is done; 0 or 1: not told */
export const computingGradient = (part) =>
  isUnderWay(part) ? `Gradient wird berechnet … ${percent(part, 0)}` : "Gradient wird berechnet …";

/** Beside the last gradient. @param {number} part  that is done; 0 or 1: not told */
export const computing = (part) => (isUnderWay(part) ? `Berechnung: ${percent(part, 0)}` : "");

/** @param {number} part */
const isUnderWay = (part) => part > 0 && part < 1;

/** Digits whose cost it is, inside a sentence, in the accusative. @param {number} label */
export const inputAs = (label) => `die Eingabe als ${label}`;
export const inputAsNoDigit = "die Eingabe als „keine Ziffer“";
/** @param {number} digits */
export const allDigits = (digits) => `alle ${count(digits)} Trainingsziffern`;
/** @param {number} digits */
export const firstDigits = (digits) =>
  plural(digits, {
    one: "die erste Trainingsziffer",
    other: `die ersten ${count(digits)} Trainingsziffern`,
  });
/** @param {number} from @param {number} to */
export const someDigits = (from, to) =>
  from === to
    ? `Trainingsziffer ${count(from)}`
    : `die Trainingsziffern ${count(from)} bis ${count(to)}`;

/* ---- the gradient as a whole ---- */

export const allZero = "Jede Komponente ist genau null: Keine Anpassung bringt etwas.";
/** @param {number} half @param {number} all */
export const halfOfWork = (half, all) => {
  const work = plural(half, { one: "leistet", other: "leisten" });
  return `${capitalized(largest(half, all))} ${work} die halbe Arbeit: die Hälfte von |∇C|²`;
};

/**
 * @param {string} digits  whose cost it is, in the accusative
 * @param {{ cost: number, epoch: number, length: number, zeros: number }} gradient
 */
export const finding = (digits, { cost, epoch, length, zeros }) =>
  `Für ${digits}, bei Epoche ${fixed(epoch, 2)}: Kosten ${plain(cost)}; Länge
    |∇C| = ${plain(length)}; Komponenten genau null: ${count(zeros)}.`;

/** @param {number} components  as large as the largest, which is one of them */
export const tied = (components) =>
  `${count(components)} Komponenten sind gleich groß wie die größte.`;

export const stepNeurons = `In einem Netz aus Stufenneuronen ist jede Komponente der verborgenen
  Schichten genau null: Eine kleine Anpassung dort ändert keine Ausgabe. Warum, zeigt das Labor
  „Binäre Neuronen“.`;

/* ---- the column of components ---- */

export const layerFilter = "Schicht";
export const allLayers = "Alle Schichten";
export const signFilter = "Vorzeichen";
export const signs = { all: "Auf und ab", up: "Nach oben", down: "Nach unten" };
export const sizeFilter = "Größe";
export const sizes = {
  0: "Jede Größe",
  0.01: "≥ 1/100",
  0.1: "≥ 1/10",
  0.5: "≥ 1/2 der größten",
};

/** @param {number} rows @param {number} all */
export const listed = (rows, all) => `${count(rows)} von ${count(all)} Komponenten.`;

export const namesOfNeurons =
  "Neuron 2.14 ist Neuron 14 der Schicht 2; ein Pixel ist nach Zeile und Spalte benannt.";
export const column = "Komponenten von −∇C, die größten zuerst";

/* ---- what each component is called ---- */

export const outputLayer = "Ausgabeschicht";
/** @param {number} layer */
export const hiddenLayer = (layer) => `Verborgene Schicht ${layer}`;

/**
 * A pixel, a neuron of a hidden layer, or an output.
 * @typedef {{ kind: "pixel", row: number, column: number }
 *   | { kind: "neuron", layer: number, number: number }
 *   | { kind: "output", digit: number }} Unit  row, column, number: 1 is the first
 */

/** @param {{ row: number, column: number }} pixel */
const placeOf = ({ row, column }) => `Zeile ${row}, Spalte ${column}`;

/** Without an article, so for every case. @param {Unit} unit */
function nameOf(unit) {
  if (unit.kind === "pixel") return `Pixel (${placeOf(unit)})`;
  if (unit.kind === "output") return `Ausgabe ${unit.digit}`;
  return `Neuron ${unit.number} in Schicht ${unit.layer}`;
}

/** The same in few letters. @param {Unit} unit */
function shortNameOf(unit) {
  if (unit.kind === "pixel") return placeOf(unit);
  return unit.kind === "neuron" ? `Neuron ${unit.layer}.${unit.number}` : nameOf(unit);
}

/** @param {Unit} unit */
export const bias = (unit) => `Bias von ${nameOf(unit)}`;
/** @param {Unit} from @param {Unit} to */
export const weight = (from, to) => `Gewicht von ${nameOf(from)} zu ${nameOf(to)}`;
/** @param {Unit} unit */
export const shortBias = (unit) => `Bias von ${shortNameOf(unit)}`;
/** @param {Unit} from @param {Unit} to */
export const shortWeight = (from, to) => `${shortNameOf(from)} → ${shortNameOf(to)}`;

/* ---- one component explained ---- */

/** @param {number} value */
export const now = (value) => `Jetzt ${plain(value)}.`;

/** @param {number} slope  ∂C/∂b */
export const biasReason = (slope) => `∂C/∂b ist der Fehler seines Neurons: ${plain(slope)}.`;
/** @param {number} slope @param {number} digits */
export const biasMean = (slope, digits) =>
  `∂C/∂b ist das Mittel des Fehlers seines Neurons über ${count(digits)} Ziffern: ${plain(slope)}.`;

/** @param {number} slope  ∂C/∂w @param {number} error @param {number} input */
export function weightReason(slope, error, input) {
  const [a, delta] = [fraction(input, 3), plain(error)];
  return `Seine Eingabe ist ${strength(input)}: ${a}; der Fehler seines Neurons ist ${delta}.
    ∂C/∂w = ${a} × ${delta} = ${plain(slope)}.`;
}

/** @param {number} slope @param {number} error @param {number} digits */
export const weightMean = (slope, error, digits) =>
  `∂C/∂w ist das Mittel von Eingabe × Fehler über ${count(digits)} Ziffern: ${plain(slope)}. Der
    mittlere Fehler seines Neurons ist ${plain(error)}.`;

/** @param {number} activation */
function strength(activation) {
  if (activation === 0) return "inaktiv";
  const much = activation < 0.25 ? "schwach" : activation < 0.75 ? "mäßig" : "stark";
  return `${much} aktiv`;
}

export const noEffect = "Eine kleine Änderung daran lässt die Kosten gleich.";
export const increase = "Erhöhen senkt die Kosten.";
export const decrease = "Verringern senkt die Kosten.";

/** @param {number} rate @param {number} slope @param {number} nudge */
export const plainStep = (rate, slope, nudge) =>
  `Einfacher Gradientenabstieg mit der Lernrate der Seite, η = ${exact(rate)}, ergibt die Anpassung
    −η × ${plain(slope)} = ${signed(nudge)}.`;

/** @param {string} optimizer */
export const otherStep = (optimizer) =>
  `Die Seite trainiert mit ${optimizer}: Das ergibt eine andere Anpassung.`;

/* ---- where the components are, and their sizes ---- */

export const onNetwork = "In der Zeichnung des Netzes";
export const onNetworkScale = "die stärksten jeder Schicht, jede Schicht in eigenem Maßstab";
export const networkDrawing =
  "Die Komponenten von −∇C als Linien: Blau nach oben, Orange nach unten";
export const onPictures = "In den Bildern der ersten Schicht";
export const onPicturesScale = "alle in einem Maßstab; ein Klick wählt das Neuron";
/** What the pictures show. */
export const nudges = "Anpassungen";

export const sizesByLayer = "Größen der Komponenten, Schicht für Schicht";
export const noLayer = "Keine Schicht hat eine Komponente ungleich null";
/** @param {string} layer @param {number} part */
export const holdsMost = (layer, part) =>
  `${layer} hat den größten Anteil: ${percent(part, 0)} von |∇C|²`;
export const sizesLegend = html`Komponenten nach Größe, in Zehnerpotenzen:
  <span class="positive">Blau</span> nach oben, <span class="negative">Orange</span> nach unten. Die
  Höhen sind Quadratwurzeln der Anzahlen.`;

/** @param {number} up @param {number} down @param {number} zeros */
export const upAndDown = (up, down, zeros) =>
  `${count(up)} nach oben, ${count(down)} nach unten, ${count(zeros)} genau null`;

/** @param {string} layer @param {string} counts  see `upAndDown` @param {number} most  of a bin */
export const histogram = (layer, counts, most) =>
  `${layer}: Größen der Komponenten nach Zehnerpotenzen. ${counts}. Die vollste Klasse enthält
    ${count(most)}.`;

/* ---- the ten that matter most ---- */

/** @param {number} items */
export const mattersMost = (items) =>
  plural(items, {
    one: "Die wichtigste Komponente",
    other: `Die ${items === 10 ? "zehn" : items} wichtigsten Komponenten`,
  });

export const formula = `∂C/∂w = Eingabe × Fehler: die Aktivierung, die das Gewicht multipliziert,
  mal dem Fehler seines Neurons. ∂C/∂b = Fehler.`;
/** @param {number} digits */
export const formulaOfMean = (digits) =>
  `∂C/∂w ist das Mittel von Eingabe × Fehler über ${count(digits)} Ziffern: die Aktivierung, die das
    Gewicht multipliziert, mal dem Fehler seines Neurons. ∂C/∂b ist der mittlere Fehler.`;

/** @param {number} error */
export const meanError = (error) => `Mittlerer Fehler ${plain(error)}.`;
/** @param {number} error */
export const errorOnly = (error) => `Fehler ${plain(error)}.`;
/** @param {number} input @param {number} error */
export const inputAndError = (input, error) =>
  `Eingabe ${fraction(input, 3)}, ${strength(input)}. Fehler ${plain(error)}.`;
