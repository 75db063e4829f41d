/** A new version comes to the host while a visitor has the page open. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, test } from "node:test";
import { createStaticServer } from "../../tools/serve.js";
import { dist, inBrowsers } from "../support/browser.js";
import {
  byId,
  clickOn,
  openLab,
  stateOf,
  until,
  untilComplete,
  untilWords,
} from "../support/visitor.js";

const folder = mkdtempSync(join(tmpdir(), "downhill-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What is deployed at the host: the built page at first, then a version of other file names. */
let deployed = createStaticServer(dist);

/**
 * The built page, as a build of changed sources is: every asset has another name, every other file
 * another revision.
 */
function nextVersion() {
  rmSync(folder, { recursive: true });
  cpSync(dist, folder, { recursive: true, filter: (path) => !path.startsWith(join(dist, "data")) });
  const names = readdirSync(join(folder, "assets"));
  const renamed = (/** @type {string} */ name) => name.replace(/(\.\w+)$/, "-next$1");
  for (const name of names) {
    renameSync(join(folder, "assets", name), join(folder, "assets", renamed(name)));
  }
  const texts = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => [".html", ".js", ".css"].includes(extname(name)))
    .map((name) => join(folder, name));
  for (const path of texts) {
    const text = names.reduce((text, name) => text.replaceAll(name, renamed(name)), read(path));
    writeFileSync(path, text.replace(/revision:"(\w+)(\w)"/g, 'revision:"$2$1"'));
  }
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" })
    .filter((name) => [".html", ".js", ".css"].includes(extname(name)))
    .map((name) => [name, name.replace(/^(assets.*)(\.\w+)$/, "$1-next$2")]);
  const worker = files.reduce(
    (text, [old, next]) => text.replaceAll(checksum(join(dist, old)), checksum(join(folder, next))),
    read(join(folder, "sw.js")),
  );
  writeFileSync(join(folder, "sw.js"), worker);
}

/** As the service worker has it. @param {string} path */
const checksum = (path) => createHash("sha256").update(readFileSync(path)).digest("base64");

/** @param {string} path */
const read = (path) => readFileSync(path, "utf8");

/**
 * The page itself out of a cache, all other files from the host.
 * @param {import("node:http").Server} cache @param {import("node:http").Server} host
 */
function mixed(cache, host) {
  return createServer((request, response) => {
    const server = request.url === "/" ? cache : host;
    server.emit("request", request, response);
  });
}

/**
 * Addresses of the scripts that the page has loaded.
 * @param {import("puppeteer-core").Page} page
 */
function scriptsOf(page) {
  return page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => name.endsWith(".js")),
  );
}

inBrowsers(
  "A new version",
  ({ open }) => {
    test("leaves an open page whole, also labs not visited, and comes with a click", async () => {
      deployed = createStaticServer(dist);
      const { page, errors } = await open({ path: "#start=random&seed=5", offline: true });
      await untilComplete(page);
      await page.keyboard.press("d");
      await page.waitForFunction(() => navigator.serviceWorker.controller, { polling: 40 });
      await clickOn(page, byId("step"));
      await until(page, "steps", 1);
      const fingerprint = await stateOf(page, "fingerprint");
      nextVersion();
      deployed = createStaticServer(folder);
      await openLab(page, "teach");
      const before = await scriptsOf(page);
      assert.ok(before.some((name) => /teach-[^/]*\.js$/.test(name)));
      assert.ok(!before.some((name) => name.includes("-next")), String(before));
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      await untilWords(page, ".notices", /A new version of this page is ready/);
      await Promise.all([
        page.waitForNavigation(),
        clickOn(page, ".notices button::-p-text(Reload)"),
      ]);
      await until(page, "fingerprint", fingerprint);
      await openLab(page, "fool");
      const now = await scriptsOf(page);
      assert.ok(
        now.some((name) => /fool-[^/]*-next\.js$/.test(name)),
        String(now),
      );
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("whose page came to the host before its files leaves no blank page either", async () => {
      nextVersion();
      const next = createStaticServer(folder);
      deployed = mixed(next, createStaticServer(dist));
      const { page } = await open({ offline: true });
      await page.waitForSelector("#start [data-reason=file]", { visible: true });
      deployed = next;
      await clickOn(page, "#start button");
      await until(page, "status", "ready");
      await page.close();
    });

    test("beside an old page out of a cache leaves no blank page; a click mends it", async () => {
      nextVersion();
      const next = createStaticServer(folder);
      deployed = mixed(createStaticServer(dist), next);
      const { page } = await open({ offline: true });
      await page.waitForSelector("#start [data-reason=file]", { visible: true });
      deployed = next;
      await clickOn(page, "#start button");
      await until(page, "status", "ready");
      assert.equal(
        await page.$eval("#start [data-reason=file]", (words) => words.checkVisibility()),
        false,
      );
      await page.close();
    });
  },
  {
    answer: (request, response) => deployed.emit("request", request, response),
  },
);
