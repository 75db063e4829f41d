/**
 * What was found in a visitor's files, whatever their format.
 *
 * @typedef {object} LabelledSet
 * @property {string} name  of its file or folder
 * @property {Uint8Array} images  784 bytes each, 0 paper … 255 ink
 * @property {Uint8Array} labels  0…9, as many
 * @property {string} [labelName]  of the labels' own file
 * @property {number[]} [unsure]  indices of images that the visitor should look at
 *
 * @typedef {"invert" | "transpose" | "swapSets" | "swapLabels"} Mend  invert: light and dark;
 *   transpose: rows and columns; swapSets: training and test digits; swapLabels: their labels
 *
 * @typedef {object} Note  something that the visitor should know before these digits are used
 * @property {string} text
 * @property {Mend} [mend]  that is offered beside it
 *
 * @typedef {object} Found
 * @property {LabelledSet[]} sets  training digits, and test digits where there are some
 * @property {string[]} [leftOut]  what was left out and why, sentences
 * @property {string[]} [doubts]  what may be wrong with some of them, sentences
 * @property {boolean} [isOrderUnsure]  nothing says which set holds the test digits
 * @property {boolean} [arePairsUnsure]  nothing says which labels belong to which images
 * @property {boolean} [canSwapLabels]  two sets have separate label files of the same count
 */

const TEST = /(^|[^a-z])(test|t10k)/i;

/** Does that file or folder hold test digits? @param {string} name */
export const isTestName = (name) => TEST.test(name);

/**
 * Puts the training digits first: test digits are so named, or else fewer.
 * @param {LabelledSet[]} sets  one or two
 * @returns {Pick<Found, "sets" | "isOrderUnsure">}
 */
export function trainFirst(sets) {
  const [a, b] = sets;
  if (!b) return { sets };
  if (isTestName(a.name) !== isTestName(b.name)) {
    return { sets: isTestName(a.name) ? [b, a] : [a, b] };
  }
  const isOrderUnsure = a.labels.length === b.labels.length;
  return { sets: a.labels.length < b.labels.length ? [b, a] : [a, b], isOrderUnsure };
}
