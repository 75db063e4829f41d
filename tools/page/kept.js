import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Files of the built page that the service worker of a language fetches for use offline, and it.
 * @param {string} dist @param {string} [folder]  of a language: "" for English, "es"
 */
export function keptIn(dist, folder = "") {
  const worker = join(dist, folder, "sw.js");
  const urls = [...readFileSync(worker, "utf8").matchAll(/url:"([^"]+)"/g)].map(([, url]) => url);
  if (urls.length < 40) throw new Error(`${worker} names ${urls.length} files`);
  return [worker, ...urls.map((url) => join(dist, folder, url))];
}
