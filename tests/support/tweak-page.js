/** What a visitor sees of the lab Tweak in a browser. */

import assert from "node:assert/strict";
import { byId } from "./visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

/** @param {string} text  of an element, as one line */
const plain = (text) => text.replace(/\s+/g, " ").trim();

/** The rows of the table, as they are read. @param {Page} page */
export async function rowsOf(page) {
  const rows = await page.$$eval("[data-run]", (rows) =>
    rows.map((row) => {
      const cell = (/** @type {string} */ name) => row.querySelector(`.${name}`)?.textContent ?? "";
      return { words: cell("words"), accuracy: cell("accuracy"), print: cell("print") };
    }),
  );
  return rows.map(({ words, accuracy, print }) => ({
    words: plain(words),
    accuracy: plain(accuracy),
    print: plain(print),
  }));
}

/** What in the lab has the focus: its test id, or ""; null when nothing has. @param {Page} page */
export function focused(page) {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (!active?.closest("#tweak")) return null;
    return /** @type {HTMLElement} */ (active).dataset.testid ?? "";
  });
}

/**
 * Waits until so many runs have ended, and none runs or waits.
 * @param {Page} page @param {number} count
 */
export function untilRuns(page, count) {
  return page.waitForFunction(
    (count) => {
      const rows = document.querySelectorAll("[data-run]");
      return rows.length === count && !document.querySelector('[data-testid="tweak-now"]');
    },
    { polling: 40, timeout: 60_000 },
    count,
  );
}

/** Minutes that a preset may take on a busy machine, in milliseconds. */
const LONG = 40 * 60_000;

/** The same of one run that takes longer than a browser answers a question. @param {Page} page */
export async function untilLongRun(page) {
  for (const end = performance.now() + LONG; performance.now() < end; ) {
    if (!(await page.$(byId("tweak-now")))) return untilRuns(page, 1);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  assert.fail("it did not end");
}
