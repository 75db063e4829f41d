/**
 * The numbers of the lesson plans on doubt, as in plans.test.js: noise, attacks, memory.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { count, fixed, percent } from "../../web/common/numbers.js";
import * as figures from "../../web/plans/figures.js";
import * as fool from "../../web/texts/en/fool.js";
import * as memorise from "../../web/texts/en/memorise.js";
import * as noise from "../../web/texts/en/noise.js";
import { inBrowsers } from "../support/browser.js";
import { setField } from "../support/labs.js";
import { withoutMnist } from "../support/mnist.js";
import {
  guess,
  takeDigit,
  untilAccuracy,
  untilExactly,
  untilShown,
  walk,
} from "../support/plans.js";
import { byId, lookAt, press, textOf, until } from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

/* ---- noise ---- */

/** Columns of the table of all kinds: confidence above 90%, and the most frequent digit. */
const ROW = { above: 4, often: 6 };

/** @param {string} kind @param {number} column */
const cell = (kind, column) => `[data-row="${kind}"] > :nth-child(${column})`;

/** @type {Parameters<typeof walk<typeof figures.noise>>[2]} */
const NOISE = {
  1: async (page, { staticSure, accuracy, digitsSure }) => {
    await guess(page, "#noise", noise.choices[1]);
    const found = `${percent(staticSure)} of them. The same network reads ${percent(accuracy)}`;
    await untilShown(page, "#noise .predict", found);
    await untilExactly(page, byId("noise-above"), percent(staticSure));
    const digits = `${percent(digitsSure)} of the test digits have a confidence above`;
    await untilShown(page, ".noise-main", digits);
  },
  2: async (page, { often, oftenIn }) => {
    await press(page, byId("static-run"));
    await untilExactly(page, byId("static-run"), noise.run);
    const before = Number(await textOf(page, "static-index"));
    await press(page, `#noise dh-static ::-p-text(${noise.next})`);
    await untilExactly(page, byId("static-index"), String(before + 1));
    await lookAt(page, "dh-kinds-table");
    await untilExactly(page, cell("uniform", ROW.often), `${often}, ${percent(oftenIn, 0)}`);
  },
  3: async (page, { surest, never }) => {
    const first = "dh-noise-gallery button.example";
    assert.match(await page.$eval(first, (each) => each.title), new RegExp(`${surest.image}$`));
    await untilShown(page, first, `${surest.digit} ${percent(surest.confidence)}`);
    const words = await page.$eval("dh-noise-gallery", (part) => part.textContent ?? "");
    const found = [...words.matchAll(/(\d)\s+never/g)].map(([, digit]) => Number(digit));
    assert.deepEqual(found, [...never]);
    await press(page, first);
    await until(page, "reading.answer", surest.digit);
    await press(page, byId("noise-travel"));
  },
  4: async (page, { kinds, digitsSure }) => {
    for (const kind of /** @type {(keyof typeof kinds)[]} */ (Object.keys(kinds))) {
      await untilExactly(page, `${cell(kind, ROW.above)} .number`, percent(kinds[kind]));
    }
    const order = Object.values(kinds);
    assert.deepEqual(
      order,
      [...order].sort((a, b) => b - a),
    );
    await untilExactly(page, `${cell("digits", ROW.above)} .number`, percent(digitsSure));
  },
  5: async (page, { best }) => {
    await guess(page, "#noise", noise.choices[2]);
    await untilExactly(page, byId("noise-above"), percent(best.staticSure));
    await untilAccuracy(page, best.accuracy);
  },
  6: async (page, { random }) => {
    await press(page, `#noise ${byId("just-show")}`);
    await untilExactly(page, byId("noise-above"), percent(random.staticSure));
    await lookAt(page, "dh-kinds-table");
    await untilExactly(page, `${cell("digits", ROW.above)} .number`, percent(random.digitsSure));
    for (const kind of ["uniform", "digits"]) {
      await untilExactly(page, cell(kind, ROW.often), `${random.often}, ${percent(1, 0)}`);
    }
  },
};

/* ---- fool ---- */

/** A picture's prediction and confidence. @param {Page} page @param {string} name */
async function untilPicture(page, name, { answer = 0, confidence = 0 }) {
  await untilExactly(page, `${byId(`fool-${name}`)} output`, String(answer));
  await untilExactly(page, `${byId(`fool-${name}`)} .title`, percent(confidence, 0));
}

/** @type {Parameters<typeof walk<typeof figures.fool>>[2]} */
const FOOL = {
  1: async (page, { epsilon, accuracy }) => {
    await guess(page, "#fool", fool.chosenChanges);
    await untilExactly(page, byId("fool-epsilon"), fixed(epsilon, 2));
    await lookAt(page, "dh-fool-curve");
    await untilShown(page, byId("fool-counted"), fool.counted(accuracy.digits, 1));
    await untilExactly(page, byId("fool-attacked-accuracy"), percent(accuracy.attacked));
    await untilExactly(page, byId("fool-random-accuracy"), percent(accuracy.random));
    const said = `${count(accuracy.digits)} test digits this network reads`;
    const chosen = `${percent(accuracy.attacked)} after chosen changes`;
    const random = `${percent(accuracy.random)} after random ones`;
    await untilShown(page, "#fool .predict", `${said} ${chosen} and ${random}`);
  },
  2: async (page, { digit, epsilon }) => {
    const { label, attacked, random, least } = digit;
    await takeDigit(page, "fool-digit", digit);
    await untilShown(page, byId("fool-attacked"), fool.attacked(epsilon));
    await untilPicture(page, "original", { answer: label, confidence: digit.confidence });
    await untilPicture(page, "attacked", attacked);
    await untilPicture(page, "random", { answer: label, confidence: random.confidence });
    await untilExactly(page, byId("fool-least"), fixed(least.attack, 2));
    await untilShown(page, "#fool .aside", `${fool.random}${fixed(least.random, 2)}`);
  },
  3: async (page, { digit, targets: { easiest, hardest } }) => {
    /** @type {Map<number, number>} */
    const least = new Map();
    for (let target = 0; target < 10; target++) {
      if (target === digit.label) continue;
      await setField(page, byId("fool-target"), target, "change");
      await untilShown(page, "#fool .aside", fool.smallestFor(target));
      await page.waitForFunction(
        (part) => /^\d/.test(document.querySelector(part)?.textContent?.trim() ?? ""),
        { polling: 40 },
        byId("fool-least"),
      );
      least.set(target, Number(await textOf(page, "fool-least")));
    }
    for (const { digit, epsilon } of [easiest, hardest]) assert.equal(least.get(digit), epsilon);
    const order = [...least.values()].sort((a, b) => a - b);
    assert.ok(order[0] === easiest.epsilon && order[1] > order[0], `${order}`);
    assert.ok(order[8] === hardest.epsilon && order[7] < order[8], `${order}`);
  },
  4: async (page, { imagined }) => {
    await lookAt(page, "dh-dreams");
    await untilShown(page, "dh-dreams", fool.seedOf(1));
    await untilShown(page, '[data-dream="9"]', "0.");
    const outputs = await page.$$eval("[data-dream]", (all) =>
      all.map((each) => Number(/[\d.]+$/.exec(each.textContent?.trim() ?? "")?.[0])),
    );
    assert.equal(outputs.length, 10);
    assert.equal(Math.min(...outputs), imagined.least);
  },
  5: async (page, { digit, best }) => {
    await press(page, `#fool ${byId("just-show")}`);
    await takeDigit(page, "fool-digit", digit);
    await untilPicture(page, "original", { answer: digit.label, confidence: best.confidence });
    await untilExactly(page, byId("fool-least"), fixed(best.attack, 2));
    await untilShown(page, "#fool .aside", `${fool.random}${fixed(best.random, 2)}`);
  },
};

/* ---- memorise ---- */

/** Runs both networks, and waits for the end. @param {Page} page @param {string} button */
async function run(page, button = "memorise-run") {
  await press(page, byId(button));
  await untilExactly(page, byId("memorise-run"), memorise.pause);
  await untilExactly(page, byId("memorise-run"), memorise.run);
}

/** @param {Page} page @param {"true" | "shuffled"} labels @param {Record<string, number>} seen */
async function untilRow(page, labels, { epochs, training, test }) {
  const id = (/** @type {string} */ what) => byId(`memorise-${labels}-${what}`);
  await untilExactly(page, id("epochs"), String(epochs));
  if (training !== undefined) await untilExactly(page, id("train"), percent(training));
  await untilExactly(page, id("test"), percent(test));
}

/** @type {Parameters<typeof walk<typeof figures.memorise>>[2]} */
const MEMORISE = {
  1: async (page) => {
    await press(page, `#memorise .predict ::-p-text(${memorise.choices[1]})`);
    await untilShown(page, "#memorise .predict", memorise.notRun);
  },
  2: async (page, { digits, run: { plain, shuffled } }) => {
    assert.equal(
      await page.$eval(byId("memorise-count"), (f) => /** @type {any} */ (f).value),
      String(digits),
    );
    await run(page);
    const found = memorise.trueFirst(plain.epochs, shuffled.epochs);
    await untilExactly(page, byId("memorise-finding"), found);
    await untilRow(page, "true", plain);
    await untilRow(page, "shuffled", shuffled);
    await untilShown(page, "#memorise .predict", "Right: ");
  },
  3: async (page, { series: { faster, seeds, least, most } }) => {
    await run(page, "memorise-series");
    const found = memorise.fasterBy(faster, seeds, least, most);
    await untilExactly(page, byId("memorise-finding"), found);
  },
  4: async (page, { half, run: { plain } }) => {
    await setField(page, "#memorise input[type=range]", 50, "input");
    await untilExactly(page, byId("memorise-fraction"), percent(0.5, 0));
    await run(page);
    await untilRow(page, "true", plain);
    await untilRow(page, "shuffled", half);
  },
  5: async (page, { small: { width, plain, shuffled } }) => {
    await setField(page, "#memorise input[type=range]", 100, "input");
    await page.focus(byId("memorise-width"));
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await setField(page, byId("memorise-width"), width, "change");
    await untilExactly(page, byId("memorise-fraction"), percent(1, 0));
    await run(page);
    const found = memorise.trueFirst(plain.epochs, shuffled.epochs);
    await untilExactly(page, byId("memorise-finding"), found);
    await untilRow(page, "true", plain);
    await untilRow(page, "shuffled", shuffled);
  },
  6: async (page, { lesson }) => {
    const training = `Training accuracy ${percent(lesson.training)}`;
    const both = `${training}, test accuracy ${percent(lesson.test)}.`;
    await lookAt(page, "dh-compare");
    await untilShown(page, byId("train-vs-test"), both);
  },
};

inBrowsers(
  "The numbers of a lesson plan",
  ({ open, url }) => {
    test("noise", () => walk("noise", figures.noise, NOISE, { open, url: url() }));
    test("fool", () => walk("fool", figures.fool, FOOL, { open, url: url() }));
    test("memorise", () => walk("memorise", figures.memorise, MEMORISE, { open, url: url() }));
  },
  { mnist: true, skip: withoutMnist, only: "chromium" },
);
