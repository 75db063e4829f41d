/**
 * What is likely to be wrong with own digits: the range of their values, light and dark, rows and
 * columns, labels and classes.
 *
 * @typedef {import("./found.js").Found} Found
 * @typedef {import("./found.js").LabelledSet} LabelledSet
 * @typedef {import("./found.js").Note} Note
 * @typedef {import("./mends.js").Mends} Mends
 */
import * as texts from "../../texts/en/own-data.js";
import { PIXELS, SIDE } from "../images.js";
import { arranged, mended } from "./mends.js";
import { HELD_OUT, isSorted, splitOf } from "./split.js";

/** With fewer images the page does not begin: no class would be seen twice. */
export const FEWEST = 20;
/** With fewer the result is a matter of chance, and is said to be so. */
const FEW = 500;
/** Images of a preview. */
const PREVIEW = 20;
/** Images looked at, spread over the set. */
const LOOKED_AT = 400;
/** Images whose values are all lower are faint: half of white. */
const FAINT = 128;
/** Digits are read so well by their mean pictures, and so much better after a mend than before. */
const [WELL, BETTER] = [0.4, 0.2];

/** @param {Uint8Array} labels @returns {number[]} how many of each class, 0 to 9 */
export function classCounts(labels) {
  const counts = Array(10).fill(0);
  for (const label of labels) counts[label]++;
  return counts;
}

/**
 * How many would be trained on, and how many held out or given as test digits, by class.
 * @param {LabelledSet[]} sets
 */
export function splitCounts([train, test]) {
  if (test) return { train: classCounts(train.labels), test: classCounts(test.labels) };
  if (train.labels.length < 2) return { train: classCounts(train.labels), test: Array(10).fill(0) };
  const split = splitOf(train.labels, HELD_OUT);
  const pick = (/** @type {number[]} */ indices) =>
    classCounts(Uint8Array.from(indices, (i) => train.labels[i]));
  return { train: pick(split.train), test: pick(split.test) };
}

/** Why these cannot be used at all, or "". @param {LabelledSet[]} sets */
export function refusal([train, test]) {
  const { length } = train.labels;
  if (length < FEWEST) return texts.tooFew(length, FEWEST);
  return test && !test.labels.length ? texts.noTestDigits(test.name) : "";
}

/**
 * @param {Found} found @param {Mends} mends  that are in force
 * @param {Float32Array[]} means  of handwritten digits: 10 pictures in 0…1
 * @returns {Note[]}
 */
export function notesOn(found, mends, means) {
  const sets = arranged(found, mends);
  return [...imageNotes(found, mends, means), ...trainingNotes(sets)];
}

/**
 * Of the files and their images: notes that matter whatever they are used for.
 * @param {Found} found @param {Mends} mends  that are in force @param {Float32Array[]} means
 * @returns {Note[]}
 */
export function imageNotes(found, mends, means) {
  const sets = arranged(found, mends);
  return [
    ...foundNotes(found, sets),
    ...rangeNotes(sets),
    ...polarityNotes(sets, mends),
    ...readingNotes(found, mends, means),
  ];
}

/** What training on these is up against. @param {LabelledSet[]} sets @returns {Note[]} */
export const trainingNotes = (sets) => [...classNotes(sets), ...orderNotes(sets[0])];

/**
 * What the files themselves do not say.
 * @param {Found} found @param {LabelledSet[]} sets  as they are arranged now @returns {Note[]}
 */
export function foundNotes(found, sets) {
  /** @type {Note[]} */
  const notes = [...(found.leftOut ?? []), ...(found.doubts ?? [])].map((text) => ({ text }));
  if (found.arePairsUnsure) {
    const pairs = sets.map(({ name, labelName = "" }) => texts.pair(name, labelName));
    const mend = found.canSwapLabels ? "swapLabels" : undefined;
    notes.push({ text: texts.pairedSomehow(pairs), mend });
  }
  if (found.isOrderUnsure) {
    notes.push({ text: texts.whichIsTest(sets[0].name, sets[1].name), mend: "swapSets" });
  }
  return notes;
}

/**
 * Of values in another range than is read, 0 to 16 for one. Where each image is of a single shade,
 * black for one, that is said already.
 * @param {LabelledSet[]} sets @returns {Note[]}
 */
function rangeNotes(sets) {
  return sets.flatMap(({ name, images }) => {
    const isFaint = images.every((value) => value < FAINT);
    if (!isFaint || emptyOnes(images) === images.length / PIXELS) return [];
    const highest = images.reduce((most, value) => Math.max(most, value), 0);
    return [{ text: texts.faint(name, highest) }];
  });
}

/** @param {LabelledSet[]} sets @param {Mends} mends @returns {Note[]} */
function polarityNotes([{ images }], mends) {
  const isLight = borderLightness(images) > 127;
  return isLight === mends.invert ? [] : [{ text: texts.inverted(mends.invert), mend: "invert" }];
}

/** Mean of the outermost pixels. @param {Uint8Array} images */
function borderLightness(images) {
  let sum = 0;
  let count = 0;
  for (const index of someOf(images.length / PIXELS)) {
    for (let i = 0; i < SIDE; i++) {
      const at = index * PIXELS;
      sum += images[at + i] + images[at + PIXELS - SIDE + i];
      sum += images[at + i * SIDE] + images[at + i * SIDE + SIDE - 1];
      count += 4;
    }
  }
  return count ? sum / count : 0;
}

/** @param {Found} found @param {Mends} mends @param {Float32Array[]} means @returns {Note[]} */
function readingNotes(found, mends, means) {
  const share = (/** @type {Mends} */ tried) => {
    const [{ images, labels }] = arranged(found, tried);
    // Whatever its polarity, so that one fault does not hide the other.
    return readBy(means, images, labels, { ...tried, invert: borderLightness(images) > 127 });
  };
  const now = share(mends);
  const helps = (/** @type {Partial<Mends>} */ change) => {
    const then = share({ ...mends, ...change });
    return then >= WELL && then - now >= BETTER;
  };
  if (helps({ transpose: !mends.transpose })) {
    return [{ text: texts.transposed(mends.transpose), mend: "transpose" }];
  }
  const isPaired = !found.canSwapLabels || !helps({ swapLabels: !mends.swapLabels });
  return isPaired ? [] : [{ text: texts.mismatched, mend: "swapLabels" }];
}

/**
 * Fraction of images whose label is that of the most similar mean picture.
 * @param {Float32Array[]} means @param {Uint8Array} images @param {Uint8Array} labels
 * @param {Pick<Mends, "invert" | "transpose">} mends
 */
function readBy(means, images, labels, mends) {
  const indices = someOf(labels.length);
  const right = indices.filter((index) => {
    const at = index * PIXELS;
    return nearest(means, mended(images.subarray(at, at + PIXELS), mends)) === labels[index];
  });
  return indices.length ? right.length / indices.length : 0;
}

/** @param {Float32Array[]} means @param {Uint8Array} image */
function nearest(means, image) {
  const similarity = means.map((mean) => {
    let [product, square] = [0, 0];
    for (let i = 0; i < PIXELS; i++) {
      product += mean[i] * image[i];
      square += mean[i] * mean[i];
    }
    return product / Math.sqrt(square);
  });
  return similarity.indexOf(Math.max(...similarity));
}

/** @param {LabelledSet[]} sets @returns {Note[]} */
function classNotes(sets) {
  const [train, test] = sets;
  const counts = splitCounts(sets);
  const total = train.labels.length;
  const missing = absent(counts.train);
  const untested = absent(counts.test).filter((label) => !missing.includes(label));
  const empty = emptyOnes(train.images);
  /** @type {string[]} */
  const words = [];
  if (total < FEW)
    words.push(
      texts.few(
        total,
        counts.test.reduce((sum, each) => sum + each, 0),
      ),
    );
  if (missing.length) words.push(texts.missing(missing));
  if (untested.length) words.push(texts.untested(untested, Boolean(test)));
  if (empty) words.push(texts.empty(empty));
  return words.map((text) => ({ text }));
}

/** @param {number[]} counts */
function absent(counts) {
  return counts.flatMap((count, label) => (count ? [] : [label]));
}

/** Images of one value. @param {Uint8Array} images */
function emptyOnes(images) {
  let count = 0;
  for (let from = 0; from < images.length; from += PIXELS) {
    let at = from + 1;
    while (at < from + PIXELS && images[at] === images[from]) at++;
    if (at === from + PIXELS) count++;
  }
  return count;
}

/** @param {LabelledSet} train @returns {Note[]} */
function orderNotes({ labels }) {
  return isSorted(labels) ? [{ text: texts.sorted }] : [];
}

/** Indices of some, evenly spread. @param {number} count */
export function someOf(count, most = LOOKED_AT) {
  const length = Math.min(count, most);
  return Array.from({ length }, (_, i) => Math.floor(((i + 0.5) * count) / length));
}

/**
 * Images of a preview, by label: those that should be looked at, up to a half of it, and others of
 * all classes alike.
 * @param {LabelledSet} set
 */
export function previewOf({ labels, unsure = [] }) {
  /** @type {number[][]} */
  const classes = Array.from({ length: 10 }, () => []);
  for (const [i, label] of labels.entries()) classes[label].push(i);
  const present = classes.filter(({ length }) => length);
  const each = Math.ceil(PREVIEW / Math.max(1, present.length));
  const chosen = present.map((members) => someOf(members.length, each).map((i) => members[i]));
  // One of each class goes before the second of another.
  const rounds = Array.from({ length: each }, (_, i) =>
    chosen.flatMap((list) => list.slice(i, i + 1)),
  );
  const wanted = new Set([
    ...someOf(unsure.length, PREVIEW / 2).map((i) => unsure[i]),
    ...rounds.flat(),
  ]);
  const first = new Set([...wanted].slice(0, PREVIEW));
  return classes.flat().filter((index) => first.has(index));
}
