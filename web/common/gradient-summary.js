/**
 * What is said of a gradient as a whole; the worker computes it, since a network may have two
 * million parameters.
 *
 * @typedef {object} Spread  sizes of the components of a layer, by powers of ten
 * @property {Uint32Array} up  components of −∇C above 0 per bin, smallest first
 * @property {Uint32Array} down  below 0
 * @property {number} zeros  components that are exactly 0
 * @property {number} squares  Σ g²
 *
 * @typedef {object} Summary
 * @property {number} length  |∇C|
 * @property {number | null} half  how many of the largest hold half of |∇C|²; null when it is 0
 * @property {number} zeros  components that are exactly 0
 * @property {number} high  power of ten at which the histograms end: no component is larger
 * @property {Spread[]} spreads  one for each layer but the input
 */
import { places } from "./parameters.js";

/** Powers of ten that a histogram is wide, and its bins per power. */
export const DECADES = 8;
export const PER_DECADE = 4;
export const BINS = DECADES * PER_DECADE;

/**
 * @param {Float32Array} gradient @param {Uint32Array} order  largest size first
 * @param {readonly number[]} layers
 * @returns {Summary}
 */
export function summaryOf(gradient, order, layers) {
  const largest = Math.abs(gradient[order[0]]);
  // A little more, so that the largest itself is inside.
  const high = largest > 0 ? Math.ceil(Math.log10(largest) + 1e-9) : 0;
  const spreads = places([...layers]).map(({ weights, biases, outputs }) =>
    spreadOf(gradient.subarray(weights, biases + outputs), high),
  );
  const total = sum(spreads, ({ squares }) => squares);
  return {
    length: Math.sqrt(total),
    half: total > 0 ? halfOf(gradient, order, total) : null,
    zeros: sum(spreads, ({ zeros }) => zeros),
    high,
    spreads,
  };
}

/** Sizes below the range are in its first bin. @param {Float32Array} part @param {number} high */
function spreadOf(part, high) {
  const spread = { up: new Uint32Array(BINS), down: new Uint32Array(BINS), zeros: 0, squares: 0 };
  for (const g of part) {
    spread.squares += g * g;
    if (g === 0) spread.zeros++;
    else spread[g < 0 ? "up" : "down"][binOf(Math.abs(g), high)]++;
  }
  return spread;
}

/** @param {number} size @param {number} high */
function binOf(size, high) {
  const bin = Math.floor((Math.log10(size) - high + DECADES) * PER_DECADE);
  return Math.min(BINS - 1, Math.max(0, bin));
}

/** @param {Float32Array} gradient @param {Uint32Array} order @param {number} total  Σ g² */
function halfOf(gradient, order, total) {
  let [held, k] = [0, 0];
  while (held < total / 2) held += gradient[order[k++]] ** 2;
  return k;
}

/** @template T @param {T[]} items @param {(item: T) => number} value */
function sum(items, value) {
  return items.reduce((all, item) => all + value(item), 0);
}
