/**
 * Text from outside as the page shows it: names of files, notes of model files, cells of tables,
 * words of links. It is always shown as text, never as HTML; here it becomes one line of a length
 * that a sentence bears, without what would reorder or hide the words around it.
 */

/** Control and format characters, but for spaces, and the joiners that scripts and emoji need. */
const HIDDEN = /(?![\t-\r\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;
const SPACES = /[\t-\r\p{Z}]+/gu;
/** More marks on one letter than any script has: they would cover the lines above. */
const PILED = /(\p{M}{4})\p{M}+/gu;
/** Characters of the end that are kept, where the middle is left out: a file's ending is there. */
const END = 16;

/** Characters of a name, and of what a file says of its network. */
export const [NAME, NOTE] = [60, 400];

/** @param {unknown} text @param {number} [most]  characters */
export function shownText(text, most = NAME) {
  const letters = [
    ...ends(String(text), 10 * most)
      .replace(HIDDEN, "")
      .replace(SPACES, " ")
      .replace(PILED, "$1")
      .trim(),
  ];
  if (letters.length <= most) return letters.join("");
  return `${letters.slice(0, most - END - 1).join("")}…${letters.slice(-END).join("")}`;
}

/** All that may be shown of it. @param {string} text @param {number} length */
function ends(text, length) {
  return text.length > 2 * length ? text.slice(0, length) + text.slice(-length) : text;
}
