/** Going about the page: a lab that is asked for is the lab that is arrived at. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import { untilComplete, untilStill } from "../support/visitor.js";

const LABS = /assets\/(inside|cost|train|learned|noise|fool|teach)-/;

inBrowsers(
  "Going about the page",
  ({ open }) => {
    for (const width of [1440, 390]) {
      test(`a link to the last lab ends there, although the labs above grow late, ${width} wide`, async () => {
        const { page, errors } = await open({ path: "#start=random", width });
        await untilComplete(page);
        const [lab] = await page.$$eval("nav.labs a", (links) => {
          const last = /** @type {HTMLAnchorElement} */ (links[links.length - 1]);
          last.click();
          return [last.hash.slice(1)];
        });
        await page.waitForSelector(`#${lab} .instrument[aria-busy="false"] > *`);
        await untilStill(page);
        const top = await page.$eval(`#${lab}`, (section) => section.getBoundingClientRect().top);
        assert.ok(top > -2 && top < 120, `its top is at ${top}`);
        assert.equal(await page.evaluate(() => document.activeElement?.id), lab);
        assert.deepEqual(errors, []);
        await page.close();
      });
    }
  },
  { late: LABS, only: "chromium" },
);
