/** Drawing: what is drawn with mouse or keys is read, and the answer is the engine's. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { inBrowsers } from "../support/browser.js";
import {
  byId,
  clickOn,
  DIGITS,
  draw,
  loadNetwork,
  stateOf,
  textOf,
  until,
  untilAtRest,
  untilComplete,
  untilWords,
} from "../support/visitor.js";

const engine = await loadEngine();
/** A random network that is sure of nothing. */
const UNSURE = /** @type {const} */ ({ hidden: "relu", output: "softmax", cost: "cross-entropy" });
const ANSWERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const models = new URL("../../web/models/", import.meta.url);
const NETWORKS = ["lesson", "pretrained"];
const withoutModel = NETWORKS.every((name) => existsSync(new URL(`${name}.safetensors`, models)))
  ? false
  : "the models are not in web/models/: make models";

/**
 * Waits until the page answers what the engine answers, for the strokes the page has; a half-drawn
 * digit was read before it.
 * @param {import("puppeteer-core").Page} page
 * @param {ReturnType<typeof engine.network>} net
 */
async function assertAnswerOf(page, net) {
  const outputs = net.predict(engine.ink(await stateOf(page, "shown.strokes")));
  const answer = outputs.indexOf(Math.max(...outputs));
  await until(page, "reading.confidence", outputs[answer]).catch(async () => {
    assert.equal(await stateOf(page, "reading.confidence"), outputs[answer]);
  });
  await untilWords(page, byId("prediction"), new RegExp(`^${answer}$`));
}

inBrowsers("Drawing", ({ open, name }) => {
  test("what the mouse draws is read as the engine reads it, stroke by stroke", async () => {
    const { page, errors } = await open({ path: "#start=random&seed=21" });
    await until(page, "status", "ready");
    const net = engine.network({ seed: 21 });
    for (const strokes of [
      DIGITS[7],
      [
        [
          [0.3, 0.5],
          [0.7, 0.5],
        ],
      ],
    ]) {
      await draw(page, strokes);
      await until(page, "reading.answer", ...ANSWERS);
      await page.waitForFunction("!document.querySelector('.placeholder')");
      await assertAnswerOf(page, net);
    }
    assert.equal((await stateOf(page, "shown.strokes")).length, 2);
    assert.deepEqual(errors, []);
    await page.close();
  });

  test("keys alone draw a 1 and train", async () => {
    const { page, errors } = await open({ path: "#start=random&seed=22" });
    await untilComplete(page);
    await page.keyboard.press("d");
    await page.keyboard.press(" ");
    for (let i = 0; i < 14; i++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press(" ");
    await until(page, "reading.answer", ...ANSWERS);
    await assertAnswerOf(page, engine.network({ seed: 22 }));
    const [[first, ...rest]] = await stateOf(page, "shown.strokes");
    assert.equal(rest.length, 14);
    assert.ok(rest.every((/** @type {number[]} */ [x]) => x === first[0]));
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    await page.keyboard.press("s");
    await until(page, "steps", 1);
    assert.deepEqual(errors, []);
    await page.close();
  });

  // The rest is the page's own business, the same in every browser.
  if (name === "firefox") return;

  test("the first network seen and the modern one read a 0, a 1, a 3 and a 7, without any data", {
    skip: withoutModel,
  }, async () => {
    const { page, errors } = await open();
    await until(page, "status", "ready");
    for (const name of NETWORKS) {
      await until(page, "provenance.start.kind", name);
      const net = engine.load(readFileSync(new URL(`${name}.safetensors`, models)));
      for (const digit of [0, 1, 3, 7]) {
        await draw(page, DIGITS[digit]);
        await untilWords(page, byId("prediction"), new RegExp(`^${digit}$`));
        await assertAnswerOf(page, net);
        await clickOn(page, byId("clear"));
        await untilWords(page, byId("prediction"), /^$/);
      }
      await loadNetwork(page, "pretrained");
    }
    assert.deepEqual(errors, []);
    await page.close();
  });

  test("noise is answered too, the same for the same seed as the engine makes it", async () => {
    const { page, errors } = await open({ path: "#start=random&seed=23" });
    await until(page, "status", "ready");
    await clickOn(page, byId("noise"));
    await until(page, "reading.shown.kind", "noise");
    const words = await stateOf(page, "shown.words");
    const [, seed] = /** @type {RegExpMatchArray} */ (/“static”, seed (\d+)/.exec(words));
    const pixels = engine.noise({ kind: "uniform", seed: Number(seed) });
    const outputs = engine.network({ seed: 23 }).predict(pixels);
    assert.equal(await stateOf(page, "reading.confidence"), Math.max(...outputs));
    await untilWords(page, "dh-prediction", /confident, although this is noise/);
    assert.deepEqual(errors, []);
    await page.close();
  });
});

inBrowsers(
  "Drawings as every browser takes them",
  ({ open }) => {
    test("an empty canvas says so, before and after a drawing without a sure digit", async () => {
      const { page } = await open({
        path: "#start=random&hidden=relu&output=softmax&cost=cross-entropy",
      });
      await until(page, "status", "ready");
      await untilWords(page, "dh-prediction", /Nothing drawn/);
      assert.equal(await textOf(page, "prediction"), "");
      await draw(page, DIGITS[1]);
      await assertAnswerOf(page, engine.network(UNSURE));
      assert.ok((await stateOf(page, "reading.confidence")) < 0.5);
      await untilWords(page, "dh-prediction", /not sure of any digit/);
      assert.equal(await page.$(".outputs .winner"), null);
      await clickOn(page, byId("clear"));
      await untilWords(page, "dh-prediction", /Nothing drawn/);
      await untilWords(page, byId("prediction"), /^$/);
      await clickOn(page, '[aria-label="Undo the last stroke"]');
      await untilWords(page, byId("prediction"), /^\d$/);
      await page.close();
    });

    test("a network that trained reads a 0, a 1, a 3 and a 7", async () => {
      const { page } = await open({ path: "#recipe=modern&steps=2500" });
      await untilComplete(page);
      await until(page, "steps", 2500);
      await untilAtRest(page);
      for (const digit of [0, 1, 3, 7]) {
        await draw(page, DIGITS[digit]);
        await untilWords(page, byId("prediction"), new RegExp(`^${digit}$`));
        await clickOn(page, byId("clear"));
        await untilWords(page, byId("prediction"), /^$/);
      }
      await page.close();
    });
  },
  { only: "chromium" },
);
