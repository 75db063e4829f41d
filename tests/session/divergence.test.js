/** A training that diverges is undone like any other action, and is not forgotten by a reload. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accuracyIn,
  hasInk,
  hasNoOutputs,
  hasNoPrediction,
  hasNoWeights,
} from "../../web/model/no-numbers.js";
import { open, train } from "./support.js";

/** @typedef {import("../support/browser-in-node.js").Tab} Tab */

const UNDO = "training that diverged";
const HIGH = "#start=random&seed=3&rate=1000000&hidden=relu&output=softmax&cost=cross-entropy";

/** A network whose next step overflows its weights, as a link. */
async function overflowing() {
  const { session } = await open(HIGH);
  await session.edit({ indices: [406, 434], values: [1e35, 1e35], gesture: "a" });
  return new URL(await session.weightsLink()).hash;
}

/** Each way to diverge, with what is said of it. */
const WAYS = /** @type {[string, string, RegExp][]} */ ([
  ["collapse", "#start=random&seed=3&rate=1000&epochs=9999", /collapsed/],
  ["a cost that is no number", HIGH, /no longer a number/],
  ["weights that are no numbers", await overflowing(), /no longer a number/],
]);
const [[, COLLAPSING], , [, OVERFLOWING]] = WAYS;

/** By running, or by steps where running would end with a collapse before. @param {Tab} tab */
async function diverge(tab) {
  const bySteps = tab.state.provenance?.start.kind === "random" && tab.state.settings.rate > 1000;
  if (bySteps && tab.state.phase === "paused") {
    for (let i = 0; i < 9 && tab.state.phase === "paused"; i++) await tab.session.step("batch");
  } else await tab.session.run();
  await tab.until(({ phase }) => phase === "diverged");
}

/** @param {Tab} tab */
const notice = ({ state }) => state.notices.find(({ key }) => key === "diverged");

/** @param {Tab} tab */
const whole = ({ state: { fingerprint, settings, provenance, steps } }) => ({
  ...{ fingerprint, settings, provenance, steps },
});

for (const [way, hash, words] of WAYS) {
  test(`one undo leads from a divergence to the last good network: ${way}`, async () => {
    const tab = await open(hash);
    const before = whole(tab);
    await diverge(tab);
    assert.match(notice(tab)?.text ?? "", words);
    assert.equal(tab.state.history.undo, UNDO);
    tab.session.dismiss("diverged");
    await tab.session.undo();
    assert.deepEqual(whole(tab), before);
    assert.deepEqual([tab.state.phase, tab.state.history.undo], ["paused", ""]);
    assert.equal(notice(tab), undefined);
  });

  test(`after a reload the notice is there with a button that helps: ${way}`, async () => {
    const tab = await open(hash);
    const good = tab.state.fingerprint;
    await diverge(tab);
    tab.session.dismiss("diverged");
    for (const _ of ["once", "again"]) {
      await tab.reload();
      assert.equal(tab.state.phase, "diverged");
      assert.match(notice(tab)?.button ?? "", /Back to the last good network|Lower the learning/);
    }
    // What is said is true of the network that is there.
    const isGood = tab.state.fingerprint === good;
    assert.match(notice(tab)?.text ?? "", isGood ? /this is the last good network/ : words);
    assert.equal(tab.state.history.undo, isGood ? "" : UNDO);
    const { rate } = tab.state.settings;
    await tab.session.recover();
    assert.equal(tab.state.fingerprint, good);
    assert.equal(tab.state.history.undo, "");
    assert.ok(tab.state.settings.rate < rate);
    assert.equal(notice(tab), undefined);
    await tab.reload();
    assert.deepEqual([tab.state.phase, notice(tab)], ["paused", undefined]);
  });

  test(`what replaced a diverged network is undone to the last good one: ${way}`, async () => {
    const tab = await open(hash);
    const good = tab.state.fingerprint;
    await diverge(tab);
    await tab.session.begin("pretrained");
    await tab.session.undo();
    if (tab.state.phase === "diverged") {
      assert.equal(notice(tab)?.button, "Back to the last good network");
      await tab.session.undo();
    }
    assert.equal(tab.state.fingerprint, good);
    assert.equal(tab.state.history.undo, "");
  });
}

test("the labs and the toolbar know a network without numbers, until it is replaced", async () => {
  for (const [way, hash] of WAYS) {
    const tab = await open(hash);
    assert.deepEqual([hasNoOutputs(tab.state), hasNoWeights(tab.state)], [false, false]);
    await diverge(tab);
    await tab.session.testDigit(3);
    await tab.until(({ reading, shown }) => reading?.shown.id === shown.id);
    await tab.until(({ evaluation, version }) => evaluation?.version === version);
    const { evaluation, reading } = tab.state;
    assert.equal(hasNoOutputs(tab.state), way !== "collapse");
    assert.equal(hasNoWeights(tab.state), way.startsWith("weights"));
    assert.equal(accuracyIn(evaluation) === null, way !== "collapse");
    assert.deepEqual([hasInk(reading), hasNoPrediction(reading)], [true, way !== "collapse"]);
    await tab.session.undo();
    await tab.until(({ reading }) => reading?.answer !== null);
    assert.equal(hasNoOutputs(tab.state), false);
  }
});

test("a collapsed network can be had again, with its notice, until something is done", async () => {
  const tab = await open(COLLAPSING);
  const good = tab.state.fingerprint;
  await diverge(tab);
  const collapsed = tab.state.fingerprint;
  await tab.session.undo();
  assert.equal(tab.state.history.redo, UNDO);
  await tab.session.redo();
  assert.deepEqual([tab.state.fingerprint, tab.state.phase], [collapsed, "diverged"]);
  assert.match(notice(tab)?.text ?? "", /collapsed/);
  await tab.session.recover();
  assert.equal(tab.state.fingerprint, good);
  assert.equal(tab.state.history.redo, UNDO);
});

test("weights that are no numbers cannot be had again, and are not offered", async () => {
  const tab = await open(OVERFLOWING);
  await diverge(tab);
  await tab.session.undo();
  assert.equal(tab.state.history.redo, "");
  assert.ok(tab.state.parameters?.every(Number.isFinite));
});

test("settings changed after a divergence are undone first, and leave the way back", async () => {
  const tab = await open(OVERFLOWING);
  const before = whole(tab);
  await diverge(tab);
  await tab.session.set("batch", 20);
  await tab.session.set("rate", 0.1);
  for (const _ of ["rate", "batch", "divergence"]) await tab.session.undo();
  assert.deepEqual(whole(tab), before);
  await diverge(tab);
  await tab.session.set("batch", 20);
  await tab.session.recover();
  assert.equal(tab.state.fingerprint, before.fingerprint);
  const { rate } = tab.state.settings;
  assert.equal(tab.state.history.undo, "mini-batch size");
  await tab.session.undo();
  assert.deepEqual([tab.state.settings.rate, tab.state.history.undo], [rate, ""]);
});

test("a network that diverges again and again has one entry of undo", async () => {
  for (const [, hash] of WAYS) {
    const tab = await open(hash);
    const before = whole(tab);
    for (let i = 0; i < 3; i++) await diverge(tab);
    await tab.session.step("batch");
    await tab.session.undo();
    assert.deepEqual(whole(tab), before);
    assert.equal(tab.state.history.undo, "");
  }
});

test("each divergence is said, also of steps that were made by hand", async () => {
  const tab = await open(OVERFLOWING);
  await diverge(tab);
  for (let i = 0; i < 2; i++) {
    assert.equal(tab.state.phase, "diverged");
    assert.match(notice(tab)?.text ?? "", /no numbers|no longer a number/);
    tab.session.dismiss("diverged");
    await tab.session.step("example");
  }
});

test("after the worker died the notice and the way back are there", async () => {
  for (const [, hash] of WAYS) {
    const tab = await open(hash);
    const good = tab.state.fingerprint;
    await diverge(tab);
    await tab.session.save();
    tab.killEngine();
    await tab.until(({ notices }) => notices.some(({ key }) => key === "restart"));
    assert.equal(tab.state.phase, "diverged");
    assert.ok(notice(tab)?.button);
    await tab.session.recover();
    assert.equal(tab.state.fingerprint, good);
  }
});

test("hand-made changes before a divergence are not undone with it", async () => {
  const tab = await open(HIGH);
  await tab.session.set("rate", 0.1);
  await tab.session.step("batch");
  const values = [0.25, 1e35];
  await tab.session.edit({ indices: [3, 406], values, gesture: "a" });
  const edited = tab.state.fingerprint;
  await tab.session.set("rate", 1_000_000);
  for (let i = 0; i < 6 && tab.state.phase !== "diverged"; i++) await tab.session.step("batch");
  await tab.session.undo();
  assert.equal(tab.state.fingerprint, edited);
  assert.equal(tab.state.history.undo, "learning rate");
});

test("no drawing is taught to weights that are no numbers; nothing is to be undone", async () => {
  const tab = await open(OVERFLOWING);
  await diverge(tab);
  const { history, data } = tab.state;
  const drawing = new Float32Array(784).fill(0.3);
  await assert.rejects(tab.session.teach(drawing, 1), /no numbers, so the drawing was not taught/);
  assert.deepEqual([tab.state.history, tab.state.data.train], [history, data.train]);
  await tab.session.undo();
  await assert.rejects(tab.session.teach(drawing, 1), /learning rate of 1,000,000/);
  assert.equal(tab.state.history.undo, "");
});

test("training on past its goal changes no setting: undo takes back what came last", async () => {
  const tab = await open("#start=random&seed=3&epochs=1");
  await tab.session.set("rate", 0.25);
  await train(tab, 1e9);
  assert.equal(tab.state.phase, "finished");
  await tab.session.run();
  await tab.until(({ epoch }) => epoch > 1);
  assert.equal(tab.state.settings.epochs, 11);
  assert.equal(tab.state.history.undo, "learning rate");
  await tab.session.undo();
  // The run goes on to its new end.
  assert.deepEqual([tab.state.phase, tab.state.settings.epochs], ["running", 11]);
  assert.equal(tab.state.history.undo, "");
  await tab.session.redo();
  assert.deepEqual([tab.state.settings.rate, tab.state.settings.epochs], [0.25, 11]);
  await tab.session.pause();
});
