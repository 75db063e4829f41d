/**
 * Numbers as people type them: what is meant is read, in any of the common ways to write it.
 *
 *   digits    of any script, of any width; − and – for the minus sign
 *   decimals  0.5  0,5  .5  ,5
 *   groups    1,000  1.000  1 000  1'000  1_000  1,00,000
 *   powers    1e-3  1×10⁻³  10^-3
 *   percent   50%, where decimals are taken
 *   lists     16-16  16,16  16;16  16 16  16x16  16 × 16  [16, 16]
 *
 * Where a sign may set decimals apart or group thousands, the kind of the field decides. Integers
 * have no decimals: "1,000" and "1.000" are a thousand. Of decimals the decimal sign is that with
 * which the page writes its own numbers, and the other one wherever it cannot group thousands
 * ("0,5", "1,25"), where the visitor's language has it, and where only one of both readings is in
 * range; else "1,000" is not guessed at. In a list a comma sets numbers apart.
 *
 * @typedef {object} Kind
 * @property {"integer" | "number" | "list"} type  a list is one of integers
 * @property {number} min  least value; of a list, that of each number
 * @property {number} max
 * @property {number} [most]  numbers of a list
 * @property {[number, number]} [ends]  numbers that may stand before and after a list, and are not
 *   part of it
 * @property {string} [none]  word for a list without numbers, if it may be one
 *
 * @typedef {"empty" | "unread" | "whole" | "low" | "high" | "many" | "either"} Trouble  whole: it
 *   has decimals, or is a percentage; either: it may be one number or another, both in range
 *
 * @typedef {{ value: number | number[] } | { trouble: Trouble, either?: [number, number] }} Typed
 */

/** No number takes more letters. */
const MOST_LETTERS = 80;
/** Between the numbers of a list. */
const APART = /\s*(?:->|[-,;:/|+*x×·→>])\s*|\s+/i;
const NUMBER = /^([+-]?) ?([\d.,' ]*?\d[.,]?)(?: ?e ?([+-]?\d{1,4}))? ?(%?)$/i;

/**
 * @param {string} text @param {Kind} kind
 * @param {string} [decimals]  decimal signs of the page and of its visitor's language
 * @returns {Typed}
 */
export function readTyped(text, kind, decimals = ".") {
  const typed = plain(text.slice(0, MOST_LETTERS + 1));
  if (!typed) return { trouble: "empty" };
  if (text.length > MOST_LETTERS) return { trouble: "unread" };
  return kind.type === "list" ? readList(typed, kind) : readNumber(typed, kind, decimals);
}

/* ---- the same text in ASCII ---- */

/** @param {string} text */
function plain(text) {
  return text
    .replace(/[\u061c\u200e\u200f]/g, "")
    .replace(/[⁰¹²³⁴-⁹⁺⁻]+/g, (raised) => `^${raised}`)
    .replace(/[’‘`´_٬]/g, "'")
    .normalize("NFKC")
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/[‐-―−ー]/g, "-")
    .replace(/[。٫]/g, ".")
    .replace(/[、،]/g, ",")
    .replace(/\s+/g, " ")
    .trim();
}

/** Ten digits of a script follow each other, and none stands before them. @param {string} digit */
function digitOf(digit) {
  const code = /** @type {number} */ (digit.codePointAt(0));
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

/* ---- a number ---- */

/** @param {string} text @param {Kind} kind @param {string} decimals @returns {Typed} */
function readNumber(text, { type, min, max }, decimals) {
  const powered = text.replace(/ ?[x×*·] ?10 ?\^ ?/i, "e").replace(/^([+-]?)10 ?\^ ?/, "$11e");
  const [, sign, digits, power = "", percent] = NUMBER.exec(powered) ?? [];
  if (!digits) return { trouble: "unread" };
  const isInteger = type === "integer";
  const read = readDigits(digits, isInteger && !power, decimals);
  if (!read) return { trouble: "unread" };
  if (isInteger && percent) return { trouble: "whole" };
  const exponent = Number(power || 0) - (percent ? 2 : 0);
  const values = read.map((each) => Number(`${sign}${each}e${exponent}`));
  const possible = values.filter((each) => each >= min && each <= max);
  if (possible.length > 1) return { trouble: "either", either: [possible[0], possible[1]] };
  const [value] = [...possible, ...values];
  if (isInteger && Number.isFinite(value) && value % 1) return { trouble: "whole" };
  if (value < min) return { trouble: "low" };
  return value > max ? { trouble: "high" } : { value: value + 0 };
}

/**
 * Digits as `Number` takes them; two of what can be read in two ways, null for none.
 * @param {string} digits  with signs among them
 * @param {boolean} isInteger
 * @param {string} decimals
 */
function readDigits(digits, isInteger, decimals) {
  const at = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  if (at < 0 || digits.indexOf(digits[at]) < at) return only(ungrouped(digits));
  const grouped = ungrouped(digits);
  const whole = ungrouped(digits.slice(0, at));
  const fraction = digits.slice(at + 1);
  const asDecimal = whole === null || !/^\d*$/.test(fraction) ? null : `${whole}.${fraction}`;
  if (grouped === null) return only(asDecimal);
  if (isInteger) return [grouped];
  if (decimals.includes(digits[at])) return only(asDecimal);
  return [String(asDecimal), grouped];
}

/** @param {string | null} digits */
const only = (digits) => (digits === null ? null : [digits]);

/** "1,000" → "1000"; null where signs do not group thousands. @param {string} text */
function ungrouped(text) {
  const sign = /\D/.exec(text)?.[0];
  if (!sign) return text;
  const [first, ...groups] = text.split(sign);
  const last = groups[groups.length - 1];
  const isGrouped =
    /^[1-9]\d{0,2}$/.test(first) &&
    groups.every((group) => /^\d{2,3}$/.test(group)) &&
    last.length === 3;
  return isGrouped ? [first, ...groups].join("") : null;
}

/* ---- a list ---- */

/** @param {string} text @param {Kind} kind @returns {Typed} */
function readList(text, { min, max, most = 1, ends, none }) {
  if (text.toLowerCase() === none) return { value: [] };
  const words = text.replace(/^[[({] ?(.*?) ?[\])}]$/, "$1").split(APART);
  // "024" may be the end of 1,024.
  if (!words.every((word) => /^(0|[1-9]\d*)$/.test(word))) return { trouble: "unread" };
  const values = words.map(Number);
  const last = values.length - 1;
  const hasEnds = last > 0 && values[0] === ends?.[0] && values[last] === ends[1];
  const list = hasEnds ? values.slice(1, -1) : values;
  if (!list.length && none === undefined) return { trouble: "unread" };
  if (list.some((value) => value < min)) return { trouble: "low" };
  if (list.some((value) => value > max)) return { trouble: "high" };
  return list.length > most ? { trouble: "many" } : { value: list };
}
