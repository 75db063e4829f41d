/**
 * The words of a link as mail programs, chats and people pass it on: percent-encoded once more,
 * with `&amp;`, line breaks, capitals, a full stop or a sentence after it, with tracking
 * parameters. A checksum tells whether they are the words that were written.
 *
 * @typedef {object} Words  of one way to read a link
 * @property {string} lab  id, "" for none
 * @property {Map<string, string>} said  what is said, by key
 * @property {"" | "fits" | "fails"} check  "": the link has no checksum
 * @property {string[]} strange  parts that belong to no link
 */
import { isLab } from "../common/labs.js";
import { SETTINGS } from "../common/settings.js";

/** The checksum's key. It is the first, so that a link that was cut off still has it. */
export const CHECK = "check";
/** What a network can begin with. */
export const STARTS = /** @type {const} */ (["lesson", "pretrained", "best", "random", "file"]);
/** Keys of the page: they say nothing of the network, and may be written by hand. */
const PAGE = new Set([
  ...SETTINGS.filter(({ effect }) => effect === "page").map(({ key }) => key),
  // web/public/start.js goes to the page of that language.
  "lang",
]);
/** All that a link may say. */
const KEYS = new Set([
  ...SETTINGS.map(({ key }) => key),
  ...["start", "run", "steps", "data", "print", "why", "weights", "lang", CHECK],
]);

/** No link has more text than that. */
const LONGEST = 4_000_000;
/** Digits of a checksum: 32 bits to the base 36. */
const DIGITS = 7;
/** What mail programs and social networks append; also the browsers' own `:~:text=`. */
const TRACKER = /^[^a-z]*(utm_\w*|\w*clid|mc_[ce]id|igshi?d?|_g[al]|_hs\w*|mkt_tok|text)=/i;
const HAS_WORDS = /[\p{L}\p{N}]/u;
const BEFORE_WORDS = /^[^\p{L}\p{N}]+/u;

/** The letters of a word at the beginning of a text, with and without spaces among them. */
const SPACED = /^[a-z0-9.+*~_\s-]*/i;
const TIGHT = /^[a-z0-9.+*~_-]*/i;

/**
 * All ways to read a link, the likeliest first, at least one.
 * @param {string} hash  with or without "#" @returns {Words[]}
 */
export function readings(hash) {
  const text = repaired(hash.slice(0, LONGEST));
  // Spaces are either inside the link or between it and the text that follows it.
  const ways = [wordsIn(text, SPACED), wordsIn(text, TIGHT)];
  // "=3D" is how mail writes "="; its lines then end with "=".
  if (!/^[^=]*=3d/i.test(text)) return ways;
  const mail = text.replace(/=3d/gi, "\0").replace(/=/g, "").replaceAll("\0", "=");
  return [...ways, wordsIn(mail, SPACED)];
}

/**
 * The search of an address: the words of a link whose "#" has become "?", and what else it says.
 * A link names its start, or a lab; one that is not known needs other words beside it.
 * @param {string} search  with its "?", or ""
 */
export function linkInSearch(search) {
  const parts = search.slice(1).split(/&(?:amp;)*/i);
  const [link, rest] = [true, false].map((isWanted) =>
    parts.filter((part) => isOfLink(part) === isWanted).join("&"),
  );
  // A host may have words of its own that are named like ours.
  const [{ lab, said }] = readings(link);
  const start = said.get("start");
  const isLink = lab || STARTS.some((kind) => kind === start) || (start && said.size > 1);
  return isLink ? { link, rest } : { link: "", rest: search.slice(1) };
}

/**
 * The words of a link that an address has: behind its "#", or where that has become "?"; a lab that
 * is named behind a "#" of its own belongs to it.
 * @param {{ hash: string, search: string }} address @returns {string} with or without "#"
 */
export function linkIn({ hash, search }) {
  const { link } = linkInSearch(search);
  const isWhole = !link || readings(hash)[0].said.has("start");
  return isWhole ? hash : [hash, link].filter(Boolean).join("&");
}

/** Whether it says something of a network, or of the page but its language. @param {string} part */
function isOfLink(part) {
  const [{ lab, said }] = readings(part);
  said.delete("lang");
  return lab !== "" || said.size > 0;
}

/**
 * Of the words that make the network: 32 bits of FNV-1a, which any change of one letter changes.
 * @param {Iterable<[string, string]>} words  in any order
 */
export function checkOf(words) {
  const text = [...words].map(([key, said]) => `${key}=${said.replaceAll("+", "")}`);
  let sum = 0x811c9dc5;
  for (const letter of text.sort().join("&")) {
    sum = Math.imul(sum ^ /** @type {number} */ (letter.codePointAt(0)), 0x01000193);
  }
  return (sum >>> 0).toString(36).padStart(DIGITS, "0");
}

/** @param {string} hash */
function repaired(hash) {
  let text = hash;
  for (let i = 0; i < 3; i++) text = text.replace(/(%[0-9a-f]{2})+/gi, unescaped);
  return (
    text
      .normalize("NFKC")
      .replace(/[\u2010-\u2015\u2212]/g, "-")
      // Invisible characters, and what chats put before "*" and "_".
      .replace(/[\p{Cf}\\]/gu, "")
      .replace(/&(amp;|#38;)+/gi, "&")
      // HTML's "&not" needs no semicolon.
      .replaceAll("¬hing", "&nothing")
      .replace(/^[\s#]+/, "")
  );
}

/** @param {string} run  of escapes */
function unescaped(run) {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

/** @param {string} text @param {RegExp} letters  of a word @returns {Words} */
function wordsIn(text, letters) {
  /** @type {Words["said"]} */
  const said = new Map();
  /** @type {string[]} */
  const strange = [];
  /** What follows words; no part of the link where the checksum fits. @type {string[]} */
  const rests = [];
  let lab = "";
  for (const part of text.split("&")) {
    const [, name = "", value = ""] = /^[^a-z]*([a-z_\s]+)=(.*)$/is.exec(part) ?? [];
    const key = name.replace(/\s/g, "").toLowerCase();
    const isKnown = KEYS.has(key);
    const { word, rest } = cleaned(isKnown ? value : part, key, letters);
    const isOpened = !isKnown && !lab && isLab(word);
    if (isKnown) said.set(key, word);
    if (isOpened) lab = word;
    if (!isKnown && !isOpened) strange.push(part);
    else rests.push(rest);
  }
  const covered = [...said].filter(([key]) => key !== CHECK && !PAGE.has(key));
  const sum = said.get(CHECK);
  const check = sum === undefined ? "" : sum === checkOf(covered) ? "fits" : "fails";
  const others = (check === "fits" ? strange : [...strange, ...rests]).filter(isStrange);
  return { lab, said, check, strange: others.map((part) => part.replace(BEFORE_WORDS, "").trim()) };
}

/** @param {string} text */
const isStrange = (text) => HAS_WORDS.test(text) && !TRACKER.test(text);

/**
 * A word, and what follows it that no word has.
 * @param {string} text @param {string} key @param {RegExp} letters
 */
function cleaned(text, key, letters) {
  const tight = text.replace(/^[^a-z0-9.+*~_-]+/i, "");
  const [body] = /** @type {RegExpExecArray} */ (letters.exec(tight));
  const rest = tight.slice(body.length);
  // "+" comes and goes as a space does; no word needs it.
  const word = body.replace(/[\s+]/g, "");
  // Letters of either case are different only in a packed file, and it may end with "-" or "_".
  if (key === "weights") return { word: word.replace(/[.*~]+$/, ""), rest };
  return { word: word.replace(/[.*~_-]+$/, "").toLowerCase(), rest };
}
