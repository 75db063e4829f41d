/** Numbers as the parts on invented functions write them. */

/**
 * A number with a true minus: two decimals, or of a small one two figures that matter, cut off, so
 * that what is below a bound is not written as the bound.
 * @param {number} value
 */
export function number(value) {
  const size = Math.abs(value);
  const decimals = size >= 0.1 || size < 1e-7 ? 2 : 1 - Math.floor(Math.log10(size));
  const text = (size >= 0.1 ? size : Math.floor(size * 10 ** decimals) / 10 ** decimals).toFixed(
    decimals,
  );
  return Number(text) ? `${value < 0 ? "−" : ""}${text}` : "0";
}

/** With its sign. @param {number} value */
export function signed(value) {
  return `${value > 0 && number(value) !== "0" ? "+" : ""}${number(value)}`;
}

/** @param {number} steps */
export function countWords(steps) {
  return steps === 1 ? "1 step" : `${steps} steps`;
}

/** Class and name of the colour of a sign. @param {number} value */
export function tone(value) {
  return value < 0 ? "negative" : "positive";
}
