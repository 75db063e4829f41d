/**
 * The sprint: a random network trained at full speed to its end, and what the page says of it: what
 * was measured, of that network and of no other.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { recipes } from "../../wasm/recipes.js";
import { percent } from "../../web/common/numbers.js";
import { begun } from "../../web/common/provenance.js";
import { trainingOf } from "../../web/common/settings.js";
import { networkOptions, trainerOptions } from "../../web/common/training-options.js";
import { sprint } from "../../web/model/sprint.js";
import { Pace } from "../../web/worker/pace.js";
import { engine } from "../support/browser-in-node.js";
import { host, open, train, visitor } from "./support.js";

/** @typedef {import("../support/browser-in-node.js").Tab} Tab */

const RESULT = /of the test digits \((.+)\) after ([\d.]+) s of training on this device/;

/** @param {Tab} tab  the sentence on its result, or undefined */
const resultOf = (tab) => tab.notices.find((text) => RESULT.test(text));

/** Waits until the result is told. @param {Tab} tab */
async function finished(tab) {
  await tab.until(({ phase }) => phase === "finished");
  await tab.until(() => resultOf(tab) !== undefined);
  return /** @type {string} */ (resultOf(tab));
}

/** The same network in Node. @param {Tab} tab */
function inNode({ state: { settings, steps } }) {
  const net = engine.network(networkOptions(settings));
  const trainer = net.trainer(host.train, {
    ...trainerOptions(trainingOf(settings)),
    totalSteps: steps,
  });
  trainer.train(steps);
  const { fingerprint } = net;
  const { accuracy } = net.evaluate(host.test);
  trainer.free();
  net.free();
  return { fingerprint, accuracy };
}

test("a sprint is the whole recipe; it tells accuracy and the time of training alone", async () => {
  const tab = await open();
  assert.equal(tab.state.trainingMs, null);
  const start = performance.now();
  await sprint(tab.session);
  const text = await finished(tab);
  const took = performance.now() - start;
  const { state } = tab;
  assert.equal(state.settings.recipe, "sprint");
  assert.equal(
    state.steps,
    Math.ceil((recipes.sprint.epochs * state.data.train) / state.settings.batch),
  );
  const { fingerprint, accuracy } = inNode(tab);
  assert.equal(state.fingerprint, fingerprint);
  const ms = state.trainingMs ?? 0;
  assert.ok(ms > 0 && ms < took, `${ms} ms of ${took}`);
  const [, digits, seconds] = RESULT.exec(text) ?? [];
  assert.equal(seconds, (ms / 1000).toFixed(2));
  assert.equal(digits, state.data.name);
  assert.ok(text.includes(percent(accuracy)), `${text} ${accuracy}`);
});

test("undo brings the old network back and takes the result away", async () => {
  const tab = await open("#start=random&seed=3&rate=2");
  await train(tab, 3);
  const { fingerprint, settings, provenance } = tab.state;
  await sprint(tab.session);
  await finished(tab);
  await tab.state.notices.find(({ key }) => key === "sprint")?.act?.();
  assert.equal(tab.state.fingerprint, fingerprint);
  assert.deepEqual(tab.state.provenance, provenance);
  assert.deepEqual(tab.state.settings, settings);
  assert.equal(resultOf(tab), undefined);
});

test("during a training at a speed for watching it goes at full speed all the same", async () => {
  const tab = await open("#start=random&seed=3&epochs=10000");
  await tab.session.set("speed", "slow");
  await tab.session.run();
  await tab.until(({ steps }) => steps > 1);
  await sprint(tab.session);
  await finished(tab);
  assert.equal(tab.state.settings.speed, "auto");
  const settings = { ...tab.state.settings, recipe: /** @type {const} */ ("own") };
  const random = { provenance: begun({ kind: "random", seed: 3 }), epoch: 0 };
  const isFull = (/** @type {any} */ live) => new Pace().isFull(live);
  assert.ok(isFull({ ...random, settings: tab.state.settings }));
  assert.ok(!isFull({ ...random, settings }));
});

test("whoever wants to watch one trains the preset slowly", async () => {
  const tab = await open("#start=random&recipe=sprint");
  await tab.session.set("speed", "example");
  await tab.session.run();
  await tab.until(({ steps }) => steps === 3);
  await tab.session.pause();
  assert.equal(tab.state.settings.recipe, "sprint");
});

test("the next one begins from the next seed", async () => {
  const tab = await open("#start=random&seed=4294967295");
  await sprint(tab.session);
  await finished(tab);
  assert.equal(tab.state.settings.seed, 4294967295);
  const { fingerprint } = tab.state;
  await sprint(tab.session);
  await tab.until(({ phase, settings }) => phase === "finished" && settings.seed === 0);
  assert.notEqual(tab.state.fingerprint, fingerprint);
});

test("it waits for all digits", async () => {
  const tab = await open("", visitor(), { data: false });
  await sprint(tab.session);
  /** @type {boolean[]} */
  const early = [];
  const stop = tab.session.subscribe(({ steps, data }) => {
    if (steps) early.push(!data.complete);
  });
  await finished(tab);
  stop();
  assert.ok(early.length > 0 && !early.includes(true));
  assert.equal(tab.state.fingerprint, inNode(tab).fingerprint);
});

test("on handwriting the result names handwriting", async () => {
  const tab = await open();
  await tab.session.useHandwriting();
  await sprint(tab.session);
  const [, digits] = RESULT.exec(await finished(tab)) ?? [];
  assert.equal(tab.state.data.kind, "handwriting");
  assert.equal(digits, tab.state.data.name);
  assert.notEqual(digits, "MNIST");
});

test("a link to the preset makes it, and the link of the result the same network", async () => {
  const tab = await open("#start=random&recipe=sprint&seed=7");
  await tab.session.run();
  await finished(tab);
  const { fingerprint } = tab.state;
  const { href, exact } = tab.session.link();
  assert.ok(exact);
  const other = await open(new URL(href).hash);
  assert.equal(other.state.fingerprint, fingerprint);
});

test("after a reload nothing is told that was not measured; the next sprint tells", async () => {
  const tab = await open("#start=random&recipe=sprint&seed=7");
  await tab.session.step("batch");
  assert.ok((tab.state.trainingMs ?? 0) > 0);
  await tab.reload();
  assert.equal(tab.state.steps, 1);
  assert.equal(tab.state.trainingMs, null);
  await tab.session.run();
  await tab.until(({ phase }) => phase === "finished");
  await tab.until(({ evaluation, version }) => evaluation?.version === version);
  assert.equal(tab.state.trainingMs, null);
  assert.equal(resultOf(tab), undefined);
  await sprint(tab.session);
  await finished(tab);
  assert.equal(tab.state.settings.seed, 8);
});

test("two tabs sprint side by side, and each keeps its own network over a reload", async () => {
  const browser = visitor();
  const tabs = [await open("#start=random&seed=4", browser), await open("", browser)];
  await Promise.all(tabs.map(({ session }) => sprint(session)));
  await Promise.all(tabs.map(finished));
  const prints = tabs.map(({ state }) => state.fingerprint);
  assert.deepEqual(
    tabs.map(({ state }) => state.settings.seed),
    [4, 1],
  );
  for (const tab of tabs) await tab.reload();
  assert.deepEqual(
    tabs.map(({ state }) => state.fingerprint),
    prints,
  );
});
