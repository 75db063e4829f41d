/**
 * Own digits out of the files that a visitor chose: each image file finds its label file by its
 * name.
 *
 * @typedef {object} IdxFile
 * @property {string} name  with its ending, as the visitor knows it
 * @property {"images" | "labels"} kind  by what it holds, not by its name
 * @property {number} count  digits
 * @property {Uint8Array} bytes  the whole file, uncompressed
 *
 * @typedef {{ images: IdxFile, labels: IdxFile }} Pair
 * @typedef {import("../worker/protocol.js").OwnData} OwnData
 */
import * as texts from "../texts/en/own-data.js";
import { chunksOf, headerOf, IdxError, uncompressed } from "./idx.js";
import { PIXELS } from "./images.js";

/** Fraction of the digits that is held out as test digits when there is only one pair of files. */
const HELD_OUT = 1 / 7;

/**
 * Reads one file, gzipped or not. Throws an IdxError when it is not a whole IDX file of images or
 * labels.
 * @param {{ name: string, stream: () => ReadableStream<Uint8Array> }} file
 * @returns {Promise<IdxFile>}
 */
export async function readIdxFile(file) {
  const { name } = file;
  /** @type {BlobPart[]} */
  const parts = [];
  for await (const part of uncompressed(chunksOf(file.stream()), name)) {
    parts.push(/** @type {Uint8Array<ArrayBuffer>} */ (part));
  }
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  const { kind, count, offset } = headerOf(bytes, name);
  const held = (bytes.length - offset) / (kind === "images" ? PIXELS : 1);
  if (held !== count) {
    const words = held < count ? texts.tooShort : texts.tooLong;
    throw new IdxError(words(name, count, kind));
  }
  return { name, kind, count, bytes };
}

/**
 * One pair of files, or training digits and test digits as two pairs. Throws an Error that names
 * the files when it is not certain which belong together.
 * @param {IdxFile[]} files
 * @returns {OwnData}
 */
export function ownDataOf(files) {
  const pairs = pairsOf(files);
  if (pairs.length > 2) {
    throw new Error(texts.tooMany);
  }
  const [train, test] = pairs.length === 2 ? trainFirst(pairs) : [pairs[0], null];
  const bytesOf = (/** @type {Pair} */ { images, labels }) => ({
    images: images.bytes,
    labels: labels.bytes,
  });
  return {
    train: bytesOf(train),
    test: test && bytesOf(test),
    name: train.images.name,
    heldOut: HELD_OUT,
  };
}

/** @param {IdxFile[]} files @returns {Pair[]}  at least one */
function pairsOf(files) {
  /** @type {Map<string, IdxFile[]>} */
  const sets = new Map();
  for (const file of files) {
    const set = setNameOf(file.name);
    sets.set(set, [...(sets.get(set) ?? []), file]);
  }
  const unpaired = [...sets.values()].filter((set) => set.length === 1).flat();
  if (unpaired.length) throw new Error(withoutPartner(unpaired));
  if (!sets.size) throw new Error(texts.none);
  return [...sets.values()].map(pairOf);
}

/** @param {IdxFile[]} unpaired  at least one */
function withoutPartner(unpaired) {
  const [{ name, kind }, ...others] = unpaired;
  if (others.length) return texts.notPaired(namesOf(unpaired));
  return kind === "images" ? texts.withoutLabels(name) : texts.withoutImages(name);
}

/** @param {IdxFile[]} set  files of one name @returns {Pair} */
function pairOf(set) {
  const images = set.filter(({ kind }) => kind === "images");
  const labels = set.filter(({ kind }) => kind === "labels");
  if (images.length !== 1 || labels.length !== 1) {
    throw new Error(texts.namedAlike(namesOf(set)));
  }
  const [image] = images;
  const [label] = labels;
  if (image.count !== label.count) {
    throw new Error(texts.unequal(image.name, image.count, label.name, label.count));
  }
  return { images: image, labels: label };
}

/** @param {Pair[]} pairs  two @returns {Pair[]}  training digits, then test digits */
function trainFirst([a, b]) {
  const isTest = (/** @type {Pair} */ { images }) =>
    /(^|[^a-z])(test|t10k)/.test(setNameOf(images.name));
  if (isTest(a) !== isTest(b)) return isTest(a) ? [b, a] : [a, b];
  if (a.images.count === b.images.count) {
    throw new Error(texts.whichIsTest(namesOf([a.images, b.images])));
  }
  return a.images.count > b.images.count ? [a, b] : [b, a];
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

/** @param {IdxFile[]} files */
function namesOf(files) {
  return files.map(({ name }) => name);
}
