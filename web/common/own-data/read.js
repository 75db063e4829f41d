/**
 * Reads a visitor's files, each by what it holds and not by its name: IDX, CSV, pictures; all of
 * them gzipped or not.
 *
 * @typedef {import("./found.js").Found} Found
 * @typedef {import("./picture.js").Rgba} Rgba
 *
 * @typedef {object} Chosen
 * @property {string} path  of folders, and the name
 * @property {Blob} file
 *
 * @typedef {Chosen & { name: string }} Named  name: under which it is shown
 *
 * @typedef {object} Content  of a file, unpacked
 * @property {string} name
 * @property {Uint8Array} bytes
 * @property {boolean} isCut  its .gz ended too early
 *
 * @typedef {object} Reading  what reading needs
 * @property {(picture: Blob) => Promise<Rgba>} decode  rejects when it is no picture
 * @property {(done: number, total: number) => void} [progress]  of pictures, or of images, total 0
 */
import * as texts from "../../texts/en/own-data.js";
import { HEAD, kindOf } from "../file-kind.js";
import { PIXELS } from "../images.js";
import { shownText } from "../shown-text.js";
import { csvDigits } from "./csv.js";
import { isTestName, trainFirst } from "./found.js";
import { gunzipped, isGzip } from "./gunzip.js";
import { foundInIdx, idxFileOf } from "./idx-files.js";
import { labelsOf } from "./labels.js";
import { digitOf } from "./picture.js";

/** What systems put into folders, which nobody chooses. */
const CLUTTER = /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i;
/** Bytes of a file, unpacked, at most: a million images. */
const LARGEST = 1e9;
/** What is in the files of a set. @typedef {"idx" | "picture" | "text"} SetKind */

/**
 * Throws an Error for people, about the first file that is of no use.
 * @param {Chosen[]} chosen @param {Reading} reading @returns {Promise<Found>}
 */
export async function foundIn(chosen, reading) {
  const wanted = named(chosen.filter(({ path }) => !CLUTTER.test(path)));
  if (!wanted.length) throw new Error(texts.none);
  const large = wanted.find(({ file }) => file.size > LARGEST);
  if (large) throw new Error(texts.tooLarge(large.name));
  /** @type {Partial<Record<SetKind, Named[]>>} */
  const byKind = {};
  for (const each of wanted) {
    const kind = setKindOf(each.name, await headOf(each));
    byKind[kind] ??= [];
    byKind[kind].push(each);
  }
  const kinds = Object.keys(byKind);
  if (kinds.length > 1) throw new Error(mixedWords(byKind));
  if (kinds[0] === "picture") return foundInPictures(wanted, reading);
  const contents = [];
  for (const each of wanted) contents.push(await contentOf(each));
  return kinds[0] === "idx" ? foundInIdx(contents.map(asIdx)) : foundInCsv(contents, reading);
}

/**
 * With the names under which they are shown: without their folders, unless two are alike.
 * @param {Chosen[]} chosen @returns {Named[]}
 */
function named(chosen) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const parts = chosen.map(({ path }) => path.split("/").slice(-2));
  for (const [name] of parts.map((part) => part.slice(-1))) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return chosen.map(({ path, file }, i) => {
    const [name] = parts[i].slice(-1);
    return { path, file, name: shownText(counts.get(name) === 1 ? name : parts[i].join("/")) };
  });
}

/** The first bytes of a file, unpacked. @param {Named} chosen */
async function headOf({ name, file }) {
  const head = await bytesOf(name, file.slice(0, HEAD));
  return isGzip(head) ? unpacked(name, head).bytes : head;
}

/** @param {Named} chosen @returns {Promise<Content>} */
async function contentOf({ name, file }) {
  const packed = await bytesOf(name, file);
  if (!isGzip(packed)) return { name, bytes: packed, isCut: false };
  const { bytes, fault } = unpacked(name, packed);
  return { name, bytes, isCut: fault === "cut" };
}

/** @param {string} name @param {Uint8Array} packed */
function unpacked(name, packed) {
  const found = gunzipped(packed, LARGEST);
  if (found.fault === "damaged") throw new Error(texts.damagedGzip(name));
  if (found.fault === "large") throw new Error(texts.unpacksTooLarge(name));
  return found;
}

/** @param {string} name @param {Blob} file */
async function bytesOf(name, file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Error(texts.notReadable(name));
  }
}

/**
 * Throws an Error for people when it is none of a set.
 * @param {string} name @param {Uint8Array} head @returns {SetKind}
 */
function setKindOf(name, head) {
  const kind = kindOf(head);
  if (kind === "idx" || kind === "picture" || kind === "text") return kind;
  throw new Error(texts.others[kind](name));
}

/** @param {Record<string, Named[]>} byKind */
function mixedWords(byKind) {
  const [[one], [other]] = Object.values(byKind);
  return texts.mixedKinds(one.name, other.name);
}

/** @param {Content} content */
function asIdx({ name, bytes, isCut }) {
  return idxFileOf(name, bytes, isCut);
}

/** @param {Content[]} contents @param {Reading} reading @returns {Found} */
function foundInCsv(contents, { progress }) {
  if (contents.length > 2) throw new Error(texts.tooManyCsv);
  const cut = contents.find(({ isCut }) => isCut);
  if (cut) throw new Error(texts.cut(cut.name));
  const sets = contents.map(({ name, bytes }) =>
    csvDigits(name, bytes, (count) => progress?.(count, 0)),
  );
  return trainFirst(sets);
}

/* ---- pictures ---- */

/** @param {Named[]} chosen @param {Reading} reading @returns {Promise<Found>} */
async function foundInPictures(chosen, { decode, progress }) {
  const sorted = [...chosen].sort((a, b) => (a.path < b.path ? -1 : 1));
  const labels = labelsOf(sorted.map(({ path }) => path));
  /** @type {Record<"unlabelled" | "unreadable" | "blank", string[]>} */
  const leftOut = { unlabelled: [], unreadable: [], blank: [] };
  /** @type {{ path: string, label: number, image: Uint8Array }[]} */
  const digits = [];
  for (const [i, { path, name, file }] of sorted.entries()) {
    if (i % 50 === 0) progress?.(i, sorted.length);
    const label = labels[i];
    const image = label < 0 ? null : await decoded(decode, file);
    if (label < 0) leftOut.unlabelled.push(name);
    else if (image === undefined) leftOut.unreadable.push(name);
    else if (!image) leftOut.blank.push(name);
    else digits.push({ path, label, image });
  }
  const notes = Object.entries(leftOut)
    .filter(([, names]) => names.length)
    .map(([why, names]) => texts.leftOut[/** @type {keyof typeof leftOut} */ (why)](names));
  if (!digits.length) throw new Error(notes[0]);
  return { sets: setsOf(digits), leftOut: notes.map(texts.sentence) };
}

/**
 * @param {Reading["decode"]} decode @param {Blob} file
 * @returns {Promise<Uint8Array | null | undefined>} null: it shows nothing; undefined: no picture
 */
async function decoded(decode, file) {
  try {
    return digitOf(await decode(file));
  } catch {
    return undefined;
  }
}

/**
 * Training digits, and those of a folder of test digits.
 * @param {{ path: string, label: number, image: Uint8Array }[]} digits
 */
function setsOf(digits) {
  const isTest = (/** @type {{ path: string }} */ { path }) =>
    path.split("/").slice(0, -1).some(isTestName);
  const test = digits.filter(isTest);
  const train = digits.filter((digit) => !isTest(digit));
  const both = train.length && test.length ? [train, test] : [digits];
  return both.map((all) => {
    const images = new Uint8Array(all.length * PIXELS);
    for (const [i, { image }] of all.entries()) images.set(image, i * PIXELS);
    const labels = Uint8Array.from(all, ({ label }) => label);
    return { name: folderOf(all.map(({ path }) => path)), images, labels };
  });
}

/** What the pictures of these paths are called together. @param {string[]} paths */
function folderOf(paths) {
  const folder = paths[0].includes("/") ? paths[0].split("/")[0] : "";
  const isShared = folder && paths.every((path) => path.startsWith(`${folder}/`));
  return isShared ? shownText(folder) : texts.pictures(paths.length);
}
