/** The Train lab in browsers: what its user does, and the numbers compared with the engine's. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { inBrowsers } from "../support/browser.js";
import { useOwnDigits } from "../support/labs.js";
import {
  byId,
  clickOn,
  DIGITS,
  draw,
  lookAt,
  modelOf,
  openLab,
  press,
  stateOf,
  textOf,
  until,
  untilAtLeast,
  untilAtRest,
  untilComplete,
  untilWords,
} from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const engine = await loadEngine();
const digits = engine.handwriting({ count: 20000, seed: 1 });
const testDigits = engine.handwriting({ count: 4000, seed: 2 });

const STEPS = 800;
const TRAINED = `#start=random&seed=3&rate=2&steps=${STEPS}`;

/**
 * The lab with the network of a link, evaluated.
 * @param {(view?: import("../support/browser.js").View) =>
 *   Promise<import("../support/browser.js").Opened>} open
 * @param {string} path
 * @param {number} steps
 */
async function opened(open, path = TRAINED, steps = STEPS) {
  const { page, errors } = await open({ path });
  await untilComplete(page);
  await until(page, "steps", steps);
  await untilAtRest(page);
  await openLab(page, "train");
  return { page, errors };
}

/** The network on the page, in Node. @param {Page} page */
const networkOf = async (page) => engine.load(await modelOf(page));

inBrowsers(
  "The Train lab",
  ({ open }) => {
    test("slow motion ends in a step down the gradient of one example", async () => {
      const { page, errors } = await opened(open, "#start=random&seed=3&rate=0.5", 0);
      const net = await networkOf(page);
      for (const name of [
        "Show the error",
        "Backpropagate",
        "Update the weights",
        "Next example",
      ]) {
        await untilWords(page, byId("step-next"), new RegExp(name));
        if (name !== "Next example") await press(page, byId("step-next"));
      }
      assert.equal(await stateOf(page, "examples"), 1);
      const [image, label] = [digits.image(0), digits.label(0)];
      const before = net.cost(image, label);
      const gradient = net.gradient(image, label);
      net.setParameters(net.parameters.map((value, i) => value - 0.5 * gradient[i]));
      assert.equal(await stateOf(page, "fingerprint"), net.fingerprint);
      const costs = (await textOf(page, "update-cost")).split(" → ").map(Number);
      assert.ok(Math.abs(costs[0] - before) < 0.006, `${costs[0]} for ${before}`);
      assert.ok(Math.abs(costs[1] - net.cost(image, label)) < 0.006);
      assert.deepEqual(errors, []);
      net.free();
      await page.close();
    });

    test("a double click in slow motion while training does not end it", async () => {
      const { page, errors } = await opened(open, "#start=random&seed=3", 0);
      for (const name of ["Show the error", "Backpropagate"]) {
        await untilWords(page, byId("step-next"), new RegExp(name));
        await press(page, byId("step-next"));
      }
      await untilWords(page, byId("step-next"), /Update the weights/);
      await page.keyboard.press("Escape");
      await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
      await page.keyboard.press(" ");
      await untilAtLeast(page, "steps", 100);
      await page.click(byId("step-next"), { count: 2 });
      await until(page, "phase", "paused");
      await page.waitForFunction(
        () => document.querySelector("[data-testid=step-next]")?.ariaDisabled === "false",
      );
      // The second click may have come after the first one's work, and been one for the next
      // example.
      await untilWords(page, byId("step-next"), /Next example|Show the error/);
      const { done } = await stateOf(page, "provenance");
      assert.deepEqual([done.at(-1).kind, done.at(-1).count], ["examples", 1]);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("training and test accuracy are those of the network on the page", async () => {
      const { page, errors } = await opened(open);
      const net = await networkOf(page);
      const [training, test] = [
        net.evaluate(digits, { from: 0, count: 10_000 }),
        net.evaluate(testDigits),
      ];
      const shown = (/** @type {{ accuracy: number }} */ { accuracy }) =>
        `${(100 * accuracy).toFixed(1)}%`;
      await untilWords(
        page,
        byId("train-vs-test"),
        new RegExp(`Training accuracy ${shown(training)}, test accuracy ${shown(test)}\\.`),
      );
      assert.deepEqual(errors, []);
      net.free();
      await page.close();
    });

    test("a cell of the matrix holds as many digits as the engine counts there", async () => {
      const { page, errors } = await opened(open);
      const net = await networkOf(page);
      const { confusion, accuracy } = net.evaluate(testDigits);
      const wrong = [...confusion].map((n, at) => (at % 11 ? n : 0));
      const worst = wrong.indexOf(Math.max(...wrong));
      const misread = Math.round((1 - accuracy) * testDigits.count);
      await lookAt(page, "dh-confusion");
      await untilWords(
        page,
        byId("behind"),
        new RegExp(`${misread.toLocaleString("en")} test digits`),
      );
      assert.equal(
        await page.$eval(`[data-cell="${worst}"]`, (cell) => cell.textContent?.trim()),
        `${wrong[worst]}`,
      );
      await press(page, `[data-cell="${worst}"]`);
      await untilWords(page, byId("behind"), new RegExp(`^\\s*${wrong[worst]} test digit`));
      const first = await page.$eval("dh-confusion [data-index]", (shown) =>
        shown.getAttribute("data-index"),
      );
      assert.equal(testDigits.label(Number(first)), Math.floor(worst / 10));
      await press(page, "dh-confusion [data-index]");
      await until(page, "reading.shown.label", Math.floor(worst / 10));
      await until(page, "reading.answer", worst % 10);
      assert.deepEqual(errors, []);
      net.free();
      await page.close();
    });

    test("arrow keys lead through the matrix, Enter opens a cell", async () => {
      const { page } = await opened(open);
      await page.waitForSelector('[data-cell="0"]');
      await page.focus('[data-cell="0"]');
      for (const key of /** @type {const} */ (["ArrowDown", "ArrowDown", "ArrowRight", "Enter"])) {
        await page.keyboard.press(key);
      }
      await untilWords(page, "dh-confusion", /2s read as 1/);
      await page.close();
    });

    test("a misread drawing is read right once taught; undo is offered for it alone", async () => {
      const { page, errors } = await opened(open, "#start=random&seed=4&epochs=9999", 0);
      await draw(page, DIGITS[7]);
      await until(page, "reading.answer", ...Array(10).keys());
      const before = await stateOf(page, "fingerprint");
      const wrong = (await stateOf(page, "reading.answer")) !== 7;
      assert.ok(wrong, "a random network should not read it yet; take another seed");
      await openLab(page, "train");
      await press(page, '[data-teach="7"]');
      await untilWords(page, byId("taught"), /it is read as a 7/);
      assert.equal(await stateOf(page, "reading.answer"), 7);
      assert.ok((await stateOf(page, "reading.confidence")) >= 0.6);
      await untilWords(page, byId("taught"), /Test accuracy: [\d.]+% before, [\d.]+% now/);
      await press(page, byId("undo-teaching"));
      await until(page, "fingerprint", before);
      await press(page, '[data-teach="7"]');
      await untilWords(page, byId("taught"), /it is read as a 7/);
      await page.waitForSelector(byId("undo-teaching"));
      await clickOn(page, byId("step"));
      await until(page, "steps", 1);
      await page.waitForSelector(byId("undo-teaching"), { hidden: true });
      await clickOn(page, byId("train"));
      await until(page, "phase", "running");
      await press(page, '[data-teach="7"]');
      await untilWords(page, ".notices", /Training is paused, since the network is taught/);
      await page.waitForSelector(byId("undo-teaching"));

      // Out of sight the lab still shows the taught digit, which is not among these.
      await openLab(page, "cost");
      await useOwnDigits(page, 5, 600);
      await clickOn(page, "dh-toolbar .theme");
      await until(page, "settings.theme", "light");
      await openLab(page, "train");
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);
