/** A network that diverged: what the labs say of it, and the ways back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LAB_NAMES } from "../../web/common/labs.js";
import { inBrowsers } from "../support/browser.js";
import { byId, clickOn, stateOf, until, untilWords } from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const HIGH = "#start=random&seed=3&rate=1000000&hidden=relu&output=softmax&cost=cross-entropy";
/** Labs of networks of their own, or of functions at first. */
const OWN = ["downhill", "memorise", "binary", "tweak"];
const SENTENCE = /There is nothing to show for this network: (its outputs|some of its weights) are/;

/**
 * The weights become no numbers, or only the outputs do.
 * @param {Page} page @param {boolean} isOfWeights
 */
async function diverge(page, isOfWeights) {
  await page.evaluate(async (isOfWeights) => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    const edit = { indices: [406, 434], values: [1e35, 1e35], gesture: "a" };
    await session.loadData();
    if (isOfWeights) await session.edit(edit);
    for (let i = 0; i < 9 && session.state.phase !== "diverged"; i++) await session.step("batch");
    await session.testDigit(3);
  }, isOfWeights);
  await until(page, "divergence.why", "cost");
}

/** What a lab says once it is there. @param {Page} page @param {string} id */
async function wordsOf(page, id) {
  await page.evaluate((id) => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    session.goTo(id);
  }, id);
  await page.waitForSelector(`#${id} .instrument[aria-busy="false"]`, { timeout: 60_000 });
  return page.$eval(`#${id}`, (lab) => /** @type {HTMLElement} */ (lab).innerText);
}

inBrowsers(
  "a network without numbers",
  ({ open }) => {
    test("no lab says what is not so without numbers; undo and a reload lead back", async () => {
      for (const isOfWeights of [true, false]) {
        const { page, errors } = await open({ path: HIGH });
        await until(page, "status", "ready");
        await diverge(page, isOfWeights);
        for (const { id } of LAB_NAMES.filter(({ id }) => !OWN.includes(id))) {
          const words = await wordsOf(page, id);
          const isShown = !isOfWeights && ["inside", "learned"].includes(id);
          if (isShown) assert.doesNotMatch(words, SENTENCE, id);
          else assert.match(words, SENTENCE, id);
          assert.doesNotMatch(words, /NaN|e\+\d|no ink|othing is drawn|could not be computed/, id);
        }
        assert.equal(await page.$eval(byId("accuracy"), (shown) => shown.textContent), "–");
        await page.reload();
        await until(page, "status", "ready");
        await until(page, "phase", "diverged");
        await untilWords(page, ".notices", /Back to the last good network|Lower the learning rate/);
        if (!isOfWeights) await clickOn(page, byId("undo"));
        await until(page, "divergence.why", isOfWeights ? "replaced" : "");
        assert.doesNotMatch(await wordsOf(page, "gradient"), SENTENCE);
        assert.ok((await stateOf(page, "history.undo")) !== "training that diverged");
        assert.deepEqual(errors, []);
        await page.close();
      }
    });
  },
  { only: "chromium" },
);
