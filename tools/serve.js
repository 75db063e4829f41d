/**
 * A small static server, for `make serve` and for the tests: what any static
 * host does, and no more.
 *
 *   node tools/serve.js [--port 8080] [--host localhost] FOLDER
 */
import { open, realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, posix, sep } from "node:path";
import { pipeline } from "node:stream";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createGzip } from "node:zlib";
import { SECURITY_HEADERS } from "./security-headers.js";

/** @type {Record<string, string>} */
const types = {
  ".css": "text/css; charset=utf-8",
  ".gz": "application/gzip",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const isCompressible = /^text\/|json|svg|wasm|octet-stream/;

/**
 * @param {string} folder what is served
 * @param {Record<string, string | null>} [mounts] address prefixes that lie elsewhere; null:
 *   nowhere
 * @returns {import("node:http").Server} not yet listening
 */
export function createStaticServer(folder, mounts = {}) {
  return createServer(async (request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (request.method !== "GET" && request.method !== "HEAD") {
      refuse(response.setHeader("Allow", "GET, HEAD"), 405, "Only GET and HEAD are answered\n");
      return;
    }
    const url = request.url ?? "/";
    const file = await found(locate(url, folder, mounts));
    if (file) await send(file, request, response);
    else if (await isFolder(url, folder, mounts)) {
      const [path, query = ""] = url.split(/(?=\?)/);
      // Relative, so that no address leads to another host.
      refuse(response.setHeader("Location", `./${posix.basename(path)}/${query}`), 301, "Moved\n");
    } else refuse(response, 404, "Not found\n");
  });
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {number} status
 * @param {string} words
 */
function refuse(response, status, words) {
  response.writeHead(status, { "Content-Type": "text/plain" }).end(words);
}

/**
 * @param {string} url
 * @param {string} folder
 * @param {Record<string, string | null>} mounts
 * @returns {{ root: string, path: string } | null} the file's path and the served folder that it is
 *   in; null when there is none
 */
function locate(url, folder, mounts) {
  try {
    // A proxy's client sends the whole address; "//" does not begin a host.
    const { pathname } = new URL(url.startsWith("/") ? `http://host${url}` : url);
    const path = posix.normalize(decodeURIComponent(pathname));
    // A backslash separates folders on Windows alone.
    if (/[\0\\]/.test(path)) return null;
    const prefix = Object.keys(mounts).find((mount) => path.startsWith(mount));
    const root = prefix ? mounts[prefix] : folder;
    const file = path.endsWith("/") ? `${path}index.html` : path;
    return root ? { root, path: join(root, prefix ? file.slice(prefix.length) : file) } : null;
  } catch {
    return null;
  }
}

/**
 * Whether it is the address of a folder with a page, but for the last slash.
 * @param {string} url
 * @param {string} folder
 * @param {Record<string, string | null>} mounts
 */
async function isFolder(url, folder, mounts) {
  const file = await found(locate(url.replace(/(?=\?)|$/, "/"), folder, mounts));
  await file?.handle.close();
  return file !== null;
}

/**
 * @typedef {object} ServedFile
 * @property {string} path
 * @property {import("node:fs").Stats} stats
 * @property {import("node:fs/promises").FileHandle} handle  open; the receiver closes it
 */

/**
 * @param {{ root: string, path: string } | null} place
 * @returns {Promise<ServedFile | null>} null where there is no file that can be read, or a link
 *   leads out of the served folder
 */
async function found(place) {
  if (!place) return null;
  try {
    const [root, path] = await Promise.all([realpath(place.root), realpath(place.path)]);
    if (!path.startsWith(root + sep)) return null;
    const stats = await stat(path);
    return stats.isFile() ? { path: place.path, stats, handle: await open(path) } : null;
  } catch {
    return null;
  }
}

/**
 * @param {ServedFile} file
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function send({ path, stats, handle }, request, response) {
  const type = types[extname(path)] ?? "application/octet-stream";
  const tag = `"${stats.size}-${Math.round(stats.mtimeMs)}"`;
  const headers = {
    // A range would count other bytes when the file is compressed.
    "Accept-Ranges": "none",
    "Content-Type": type,
    "Cache-Control": "no-cache",
    ETag: tag,
    Vary: "Accept-Encoding",
  };
  const isKnown = request.headers["if-none-match"] === tag;
  if (isKnown || request.method === "HEAD") await handle.close();
  if (isKnown) {
    response.writeHead(304, headers).end();
    return;
  }
  const gzip =
    isCompressible.test(type) && /\bgzip\b/.test(String(request.headers["accept-encoding"]));
  response.writeHead(200, {
    ...headers,
    ...(gzip ? { "Content-Encoding": "gzip" } : { "Content-Length": stats.size }),
  });
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  // It closes the file at its end, and when the visitor leaves before.
  const bytes = handle.createReadStream();
  if (gzip) pipeline(bytes, createGzip({ level: 9 }), response, () => {});
  else pipeline(bytes, response, () => {});
}

/** Serves until it is interrupted, or says in one sentence why it cannot. */
function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: "string", default: "8080" },
      host: { type: "string", default: "localhost" },
    },
  });
  const { port, host } = values;
  const server = createStaticServer(positionals[0] ?? "dist");
  server.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
    const reason =
      error.code === "EADDRINUSE"
        ? `Port ${port} is taken: please choose another with make serve PORT=…`
        : `Port ${port} on ${host} cannot be opened: ${error.message}`;
    console.error(reason);
    process.exit(1);
  });
  server.listen(Number(port), host, () => {
    // Port 0 is any that is free.
    const at = /** @type {import("node:net").AddressInfo} */ (server.address()).port;
    console.log(`Downhill is at http://${host}:${at} (Ctrl+C to stop)`);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
