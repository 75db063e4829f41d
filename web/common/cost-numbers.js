/**
 * Costs as people read them: they span ten powers of ten. Exponents are raised by the layout, as no
 * font has them all.
 */

import { html, svg } from "lit";
import { brief, fixed, withMinus } from "./numbers.js";

/**
 * @typedef {{ digits: string, exponent: string }} Written  4×10 and −9; no exponent for what needs
 *   none
 */

/**
 * Three digits that matter or four places: 0.0712, 1.234, 2×10⁻⁵
 * @param {number} value
 * @returns {Written}
 */
export function written(value) {
  if (!Number.isFinite(value)) return plain("–");
  if (value === 0) return plain("0");
  const size = Math.abs(value);
  if (size < 0.00095) return scientific(value);
  return plain(withMinus(fixed(value, size < 0.0995 ? 4 : size < 9.995 ? 3 : 1)));
}

/** On the page @param {number} value */
export function small(value) {
  return onPage(written(value));
}

/** In a drawing: the last words of their text @param {number} value */
export function smallInDrawing(value) {
  return inDrawing(written(value));
}

/** Two digits that matter @param {number} value */
export function about(value) {
  const isTiny = value < 0.00095;
  return onPage(isTiny ? scientific(value) : plain(brief(Number(value.toPrecision(2)))));
}

/** 10 to that power: 0.01, 10⁻⁵ @param {number} at */
export function power(at) {
  const asDecimal = at >= -3;
  return inDrawing(
    asDecimal
      ? plain(brief(Number((10 ** at).toPrecision(1))))
      : { digits: "10", exponent: withMinus(String(at)) },
  );
}

/** Most places of an output: further 9s are single precision's own. */
const PLACES = 5;

/**
 * An output, with as many digits as tell it from 0 and from 1: 0.876, 0.99994, 2×10⁻⁵
 * @param {number} a
 */
export function output(a) {
  if (a <= 0.5 || a >= 1) return small(a);
  const places = Math.min(PLACES, Math.max(3, Math.ceil(-Math.log10(1 - a))));
  const most = 1 - 10 ** -places;
  return fixed(Math.min(a, most), places);
}

/** @param {number} value @returns {Written} */
function scientific(value) {
  const [digit, exponent] = value.toExponential(0).split("e");
  return { digits: `${withMinus(digit)}×10`, exponent: withMinus(String(Number(exponent))) };
}

/** @param {string} digits @returns {Written} */
function plain(digits) {
  return { digits, exponent: "" };
}

/** @param {Written} number */
function onPage({ digits, exponent }) {
  return exponent ? html`${digits}<sup>${exponent}</sup>` : digits;
}

/** @param {Written} number */
function inDrawing({ digits, exponent }) {
  return exponent ? svg`${digits}<tspan class="raised" dy="-5">${exponent}</tspan>` : digits;
}
