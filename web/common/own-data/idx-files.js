/**
 * Own digits in IDX files: each image file finds its label file, by its name or else by its count.
 *
 * @typedef {object} IdxFile
 * @property {string} name  with its ending, as the visitor knows it
 * @property {"images" | "labels"} kind  by what it holds, not by its name
 * @property {number} count  digits
 * @property {Uint8Array} digits  784 bytes each, or one
 *
 * @typedef {{ images: IdxFile, labels: IdxFile }} Pair
 * @typedef {import("./found.js").Found} Found
 */
import * as texts from "../../texts/en/own-data.js";
import { headerOf, IdxError } from "../idx.js";
import { PIXELS } from "../images.js";
import { trainFirst } from "./found.js";

/**
 * Throws an IdxError when it is not a whole IDX file of images or labels.
 * @param {string} name @param {Uint8Array} bytes @param {boolean} isCut  its .gz ended too early
 * @returns {IdxFile}
 */
export function idxFileOf(name, bytes, isCut) {
  const { kind, count, offset } = headerOf(bytes, name);
  const held = (bytes.length - offset) / (kind === "images" ? PIXELS : 1);
  if (held < count) throw new IdxError(texts.endsAfter(name, Math.floor(held), count, kind));
  if (held > count) throw new IdxError(texts.tooLong(name, count, kind));
  if (isCut) throw new IdxError(texts.cut(name));
  const digits = bytes.subarray(offset);
  if (kind === "labels") checkLabels(name, digits);
  return { name, kind, count, digits };
}

/** @param {string} name @param {Uint8Array} labels */
function checkLabels(name, labels) {
  const at = labels.findIndex((label) => label > 9);
  if (at >= 0) throw new IdxError(texts.badLabel(name, at + 1, labels[at]));
}

/**
 * Training digits, and test digits where there are two pairs. Throws an Error that names the files
 * when they make no pairs.
 * @param {IdxFile[]} files
 * @returns {Found}
 */
export function foundInIdx(files) {
  const { pairs, isSure } = pairsOf(files);
  if (pairs.length > 2) throw new Error(texts.tooMany);
  const sets = pairs.map(({ images, labels }) => ({
    name: images.name,
    images: images.digits,
    labels: labels.digits,
    labelName: labels.name,
  }));
  const canSwapLabels = pairs.length === 2 && pairs[0].labels.count === pairs[1].labels.count;
  return { ...trainFirst(sets), arePairsUnsure: !isSure, canSwapLabels };
}

/**
 * By their names where that is possible, else by their counts, else in the order of their names.
 * @param {IdxFile[]} files @returns {{ pairs: Pair[], isSure: boolean }}
 */
function pairsOf(files) {
  /** @type {Map<string, IdxFile[]>} */
  const sets = new Map();
  for (const file of files) {
    const set = setNameOf(file.name);
    sets.set(set, [...(sets.get(set) ?? []), file]);
  }
  const named = [...sets.values()].map(asPair);
  if (named.every((pair) => pair !== null)) {
    return { pairs: named.map(checked), isSure: true };
  }
  const images = byName(files, "images");
  const labels = byName(files, "labels");
  if (images.length !== labels.length) throw new Error(withoutPartner(images, labels));
  if (images.length === 1)
    return { pairs: [checked({ images: images[0], labels: labels[0] })], isSure: true };
  return {
    pairs: byCount(images, labels),
    isSure: new Set(images.map(({ count }) => count)).size === images.length,
  };
}

/** @param {IdxFile[]} files @param {IdxFile["kind"]} wanted */
function byName(files, wanted) {
  return files.filter(({ kind }) => kind === wanted).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {IdxFile[]} images @param {IdxFile[]} labels  as many @returns {Pair[]} */
function byCount(images, labels) {
  const left = [...labels];
  return images.map((each) => {
    const at = left.findIndex(({ count }) => count === each.count);
    return checked({ images: each, labels: left.splice(Math.max(0, at), 1)[0] });
  });
}

/** @param {IdxFile[]} set  files of one name @returns {Pair | null} */
function asPair(set) {
  const images = set.find(({ kind }) => kind === "images");
  const labels = set.find(({ kind }) => kind === "labels");
  return set.length === 2 && images && labels ? { images, labels } : null;
}

/** @param {Pair} pair */
function checked({ images, labels }) {
  if (images.count !== labels.count) {
    throw new Error(texts.unequal(images.name, images.count, labels.name, labels.count));
  }
  return { images, labels };
}

/** @param {IdxFile[]} images @param {IdxFile[]} labels  another number of them */
function withoutPartner(images, labels) {
  if (!labels.length && images.length === 1) return texts.withoutLabels(images[0].name);
  if (!images.length && labels.length === 1) return texts.withoutImages(labels[0].name);
  const names = (/** @type {IdxFile[]} */ files) => files.map(({ name }) => name);
  return texts.notPaired(names(images), names(labels));
}

/**
 * What the names of an image file and its label file have in common: "train" of
 * "train-images-idx3-ubyte (1).gz".
 * @param {string} name
 */
function setNameOf(name) {
  return name
    .toLowerCase()
    .replace(/\.gz$|\(\d+\)/g, "")
    .replace(/images?|labels?|idx[13]?|ubyte/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
