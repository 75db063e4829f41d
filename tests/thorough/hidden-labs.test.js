/** Labs that are not open: nothing is painted that nobody sees; opened, all is up to date. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import { openLab, until, untilAtRest } from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

/** Pictures of pixels, drawings with words, and lines. */
const LABS = ["learned", "inside", "train"];
/** More frames than the page spreads its painting over. */
const FRAMES = 100;

/** Runs before the page: counts what is painted in hidden parts of it. */
function countPaintings() {
  const counted = /** @type {any} */ (globalThis);
  counted.unseen = 0;
  const { prototype } = CanvasRenderingContext2D;
  for (const name of /** @type {const} */ (["clearRect", "putImageData"])) {
    const paint = /** @type {any} */ (prototype[name]);
    prototype[name] = function (/** @type {any[]} */ ...all) {
      if (this.canvas instanceof HTMLCanvasElement && this.canvas.closest("[hidden]")) {
        counted.unseen++;
      }
      return paint.apply(this, all);
    };
  }
}

/** @param {Page} page @returns {Promise<number>} since it was asked last, many frames later */
function unseenPaintings(page) {
  return page.evaluate(async (frames) => {
    for (let i = 0; i < frames; i++) await new Promise(requestAnimationFrame);
    const counted = /** @type {any} */ (globalThis);
    const { unseen } = counted;
    counted.unseen = 0;
    return unseen;
  }, FRAMES);
}

/** The lab's canvases, as they are painted. @param {Page} page @param {string} lab */
function paintedIn(page, lab) {
  return page.$$eval(`#${lab} canvas`, (all) =>
    all.filter((each) => each.checkVisibility()).map((each) => each.toDataURL()),
  );
}

/** @param {Page} page @param {"dark" | "light"} theme */
function setTheme(page, theme) {
  return page.evaluate((chosen) => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    return session.set("theme", chosen);
  }, theme);
}

inBrowsers("A lab that is not open", ({ open }) => {
  test("is not painted before it is opened, whatever changes", async () => {
    const { page, errors } = await open({ before: countPaintings });
    await until(page, "status", "ready");
    await setTheme(page, "light");
    /** @type {Record<string, string[]>} */
    const light = {};
    for (const lab of LABS) {
      await openLab(page, lab);
      await untilAtRest(page);
      await unseenPaintings(page);
      light[lab] = await paintedIn(page, lab);
      assert.ok(light[lab].length > 0, lab);
    }
    await openLab(page, "noise");
    await untilAtRest(page);
    await unseenPaintings(page);

    await setTheme(page, "dark");
    assert.equal(await unseenPaintings(page), 0, "theme");
    await page.keyboard.press("p");
    await page.waitForSelector("[data-presenting]");
    assert.equal(await unseenPaintings(page), 0, "presentation");
    await page.keyboard.press("Escape");
    await page.waitForSelector(":root:not([data-presenting])");
    assert.equal(await unseenPaintings(page), 0, "end of the presentation");

    for (const lab of LABS) {
      await openLab(page, lab);
      await untilAtRest(page);
      await unseenPaintings(page);
      assert.notDeepEqual(await paintedIn(page, lab), light[lab], `${lab}, dark`);
    }
    await setTheme(page, "light");
    for (const lab of LABS) {
      await openLab(page, lab);
      await untilAtRest(page);
      await unseenPaintings(page);
      assert.deepEqual(await paintedIn(page, lab), light[lab], `${lab}, light again`);
    }
    assert.deepEqual(errors, []);
    await page.close();
  });
});
