/**
 * What is written into a model file for people, and the checksum by which damage is found.
 */
import { NAME, NOTE, shownText } from "./shown-text.js";

/** The end of a note; with damage, whatever stands in the place of the 16 digits. */
const CHECKSUM = /(?:^|[;\n])\s*parameters (.{16})$/s;

/**
 * The note of a model file: "name; how it was made; how good it is; parameters 0123456789abcdef".
 * The last part is the fingerprint of the parameters, by which a damaged file is found.
 * @param {{ fingerprint: string }} net @param {string} words  its first parts
 */
export function noteFor({ fingerprint }, words) {
  return [...partsOf(words), `parameters ${fingerprint}`].join("; ");
}

/**
 * What the note of a model file says, to be shown as text; any part of it may be missing.
 * @param {string} note
 */
export function readNote(note) {
  const [name = "", ...rest] = partsOf(note);
  return {
    name: shownText(name, NAME),
    note: shownText(rest.filter(Boolean).join(", "), NOTE),
  };
}

/** The checksum that a note says, or "". @param {string} note */
export const checksumIn = (note) => CHECKSUM.exec(note)?.[1] ?? "";

/** What a note says beside the checksum. @param {string} note */
function partsOf(note) {
  const words = note.replace(CHECKSUM, "");
  return words.split(/[;\n]/).map((part) => part.trim());
}
