/**
 * Own digits in a CSV file: of each its label and 784 values, 0…255 or 0…1, separated by commas,
 * semicolons, tabs or spaces, with a line of names above or without one. The label comes first, or
 * last, or where the names say "label" or "class"; `labelColumn` tells which. A separator may end a
 * line, and a spreadsheet's "sep=;" may come first.
 *
 * @typedef {import("./found.js").LabelledSet} LabelledSet
 *
 * @typedef {object} Layout
 * @property {number} separator  a byte
 * @property {boolean} hasDecimalComma  else a decimal point
 * @property {number} skipped  lines above the first digit
 * @property {number} label  its column
 * @property {number} scale  from the file's values to 0…255
 * @property {number} most  the greatest value that is taken
 */
import * as texts from "../../texts/en/own-data.js";
import { PIXELS } from "../images.js";
import { shownText } from "../shown-text.js";

const COLUMNS = PIXELS + 1;
const [TAB, NEWLINE, RETURN, SPACE, QUOTE, COMMA, ZERO, SEMICOLON] = [
  9, 10, 13, 32, 34, 44, 48, 59,
];
/**
 * Lines that are looked at to see how the file is laid out: so many of the first, and as many
 * spread over the others, which may be of other classes.
 */
const SAMPLE = 100;
/** The greatest value where white is 255, and where it is 1: rounded or scaled up a little. */
const [MOST_OF_BYTES, MOST_OF_SHARES] = [255.5, 1.01];
const LABEL_NAME = /^(label|labels|class|digit|target|y)$/i;

/** What is wrong with the file. The message begins with its name. */
export class CsvError extends Error {}

const decoder = new TextDecoder();

/**
 * A text as UTF-8, where it says that it is UTF-16, as some spreadsheets save it; else the bytes
 * themselves.
 * @param {Uint8Array} bytes
 */
export function inUtf8(bytes) {
  const mark = bytes.length < 2 ? 0 : (bytes[0] << 8) | bytes[1];
  if (mark !== 0xfffe && mark !== 0xfeff) return bytes;
  const text = new TextDecoder(mark === 0xfffe ? "utf-16le" : "utf-16be").decode(bytes);
  return new TextEncoder().encode(text);
}

/** Cells of its first line from which on a text is a table of images, whole or not. */
const FEWEST_CELLS = 100;

/**
 * Does a text begin as a table of images does? A description or a list of labels does not.
 * @param {Uint8Array} head  of the file; names of columns may take more
 */
export function isTable(head) {
  const [first] = lines(head);
  if (!first) return false;
  const line = head.subarray(first.from, first.to);
  return cellsOf(line, separatorOf(line)).length >= FEWEST_CELLS;
}

/**
 * @param {string} name @param {Uint8Array} bytes
 * @param {(count: number) => void} [progress]  told of the digits read so far
 * @returns {LabelledSet}
 */
export function csvDigits(name, bytes, progress) {
  const text = bytes[0] === 0xef && bytes[1] === 0xbb ? bytes.subarray(3) : bytes;
  const room = linesIn(text);
  const layout = layoutOf(name, text, room);
  const set = { name, images: new Uint8Array(room * PIXELS), labels: new Uint8Array(room) };
  const values = new Float64Array(COLUMNS);
  let count = 0;
  for (const { from, to, number } of lines(text)) {
    if (number <= layout.skipped) continue;
    readLine(name, text, { from, to, number }, layout, values);
    store(name, number, values, layout, set, count++);
    if (count % 1000 === 0) progress?.(count);
  }
  if (!count) throw new CsvError(texts.emptyCsv(name));
  return {
    name,
    images: set.images.subarray(0, count * PIXELS),
    labels: set.labels.subarray(0, count),
  };
}

/**
 * @param {string} name @param {number} line @param {Float64Array} values @param {Layout} layout
 * @param {LabelledSet} set  that the digit becomes part of @param {number} at  its index
 */
function store(name, line, values, layout, { images, labels }, at) {
  const { label: column, scale, most } = layout;
  const label = values[column];
  if (!(Number.isInteger(label) && label >= 0 && label <= 9)) {
    throw new CsvError(texts.csvLabel(name, line, label));
  }
  labels[at] = label;
  for (let i = 0, to = at * PIXELS; i < COLUMNS; i++) {
    if (i === column) continue;
    if (!(values[i] >= 0 && values[i] <= most)) {
      throw new CsvError(texts.csvValue(name, line, i + 1, String(values[i]), 255 / scale));
    }
    images[to++] = Math.min(255, Math.round(values[i] * scale));
  }
}

/** What spreadsheets write above a table for others: "sep=;". */
const HINT = /^"?sep=.?"?$/i;

/** Lines with something in them. @param {Uint8Array} text */
function* lines(text) {
  let number = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf(NEWLINE, from);
    const next = end < 0 ? text.length : end;
    const to = text[next - 1] === RETURN ? next - 1 : next;
    number++;
    const isHint =
      number === 1 && to - from < 10 && HINT.test(decoder.decode(text.subarray(from, to)));
    if (to > from && !isHint) yield { from, to, number };
    from = next + 1;
  }
}

/** At most so many. @param {Uint8Array} text */
function linesIn(text) {
  let count = 1;
  for (let at = text.indexOf(NEWLINE); at >= 0; at = text.indexOf(NEWLINE, at + 1)) count++;
  return Math.min(count, Math.ceil(text.length / COLUMNS));
}

/**
 * @param {string} name @param {Uint8Array} text
 * @param {{ from: number, to: number, number: number }} line
 * @param {Layout} layout @param {Float64Array} values  overwritten
 */
function readLine(name, text, { from, to, number }, { separator, hasDecimalComma }, values) {
  let column = 0;
  const isSpaced = separator === SPACE;
  for (let at = isSpaced ? afterSpaces(text, from) : from; at <= to; column++) {
    // After a separator that ends the line.
    if (at === to && (isSpaced || column === COLUMNS)) break;
    const found = text.indexOf(separator, at);
    const end = found < 0 || found > to ? to : found;
    if (column < COLUMNS) {
      const value = numberIn(text, at, end, hasDecimalComma);
      if (Number.isNaN(value)) {
        const cell = shownText(decoder.decode(text.subarray(at, Math.min(end, at + 80))), 20);
        throw new CsvError(texts.csvNumber(name, number, column + 1, cell));
      }
      values[column] = value;
    }
    at = isSpaced ? afterSpaces(text, end + 1) : end + 1;
  }
  if (column !== COLUMNS) throw new CsvError(texts.csvColumns(name, number, column));
}

/** @param {Uint8Array} text @param {number} from */
function afterSpaces(text, from) {
  let at = from;
  while (text[at] === SPACE) at++;
  return at;
}

/**
 * @param {Uint8Array} text @param {number} from @param {number} to
 * @param {boolean} hasDecimalComma
 */
function numberIn(text, from, to, hasDecimalComma) {
  let value = 0;
  for (let at = from; at < to; at++) {
    const figure = text[at] - ZERO;
    if (figure < 0 || figure > 9) return slowNumber(text.subarray(from, to), hasDecimalComma);
    value = 10 * value + figure;
  }
  return to > from ? value : Number.NaN;
}

/**
 * A number with a point, an exponent, quotes or spaces.
 * @param {Uint8Array} bytes @param {boolean} hasDecimalComma
 */
function slowNumber(bytes, hasDecimalComma) {
  const text = decoder.decode(bytes.filter((byte) => byte !== QUOTE && byte !== SPACE)).trim();
  return text ? Number(hasDecimalComma ? text.replace(",", ".") : text) : Number.NaN;
}

/* ---- how it is laid out ---- */

/**
 * @param {string} name @param {Uint8Array} text @param {number} room  for so many lines
 * @returns {Layout}
 */
function layoutOf(name, text, room) {
  const sample = sampleOf(text, room);
  if (!sample.length) throw new CsvError(texts.emptyCsv(name));
  const separator = separatorOf(sample[0].text);
  const hasDecimalComma = separator !== COMMA;
  const parts = sample.map(({ text: line, number }) => ({
    number,
    cells: cellsOf(line, separator),
  }));
  const [first] = parts;
  const asNumber = (/** @type {string} */ cell) =>
    cell === "" ? Number.NaN : Number(hasDecimalComma ? cell.replace(",", ".") : cell);
  const hasNames = first.cells.some((cell) => Number.isNaN(asNumber(cell)));
  const rows = parts.slice(hasNames ? 1 : 0).map(({ cells }) => cells.map(asNumber));
  if (first.cells.length !== COLUMNS) throw new CsvError(columnsWords(name, first, hasNames));
  const label = labelColumn(hasNames ? first.cells : [], rows);
  const white = Math.max(0, ...rows.map((row) => Math.max(...row.filter((_, i) => i !== label))));
  const areShares = white <= MOST_OF_SHARES;
  return {
    separator,
    hasDecimalComma,
    skipped: hasNames ? first.number : 0,
    label,
    scale: areShares ? 255 : 1,
    most: areShares ? MOST_OF_SHARES : MOST_OF_BYTES,
  };
}

/**
 * @param {Uint8Array} text @param {number} room
 * @returns {{ number: number, text: Uint8Array }[]}
 */
function sampleOf(text, room) {
  const sample = [];
  const step = Math.ceil(room / SAMPLE);
  let index = 0;
  for (const { from, to, number } of lines(text)) {
    if (index < SAMPLE || index % step === 0) {
      sample.push({ number, text: text.subarray(from, to) });
    }
    index++;
  }
  return sample;
}

/**
 * @param {string} name @param {{ cells: string[], number: number }} first
 * @param {boolean} hasNames
 */
function columnsWords(name, { cells, number }, hasNames) {
  const isUnlabelled =
    cells.length === PIXELS && !(hasNames && cells.some((cell) => LABEL_NAME.test(cell)));
  if (isUnlabelled) return texts.csvWithoutLabels(name);
  return cells.length < 3 ? texts.notCsv(name) : texts.csvColumns(name, number, cells.length);
}

/** Figures, as nothing but spaces parts them. */
const SPACED = /^[\d\s.e+-]+$/i;

/** The most frequent of the separators. @param {Uint8Array} line */
function separatorOf(line) {
  const counts = [COMMA, SEMICOLON, TAB].map((byte) => ({
    byte,
    count: line.filter((each) => each === byte).length,
  }));
  // "1;0,5;0,25" has as many commas as semicolons, nearly.
  const [comma, ...others] = counts;
  if (counts.every(({ count }) => !count) && SPACED.test(decoder.decode(line))) return SPACE;
  return (
    others.find(({ count }) => count >= PIXELS - 1)?.byte ??
    counts.reduce((best, each) => (each.count > best.count ? each : best), comma).byte
  );
}

/** @param {Uint8Array} line @param {number} separator */
function cellsOf(line, separator) {
  const text = decoder.decode(line);
  const parts =
    separator === SPACE ? text.trim().split(/ +/) : text.split(String.fromCharCode(separator));
  const cells = parts.map((cell) => cell.trim().replace(/^"|"$/g, ""));
  return cells.length > COLUMNS && cells.at(-1) === "" ? cells.slice(0, -1) : cells;
}

/**
 * Where the label is: in the column that the names call so, else in the first or the last one. It
 * is in the last if that can be labels and varies, and the first cannot or is the same in every
 * line: the corner of a digit is paper. In all other cases it is in the first.
 * @param {string[]} names  may be none @param {number[][]} rows
 */
function labelColumn(names, rows) {
  const named = names.findIndex((name) => LABEL_NAME.test(name));
  if (named >= 0) return named;
  const canBe = (/** @type {number} */ column) =>
    rows.every((row) => Number.isInteger(row[column]) && row[column] >= 0 && row[column] <= 9);
  const varies = (/** @type {number} */ column) => new Set(rows.map((row) => row[column])).size > 1;
  const last = COLUMNS - 1;
  const isFirst = canBe(0) && varies(0);
  return !isFirst && canBe(last) && varies(last) ? last : 0;
}
