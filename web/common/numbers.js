/** Numbers as people read them: honest digits, fixed widths, units. */
import {
  aboutMinutes,
  aboutSeconds,
  IS_RIGHT_TO_LEFT,
  LOCALE,
  PERCENT,
  underSeconds,
} from "../texts/en/locale.js";

/** Made once: `toLocaleString` makes one at each call, which takes longer than a row of a list. */
const grouping = new Intl.NumberFormat(LOCALE);
/**
 * The decimal sign of a language: "," in "de".
 * @param {string} [language]  as in BCP 47; the environment's by default
 */
export function decimalSign(language) {
  const parts = new Intl.NumberFormat(language, { numberingSystem: "latn" }).formatToParts(0.5);
  return parts.find(({ type }) => type === "decimal")?.value ?? ".";
}

const POINT = decimalSign(LOCALE);

/** A number's text as the page's language writes it: "0.5" → "0,5" @param {string} text */
export const local = (text) => text.replace(".", POINT);

/** All digits that a number has, and no more: 0.5 → "0,5" @param {number} value */
export const brief = (value) => local(String(value));

/** 1.5, 2 → "1.50" @param {number} value @param {number} digits */
export const fixed = (value, digits) => local(value.toFixed(digits));

/**
 * 0.973 → "97.3%"; never "100%" for what is less than 1
 * @param {number | null | undefined} share
 */
export function percent(share, digits = 1) {
  if (share === null || share === undefined) return "–";
  const text = (100 * share).toFixed(digits);
  const most = share < 1 ? 100 - 10 ** -digits : 100;
  return local(Number(text) > most ? most.toFixed(digits) : text) + PERCENT;
}

/** At an axis: 97.5 → "97.5%" @param {number} value */
export const percentTick = (value) => brief(value) + PERCENT;

/** 0.98 → "0.98"; never "1.00" for what is less than 1 @param {number} value */
export function fraction(value, digits = 2) {
  const text = value.toFixed(digits);
  return local(value < 1 && Number(text) >= 1 ? (1 - 10 ** -digits).toFixed(digits) : text);
}

/** Behind a mark it stays at the left of its digits where text runs from right to left. */
const MINUS = IS_RIGHT_TO_LEFT ? "\u200e−" : "−";

/** A number's text with the minus sign that is as wide as a plus @param {string} text */
export const withMinus = (text) => text.replace("-", MINUS);

/** 812345 → "812k" @param {number} value */
export function compact(value) {
  if (value < 1000) return String(Math.round(value));
  if (value < 1e6) return `${value < 9950 ? fixed(value / 1000, 1) : Math.round(value / 1000)}k`;
  return `${fixed(value / 1e6, 2)}M`;
}

/** 12345 → "12,345" @param {number} value */
export function count(value) {
  return grouping.format(Math.round(value));
}

/** All digits of a setting, as sentences have them. */
const EXACT = { maximumSignificantDigits: 15 };

/** 1000000 → "1,000,000", -0.000001 → "−0.000001" @param {number} value */
export const exact = (value) => withMinus(value.toLocaleString(LOCALE, EXACT));

/** Three figures that matter: 0.0712, 1.23, 12.3 @param {number | null | undefined} value */
export function figures(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  return withMinus(fixed(value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3));
}

/**
 * The first eight digits, enough to compare two screens by eye: "a3f901c2…" → "a3f9-01c2"
 * @param {string} text
 */
export function fingerprint(text) {
  return text ? `${text.slice(0, 4)}-${text.slice(4, 8)}` : "";
}

/** A time to wait, as one would say it: "about 40 s", "about 9 min" @param {number} milliseconds */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return underSeconds(10);
  if (seconds < 95) return aboutSeconds(Math.ceil(seconds / 10) * 10);
  return aboutMinutes(Math.round(seconds / 60));
}
