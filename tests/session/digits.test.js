/** Digits that are loaded when they are first needed, and what waits for them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, visitor } from "./support.js";

const HASH = "#start=random&seed=3&epochs=1000";
const OFFER = /needs the MNIST digits: 11 MB/;

/** @param {string} [hash] a tab that has no digits yet */
const opened = (hash = HASH) => open(hash, visitor(), { data: false });

test("nothing is loaded until something needs digits", async () => {
  const tab = await opened();
  assert.equal(tab.state.data.kind, "none");
  await tab.session.step("batch");
  assert.equal(tab.state.data.complete, true);
  assert.equal(tab.state.steps, 1);
  assert.ok(tab.session.link().exact);
});

test("a step that waits is given up when training begins, which goes on", async () => {
  const tab = await opened();
  const step = tab.session.step("batch");
  await tab.session.run();
  assert.equal(await step, undefined);
  await tab.until(({ steps, phase }) => steps > 30 && phase === "running");
  await tab.session.pause();
});

test("a step that waits is given up when another network comes", async () => {
  const tab = await opened();
  const step = tab.session.step("batch");
  await tab.session.reset();
  assert.equal(await step, undefined);
  await tab.session.loadData();
  await tab.until(({ data }) => data.complete);
  assert.equal(tab.state.steps, 0);
});

test("a test digit that comes late does not take the place of a drawing", async () => {
  const tab = await opened();
  const digit = tab.session.testDigit();
  tab.session.draw([
    [
      [0.5, 0.2],
      [0.5, 0.8],
    ],
  ]);
  assert.equal(await digit, undefined);
  await tab.until(({ data }) => data.complete);
  assert.equal(tab.state.shown.kind, "drawing");
});

test("a step breaks no training that a link asks for and that waits for its digits", async () => {
  const tab = await opened(`${HASH}&steps=40`);
  await tab.session.step("batch");
  assert.ok(tab.notices.some((text) => /that the link asks for comes first/.test(text)));
  await tab.session.loadData();
  await tab.until(({ steps, replaying }) => steps === 40 && !replaying);
});

test("who pays for digits is asked at each need; closing the offer ends what waited", async () => {
  const tab = await opened();
  tab.session.environment.isMetered = () => true;
  const step = tab.session.step("batch");
  assert.ok(tab.notices.some((text) => OFFER.test(text)));
  tab.session.dismiss("digits");
  assert.equal(await step, undefined);
  tab.session.digits.need();
  assert.ok(tab.notices.some((text) => OFFER.test(text)));
  await tab.session.useHandwriting();
  await tab.until(
    ({ data, notices }) => data.complete && !notices.some(({ key }) => key === "digits"),
  );
  assert.equal(tab.state.steps, 0);
});

test("handwriting that was chosen is there again after the engine has died", async () => {
  const tab = await opened();
  await tab.session.useHandwriting();
  await tab.until(({ data }) => data.complete);
  tab.killEngine();
  await tab.until(({ notices }) => notices.some(({ key }) => key === "restart"));
  await tab.until(({ data }) => data.complete && data.kind === "handwriting");
});
