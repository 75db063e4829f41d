/**
 * The package `downhill` in pages of somebody else's: as it is, and through bundlers; with the
 * examples that come with it, and in a worker.
 */
import assert from "node:assert/strict";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import * as esbuild from "esbuild";
import { build, preview } from "vite";
import { loadEngine, recipes, trainerOptions } from "../../wasm/engine.js";
import { installed } from "../package/packed.js";
import { findBrowser, launch } from "../support/browser.js";
import { PATIENCE } from "../support/visitor.js";

/** A page with the two examples and a worker, which says its fingerprint in the title. */
const PAGE = `<!doctype html>
  <script type="importmap">{ "imports": {
    "downhill": "./node_modules/downhill/lib/engine.js",
    "downhill/models": "./node_modules/downhill/lib/models.js"
  } }</script>
  <script type="module" src="all.js"></script>
  <canvas width="280" height="280"></canvas>
  <p><output></output> <button>Clear</button></p>
  <downhill-digit></downhill-digit>`;

const ALL = `import "./page.js";
  import "./downhill-digit.js";
  const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }) => { document.title = data; };`;

/** No import map holds in a worker. @param {string} name of the package for an import */
const worker = (name) => `import { loadEngine } from "${name}";
  postMessage((await loadEngine()).network({ seed: 1 }).fingerprint);`;

/** @type {ReturnType<typeof installed>} */
let app;
/** Of the network that the example trains, and of the worker's. @type {string[]} */
let fingerprints;

/** @param {string} name @param {string} text */
const write = (name, text) => writeFileSync(join(app.folder, name), text);

before(async () => {
  app = installed();
  const engine = await loadEngine();
  const data = engine.handwriting({ count: 10000, seed: 1 });
  const net = engine.network({ ...recipes.video.network, seed: 1 });
  net.trainer(data, trainerOptions(recipes.video, data.count)).trainEpochs(10);
  fingerprints = [net.fingerprint, engine.network({ seed: 1 }).fingerprint];
  write("index.html", PAGE);
  write("all.js", ALL);
});
after(() => app?.remove());

/**
 * Each leaves a page in a folder, and says its path.
 * @type {Record<string, () => Promise<string>>}
 */
const WAYS = {
  "no bundler": async () => {
    write("worker.js", worker("./node_modules/downhill/lib/engine.js"));
    return app.folder;
  },

  Vite: async () => {
    write("worker.js", worker("downhill"));
    const outDir = join(app.folder, "vite");
    await build({
      root: app.folder,
      base: "./",
      configFile: false,
      logLevel: "warn",
      build: { outDir, target: "es2022" },
      worker: { format: "es" },
    });
    return outDir;
  },

  // It leaves addresses that are made of import.meta.url as they are: what they name is given.
  esbuild: async () => {
    const outdir = join(app.folder, "esbuild");
    write("worker.js", worker("downhill"));
    await esbuild.build({
      absWorkingDir: app.folder,
      entryPoints: ["all.js", "worker.js"],
      outdir: join(outdir, "js"),
      bundle: true,
      format: "esm",
      target: "es2022",
      logLevel: "warning",
    });
    const given = join(app.folder, "node_modules/downhill/build");
    cpSync(given, join(outdir, "build"), { recursive: true });
    writeFileSync(join(outdir, "index.html"), PAGE.replace("all.js", "js/all.js"));
    return outdir;
  },
};

/**
 * One stroke downwards, in the middle.
 * @param {import("puppeteer-core").Page} page
 * @param {string} selector
 */
async function drawOne(page, selector) {
  await page.$eval(selector, (field) => field.scrollIntoView());
  const box = await (await page.$(selector))?.boundingBox();
  assert.ok(box);
  const x = box.x + box.width / 2;
  await page.mouse.move(x, box.y + 0.2 * box.height);
  await page.mouse.down();
  await page.mouse.move(x, box.y + 0.8 * box.height, { steps: 8 });
  await page.mouse.up();
}

for (const name of /** @type {const} */ (["chromium", "firefox"])) {
  const skip = findBrowser(name) ? false : `${name} is not installed`;
  describe(`The package in a page, in ${name}`, { skip }, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    before(async () => {
      browser = await launch(name);
    });
    after(() => browser?.close());

    for (const [way, made] of Object.entries(WAYS)) {
      test(`with ${way} it trains, reads a drawing, and works in a worker`, async () => {
        const outDir = await made();
        const plain = /** @type {const} */ ({
          configFile: false,
          appType: "mpa",
          logLevel: "warn",
        });
        const server = await preview({ ...plain, build: { outDir }, preview: { port: 0 } });
        const { port } = /** @type {import("node:net").AddressInfo} */ (
          server.httpServer.address()
        );
        const page = await browser.newPage();
        /** @type {string[]} */
        const errors = [];
        page.on("pageerror", (error) => errors.push(String(error)));
        await page.goto(`http://localhost:${port}/`);
        const says = (/** @type {string} */ selector, /** @type {string} */ text) =>
          page.waitForFunction(
            (selector, text) => {
              const found = document.querySelector(selector);
              const root = found?.shadowRoot?.querySelector("output") ?? found;
              return root?.textContent?.includes(text);
            },
            PATIENCE,
            selector,
            text,
          );
        await says("output", fingerprints[0]);
        await says("title", fingerprints[1]);
        await page.evaluate(
          () => /** @type {any} */ (document.querySelector("downhill-digit")).ready,
        );
        await drawOne(page, "canvas");
        await says("output", "Reads as 1");
        await drawOne(page, "downhill-digit");
        await says("downhill-digit", "Reads as 1");
        assert.deepEqual(errors, []);
        await page.close();
        await server.close();
      });
    }
  });
}
