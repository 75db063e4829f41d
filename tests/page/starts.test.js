/**
 * The networks that come with the page: what the first screen says, loads, and asks before Train.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import {
  byId,
  clickOn,
  loadNetwork,
  openLab,
  stateOf,
  until,
  untilAtLeast,
  untilAtRest,
  untilComplete,
  untilWords,
} from "../support/visitor.js";

const CHOICE = ".train-choice:popover-open";

/** @param {import("puppeteer-core").Page} page @param {string} selector */
const isThere = async (page, selector) => (await page.$(selector)) !== null;

inBrowsers(
  "The networks of the page",
  ({ open, name }) => {
    test("the caption says what the network is; each loads, also the one there", async () => {
      const { page, errors } = await open();
      await until(page, "status", "ready");
      const caption = "dh-network-caption .words";
      await untilWords(
        page,
        caption,
        /^\s*Lesson’s network \(sigmoid, squared error\), 13,002 weights/,
      );
      await untilWords(page, caption, /trained for \d+ epochs on MNIST/);
      for (const [kind, words] of /** @type {[Parameters<typeof loadNetwork>[1], RegExp][]} */ ([
        ["lesson", /^\s*Lesson’s network/],
        ["pretrained", /^\s*Modern network \(ReLU, softmax\), 13,002/],
        [
          "random",
          /^\s*Random network, seed 1, ReLU, softmax, cross-entropy, 13,002 .* not trained yet/,
        ],
        ["best", /^\s*Most accurate network, 468,874/],
        ["lesson", /^\s*Lesson’s network/],
        ["random", /^\s*Random network, seed 1, sigmoid, squared error, 13,002 .* not trained yet/],
      ])) {
        const generation = await stateOf(page, "generation");
        await loadNetwork(page, kind);
        await untilAtLeast(page, "generation", generation + 1);
        await untilWords(page, caption, words);
      }
      const title = await page.$eval(byId("reset"), (button) => button.ariaLabel);
      assert.equal(title, "Reset to a random network: sigmoid, squared error, seed 1");
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("Space offers random weights once before training; Space again takes them", async () => {
      const { page, errors } = await open();
      await untilComplete(page);
      await page.keyboard.press(" ");
      await page.waitForSelector(CHOICE);
      assert.equal(await stateOf(page, "phase"), "paused");
      await page.keyboard.press("Escape");
      // The browser takes the focus from the hidden button when it paints next.
      await page.waitForFunction(
        (choice) =>
          !document.querySelector(choice) && !document.activeElement?.closest(".train-choice"),
        {},
        CHOICE,
      );
      assert.equal(await stateOf(page, "steps"), 0);
      await page.keyboard.press(" ");
      await page.waitForSelector(CHOICE);
      await page.keyboard.press(" ");
      await untilAtLeast(page, "steps", 1);
      assert.equal(await stateOf(page, "provenance.start.kind"), "random");
      assert.equal(await isThere(page, CHOICE), false);
      await clickOn(page, byId("train"));
      await untilAtRest(page);
      await loadNetwork(page, "pretrained");
      await until(page, "provenance.start.kind", "pretrained");
      await clickOn(page, byId("train"));
      await untilAtLeast(page, "steps", 1);
      assert.deepEqual(errors, []);
      await page.close();
    });

    // The rest is the page's own business, the same in every browser.
    if (name === "firefox") return;

    test("Train starts from random weights if chosen; Undo brings back the network", async () => {
      const { page, errors } = await open({ path: "#start=pretrained", width: 390, height: 844 });
      await untilComplete(page);
      const fingerprint = await stateOf(page, "fingerprint");
      await clickOn(page, byId("train"));
      await page.waitForSelector(CHOICE);
      await clickOn(page, byId("train-random"));
      await until(page, "provenance.start.kind", "random");
      await untilAtLeast(page, "steps", 1);
      assert.equal(await stateOf(page, "settings.recipe"), "modern");
      await clickOn(page, byId("train"));
      await untilAtRest(page);
      await clickOn(page, byId("undo"));
      await until(page, "fingerprint", fingerprint);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a class link that hides Reset trains at once, and so does a random network", async () => {
      for (const path of ["#hide=reset", "#start=random"]) {
        const { page, errors } = await open({ path });
        await untilComplete(page);
        await clickOn(page, byId("train"));
        await untilAtLeast(page, "steps", 1);
        assert.equal(await isThere(page, CHOICE), false);
        assert.deepEqual(errors, []);
        await page.close();
      }
    });

    test("a quiz marks right choice and wrong guess, and gives nothing away before", async () => {
      const { page, errors } = await open();
      await untilComplete(page);
      await openLab(page, "cost");
      const part = "#cost dh-cost-survey .veiled";
      await page.waitForSelector(part);
      const visibility = () => page.$eval(part, (words) => getComputedStyle(words).visibility);
      assert.equal(await visibility(), "hidden");
      await page.$eval("#cost .predict button", (button) => button.click());
      await page.waitForSelector("#cost .predict [data-mark=right]:nth-of-type(2)");
      await page.waitForSelector("#cost .predict [data-mark=wrong]:nth-of-type(1)");
      await untilWords(page, "#cost .predict [role=status]", /account for \d+% of the cost/);
      assert.equal(await visibility(), "visible");
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { thorough: "firefox" },
);
