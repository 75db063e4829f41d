/** The survey of costs in the lab Cost: it is of one version of the network, and names it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { spreadOf } from "../../web/labs/cost/spread.js";
import { open, train } from "./support.js";

const QUESTION = /** @type {const} */ ({ set: "test", cost: "quadratic" });

/** @param {number} a @param {number | undefined} b */
const assertClose = (a, b = Number.NaN) => assert.ok(Math.abs(a - b) < 1e-5, `${a}, not ${b}`);

test("its average and its predictions are the evaluation's", async () => {
  const tab = await open("#start=random&seed=3&rate=2");
  await train(tab, 20);
  await tab.until(({ evaluation, version }) => evaluation?.version === version);
  const survey = await tab.session.query("costSurvey", QUESTION);
  const { evaluation, fingerprint, epoch } = tab.state;
  assert.equal(survey.costs.length, evaluation?.count);
  assertClose(spreadOf(survey).mean, evaluation?.cost);
  const right = survey.answers.filter((answer, i) => answer === survey.labels[i]);
  assertClose(right.length / survey.costs.length, evaluation?.accuracy);
  assert.deepEqual([survey.fingerprint, survey.epoch], [fingerprint, epoch]);
});

test("it is all of the network that it began with, whatever comes meanwhile", async () => {
  const tab = await open("#start=random&seed=3");
  const { fingerprint, evaluation } = tab.state;
  const asked = tab.session.query("costSurvey", QUESTION);
  await tab.session.reset();
  await tab.session.set("seed", 8);
  const survey = await asked;
  assert.notEqual(tab.state.fingerprint, fingerprint);
  assert.equal(survey.fingerprint, fingerprint);
  assertClose(spreadOf(survey).mean, evaluation?.cost);
});

test("the cross-entropy of a network with softmax is the engine's", async () => {
  const tab = await open("#start=random&seed=3&output=softmax&cost=cross-entropy");
  const survey = await tab.session.query("costSurvey", { ...QUESTION, cost: "cross-entropy" });
  assertClose(spreadOf(survey).mean, tab.state.evaluation?.cost);
});
