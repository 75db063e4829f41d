/** Addresses as they are glued and passed on: what was meant opens, and then they say it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import { byId, clickOn, openLab, stateOf, until } from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const NETWORK = "start=random&seed=5&steps=60&data=handwriting";

/** What the address says. @param {Page} page */
const place = (page) =>
  page.evaluate(() => {
    const { pathname, search, hash } = location;
    return { path: pathname + search, hash };
  });

/** As in a browser that keeps nothing. Runs in the page. */
function keepsNothing() {
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException("forbidden", "SecurityError");
      },
    });
  }
}

inBrowsers(
  "An address",
  ({ open, url }) => {
    for (const path of ["//", "//index.html"]) {
      test(`whose path is ${path} opens the page, its places and its links`, async () => {
        const { page, errors } = await open({ path: `${path.slice(1)}#start=random&seed=3` });
        await until(page, "status", "ready");
        assert.equal(await stateOf(page, "settings.seed"), 3);
        await openLab(page, "noise");
        await clickOn(page, byId("step"));
        await page.waitForFunction(() => /^#noise.*&steps=1&/.test(location.hash));
        await page.goBack();
        await until(page, "lab", "");
        assert.equal((await place(page)).path, path);
        assert.deepEqual(errors, []);
        await page.close();
      });
    }

    test("whose path is // leads to the page in its language, and says it there", async () => {
      const { page } = await open({ path: "/?lang=de&a=b" });
      await until(page, "status", "ready");
      assert.equal(await page.evaluate(() => document.documentElement.lang), "de-DE");
      assert.equal((await place(page)).path, "//de/?a=b");
      await page.close();
      const english = await open({ path: "/?lang=en" });
      await until(english.page, "status", "ready");
      assert.equal((await place(english.page)).path, "//");
      assert.deepEqual(english.errors, []);
      await english.page.close();
    });

    test("of a link whose # has become ? opens the very network, and is its link", async () => {
      const meant = await open({ path: `#${NETWORK}` });
      await until(meant.page, "steps", 60);
      await meant.page.waitForFunction(() => /&print=/.test(location.hash));
      const { hash } = await place(meant.page);
      const fingerprint = await stateOf(meant.page, "fingerprint");
      await meant.page.close();

      const { page, errors } = await open();
      const words = `noise&${hash.slice(1)}`;
      for (const [asked, path] of [
        [`?${words}`, "/"],
        [`?${encodeURIComponent(words)}`, "/"],
        [`/?utm_source=mail&${words.replaceAll("&", "&amp;")}&a=b`, "//?utm_source=mail&a=b"],
        [`?${hash.slice(1)}#noise`, "/"],
        [`?lang=de&${words}`, "/de/"],
      ]) {
        await page.goto(url() + asked);
        await until(page, "fingerprint", fingerprint);
        await until(page, "lab", "noise");
        await page.waitForFunction(() => /^#noise&.*&print=/.test(location.hash));
        assert.deepEqual(await place(page), { path, hash: `#${words}` }, asked);
        assert.deepEqual(await stateOf(page, "notices"), [], asked);
      }
      assert.deepEqual(
        errors.filter((error) => !/downloadable font/.test(error)),
        [],
      );
      await page.close();
    });

    test("names a language beside such a link where nothing is kept, too", async () => {
      const path = `?${NETWORK}&lang=de&speed=full`;
      const { page } = await open({ path, before: keepsNothing });
      await until(page, "steps", 60);
      assert.equal((await place(page)).path, "/de/?lang=de");
      assert.equal(await stateOf(page, "settings.seed"), 5);
      await page.close();
    });
  },
  { thorough: "firefox" },
);
