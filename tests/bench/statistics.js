/** The few figures that a noisy machine allows. */

/**
 * @typedef {{ median: number, low: number, high: number, count: number }} Summary
 *   low and high are the quartiles
 */

/**
 * @param {number[]} values  in any order
 * @param {number} share  0…1, between neighbours by interpolation
 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.ceil(at);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}

/** @param {number[]} values */
export const median = (values) => quantile(values, 0.5);

/**
 * @param {number[]} values
 * @returns {Summary}
 */
export function summary(values) {
  return {
    median: median(values),
    low: quantile(values, 0.25),
    high: quantile(values, 0.75),
    count: values.length,
  };
}

/**
 * The median of the ratios round by round: what slows the machine for a while slows both.
 *
 * @param {number[]} ours
 * @param {number[]} theirs  as many
 */
export function pairedRatio(ours, theirs) {
  return median(ours.map((value, round) => value / theirs[round]));
}
