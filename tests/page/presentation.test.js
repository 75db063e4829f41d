/** Presentation mode: slides by remote control, over a reload, in a class view, to its end. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import { byId, clickOn, stateOf, until } from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const VIEW = { width: 1024, height: 768 };
const FIRST = /^1 \/ \d+$/;
const LAST = /^(\d+) \/ \1$/;

/** Opens the page there and begins. @param {Page} page */
async function begin(page) {
  await until(page, "status", "ready");
  await page.keyboard.press("p");
  await page.waitForSelector("dh-presentation .slides");
}

/** Waits for a lab and the number of its slide. @param {Page} page @param {string} lab */
async function untilSlide(page, lab, number = FIRST) {
  await until(page, "lab", lab);
  await page.waitForFunction(
    (source) =>
      new RegExp(source).test(document.querySelector(".slides .number")?.textContent?.trim() ?? ""),
    {},
    number.source,
  );
}

/** The page's own size of type, CSS pixels. @param {Page} page */
const typeSize = (page) =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));

/** The conditions of all media rules. @param {Page} page */
const mediaRules = (page) =>
  page.evaluate(() =>
    [...document.styleSheets]
      .flatMap(({ cssRules }) => [...cssRules])
      .flatMap((rule) => (rule instanceof CSSMediaRule ? rule.media.mediaText : []))
      .join("; "),
  );

/** Whether a control can be seen. @param {Page} page @param {string} selector */
const isSeen = (page, selector) =>
  page.$eval(selector, (element) => element.checkVisibility()).catch(() => false);

inBrowsers(
  "Presentation mode",
  ({ open }) => {
    test("leads by Page Down through a lab to the next, and back; Escape ends it", async () => {
      const { page, errors } = await open({ ...VIEW, path: "#learned" });
      await page.waitForSelector("#learned .ways a");
      const usual = await typeSize(page);
      await begin(page);
      await untilSlide(page, "learned");
      assert.ok((await typeSize(page)) * (14 / 16) >= 20);
      for (const chrome of ["dh-footer", "#learned .ways", "dh-lab-menu", byId("reset")]) {
        assert.equal(await isSeen(page, chrome), false, chrome);
      }
      for (const seen of [byId("train"), byId("accuracy"), "dh-prediction"]) {
        assert.equal(await isSeen(page, seen), true, seen);
      }
      await page.keyboard.press("ArrowRight");
      await untilSlide(page, "learned", /^2 \//);
      await page.keyboard.press("PageUp");
      await untilSlide(page, "learned");
      await page.keyboard.press("PageUp");
      await untilSlide(page, "gradient", LAST);
      await page.keyboard.press("PageDown");
      await untilSlide(page, "learned");
      await page.keyboard.down("Shift");
      await page.keyboard.press("PageDown");
      await page.keyboard.up("Shift");
      await untilSlide(page, "noise");

      await page.reload();
      await until(page, "status", "ready");
      await page.waitForSelector("dh-presentation .slides");
      await untilSlide(page, "noise");

      await page.keyboard.press("Escape");
      await page.waitForFunction(() => !document.querySelector("dh-presentation"));
      assert.equal(await typeSize(page), usual);
      await page.waitForSelector("#noise .ways a");
      for (const chrome of ["dh-footer", "#noise .ways", "dh-lab-menu", byId("reset")]) {
        assert.equal(await isSeen(page, chrome), true, chrome);
      }
      await page.reload();
      await until(page, "status", "ready");
      assert.equal(await page.$("dh-presentation"), null);
      assert.deepEqual(errors, []);
    });

    test("shows a class view's labs only, and prints as always", async () => {
      const path = "#noise&start=pretrained&labs=noise.fool&hide=noise";
      const { page, errors } = await open({ ...VIEW, path });
      await begin(page);
      await untilSlide(page, "noise");
      await page.keyboard.press("PageUp");
      await page.keyboard.down("Shift");
      await page.keyboard.press("PageDown");
      await untilSlide(page, "fool");
      await page.keyboard.press("PageDown");
      await page.keyboard.up("Shift");
      await untilSlide(page, "fool");
      assert.equal(await stateOf(page, "lab"), "fool");
      // Its style sheet comes with it, and has rules of its own.
      await page.waitForSelector('#fool .instrument[aria-busy="false"] > *');
      const before = await mediaRules(page);
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      assert.equal(await page.evaluate(() => document.documentElement.style.fontSize), "");
      assert.equal(await page.$eval("#fool", (lab) => getComputedStyle(lab).columnCount), "auto");
      assert.equal(await isSeen(page, ".slides"), false);
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      await page.waitForFunction(
        () =>
          getComputedStyle(document.querySelector("#fool") ?? document.body).columnCount === "1",
      );
      assert.equal(await mediaRules(page), before);
      assert.deepEqual(errors, []);
    });

    test("has a drawing as large as the window, and buttons for who has no keys", async () => {
      const { page, errors } = await open({ ...VIEW, path: "#inside" });
      await begin(page);
      await untilSlide(page, "inside");
      await page.keyboard.press("d");
      await page.waitForSelector("dh-playground[data-open]");
      await page.keyboard.press("Escape");
      await page.waitForSelector("dh-playground:not([data-open])");
      await page.keyboard.press("d");
      await page.waitForSelector("dh-playground[data-open]");
      const { height = 0 } = (await (await page.$("dh-drawing canvas"))?.boundingBox()) ?? {};
      assert.ok(height > 500, `${height}`);
      await clickOn(page, byId("enlarge"));
      await page.waitForSelector("dh-playground:not([data-open])");
      await clickOn(page, byId("next-slide"));
      await untilSlide(page, "inside", /^2 \//);
      await clickOn(page, byId("previous-slide"));
      await untilSlide(page, "inside");
      // Tab leads to what is on another slide, which comes into view.
      await page.focus("#inside .bench button");
      await page.waitForFunction(() => {
        const { left = -1, right = 0 } =
          document.activeElement?.closest(".bench") && document.activeElement
            ? document.activeElement.getBoundingClientRect()
            : {};
        return left >= 0 && right <= innerWidth;
      });
      // What is typed is taken back by Escape; the presentation goes on.
      await page.focus("#inside .bench input:not([type=range])");
      await page.keyboard.type("12");
      await page.keyboard.press("Escape");
      assert.ok(await page.$("dh-presentation .slides"));
      await clickOn(page, byId("end-presentation"));
      await page.waitForFunction(() => !document.querySelector("dh-presentation"));
      assert.deepEqual(errors, []);
    });
  },
  { thorough: "firefox" },
);
