/** What people type into the controls, and what they are told when it is not valid. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { closestPreset } from "../../web/common/presets.js";
import { defaults, formatSetting, parseSetting, SETTINGS } from "../../web/common/settings.js";
import { presetSettings } from "../../web/common/training-options.js";
import { adviceOn, normalized } from "../../web/ui/setting-text.js";

const typed = (/** @type {string} */ key, /** @type {string} */ text) =>
  parseSetting(key, normalized(key, text));

test("a decimal comma is a point", () => {
  assert.equal(typed("rate", "0,5"), 0.5);
  assert.equal(typed("rate", ",05"), 0.05);
  assert.equal(typed("nothing", " 0,25 "), 0.25);
  assert.equal(typed("rate", "1,5e-3"), 0.0015);
});

test("a comma that may group thousands is not guessed at", () => {
  assert.equal(typed("rate", "1,000"), undefined);
  assert.equal(typed("rate", "0,005"), 0.005);
});

test("layers may be set apart by anything but digits", () => {
  for (const text of ["16-16", "16,16", "16, 16", "16 16", "16x16", "16×16", "16–16", " 16;16 "])
    assert.deepEqual(typed("layers", text), [16, 16], text);
  assert.deepEqual(typed("layers", "32"), [32]);
});

test("what is no value stays none", () => {
  for (const [key, text] of [
    ["layers", "0"],
    ["layers", "16-16-16-16-16"],
    ["layers", "-16"],
    ["layers", "5000"],
    ["rate", "-1"],
    ["rate", "0,5,1"],
    ["rate", ""],
    ["nothing", "60%"],
    ["batch", "2,5"],
  ])
    assert.equal(typed(key, text), undefined, `${key} ${text}`);
});

test("normalizing leaves every valid text as it is", () => {
  for (const { key, initial } of SETTINGS) {
    const text = formatSetting(key, initial);
    assert.equal(normalized(key, text), text);
  }
});

test("the words name the range of the table", () => {
  assert.equal(adviceOn("batch"), "Enter a whole number from 1 to 1024.");
  assert.equal(adviceOn("nothing"), "Enter a number from 0 to 0.9.");
  assert.equal(adviceOn("rate"), "Enter a number from 0.000001 to 1000000.");
  assert.equal(adviceOn("layers"), "Enter 1 to 4 layers of 1 to 1024 neurons, such as 16-16.");
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
