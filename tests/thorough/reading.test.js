/** Further reading in the labs: folded away, and no other host is asked before a click. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { READING, WORKS } from "../../web/common/reading.js";
import { inBrowsers } from "../support/browser.js";
import { clickOn, openLab, until } from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

/**
 * Opens the list of a lab, and says what is in it.
 * @param {Page} page @param {string} lab
 */
async function readingOf(page, lab) {
  await clickOn(page, `#${lab} footer details:last-child summary`);
  return page.$$eval(`#${lab} .reading > li`, (items) =>
    items.map((item) => {
      const { href, rel, target } = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
      const isSeen = item.checkVisibility();
      return { href, rel, target, isSeen, words: item.textContent ?? "" };
    }),
  );
}

inBrowsers("Further reading", ({ open }) => {
  test("is in the labs: each work with its link, its authors and what it adds", async () => {
    const { page, errors } = await open();
    await until(page, "status", "ready");
    for (const [lab, works] of Object.entries(READING)) {
      await openLab(page, lab);
      await page.waitForSelector(`#${lab} footer details`);
      const folded = await page.$eval(`#${lab} .reading`, (list) => list.checkVisibility());
      assert.equal(folded, false, lab);
      const items = await readingOf(page, lab);
      assert.deepEqual(
        items.map(({ href, rel, target, isSeen }) => ({ href, rel, target, isSeen })),
        works.map((id) => ({
          href: WORKS[id].url,
          rel: "noreferrer",
          target: "_blank",
          isSeen: true,
        })),
        lab,
      );
      for (const [i, id] of works.entries()) {
        assert.ok(items[i].words.includes(WORKS[id].title), items[i].words);
        assert.ok(items[i].words.includes(WORKS[id].authors[0]), items[i].words);
      }
    }
    assert.deepEqual(errors, []);
    await page.close();
  });

  for (const language of ["es", "zh", "de"]) {
    test(`says in ${language} what a work adds, and names it as it is called`, async () => {
      const { page, errors } = await open({ path: `${language}/#memorise` });
      await page.waitForSelector("#memorise footer details");
      const [first] = await readingOf(page, "memorise");
      const { adds } = await import(`../../web/texts/${language}/reading.js`);
      const plain = first.words.replace(/\s+/g, " ");
      assert.ok(plain.includes(adds.memorise.zhang.replace(/\s+/g, " ")), plain);
      assert.ok(plain.includes(WORKS.zhang.title), plain);
      assert.deepEqual(errors, []);
      await page.close();
    });
  }
});
