/** The page without a network, once it was visited. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { findBrowser, launch, openPage, servePage } from "../support/browser.js";
import { isTheirTurn } from "../support/thorough.js";
import { byId, clickOn, until, untilComplete, untilWords } from "../support/visitor.js";

/**
 * A test in each browser: the page was visited, its host is gone, and it is opened again.
 * @param {string} title
 * @param {{ visited: string, opened: string, thorough?: boolean }} paths  of its addresses;
 *   thorough: not in `make test`
 * @param {(page: import("puppeteer-core").Page) => Promise<void>} use
 */
function withoutNetwork(title, { visited, opened, thorough = false }, use) {
  if (!isTheirTurn(thorough)) return;
  for (const name of /** @type {const} */ (["chromium", "firefox"])) {
    const skip = findBrowser(name) ? false : `${name} is not installed`;
    test(`${title}, in ${name}`, { skip }, async () => {
      const browser = await launch(name);
      const server = await servePage();
      try {
        const { page } = await openPage(browser, server.url, { path: visited, offline: true });
        // The service worker comes with the first use, once the page is there to see it.
        await until(page, "status", "ready");
        await page.keyboard.press("d");
        await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
        server.close();
        await page.goto(server.url + opened);
        await use(page);
      } finally {
        await browser.close();
        server.close();
      }
    });
  }
}

withoutNetwork(
  "after the first visit the page works without a network",
  { visited: "", opened: "?seed=2" },
  async (page) => {
    await page.waitForFunction(() => {
      const shown = document.querySelector('[data-testid="fingerprint"]');
      return /^[0-9a-f]{4}/.test(shown?.textContent ?? "");
    });
    await untilComplete(page);
    await clickOn(page, '[data-testid="step"]');
    await page.waitForFunction(() => {
      const seen = document.querySelector('[data-testid="examples"]')?.textContent ?? "0";
      return Number.parseInt(seen, 10) > 0;
    });
    await untilWords(page, byId("data-source"), /handwriting/);
    assert.deepEqual(await surveyed(page), { before: 0, count: 100, workers: 1 });
    await dropDigits(page);
    await untilWords(page, "dh-own-data-preview h3", /^my-images: 40 images$/);
  },
);

withoutNetwork(
  "so does it in another language, and stays there",
  { visited: "es/", opened: "es/?seed=2#noise", thorough: true },
  async (page) => {
    await until(page, "status", "ready");
    await page.waitForSelector(`#noise .instrument[aria-busy="false"] > *`);
    // A language that was never visited.
    await clickOn(page, "dh-footer .languages [hreflang=de]");
    await untilWords(page, "dh-notices", /No se puede acceder a la página en ese idioma/);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "es");
  },
);

/**
 * Drops own digits, which a dialog and a worker that the first visit did not load read.
 * @param {import("puppeteer-core").Page} page
 */
function dropDigits(page) {
  return page.evaluate(() => {
    const images = new Uint8Array(16 + 40 * 784);
    const labels = new Uint8Array(8 + 40);
    images.set([0, 0, 8, 3, 0, 0, 0, 40, 0, 0, 0, 28, 0, 0, 0, 28]);
    labels.set([0, 0, 8, 1, 0, 0, 0, 40]);
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([images], "my-images"));
    dataTransfer.items.add(new File([labels], "my-labels"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
  });
}

/**
 * A lab's question, which is answered in a worker that the first visit did not start.
 * @param {import("puppeteer-core").Page} page
 */
function surveyed(page) {
  return page.evaluate(async () => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    const before = session.pool?.size ?? 0;
    const question = { kind: "shuffled", seed: 1, count: 100 };
    const { found } = await session.query("noiseSurvey", question);
    return { before, count: found.count, workers: session.pool?.size };
  });
}
