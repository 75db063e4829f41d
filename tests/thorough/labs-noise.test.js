/** The Noise lab in browsers: what its user does, and the numbers compared with the engine's. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import {
  engine,
  openedLab,
  predictionOf,
  STEPS,
  testDigits,
  untilCurrent,
  untilSaid,
  useOwnDigits,
} from "../support/labs.js";
import {
  byId,
  clickOn,
  lookAt,
  modelOf,
  press,
  stateOf,
  textOf,
  until,
  untilPainted,
  untilWords,
} from "../support/visitor.js";

/**
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {import("../support/labs.js").Network} Network
 */

/** @param {number} fraction */
const inPercent = (fraction) => `${(100 * fraction).toFixed(1)}%`;

/**
 * The part of the noise images with a confidence above a limit.
 * @param {Network} net @param {any} question
 */
function above(net, { limit = 0.9, count = 10_000, ...question }) {
  const { confidences } = net.census({ count, ...question });
  return inPercent(confidences.filter((c) => c > limit).length / count);
}

/**
 * The same of test digits.
 * @param {Network} net @param {ReturnType<typeof engine.handwriting>} digits @param {number} limit
 */
function aboveInDigits(net, digits, limit) {
  const pixels = Array.from({ length: digits.count }, (_, i) => digits.image(i));
  const sure = pixels.filter((image) => Math.max(...net.predict(image)) > limit);
  return inPercent(sure.length / digits.count);
}

/**
 * Takes the page's parameters, which must be others than before.
 * @param {Page} page @param {Network} net
 */
async function followPage(page, net) {
  const before = net.fingerprint;
  net.setParameters(engine.load(await modelOf(page)).parameters);
  assert.notEqual(net.fingerprint, before);
}

/** Whether something can be seen. @param {Page} page @param {string} selector */
function isSeen(page, selector) {
  return page.$eval(selector, (shown) => shown.checkVisibility({ visibilityProperty: true }));
}

inBrowsers(
  "The Noise lab",
  ({ open }) => {
    test("the answer is hidden until there is a guess, and says whether it is right", async () => {
      const { page, errors, net } = await openedLab(open, "noise");
      const ofStatic = above(net, { kind: "uniform", seed: 1 });
      await untilSaid(page, byId("noise-above"), ofStatic);
      const answers = [byId("noise-above"), "dh-noise-gallery", "dh-kinds-table"];
      answers.push(byId("static-confidence"));
      for (const part of answers) assert.equal(await isSeen(page, part), false, part);
      await press(page, "#noise .predict ::-p-text(Most)");
      for (const part of answers) assert.equal(await isSeen(page, part), true, part);
      const accuracy = inPercent(net.evaluate(testDigits).accuracy);
      const said = `${ofStatic} of them\\. .*reads ${accuracy} of the test digits`;
      await untilWords(page, "#noise .predict", new RegExp(`(Right|The answer is “.*”): ${said}`));
      await press(page, '[data-kind="shuffled"]');
      await untilWords(page, "#noise .predict", /images of shuffled digits: for how many/);
      assert.equal(await page.$("#noise .predict [aria-pressed=true]"), null);
      const shuffled = above(net, { kind: "shuffled", seed: 1, images: testDigits });
      await untilSaid(page, byId("noise-above"), shuffled);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("images are counted as the engine does, also after a step and in training", async () => {
      const { page, errors, net } = await openedLab(open, "noise");
      await press(page, `#noise ${byId("just-show")}`);
      await press(page, '[data-kind="blocks"]');
      await untilSaid(page, byId("noise-above"), above(net, { kind: "blocks", seed: 1 }));
      await press(page, byId("noise-more"));
      await untilSaid(page, byId("noise-above"), above(net, { kind: "blocks", seed: 2 }));
      await press(page, byId("static-run"));
      await clickOn(page, byId("step"));
      await until(page, "steps", STEPS + 1);
      await followPage(page, net);
      await untilSaid(page, byId("noise-above"), above(net, { kind: "blocks", seed: 2 }));
      await untilCurrent(page, "dh-static", "reading");
      const from = Number(await textOf(page, "static-index"));
      const image = engine.noise({ kind: "blocks", seed: 2, from });
      const { confidence } = await page.$eval(
        "dh-static",
        (part) => /** @type {any} */ (part).reading.answer,
      );
      assert.equal(confidence, predictionOf(net, image).confidence);
      await clickOn(page, byId("train"));
      await untilWords(page, byId("noise-counted"), /2,000 images of blocks, seed 2, at epoch \d/);
      await clickOn(page, byId("train"));
      await until(page, "phase", "paused");
      await followPage(page, net);
      await untilWords(page, byId("noise-counted"), /10,000 images/);
      await untilSaid(page, byId("noise-above"), above(net, { kind: "blocks", seed: 2 }));
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("the images of highest confidence are the engine’s, and go on the input", async () => {
      const { page, errors, net } = await openedLab(open, "noise");
      await press(page, `#noise ${byId("just-show")}`);
      const { answers, confidences } = net.census({ kind: "uniform", seed: 1, count: 10_000 });
      const order = [...confidences.keys()].sort((a, b) => confidences[b] - confidences[a]);
      const best = Array.from({ length: 10 }, (_, digit) =>
        order.find((i) => answers[i] === digit),
      );
      const wanted = best.filter((index) => index !== undefined);
      await page.waitForSelector("#noise button.example");
      const titles = await page.$$eval("#noise button.example", (examples) =>
        examples.map((example) => example.getAttribute("title")),
      );
      assert.deepEqual(
        titles,
        wanted.map((index) => `Image ${index}`),
      );
      for (const index of wanted.slice(0, 2)) {
        await press(page, `#noise [title="Image ${index}"]`);
        await until(page, "reading.confidence", confidences[index]);
        assert.equal(
          await stateOf(page, "reading.shown.words"),
          `Noise “static”, seed 1, image ${index}.`,
        );
        const pixels = engine.noise({ kind: "uniform", seed: 1, from: index });
        assert.equal(predictionOf(net, pixels).confidence, confidences[index]);
        await untilPainted(page);
      }
      const isLit = await page.evaluate((button) => {
        const view = /** @type {any} */ (document.querySelector("dh-network"));
        /** @type {HTMLElement} */ (document.querySelector(button)).click();
        return new Promise((resolve) => {
          const look = () =>
            Number.isFinite(view.depth)
              ? resolve(view.checkVisibility())
              : requestAnimationFrame(look);
          look();
        });
      }, byId("noise-travel"));
      assert.ok(isLit, "the network in the strip is lit layer by layer");
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("every kind stands in the table with the fractions that the engine counts", async () => {
      const { page, errors, net } = await openedLab(open, "noise");
      await press(page, `#noise ${byId("just-show")}`);
      await lookAt(page, "dh-kinds-table");
      for (const kind of /** @type {const} */ (["smooth", "scribble", "shuffled"])) {
        const images = kind === "shuffled" ? { images: testDigits } : {};
        for (const [i, limit] of [0.5, 0.9, 0.99].entries()) {
          const expected = above(net, { kind, seed: 1, count: 2000, limit, ...images });
          await untilSaid(page, cell(kind, i), expected);
        }
      }
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("two own data sets in a row are both counted", async () => {
      const { page, errors, net } = await openedLab(open, "noise");
      await press(page, `#noise ${byId("just-show")}`);
      await lookAt(page, "dh-kinds-table");
      const seen = new Set();
      for (const seed of [11, 12]) {
        const images = await useOwnDigits(page, seed, 600);
        for (const [i, limit] of [0.5, 0.9].entries()) {
          await untilSaid(page, cell("digits", i), aboveInDigits(net, images, limit));
          const question = { kind: "shuffled", seed: 1, count: 2000, limit, images };
          await untilSaid(page, cell("shuffled", i), above(net, question));
        }
        seen.add(await page.$eval('[data-row="digits"]', (row) => row.textContent));
      }
      assert.equal(seen.size, 2, "the figures of the two data sets differ");
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);

/**
 * The cell of a limit in the table of all kinds.
 * @param {string} kind @param {number} limit  its index
 */
function cell(kind, limit) {
  return `[data-row="${kind}"] td:nth-of-type(${2 + limit}) .number`;
}
