/** Handouts: what is printed says by which link it opens, and its QR code says the same. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LAB_IDS } from "../../web/common/lab-ids.js";
import { inBrowsers } from "../support/browser.js";
import { scanned } from "../support/scanned.js";
import { openLab, PATIENCE, stateOf, until } from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

/** The link of the page as it is. @param {Page} page */
const linkOf = (page) =>
  page.$eval("dh-playground", (part) => /** @type {any} */ (part).session.link().href);

/** Who opens a page to print it touches nothing. @param {Page} page */
async function untilPrintable(page) {
  await until(page, "status", "ready");
  // The foot of the page and the way to paper are one file.
  await page.waitForSelector("dh-footer footer");
  await page.waitForFunction(() => {
    dispatchEvent(new Event("beforeprint"));
    const isHeard = "printing" in document.documentElement.dataset;
    dispatchEvent(new Event("afterprint"));
    return isHeard;
  }, PATIENCE);
}

/**
 * Lays the page out for a sheet, and back.
 * @template T @param {Page} page @param {() => Promise<T>} look  at the sheet
 */
async function onSheet(page, look) {
  await page.evaluate(() => void dispatchEvent(new Event("beforeprint")));
  try {
    return await look();
  } finally {
    await page.evaluate(() => void dispatchEvent(new Event("afterprint")));
  }
}

/**
 * What a camera reads; a sheet has more dots for each millimetre than a screen.
 * @param {Page} page
 */
async function scannedOn(page) {
  await page.$eval(".handout .qr", (code) => {
    Object.assign(/** @type {any} */ (code).style, { position: "static", width: "480px" });
  });
  return scanned(page, ".handout .qr");
}

/** The words above the link, and the link. @param {Page} page */
const wordsOf = (page) =>
  page.$eval(".handout p", (p) => ({
    words: p.textContent ?? "",
    href: p.querySelector("span")?.textContent,
  }));

inBrowsers("A handout", ({ open, url }) => {
  test("of each lab has the link that opens it, and its QR code", async () => {
    const { page, errors } = await open({ path: "#start=random&seed=5&run=60&data=handwriting" });
    await untilPrintable(page);
    await until(page, "provenance.done.0.steps", 60);
    for (const lab of ["", ...LAB_IDS]) {
      if (lab) await openLab(page, lab);
      const href = await linkOf(page);
      assert.ok(href.startsWith(`${url()}#${lab}`), href);
      await onSheet(page, async () => {
        const printed = await wordsOf(page);
        assert.equal(printed.href, href);
        assert.match(printed.words, /with exactly this network:/);
        assert.equal(await scannedOn(page), href, lab);
      });
      assert.equal(await page.$(".handout"), null);
    }
    const student = await open({ path: (await linkOf(page)).slice(url().length) });
    await until(student.page, "fingerprint", await stateOf(page, "fingerprint"));
    assert.deepEqual([...errors, ...student.errors], []);
  });

  test("of a class view opens that view", async () => {
    const { page, errors } = await open({ path: "#noise&hide=reset&labs=noise.fool" });
    await untilPrintable(page);
    await onSheet(page, async () => {
      assert.match(String(await scannedOn(page)), /#noise&.*&hide=reset&labs=noise\.fool$/);
    });
    assert.deepEqual(errors, []);
  });

  test("says why its link makes another network, and has no code if it is too long", async () => {
    const many = Array.from({ length: 80 }, (_, i) => `1*rate~${(i % 2) + 2}`).join("_");
    const { page, errors } = await open({
      path: `#start=random&seed=5&run=${many}&data=handwriting`,
    });
    await untilPrintable(page);
    await until(page, "provenance.done.length", 80);
    await onSheet(page, async () => {
      const { href = "" } = await wordsOf(page);
      assert.equal(href, await linkOf(page));
      assert.ok(href?.length > 800, href);
      assert.equal(await page.$(".handout .qr"), null);
    });
    await page.$eval("dh-playground", (part) =>
      /** @type {any} */ (part).session.edit({ indices: [0], values: [1], gesture: 1 }),
    );
    await page.waitForFunction(
      () =>
        /** @type {any} */ (document.querySelector("dh-playground")).session.link().exact === false,
      PATIENCE,
    );
    await onSheet(page, async () => {
      assert.match((await wordsOf(page)).words, /but not with exactly this network, because \w.*:/);
    });
    assert.deepEqual(errors, []);
  });
});
