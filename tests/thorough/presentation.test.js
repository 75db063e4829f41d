/**
 * Presentation mode: every slide of every lab fits the window of an old projector and of a new one,
 * and can be read at the back of a classroom.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LAB_IDS } from "../../web/common/lab-ids.js";
import { inBrowsers } from "../support/browser.js";
import { until, untilAtRest } from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

/** Of the smallest text, CSS pixels; a browser rounds. */
const LEAST = 19.9;
const PROJECTORS = [
  { width: 1024, height: 768, folder: "" },
  { width: 1920, height: 1080, folder: "" },
  // Whose words are longest, and whose are shortest and highest.
  { width: 1024, height: 768, folder: "de/" },
  { width: 1024, height: 768, folder: "es/" },
  { width: 1024, height: 768, folder: "zh/" },
];

/**
 * What is wrong with the slide in view: text that is too small, and what is cut or covered.
 * @param {number} least @returns {string[]}
 */
function faultsInView(least) {
  const lab = /** @type {HTMLElement} */ (document.querySelector("dh-lab:not([hidden]) > .lab"));
  const room = lab.getBoundingClientRect();
  /** @type {string[]} */ const faults = [];
  const { scrollHeight, scrollWidth } = document.documentElement;
  // Rounded, each of them.
  if (scrollHeight > innerHeight + 1 || scrollWidth > innerWidth + 1) {
    faults.push(`the page is ${scrollWidth}×${scrollHeight}`);
  }
  const over = lab.scrollHeight - lab.clientHeight;
  if (over > 1) faults.push(`the slide is ${over} px too high`);
  const shown = (/** @type {Element} */ element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest(".only-heard, option, [data-testid=examples]");
  /** The size of its text as it is drawn. @param {Element} element */
  const sizeOf = (element) => {
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    return element instanceof SVGGraphicsElement ? size * (element.getScreenCTM()?.a ?? 1) : size;
  };
  const isText = (/** @type {Node} */ { nodeType, textContent }) =>
    nodeType === Node.TEXT_NODE && textContent?.trim() !== "";
  for (const element of document.querySelectorAll("#page *")) {
    if (!shown(element)) continue;
    const hasText = [...element.childNodes].some(isText);
    const box = element.getBoundingClientRect();
    const isInView = box.left < innerWidth && box.right > 0 && box.width > 0;
    if (!isInView || box.bottom <= 0 || box.top >= innerHeight) continue;
    const name = `${element.localName} "${element.textContent?.trim().slice(0, 30)}"`;
    if (hasText && sizeOf(element) < least) faults.push(`${sizeOf(element)} px: ${name}`);
    const isThing = hasText || /^(canvas|button|input|select)$/.test(element.localName);
    if (!isThing || !lab.contains(element) || element.closest(".scroll, svg, math")) continue;
    const isWithin = box.left >= -1 && box.right <= innerWidth + 1;
    if (!isWithin || box.top < room.top - 1 || box.bottom > room.bottom + 1) {
      faults.push(`cut at ${Math.round(box.right)}, ${Math.round(box.bottom)}: ${name}`);
    }
    const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const isCovered = at && !element.contains(at) && !at.contains(element);
    if (isWithin && hasText && isCovered && getComputedStyle(element).pointerEvents !== "none") {
      faults.push(`covered by ${at.localName}.${at.className}: ${name}`);
    }
  }
  return faults;
}

/** @param {Page} page @returns {Promise<[at: number, count: number]>} */
const slide = (page) =>
  page.$eval(".slides .number", ({ textContent }) => {
    const [at, count] = (textContent ?? "").split("/").map(Number);
    return /** @type {[number, number]} */ ([at, count]);
  });

/**
 * Waits until nothing in the lab changes any more. What is computed later must fit, too: a slide is
 * looked at whenever it is in view.
 * @param {Page} page @param {string} lab
 */
async function settled(page, lab) {
  await page.waitForSelector(`#${lab} .instrument[aria-busy=false]`);
  await page.evaluate(() => Reflect.deleteProperty(globalThis, "lastWords"));
  await page.waitForFunction(
    (id) => {
      const own = /** @type {any} */ (globalThis);
      const words = document.getElementById(id)?.innerHTML;
      const isSame = own.lastWords === words;
      own.lastWords = words;
      return isSame;
    },
    { polling: 1500 },
    lab,
  );
}

inBrowsers(
  "Presentation mode",
  ({ open }) => {
    for (const { folder, ...view } of PROJECTORS) {
      const where = `/${folder} at ${view.width}×${view.height}`;
      test(`${where}: every slide fits and can be read`, async () => {
        const { page, errors } = await open({ ...view, path: folder, calm: true });
        await until(page, "status", "ready");
        await page.keyboard.press("p");
        await page.keyboard.press("t");
        await page.waitForSelector("dh-presentation .slides");
        await untilAtRest(page);
        const faults = [];
        for (const lab of LAB_IDS) {
          await page.evaluate((id) => {
            location.hash = id;
          }, lab);
          await settled(page, lab);
          for (const veil of await page.$$(`#${lab} header .predict button.plain`))
            await veil.click();
          await settled(page, lab);
          for (;;) {
            const [at, count] = await slide(page);
            const found = await page.evaluate(faultsInView, LEAST);
            faults.push(...found.map((fault) => `${lab} ${at}/${count}: ${fault}`));
            if (at === count) break;
            await page.keyboard.press("PageDown");
            await page.waitForFunction(
              (before) =>
                !document.querySelector(".slides .number")?.textContent?.startsWith(before),
              {},
              `${at} /`,
            );
          }
        }
        assert.equal(faults.join("\n"), "");
        assert.deepEqual(errors, []);
      });
    }
  },
  { only: "chromium" },
);
