/** The Train lab: what its user does, and the numbers held against the engine. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { inBrowsers } from "../support/browser.js";
import {
  byId,
  DIGITS,
  draw,
  modelOf,
  openLab,
  press,
  stateOf,
  textOf,
  until,
  untilComplete,
  untilWords,
} from "../support/visitor.js";

const engine = await loadEngine();
const digits = engine.handwriting({ count: 20000, seed: 1 });
const unseen = engine.handwriting({ count: 4000, seed: 2 });

/** The first look at the lab with a network trained a little. @param {(view?: import("../support/browser.js").View) => Promise<import("../support/browser.js").Opened>} open */
async function opened(open, path = "#start=random&seed=3&rate=2&steps=800") {
  const { page, errors } = await open({ path });
  await untilComplete(page);
  await until(page, "phase", "paused");
  await until(page, "evaluation.exact", true);
  await openLab(page, "train");
  return { page, errors };
}

/** The network on the page, in Node. @param {import("puppeteer-core").Page} page */
const networkOf = async (page) => engine.load(await modelOf(page));

inBrowsers("The Train lab", ({ open }) => {
  test("slow motion ends in a step down the gradient of one example", async () => {
    const { page, errors } = await opened(open, "#start=random&seed=3&rate=0.5");
    const net = await networkOf(page);
    for (const name of ["error", "back", "Nudge", "Next example"]) {
      await untilWords(page, byId("slow-next"), new RegExp(name));
      if (name !== "Next example") await press(page, byId("slow-next"));
    }
    await until(page, "examples", 1);
    const [image, label] = [digits.image(0), digits.label(0)];
    const before = net.cost(image, label);
    const slope = net.gradient(image, label);
    net.setParameters(net.parameters.map((value, i) => value - 0.5 * slope[i]));
    await until(page, "fingerprint", net.fingerprint);
    await untilWords(page, byId("slow-cost"), /\d$/);
    const shown = (await textOf(page, "slow-cost")).split(" → ").map(Number);
    assert.ok(Math.abs(shown[0] - before) < 0.006, `${shown[0]} for ${before}`);
    assert.ok(Math.abs(shown[1] - net.cost(image, label)) < 0.006);
    assert.ok(shown[1] < shown[0]);
    assert.deepEqual(errors, []);
    net.free();
    await page.close();
  });

  test("a cell of the confusion matrix holds as many digits as the engine counts there", async () => {
    const { page, errors } = await opened(open);
    const net = await networkOf(page);
    const { confusion, accuracy } = net.evaluate(unseen);
    const wrong = [...confusion].map((n, at) => (at % 11 ? n : 0));
    const worst = wrong.indexOf(Math.max(...wrong));
    const misread = Math.round((1 - accuracy) * unseen.count);
    await untilWords(page, "dh-confusion", new RegExp(`${misread} digits`));
    assert.equal(
      await page.$eval(`[data-cell="${worst}"]`, (cell) => cell.textContent),
      `${wrong[worst]}`,
    );
    await press(page, `[data-cell="${worst}"]`);
    await untilWords(page, "dh-confusion", new RegExp(`${wrong[worst]} digits?[,.]`));
    const first = await page.$eval("dh-confusion [data-index]", (shown) =>
      shown.getAttribute("data-index"),
    );
    assert.equal(unseen.label(Number(first)), Math.floor(worst / 10));
    await press(page, "dh-confusion [data-index]");
    await until(page, "shown.label", Math.floor(worst / 10));
    await until(page, "reading.answer", worst % 10);
    assert.deepEqual(errors, []);
    net.free();
    await page.close();
  });

  test("arrow keys go through the matrix, Enter opens a cell", async () => {
    const { page } = await opened(open);
    await page.focus('[data-cell="0"]');
    for (const key of /** @type {const} */ (["ArrowDown", "ArrowDown", "ArrowRight", "Enter"])) {
      await page.keyboard.press(key);
    }
    await untilWords(page, "dh-confusion", /Each a 2, taken for a 1/);
    await page.close();
  });

  test("a drawing that was misread is read right once it was taught, and the lesson can be forgotten", async () => {
    const { page, errors } = await opened(open, "#start=random&seed=4");
    await draw(page, DIGITS[7]);
    await until(page, "reading.answer", ...Array(10).keys());
    const before = await stateOf(page, "fingerprint");
    const wrong = (await stateOf(page, "reading.answer")) !== 7;
    assert.ok(wrong, "a random network should not read it yet; take another seed");
    await openLab(page, "train");
    await press(page, '[data-teach="7"]');
    await untilWords(page, byId("taught"), /it says 7/);
    await until(page, "reading.answer", 7);
    assert.ok((await stateOf(page, "reading.confidence")) >= 0.6);
    await press(page, byId("forget"));
    await until(page, "fingerprint", before);
    assert.deepEqual(errors, []);
    await page.close();
  });
});
