/** The choice that a lab marks as right is the one that what was measured says. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { HELD_OUT } from "../../web/common/noise-kinds.js";
import { rightChoice as memorised } from "../../web/labs/memorise/answer.js";
import { answer, figuresOf, quizOf, rightChoice } from "../../web/labs/teach/quiz.js";
import { rightPart } from "../../web/labs/train/quiz.js";
import { choices } from "../../web/texts/en/teach.js";

/** @param {number[]} above  one for each kind held out */
const found = (above) => HELD_OUT.map((kind, i) => ({ kind, above: above[i] }));

test("Teach: all kinds, none, or it depends, as the copy answers them", () => {
  const all = found(HELD_OUT.map(() => 0.02));
  const none = found(HELD_OUT.map(() => 0.8));
  const some = found(HELD_OUT.map((_, i) => (i ? 0 : 0.5)));
  const rightOf = (/** @type {any} */ figures) => choices[Number(rightChoice(figures))];
  assert.equal(rightOf(all), "Yes, all kinds");
  assert.equal(rightOf(none), "No");
  assert.equal(rightOf(some), "It depends on the kind");
  assert.match(answer(2, some), /^Right\. .*static 50\.0%/s);
  assert.match(answer(0, some), /^The answer is “It depends on the kind”\. /);
  assert.equal(rightChoice(null), null);
  assert.match(answer(0, null), /^Train a copy/);
});

test("Teach: a copy that is not finished, or that saw no noise, answers nothing", () => {
  const look = () => ({ noise: { noise: Array(7).fill({ above: [0.5] }) } });
  const run = { isFinished: true, copy: { amount: 0.6 }, look };
  assert.equal(figuresOf(/** @type {any} */ (run))?.length, HELD_OUT.length);
  assert.equal(figuresOf(/** @type {any} */ ({ ...run, isFinished: false })), null);
  assert.equal(figuresOf(/** @type {any} */ ({ ...run, copy: { amount: 0 } })), null);
});

test("Teach: each purpose has its own question, about what its copy was trained for", () => {
  assert.match(quizOf(null).question, /kinds of noise/);
  const { question, choices: thirds, right, answer } = quizOf({ about: "attacks" });
  assert.match(question, /attacked with ε = 0\.1/);
  assert.equal(right(null), null);
  assert.deepEqual(
    [0, 0.3, 0.4, 0.7, 1].map((reads) => right(reads)),
    [0, 0, 1, 2, 2],
  );
  assert.match(answer(1, 0.7), new RegExp(`${thirds[2]}.*70\\.0% of the attacked digits`, "s"));
  assert.match(answer(0, null), /^Train a copy/);
});

test("Train: no part is marked before both accuracies are reached", () => {
  const early = { after: 0, by: 0.1 };
  assert.equal(rightPart(null), null);
  assert.equal(rightPart([early, null]), null);
  assert.equal(rightPart([early, { after: 2, by: 3 }]), 0);
});

test("Memorise: a choice is marked when all seeds have ended and agree", () => {
  assert.equal(memorised(null), null);
  const figures = /** @type {any} */ ({ choice: { fraction: 1 }, seeds: [1], results: [] });
  assert.equal(memorised({ ...figures, isOver: false }), null);
  assert.equal(memorised({ ...figures, isOver: true, choice: { fraction: 0 } }), null);
});
