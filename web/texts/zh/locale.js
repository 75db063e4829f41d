/** Simplified Chinese: its locale; it has no plurals, no articles and no capitals. */

/** For `Intl`. */
export const LOCALE = "zh-CN";

/** Whether its text runs from right to left. */
export const IS_RIGHT_TO_LEFT = false;

/** Where the files are that all languages share, from the page of this one. */
export const SITE = "../";

/** Behind a number. */
export const PERCENT = "%";

/** A sentence or its part as it begins a sentence @param {string} words */
export const capitalized = (words) => words;

/** A sentence as it stands in another, without its full stop @param {string} sentence */
export const clause = (sentence) => sentence.replace(/[.。]$/, "");

/** A sentence, or what may be one, with its end: a question has its own @param {string} words */
export const withStop = (words) => (/[?!？！]$/.test(words) ? words : `${clause(words)}。`);

const rules = new Intl.PluralRules(LOCALE);

/**
 * The form of a word that goes with a number: always the other one
 * @param {number} count
 * @param {{ one: string, other: string }} forms
 */
export function plural(count, forms) {
  return rules.select(count) === "one" ? forms.one : forms.other;
}

/** "数字 8" @param {number} digit */
export const aDigit = (digit) => `数字 ${digit}`;

/* ---- a time to wait ---- */

/** @param {number} seconds */
export const underSeconds = (seconds) => `不到 ${seconds} 秒`;

/** @param {number} seconds */
export const aboutSeconds = (seconds) => `约 ${seconds} 秒`;

/** @param {number} minutes */
export const aboutMinutes = (minutes) => `约 ${minutes} 分钟`;

/* ---- what code puts together ---- */

/** Sentences one after the other @param {readonly string[]} sentences  "" is none */
export const joined = (sentences) => sentences.filter(Boolean).join("");

/** Parts of a sentence, as commas part them @param {readonly string[]} parts  "" is none */
export const listed = (parts) => parts.filter(Boolean).join("，");
