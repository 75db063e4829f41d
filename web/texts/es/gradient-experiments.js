/** The words of the lab Gradient: nudging only some, single digits, the check. */
import { html } from "lit";
import { count, fixed, percent } from "../../common/numbers.js";
import { plain } from "../../common/signed-numbers.js";
import { aDigit, plural } from "./locale.js";

/* ---- only some components are nudged ---- */

export const nudgeLargest = "Retocar solo las mayores";
export const noDecrease =
  "Ningún paso logra una disminución: el gradiente es cero o demasiado pequeño para medirlo.";
export const measuring = "Midiendo…";
export const measuredHere = "Dibuja un dígito o toma uno de prueba, y la medición aparecerá aquí.";
export const measuredSoon = "La medición empezará cuando estén los dígitos de entrenamiento.";
export const noDigits = "No hay dígitos con los que medir.";

/** @param {number} k @param {unknown} top @param {unknown} random  parts of the decrease */
export const largestBring = (k, top, random) =>
  k === 1
    ? html`La mayor aporta el ${top} de la disminución; una al azar, el ${random}`
    : html`Las ${count(k)} mayores aportan el ${top} de la disminución; ${count(k)} al azar, el
      ${random}`;

/** @param {number} k @param {number} all */
export const nudgeOnly = (k, all) =>
  html`Retocar solo k = <output aria-live="off">${count(k)}</output> de ${count(all)} componentes`;

/** @param {number} k */
export const components = (k) =>
  `${count(k)} ${plural(k, { one: "componente", other: "componentes" })}`;

/** @param {unknown} held  part of |∇C|² @param {number} draws  of random ones */
export const largestHold = (held, draws) => html`Las k mayores reúnen el ${held} de |∇C|², que es la
  predicción de primer orden. De k al azar, el gráfico muestra la mediana de ${draws} sorteos.`;

export const axis = "k, número de componentes que se retocan";
export const kLargest = "k mayores";
export const kRandom = "k al azar";
export const nothingMeasured = "Aún no se midió nada";

/** The chart, read out. @param {{ k: number, top: number, random: number }[]} points */
export function chart(points) {
  const parts = points.map(
    ({ k, top, random }) => `${count(k)}: ${percent(top, 0)} y ${percent(random, 0)}`,
  );
  const what = "Parte de la disminución debida a las k mayores componentes y a k al azar";
  return `${what}. ${parts.join("; ")}`;
}

/**
 * @param {string} digits  whose cost it is
 * @param {{ t: number, cost: number, decrease: number, epoch: number }} step
 */
export const terms = (digits, { t, cost, decrease, epoch }) =>
  `Todas: θ − t∇C con t = ${plain(t)} reduce el coste de ${digits}, que es ${plain(cost)}, en
    ${plain(decrease)}, en la época ${fixed(epoch, 2)}. Se usa el mismo t para todo k; a primer
    orden, todas juntas reducen el coste un 1 %.`;

/* ---- single digits ---- */

export const singleDigits = "Qué quiere cada dígito";

/**
 * @param {number} label
 * @param {{ all: number, up: number, down: number }} digits  up, down: that want it so
 */
export function disagreement(label, { all, up, down }) {
  const neither = all - up - down;
  const rest = neither ? `; ni lo uno ni lo otro: ${count(neither)}` : "";
  return `Dígitos ${label} de entrenamiento: ${count(all)}. Quieren subirlo: ${count(up)};
    bajarlo: ${count(down)}${rest}.`;
}

/** @param {unknown} label  a field */
export const digitsThatAre = (label) => html`Dígitos de entrenamiento que son ${label}`;
/** @param {string} component */
export const eachWants = (component) => `Qué quiere cada uno: −∂C/∂ de «${component}»`;

/** @param {number} label */
export const noneOfLabel = (label) => `No hay ningún ${label} entre los dígitos de entrenamiento.`;
export const asking = "Calculando qué quiere cada dígito…";

export const allShown = "Se muestran todos.";

/**
 * How many of the shown digits want what.
 * @param {number} up @param {number} down @param {number} none
 */
export function shown(up, down, none) {
  const groups = [];
  if (up) groups.push(thatWantMost(up, "subirlo"));
  if (down) groups.push(thatWantMost(down, "bajarlo"));
  if (none) {
    groups.push(
      plural(none, {
        one: "uno que no quiere cambios",
        other: `${count(none)} que no quieren cambios`,
      }),
    );
  }
  const about = groups.length > 1 ? ", más o menos en proporción" : "";
  return `Se muestran${about}: ${groups.join(", ")}.`;
}

/** @param {number} digits @param {string} what */
const thatWantMost = (digits, what) =>
  plural(digits, {
    one: `el que más quiere ${what}`,
    other: `los ${count(digits)} que más quieren ${what}`,
  });

export const oneScale = "Todas las barras tienen la misma escala, también la de la media.";
/** @param {number} digits */
export const average = (digits) => `Media de ${count(digits)}`;
/** @param {number} number  1 is the first @param {number} label */
export const trainingDigit = (number, label) =>
  `Dígito de entrenamiento ${count(number)}, ${aDigit(label)}`;

/* ---- the check by finite differences ---- */

export const checkIt = "Comprobación: mueve un poco un parámetro y mide el coste";
export const method = `(C(θ + ε) − C(θ − ε)) ÷ 2ε con ε = 10⁻⁵, junto a lo que da la
  retropropagación. Las componentes menores que 10⁻⁴ se comparan como si fueran 10⁻⁴.`;
/** @param {number} components */
export const checkRandom = (components) => `Comprobar ${components} al azar`;

/** A digit inside a sentence. @param {number} number  1 is the first @param {number} label */
export const oneDigit = (number, label) =>
  `el dígito de entrenamiento ${count(number)}, ${aDigit(label)}`;

/** @param {string} digit @param {number} epoch */
export const checkedFor = (digit, epoch) => `Para ${digit}, en la época ${fixed(epoch, 2)}:`;

/** @param {string} digit @param {number} digits  looked at @param {number} epoch */
export const checkedForLargest = (digit, digits, epoch) =>
  `Para ${digit} (de ${count(digits)} dígitos, el que tiene la mayor componente), en la época
    ${fixed(epoch, 2)}:`;

/** @param {string} digit @param {number} digits  looked at @param {number} epoch */
export const checkedForZero = (digit, digits, epoch) =>
  `Para ${digit} (en los ${count(digits)} dígitos examinados, esta componente es 0), en la época
    ${fixed(epoch, 2)}:`;

export const finiteDifference = "Diferencia finita";
export const backpropagation = "Retropropagación";
export const relativeError = "Error relativo";

/**
 * @param {{ checked: number, worst: unknown, agree: boolean, digit: string, epoch: number,
 *   moving: number }} many  moving: that are not 0
 */
export function manyChecked({ checked, worst, agree, digit, epoch, moving }) {
  const verdict = agree ? "coinciden" : "no coinciden";
  return html`Mayor error relativo de ${checked}: ${worst}, así que ${verdict} (para ${digit}, en la
    época ${fixed(epoch, 2)}; distintas de cero: ${moving}).`;
}
