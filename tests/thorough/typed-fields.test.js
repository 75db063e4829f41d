/** Fields where numbers are typed: what is taken, what is not, and what is said then. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inBrowsers } from "../support/browser.js";
import { untilRendered } from "../support/labs.js";
import {
  byId,
  lookAt,
  middleOf,
  openLab,
  openSettings,
  press,
  stateOf,
  until,
  untilAtRest,
  untilComplete,
  untilWords,
} from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

/** A setting's field in the dialog. @param {string} key */
const field = (key) => `#settings-dialog [data-setting=${key}]`;

/**
 * Types in place of what is there, and leaves the field with that key.
 * @param {Page} page
 * @param {string} selector @param {string} text @param {"Enter" | "Escape" | "Tab"} key
 */
async function type(page, selector, text, key) {
  await page.waitForSelector(selector);
  await page.focus(selector);
  await page.$eval(selector, (input) => /** @type {HTMLInputElement} */ (input).select());
  if (text) await page.keyboard.type(text);
  else await page.keyboard.press("Backspace");
  await page.keyboard.press(key);
  await untilRendered(page, "body");
}

/** @param {Page} page @param {import("puppeteer-core").KeyInput} key */
async function pressWithControl(page, key) {
  await page.keyboard.down("Control");
  await page.keyboard.press(key);
  await page.keyboard.up("Control");
}

/** What is seen and heard of a field. @param {Page} page @param {string} selector */
function look(page, selector) {
  return page.$eval(selector, (element) => {
    const input = /** @type {HTMLInputElement} */ (element);
    const ids = input.getAttribute("aria-describedby")?.split(" ") ?? [];
    const note = ids
      .map((id) => document.getElementById(id))
      .find((each) => each?.role === "alert" || each?.getAttribute("role") === "alert");
    const probe = document.createElement("i");
    probe.style.color = "var(--negative)";
    input.after(probe);
    const wrong = getComputedStyle(probe).color;
    probe.remove();
    return {
      text: input.value,
      invalid: input.getAttribute("aria-invalid"),
      isMarked: getComputedStyle(input).borderTopColor === wrong,
      words: note?.textContent ?? "",
      isSeen: (note?.getBoundingClientRect().height ?? 0) > 0,
    };
  });
}

/** As look() has it while nothing is wrong. @param {string} text */
const fine = (text) => ({ text, invalid: "false", isMarked: false, words: "", isSeen: false });
/** @param {string} text  in force @param {string} words */
const refused = (text, words) => ({
  ...{ text, invalid: "true", isMarked: true, isSeen: true },
  words: words.replace(/^(.*?[.])(?= Enter)/, `$1 It is still ${text}.`),
});

/** What is typed into a field, its value then, and what is shown. */
const MEANT = /** @type {const} */ ([
  ["rate", "0,5", 0.5, "0.5"],
  ["epochs", "1,000", 1000, "1000"],
  ["batch", "1 000", 1000, "1000"],
  ["layers", "784-10", "", "none"],
  ["layers", "16 × 8", "16-8", "16-8"],
  ["layers", "16,16", "16-16", "16-16"],
  ["rate", "２", 2, "2"],
]);
const LAYERS = "Enter 1 to 4 layers of 1 to 1024 neurons, such as 16-16, or none.";
const RATE = "Enter a number from 0.000001 to 1,000,000, such as 0.5.";
/** What is typed and how the field is left, and what is said. */
const WRONG = /** @type {const} */ ([
  ["layers", "2000", "Enter", `“2000” has a layer that is too large. ${LAYERS}`],
  ["layers", "abc", "Tab", `“abc” is not a list of hidden layers. ${LAYERS}`],
  ["rate", "0", "Tab", `“0” is too small. ${RATE}`],
  ["rate", "1e999", "Enter", `“1e999” is too large. ${RATE}`],
  ["rate", "", "Enter", `Nothing was entered. ${RATE}`],
  ["rate", "NaN", "Enter", `“NaN” is not a number. ${RATE}`],
  ["rate", "-1", "Enter", `“-1” is too small. ${RATE}`],
]);

/**
 * From one element down to another, in pixels: the page scrolls to the field that has the focus.
 * @param {Page} page @param {string} from @param {string} to
 */
const distance = (page, from, to) =>
  page.evaluate(
    (...selectors) => {
      const [from, to] = selectors.map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().top ?? Number.NaN,
      );
      return to - from;
    },
    from,
    to,
  );

inBrowsers("A field for a number", ({ open, name }) => {
  test("takes what is meant, and says what else may be entered", async () => {
    const { page, errors } = await open({ path: "#start=random&seed=3" });
    await until(page, "status", "ready");
    await openSettings(page);
    // The words are the parser's; of the browser are the keys, the marks and what is focused.
    const last = name === "firefox" ? -1 : 0;
    for (const [key, text, value, shown] of MEANT.slice(last)) {
      await type(page, field(key), text, "Enter");
      assert.deepEqual(await look(page, field(key)), fine(shown), text);
      const now = await stateOf(page, `settings.${key}`);
      assert.equal(Array.isArray(now) ? now.join("-") : now, value, text);
    }
    for (const [key, text, way, words] of WRONG.slice(last)) {
      const inForce = key === "rate" ? "2" : "16-16";
      await type(page, field(key), text, way);
      assert.deepEqual(await look(page, field(key)), refused(inForce, words), `“${text}”`);
    }
    await page.focus(field("rate"));
    await page.keyboard.type("3");
    await untilRendered(page, "body");
    assert.equal((await look(page, field("rate"))).invalid, "false", "gone with the next edit");
    await page.keyboard.press("Escape");
    await untilRendered(page, "body");
    assert.deepEqual(await look(page, field("rate")), fine("2"), "as it was");
    assert.ok(await page.$("#settings-dialog[open]"), "the first Escape is the field’s");
    await page.keyboard.press("Escape");
    await page.waitForSelector("#settings-dialog:not([open])");
    assert.equal(await stateOf(page, "settings.rate"), 2);
    assert.deepEqual(errors, []);
    await page.close();
  });

  test("leaves undo to the page, but for what is being typed", async () => {
    const { page, errors } = await open({ path: "#start=random&seed=1&steps=20" });
    await untilComplete(page);
    await until(page, "steps", 20);
    await untilAtRest(page);
    const fingerprint = await stateOf(page, "fingerprint");
    await openSettings(page);
    for (const key of /** @type {const} */ (["Enter", "Tab"])) {
      await type(page, field("seed"), "9", key);
      await until(page, "steps", 0);
      await pressWithControl(page, "z");
      await until(page, "fingerprint", fingerprint);
      await untilRendered(page, "body");
      assert.deepEqual(await look(page, field("seed")), fine("1"), key);
    }
    await type(page, field("rate"), "3", "Enter");
    await until(page, "settings.rate", 3);
    await page.$eval(field("rate"), (input) => /** @type {HTMLInputElement} */ (input).select());
    await page.keyboard.type("5");
    await pressWithControl(page, "z");
    await untilRendered(page, "body");
    assert.deepEqual(await look(page, field("rate")), fine("3"), "the field’s own");
    assert.equal(await stateOf(page, "settings.rate"), 3);
    await pressWithControl(page, "z");
    await until(page, "settings.rate", 1);
    await untilRendered(page, "body");
    assert.deepEqual(await look(page, field("rate")), fine("1"));
    assert.deepEqual(errors, []);
    await page.close();
  });

  if (name === "firefox") return;

  test("is the same one in a lab, in the visitor’s language", async () => {
    const before = () => Object.defineProperty(navigator, "language", { value: "de-DE" });
    const { page, errors } = await open({ path: "#start=random&seed=3&layers=40", before });
    await until(page, "status", "ready");
    await openLab(page, "inside");
    const [bias, number] = ['[data-testid="inside-bias"]', "dh-inside .picker-layer input"];
    await type(page, bias, "1,500", "Enter");
    await page.waitForFunction(
      (selector) =>
        /** @type {HTMLInputElement} */ (document.querySelector(selector)).value === "1.500",
      { polling: 40 },
      bias,
    );
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(
      (selector) =>
        /** @type {HTMLInputElement} */ (document.querySelector(selector)).value === "1.400",
      { polling: 40 },
      bias,
    );
    await type(page, bias, "2e6", "Tab");
    const words = "“2e6” is too large. Enter a number from −1,000,000 to 1,000,000, such as −0.5.";
    assert.deepEqual(await look(page, bias), refused("1.400", words));
    await type(page, number, "7.0", "Enter");
    await until(page, "neuron.index", 6);
    await untilRendered(page, "body");
    assert.deepEqual(await look(page, number), fine("7"));
    await type(page, number, "41", "Enter");
    assert.deepEqual(
      await look(page, number),
      refused("7", "“41” is too large. Enter a whole number from 1 to 40, such as 7."),
    );
    assert.deepEqual(errors, []);
    await page.close();
  });

  test("says why once the press that left it is released, which meets its target", async () => {
    const { page, errors } = await open({ path: "#start=random&seed=3" });
    await until(page, "status", "ready");
    await openLab(page, "tweak");
    const batch = "#tweak [data-setting=batch]";
    await page.waitForSelector(batch);
    await page.focus(batch);
    await page.$eval(batch, (input) => /** @type {HTMLInputElement} */ (input).select());
    await page.keyboard.type("2000000");
    await lookAt(page, byId("tweak-train"));
    await page.mouse.move(...(await middleOf(page, byId("tweak-train"))));
    await page.mouse.down();
    await untilRendered(page, "#tweak");
    assert.equal((await look(page, batch)).invalid, "true");
    const before = await distance(page, batch, byId("tweak-train"));
    await page.mouse.up();
    // The press is news of the field: it is shown, and nothing is trained with another value.
    await untilWords(page, "#tweak dh-typed-field:has([data-setting=batch]) .refusal", /too large/);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-setting"));
    assert.equal(await focused(), "batch");
    const after = await distance(page, batch, byId("tweak-train"));
    assert.ok(after > before, "the sentence takes its place after the press");
    await press(page, byId("tweak-train"));
    await page.waitForSelector(byId("tweak-now"));
    assert.deepEqual(errors, []);
    await page.close();
  });
});
