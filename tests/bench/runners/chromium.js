/** The engine in Chromium: a blank page with a worker, served from this machine. */

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { ROOT } from "./files.js";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
const PAGE = `<!doctype html><title>bench</title><script type="module">
  const worker = new Worker("/tests/bench/runners/worker.js", { type: "module" });
  const waiting = new Map();
  let last = 0;
  worker.onmessage = ({ data: { id, result, error } }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    error ? reject(new Error(error)) : resolve(result);
  };
  globalThis.ask = (request) => new Promise((resolve, reject) => {
    waiting.set(++last, { resolve, reject });
    worker.postMessage({ id: last, request });
  });
</script>`;

/** @returns {string | undefined} the program's file, where there is a Chromium */
export const findChromium = () =>
  [process.env.CHROMIUM, ...PLACES].find((file) => file && existsSync(file));

/**
 * @param {string} name
 * @param {string} executablePath
 * @returns {Promise<import("./process.js").Handle>}
 */
export async function startChromium(name, executablePath) {
  const { default: puppeteer } = await import("puppeteer-core");
  const userDataDir = mkdtempSync(join(tmpdir(), "bench-chromium-"));
  const browser = await puppeteer.launch({ executablePath, userDataDir, args: FLAGS });
  const server = createServer(serve).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction("globalThis.ask");

  return {
    name,
    version: (await browser.version()).replace("Headless", "").replace("/", " "),
    ask: (request) => page.evaluate((r) => /** @type {any} */ (globalThis).ask(r), request),
    async stop() {
      await browser.close();
      server.close();
      rmSync(userDataDir, { recursive: true, force: true });
    },
  };
}

/**
 * Serves the blank page, and files of wasm/, build/ and tests/bench/.
 *
 * @type {import("node:http").RequestListener}
 */
async function serve({ url = "/" }, response) {
  const { pathname } = new URL(url, "http://localhost");
  try {
    const isPage = pathname === "/";
    if (!isPage && !/^\/(wasm|build|tests\/bench)\//.test(pathname)) throw new Error("not served");
    const body = isPage ? PAGE : await readFile(new URL(`.${pathname}`, ROOT));
    const type = isPage ? "text/html" : TYPES[/** @type {".js"} */ (extname(pathname))];
    response.writeHead(200, { "Content-Type": type ?? "application/octet-stream" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}
