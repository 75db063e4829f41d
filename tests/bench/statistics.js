/** The few figures that a noisy machine allows. */

/**
 * @typedef {{ median: number, low: number, high: number, count: number }} Summary
 *   low and high are the extremes: with few processes, quartiles hide what can happen
 */

/** @param {number[]} values  in any order, at least one */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

/**
 * @param {number[]} values
 * @returns {Summary}
 */
export function summary(values) {
  return {
    median: median(values),
    low: Math.min(...values),
    high: Math.max(...values),
    count: values.length,
  };
}

/**
 * The ratios round by round: what slows the machine for a while slows both.
 *
 * @param {number[]} ours
 * @param {number[]} theirs  as many
 * @returns {Summary}
 */
export function pairedRatio(ours, theirs) {
  if (ours.length !== theirs.length) throw new Error("ratios need as many rounds of both");
  return summary(ours.map((value, round) => value / theirs[round]));
}

/**
 * Whether a median ratio differs from 1 by more than one build differs from itself: whether it lies
 * outside of the null control's extremes. Which of two equal builds is divided by the other is
 * chance, so the extremes count in both directions.
 *
 * @param {Summary} ratio
 * @param {Summary} nullRatio  one build ÷ itself, in processes of their own
 */
export function isShown({ median: ratio }, { low, high }) {
  const farthest = Math.max(high, 1 / low);
  return ratio > farthest || ratio < 1 / farthest;
}

/** With so many rounds two equal builds are unanimous once in 64 times, or less often. */
const ENOUGH_ROUNDS = 7;

/**
 * Whether one build is faster in every round of every ratio, or slower: what one round of the null
 * control that went wrong cannot hide.
 *
 * @param {Summary[]} ratios
 */
export const isUnanimous = (ratios) =>
  ratios.every(({ count }) => count >= ENOUGH_ROUNDS) &&
  (ratios.every(({ low }) => low > 1) || ratios.every(({ high }) => high < 1));
