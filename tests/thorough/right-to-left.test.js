/**
 * The page in a language that is written from right to left, made from English for this: see
 * tools/page/mirrored.js. It is built into a folder of its own, and is no part of the site.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { MIRRORED } from "../../tools/page/mirrored.js";

/** @typedef {import("puppeteer-core").Page} Page */

const root = fileURLToPath(new URL("../..", import.meta.url));
execFileSync("npx", ["vite", "build", "--logLevel", "error"], {
  cwd: root,
  env: { ...process.env, PAGE_LANGUAGE: MIRRORED },
  stdio: ["ignore", "ignore", "inherit"],
});

// They take it for the site.
process.env.DIST = `${root}build/mirrored`;
const { inBrowsers } = await import("../support/browser.js");
const { looks } = await import("../support/looks.js");
const { byId, openLab, openSettings, press, until, untilAtRest, untilComplete, untilStill } =
  await import("../support/visitor.js");

const FOLDER = `${MIRRORED}/`;

looks(FOLDER, "chromium");

/** @param {Page} page @param {string} selector */
const boxOf = (page, selector) =>
  page.$eval(selector, (element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return { left, right, width };
  });

/** Where the first letters of a text that match are drawn. @param {Page} page @param {string} at */
const signAndDigits = (page, at) =>
  page.$$eval(at, (all) => {
    const texts = all.flatMap((element) => [...element.childNodes]);
    const text = texts.find((node) => /[−+]\d/.test(node.nodeValue ?? ""));
    if (!text) return null;
    const sign = /** @type {string} */ (text.nodeValue).search(/[−+]\d/);
    const leftOf = (/** @type {number} */ index) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      return range.getBoundingClientRect().left;
    };
    return { sign: leftOf(sign), digits: leftOf(sign + 1) };
  });

inBrowsers(
  "From right to left",
  ({ open }) => {
    test("the first screen is mirrored, its pictures are not", async () => {
      const { page, errors } = await open({ path: `${FOLDER}#start=random&seed=3&steps=300` });
      await untilComplete(page);
      await untilAtRest(page);
      assert.equal(await page.$eval("html", (html) => getComputedStyle(html).direction), "rtl");
      const title = await boxOf(page, "dh-toolbar h1");
      assert.ok(title.right > 1440 - 60, `the title ends at ${title.right}`);
      const pad = await boxOf(page, "dh-playground .pad");
      const network = await boxOf(page, "dh-network");
      const side = await boxOf(page, "dh-playground .side");
      assert.ok(side.right <= network.left && network.right <= pad.left, "three columns");
      const outputs = await boxOf(page, "dh-network .outputs");
      const drawing = await boxOf(page, ".drawing-of-network");
      assert.ok(drawing.right <= outputs.left + 1, "outputs at the right of the network");
      // In one look: a chart may be replaced between two.
      await page.waitForFunction(() => {
        const plot = document.querySelector("dh-curve .uplot");
        return plot && getComputedStyle(plot).direction === "ltr";
      });
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("what opens stands beside its button, in the window", async () => {
      const { page, errors } = await open({ path: `${FOLDER}#start=random` });
      await until(page, "status", "ready");
      for (const width of [1440, 390]) {
        await page.setViewport({ width, height: 900 });
        await untilStill(page);
        await press(page, byId("load"));
        await page.waitForSelector("#load-list:popover-open");
        const button = await boxOf(page, byId("load"));
        const list = await boxOf(page, "#load-list");
        assert.ok(Math.abs(list.right - button.right) < 2 || list.left === 8, `${width} wide`);
        assert.ok(list.left >= 0 && list.right <= width, `the list, ${width} wide`);
        await page.keyboard.press("Escape");
        await openSettings(page);
        const dialog = await boxOf(page, "#settings-dialog");
        assert.ok(dialog.left >= 0 && dialog.right <= width, `the settings, ${width} wide`);
        await page.keyboard.press("Escape");
      }
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("the arrow to the left goes on to what stands there", async () => {
      const { page, errors } = await open({ path: `${FOLDER}#start=random` });
      await openLab(page, "downhill");
      await press(page, "#downhill-tab-one");
      const first = await boxOf(page, "#downhill-tab-one");
      await page.keyboard.press("ArrowLeft");
      const next = await page.waitForSelector('#downhill-tab-two[aria-selected="true"]');
      assert.ok(((await next?.boundingBox())?.x ?? Infinity) < first.left);
      await page.keyboard.press("ArrowRight");
      await page.waitForSelector('#downhill-tab-one[aria-selected="true"]');
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a sign stands at the left of its digits", async () => {
      const { page, errors } = await open({ path: `${FOLDER}#start=random&seed=3&steps=300` });
      await untilComplete(page);
      await untilAtRest(page);
      await openLab(page, "inside");
      await page.waitForSelector("dh-inside .sum .value");
      const where = await signAndDigits(page, "dh-inside .sum .value");
      assert.ok(where && where.sign < where.digits, JSON.stringify(where));
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { mnist: false },
);
