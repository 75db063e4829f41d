/** The labs Inside and Cost: what they show is what the engine computes. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { output, smallInWords } from "../../web/labs/cost/cost-numbers.js";
import { NOTHING, outputSums, termsOf } from "../../web/labs/cost/measure.js";
import { dissect } from "../../web/labs/inside/anatomy.js";
import { inBrowsers } from "../support/browser.js";
import { openLab, untilComplete } from "../support/visitor.js";

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

/** A network with biases, a digit and the page's state with both. @param {typeof KINDS[number]} kind */
function stateOf(kind) {
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
    note: "",
  };
  const reading = { pixels, activations, answer: 0, confidence: 0 };
  const state = /** @type {import("../../web/model/state.js").State} */ (
    /** @type {unknown} */ ({ network, parameters: net.parameters, reading })
  );
  return { net, pixels, activations, state };
}

test("every neuron taken apart comes to the activation that the engine gives it", () => {
  for (const kind of KINDS) {
    const { activations, state } = stateOf(kind);
    for (const [layer, values] of activations.entries()) {
      if (layer === 0) continue;
      for (const [index, value] of values.entries()) {
        const activation = dissect(state, { layer, index })?.activation ?? Number.NaN;
        assert.ok(Math.abs(activation - value) < 1e-4 * Math.max(1, value), JSON.stringify(kind));
      }
    }
  }
});

test("an output close to 1 has the digits that tell it from 1, so that its square can be checked", () => {
  assert.equal(output(0.876), "0.876");
  assert.equal(output(0.99994), "0.99994");
  assert.equal(output(0.99999994), "0.99999");
  assert.equal(output(1), "1.000");
  assert.equal(smallInWords(0.99994 - 1), "−6×10 to the power of −5");
  assert.equal(smallInWords((0.99994 - 1) ** 2), "4×10 to the power of −9");
});

test("the ten terms of an answer add up to the engine’s cost, by every cost and output", () => {
  for (const kind of KINDS) {
    const { net, pixels, activations, state } = stateOf(kind);
    for (const target of [0, 7, NOTHING]) {
      const terms = termsOf(kind, activations[3], target, outputSums(state));
      const sum = terms.reduce((all, term) => all + term, 0);
      const cost = net.cost(pixels, target);
      assert.ok(Math.abs(sum - cost) < 1e-5 * Math.max(1, cost), `${sum}, not ${cost}`);
    }
  }
});

/** Waits until the page has a network and a test digit lies on its input; returns that digit. @param {Page} page @param {string} lab */
async function withDigit(page, lab) {
  await untilComplete(page);
  await openLab(page, lab);
  const button = await page.waitForSelector(`[data-testid=${lab}-digit]:not(:disabled)`);
  await button?.evaluate((each) => /** @type {HTMLElement} */ (each).click());
  const words = await page.waitForFunction(
    (id) => /Test digit (\d+): somebody’s (\d)/.exec(document.getElementById(id)?.innerText ?? ""),
    {},
    lab,
  );
  const [, at, label] = (await words.jsonValue()) ?? [];
  const digit = engine.handwriting({ count: 1, seed: 2, from: Number(at) });
  const pixels = Float32Array.from(digit.image(0), (v) => v / 255);
  assert.equal(digit.label(0), Number(label), "the digit drawn here is not the one on the page");
  return { pixels, label: Number(label) };
}

/** Waits until a shown number is this one, to three figures. @param {Page} page @param {string} testid @param {number} value */
async function shows(page, testid, value) {
  const close = (/** @type {string} */ id, /** @type {number} */ wanted) => {
    const text = document.querySelector(`[data-testid=${id}]`)?.textContent ?? "";
    return Math.abs(Number.parseFloat(text) - wanted) < 0.0006 * Math.max(1, wanted);
  };
  await page.waitForFunction(close, {}, testid, value).catch(async () => {
    const text = await page.$eval(`[data-testid=${testid}]`, (each) => each.textContent);
    assert.fail(`${testid} shows ${text}, the engine says ${value}`);
  });
}

/** @param {Page} page */
const fingerprint = (page) => page.$eval("[data-testid=fingerprint]", (each) => each.textContent);

inBrowsers("Inside", ({ open }) => {
  test("a neuron picked by keyboard has the engine’s activation, also with another bias, and is put back", async () => {
    const { page, errors } = await open({ path: "#seed=7" });
    const { pixels } = await withDigit(page, "inside");
    const net = engine.network({ seed: 7 });
    await page.focus("#inside [role=radio][tabindex='0']");
    const picked = await page.$eval("#inside [aria-checked=true]", (each) =>
      Number(each.getAttribute("data-neuron")?.split("-")[1]),
    );
    await page.keyboard.press("ArrowDown");
    await page.waitForSelector(`[data-neuron="2-${picked}"][aria-checked=true]`);
    await shows(page, "inside-activation", net.activations(pixels)[2][picked]);

    const untouched = await fingerprint(page);
    await type(page, "inside-bias", "-1.5");
    const values = net.parameters;
    values[784 * 16 + 16 + 16 * 16 + picked] = -1.5;
    net.setParameters(values);
    await shows(page, "inside-activation", net.activations(pixels)[2][picked]);
    assert.notEqual(await fingerprint(page), untouched);

    await page.click("[data-testid=inside-back]");
    await page.waitForFunction(
      (old) => document.querySelector("[data-testid=fingerprint]")?.textContent === old,
      {},
      untouched,
    );
    assert.deepEqual(errors, []);
    await page.close();
  });

  test("the brush paints weights into the picture, with training stopped, and they are put back", async () => {
    const { page, errors } = await open({ path: "#seed=7" });
    await withDigit(page, "inside");
    const untouched = await fingerprint(page);
    await page.evaluate(() => {
      const tools = [...document.querySelectorAll("#inside .bench button")];
      /** @type {HTMLElement} */ (tools.find((each) => each.textContent === "Brush")).click();
    });
    const canvas = await page.$("#inside [data-field=weights]");
    await canvas?.evaluate((each) => each.scrollIntoView({ block: "center", behavior: "instant" }));
    const box = await canvas?.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width / 4, box.y + box.height / 4);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
    await page.mouse.up();
    await page.waitForFunction(
      (old) => document.querySelector("[data-testid=fingerprint]")?.textContent !== old,
      {},
      untouched,
    );
    await page.click("[data-testid=inside-back]");
    await page.waitForFunction(
      (old) => document.querySelector("[data-testid=fingerprint]")?.textContent === old,
      {},
      untouched,
    );
    assert.deepEqual(errors, []);
    await page.close();
  });
});

/** Replaces what a number field holds. @param {Page} page @param {string} testid @param {string} text */
async function type(page, testid, text) {
  await page.$eval(
    `[data-testid=${testid}]`,
    (field, value) => {
      /** @type {HTMLInputElement} */ (field).value = value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
    text,
  );
}

inBrowsers("Cost", ({ open }) => {
  test("the ten squares, the target changed and the average over all are what the engine says", async () => {
    const { page, errors } = await open({ path: "#seed=7" });
    const { pixels, label } = await withDigit(page, "cost");
    const net = engine.network({ seed: 7 });
    await shows(page, "cost-sum", net.cost(pixels, label));
    const other = (label + 3) % 10;
    await page.click(`#cost [data-target="${other}"]`);
    await shows(page, "cost-sum", net.cost(pixels, other));
    await page.click("#cost [data-target=nothing]");
    await shows(page, "cost-sum", net.cost(pixels, NOTHING));

    const unseen = engine.handwriting({ count: 4000, seed: 2 });
    await page.waitForFunction(() =>
      /over 4,000 /.test(document.getElementById("cost")?.innerText ?? ""),
    );
    await shows(page, "cost-mean", net.evaluate(unseen).cost);
    assert.deepEqual(errors, []);
    await page.close();
  });

  test("a network trained on cross-entropy shows the terms of that, and the lesson’s squares beside it", async () => {
    const { page, errors } = await open({ path: "#seed=7&output=softmax&cost=cross-entropy" });
    const { pixels, label } = await withDigit(page, "cost");
    const options = /** @type {const} */ ({ output: "softmax", cost: "cross-entropy", seed: 7 });
    const net = engine.network(options);
    const lesson = engine.network({ ...options, cost: "quadratic" });
    await shows(page, "cost-sum", lesson.cost(pixels, label));
    await page.click("#cost [aria-label=Cost] button:last-child");
    await shows(page, "cost-sum", net.cost(pixels, label));
    const terms = await page.$$eval("#cost [data-term]", (all) =>
      all.map((each) => each.textContent),
    );
    assert.equal(terms.filter((term) => term !== "0").length, 1, `${terms}`);
    assert.deepEqual(errors, []);
    await page.close();
  });
});
