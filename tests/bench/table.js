/** Tables as plain text, and numbers as people read them. */

/**
 * @param {string[]} head
 * @param {string[][]} rows
 * @returns {string} columns aligned, the first to the left and the others to the right
 */
export function table(head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, c) => Math.max(...all.map((row) => (row[c] ?? "").length)));
  const lines = all.map((row) =>
    row
      .map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c])))
      .join("  ")
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => "─".repeat(width)).join("──"));
  return lines.join("\n");
}

/** 1234567 → "1.23M", 45678 → "45.7k", 987 → "987". @param {number} value */
export function short(value) {
  if (value >= 999_500) return `${(value / 1e6).toPrecision(3)}M`;
  if (value >= 1000) return `${(value / 1e3).toPrecision(3)}k`;
  return value.toPrecision(3).replace(/\.0+$/, "");
}

/**
 * Median [min..max] of a summary.
 * @param {import("./statistics.js").Summary} s
 * @param {(value: number) => string} [format]
 */
export const withSpread = ({ median, low, high }, format = short) =>
  `${format(median)} [${format(low)}..${format(high)}]`;

/** @param {number} ratio */
export const times = (ratio) => `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)}×`;

/** What is said of a ratio that lies inside of the null control's spread. */
export const NOT_SHOWN = "not shown";

/** @param {number} value */
export const twoPlaces = (value) => value.toFixed(2);
