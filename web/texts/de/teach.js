/** The lab Teach it: a copy of the network is fine-tuned to reject noise or to resist attacks. */
import { html } from "lit";
import { count, duration, exact, fixed, percent } from "../../common/numbers.js";
import { verdict } from "./ui.js";

/* ---- the lesson, the question and its answer ---- */

export const lesson = html`Das Video endet bei der Diagnose: Ein Netz, das nur Ziffern gesehen hat,
  hat nie gelernt zu zweifeln. Hier sind zwei Gegenmittel und was jedes an Genauigkeit kostet:
  Rauschen mit dem Ziel „keine Ziffer“ hinzufügen oder mit angegriffenen Ziffern trainieren.`;

export const question =
  "Es wird darauf trainiert, verwürfelte Ziffern und Gekritzel zurückzuweisen. Weist es dann " +
  "auch andere Arten von Rauschen zurück?";
export const choices = ["Ja, alle Arten", "Nein", "Je nach Art"];
/** @param {number} epsilon */
export const attackQuestion = (epsilon) =>
  `Es wird mit angegriffenen Ziffern trainiert. Wie viele Testziffern, angegriffen mit
    ε = ${exact(epsilon)}, erkennt es danach richtig?`;
export const attackChoices = [
  "Weniger als ein Drittel",
  "Ein Drittel bis zwei Drittel",
  "Mehr als zwei Drittel",
];
export const untrained =
  "Trainiere eine Kopie: Die Antwort erscheint hier, sobald sie trainiert ist.";

/**
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {{ name: string, above: number }[]} kinds  above: the fraction answered with confidence
 */
export const answer = (right, isGuessed, kinds) =>
  `${verdict(choices[right], isGuessed)}. Mit den folgenden Arten wurde die Kopie nie trainiert.
    Anteil der Bilder, bei denen ihre Konfidenz über 50\u00a0% liegt: ${kinds
      .map(({ name, above }) => `${name} ${percent(above)}`)
      .join("; ")}.
    Umgekehrt funktioniert es nicht: Ein Netz, das mit jenen Arten feinabgestimmt wurde, hält
    Gekritzel weiter für Ziffern, weil es nie Striche eines Stifts gesehen hat.`;

/**
 * @param {number} right  the choice @param {boolean} isGuessed
 * @param {number} epsilon @param {number} reads  fraction of the attacked digits
 */
export const attackAnswer = (right, isGuessed, epsilon, reads) =>
  `${verdict(attackChoices[right], isGuessed)}. Bei ε = ${exact(epsilon)} erkennt die Kopie
    ${percent(reads)} der angegriffenen Ziffern richtig.`;

export const how = html`
  <p>„Keine Ziffer“ ist ein Ziel wie jedes andere. Sigmoid-Ausgaben sollen alle 0 sein und
    Softmax-Ausgaben, deren Summe 1 ist, alle gleich:</p>
  <math display="block">
    <msub><mi>y</mi><mi>i</mi></msub><mo>=</mo><mn>0</mn>
    <mspace width="2em"></mspace><mtext>oder</mtext><mspace width="2em"></mspace>
    <msub><mi>y</mi><mi>i</mi></msub><mo>=</mo><mfrac><mn>1</mn><mn>10</mn></mfrac>
  </math>
  <p>Adversariales Training ersetzt jede Ziffer eines Mini-Batch durch ein Bild, das das Netz in
    seinem augenblicklichen Zustand täuscht, gefunden in drei Gradientenschritten innerhalb von ε,
    und trainiert damit:</p>
  <math display="block">
    <munder><mi>min</mi><mi>w</mi></munder><mspace width="0.3em"></mspace>
    <munder><mi>max</mi><mrow><mo>|</mo><mi>δ</mi><mo>|</mo><mo>≤</mo><mi>ε</mi></mrow></munder>
    <mi>C</mi><mo>(</mo><mi>w</mi><mo>,</mo><mi>x</mi><mo>+</mo><mi>δ</mi><mo>)</mo>
  </math>
  <p>Die Kopie wird mit AdamW trainiert, mit einer Lernrate von 0,003, die auf null abfällt (mit SGD
    und Lernrate 1, wo die Kosten der quadratische Fehler sind). In der Engine:
    <code>net.trainer(data, { ...teaching })</code> und
    <code>net.trainer(data, { harden: { epsilon: 0.1, steps: 3 } })</code>. Ein Netz mit mehr
    Neuronen kann größeren Änderungen standhalten: Wähle in den Einstellungen die Schichten 256-128;
    eine Kopie eines solchen Netzes wird nach dem Rezept <code>hardened</code> der Engine trainiert.
    Eine Kopie, die ohne Rauschen und ohne Angriffe trainiert wird, zeigt, was die zusätzlichen
    Epochen allein bewirken.</p>`;

/* ---- controls ---- */

export const purpose = "Zweck";
export const noiseAmount = "Rauschen je Mini-Batch";
export const attackAmount = "Angriff bis ε =";
export const noAmount = "ohne, zum Vergleich";
export const epochs = "Epochen";

export const train = "Kopie trainieren";
export const trainAnother = "Neue Kopie trainieren";
export const resume = "Weiter";
export const pause = "Pausieren";
export const pausing = "Pausiert gleich …";

export const progress = "Fortschritt der Kopie";
/** @param {number} epoch @param {number} epochs */
export const epochOf = (epoch, epochs) => `Epoche ${fixed(epoch, 1)} von ${epochs}`;
/** How long the rest will take. @param {number | null} milliseconds  null: not known */
export const left = (milliseconds) =>
  milliseconds === null ? "wird geschätzt …" : `noch ${duration(milliseconds)}`;
export const digitsLoading = "Die Ziffern werden noch geladen.";

/* ---- what a training ends with ---- */

export const diverged =
  "Die Kosten der Kopie sind keine Zahl mehr: Diese Kopie ist unbrauchbar. Trainiere eine neue.";
export const digitsReplaced =
  "Die Trainingsziffern wurden ersetzt, darum lässt sich diese Kopie nicht weitertrainieren. " +
  "Trainiere eine neue.";
/** @param {string} why */
export const stopped = (why) => `Feinabstimmung abgebrochen: ${why}`;
export const lost =
  "Die Engine wurde neu gestartet, und die Kopie ging dabei verloren. Trainiere eine neue.";

/* ---- the verdict ---- */

export const notMeasured = "Nicht gemessen";
export const measuring = "Wird gemessen …";

/** @param {number} accuracy */
const before = (accuracy) =>
  html`<span class="number" data-testid="teach-before">${percent(accuracy)}</span>`;

/** There is no copy yet. @param {number} accuracy */
export const verdictBefore = (accuracy) =>
  html`Dieses Netz erkennt ${before(accuracy)} der Testziffern richtig. Trainiert wird eine Kopie;
    das Netz der Seite bleibt, wie es ist.`;

/**
 * @param {object} verdict
 * @param {string} verdict.tunedWith  as "60% noise"
 * @param {string} verdict.original  name of the network that was copied
 * @param {number} verdict.was  accuracy of that one
 * @param {number} verdict.now  of the copy
 * @param {unknown} verdict.difference  one of those below
 */
export const verdictAfter = ({ tunedWith, original, was, now, difference }) =>
  html`„${original}“ erkennt ${before(was)} der Testziffern. Seine Kopie, feinabgestimmt
    ${tunedWith}, erkennt <span class="number" data-testid="teach-after">${percent(now)}</span>:
    ${difference}.`;

/** @param {number} amount  fraction of each mini-batch */
export const noiseOf = (amount) => `mit ${percent(amount, 0)} Rauschen`;
export const noNoise = "ohne Rauschen";
/** @param {number} epsilon */
export const attacksOf = (epsilon) => `mit Angriffen von ε = ${fixed(epsilon, 2)}`;
export const noAttacks = "ohne Angriffe";

export const noDifference = "kein Unterschied";
export const noDifferenceYet = "bisher kein Unterschied";
/** @param {boolean} isFinished */
const soFar = (isFinished) => (isFinished ? "" : "bisher ");
/** @param {number} points  of a percentage @param {boolean} isFinished */
export const lower = (points, isFinished) =>
  html`${soFar(isFinished)}<span class="number">${fixed(points, 1)}</span> Prozentpunkte weniger`;
/** @param {number} points  of a percentage @param {boolean} isFinished */
export const higher = (points, isFinished) =>
  html`${soFar(isFinished)}<span class="number">${fixed(points, 1)}</span> Prozentpunkte mehr`;

export const adopt = "Diese Kopie übernehmen";
export const adopted = "Diese Kopie ist jetzt das Netz der Seite.";
export const forComparison = "Diese Kopie dient nur dem Vergleich.";

/* ---- one picture, read by both ---- */

export const picture = "Bild";
export const pictureOnInput = "die Eingabe";
export const attackedDigits = "Testziffern, angegriffen";
export const drawHint = "Oder zeichne auf dem Bild selbst.";
export const clear = "Löschen";
export const run = "Laufen lassen";
export const stop = "Stoppen";
export const next = "Weiter";

/** The picture, heard. @param {string} words  for it, a sentence or "" */
export const drawOn = (words) => `${words} Zeichne darauf.`;
export const inputEmpty = "Es gibt keine Eingabe.";
export const inputBlank = "Nichts gezeichnet.";
export const inputDrawing = "Deine Zeichnung.";
/** @param {number} number  1 is the first @param {number | null} label */
export const testDigit = (number, label) => `Testziffer ${count(number)}, Label ${label}.`;
/** @param {number} index @param {string} kind @param {number} seed */
export const noiseImage = (index, kind, seed) => `Bild ${index}, ${kind}, Seed ${seed}.`;

export const sideBefore = "Vorher";
export const sideAfter = "Nachher";
export const attackedPicture = "Das angegriffene Bild";
/** @param {number} epsilon */
export const attackedBy = (epsilon) => `angegriffen, ε = ${exact(epsilon)}`;

export const noCopy = "Es gibt noch keine Kopie.";
export const nothingDrawn = "Nichts gezeichnet";
/** @param {number} answer @param {number} confidence */
export const unsure = (answer, confidence) =>
  html`<b>Bei keiner Ziffer sicher</b><br /><span class="quiet small">am ehesten
    ${answer}, <span class="number">${percent(confidence, 0)}</span></span>`;
/** @param {number} confidence */
export const sure = (confidence) =>
  html`<b>Konfidenz <span class="number">${percent(confidence, 0)}</span></b>`;

export const sameUnattacked = "dasselbe wie ohne Angriff";
/** @param {number} digit */
export const otherUnattacked = (digit) => `${digit} ohne Angriff`;
export const correct = "richtig erkannt";
/** @param {number | null} label */
export const incorrect = (label) => `das Label ist ${label}`;

/* ---- kinds of noise ---- */

export const noiseCards = "Konfidenz je Art";
/** @param {number} images @param {number} seed */
export const noiseCardsNote = (images, seed) =>
  html`Konfidenz bei je ${count(images)} Bildern jeder Art, Seed ${seed}. Jedes Histogramm ist auf
    seinen höchsten Balken skaliert.`;
export const heldOut = "zurückgehalten: nie damit trainiert";
export const trainedOn = "damit trainiert";
export const testDigits = "Testziffern";
export const neverTrainedOn = "nie damit trainiert";
/** @param {number} confidence @param {unknown} shares  of images, before and after */
export const above = (confidence, shares) => html`über ${percent(confidence, 0)}: ${shares}`;

/* ---- accuracy under attack ---- */

export const attackCurve = "Genauigkeit unter Angriff";
/** Names of lines. */
export const lineBefore = "vorher";
export const lineAfter = "nachher";

/**
 * @param {number} epsilon
 * @param {number} before  fraction of the digits @param {number | null} after  null: no copy yet
 */
export function attackLeaves(epsilon, before, after) {
  const copy =
    after === null
      ? ""
      : html`, bei der Kopie <b class="number" data-testid="curve-after">${percent(after)}</b>`;
  return html`Nach dem Angriff in 40 Schritten mit ε = ${exact(epsilon)} noch richtig erkannt: <span
    class="number" data-testid="curve-before">${percent(before)}</span> der Ziffern${copy}.`;
}

/** @typedef {{ count: number, total: number }} Attacked  so many digits of all */

/** @param {Attacked} digits @param {number} seed */
export const attacked = (digits, seed) =>
  `Testziffern, jede einzeln angegriffen: ${soMany(digits)}. Seed ${seed}.`;
/** @param {Attacked} before @param {Attacked} after @param {number} seed */
export function attackedBoth(before, after, seed) {
  const digits = `vorher ${soMany(before)}; nachher ${soMany(after)}`;
  return `Testziffern, jede einzeln angegriffen: ${digits}. Seed ${seed}.`;
}

/** @param {Attacked} digits */
const soMany = ({ count, total }) =>
  count < total ? `die ersten ${count} von ${total}` : `${total}`;
