/**
 * The languages of the page, each a page of its own: which there are, and how one goes to another
 * with the network, the address and the drawing.
 *
 * @typedef {import("../model/session.js").Session} Session
 */
import { SITE } from "../texts/en/locale.js";
import { languageNotReached } from "../texts/en/shell-footer.js";
import { MOVED } from "./arrive.js";

/** As web/public/start.js knows the choice. */
const CHOSEN = "language";

const { folder = "", languages = "" } = document.documentElement.dataset;

/** Codes of the languages. */
export const LANGUAGES = ["en", ...languages.split(" ").filter(Boolean)];
/** This page's. */
export const LANGUAGE = folder || "en";

/** The page of lesson plans, in each language's folder. */
export const PLANS_PAGE = "plans.html";

/** What a language is called by those who speak it. @param {string} code */
export function nameOf(code) {
  const name = new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

/** "plans.html", or "index.html", where the address names it: some hosts want it. */
const [FILE] = /** @type {RegExpExecArray} */ (/[^/]*$/.exec(location.pathname));

/**
 * A page in that language, from this one.
 * @param {string} code @param {string} [file]  this page's unless told otherwise; "": the first
 */
export const pageIn = (code, file = FILE) => SITE + (code === "en" ? "" : `${code}/`) + file;

/**
 * The whole address of a page, for whoever opens it.
 * @param {string} hash  with its "#", or "" @param {string} code  "": each reader's own language
 * @param {string} [file]  see `pageIn`
 */
export function addressOf(hash, code, file = FILE) {
  const page = new URL(pageIn(code || "en", file), document.baseURI).href;
  // A reader's own language is found where no other is named.
  return page + (code === "en" ? `${hash || "#"}&lang=en` : hash);
}

/**
 * Rejects, and stays, where the other page cannot be reached.
 * @param {Session | null} session  null: this page has no network @param {string} code
 */
export async function goTo(session, code) {
  const page = new URL(pageIn(code), document.baseURI);
  if (!(await isThere(page))) throw new Error(languageNotReached);
  await session?.save().catch(() => {});
  let search = location.search;
  try {
    for (const storage of [localStorage, sessionStorage]) storage.setItem(CHOSEN, code);
    sessionStorage.setItem(MOVED, JSON.stringify(history.state));
  } catch {
    // The address alone goes along, and says it.
    search = `?lang=${code}`;
  }
  location.assign(page.href + search + location.hash);
}

/** At its host, or kept for use without a network. @param {URL} page */
async function isThere(page) {
  const answer = await fetch(page).catch(() => null);
  if (answer?.ok) return true;
  const kept = globalThis.caches?.match(new URL(FILE || "index.html", page), {
    ignoreSearch: true,
  });
  return Boolean(await kept?.catch(() => undefined));
}
