/** Numbers as the lab Downhill writes them. */
import { figures, local, withMinus } from "./numbers.js";
import { MINUS, PLUS } from "./signed-numbers.js";

/**
 * Of invented functions, with a true minus: two decimals, or of a small one two figures that
 * matter, cut off, so that what is below a bound is not written as the bound.
 * @param {number} value
 */
export function number(value) {
  const size = Math.abs(value);
  const decimals = size >= 0.1 || size < 1e-7 ? 2 : 1 - Math.floor(Math.log10(size));
  const text = (size >= 0.1 ? size : Math.floor(size * 10 ** decimals) / 10 ** decimals).toFixed(
    decimals,
  );
  return Number(text) ? `${value < 0 ? MINUS : ""}${local(text)}` : "0";
}

/** The same with its sign. @param {number} value */
export function signed(value) {
  return `${value > 0 && number(value) !== "0" ? PLUS : ""}${number(value)}`;
}

/**
 * Of the network on the page: three figures that matter, of small numbers too.
 * @param {number} value
 */
export function precise(value) {
  const isSmall = value > 0 && value < 0.1;
  return isSmall ? local(withMinus(value.toPrecision(3))) : figures(value);
}
