/**
 * The pages of the documentation in Chromium, on a large screen and on a phone, dark and light: axe
 * finds nothing, nothing leaves the page, what scrolls can be scrolled by keys.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { PAGES } from "../../tools/docs/pages.js";
import { inBrowsers } from "../support/browser.js";
import { until } from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const axe = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

/** WCAG 2.2 A and AA, and best practices. @param {Page} page @returns {Promise<string[]>} */
async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const found = await /** @type {any} */ (globalThis).axe.run(document, {
      resultTypes: ["violations"],
      preload: false,
      rules: { "target-size": { enabled: true } },
    });
    return found.violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.map((/** @type {any} */ node) => `${id}: ${node.target} ${node.any[0]?.message ?? ""}`),
    );
  });
}

/** What leaves the page, or scrolls and cannot be reached by keys. @param {Page} page */
const faultsOf = (page) =>
  page.evaluate(() => {
    const faults = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} wide`);
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (
      document.querySelectorAll("main *")
    )) {
      const isScrolled = /auto|scroll/.test(getComputedStyle(part).overflowX);
      if (isScrolled && part.scrollWidth > part.clientWidth && part.tabIndex < 0)
        faults.push(`${part.outerHTML.slice(0, 60)} cannot be scrolled by keys`);
    }
    return faults;
  });

inBrowsers(
  "The documentation",
  ({ open }) => {
    for (const { file } of PAGES) {
      test(`${file} is right for everyone, at both sizes and in both themes`, async () => {
        const { page, errors } = await open({ path: `docs/${file}` });
        for (const scheme of ["dark", "light"]) {
          await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
          for (const size of SIZES) {
            await page.setViewport(size);
            const found = [...(await violations(page)), ...(await faultsOf(page))];
            assert.equal(found.slice(0, 10).join("\n"), "", `${file}, ${size.width}, ${scheme}`);
          }
        }
        assert.deepEqual(errors, []);
        await page.close();
      });
    }

    test("a page has the text first on a phone, and its contents unfold", async () => {
      const { page } = await open({ path: "docs/package.html", width: 390, height: 844 });
      const seen = () =>
        page.$$eval("nav a", (links) => links.filter((link) => link.checkVisibility()).length);
      const before = await seen();
      await page.click("summary");
      assert.ok((await seen()) >= before + PAGES.length);
      await page.close();
    });

    test("the page and its documentation lead to each other, past the service worker", async () => {
      const { page } = await open({ offline: true });
      await page.waitForSelector('[data-testid="docs"]');
      // The service worker comes with the first use.
      await until(page, "status", "ready");
      await page.keyboard.press("d");
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
      const address = await page.$eval(
        '[data-testid="docs"]',
        (link) => /** @type {HTMLAnchorElement} */ (link).href,
      );
      await page.goto(address);
      assert.ok(await page.evaluate(() => navigator.serviceWorker.controller));
      assert.equal(await page.$eval("h1", (title) => title.textContent), "Documentation");
      await Promise.all([page.waitForNavigation(), page.click(".top .button")]);
      await page.waitForSelector("dh-playground");
      await page.close();
    });
  },
  { only: "chromium" },
);
