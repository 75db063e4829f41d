/**
 * What `import()` does in the built page: vite.config.js puts it in the place of Vite's own.
 * Firefox never asks again for a module that once failed to come, so all files of an import are
 * fetched before it, over a connection that may fail; what comes in the place of a file, a login
 * page say, is not taken for it. A style whose link failed is not taken for one that is there.
 */

import * as texts from "../texts/en/load-files.js";
import { fetchFile, importedBy, NotReached } from "./fetch-file.js";

/** What is there, or on its way. @type {Map<string, Promise<unknown>>} */
const files = new Map();

/**
 * @template T
 * @param {() => Promise<T>} load  the import itself
 * @param {string[]} [names]  of the files that it needs, relative to `from`
 * @param {string} [from]
 */
export async function loadFiles(load, names = [], from) {
  // The build names no file that needs no others: the import has it.
  const alone = names.length ? "" : importedBy(load);
  const urls = (alone ? [alone] : names).map((name) => new URL(name, from).href);
  const coming = urls.map(bring);
  // Who hears of a failure may try again: none of the files is loading any more, to fail as well.
  await Promise.allSettled(coming);
  await Promise.all(coming);
  try {
    return await load();
  } catch (error) {
    // Whatever the browser has in its cache is no such script: a reload of the page has a better
    // one.
    await Promise.allSettled(urls.map((url) => fetch(url, { cache: "reload" })));
    throw error;
  }
}

/** @param {string} url */
function bring(url) {
  const known = files.get(url);
  if (known) return known;
  const link = `link[href$="${url.slice(url.lastIndexOf("/"))}"]`;
  const coming = document.querySelector(link) ? Promise.resolve() : fetched(url);
  files.set(url, coming);
  coming.catch(() => files.delete(url));
  return coming;
}

/** @param {string} url */
async function fetched(url) {
  await fetchFile(url, { notReached: texts.notReached, notFound: url });
  if (url.endsWith(".css")) await styled(url);
}

/** @param {string} url */
function styled(url) {
  const link = document.createElement("link");
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => {
      link.remove();
      reject(new NotReached(texts.notReached));
    };
    link.rel = "stylesheet";
    link.href = url;
    document.head.append(link);
  });
}
