/** Ranges of the axes of a chart. */

/**
 * The range, made wide enough for numbers along it to differ: uPlot would add up steps that are
 * less than rounding, for ever.
 * @param {[number, number]} range @returns {[number, number]}
 */
export function wide([low, high]) {
  if (!Number.isFinite(high - low)) return [0, 1];
  const least = 1e-9 * Math.max(Math.abs(low), Math.abs(high)) || 1;
  if (high - low >= least) return [low, high];
  const middle = (low + high) / 2;
  return [middle - least / 2, middle + least / 2];
}

/** Is the value along the axis, its ends included? @param {number} value @param {number[]} range */
export const isWithin = (value, [low, high]) => low <= value && value <= high;
