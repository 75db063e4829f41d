/** Class links: made in their dialog, read from the QR code, opened by a student. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import { scanned } from "../support/scanned.js";
import { byId, clickOn, openSettings, stateOf, until } from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const CODE = "#class-dialog .qr";

/** Ticks or clears boxes. @param {Page} page @param {string} name @param {string[]} values */
async function change(page, name, values) {
  for (const value of values) {
    await clickOn(page, `#class-dialog input[name=${name}][value=${value}]`);
  }
}

/** @param {Page} page */
async function openClassDialog(page) {
  await until(page, "status", "ready");
  await openSettings(page);
  await clickOn(page, byId("class-link"));
  await page.waitForSelector("#class-dialog[open]");
}

/** Words of all labs in the bar. @param {Page} page */
const inBar = (page) =>
  page.$$eval("nav.labs a", (links) => links.map((link) => link.getAttribute("href")));

inBrowsers(
  "A class link",
  ({ open, url }) => {
    test("is what its QR code says, and shows what was chosen, and only that", async () => {
      const teacher = await open({ path: "#start=random&seed=5&run=60&data=handwriting" });
      await until(teacher.page, "provenance.done.0.steps", 60);
      await openClassDialog(teacher.page);
      const others = ["draw", "inside", "downhill", "train", "gradient", "learned"];
      await change(teacher.page, "places", [...others, "teach", "memorise", "binary", "tweak"]);
      await change(teacher.page, "hide", ["reset", "file"]);
      await teacher.page.select(byId("class-language"), "de");
      await teacher.page.type(byId("class-task"), "Find out what fools it.");
      const href = String(await scanned(teacher.page, CODE));
      assert.ok(href.startsWith(`${url()}de/#`), href);
      assert.equal(await teacher.page.$eval(".class-sheet .small", (p) => p.textContent), href);

      const student = await open({ path: href.slice(url().length) });
      const { page } = student;
      await until(page, "status", "ready");
      await until(page, "fingerprint", await stateOf(teacher.page, "fingerprint"));
      assert.equal(await page.evaluate(() => document.documentElement.lang), "de-DE");
      assert.deepEqual(await inBar(page), ["#cost", "#noise", "#fool"]);
      // The playground is not shown: the first lab that is.
      assert.equal(await stateOf(page, "lab"), "cost");
      assert.equal(await page.$(byId("reset")), null);
      await page.evaluate(() => {
        location.hash = "tweak";
      });
      await page.waitForFunction(() => location.hash.startsWith("#cost"));
      assert.equal(await stateOf(page, "lab"), "cost");
      await page.waitForSelector('#cost .ways a[href^="#"]');
      assert.equal(await page.$("dh-playground .larger"), null);
      assert.equal(
        await page.$eval('#cost .ways a[href^="#"]', (next) => next.getAttribute("href")),
        "#noise",
      );

      await page.reload();
      await until(page, "status", "ready");
      assert.deepEqual(await inBar(page), ["#cost", "#noise", "#fool"]);
      await clickOn(page, byId("show-all"));
      await page.waitForFunction(() => document.querySelectorAll("nav.labs a").length === 13);
      assert.equal(await page.$(".class-bar"), null);
      assert.deepEqual([...teacher.errors, ...student.errors], []);
    });

    test("says that a place must be chosen, and which words are too many for a code", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=5" });
      await openClassDialog(page);
      const all = await page.$$eval("#class-dialog input[name=places]", (boxes) =>
        boxes.map((box) => /** @type {HTMLInputElement} */ (box).value),
      );
      await change(page, "places", all);
      await page.waitForSelector("#class-dialog [role=alert]");
      assert.equal(await page.$("#class-dialog .qr"), null);
      await change(page, "places", ["noise"]);
      assert.match(String(await scanned(page, CODE)), /#noise&.*&labs=noise$/);
      assert.deepEqual(errors, []);
    });
  },
  { thorough: "firefox" },
);
