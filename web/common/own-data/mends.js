/**
 * What a visitor can have put right in own digits before they are used.
 *
 * @typedef {import("./found.js").Found} Found
 * @typedef {import("./found.js").LabelledSet} LabelledSet
 * @typedef {Record<import("./found.js").Mend, boolean>} Mends  which are wanted
 */
import { PIXELS, SIDE } from "../images.js";

/** @type {Readonly<Mends>} */
export const NO_MENDS = Object.freeze({
  invert: false,
  transpose: false,
  swapSets: false,
  swapLabels: false,
});

/**
 * The sets with their labels as wanted; their images are as they were. Nothing is copied.
 * @param {Found} found @param {Mends} mends @returns {LabelledSet[]}
 */
export function arranged({ sets, canSwapLabels }, { swapSets, swapLabels }) {
  const [a, b] = sets;
  if (!b) return sets;
  const pairs = swapLabels && canSwapLabels ? [labelledAs(a, b), labelledAs(b, a)] : [a, b];
  return swapSets ? pairs.reverse() : pairs;
}

/** @param {LabelledSet} set @param {LabelledSet} other  that has its labels */
function labelledAs(set, { labels, labelName }) {
  return { ...set, labels, labelName };
}

/**
 * Copies of images, as wanted.
 * @param {Uint8Array} images  784 bytes each @param {Pick<Mends, "invert" | "transpose">} mends
 */
export function mended(images, { invert, transpose }) {
  const copy = images.slice();
  for (let from = 0; transpose && from < copy.length; from += PIXELS) {
    for (let i = 0; i < PIXELS; i++) {
      copy[from + i] = images[from + (i % SIDE) * SIDE + Math.floor(i / SIDE)];
    }
  }
  for (let i = 0; invert && i < copy.length; i++) copy[i] = 255 - copy[i];
  return copy;
}
