/** The lab Fool it. */
import { html } from "lit";
import { count, exact, fixed, percent } from "../../common/numbers.js";
import { aDigit, clause } from "./locale.js";
import { verdict } from "./ui.js";

export const lesson = html`Das geht einen Schritt über das Video hinaus. Der Gradient, der die
  Gewichte trainiert, lässt sich auch nach den Pixeln bilden: Dann sagt er für jedes Pixel, ob
  etwas mehr Tinte die richtige Ziffer wahrscheinlicher oder unwahrscheinlicher macht, und all diese
  kleinen Änderungen zusammen können eine andere Ziffer daraus machen.`;

/* ---- question ---- */

export const question =
  "Jedes Pixel darf sich um ein Zehntel des Wegs von Papier zu Tinte ändern. Was täuscht das " +
  "Netz öfter?";
export const randomChanges = "Zufällige Änderungen";
export const chosenChanges = "Gezielte Änderungen";
export const bothEqually = "Beide gleich oft";
export const choices = [randomChanges, chosenChanges, bothEqually];
export const beingAttacked = "Die Testziffern werden angegriffen.";

/**
 * @param {number} right  the choice @param {boolean} isGuessed @param {number} digits
 * @param {number} attacked  accuracy, as `random` @param {number} random
 */
export const answer = (right, isGuessed, digits, attacked, random) =>
  `${verdict(choices[right], isGuessed)}: Von ${count(digits)} Testziffern erkennt dieses Netz ` +
  `${percent(attacked)} nach gezielten und ${percent(random)} nach zufälligen Änderungen. ` +
  "Beide ändern jedes Pixel gleich stark.";

/* ---- how it works ---- */

export const how = html`
  <p>Ein Schritt, die Fast Gradient Sign Method, verschiebt jedes Pixel um ε in die Richtung, die
    die Kosten der richtigen Ziffer erhöht:</p>
  <math display="block">
    <msup><mi>x</mi><mo>′</mo></msup><mo>=</mo><mi>x</mi><mo>+</mo><mi>ε</mi><mo>⋅</mo>
    <mi>sign</mi><mo>(</mo><msub><mo>∇</mo><mi>x</mi></msub><mi>C</mi><mo>)</mo>
  </math>
  <p>Projected Gradient Descent macht 40 Schritte von je einem Viertel ε und bleibt innerhalb von ε
    um das Bild und zwischen Papier und Tinte. Der Gradient wird vor der Aktivierungsfunktion der
    Ausgabe genommen, damit er nicht verschwindet, wo das Netz sicher ist. Die zufällige Änderung
    verschiebt jedes Pixel um dasselbe ε, zufällig nach oben oder unten. Was das Netz sich
    vorstellt, entsteht in 200 Schritten, die eine Ausgabe erhöhen, ausgehend von schwachem
    Rauschen (Aktivierungsmaximierung). In der Engine:
    <code>net.attack(pixels, { method, epsilon, label, seed: 1 })</code>,
    <code>net.robustness(data, { method, epsilon })</code> und
    <code>net.dream(digit, { seed })</code>.</p>`;

/* ---- controls ---- */

export const method = "Methode";
/** Others by the engine's name. */
export const methods = { fgsm: "Ein Schritt (FGSM)", pgd: "40 Schritte (PGD)" };
export const target = "Ziel";
export const anyOther = "Irgendeine andere";
export const testDigit = "Testziffer nehmen";
export const draw = "Ziffer zeichnen";

/** @param {unknown} epsilon */
export const largestChange = (epsilon) => html`Größte Änderung, ε = ${epsilon}`;

/* ---- pictures ---- */

export const empty =
  "Zeichne eine Ziffer oder nimm eine Testziffer. " +
  "Du siehst sie dann unverändert, angegriffen und ebenso stark zufällig verändert.";
export const attacking = "Angriff läuft …";
export const noInput = "Es gibt keine Eingabe.";

export const original = "Original";

/** @param {number} epsilon */
const size = (epsilon) => `ε = ${fixed(epsilon, 2)}`;

/** @param {number} epsilon */
export const attacked = (epsilon) => `Angegriffen, ${size(epsilon)}`;

/** @param {number} epsilon */
export const changedAtRandom = (epsilon) => `Zufällig, ${size(epsilon)}`;

export const confidence = "Konfidenz";

/** @param {string} title @param {number} answer @param {number} confidence */
export const predicted = (title, answer, confidence) =>
  `${title}: Vorhersage ${answer}, Konfidenz ${percent(confidence, 0)}`;

export const attackChange = "Änderung des Angriffs";
export const randomChange = "Zufällige Änderung";

/** @param {number} epsilon */
const magnified = (epsilon) => (epsilon ? `${Math.round(1 / epsilon)}× verstärkt` : "keine");

/** @param {string} title @param {number} epsilon */
export const change = (title, epsilon) => `${title}, ${magnified(epsilon)}`;

/** The same in two lines. @param {string} title @param {number} epsilon */
export const changeCaption = (title, epsilon) => html`${title},<br />${magnified(epsilon)}`;

export const colours = html`Bei den Änderungen ist <span class="positive">Blau</span> mehr Tinte,
  <span class="negative">Orange</span> weniger.`;

export const useAsInput = "Als Eingabe";
export const isOnInput = "Das angegriffene Bild ist jetzt die Eingabe.";
export const undo = "Rückgängig";

/** @param {string} picture  a sentence; "" of a drawing @param {number} epsilon */
export const attackedPicture = (picture, epsilon) =>
  `${clause(picture) || "Deine Zeichnung"}, angegriffen (${size(epsilon)}).`;

/* ---- smallest ε ---- */

export const attack = "Angriff";
export const random = "Zufall";
export const smallest = "Das kleinste ε, das die Vorhersage ändert";

/** @param {number} target */
export const smallestFor = (target) => `Das kleinste ε, das ${aDigit(target)} daraus macht`;

export const searching = "wird gesucht …";
export const notFound = "nicht gefunden";
export const useEpsilon = "Dieses ε nehmen";

/** @param {number} epsilon */
export const noneUpTo = (epsilon) => `keines bis ${fixed(epsilon, 2)}`;

export const noneNeeded = "Keine Änderung nötig: schon falsch erkannt.";
export const overshoots =
  "Bei diesem ε schießt der Angriff übers Ziel hinaus: an den Bildern vorbei, die eine kleinere " +
  "Änderung erreicht.";

/* ---- under a picture ---- */

export const notSure = "Bei keiner Ziffer sicher";
export const isNoise = "Rauschen: keine ist richtig";
export const drawing = "Deine Zeichnung";
export const noLabel = "Label unbekannt";

/** @param {number} label @param {boolean} isTest */
const labelled = (label, isTest) => (isTest ? `Testziffer ${label}` : `Label ${label}`);

/** @param {number} label @param {boolean} isTest */
export const alreadyMisread = (label, isTest) => `${labelled(label, isTest)}, schon falsch erkannt`;

/** @param {number} label @param {boolean} isTest */
export const readCorrectly = (label, isTest) => `${labelled(label, isTest)}, richtig erkannt`;

/** @param {number} label @param {boolean} isTest */
export const notSureOfIt = (label, isTest) => `${labelled(label, isTest)}, aber unsicher`;

export const stillCorrect = "Noch richtig erkannt";
export const samePrediction = "Dieselbe Vorhersage";
export const notSureBefore = "Vorher unsicher";

/** @param {number} label */
export const itsLabel = (label) => `Das Label ist ${label}`;

/** @param {number} answer */
export const before = (answer) => `Vorher war es ${answer}`;

/** @param {number} target */
export const targetReached = (target) => `Ziel ${target} erreicht`;

/** @param {number} target @param {number} confidence */
export const targetMissed = (target, confidence) => `Keine ${target}: ${percent(confidence, 0)}`;

/* ---- accuracy against ε ---- */

export const notCounted = "Nicht gezählt";
export const attackingDigits = "Testziffern werden angegriffen …";
export const yourPicture = "dein Bild";
export const randomLine = "zufällige Änderung";

/** @type {Record<string, string>} */
const attacks = { fgsm: "einem Schritt", pgd: "40 Schritten" };

/**
 * @param {string} method @param {number} epsilon
 * @param {unknown} attacked  accuracy @param {unknown} random
 */
export const finding = (method, epsilon, attacked, random) =>
  html`Bei ε = ${exact(epsilon)} richtig erkannt: ${attacked} nach dem Angriff in
    ${attacks[method] ?? method}, ${random} nach ebenso großen zufälligen Änderungen.`;

/** @param {number} counted @param {number} all */
export const countedSoFar = (counted, all) =>
  `Bisher ${count(counted)} von ${count(all)} Testziffern`;

/** @param {number} digits @param {number} seed */
export const counted = (digits, seed) =>
  `${count(digits)} Testziffern, jede einzeln angegriffen, Seed ${seed}`;

/* ---- what it imagines ---- */

export const imagines =
  "Was es sich unter jeder Ziffer vorstellt, ausgehend von schwachem Rauschen";
export const anotherSeed = "Anderer Seed";
export const useIt = "Als Eingabe nehmen";
export const notImagined = "Noch nicht vorgestellt";

/** @param {number} seed */
export const seedOf = (seed) => `Seed ${seed}`;

/** @param {number} seed @param {number} known  of ten digits */
export const seedSoFar = (seed, known) => `Seed ${seed}, ${known} von 10`;

/** @param {unknown} digit */
export const imagined = (digit) => html`<span class="only-heard">Vorgestellte </span>${digit}`;

/** @param {number} digit @param {number} seed */
export const imaginedPicture = (digit, seed) => `Eine vorgestellte ${digit}, Seed ${seed}.`;
