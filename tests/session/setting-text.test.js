/** What people type into the controls, and what they are told when it is not valid. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decimalSign } from "../../web/common/numbers.js";
import { closestPreset } from "../../web/common/presets.js";
import { defaults, formatSetting, parseSetting, SETTINGS } from "../../web/common/settings.js";
import { presetSettings } from "../../web/common/training-options.js";
import { readTyped } from "../../web/common/typed-numbers.js";
import * as texts from "../../web/texts/en/controls.js";
import { adviceOn, fieldText, kindOf } from "../../web/ui/setting-text.js";

/** @typedef {import("../../web/common/typed-numbers.js").Kind} Kind */

/** The settings that are typed. */
const KEYS = SETTINGS.filter(({ type }) => ["integer", "number", "layers"].includes(type)).map(
  ({ key }) => key,
);
/** @type {Kind} */
const ANY = { type: "number", min: -1e9, max: 1e9 };
/** @type {Kind} */
const COUNT = { type: "integer", min: 0, max: 1e9 };

/**
 * What was read, or why nothing was.
 * @param {string} text @param {Kind} kind @param {string} [decimals]
 */
function read(text, kind, decimals) {
  const typed = readTyped(text, kind, decimals);
  return "value" in typed ? typed.value : typed.trouble;
}

/** @param {string} key @param {string} text */
const typed = (key, text) => read(text, kindOf(key));

/**
 * @param {Kind} kind
 * @param {Record<string, any>} expected  by what is typed
 * @param {string} [decimals]
 */
function reads(kind, expected, decimals) {
  for (const [text, value] of Object.entries(expected))
    assert.deepEqual(read(text, kind, decimals), value, `“${text}”`);
}

test("decimals have a point or a comma", () => {
  reads(ANY, { "0,5": 0.5, ",05": 0.05, " 0.25 ": 0.25, ".5": 0.5, "5.": 5, "1,25": 1.25 });
  reads(ANY, { "0,005": 0.005, "-0,5": -0.5, "−1.5": -1.5, "+2": 2, "-0": 0 });
  // A mark, as text that runs from right to left has it before a sign.
  reads(ANY, { "\u200e−1.5": -1.5, "\u200f+2": 2 });
});

test("powers of ten are read as programs and as books write them", () => {
  reads(ANY, { "1e-3": 0.001, "1,5E-3": 0.0015, "1×10⁻³": 0.001, "−1.2 × 10⁻³": -0.0012 });
  reads(ANY, { "10^-3": 0.001, "2*10^3": 2000, "10⁻²": 0.01 });
});

test("thousands are grouped in any of the usual ways", () => {
  reads(COUNT, { "1,000": 1000, "1.000": 1000, "1 000": 1000, "1'000": 1000, "1’000": 1000 });
  reads(COUNT, {
    "1\u202f000": 1000,
    "1_000": 1000,
    "1,00,000": 100_000,
    "12 345 678": 12_345_678,
  });
  reads(ANY, { "1,000.5": 1000.5, "1.000,5": 1000.5, "1 000,5": 1000.5, "1,000,000": 1e6 });
  reads(COUNT, { "1,0": 1, "1e3": 1000, "10,00": 10 });
});

test("one sign before three digits is as the page or the visitor writes, or asked about", () => {
  // On an English page, by a German and by an English visitor.
  reads(ANY, { "1,000": 1, "12,345": 12.345, "1.000": 1 }, ".,");
  reads(ANY, { "1,000": "either", "1.000": 1, "0,125": 0.125 }, ".");
  // On a German page.
  reads(ANY, { "1,000": 1, "1.000": "either", 0.125: 0.125, "1.000,5": 1000.5 }, ",");
  assert.deepEqual(readTyped("1,500", ANY), { trouble: "either", either: [1.5, 1500] });
  const words = texts.refusals.either("12,500", false, [12.5, 12_500]);
  assert.match(words, /^“12,500” can mean 12\.5 or 12500: use a point/);
  assert.equal(decimalSign("de"), ",");
  assert.equal(decimalSign("en-GB"), ".");
  assert.equal(decimalSign("pt-BR"), ",");
});

test("one comma before three digits is not asked about where one reading alone is in range", () => {
  assert.equal(typed("decay", "1,000"), 1);
  assert.equal(typed("decay", "0,125"), 0.125);
  assert.equal(typed("nothing", "1,000"), "high");
  assert.equal(typed("nothing", "-1,000"), "low");
  assert.equal(typed("rate", "1,000"), "either");
  assert.equal(typed("rate", "900,000"), "either");
  reads({ type: "number", min: 5, max: 5000 }, { "1,000": 1000, "9,000": 9, "1,000.5": 1000.5 });
  reads({ type: "number", min: 5, max: 500 }, { "1,000": "low" });
});

test("percentages are decimals, and no whole numbers", () => {
  reads(ANY, { "50%": 0.5, "50 %": 0.5, "0,5%": 0.005, "-5%": -0.05, "150%": 1.5, "％": "unread" });
  assert.equal(typed("rate", "50%"), 0.5);
  assert.equal(typed("nothing", "10%"), 0.1);
  assert.equal(typed("decay", "200%"), "high");
  for (const key of ["epochs", "batch", "seed"]) assert.equal(typed(key, "50%"), "whole", key);
  assert.equal(typed("layers", "50%"), "unread");
});

test("rates in sentences are grouped as every other number, to their last digit", async () => {
  const model = await import("../../web/texts/en/model.js");
  const train = await import("../../web/texts/en/train.js");
  const gradient = await import("../../web/texts/en/gradient.js");
  for (const [rate, shown] of /** @type {[number, string][]} */ ([
    [1e6, "1,000,000"],
    [1234.5, "1,234.5"],
    [1e-6, "0.000001"],
    [1.2345e-6, "0.0000012345"],
    [0.1, "0.1"],
  ])) {
    const has = `learning rate of ${shown} is too high.`;
    assert.ok(model.diverged.collapsed(rate).endsWith(has), model.diverged.collapsed(rate));
    assert.ok(model.diverged.cost(rate).endsWith(has));
    assert.ok(model.isBackAtGood(rate).endsWith(`learning rate is ${shown} now.`));
    assert.match(gradient.plainStep(rate, 1, 1), new RegExp(`η = ${shown}, `));
    assert.match(train.changesLegend("", rate, 9), new RegExp(`rate of ${shown}\\. All`));
  }
});

test("digits of any script and width are digits", () => {
  reads(ANY, {
    "０．５": 0.5,
    "０，５": 0.5,
    "－１": -1,
    "٠٫٥": 0.5,
    "۱۲": 12,
    "१२३": 123,
    "1。5": 1.5,
  });
  assert.deepEqual(typed("layers", "１６，１６"), [16, 16]);
  assert.deepEqual(typed("layers", "１６ー１６"), [16, 16]);
});

test("layers may be set apart by any of the usual signs", () => {
  for (const text of ["16-16", "16,16", "16, 16", "16 16", "16x16", "16×16", "16 × 16", "16–16"])
    assert.deepEqual(typed("layers", text), [16, 16], text);
  for (const text of [" 16;16 ", "[16, 16]", "16→16", "16 -> 16", "16/16", "16、16"])
    assert.deepEqual(typed("layers", text), [16, 16], text);
  assert.deepEqual(typed("layers", "32"), [32]);
  assert.deepEqual(typed("layers", "784-16-16-10"), [16, 16], "with the inputs and the outputs");
  for (const text of ["784-10", "784 × 10", "none", " None "]) {
    assert.deepEqual(typed("layers", text), [], `${text}: without a hidden layer`);
  }
  assert.equal(fieldText("layers", []), "none");
  assert.equal(fieldText("layers", [16, 16]), "16-16");
});

test("what is no value is none, and why", () => {
  const refused = {
    layers: {
      0: "low",
      2000: "high",
      "-16": "unread",
      "16-16-16-16-16": "many",
      "1,000": "unread",
    },
    rate: { "-1": "low", 0: "low", "": "empty", "  ": "empty", "0,5,1": "unread", "1e999": "high" },
    batch: { "2,5": "whole", 2000: "high", "-1": "low", NaN: "unread", Infinity: "unread" },
    nothing: { "95%": "high", abc: "unread", "0x1": "unread", "1e": "unread", "½": "unread" },
    seed: { 4294967296: "high", "--1": "unread", "1e400": "high", "1 2": "unread" },
    epochs: { "0,5": "whole", ["9".repeat(500)]: "unread" },
  };
  for (const [key, expected] of Object.entries(refused)) reads(kindOf(key), expected);
});

test("the page’s own texts are read as what they say", () => {
  for (const key of KEYS) {
    const { initial } = SETTINGS.find((each) => each.key === key) ?? {};
    assert.deepEqual(typed(key, formatSetting(key, initial)), initial, key);
    const example = typed(key, texts.examples[key]);
    assert.notEqual(typeof example, "string", `the example of ${key}`);
    assert.ok(adviceOn(key).includes(`such as ${texts.examples[key]}`));
  }
});

test("every number is read as it is written, and is a value for links and storage", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...KEYS.filter((key) => key !== "layers")),
      fc.double({ noNaN: true }),
      (key, any) => {
        const { type, min, max } = kindOf(key);
        const inside = Math.min(max, Math.max(min, type === "integer" ? Math.round(any) : any));
        const value = typed(key, String(inside + 0));
        assert.equal(value, inside + 0);
        assert.equal(parseSetting(key, formatSetting(key, value)), value);
      },
    ),
  );
});

test("no text is read as what the field does not take, and none takes long", () => {
  const letters = fc.constantFrom(..."0123456789.,-eE ×x10⁻%'[]+∞½");
  const anything = fc.oneof(fc.string(), fc.string({ unit: letters, maxLength: 2000 }));
  fc.assert(
    fc.property(fc.constantFrom(...KEYS), anything, (key, text) => {
      const value = typed(key, text);
      if (typeof value === "string") assert.ok(Object.hasOwn(texts.refusals, value));
      else assert.deepEqual(parseSetting(key, formatSetting(key, value)), value);
    }),
    { numRuns: 2000 },
  );
});

test("the words name the range of the table", () => {
  assert.equal(adviceOn("batch"), "Enter a whole number of digits from 1 to 1,024, such as 10.");
  assert.equal(adviceOn("nothing"), "Enter a number from 0 to 0.9, such as 0.1.");
  assert.equal(adviceOn("rate"), "Enter a number from 0.000001 to 1,000,000, such as 0.5.");
  assert.equal(
    adviceOn("layers"),
    "Enter 1 to 4 layers of 1 to 1024 neurons, such as 16-16, or none.",
  );
});

test("settings are compared with the preset that they are closest to", () => {
  const video = { ...defaults(), ...presetSettings("video") };
  assert.deepEqual(closestPreset(video), { name: "video", differences: [] });
  assert.deepEqual(closestPreset({ ...video, rate: 2, seed: 9 }), {
    name: "video",
    differences: [{ key: "rate", text: "1" }],
  });
  const modern = { ...defaults(), ...presetSettings("modern"), augment: false };
  assert.deepEqual(closestPreset(modern), {
    name: "modern",
    differences: [{ key: "augment", text: "1" }],
  });
});
