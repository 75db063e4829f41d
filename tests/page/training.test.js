/**
 * Training on the page, as its user does it; what comes of it is what the engine makes in Node, to
 * the bit.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { trainingOf } from "../../web/common/settings.js";
import { networkOptions, trainerOptions } from "../../web/common/training-options.js";
import { inBrowsers } from "../support/browser.js";
import { mnist, withoutMnist } from "../support/mnist.js";
import {
  byId,
  clickOn,
  stateOf,
  until,
  untilAtLeast,
  untilAtRest,
  untilComplete,
  untilSaved,
  untilWords,
} from "../support/visitor.js";

const TO_TRAIN = 20000;
const engine = await loadEngine();
const handwriting = engine.handwriting({ count: TO_TRAIN, seed: 1 });

/**
 * The fingerprint after that many steps in Node.
 * @param {any} settings
 * @param {number} steps
 * @param {import("../../wasm/dataset.js").Dataset} data
 */
function trained(settings, steps, data) {
  const net = engine.network(networkOptions(settings));
  const trainer = net.trainer(data, trainerOptions(trainingOf(settings)));
  if (steps) trainer.train(steps);
  const { fingerprint } = net;
  trainer.free();
  net.free();
  return fingerprint;
}

/**
 * Holds what the page trained against the same in Node.
 * @param {import("puppeteer-core").Page} page
 * @param {import("../../wasm/dataset.js").Dataset} data
 */
async function assertSameAsNode(page, data) {
  const settings = await stateOf(page, "settings");
  const steps = await stateOf(page, "steps");
  assert.equal(await stateOf(page, "fingerprint"), trained(settings, steps, data));
}

/**
 * A few buttons are named by what they do.
 * @param {import("puppeteer-core").Page} page
 * @param {string} words
 */
const notice = (page, words) => clickOn(page, `.notice ::-p-text(${words})`);

inBrowsers(
  "Training on built-in handwriting",
  ({ open }) => {
    test("a random network learns to read 85% of unseen digits, to the engine’s bits", async () => {
      const { page, errors } = await open({ path: "#start=random&rate=3&epochs=10000" });
      await untilComplete(page);
      await untilWords(page, byId("accuracy"), /^\d+\.\d%$/);
      assert.ok((await stateOf(page, "evaluation.accuracy")) < 0.3);
      await clickOn(page, byId("train"));
      await untilAtLeast(page, "evaluation.accuracy", 0.85);
      await untilWords(page, byId("train"), /Pause/);
      await clickOn(page, byId("train"));
      await untilAtRest(page);
      await assertSameAsNode(page, handwriting);
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);

inBrowsers(
  "Training as every browser does it",
  ({ open }) => {
    test("a step is one mini-batch, and an epoch is all digits once", async () => {
      const { page } = await open({ path: "#start=random&seed=5" });
      await untilComplete(page);
      await clickOn(page, byId("step"));
      await until(page, "steps", 1);
      await untilWords(page, byId("examples"), /^10$/);
      await assertSameAsNode(page, handwriting);
      await page.select(".step-menu select", "epoch");
      await clickOn(page, byId("step"));
      await until(page, "steps", 1 + TO_TRAIN / 10);
      await until(page, "phase", "paused");
      await assertSameAsNode(page, handwriting);
      await page.close();
    });

    test("a reset makes the seed’s random network, and can be undone", async () => {
      const { page } = await open({ path: "#start=random&seed=7&steps=300" });
      await untilComplete(page);
      await until(page, "steps", 300);
      await until(page, "phase", "paused");
      const before = await stateOf(page, "fingerprint");
      await clickOn(page, byId("reset"));
      await until(page, "steps", 0);
      await untilWords(page, byId("examples"), /^0$/);
      await assertSameAsNode(page, handwriting);
      await notice(page, "Undo");
      await until(page, "fingerprint", before);
      await until(page, "steps", 300);
      await page.close();
    });

    test("a trained network is there again after a reload", async () => {
      const { page } = await open({ path: "#start=random&seed=9&epochs=10000" });
      await untilComplete(page);
      await clickOn(page, byId("train"));
      await untilAtLeast(page, "examples", 5000);
      await clickOn(page, byId("train"));
      await until(page, "phase", "paused");
      await untilAtRest(page);
      const fingerprint = await stateOf(page, "fingerprint");
      const steps = await stateOf(page, "steps");
      await clickOn(page, "dh-toolbar .theme");
      await untilSaved(page);
      await page.reload();
      await until(page, "fingerprint", fingerprint);
      assert.equal(await stateOf(page, "steps"), steps);
      await page.close();
    });

    test("the same link makes the same network", async () => {
      const prints = [];
      for (let i = 0; i < 2; i++) {
        const { page } = await open({ path: "#start=random&seed=11&rate=2&batch=32&steps=500" });
        await until(page, "steps", 500);
        await untilAtRest(page);
        await assertSameAsNode(page, handwriting);
        prints.push(await stateOf(page, "fingerprint"));
        await page.close();
      }
      assert.equal(prints[0], prints[1]);
    });

    test("a learning rate of 1000 ends in one notice and one button back", async () => {
      const { page, errors } = await open({ path: "#start=random&rate=1000" });
      await untilComplete(page);
      const before = await stateOf(page, "fingerprint");
      await clickOn(page, byId("train"));
      await until(page, "phase", "diverged");
      await untilWords(page, ".notices", /A learning rate of 1,000 is too high/);
      const told = await page.$$eval(".notice", (shown) =>
        shown
          .map((notice) => ({
            words: notice.querySelector("p")?.textContent ?? "",
            buttons: notice.querySelectorAll("button:not(.icon)").length,
          }))
          .filter(({ words }) => !/tour/.test(words)),
      );
      assert.equal(told.length, 1);
      assert.match(told[0].words, /^[^.]+\. [^.]+\.$/);
      assert.equal(told[0].buttons, 1);
      await notice(page, "Back to the last good network");
      await until(page, "phase", "paused");
      await until(page, "fingerprint", before);
      assert.ok((await stateOf(page, "settings.rate")) <= 100);
      await clickOn(page, byId("step"));
      await until(page, "steps", 1);
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);

inBrowsers(
  "Training on MNIST",
  ({ open }) => {
    test("a random network learns to read 92% of test digits, to the engine’s bits", async () => {
      const { page, errors } = await open({ path: "#recipe=modern&epochs=1000" });
      await untilComplete(page);
      assert.equal(await stateOf(page, "data.train"), 60000);
      await untilWords(page, byId("data-source"), /MNIST/);
      await clickOn(page, byId("train"));
      await untilAtLeast(page, "evaluation.accuracy", 0.92);
      await clickOn(page, byId("train"));
      await untilAtRest(page);
      const files = /** @type {NonNullable<typeof mnist>} */ (mnist);
      const data = engine.datasetFromIdx(files.train);
      await assertSameAsNode(page, data);
      data.free();
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { mnist: true, skip: withoutMnist },
);
