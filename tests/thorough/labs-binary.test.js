/** The lab Binary neurons in a browser: what its user does, and the numbers beside the engine's. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { hiddenCount, lengthOf } from "../../web/common/hardness.js";
import { inBrowsers } from "../support/browser.js";
import {
  digits,
  engine,
  openedLab,
  setField,
  testDigits,
  untilSaid,
  useOwnDigits,
} from "../support/labs.js";
import { byId, press, textOf, untilAtRest, untilWords } from "../support/visitor.js";

/**
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {import("../support/labs.js").Network} Network
 */

const axe = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** The same parameters with on-or-off hidden neurons. @param {Network} net */
function stepOf(net) {
  const { layers, output, costName: cost } = net;
  const step = engine.network({ layers: [...layers], output, cost, hidden: "step" });
  step.setParameters(net.parameters);
  return step;
}

/** @param {number} fraction */
const inPercent = (fraction) => `${(100 * fraction).toFixed(1)}%`;

/** The numbers of the table, row by row. @param {Page} page */
function tableOf(page) {
  return page.$$eval(`${byId("binary-slopes")} td`, (cells) =>
    cells.map((cell) => (cell.textContent ?? "").trim()).filter(Boolean),
  );
}

/** Waits until the table is this. @param {Page} page @param {string[]} wanted  see `tableOf` */
async function untilTable(page, wanted) {
  await page.waitForFunction(
    (selector, wanted) => {
      const cells = [...document.querySelectorAll(`${selector} td`)];
      const words = cells.map((cell) => (cell.textContent ?? "").trim()).filter(Boolean);
      return JSON.stringify(words) === wanted;
    },
    { polling: 40 },
    byId("binary-slopes"),
    JSON.stringify(wanted),
  );
}

/**
 * What the table must be at k = 1, the nudges left to what the page says.
 * @param {Page} page @param {Network} net @param {{ train: any, test: any, count: number }} data
 */
async function untilSlopesOf(page, net, { train, test, count }) {
  const step = stepOf(net);
  const hidden = hiddenCount(net.layers);
  const gradient = net.meanGradient(train, { from: 0, count });
  const length = String(Number(lengthOf(gradient, hidden).toPrecision(3)));
  const nonZero = gradient.subarray(0, hidden).filter((value) => value !== 0).length;
  const accuracies = [net, step].map((each) => inPercent(each.evaluate(test).accuracy));
  await untilWords(page, `${byId("binary-slopes")} tbody tr:last-child`, new RegExp(accuracies[0]));
  const nudges = (await tableOf(page)).slice(4, 6);
  await untilTable(page, [
    ...[length, "0"],
    ...[nonZero.toLocaleString("en-US"), "0"],
    ...nudges,
    ...accuracies,
  ]);
  assert.ok(Number(nudges[0]) > 0);
  step.free();
}

inBrowsers(
  "The lab Binary neurons",
  ({ open }) => {
    test("the gradient of step neurons is 0, that of sigmoid neurons is the engine’s", async () => {
      const { page, errors, net } = await openedLab(open, "binary");
      await untilWords(page, byId("binary-base"), /The network on the page, at every steepness/);
      const seen = () => page.$eval("#binary .veiled", (part) => getComputedStyle(part).visibility);
      assert.equal(await seen(), "hidden");
      await press(page, "#binary .predict ::-p-text(None)");
      assert.equal(await seen(), "visible");
      await untilWords(page, "#binary .predict", /Right: all 12,832 components/);
      await untilSlopesOf(page, net, { train: digits, test: testDigits, count: 10 });
      await setField(page, byId("binary-digits"), "1", "change");
      await untilSlopesOf(page, net, { train: digits, test: testDigits, count: 1 });
      assert.equal((await tableOf(page))[5], "0");
      const own = await useOwnDigits(page, 5, 600);
      const { train } = split(5, 600);
      await untilSlopesOf(page, net, { train, test: own, count: 1 });
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("from soft to hard by keyboard: line, derivative and gradient follow", async () => {
      const { page, errors, net } = await openedLab(open, "binary");
      await untilWords(page, "dh-binary h3", /flat in\s+\d+\s+of\s+240\s+stretches/);
      const ends = await linesOf(page, "ends");
      const evaluated = (/** @type {Network} */ each) =>
        each.evaluate(digits, { from: 0, count: 10 }).cost;
      const step = stepOf(net);
      assert.ok(Math.abs(ends[0][120] - evaluated(net)) < 1e-6);
      assert.ok(Math.abs(ends[1][120] - evaluated(step)) < 1e-6);
      const flat = ends[1].slice(1).filter((cost, i) => cost === ends[1][i]).length;
      assert.equal(await textOf(page, "binary-flat"), String(flat));
      await page.focus(byId("binary-hardness"));
      for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
      await untilSaid(page, byId("binary-k"), "4");
      await untilWords(page, byId("binary-derivative"), /0\.0707 at z = 1, 1 at z = 0/);
      await untilWords(page, "dh-binary h3", /k = 4: flat in/);
      await untilWords(page, `${byId("binary-slopes")} thead`, /k = 4/);
      const [between] = await linesOf(page, "between");
      const hard = net.clone();
      const hidden = hiddenCount(net.layers);
      hard.setParameters(net.parameters.map((value, i) => (i < hidden ? 4 * value : value)));
      assert.ok(Math.abs(between[120] - evaluated(hard)) < 1e-6);
      await page.keyboard.press("End");
      await untilSaid(page, byId("binary-k"), "∞: on or off");
      await untilWords(page, byId("binary-derivative"), /0 at z = 1, none at z = 0/);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("of two twins trained alike, the one with step neurons stands still", async () => {
      const { page, errors } = await openedLab(open, "binary");
      await press(page, `${byId("binary-train")}[aria-disabled="false"]`);
      await untilWords(page, "dh-binary-twins", /6,000 of 6,000 steps, seed 1/);
      const accuracies = /** @type {const} */ (["sigmoid", "step"]).map((hidden) => {
        const net = engine.network({ layers: [784, 16, 16, 10], hidden, seed: 1 });
        const trainer = net.trainer(digits, { batchSize: 10, learningRate: 1, seed: 1 });
        trainer.train(6000);
        const { accuracy } = net.evaluate(testDigits);
        for (const each of [trainer, net]) each.free();
        return inPercent(accuracy);
      });
      await untilSaid(page, byId("binary-sigmoid"), accuracies[0]);
      await untilSaid(page, byId("binary-step"), accuracies[1]);
      assert.equal(await textOf(page, "binary-still"), "0");
      assert.notEqual(await textOf(page, "binary-moved"), "0");
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const found = await /** @type {any} */ (globalThis).axe.run("#binary");
        return found.violations.map((/** @type {any} */ each) => `${each.id}: ${each.help}`);
      });
      assert.deepEqual(violations, []);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("beside ReLU the lab trains the lesson’s network, and returns to the page’s", async () => {
      const { page, errors } = await openedLab(open, "binary");
      await change(page, "hidden", "relu");
      await untilWords(page, byId("binary-base"), /page has ReLU neurons.*So this lab trained/s);
      const net = engine.network({ layers: [784, 16, 16, 10], seed: 1 });
      const trainer = net.trainer(digits, { batchSize: 10, learningRate: 1, seed: 1 });
      trainer.train(6000);
      await untilSlopesOf(page, net, { train: digits, test: testDigits, count: 10 });
      await change(page, "hidden", "sigmoid");
      await untilWords(page, byId("binary-base"), /The network on the page, at every steepness/);
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);

/** The costs that are drawn. @param {Page} page @param {"ends" | "between"} name */
async function linesOf(page, name) {
  const handle = await page.waitForFunction(
    (name) => {
      const { looks } = /** @type {any} */ (document.querySelector("dh-binary"));
      return (
        looks[name].query.isCurrent &&
        looks[name].found()?.lines.map((/** @type {Float64Array} */ line) => [...line])
      );
    },
    { polling: 40 },
    name,
  );
  return /** @type {Promise<number[][]>} */ (handle.jsonValue());
}

/** @param {Page} page @param {string} key @param {string} value */
async function change(page, key, value) {
  await page.evaluate(
    async (key, value) => {
      const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
      await session.set(key, value);
    },
    key,
    value,
  );
  await untilAtRest(page);
}

/** The training half of `useOwnDigits`. @param {number} seed @param {number} count */
function split(seed, count) {
  const own = engine.handwriting({ count, seed });
  return { train: own.slice(0, count / 2) };
}
