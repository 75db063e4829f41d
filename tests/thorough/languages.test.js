/** The page in other languages: found by the browser, the address and the menu. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import { clickOn, stateOf, until } from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

/** What the browser says its reader speaks. Runs in the page. */
function speaksSpanish() {
  Object.defineProperty(Navigator.prototype, "languages", { get: () => ["fr", "es-MX", "en"] });
}

/** @param {Page} page @param {string} language of the document @param {string} words a button's */
async function untilSpeaks(page, language, words) {
  await page.waitForFunction(
    (language, words) =>
      document.documentElement.lang === language &&
      document.querySelector('[data-testid="train"]')?.textContent?.trim() === words,
    {},
    language,
    words,
  );
  await until(page, "status", "ready");
}

/** @param {Page} page */
const place = (page) => page.evaluate(() => location.pathname + location.search + location.hash);

/** A page that is left for another breaks off its font. @param {string[]} errors */
const others = (errors) => errors.filter((error) => !/downloadable font/.test(error));

inBrowsers("The page's language", ({ open, url }) => {
  test("is the browser's, for a first visit, and stays the one that is chosen", async () => {
    const { page, errors } = await open({ before: speaksSpanish, path: "?a=b#noise" });
    await untilSpeaks(page, "es", "Entrenar");
    assert.match(await place(page), /^\/es\/\?a=b#noise/);
    await clickOn(page, "dh-footer .languages [hreflang=en]");
    await untilSpeaks(page, "en", "Train");
    await page.goto(url());
    await untilSpeaks(page, "en", "Train");
    assert.deepEqual(others(errors), []);
  });

  test("is the address's, which keeps all else that it says", async () => {
    const path = "#cost&lang=de&start=random&seed=7&rate=0.5";
    const { page, errors } = await open({ path });
    await untilSpeaks(page, "de-DE", "Trainieren");
    assert.match(await place(page), /^\/de\/#cost/);
    assert.deepEqual(
      await Promise.all(
        ["settings.seed", "settings.rate", "lab", "notices"].map((path) => stateOf(page, path)),
      ),
      [7, 0.5, "cost", []],
    );
    // A link that is pasted into the same tab.
    await page.evaluate(() => {
      location.hash = "noise&lang=zh";
    });
    await untilSpeaks(page, "zh-CN", "训练");
    assert.match(await place(page), /^\/zh\/#noise/);
    // English is where no folder is named.
    await page.evaluate(() => {
      location.hash = "lang=en";
    });
    await untilSpeaks(page, "en", "Train");
    assert.doesNotMatch(await place(page), /lang/);
    assert.deepEqual(others(errors), []);
  });

  test("changes with the network, its history and the drawing kept", async () => {
    const { page, errors } = await open({ path: "#start=random&seed=3" });
    await until(page, "status", "ready");
    await clickOn(page, '[data-testid="step"]');
    await until(page, "provenance.done.length", 1);
    const provenance = await stateOf(page, "provenance");
    const fingerprint = await stateOf(page, "fingerprint");
    await clickOn(page, "dh-footer .languages [hreflang=es]");
    await untilSpeaks(page, "es", "Entrenar");
    await until(page, "fingerprint", fingerprint);
    assert.deepEqual(await stateOf(page, "provenance"), provenance);
    assert.deepEqual(others(errors), []);
  });

  test("stays in a tab that has a network, whatever another tab has chosen since", async () => {
    const { page, errors } = await open({ before: speaksSpanish, path: "#lang=en&start=random" });
    await untilSpeaks(page, "en", "Train");
    await clickOn(page, '[data-testid="step"]');
    await until(page, "provenance.done.length", 1);
    const fingerprint = await stateOf(page, "fingerprint");
    await page.evaluate(() => {
      sessionStorage.removeItem("language");
      localStorage.setItem("language", "de");
      location.hash = "noise";
    });
    await until(page, "lab", "noise");
    await page.reload();
    await untilSpeaks(page, "en", "Train");
    await until(page, "fingerprint", fingerprint);
    assert.deepEqual(others(errors), []);
  });

  test("is chosen, and stays over a reload, where the browser keeps nothing", async () => {
    const { page } = await open({
      before: () => {
        Object.defineProperty(Navigator.prototype, "languages", { get: () => ["es", "en"] });
        for (const name of ["getItem", "setItem", "removeItem"]) {
          Object.defineProperty(Storage.prototype, name, {
            value: () => {
              throw new DOMException("Denied", "SecurityError");
            },
          });
        }
      },
    });
    await untilSpeaks(page, "es", "Entrenar");
    await clickOn(page, "dh-footer .languages [hreflang=en]");
    await untilSpeaks(page, "en", "Train");
    await page.reload();
    await untilSpeaks(page, "en", "Train");
    assert.match(await place(page), /^\/\?lang=en/);
  });
});
