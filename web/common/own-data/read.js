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
 * @typedef {object} Content  of a file, unpacked
 * @property {string} path
 * @property {Uint8Array} bytes
 * @property {boolean} isCut  its .gz ended too early
 *
 * @typedef {object} Reading  what reading needs
 * @property {(picture: Blob) => Promise<Rgba>} decode  rejects when it is no picture
 * @property {(done: number, total: number) => void} [progress]  of pictures, or of images, total 0
 */
import * as texts from "../../texts/en/own-data.js";
import { PIXELS } from "../images.js";
import { csvDigits } from "./csv.js";
import { isTestName, trainFirst } from "./found.js";
import { gunzipped, isGzip } from "./gunzip.js";
import { foundInIdx, idxFileOf } from "./idx-files.js";
import { labelsOf } from "./labels.js";
import { digitOf } from "./picture.js";

/** What systems put into folders, which nobody chooses. */
const CLUTTER = /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i;
/** Bytes of a file, at most: a million images. */
const LARGEST = 1e9;
/** Beginnings of files, byte by byte; -1 is any. @type {[string, number[]][]} */
const BEGINNINGS = [
  ["idx", [0, 0]],
  ["picture", [0x89, 0x50, 0x4e, 0x47]],
  ["picture", [0xff, 0xd8, 0xff]],
  ["picture", [0x47, 0x49, 0x46, 0x38]],
  ["picture", [0x42, 0x4d]],
  ["picture", [0x52, 0x49, 0x46, 0x46, -1, -1, -1, -1, 0x57, 0x45, 0x42, 0x50]],
  ["zip", [0x50, 0x4b, 3, 4]],
];

/**
 * Throws an Error for people, about the first file that is of no use.
 * @param {Chosen[]} chosen @param {Reading} reading @returns {Promise<Found>}
 */
export async function foundIn(chosen, reading) {
  const wanted = chosen.filter(({ path }) => !CLUTTER.test(path));
  if (!wanted.length) throw new Error(texts.none);
  const large = wanted.find(({ file }) => file.size > LARGEST);
  if (large) throw new Error(texts.tooLarge(nameOf(large.path)));
  /** @type {Record<string, Chosen[]>} */
  const byKind = {};
  for (const each of wanted) {
    const kind = kindOf(each.path, await headOf(each));
    byKind[kind] = [...(byKind[kind] ?? []), each];
  }
  const kinds = Object.keys(byKind);
  if (kinds.length > 1) throw new Error(mixedWords(byKind));
  if (kinds[0] === "picture") return foundInPictures(wanted, reading);
  const contents = [];
  for (const each of wanted) contents.push(await contentOf(each));
  return kinds[0] === "idx" ? foundInIdx(contents.map(asIdx)) : foundInCsv(contents, reading);
}

/** The first bytes of a file, unpacked. @param {Chosen} chosen */
async function headOf({ path, file }) {
  const head = await bytesOf(path, file.slice(0, 4096));
  if (!isGzip(head)) return head;
  const { bytes, fault } = gunzipped(head);
  if (fault === "damaged") throw new Error(texts.damagedGzip(nameOf(path)));
  return bytes;
}

/** @param {Chosen} chosen @returns {Promise<Content>} */
async function contentOf({ path, file }) {
  const packed = await bytesOf(path, file);
  if (!isGzip(packed)) return { path, bytes: packed, isCut: false };
  const { bytes, fault } = gunzipped(packed);
  if (fault === "damaged") throw new Error(texts.damagedGzip(nameOf(path)));
  return { path, bytes, isCut: fault === "cut" };
}

/** @param {string} path @param {Blob} file */
async function bytesOf(path, file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Error(texts.notReadable(nameOf(path)));
  }
}

/** @param {string} path @param {Uint8Array} head */
function kindOf(path, head) {
  const name = nameOf(path);
  if (!head.length) throw new Error(texts.emptyFile(name));
  const begins = (/** @type {number[]} */ bytes) =>
    bytes.every((byte, i) => byte < 0 || head[i] === byte);
  const kind = BEGINNINGS.find(([, bytes]) => begins(bytes))?.[0];
  if (kind === "zip") throw new Error(texts.zip(name));
  if (kind) return kind;
  if (/^\s*</.test(new TextDecoder().decode(head.subarray(0, 100))))
    throw new Error(texts.webPage(name));
  // A text has no byte 0.
  if (head.includes(0)) throw new Error(texts.unknownFormat(name));
  return "csv";
}

/** @param {Record<string, Chosen[]>} byKind */
function mixedWords(byKind) {
  const first = Object.values(byKind).map(([{ path }]) => nameOf(path));
  return texts.mixedKinds(first[0], first[1]);
}

/** @param {Content} content */
function asIdx({ path, bytes, isCut }) {
  return idxFileOf(nameOf(path), bytes, isCut);
}

/** @param {Content[]} contents @param {Reading} reading @returns {Found} */
function foundInCsv(contents, { progress }) {
  if (contents.length > 2) throw new Error(texts.tooManyCsv);
  const cut = contents.find(({ isCut }) => isCut);
  if (cut) throw new Error(texts.cut(nameOf(cut.path)));
  const sets = contents.map(({ path, bytes }) =>
    csvDigits(nameOf(path), bytes, (count) => progress?.(count, 0)),
  );
  return trainFirst(sets);
}

/* ---- pictures ---- */

/** @param {Chosen[]} chosen @param {Reading} reading @returns {Promise<Found>} */
async function foundInPictures(chosen, { decode, progress }) {
  const sorted = [...chosen].sort((a, b) => (a.path < b.path ? -1 : 1));
  const labels = labelsOf(sorted.map(({ path }) => path));
  /** @type {Record<"unlabelled" | "unreadable" | "blank", string[]>} */
  const leftOut = { unlabelled: [], unreadable: [], blank: [] };
  /** @type {{ path: string, label: number, image: Uint8Array }[]} */
  const digits = [];
  for (const [i, { path, file }] of sorted.entries()) {
    if (i % 50 === 0) progress?.(i, sorted.length);
    const label = labels[i];
    const image = label < 0 ? null : await decoded(decode, file);
    if (label < 0) leftOut.unlabelled.push(nameOf(path));
    else if (image === undefined) leftOut.unreadable.push(nameOf(path));
    else if (!image) leftOut.blank.push(nameOf(path));
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
  return isShared ? folder : texts.pictures(paths.length);
}

/** @param {string} path */
function nameOf(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
