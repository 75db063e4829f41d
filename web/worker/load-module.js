/**
 * What a worker fetches when it is needed first: for workers what load-files.js is for the page,
 * where the build has no hand in an `import()`. Firefox never asks again for a module that once
 * failed to come, so its script and those that it needs are fetched before it.
 */
import { fetchFile, importedBy } from "../common/fetch-file.js";
import * as texts from "../texts/en/worker.js";

/** What each script needs, of those that are there or on their way. */
const needs = /** @type {Map<string, Promise<string[]>>} */ (new Map());

/** Files that a built script begins with. */
const IMPORTS = /\b(?:from|import)["`](\.\.?\/[^"`]+)/g;

/**
 * Rejects with half a sentence for people; then it may be called again.
 * @template T
 * @param {() => Promise<T>} load  one import, and what is taken out of it
 * @param {string} from  the import.meta.url of the script that the import is written in
 */
export async function loadModule(load, from) {
  // Unbuilt, it is on this computer.
  const name = importedBy(load);
  if (name) await bring(new URL(name, from).href, new Set([from]));
  return load();
}

/** @param {string} url @param {Set<string>} seen  these need not be waited for */
async function bring(url, seen) {
  if (seen.has(url)) return;
  seen.add(url);
  const coming = needs.get(url) ?? needsOf(url);
  needs.set(url, coming);
  coming.catch(() => needs.delete(url));
  await Promise.all((await coming).map((each) => bring(each, seen)));
}

/** @param {string} url */
async function needsOf(url) {
  const notFound = texts.notFound(url.slice(url.lastIndexOf("/") + 1));
  const bytes = await fetchFile(url, { notReached: texts.hostNotReached, notFound });
  const imports = new TextDecoder().decode(bytes).matchAll(IMPORTS);
  return Array.from(imports, ([, name]) => new URL(name, url).href);
}

/**
 * What is made when it is needed first, and again where that failed.
 * @template T @param {() => Promise<T>} make @returns {() => Promise<T>}
 */
export function once(make) {
  /** @type {Promise<T> | null} */
  let made = null;
  return () => {
    made ??= make().catch((error) => {
      made = null;
      throw error;
    });
    return made;
  };
}
