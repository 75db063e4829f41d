/** The lesson plans: their parts, their minutes, their links, and where their numbers stand. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { placeFor } from "../../web/common/labs.js";
import { pageDefaults } from "../../web/common/settings.js";
import { linkOf, readLink } from "../../web/model/link.js";
import * as allFigures from "../../web/plans/figures.js";
import { PLANS } from "../../web/plans/plans.js";
import { watched } from "../support/figures-read.js";

const IDS = ["draw", "neuron", "downhill", "noise", "fool", "memorise"];
const TEXTS = new URL("../../web/texts/", import.meta.url);

/** @param {string | ((figures: object) => string)} words @param {object} figures */
const said = (words, figures) => (typeof words === "function" ? words(figures) : words);

/**
 * All words of a plan, with its numbers in them.
 * @param {typeof PLANS[number]} plan @param {object} figures
 */
function wordsOf({ texts }, figures) {
  const { title, question, aim, needs, steps, questions, sheet } = texts;
  return [
    ...[title, question, aim, needs, sheet.intro, ...sheet.tasks],
    ...steps.flatMap((/** @type {any} */ step) => [step.title, step.todo, step.see]),
    ...questions.flatMap((/** @type {any} */ { ask, answer }) => [ask, answer]),
  ].map((words) => said(words, figures));
}

/** The plans' files of texts in all languages: "en/plan-draw.js". */
function plansIn() {
  const files = readdirSync(TEXTS, { recursive: true, encoding: "utf8" });
  const plans = files.map((file) => file.replaceAll("\\", "/"));
  const found = plans.filter((file) => /\/plan-\w+\.js$/.test(file));
  assert.ok(found.length >= IDS.length);
  return found;
}

/** All links of a plan. @param {typeof PLANS[number]} plan */
const linksOf = ({ steps, sheetLink }) => [...steps.map(({ link }) => link), sheetLink];

test("there are six plans, in their order, each with figures and titles of its own", () => {
  assert.deepEqual(
    PLANS.map(({ id }) => id),
    IDS,
  );
  const own = PLANS.map(({ id, figures }) => [id, figures]);
  assert.deepEqual(Object.fromEntries(own), { ...allFigures });
  assert.equal(new Set(PLANS.map(({ texts }) => texts.title)).size, IDS.length);
  for (const { id, texts } of PLANS) {
    const titles = texts.steps.map((/** @type {{ title: string }} */ { title }) => title);
    assert.equal(new Set(titles).size, titles.length, id);
  }
});

test("a plan has 3 to 6 steps, whose minutes add up to its 10 to 45", () => {
  for (const { id, minutes, texts, steps } of PLANS) {
    const all = texts.steps.map((/** @type {{ minutes: number }} */ { minutes }) => minutes);
    const sum = all.reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b, 0);
    assert.equal(sum, minutes, id);
    assert.ok(minutes >= 10 && minutes <= 45 && Math.min(...all) > 0, id);
    assert.equal(texts.steps.length, steps.length, id);
    assert.ok(steps.length >= 3 && steps.length <= 6, `${id}: ${steps.length} steps`);
    assert.ok(texts.questions.length >= 3 && texts.questions.length <= 5, id);
    assert.ok(texts.sheet.tasks.length >= 3 && texts.sheet.tasks.length <= 6, id);
  }
});

test("a plan says every figure in every language, and nothing in its place", async () => {
  for (const file of plansIn()) {
    const [, id] = /plan-(\w+)\.js$/.exec(file) ?? [];
    const plan = PLANS.find((each) => each.id === id) ?? assert.fail(file);
    const texts = await import(new URL(file, TEXTS).href);
    const { figures, unread } = watched(plan.figures);
    for (const words of wordsOf({ ...plan, texts }, figures)) {
      assert.ok(words.trim().length > 0, file);
      assert.doesNotMatch(words, /undefined|NaN|\[object|null|–%/, file);
    }
    assert.deepEqual(unread(), [], file);
    const shape = (/** @type {any} */ { steps, questions, sheet }) => [
      steps.map((/** @type {{ minutes: number }} */ { minutes }) => minutes),
      questions.length,
      sheet.tasks.length,
    ];
    assert.deepEqual(shape(texts), shape(plan.texts), file);
  }
});

test("no text of a plan has a percentage or a decimal that is not a figure", () => {
  for (const file of plansIn()) {
    const source = readFileSync(new URL(file, TEXTS), "utf8");
    // What is asked of the class, not what it will see.
    const words = source.replace(/^const \w+ = [\d.]+;$/gm, "");
    assert.doesNotMatch(words, /\d\s*[%％]|\d[.,]\d/, file);
  }
});

test("a link is a class link as the page writes it, and names its start and its labs", () => {
  for (const plan of PLANS) {
    for (const link of linksOf(plan)) {
      const asked = readLink(link);
      const { damage, strange, page, start, settings, replay, print, lab } = asked;
      assert.deepEqual([damage, strange], ["", []], link);
      assert.match(link, /(^|&)start=(lesson|best|random)&/, link);
      assert.ok(page.labs?.length && page.hide?.length, link);
      assert.equal(lab, placeFor(lab, page.labs), link);
      // As if all digits had been there when it was trained.
      const done = replay.map((entry) => ({ ...entry, data: { kind: "mnist", checksum: "all" } }));
      const { hash, why } = linkOf({
        lab,
        provenance: /** @type {any} */ ({ start, done }),
        settings: { ...pageDefaults(), ...settings, ...page },
        fingerprint: print,
      });
      assert.deepEqual([hash, why], [link, ""]);
    }
  }
});
