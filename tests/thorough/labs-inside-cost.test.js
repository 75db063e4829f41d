/** The labs Inside and Cost: what they show is what the engine computes. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { output } from "../../web/common/cost-numbers.js";
import { NOT_A_DIGIT, termsOf } from "../../web/common/example-cost.js";
import { outputSums } from "../../web/labs/cost/answer.js";
import { anatomyOf } from "../../web/labs/inside/anatomy.js";
import { brushed, pixelsBetween } from "../../web/labs/inside/input-grid.js";
import { smallInWords } from "../../web/texts/en/cost.js";
import { inBrowsers } from "../support/browser.js";
import { untilRendered } from "../support/labs.js";
import {
  byId,
  openLab,
  PATIENCE,
  press,
  stateOf,
  until,
  untilComplete,
} from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {Awaited<ReturnType<typeof loadEngine>>} Engine */

/** @type {Engine} */
let engine;
before(async () => {
  engine = await loadEngine();
});

const KINDS = /** @type {const} */ ([
  { hidden: "sigmoid", output: "sigmoid", cost: "quadratic" },
  { hidden: "relu", output: "softmax", cost: "cross-entropy" },
  { hidden: "sigmoid", output: "sigmoid", cost: "cross-entropy" },
  { hidden: "step", output: "softmax", cost: "quadratic" },
]);

/**
 * A network with biases, a digit and the page's state with both.
 * @param {typeof KINDS[number]} kind
 */
function exampleOf(kind) {
  const net = engine.network({ ...kind, layers: [784, 16, 12, 10], seed: 5 });
  net.setParameters(net.parameters.map((value, i) => value || 0.3 * Math.sin(i)));
  const pixels = Float32Array.from(
    engine.handwriting({ count: 1, seed: 4 }).image(0),
    (v) => v / 255,
  );
  const activations = net.activations(pixels);
  const network = {
    ...kind,
    layers: [...net.layers],
    parameterCount: net.parameterCount,
  };
  const reading = { pixels, activations, answer: 0, confidence: 0 };
  const state = /** @type {import("../../web/model/state.js").State} */ (
    /** @type {unknown} */ ({ network, parameters: net.parameters, reading })
  );
  return { net, pixels, activations, state };
}

test("every neuron taken apart comes to the activation that the engine gives it", () => {
  for (const kind of KINDS) {
    const { activations, state } = exampleOf(kind);
    for (const [layer, values] of activations.entries()) {
      if (layer === 0) continue;
      for (const [index, value] of values.entries()) {
        const activation = anatomyOf(state, { layer, index })?.activation ?? Number.NaN;
        assert.ok(Math.abs(activation - value) < 1e-4 * Math.max(1, value), JSON.stringify(kind));
      }
    }
  }
});

test("an output close to 1 has the digits that tell it from 1", () => {
  assert.equal(output(0.876), "0.876");
  assert.equal(output(0.99994), "0.99994");
  assert.equal(output(0.99999994), "0.99999");
  assert.equal(output(1), "1.000");
  assert.equal(smallInWords(0.99994 - 1), "−6×10 to the power of −5");
  assert.equal(smallInWords((0.99994 - 1) ** 2), "4×10 to the power of −9");
});

test("the ten terms of an answer add up to the engine’s cost, by every cost and output", () => {
  for (const kind of KINDS) {
    const { net, pixels, activations, state } = exampleOf(kind);
    for (const target of [0, 7, NOT_A_DIGIT]) {
      const terms = termsOf(kind, activations[3], target, outputSums(state));
      const sum = terms.reduce((all, term) => all + term, 0);
      const cost = net.cost(pixels, target);
      assert.ok(Math.abs(sum - cost) < 1e-5 * Math.max(1, cost), `${sum}, not ${cost}`);
    }
  }
});

test("a stroke paints every pixel on its way, and half of those beside it", () => {
  const at = (/** @type {number} */ row, /** @type {number} */ column) => row * 28 + column;
  assert.deepEqual(pixelsBetween(at(3, 3), at(3, 6)), [at(3, 4), at(3, 5), at(3, 6)]);
  assert.deepEqual(pixelsBetween(at(9, 5), at(7, 4)), [at(8, 5), at(7, 4)]);
  assert.deepEqual(pixelsBetween(at(3, 3), at(3, 3)), []);
  const corner = brushed(at(0, 0)).map(({ index, amount }) => [index, amount]);
  assert.deepEqual(corner, [
    [at(0, 0), 1],
    [at(0, 1), 0.5],
    [at(1, 0), 0.5],
  ]);
});

/** Index of a digit, of its number on the page. @param {string} [number]  "1,234", from 1 */
const indexOf = (number = "") => Number(number.replaceAll(",", "")) - 1;

/**
 * Opens the lab with a test digit on its input, and waits until the digit was read.
 * @param {Page} page @param {string} lab
 */
async function withDigit(page, lab) {
  await untilComplete(page);
  await openLab(page, lab);
  await press(page, `[data-testid=${lab}-digit]:not(:disabled)`);
  await until(page, "reading.shown.kind", "digit");
  // With the first reading Inside may show another neuron.
  await untilRendered(page, `#${lab}`);
  const words = /^Test digit ([\d,]+), labelled (\d)\.$/.exec(
    await stateOf(page, "reading.shown.words"),
  );
  const digit = engine.handwriting({ count: 1, seed: 2, from: indexOf(words?.[1]) });
  const pixels = Float32Array.from(digit.image(0), (v) => v / 255);
  assert.equal(digit.label(0), Number(words?.[2]), "this is not the digit that the page has");
  return { pixels, label: digit.label(0) };
}

/**
 * Waits until a number shown is this one, to three figures.
 * @param {Page} page @param {string} testId @param {number} value
 */
async function untilShown(page, testId, value) {
  const isClose = (/** @type {string} */ selector, /** @type {number} */ wanted) => {
    const text = document.querySelector(selector)?.textContent ?? "";
    return Math.abs(Number.parseFloat(text) - wanted) < 0.0006 * Math.max(1, wanted);
  };
  await page.waitForFunction(isClose, PATIENCE, byId(testId), value).catch(async () => {
    const text = await page.$eval(byId(testId), (each) => each.textContent);
    assert.fail(`${testId} shows ${text}, the engine says ${value}`);
  });
}

/**
 * Does it, and waits for the network that comes of it; returns its fingerprint.
 * @param {Page} page @param {() => Promise<unknown>} act
 */
async function edited(page, act) {
  const version = await stateOf(page, "version");
  await act();
  await page.waitForFunction(
    (tag, version) =>
      /** @type {any} */ (document.querySelector(tag)).session.state.version > version,
    PATIENCE,
    "dh-inside",
    version,
  );
  return stateOf(page, "fingerprint");
}

/**
 * Replaces what a number field holds.
 * @param {Page} page
 * @param {string} testId
 * @param {string} text
 */
async function type(page, testId, text) {
  await page.$eval(
    byId(testId),
    (field, value) => {
      /** @type {HTMLInputElement} */ (field).value = value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
    text,
  );
}

/**
 * The middle of an element, once it is in the middle of the screen.
 * @param {Page} page
 * @param {string} selector
 */
async function boxOf(page, selector) {
  const element = await page.waitForSelector(selector);
  await element?.evaluate((each) => each.scrollIntoView({ block: "center", behavior: "instant" }));
  const box = await element?.boundingBox();
  assert.ok(box);
  return box;
}

inBrowsers(
  "Inside",
  ({ open }) => {
    test("a neuron picked by keyboard has the engine’s activation, with any bias", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=7" });
      const { pixels } = await withDigit(page, "inside");
      const net = engine.network({ seed: 7 });
      await page.focus("#inside [role=radio][tabindex='0']");
      const picked = await page.$eval("#inside [aria-checked=true]", (each) =>
        Number(each.getAttribute("data-neuron")?.split("-")[1]),
      );
      await page.keyboard.press("ArrowDown");
      await page.waitForSelector(`[data-neuron="2-${picked}"][aria-checked=true]:focus`, PATIENCE);
      await untilShown(page, "inside-activation", net.activations(pixels)[2][picked]);

      const values = net.parameters;
      values[784 * 16 + 16 + 16 * 16 + picked] = -1.5;
      net.setParameters(values);
      const untouched = await stateOf(page, "fingerprint");
      const changed = await edited(page, () => type(page, "inside-bias", "-1.5"));
      assert.equal(changed, net.fingerprint);
      await untilShown(page, "inside-activation", net.activations(pixels)[2][picked]);

      await press(page, byId("inside-back"));
      await until(page, "fingerprint", untouched);
      await page.waitForSelector(byId("inside-back"), { ...PATIENCE, hidden: true });
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a stroke of the brush, also while training, is one edit that is put back", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=7" });
      await withDigit(page, "inside");
      await press(page, byId("inside-brush"));
      const box = await boxOf(page, "#inside [data-field=weights]");
      const { top } = await stateOf(page, "history");
      const stroke = async () => {
        await page.mouse.move(box.x + box.width / 4, box.y + box.height / 4);
        await page.mouse.down();
        await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
        await page.mouse.up();
      };
      await page.evaluate(() =>
        /** @type {any} */ (document.querySelector("dh-inside")).session.run(),
      );
      await until(page, "phase", "running");
      await edited(page, stroke);
      await until(page, "phase", "paused");
      await until(page, "history.top", top + 1);
      assert.equal((await stateOf(page, "provenance")).done.at(-1).kind, "edited");
      await press(page, byId("inside-back"));
      await until(page, "history.top", top);
      assert.equal((await stateOf(page, "provenance")).done.at(-1).kind, "trained");
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a slider that is held stays where it is held, whatever the network reports", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=7" });
      await withDigit(page, "inside");
      const box = await boxOf(page, "#inside .slide input[type=range]");
      const middle = box.y + box.height / 2;
      await page.mouse.move(box.x + box.width / 2, middle);
      await page.mouse.down();
      const positions = [];
      for (const part of [0.6, 0.7, 0.8]) {
        await edited(page, () => page.mouse.move(box.x + box.width * part, middle, { steps: 4 }));
        positions.push(
          await page.$eval("#inside .slide input[type=range]", (slider) => {
            const { value, min, max } = /** @type {HTMLInputElement} */ (slider);
            return (Number(value) - Number(min)) / (Number(max) - Number(min));
          }),
        );
      }
      await page.mouse.up();
      for (const [i, part] of [0.6, 0.7, 0.8].entries()) {
        assert.ok(Math.abs(positions[i] - part) < 0.04, `${positions}`);
      }
      assert.equal((await stateOf(page, "provenance")).done.length, 1);
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);

inBrowsers(
  "Cost",
  ({ open }) => {
    test("the ten squares, another target and the average are what the engine says", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=7" });
      const { pixels, label } = await withDigit(page, "cost");
      const net = engine.network({ seed: 7 });
      await untilShown(page, "cost-sum", net.cost(pixels, label));
      const other = (label + 3) % 10;
      await press(page, `#cost [data-target="${other}"]`);
      await untilShown(page, "cost-sum", net.cost(pixels, other));
      await press(page, "#cost [data-target=nothing]");
      await untilShown(page, "cost-sum", net.cost(pixels, NOT_A_DIGIT));

      const testDigits = engine.handwriting({ count: 4000, seed: 2 });
      await boxOf(page, "dh-cost-survey");
      await untilShown(page, "cost-mean", net.evaluate(testDigits).cost);
      assert.match(await textIn(page, "dh-cost-survey h3"), /^Average cost of 4,000 test digits:/);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("the average follows the network; digits of one cost go onto the input", async () => {
      const { page, errors } = await open({ path: "#start=random&seed=7" });
      await withDigit(page, "cost");
      await boxOf(page, "dh-cost-survey");
      const net = engine.network({ seed: 7 });
      const testDigits = engine.handwriting({ count: 4000, seed: 2 });
      await untilShown(page, "cost-mean", net.evaluate(testDigits).cost);
      await page.evaluate(() =>
        /** @type {any} */ (document.querySelector("dh-cost")).session.set("seed", 8),
      );
      const next = engine.network({ seed: 8 });
      await until(page, "fingerprint", next.fingerprint);
      await untilShown(page, "cost-mean", next.evaluate(testDigits).cost);
      await page.waitForSelector("dh-cost-gallery button", PATIENCE);
      const words = await page.$eval("dh-cost-gallery button", (each) => each.ariaLabel ?? "");
      const [, label, number] = /^(\d).*: use digit ([\d,]+) as input$/.exec(words) ?? [];
      assert.equal(testDigits.label(indexOf(number)), Number(label));
      await press(page, "dh-cost-gallery button");
      await until(page, "reading.shown.words", `Test digit ${number}, labelled ${label}.`);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a network trained on cross-entropy shows its terms and the lesson’s", async () => {
      const path = "#start=random&seed=7&output=softmax&cost=cross-entropy";
      const { page, errors } = await open({ path });
      const { pixels, label } = await withDigit(page, "cost");
      const options = /** @type {const} */ ({ output: "softmax", cost: "cross-entropy", seed: 7 });
      const net = engine.network(options);
      const lesson = engine.network({ ...options, cost: "quadratic" });
      await untilShown(page, "cost-sum", lesson.cost(pixels, label));
      await press(page, "#cost [aria-label=Cost] button:last-child");
      await untilShown(page, "cost-sum", net.cost(pixels, label));
      const terms = await page.$$eval("#cost [data-term]", (all) =>
        all.map((each) => each.textContent),
      );
      assert.equal(terms.filter((term) => term !== "0").length, 1, `${terms}`);
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);

/** @param {Page} page @param {string} selector */
async function textIn(page, selector) {
  return page.$eval(selector, (each) => (each.textContent ?? "").replace(/\s+/g, " ").trim());
}
