/** What the page holds of a worker that has ended: nothing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import { byId, drop, until, untilWords } from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const ENDED = 6;

/** The worker that reads them ends with the first word of what is wrong. @param {Page} page */
async function readBadFiles(page) {
  for (let i = 0; i < ENDED; i++) {
    const name = `bad-${i}.csv`;
    await drop(page, { [name]: new TextEncoder().encode(`no digits, ${i}`) });
    await untilWords(page, byId("own-data-error"), new RegExp(name));
  }
}

/**
 * After garbage collections, of which some are needed.
 * @param {Page} page @param {number} expected @returns {Promise<number>} how many are held
 */
async function workersHeld(page, expected) {
  const client = await page.createCDPSession();
  try {
    for (let collections = 1; ; collections++) {
      await client.send("HeapProfiler.collectGarbage");
      const { result } = await client.send("Runtime.evaluate", { expression: "Worker.prototype" });
      const { objects } = await client.send("Runtime.queryObjects", {
        prototypeObjectId: String(result.objectId),
        objectGroup: "workers",
      });
      const { result: count } = await client.send("Runtime.callFunctionOn", {
        objectId: objects.objectId,
        functionDeclaration: "function () { return this.length; }",
        returnByValue: true,
      });
      await client.send("Runtime.releaseObjectGroup", { objectGroup: "workers" });
      if (count.value <= expected || collections === 100) return count.value;
      // What a collection has let go of is gone for good once its finalizers have run.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    }
  } finally {
    await client.detach();
  }
}

inBrowsers(
  "A worker that has ended",
  ({ open }) => {
    test("is let go of, with what it was given", async () => {
      const { page, errors } = await open();
      await until(page, "status", "ready");
      await readBadFiles(page);
      // The training worker's, and those that answer the labs' questions.
      const held = await workersHeld(page, 3);
      assert.ok(held <= 3, `${held} workers are held`);
      assert.deepEqual(errors, []);
    });
  },
  { only: "chromium" },
);
