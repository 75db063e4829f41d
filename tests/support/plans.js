/** What the tests of the lesson plans do on the page: they open a step's link, and read numbers. */
import assert from "node:assert/strict";
import { percent } from "../../web/common/numbers.js";
import { PLANS } from "../../web/plans/plans.js";
import { testDigit } from "../../web/texts/en/model.js";
import { watched } from "./figures-read.js";
import { byId, PATIENCE, press, until, untilComplete } from "./visitor.js";

/**
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {import("./browser.js").View} View
 * @typedef {import("./browser.js").Opened} Opened
 * @typedef {(view?: View) => Promise<Opened>} Open
 */

/** @param {string} id */
export function planOf(id) {
  return PLANS.find((plan) => plan.id === id) ?? assert.fail(`there is no plan ${id}`);
}

/**
 * Opens the very address of a link as a class does, from a page that is there already.
 * @param {Open} open @param {string} url  of the page @param {string} link
 * @returns {Promise<Opened & { milliseconds: number }>} until it could be used
 */
export async function follow(open, url, link) {
  const { page, errors } = await open({ path: "plans.html" });
  const begin = performance.now();
  await page.goto(`${url}#${link}`, { waitUntil: "load" });
  await until(page, "status", "ready");
  return { page, errors, milliseconds: performance.now() - begin };
}

/**
 * Does the steps of a plan, each on the page of its own link, and holds that every figure of the
 * plan was compared.
 * @template {object} T
 * @param {string} id @param {T} figures  of the plan
 * @param {Record<number, (page: Page, figures: T) => Promise<void>>} steps  what is done and seen,
 *   by the number of a step; those of one link follow each other on one page
 * @param {{ open: Open, url: string }} browser
 */
export async function walk(id, figures, steps, { open, url }) {
  const plan = planOf(id);
  const { figures: seen, unread } = watched(figures);
  let link = "";
  /** @type {Opened | null} */
  let opened = null;
  for (const [number, see] of Object.entries(steps)) {
    const wanted = plan.steps[Number(number) - 1].link;
    if (!opened || wanted !== link) {
      await opened?.page.close();
      opened = await follow(open, url, wanted);
      await untilComplete(opened.page);
    }
    link = wanted;
    await see(opened.page, seen);
    assert.deepEqual(opened.errors, [], `step ${number}`);
  }
  await opened?.page.close();
  assert.deepEqual(unread(), [], "figures that nothing was compared with");
}

/**
 * Waits until a part of the page shows these words among others, whatever the spaces.
 * @param {Page} page @param {string} selector @param {string} words
 */
export const untilShown = (page, selector, words) => untilWords(page, selector, words, false);

/**
 * Waits until a part of the page shows these very words.
 * @param {Page} page @param {string} selector @param {string} words
 */
export const untilExactly = (page, selector, words) => untilWords(page, selector, words, true);

/** @param {Page} page @param {string} selector @param {string} words @param {boolean} isAll */
async function untilWords(page, selector, words, isAll) {
  const isShown = (/** @type {string} */ part, /** @type {string} */ wanted, isAll = false) => {
    const text = document.querySelector(part)?.textContent ?? "";
    const shown = text.replace(/\s+/g, " ").trim();
    return isAll ? shown === wanted : shown.includes(wanted);
  };
  const wanted = words.replace(/\s+/g, " ");
  await page.waitForFunction(isShown, PATIENCE, selector, wanted, isAll).catch(async () => {
    const text = await page.$eval(selector, (part) => part.textContent ?? "").catch(() => "");
    assert.fail(`${selector} shows “${text.replace(/\s+/g, " ").trim()}”, not “${wanted}”`);
  });
}

/**
 * Answers the question of a lab, and waits until the page says which answer is right.
 * @param {Page} page @param {string} lab  selector @param {string} choice
 */
export async function guess(page, lab, choice) {
  await press(page, `${lab} .predict ::-p-text(${choice})`);
  await untilShown(page, `${lab} .predict`, "Right: ");
}

/** Waits until the bar says so. @param {Page} page @param {number} accuracy */
export const untilAccuracy = (page, accuracy) =>
  untilExactly(page, byId("accuracy"), percent(accuracy));

/** Takes the next test digit, and waits for it. @param {Page} page @param {string} button */
export async function takeDigit(page, button, { number = 0, label = 0 }) {
  await press(page, `${byId(button)}:not(:disabled)`);
  await until(page, "reading.shown.words", testDigit(number, label));
}
