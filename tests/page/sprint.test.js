/** The sprint as a visitor has it: one press, and what the page says was reached on this device. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { percent } from "../../web/common/numbers.js";
import { inBrowsers } from "../support/browser.js";
import { withoutMnist } from "../support/mnist.js";
import {
  byId,
  clickOn,
  loadNetwork,
  openSettings,
  PATIENCE,
  stateOf,
  until,
  untilAtRest,
  untilComplete,
  untilWords,
} from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const RESULT = /reads (\d+\.\d%) of the test digits \((.+)\) after (\d+\.\d\d) s of training/;

/** What the page says of the sprint, once it does. @param {Page} page */
async function resultOf(page) {
  await untilWords(page, ".notices", RESULT);
  const text = await page.$eval(".notices", (notices) => notices.textContent ?? "");
  const [, accuracy, digits, seconds] = RESULT.exec(text) ?? [];
  const words = {
    accuracy: percent(await stateOf(page, "evaluation.accuracy")),
    digits: await stateOf(page, "data.name"),
    seconds: ((await stateOf(page, "trainingMs")) / 1000).toFixed(2),
  };
  assert.deepEqual({ accuracy, digits, seconds }, words);
  assert.equal(await stateOf(page, "phase"), "finished");
  return { digits, reached: await stateOf(page, "evaluation.accuracy") };
}

inBrowsers(
  "A sprint on MNIST",
  ({ open, name }) => {
    const phone = name === "firefox" ? [] : [[390, 844]];
    for (const [width, height] of [[1440, 900], ...phone]) {
      test(`beside Train, ${width} wide: reads 95.5%, and says so; Ctrl+Z undoes it`, async () => {
        const { page, errors } = await open({ width, height });
        await until(page, "status", "ready");
        const { fingerprint } = await stateOf(page, "provenance.start");
        await clickOn(page, byId("train"));
        await untilWords(page, byId("train-sprint"), /^\s*Train as fast as possible\s*$/);
        // The digits are not there yet: it waits for them.
        await clickOn(page, byId("train-sprint"));
        const { digits, reached } = await resultOf(page);
        assert.equal(digits, "MNIST");
        assert.ok(reached >= 0.955, `${reached}`);
        await untilWords(page, byId("load-sprint"), /^\s*Fastest to 96%/);
        await page.keyboard.down("Control");
        await page.keyboard.press("z");
        await page.keyboard.up("Control");
        await until(page, "fingerprint", fingerprint);
        await until(page, "settings.recipe", "own");
        await page.waitForFunction(
          () => !/of the test digits/.test(document.querySelector(".notices")?.textContent ?? ""),
        );
        assert.deepEqual(errors, []);
        await page.close();
      });
    }
  },
  { mnist: true, skip: withoutMnist, thorough: "firefox" },
);

/** Until a reload would find it in that. @param {Page} page @param {string} training */
const untilUnfinished = (page, training) =>
  page.waitForFunction(
    (training) => {
      const found = Object.keys(sessionStorage).find((key) => key.startsWith("downhill-training-"));
      return (found ? sessionStorage[found] : "") === training;
    },
    PATIENCE,
    training,
  );

/** Whether the host keeps those waiting who ask for digits. */
let isSilent = false;

inBrowsers(
  "A sprint on built-in handwriting",
  ({ open }) => {
    test("goes on after a reload, and 96% are never promised", async () => {
      const { page, errors } = await open();
      await until(page, "status", "ready");
      isSilent = true;
      await clickOn(page, byId("train"));
      await clickOn(page, byId("train-sprint"));
      await until(page, "phase", "waiting");
      await untilUnfinished(page, "waiting");
      await untilWords(page, byId("load-sprint"), /^\s*Fastest training/);
      isSilent = false;
      await page.reload();
      const { digits } = await resultOf(page);
      assert.match(digits, /handwriting/);
      await untilUnfinished(page, "");
      await untilWords(page, byId("load-sprint"), /^\s*Fastest training/);
      await loadNetwork(page, "lesson");
      await until(page, "provenance.start.kind", "lesson");
      await untilAtRest(page);
      await clickOn(page, byId("train"));
      await untilWords(page, byId("train-sprint"), /^\s*Train as fast as possible\s*$/);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("in the list of networks, in training and after a reload; as a preset, too", async () => {
      const { page, errors } = await open({ path: "#start=random&epochs=10000" });
      await untilComplete(page);
      await clickOn(page, byId("train"));
      await until(page, "phase", "running");
      await loadNetwork(page, "sprint");
      const { digits } = await resultOf(page);
      assert.match(digits, /handwriting/);
      assert.equal(await stateOf(page, "settings.recipe"), "sprint");
      const seed = await stateOf(page, "settings.seed");
      await page.evaluate(() => {
        const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
        return session.save();
      });
      await page.reload();
      await untilComplete(page);
      assert.equal(await stateOf(page, "trainingMs"), null);
      await loadNetwork(page, "sprint");
      await until(page, "settings.seed", seed + 1);
      await resultOf(page);
      await openSettings(page);
      const choices = await page.$$eval("#settings-dialog select option", (options) =>
        options.map((option) => /** @type {HTMLOptionElement} */ (option).value),
      );
      assert.ok(choices.includes("sprint"));
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  {
    only: "chromium",
    answer: ({ url }) => isSilent && /\/data\//.test(url ?? ""),
  },
);
