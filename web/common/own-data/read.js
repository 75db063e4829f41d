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
 * @property {boolean} [isLocked]  the system does not let the page read it; the file is empty
 *
 * @typedef {Chosen & { name: string }} Named  name: under which it is shown
 *
 * @typedef {Named & { kind: FoundKind, why: string }} Sorted  why it is of no use, half a sentence,
 *   or ""
 *
 * @typedef {object} Content  of a file, unpacked
 * @property {string} name
 * @property {Uint8Array} bytes
 * @property {boolean} isCut  its .gz ended too early
 *
 * @typedef {object} Reading  what reading needs
 * @property {(picture: Blob) => Promise<Rgba>} decode  rejects when it is no picture
 * @property {typeof import("./gunzip.js").gunzipped} gunzipped
 * @property {(done: number, total: number) => void} [progress]  of pictures, or of images, total 0
 */
import * as texts from "../../texts/en/own-data.js";
import { HEAD, isGzip, kindOf } from "../file-kind.js";
import { PIXELS } from "../images.js";
import { shownText } from "../shown-text.js";
import { csvDigits, inUtf8, isTable } from "./csv.js";
import { isTestName, trainFirst } from "./found.js";
import { foundInIdx, idxFileOf } from "./idx-files.js";
import { labelsOf } from "./labels.js";
import { digitOf } from "./picture.js";

/** What systems put into folders, which nobody chooses. */
const CLUTTER = /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i;
/** Bytes of a file, unpacked, at most: a million images. */
const LARGEST = 1e9;
/** What is in the files of a set. @typedef {"idx" | "picture" | "table"} SetKind */
/**
 * What is in a file; text: no table, but it may be a damaged one.
 * @typedef {SetKind | "text" | "none"} FoundKind
 */

/** @type {readonly SetKind[]} */
const SET_KINDS = ["picture", "table", "idx"];

/**
 * Throws an Error for people, about the first file that is of no use. Among pictures and beside
 * sets that are whole, what does not belong to them is left out instead, and is said to be.
 * @param {Chosen[]} chosen @param {Reading} reading @returns {Promise<Found>}
 */
export async function foundIn(chosen, reading) {
  const wanted = named(chosen.filter(({ path }) => !CLUTTER.test(path)));
  if (!wanted.length) throw new Error(texts.none);
  /** @type {Record<FoundKind, Sorted[]>} */
  const by = { picture: [], table: [], idx: [], text: [], none: [] };
  for (const each of wanted) {
    const file = await sorted(each, reading);
    by[file.kind].push(file);
  }
  const kinds = SET_KINDS.filter((kind) => by[kind].length);
  if (kinds.length > 1) throw new Error(mixedWords(kinds, by));
  if (kinds[0] === "picture") {
    return foundInPictures(by.picture, [...by.none, ...by.text], reading);
  }
  if (by.none.length) throw new Error(by.none[0].why);
  if (kinds[0] === "idx") return besideTexts(foundInIdx, await idxFiles(by.idx, reading), by.text);
  return foundInTables(by, reading);
}

/**
 * With the names under which they are shown: without their folders, unless two are alike.
 * @param {Chosen[]} chosen @returns {Named[]}
 */
function named(chosen) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const lastOf = (/** @type {Chosen} */ { path }, /** @type {number} */ parts) =>
    path.split("/").slice(-parts).join("/");
  for (const each of chosen) {
    const name = lastOf(each, 1);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return chosen.map((each) => {
    const isAlone = counts.get(lastOf(each, 1)) === 1;
    return { ...each, name: shownText(lastOf(each, isAlone ? 1 : 2)) };
  });
}

/**
 * The first bytes of a file, unpacked; of a text, in UTF-8.
 * @param {Named} chosen @param {Reading} reading
 */
async function headOf({ name, file }, reading) {
  const head = await bytesOf(name, file.slice(0, HEAD));
  return inUtf8(isGzip(head) ? unpacked(name, head, reading).bytes : head);
}

/** @param {Named} chosen @param {Reading} reading @returns {Promise<Content>} */
async function contentOf({ name, file }, reading) {
  const packed = await bytesOf(name, file);
  if (!isGzip(packed)) return { name, bytes: inUtf8(packed), isCut: false };
  const { bytes, fault } = unpacked(name, packed, reading);
  return { name, bytes: inUtf8(bytes), isCut: fault === "cut" };
}

/** @param {string} name @param {Uint8Array} packed @param {Reading} reading */
function unpacked(name, packed, { gunzipped }) {
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

/** @param {Named} file @param {Reading} reading @returns {Promise<Sorted>} */
async function sorted(file, reading) {
  const { name } = file;
  if (file.isLocked) return { ...file, kind: "none", why: texts.notReadable(name) };
  if (file.file.size > LARGEST) return { ...file, kind: "none", why: texts.tooLarge(name) };
  try {
    const head = await headOf(file, reading);
    const kind = kindOf(head);
    if (kind === "idx" || kind === "picture") return { ...file, kind, why: "" };
    if (kind !== "text") return { ...file, kind: "none", why: texts.others[kind](name) };
    return { ...file, kind: isTable(head) ? "table" : "text", why: texts.notCsv(name) };
  } catch (error) {
    return { ...file, kind: "none", why: error.message };
  }
}

/** @param {SetKind[]} kinds  two at least @param {Record<SetKind, Named[]>} by */
function mixedWords([one, other], by) {
  return texts.mixedKinds(by[one][0].name, one, by[other][0].name, other);
}

/** @param {Named[]} files @param {Reading} reading */
async function contentsOf(files, reading) {
  const contents = [];
  for (const each of files) contents.push(await contentOf(each, reading));
  return contents;
}

/** @param {Named[]} files @param {Reading} reading */
async function idxFiles(files, reading) {
  return (await contentsOf(files, reading)).map(asIdx);
}

/**
 * Texts beside whole sets, such as a description, are left out; where something is missing, one of
 * them may have been meant for it.
 * @template T
 * @param {(files: T) => Found} find @param {T} files @param {Sorted[]} others
 */
function besideTexts(find, files, others) {
  if (!others.length) return find(files);
  try {
    return { ...find(files), leftOut: [texts.sentence(texts.leftOut.others(namesOf(others)))] };
  } catch {
    throw new Error(others[0].why);
  }
}

/** @param {Record<"table" | "text", Sorted[]>} by @param {Reading} reading */
async function foundInTables({ table, text }, reading) {
  // What is wrong with the only file is said by its line.
  if (!table.length) return foundInCsv(await contentsOf(text, reading), reading);
  const found = foundInCsv(await contentsOf(table, reading), reading);
  return besideTexts(() => found, null, text);
}

/** @param {Named[]} files */
const namesOf = (files) => files.map(({ name }) => name);

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

/** @typedef {Named & import("./picture.js").Digit & { label: number }} PictureDigit */

/** Names that say that a picture was meant. */
const PICTURE_NAME = /\.(png|jpe?g|jfif|gif|bmp|webp|avif|hei[cf]|tiff?)(\.gz)?$/i;

/**
 * @param {Named[]} chosen @param {Named[]} others  which are none, or damaged
 * @param {Reading} reading @returns {Promise<Found>}
 */
async function foundInPictures(chosen, others, reading) {
  const inOrder = [...chosen].sort((a, b) => (a.path < b.path ? -1 : 1));
  const labels = labelsOf(inOrder.map(({ path }) => path));
  const isMeant = (/** @type {Named} */ { path }) => PICTURE_NAME.test(path);
  const locked = others.filter(({ isLocked }) => isLocked);
  const opened = others.filter(({ isLocked }) => !isLocked);
  /** @type {Record<keyof typeof texts.leftOut, string[]>} */
  const leftOut = {
    unlabelled: [],
    locked: namesOf(locked),
    unreadable: namesOf(opened.filter(isMeant)),
    blank: [],
    others: namesOf(opened.filter((each) => !isMeant(each))),
  };
  /** @type {PictureDigit[]} */
  const digits = [];
  for (const [i, each] of inOrder.entries()) {
    if (i % 50 === 0) reading.progress?.(i, inOrder.length);
    const label = labels[i];
    const digit = label < 0 ? null : await decoded(each, reading);
    if (label < 0) leftOut.unlabelled.push(each.name);
    else if (digit === undefined) leftOut.unreadable.push(each.name);
    else if (!digit) leftOut.blank.push(each.name);
    else digits.push({ ...digit, ...each, label });
  }
  const notes = Object.entries(leftOut)
    .filter(([, names]) => names.length)
    .map(([why, names]) => texts.leftOut[/** @type {keyof typeof leftOut} */ (why)](names.sort()));
  if (!digits.length) throw new Error(notes.join("; "));
  const uneven = namesOf(digits.filter(({ isUneven }) => isUneven));
  const doubts = uneven.length ? [texts.uneven(uneven)] : [];
  return { sets: setsOf(digits), leftOut: notes.map(texts.sentence), doubts };
}

/**
 * @param {Named} picture @param {Reading} reading
 * @returns {Promise<import("./picture.js").Digit | null | undefined>} null: it shows nothing;
 *   undefined: no picture
 */
async function decoded(picture, reading) {
  try {
    return digitOf(await reading.decode(await unpackedFile(picture, reading)));
  } catch (error) {
    // Of no picture, then.
    if (error.message === texts.tooOldForPictures) throw error;
    return undefined;
  }
}

/** @param {Named} picture @param {Reading} reading @returns {Promise<Blob>} */
async function unpackedFile({ name, file }, reading) {
  const isPacked = isGzip(await bytesOf(name, file.slice(0, 2)));
  if (!isPacked) return file;
  const { bytes } = unpacked(name, await bytesOf(name, file), reading);
  return new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]);
}

/**
 * Training digits, and those of a folder of test digits.
 * @param {PictureDigit[]} digits
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
    const unsure = all.flatMap(({ isUneven }, i) => (isUneven ? [i] : []));
    return { name: folderOf(all.map(({ path }) => path)), images, labels, unsure };
  });
}

/** What the pictures of these paths are called together. @param {string[]} paths */
function folderOf(paths) {
  const folder = paths[0].includes("/") ? paths[0].split("/")[0] : "";
  const isShared = folder && paths.every((path) => path.startsWith(`${folder}/`));
  return isShared ? shownText(folder) : texts.pictures(paths.length);
}
