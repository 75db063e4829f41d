/**
 * The page in another language, as browsers translate it: by changing its text nodes. It goes on
 * showing what the same page shows that nobody translates.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LAB_NAMES } from "../../web/common/labs.js";
import { inBrowsers } from "../support/browser.js";
import { translateLikeChrome, translateLikeFirefox } from "../support/translators.js";
import {
  byId,
  DIGITS,
  openLab,
  PATIENCE,
  press,
  stateOf,
  until,
  untilAtLeast,
  untilAtRest,
  untilComplete,
} from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const IDS = LAB_NAMES.map(({ id }) => id);

/**
 * What can be seen, without the marks of the translators.
 * @param {Page} page @param {string} part
 */
function wordsOf(page, part) {
  return page.$eval(part, (element) =>
    /** @type {HTMLElement} */ (element).innerText.replace(/[‹›]/g, "").replace(/\s+/g, " ").trim(),
  );
}

/** Waits until that can be seen, but for the translators' marks. @param {Page} page */
async function untilSeen(page, /** @type {string} */ part, /** @type {string} */ wanted) {
  const seen = (/** @type {string} */ part, /** @type {string} */ wanted) => {
    const element = /** @type {HTMLElement} */ (document.querySelector(part));
    return element.innerText.replace(/[‹›]/g, "").replace(/\s+/g, " ").trim() === wanted;
  };
  // What is wrong is told by the assertion.
  await page.waitForFunction(seen, PATIENCE, part, wanted).catch(() => {});
  assert.equal(await wordsOf(page, part), wanted, part);
}

/** Notes which questions of the labs have no answer yet. Runs in the page before its scripts. */
function noteQuestions() {
  const questions = new Map();
  Object.assign(globalThis, { questions });
  const note = (/** @type {any} */ { target, detail: { retry, status } }) =>
    questions.set(retry, { target, status });
  addEventListener("query-status", note, true);
}

/** Waits until the part computes nothing more. @param {Page} page @param {string} part */
async function untilComputed(page, part) {
  await page.waitForFunction(
    (part) => {
      const seen = /** @type {any} */ (globalThis);
      const now = /** @type {HTMLElement} */ (document.querySelector(part)).innerText;
      const isBusy = [...seen.questions.values()].some(
        ({ target, status }) => status === "pending" && target.closest(part),
      );
      seen.sameFor = now === seen.sameAs && !isBusy ? seen.sameFor + 1 : 0;
      seen.sameAs = now;
      return seen.sameFor >= 8;
    },
    PATIENCE,
    part,
  );
}

/** Another network and another input, while every lab is there. @param {Page} page */
async function change(page) {
  await page.evaluate(async (strokes) => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    await session.begin("lesson");
    await session.draw(strokes);
    session.say("A notice.");
  }, DIGITS[7]);
  await untilAtRest(page);
}

inBrowsers(
  "A translated page",
  ({ open }) => {
    /** @type {Map<string, string>} */
    const wanted = new Map();
    const visit = async (/** @type {(() => void) | null} */ translate) => {
      // So high that every part of a lab is in sight, and computes what it shows.
      const path = "#start=random&seed=3&steps=200";
      const opened = await open({ path, calm: true, height: 8000, before: noteQuestions });
      const { page } = opened;
      await untilComplete(page);
      await untilAtRest(page);
      if (translate) await page.evaluate(translate);
      for (const id of IDS) await openLab(page, id);
      await change(page);
      return opened;
    };

    test("without a translator", async () => {
      const { page, errors } = await visit(null);
      for (const id of IDS) {
        await openLab(page, id);
        await untilComputed(page, `#${id}`);
        wanted.set(`#${id}`, await wordsOf(page, `#${id}`));
      }
      for (const part of ["dh-stats", "dh-prediction", "dh-network .output-bars", ".notices"]) {
        wanted.set(part, await wordsOf(page, part));
      }
      assert.deepEqual(errors, []);
      await page.close();
    });

    for (const translate of [translateLikeChrome, translateLikeFirefox]) {
      test(`shows the same: ${translate.name}`, async () => {
        const { page, errors } = await visit(translate);
        assert.match(await page.$eval("main", (main) => main.textContent ?? ""), /‹/);
        for (const [part, words] of wanted) {
          if (part.startsWith("#")) await openLab(page, part.slice(1));
          await untilSeen(page, part, words);
        }

        const trainWords = `${byId("train")} span`;
        await untilSeen(page, trainWords, "Train");
        await page.evaluate(() => {
          const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
          return session.begin("random");
        });
        await press(page, byId("train"));
        await untilSeen(page, trainWords, "Pause");
        await untilAtLeast(page, "steps", 20);
        await press(page, byId("train"));
        await until(page, "phase", "paused");
        await untilSeen(page, trainWords, "Train");
        const epoch = await stateOf(page, "epoch");
        await untilSeen(page, byId("epoch"), epoch.toFixed(epoch < 10 ? 2 : 1));
        // Keys and menus do not go by the words that are shown.
        await page.keyboard.press("r");
        await until(page, "steps", 0);
        await page.select(byId("speed"), "slow");
        await until(page, "settings.speed", "slow");
        assert.deepEqual(errors, []);
        await page.close();
      });
    }
  },
  { only: "chromium" },
);
