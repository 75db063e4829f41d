/** German: its locale, its plurals, its articles. */

/** For `Intl`. */
export const LOCALE = "de-DE";

/** Whether its text runs from right to left. */
export const IS_RIGHT_TO_LEFT = false;

/** Where the files are that all languages share, from the page of this one. */
export const SITE = "../";

/** Behind a number. */
export const PERCENT = "\u00a0%";

/** A sentence or its part as it begins a sentence @param {string} words */
export const capitalized = (words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** A sentence as it stands in another, without its full stop @param {string} sentence */
export const clause = (sentence) => sentence.replace(/\.$/, "");

/** A sentence, or what may be one, with its end: a question has its own @param {string} words */
export const withStop = (words) => (/[?!]$/.test(words) ? words : `${clause(words)}.`);

const rules = new Intl.PluralRules(LOCALE);

/**
 * The form of a word that goes with a number: plural(1, { one: "Schritt", other: "Schritte" })
 * @param {number} count
 * @param {{ one: string, other: string }} forms
 */
export function plural(count, forms) {
  return rules.select(count) === "one" ? forms.one : forms.other;
}

/** "eine 8": nominative or accusative @param {number} digit */
export const aDigit = (digit) => `eine ${digit}`;

/* ---- a time to wait ---- */

/** @param {number} seconds */
export const underSeconds = (seconds) => `unter ${seconds}\u00a0s`;

/** @param {number} seconds */
export const aboutSeconds = (seconds) => `etwa ${seconds}\u00a0s`;

/** @param {number} minutes */
export const aboutMinutes = (minutes) => `etwa ${minutes}\u00a0min`;

/* ---- what code puts together ---- */

/** Sentences one after the other @param {readonly string[]} sentences  "" is none */
export const joined = (sentences) => sentences.filter(Boolean).join(" ");

/** Parts of a sentence, as commas part them @param {readonly string[]} parts  "" is none */
export const listed = (parts) => parts.filter(Boolean).join(", ");
