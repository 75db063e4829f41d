/**
 * make bench-page: how quickly the page answers, in Chromium with a fresh profile, on built-in
 * handwriting. Medians and the worst of several visits; a visit draws, trains for some seconds once
 * every lab has been opened, and pauses.
 */

import { LAB_NAMES } from "../../web/common/labs.js";
import { launch, openPage, servePage } from "../support/browser.js";
import {
  byId,
  clickOn,
  DIGITS,
  draw,
  openLab,
  stateOf,
  until,
  untilComplete,
} from "../support/visitor.js";
import { median } from "./statistics.js";
import { table } from "./table.js";

/** @typedef {import("puppeteer-core").Page} Page */

const VISITS = 5;
const TRAINING_MS = 4000;
/** So that no training ends by itself. */
const MOST_EPOCHS = 10_000;

/** From the request for the page to the answer to a drawing, in ms. @param {Page} page */
async function usable(page) {
  await until(page, "status", "ready");
  await draw(page, DIGITS[1]);
  await until(page, "reading.answer", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  return page.evaluate(() => performance.now());
}

/**
 * From a dot's first touch of an empty canvas to the frame that shows the answer, in ms: what
 * pointer-up takes too, where the answer to all but the last point is there already.
 * @param {Page} page
 */
async function answering(page) {
  await clickOn(page, byId("clear"));
  await page.waitForFunction(`!document.querySelector('${byId("prediction")}').textContent.trim()`);
  await page.evaluate((shown) => {
    addEventListener(
      "pointerdown",
      () => {
        const from = performance.now();
        const look = () => {
          if (!document.querySelector(shown)?.textContent?.trim()) requestAnimationFrame(look);
          else Object.assign(globalThis, { answered: performance.now() - from });
        };
        look();
      },
      { once: true, capture: true },
    );
  }, byId("prediction"));
  await draw(page, [[[0.5, 0.5]]]);
  const answered = await page.waitForFunction("globalThis.answered");
  return /** @type {Promise<number>} */ (answered.jsonValue());
}

/**
 * Trains with every lab open: the longest task of the main thread and the frames a second.
 * @param {Page} page
 */
async function training(page) {
  await page.evaluate(
    (epochs) =>
      /** @type {any} */ (document.querySelector("dh-playground")).session.set("epochs", epochs),
    MOST_EPOCHS,
  );
  await page.evaluate(() => {
    const seen = { longest: 0, frames: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: "longtask" });
    const frame = () => {
      seen.frames++;
      requestAnimationFrame(frame);
    };
    frame();
  });
  await clickOn(page, byId("train"));
  await clickOn(page, byId("train-on"));
  await until(page, "phase", "running");
  const from = await seen(page);
  await new Promise((resolve) => setTimeout(resolve, TRAINING_MS));
  const to = await seen(page);
  if ((await stateOf(page, "phase")) !== "running") throw new Error("the training has ended");
  const frames = (1000 * (to.frames - from.frames)) / (to.now - from.now);
  return { longest: to.longest, frames };
}

/**
 * The time in ms, the longest task until then in ms, and the frames.
 * @param {Page} page
 * @returns {Promise<{ now: number, longest: number, frames: number }>}
 */
const seen = (page) =>
  page.evaluate(() => ({ now: performance.now(), .../** @type {any} */ (globalThis).seen }));

/** From the click on Pause to the last step that the page hears of, in ms. @param {Page} page */
function pausing(page) {
  return page.evaluate(async (button) => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    const from = performance.now();
    let last = from;
    const stop = session.subscribe((/** @type {any} */ state, /** @type {any} */ before) => {
      if (state.steps !== before.steps || state.phase !== before.phase) last = performance.now();
    });
    /** @type {HTMLElement} */ (document.querySelector(button)).click();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    stop();
    return last - from;
  }, byId("train"));
}

/** @param {import("puppeteer-core").Browser} browser @param {string} url */
async function visit(browser, url) {
  const { page } = await openPage(browser, url);
  const first = await usable(page);
  const answer = await answering(page);
  await untilComplete(page);
  for (const { id } of LAB_NAMES) await openLab(page, id);
  await page.$eval('nav.labs a[href="#"]', (link) => /** @type {HTMLElement} */ (link).click());
  const { longest, frames } = await training(page);
  const pause = await pausing(page);
  await page.close();
  return { first, answer, longest, frames, pause };
}

const server = await servePage();
const browser = await launch("chromium");
/** @type {Awaited<ReturnType<typeof visit>>[]} */
const visits = [];
try {
  for (let i = 0; i < VISITS; i++) visits.push(await visit(browser, server.url));
} finally {
  await browser.close();
  server.close();
}

/**
 * @param {string} what @param {string} bar
 * @param {"first" | "answer" | "longest" | "frames" | "pause"} key @param {string} unit
 */
function row(what, bar, key, unit) {
  const all = visits.map((one) => one[key]);
  const worst = key === "frames" ? Math.min(...all) : Math.max(...all);
  return [what, bar, `${median(all).toFixed(0)} ${unit}`, `${worst.toFixed(0)} ${unit}`];
}

console.log(
  table(
    [`Chromium, ${VISITS} first visits, 1440×900`, "asked", "median", "worst"],
    [
      row("first visit: drawn and answered after", "≤ 1500 ms", "first", "ms"),
      row("pointer event to the answer on screen", "≤ 50 ms", "answer", "ms"),
      row("training, all labs open: longest task (0: none over 50 ms)", "≤ 50 ms", "longest", "ms"),
      row("… frames a second", "≥ 30", "frames", "/s"),
      row("… Pause answers within", "≤ 100 ms", "pause", "ms"),
    ],
  ),
);
