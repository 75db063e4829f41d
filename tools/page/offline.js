/** What the service worker keeps. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { FOLDER, PAGES } from "./language.js";

/**
 * The service worker keeps a file of ./data/, a model, the scalar engine, what makes class links
 * and what reads and writes ONNX for good, so it must not take for one what a host or a network's
 * login page says in its place. (The contents of all but the code are verified where they are
 * used.) The function is written into the service worker as text, and can use nothing from this
 * file.
 *
 * @param {{ request: Request, response: Response }} answer
 */
export async function onlyFiles({ request, response }) {
  const type = response.headers.get("content-type") ?? "";
  const isCode = /\.(js|css)$/.test(request.url) && /javascript|css/.test(type);
  if (response.status !== 200 || (type.startsWith("text/") && !isCode)) return null;
  // To its end: it fails where the connection does.
  const bytes = new Uint8Array(await response.clone().arrayBuffer());
  const start = [...bytes.subarray(0, 8)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  // Of gzip, and of IDX where the host says that gzip is the encoding; of models and WebAssembly.
  const starts = request.url.endsWith(".gz") ? /^(1f8b|000008)/ : /^(706c616e6573310a|0061736d)/;
  return isCode || starts.test(start) ? response : null;
}

/** The folder of the site. */
let built = "";
/** What belongs to the page in its language. @type {Set<string>} */
let files = new Set();

/** @type {import("vite").Plugin} */
export const noteFiles = {
  name: "files",
  apply: "build",
  configResolved: ({ root, build }) => {
    built = resolve(root, build.outDir);
  },
  generateBundle: {
    order: "post",
    handler: (_options, bundle) => {
      const pages = PAGES.map((page) => FOLDER + page);
      files = new Set([...Object.keys(bundle), "icon.svg", "start.js", ...pages]);
    },
  },
};

/**
 * What the service worker fetches in advance: the files of one language, as they are called beside
 * it, with their checksums, by which the browser refuses what is not such a file, of another
 * version or a login page say, and tries again with the next visit.
 *
 * @param {{ url: string }[]} entries
 */
export function ownEntries(entries) {
  const manifest = entries
    .filter(({ url }) => files.has(url))
    .map((entry) => {
      const bytes = readFileSync(join(built, entry.url));
      const integrity = `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
      return { ...entry, url: fromPage(entry.url), integrity };
    });
  return { manifest };
}

/** A file of the site, as the page calls it. @param {string} url */
function fromPage(url) {
  if (!FOLDER) return url;
  return url.startsWith(FOLDER) ? url.slice(FOLDER.length) : `../${url}`;
}
