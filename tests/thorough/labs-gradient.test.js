/**
 * The lab Gradient in a browser: what its user does, and the numbers compared with the engine's.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { summaryOf } from "../../web/common/gradient-summary.js";
import { inOrder, orderOf } from "../../web/common/ranking.js";
import { plain, signed } from "../../web/common/signed-numbers.js";
import { shownWords } from "../../web/labs/gradient/explanation.js";
import { parameterAt, parameterName, passing, shortName } from "../../web/labs/gradient/nudges.js";
import { inProportion } from "../../web/labs/gradient/queries.js";
import { inBrowsers } from "../support/browser.js";
import {
  digits,
  engine,
  escaped,
  openedLab,
  setField,
  testDigits,
  untilCurrent,
  untilRendered,
  untilSaid,
} from "../support/labs.js";
import {
  byId,
  clickOn,
  lookAt,
  modelOf,
  openLab,
  press,
  stateOf,
  until,
  untilAtRest,
  untilComplete,
  untilWords,
} from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

const LAYERS = [784, 16, 16, 10];
const ROWS = `${byId("gradient-column")} [role=option]`;

/**
 * Puts a test digit on the input, and returns it as the network takes it.
 * @param {Page} page
 * @param {number} index
 */
async function showDigit(page, index) {
  await page.evaluate(async (index) => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    await session.testDigit(index);
  }, index);
  const pixels = Float32Array.from(testDigits.image(index), (value) => value / 255);
  return { pixels, label: testDigits.label(index) };
}

/**
 * Waits until the column shows these components first.
 * @param {Page} page @param {Float32Array} gradient @param {ArrayLike<number>} rows
 * @param {number[]} [layers]
 */
async function untilFirst(page, gradient, rows, layers = LAYERS) {
  for (const i of [0, 1, 7]) {
    const name = shortName(layers, parameterAt(layers, rows[i]));
    const words = `${i + 1}\\s*${escaped(name)}\\s*${escaped(signed(-gradient[rows[i]]))}`;
    await untilWords(page, `#nudge-${i}`, new RegExp(`^\\s*${words.replace(/\+/g, "\\+")}\\s*$`));
  }
}

inBrowsers(
  "The lab Gradient",
  ({ open }) => {
    test("what answers the question is not seen before there is a guess", async () => {
      const { page, errors, net } = await openedLab(open, "gradient");
      const { batch } = await stateOf(page, "settings");
      const gradient = net.meanGradient(digits, { from: 0, count: batch });
      const { half } = summaryOf(gradient, orderOf(gradient), LAYERS);
      const answer = new RegExp(`largest ${half} of 13,002 nudges`);
      await untilWords(page, byId("gradient-finding"), answer);
      await untilWords(page, "#gradient .predict p", /each of the 13,002 weights and biases/);
      await lookAt(page, "dh-gradient-top-k");
      await untilCurrent(page, "dh-gradient-top-k", "measured");
      const seen = () =>
        page.$eval("#gradient", (lab) => /** @type {HTMLElement} */ (lab).innerText);
      const answers = [/half of \|∇C\|²/, /% of the decrease/, /hold .*% of \|∇C\|²/, /holds most/];
      await untilRendered(page, "#gradient");
      const before = await seen();
      for (const words of [answer, ...answers]) assert.doesNotMatch(before, words);
      assert.match(before, /Guess first/);
      await press(page, "#gradient .predict button:nth-child(2)");
      await untilRendered(page, "#gradient");
      const after = await seen();
      for (const words of [answer, ...answers]) assert.match(after, words);
      assert.doesNotMatch(after, /Guess first/);
      await untilWords(page, "#gradient .predict [role=status]", /its share of the\s+work\.$/);
      await untilWords(page, "#gradient .predict [role=status]", answer);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("the column is the engine’s gradient of the digit, its components explained", async () => {
      const { page, errors, net } = await openedLab(open, "gradient");
      const { pixels, label } = await showDigit(page, 4);
      await press(page, "[data-source=digit]");
      const gradient = net.gradient(pixels, label);
      const order = orderOf(gradient);
      await untilFirst(page, gradient, order);
      const [first] = order;
      const details = byId("gradient-details");
      await untilSaid(page, `${details} h3`, parameterName(LAYERS, parameterAt(LAYERS, first)));
      await untilWords(page, details, new RegExp(`Now ${plain(net.parameters[first])}`));
      const at = [...order].findIndex((i) => parameterAt(LAYERS, i).input !== null);
      const which = parameterAt(LAYERS, order[at]);
      const input = net.activations(pixels)[which.layer - 1][Number(which.input)];
      const product = `${input.toFixed(3)} × .+ = ${plain(gradient[order[at]])}`;
      await clickOn(page, `#nudge-${at}`);
      await untilWords(page, details, new RegExp(product));
      await until(page, "neuron.layer", which.layer);
      await until(page, "neuron.index", which.neuron);
      await untilRendered(page, "#gradient");
      const ten = await page.$$eval(`${byId("gradient-ten")} button .number`, (all) =>
        all.map((value) => value.textContent),
      );
      assert.deepEqual(
        ten,
        [...order.subarray(0, 10)].map((i) => signed(-gradient[i])),
      );
      const step = page.$eval(details, (part) => part.textContent);
      assert.match(
        String(await step),
        /Plain gradient descent with the page’s learning rate, η = 2,/,
      );
      assert.doesNotMatch(String(await step), /The page trains with/);
      await page.evaluate(() => {
        const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
        session.set("optimizer", "adamw");
      });
      await untilWords(page, details, /The page trains with AdamW, which/);
      await setField(page, byId("gradient-target"), (label + 1) % 10, "change");
      const other = net.gradient(pixels, (label + 1) % 10);
      await untilFirst(page, other, orderOf(other));
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("filters, and all of the column by keyboard with few rows in the page", async () => {
      const { page, errors, net } = await openedLab(open, "gradient");
      const { batch } = await stateOf(page, "settings");
      const gradient = net.meanGradient(digits, { from: 0, count: batch });
      const order = orderOf(gradient);
      await untilFirst(page, gradient, order);
      await page.focus(byId("gradient-column"));
      await page.keyboard.press("End");
      await page.waitForSelector(`#nudge-${order.length - 1}[aria-selected=true]`);
      assert.ok((await page.$$(ROWS)).length < 60);
      const name = parameterName(LAYERS, parameterAt(LAYERS, order[order.length - 1]));
      await untilSaid(page, `${byId("gradient-details")} h3`, name);
      await page.keyboard.press("ArrowUp");
      await page.waitForSelector(`#nudge-${order.length - 2}[aria-selected=true]`);
      await page.keyboard.press("Home");
      await page.waitForSelector("#nudge-0[aria-selected=true]");
      await setField(page, "[data-filter=layer]", 2, "change");
      await setField(page, "[data-filter=sign]", "up", "change");
      await setField(page, "[data-filter=size]", 0.1, "change");
      const filter = /** @type {const} */ ({ layer: 2, sign: "up", least: 0.1 });
      const rows = passing(order, inOrder(order, gradient), LAYERS, filter);
      assert.ok(rows.length > 8);
      await untilFirst(page, gradient, rows);
      await untilSaid(page, byId("gradient-count"), `${rows.length} of 13,002 components.`);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("all components bring all of the decrease, the largest most of it", async () => {
      const { page, errors, net } = await openedLab(open, "gradient");
      await press(page, "[data-source=all]");
      await untilCurrent(page, "dh-gradient", "gradient");
      const all = net.meanGradient(digits);
      const order = orderOf(all);
      await untilSaid(page, byId("gradient-value"), signed(-all[order[0]]));
      await lookAt(page, "dh-gradient-top-k");
      await untilCurrent(page, "dh-gradient-top-k", "measured");
      const found = await page.$eval(
        "dh-gradient-top-k",
        (part) => /** @type {any} */ (part).measured.answer,
      );
      const { cost } = net.evaluate(digits, { from: 0, count: 2000 });
      const gradient = net.meanGradient(digits, { from: 0, count: 2000 });
      const [, after] = net.costAlong(gradient, Float32Array.of(0, -found.t), digits, {
        from: 0,
        count: 2000,
      });
      assert.equal(found.count, 2000);
      assert.ok(Math.abs(found.cost - cost) < 1e-6);
      assert.ok(Math.abs(found.decrease - (cost - after)) < 1e-2 * found.decrease);
      await page.waitForSelector(byId("gradient-k"));
      const last = await page.$eval(byId("gradient-k"), (field) =>
        Number(/** @type {HTMLInputElement} */ (field).max),
      );
      await setField(page, byId("gradient-k"), last, "input");
      for (const id of ["top", "random", "held"]) {
        await untilWords(page, byId(`gradient-${id}`), /^(100\.0|99\.9)%$/);
      }
      await setField(page, byId("gradient-k"), 0, "input");
      await untilWords(page, "dh-gradient-top-k .veiled h3", /The 1 largest/);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("finite differences agree with backpropagation, for a digit worth checking", async () => {
      const { page, errors, net } = await openedLab(open, "gradient");
      await lookAt(page, "dh-gradient-check");
      await page.waitForSelector(byId("gradient-one"));
      await press(page, `${byId("gradient-check")}[aria-disabled="false"]`);
      await page.waitForSelector(byId("gradient-worst"));
      await untilWords(page, byId("gradient-many"), /200:[\s\S]*they agree/);
      const { worst, one } = await page.$eval("dh-gradient-check", (part) => {
        const { many, one } = /** @type {any} */ (part);
        return { worst: many.worst, one: one.answer };
      });
      assert.ok(worst > 0 && worst < 1e-2, `${worst}`);
      const [parameter] = one.indices;
      const { batch } = await stateOf(page, "settings");
      const components = Array.from(
        { length: batch },
        (_, i) => net.gradient(digits.image(i), digits.label(i))[parameter],
      );
      const sizes = components.map(Math.abs);
      const taken = sizes.indexOf(Math.max(...sizes));
      assert.ok(sizes[taken] > 0);
      await untilWords(page, byId("gradient-one"), new RegExp(escaped(plain(components[taken]))));
      const digit = `For training digit ${taken + 1}, an? ${digits.label(taken)}`;
      await untilWords(page, "dh-gradient-check", new RegExp(`${digit}\\s+\\(of ${batch} digits`));
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("single digits have their say, and all bars are on one scale", async () => {
      const { page, errors, net } = await openedLab(open, "gradient");
      await lookAt(page, "dh-gradient-wishes");
      await setField(page, byId("gradient-label"), 3, "change");
      await untilCurrent(page, "dh-gradient-wishes", "wishes");
      const parameter = await page.$eval(
        "dh-gradient-wishes",
        (part) => /** @type {any} */ (part).wishes.answer.parameter,
      );
      const threes = Array.from({ length: digits.count }, (_, i) => i)
        .filter((i) => digits.label(i) === 3)
        .slice(0, 200);
      const wishes = threes.map((i) => net.gradient(digits.image(i), 3)[parameter]);
      const up = wishes.filter((g) => g < 0).length;
      await untilWords(page, byId("gradient-disagree"), new RegExp(`200 training 3s, ${up} want`));
      await untilRendered(page, "#gradient");
      const values = await page.$$eval(".wishes .number", (all) =>
        all.map((value) => value.textContent),
      );
      const all = Float64Array.from(wishes);
      const shown = inProportion(all, 10);
      const mean = wishes.reduce((sum, g) => sum + g, 0) / wishes.length;
      const bars = [...shown.map((at) => wishes[at]), mean];
      assert.deepEqual(
        values,
        bars.map((g) => signed(-g)),
      );
      const most = Math.max(...wishes.map(Math.abs));
      const sizes = await page.$$eval(".wishes .wish", (all) =>
        all.map((bar) => Number(/** @type {HTMLElement} */ (bar).style.getPropertyValue("--size"))),
      );
      assert.ok(Math.max(...sizes) === 1);
      for (const [i, g] of bars.entries())
        assert.ok(Math.abs(sizes[i] - Math.abs(g) / most) < 1e-6);
      await untilWords(page, byId("gradient-shown"), new RegExp(escaped(shownWords(all, shown))));
      const label = await page.$eval(".wishes canvas", (image) => image.getAttribute("aria-label"));
      const number = (threes[shown[0]] + 1).toLocaleString("en-US");
      assert.equal(label, `Training digit ${number}, a 3`);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("it follows training, and shows no number of another network", async () => {
      const { page, errors } = await openedLab(open, "gradient");
      await untilCurrent(page, "dh-gradient", "gradient");
      const epoch = () =>
        page.$eval("dh-gradient", (part) => /** @type {any} */ (part).gradient.answer.epoch);
      const before = await epoch();
      await page.evaluate(() => {
        const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
        return session.run();
      });
      await page.waitForFunction(
        (before) =>
          /** @type {any} */ (document.querySelector("dh-gradient")).gradient.answer.epoch > before,
        { polling: 40 },
        before,
      );
      await page.evaluate(() => {
        const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
        return session.pause();
      });
      await untilAtRest(page);
      const net = engine.load(await modelOf(page));
      const { batch } = await stateOf(page, "settings");
      const gradient = net.meanGradient(digits, { from: 0, count: batch });
      await untilFirst(page, gradient, orderOf(gradient));
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("in a wide network, another choice does not wait for all training digits", async () => {
      const { page, errors } = await open({
        path: "#start=random&seed=2&layers=400-400&steps=0",
      });
      await untilComplete(page);
      await untilAtRest(page);
      await openLab(page, "gradient");
      await untilCurrent(page, "dh-gradient", "gradient");
      await page.$eval("dh-gradient", (part) => {
        const { counts } = Object.assign(globalThis, { counts: /** @type {number[]} */ ([]) });
        const note = () => counts.push(/** @type {any} */ (part).gradient.answer.count);
        part.addEventListener("query-status", note);
      });
      await press(page, "[data-source=all]");
      await page.waitForFunction(
        () => {
          const { progress } = /** @type {any} */ (document.querySelector("dh-gradient"));
          return progress > 0 && progress < 1;
        },
        { polling: 40 },
      );
      await press(page, "[data-source=batch]");
      await press(page, "dh-gradient ::-p-text(Another)");
      await untilCurrent(page, "dh-gradient", "gradient");
      const { batch } = await stateOf(page, "settings");
      const counts = await page.evaluate(() => /** @type {any} */ (globalThis).counts);
      assert.ok(counts.every((/** @type {number} */ count) => count === batch));
      const net = engine.load(await modelOf(page));
      const gradient = net.meanGradient(digits, { from: batch, count: batch });
      await untilFirst(page, gradient, orderOf(gradient), [...net.layers]);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("another shape with step neurons: hidden components are 0, and it says so", async () => {
      const { page, errors } = await open({
        path: "#start=random&seed=2&layers=20-12-8&hidden=step&steps=0",
      });
      await untilComplete(page);
      await untilAtRest(page);
      await openLab(page, "gradient");
      const net = engine.load(await modelOf(page));
      const { batch } = await stateOf(page, "settings");
      const gradient = net.meanGradient(digits, { from: 0, count: batch });
      const layers = [784, 20, 12, 8, 10];
      assert.deepEqual(net.layers, layers);
      const order = orderOf(gradient);
      await untilFirst(page, gradient, order, layers);
      await untilWords(page, "dh-gradient", /hidden layers is exactly\s+zero/);
      const filter = /** @type {const} */ ({ layer: 0, sign: "all", least: 0.01 });
      const rows = passing(order, inOrder(order, gradient), layers, filter);
      await setField(page, "[data-filter=size]", 0.01, "change");
      await untilWords(page, byId("gradient-count"), new RegExp(`^\\s*${rows.length} of`));
      assert.ok(rows.every((at) => parameterAt(layers, at).layer === 4));
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);
