/** English: its locale, its plurals, its articles. */

/** For `Intl`. */
export const LOCALE = "en-US";

/** A sentence or its part as it begins a sentence @param {string} words */
export const capitalized = (words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** A sentence as it stands in another, without its full stop @param {string} sentence */
export const clause = (sentence) => sentence.replace(/\.$/, "");

const rules = new Intl.PluralRules(LOCALE);

/**
 * The form of a word that goes with a number: plural(1, { one: "step", other: "steps" }) → "step"
 * @param {number} count
 * @param {{ one: string, other: string }} forms
 */
export function plural(count, forms) {
  return rules.select(count) === "one" ? forms.one : forms.other;
}

/** "an 8", "a 7" @param {number} digit */
export const aDigit = (digit) => `${digit === 8 ? "an" : "a"} ${digit}`;

/* ---- a time to wait ---- */

/** @param {number} seconds */
export const underSeconds = (seconds) => `under ${seconds} s`;

/** @param {number} seconds */
export const aboutSeconds = (seconds) => `about ${seconds} s`;

/** @param {number} minutes */
export const aboutMinutes = (minutes) => `about ${minutes} min`;
