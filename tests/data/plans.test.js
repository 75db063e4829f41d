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

/** All links of a plan. @param {typeof PLANS[number]} plan */
const linksOf = ({ steps, sheetLink }) => [...steps.flatMap(({ link }) => link ?? []), sheetLink];

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

test("the minutes of a plan are those of its steps, 10 to 45; its parts are as many as said", () => {
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

test("every figure is said by its plan, and no other thing is said in its place", () => {
  for (const plan of PLANS) {
    const { figures, unread } = watched(plan.figures);
    for (const words of wordsOf(plan, figures)) {
      assert.ok(words.trim().length > 0, plan.id);
      assert.doesNotMatch(words, /undefined|NaN|\[object|null|–%/, plan.id);
    }
    assert.deepEqual(unread(), [], plan.id);
  }
});

test("no text of a plan has a percentage or a decimal that is not a figure", () => {
  const files = readdirSync(TEXTS, { recursive: true, encoding: "utf8" });
  const plans = files.filter((file) => /[/\\]plan-\w+\.js$/.test(file));
  assert.ok(plans.length >= IDS.length);
  for (const file of plans) {
    const source = readFileSync(new URL(file.replaceAll("\\", "/"), TEXTS), "utf8");
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
