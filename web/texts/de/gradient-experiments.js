/** The words of the lab Gradient: nudging only some, single digits, the check. */
import { html } from "lit";
import { count, fixed, percent } from "../../common/numbers.js";
import { plain } from "../../common/signed-numbers.js";
import { aDigit, plural } from "./locale.js";

/* ---- only some components are nudged ---- */

export const nudgeLargest = "Nur die größten anpassen";
export const noDecrease =
  "Kein Schritt senkt die Kosten: Der Gradient ist null oder zu klein zum Messen.";
export const measuring = "Wird gemessen …";
export const measuredHere =
  "Zeichne eine Ziffer oder nimm eine Testziffer, dann wird hier gemessen.";
export const measuredSoon = "Gemessen wird, sobald die Trainingsziffern da sind.";
export const noDigits = "Es gibt keine Ziffern zum Messen.";

/** @param {number} k @param {unknown} top @param {unknown} random  parts of the decrease */
export const largestBring = (k, top, random) =>
  k === 1
    ? html`Die größte bringt ${top} der Senkung, eine zufällige ${random}`
    : html`Die ${count(k)} größten bringen ${top} der Senkung, ${count(k)} zufällige ${random}`;

/** @param {number} k @param {number} all */
export const nudgeOnly = (k, all) =>
  html`Nur k = <output aria-live="off">${count(k)}</output> von ${count(all)} Komponenten anpassen`;

/** @param {number} k */
export const components = (k) => `${k} ${plural(k, { one: "Komponente", other: "Komponenten" })}`;

/** @param {unknown} held  part of |∇C|² @param {number} draws  of random ones */
export const largestHold = (held, draws) => html`Anteil der k größten an |∇C|²: ${held}. Das ist die
  Vorhersage in erster Ordnung. Für k zufällige zeigt das Diagramm den Median aus ${draws}
  Ziehungen.`;

export const axis = "k, Zahl der angepassten Komponenten";
export const kLargest = "k größte";
export const kRandom = "k zufällige";
export const nothingMeasured = "Noch nichts gemessen";

/** The chart, read out. @param {{ k: number, top: number, random: number }[]} points */
export function chart(points) {
  const parts = points.map(
    ({ k, top, random }) => `${count(k)}: ${percent(top, 0)} und ${percent(random, 0)}`,
  );
  const what = "Anteil an der Senkung: die k größten Komponenten und k zufällige";
  return `${what}. ${parts.join("; ")}`;
}

/**
 * @param {string} digits  whose cost it is, in the accusative
 * @param {{ t: number, cost: number, decrease: number, epoch: number }} step
 */
export const terms = (digits, { t, cost, decrease, epoch }) =>
  `Alle zusammen: θ − t∇C mit t = ${plain(t)} senkt die Kosten für ${digits} von ${plain(cost)} um
    ${plain(decrease)}, bei Epoche ${fixed(epoch, 2)}. Dasselbe t gilt für jedes k; in erster
    Ordnung senken alle zusammen die Kosten um 1\u00a0%.`;

/* ---- single digits ---- */

export const singleDigits = "Was einzelne Ziffern wollen";

/**
 * @param {number} label
 * @param {{ all: number, up: number, down: number }} digits  up, down: that want it so
 */
export function disagreement(label, { all, up, down }) {
  const neither = all - up - down;
  const rest = neither ? `, ${count(neither)} ohne Wunsch` : "";
  const digits = plural(all, { one: "Trainingsziffer", other: "Trainingsziffern" });
  return `${count(all)} ${digits} mit Label ${label}: ${count(up)} für höher,
    ${count(down)} für niedriger${rest}.`;
}

/** @param {unknown} label  a field */
export const digitsThatAre = (label) => html`Trainingsziffern mit Label ${label}`;
/** @param {string} component */
export const eachWants = (component) => `Was jede will: −∂C/∂ von „${component}“`;

/** @param {number} label */
export const noneOfLabel = (label) => `Unter den Trainingsziffern gibt es keine ${label}.`;
export const asking = "Was jede Ziffer will, wird berechnet …";

export const allShown = "Alle sind gezeigt.";

/**
 * How many of the shown digits want what.
 * @param {number} up @param {number} down @param {number} none
 */
export function shown(up, down, none) {
  const groups = [];
  if (up) groups.push(`${most(up)} Wunsch nach oben`);
  if (down) groups.push(`${most(down)} Wunsch nach unten`);
  if (none) groups.push(`${none} ohne Wunsch`);
  return `Gezeigt${groups.length > 1 ? ", etwa im Verhältnis" : ""}: ${groups.join(", ")}.`;
}

/** @param {number} digits */
const most = (digits) => `die ${digits === 1 ? "eine" : digits} mit dem stärksten`;

export const oneScale = "Alle Balken haben denselben Maßstab, auch der des Mittels.";
/** @param {number} digits */
export const average = (digits) => `Mittel von ${count(digits)}`;
/** @param {number} number  1 is the first @param {number} label */
export const trainingDigit = (number, label) =>
  `Trainingsziffer ${count(number)}, ${aDigit(label)}`;

/* ---- the check by finite differences ---- */

export const checkIt = "Nachprüfen: einen Parameter ein wenig ändern und die Kosten messen";
export const method = `(C(θ + ε) − C(θ − ε)) ÷ 2ε mit ε = 10⁻⁵, neben dem, was Backpropagation
  sagt. Komponenten unter 10⁻⁴ werden verglichen, als wären sie 10⁻⁴.`;
/** @param {number} components */
export const checkRandom = (components) => `${components} zufällige prüfen`;

/** A digit inside a sentence. @param {number} number  1 is the first @param {number} label */
export const oneDigit = (number, label) => `Trainingsziffer ${count(number)}, ${aDigit(label)}`;

/** @param {string} digit @param {number} epoch */
export const checkedFor = (digit, epoch) => `Für ${digit}, bei Epoche ${fixed(epoch, 2)}:`;

/** @param {string} digit @param {number} digits  looked at @param {number} epoch */
export const checkedForLargest = (digit, digits, epoch) =>
  `Für ${digit} (von ${count(digits)} Ziffern die mit der größten Komponente), bei Epoche
    ${fixed(epoch, 2)}:`;

/** @param {string} digit @param {number} digits  looked at @param {number} epoch */
export const checkedForZero = (digit, digits, epoch) =>
  `Für ${digit} (untersuchte Ziffern: ${count(digits)}; diese Komponente ist überall 0), bei
    Epoche ${fixed(epoch, 2)}:`;

export const finiteDifference = "Differenzenquotient";
export const backpropagation = "Backpropagation";
export const relativeError = "Relativer Fehler";

/**
 * @param {{ checked: number, worst: unknown, agree: boolean, digit: string, epoch: number,
 *   moving: number }} many  moving: that are not 0
 */
export function manyChecked({ checked, worst, agree, digit, epoch, moving }) {
  const verdict = agree ? "beide stimmen überein" : "beide stimmen nicht überein";
  return html`Größter relativer Fehler von ${checked}: ${worst}; ${verdict} (für ${digit}, bei
    Epoche ${fixed(epoch, 2)}; davon ungleich null: ${moving}).`;
}
