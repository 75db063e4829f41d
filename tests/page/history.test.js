/** A network's history on the page: links, reloads, undo, and a worker that dies. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import {
  byId,
  clickOn,
  stateOf,
  textOf,
  until,
  untilAtLeast,
  untilAtRest,
  untilComplete,
  untilSaved,
  untilWords,
} from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

/**
 * The link that the page would copy.
 * @param {Page} page
 * @param {string[]} [hide]
 * @returns {Promise<{ hash: string, why: string }>}
 */
function linkOf(page, hide) {
  return page.evaluate((hide) => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    const { href, why } = session.link(hide && { hide });
    return { hash: new URL(href).hash, why };
  }, hide);
}

/** Has the page remember its workers, so that a test can end one as the browser would. */
function rememberWorkers() {
  const Original = globalThis.Worker;
  /** @type {any} */ (globalThis).workers = [];
  globalThis.Worker = class extends Original {
    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      /** @type {any} */ (globalThis).workers.push(this);
    }
  };
}

inBrowsers(
  "A network's history",
  ({ open }) => {
    test("a reload in training goes on as saved; Ctrl+Z undoes a reset after it", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=9&epochs=10000" });
      await untilComplete(page);
      await clickOn(page, byId("train"));
      await untilAtLeast(page, "saving.version", 1);
      await page.reload();
      await untilComplete(page);
      assert.ok((await stateOf(page, "steps")) > 0);
      assert.equal(await stateOf(page, "phase"), "paused");
      const fingerprint = await stateOf(page, "fingerprint");
      await clickOn(page, byId("reset"));
      await until(page, "steps", 0);
      await untilSaved(page);
      await page.reload();
      await untilComplete(page);
      await page.keyboard.down("Control");
      await page.keyboard.press("z");
      await page.keyboard.up("Control");
      await until(page, "fingerprint", fingerprint);
      await untilWords(
        page,
        "dh-network-caption",
        /trained for [\d,]+ steps? on built-in handwriting/,
      );
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a worker that dies is replaced, from the last report, with one sentence", async () => {
      const { page, errors } = await open({
        path: "#start=random&seed=9&epochs=10000",
        before: rememberWorkers,
      });
      await untilComplete(page);
      await clickOn(page, byId("train"));
      await untilAtLeast(page, "examples", 5000);
      const steps = await page.evaluate(() => {
        /** @type {any} */ (globalThis).workers.at(-1).terminate();
        return /** @type {any} */ (document.querySelector("dh-playground")).session.state.steps;
      });
      await untilWords(page, ".notices", /The engine stopped.*your network is kept/);
      assert.ok((await stateOf(page, "steps")) >= steps);
      assert.equal(await stateOf(page, "phase"), "paused");
      assert.match(await textOf(page, "train"), /Train/);
      await untilComplete(page);
      const before = await stateOf(page, "steps");
      await clickOn(page, byId("step"));
      await until(page, "steps", before + 1);
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { thorough: "firefox" },
);

inBrowsers(
  "A network's history, as every browser keeps it",
  ({ open }) => {
    test("a theme and a reload leave the lesson's network; its class link opens it", async () => {
      const { page, errors } = await open();
      await untilComplete(page);
      const fingerprint = await stateOf(page, "fingerprint");
      await clickOn(page, "dh-toolbar .theme");
      await page.waitForFunction(() => location.hash.includes("theme=light"), { polling: 40 });
      await page.reload();
      await until(page, "status", "ready");
      assert.equal(await stateOf(page, "fingerprint"), fingerprint);
      assert.equal(await stateOf(page, "settings.theme"), "light");
      const { hash, why } = await linkOf(page, ["reset", "noise"]);
      assert.equal(why, "");
      const student = await open({ path: hash });
      await until(student.page, "fingerprint", fingerprint);
      assert.equal(await student.page.$(byId("reset")), null);
      assert.equal(await stateOf(student.page, "settings.theme"), "auto");
      assert.deepEqual([...errors, ...student.errors], []);
      await page.close();
      await student.page.close();
    });

    test("a link makes exactly the lesson's network trained on with changing options", async () => {
      const { page } = await open();
      await untilComplete(page);
      for (const [key, value] of /** @type {[string, any][]} */ ([
        ["rate", 0.001],
        ["batch", 32],
        ["rate", 0.002],
      ])) {
        await page.evaluate(
          (key, value) =>
            /** @type {any} */ (document.querySelector("dh-playground")).session.set(key, value),
          key,
          value,
        );
        const steps = await stateOf(page, "steps");
        await clickOn(page, byId("step"));
        await until(page, "steps", steps + 1);
      }
      await untilAtRest(page);
      const fingerprint = await stateOf(page, "fingerprint");
      const { hash, why } = await linkOf(page);
      assert.equal(why, "");
      // The address has the speed, too; a link leaves theme and speed to who opens it.
      assert.equal(await page.evaluate(() => location.hash), `${hash}&speed=full`);
      const other = await open({ path: hash });
      await until(other.page, "fingerprint", fingerprint);
      await untilAtRest(other.page);
      const keys = await other.page.evaluate(() =>
        /** @type {any} */ (document.querySelector("dh-playground")).session.state.notices.map(
          (/** @type {any} */ { key }) => key,
        ),
      );
      assert.ok(!keys.includes("link"), String(keys));
      await page.close();
      await other.page.close();
    });

    test("in every frame of training all in sight shows one version of the network", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=9&epochs=10000" });
      await untilComplete(page);
      await page.evaluate(() => {
        const parts = /** @type {any[]} */ (
          ["dh-network", "dh-tiles", "dh-stats"].map((name) => document.querySelector(name))
        );
        const { session } = parts[0];
        const seen = { frames: 0, mixed: /** @type {number[][]} */ ([]) };
        Object.assign(globalThis, { seen });
        const look = async () => {
          await Promise.all(parts.map((part) => part.updateComplete));
          const versions = parts.map((part) => part.paintedVersion);
          seen.frames++;
          if (new Set(versions).size > 1) seen.mixed.push(versions);
        };
        session.subscribe((/** @type {any} */ state, /** @type {any} */ before) => {
          if (state.version !== before.version) queueMicrotask(look);
        });
      });
      await clickOn(page, byId("train"));
      await page.waitForFunction(() => /** @type {any} */ (globalThis).seen.frames > 20, {
        polling: 40,
      });
      const { mixed } = await page.evaluate(() => /** @type {any} */ (globalThis).seen);
      assert.deepEqual(mixed, []);
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);
