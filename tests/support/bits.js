/**
 * The builds of the engine that must come to the same bits: WebAssembly with vectors and without,
 * in Node and in browsers, and core with C compilers and their flags.
 */
import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createStaticServer } from "../../tools/serve.js";
import { loadEngine } from "../../wasm/engine.js";
import { digits, trained } from "../engine/golden.js";
import { findBrowser, launch } from "./browser.js";
import { build, compilers, supports } from "./native.js";

/**
 * @import { Run } from "../engine/golden.js"
 * @import { BrowserName } from "./browser.js"
 * @import { Kind } from "./native.js"
 *
 * @typedef {(run: Run) => Promise<string>} Train gives the fingerprint
 *
 * @typedef {object} Build
 * @property {string} name
 * @property {string | false} skip why it cannot be had here, or false
 * @property {() => Promise<Train>} start
 */

const exec = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));

/** A run's options as tests/core/run.c takes them. @param {Run} run @returns {string[]} */
function argumentsOf({ network, trainer, steps }) {
  const { layers = [], ...kind } = network;
  const given = Object.entries({ digits, steps, ...kind, ...trainer });
  const flat = given.flatMap(([key, value]) =>
    typeof value === "object"
      ? Object.entries(value ?? {}).map(([inner, each]) => [`${key}.${inner}`, each])
      : [[key, value]],
  );
  return [`layers=${layers.join("-")}`, ...flat.map(([key, value]) => `${key}=${value}`)];
}

/**
 * Core, compiled; what `runner` is, runs it.
 * @param {string} compiler @param {Kind} kind @param {string[]} [runner]
 * @returns {Promise<Train>}
 */
async function native(compiler, kind, runner = []) {
  const program = await build(compiler, "tests/core/run.c", kind);
  const [command, ...first] = [...runner, program];
  return async (run) => (await exec(command, [...first, ...argumentsOf(run)])).stdout.trim();
}

/**
 * @param {string} name of the compiler
 * @param {Kind} kind
 * @param {string} flags
 * @returns {Build}
 */
function compiled(name, kind, flags) {
  const compiler = compilers.find((found) => found.startsWith(name)) ?? "";
  return {
    name: `${name} ${flags}`,
    skip: !supports(compiler, kind) && `no ${name} that takes ${flags}`,
    start: () => native(compiler, kind),
  };
}

/** @param {string} what @param {string} file @returns {Build} */
const inNode = (what, file) => ({
  name: `Node, ${what}`,
  skip: false,
  async start() {
    const engine = await loadEngine(readFileSync(`${root}${file}`));
    return async (run) => trained(engine, run);
  },
});

/** A blank page on a server of this project's files. @param {BrowserName} name */
async function blankPage(name) {
  const files = createStaticServer(root);
  const server = createServer((request, response) => {
    if (request.url === "/") response.setHeader("Content-Type", "text/html").end("<!doctype html>");
    else files.emit("request", request, response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const browser = await launch(name);
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/`);
  const close = async () => {
    await browser.close();
    server.close().closeAllConnections();
  };
  return { page, close };
}

/** One for all builds of a browser. @type {Map<BrowserName, ReturnType<typeof blankPage>>} */
const pages = new Map();

/** When no build in a browser is needed any more. */
export async function closeBrowsers() {
  for (const opened of pages.values()) await (await opened).close();
  pages.clear();
}

/** @param {BrowserName} browser @param {string} what @param {string} file @returns {Build} */
const inBrowser = (browser, what, file) => ({
  name: `${browser}, ${what}`,
  skip: !findBrowser(browser) && `${browser} is not installed`,
  async start() {
    if (!pages.has(browser)) pages.set(browser, blankPage(browser));
    const { page } = await /** @type {ReturnType<typeof blankPage>} */ (pages.get(browser));
    return (run) => page.evaluate(trainedInPage, `/${file}`, run);
  },
});

/** @param {string} address of the WebAssembly @param {Run} run @returns {Promise<string>} */
async function trainedInPage(address, run) {
  const [golden, wasm] = ["/tests/engine/golden.js", "/wasm/engine.js"];
  const engine = await (await import(wasm)).loadEngine(address);
  return (await import(golden)).trained(engine, run);
}

/** What the page loads, and what it loads where WebAssembly has no vectors. */
const modules = /** @type {const} */ ([
  ["WebAssembly", "build/engine.wasm"],
  ["scalar WebAssembly", "build/scalar.wasm"],
]);

const flags = /** @type {const} */ ([
  ["O0", "-O0"],
  ["O2", "-O2"],
  ["native", "-O3 -march=native"],
]);

/** On this machine. @type {Build[]} */
export const builds = [
  ...modules.map(([what, file]) => inNode(what, file)),
  ...["gcc", "clang"].flatMap((name) => [
    ...flags.map(([kind, text]) => compiled(name, kind, text)),
    compiled(name, "optimized", "-O3"),
  ]),
  ...modules.map(([what, file]) => inBrowser("chromium", what, file)),
  ...modules.map(([what, file]) => inBrowser("firefox", what, file)),
];

const CROSS = "aarch64-linux-gnu-gcc";
const EMULATOR = "qemu-aarch64";
const isMissing = (/** @type {string} */ name) => spawnSync(name, ["--version"]).status !== 0;

/** Vectors of another processor, emulated, which takes minutes. @returns {Build} */
export const emulated = () => ({
  name: "ARM NEON, gcc -O3",
  skip: [CROSS, EMULATOR].some(isMissing) && `${CROSS} or ${EMULATOR} is not installed`,
  start: () => native(CROSS, "static", [EMULATOR]),
});
