/**
 * A small static server, for `make serve` and for the tests: what any static
 * host does, and no more.
 *
 *   node tools/serve.js [--port 8080] [--host localhost] FOLDER
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { pipeline } from "node:stream";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createGzip } from "node:zlib";

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
    const path = locate(request.url ?? "/", folder, mounts);
    const stats = path ? await stat(path).catch(() => null) : null;
    if (!path || !stats?.isFile()) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found\n");
      return;
    }
    send(path, stats, request, response);
  });
}

/**
 * @param {string} url
 * @param {string} folder
 * @param {Record<string, string | null>} mounts
 * @returns {string | null} the file's path, always inside a served folder; null when there is none
 */
function locate(url, folder, mounts) {
  try {
    const path = normalize(decodeURIComponent(new URL(url, "http://host").pathname));
    if (path.includes("\0")) return null;
    const prefix = Object.keys(mounts).find((mount) => path.startsWith(mount));
    const root = prefix ? mounts[prefix] : folder;
    const file = path.endsWith("/") ? `${path}index.html` : path;
    return root && join(root, prefix ? file.slice(prefix.length) : file);
  } catch {
    return null;
  }
}

/**
 * @param {string} path
 * @param {import("node:fs").Stats} stats
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
function send(path, stats, request, response) {
  const type = types[extname(path)] ?? "application/octet-stream";
  const tag = `"${stats.size}-${Math.round(stats.mtimeMs)}"`;
  const headers = {
    "Content-Type": type,
    "Cache-Control": "no-cache",
    ETag: tag,
    Vary: "Accept-Encoding",
  };
  if (request.headers["if-none-match"] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  const gzip =
    isCompressible.test(type) && /\bgzip\b/.test(String(request.headers["accept-encoding"]));
  response.writeHead(200, {
    ...headers,
    ...(gzip ? { "Content-Encoding": "gzip" } : { "Content-Length": stats.size }),
  });
  if (request.method === "HEAD") response.end();
  else if (gzip) pipeline(createReadStream(path), createGzip({ level: 9 }), response, () => {});
  else pipeline(createReadStream(path), response, () => {});
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
    console.log(`Downhill is at http://${host}:${port} (Ctrl+C to stop)`);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
