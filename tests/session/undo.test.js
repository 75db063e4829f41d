/** Undo brings back what was there, to the bit, and lasts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { trainingOf } from "../../web/common/settings.js";
import { open, train, visitor } from "./support.js";

/** @param {import("../support/browser-in-node.js").Tab} tab */
const whole = ({ state }) => ({
  fingerprint: state.fingerprint,
  settings: state.settings,
  provenance: state.provenance,
  steps: state.steps,
  network: state.network,
});

/**
 * @type {[string, (session: import("../../web/model/session.js").Session) => Promise<unknown>][]}
 */
const actions = [
  ["a reset", (session) => session.reset()],
  ["a preset", (session) => session.set("recipe", "modern")],
  ["another seed", (session) => session.set("seed", 5)],
  ["other layers", (session) => session.set("layers", [12, 12])],
  ["another activation function", (session) => session.set("hidden", "relu")],
  ["begin with the pretrained network", (session) => session.begin("pretrained")],
  ["an edit", (session) => session.edit({ indices: [3], values: [1], gesture: "a" })],
  ["a taught drawing", (session) => session.teach(new Float32Array(784).fill(0.3), 1)],
];
for (const [what, act] of actions) {
  test(`undo of ${what} restores network, settings and provenance; redo returns`, async () => {
    const tab = await open("#start=random&seed=3&rate=2&batch=20");
    await train(tab, 3);
    const before = whole(tab);
    await act(tab.session);
    const after = whole(tab);
    assert.notDeepEqual(after, before);
    await tab.session.undo();
    assert.deepEqual(whole(tab), before);
    await tab.session.redo();
    assert.deepEqual(whole(tab), after);
  });
}

test("what changes nothing is no step of undo, and the Undo of the step before stays", async () => {
  const tab = await open("#start=random&seed=3&rate=2&batch=20");
  const undo = () => tab.state.notices.find(({ key }) => key === "undo");
  await tab.session.reset();
  assert.equal(tab.state.history.undo, "");
  assert.deepEqual([undo()?.text.slice(0, 9), undo()?.button], ["Reset to ", undefined]);
  await train(tab, 3);
  const before = whole(tab);
  await tab.session.reset();
  await tab.session.reset();
  await undo()?.act?.();
  assert.deepEqual(whole(tab), before);
  await Promise.all([tab.session.reset(), tab.session.reset()]);
  await undo()?.act?.();
  assert.deepEqual(whole(tab), before);
  await tab.session.begin("lesson");
  const { top } = tab.state.history;
  await tab.session.begin("lesson");
  assert.equal(tab.state.history.top, top);
  await undo()?.act?.();
  assert.deepEqual(whole(tab), before);
  const saved = await tab.session.modelFile();
  await tab.session.loadFile(saved, "a.safetensors");
  const { top: opened } = tab.state.history;
  await tab.session.loadFile(saved, "a.safetensors");
  assert.equal(tab.state.history.top, opened);
  await undo()?.act?.();
  assert.deepEqual(whole(tab), before);
});

test("to reset an untouched network ends the wait for digits, as no step of undo", async () => {
  const tab = await open("#start=random&seed=3", visitor(), { data: false });
  await tab.session.run();
  assert.equal(tab.state.phase, "waiting");
  await tab.session.reset();
  assert.equal(tab.state.phase, "paused");
  assert.equal(tab.state.history.undo, "");
  await tab.session.begin("lesson");
  await tab.session.reset();
  assert.equal(tab.state.history.undo, "reset");
});

test("undo of a training setting leaves the network alone, also while it trains", async () => {
  const tab = await open("#start=random&seed=3&epochs=10000");
  const { settings } = tab.state;
  await tab.session.run();
  await tab.session.set("rate", 0.125);
  await tab.session.set("batch", 40);
  await tab.until(({ steps }) => steps > 20);
  await tab.session.undo();
  await tab.session.undo();
  assert.equal(tab.state.phase, "running");
  assert.deepEqual(trainingOf(tab.state.settings), trainingOf(settings));
  await tab.session.pause();
  assert.ok(tab.state.steps > 20);
});

test("thirty actions can be undone one by one", async () => {
  const tab = await open("#start=random&seed=3");
  const seen = [];
  for (let i = 0; i < 30; i++) {
    await tab.session.step("batch");
    seen.push(whole(tab));
    await tab.session.set("seed", 100 + i);
  }
  for (const before of seen.reverse()) {
    await tab.session.undo();
    assert.deepEqual(whole(tab), before);
  }
});

test("the edits of one drag are undone together, those of two are not", async () => {
  const tab = await open("#start=random&seed=3");
  const { fingerprint } = tab.state;
  for (const value of [0.1, 0.2, 0.3]) {
    await tab.session.edit({ indices: [3], values: [value], gesture: "one" });
  }
  const between = tab.state.fingerprint;
  await tab.session.edit({ indices: [3], values: [0.9], gesture: "two" });
  await tab.session.undo();
  assert.equal(tab.state.fingerprint, between);
  await tab.session.undo();
  assert.equal(tab.state.fingerprint, fingerprint);
});

test("an edit meant for another network is not made, and a bad one changes nothing", async () => {
  const tab = await open("#start=random&seed=3");
  const { generation } = tab.state;
  await tab.session.reset();
  const { fingerprint, history } = tab.state;
  const edit = { indices: [3], values: [1], gesture: "late", generation };
  await assert.rejects(tab.session.command("edit", edit), /network was replaced/);
  const wrong = { indices: [13_002], values: [1], gesture: "x" };
  await assert.rejects(tab.session.edit(wrong), /no parameter 13002/);
  const odd = { indices: [1], values: [Number.NaN], gesture: "x" };
  await assert.rejects(tab.session.edit(odd), /no value/);
  assert.equal(tab.state.fingerprint, fingerprint);
  assert.deepEqual(tab.state.history, history);
});

test("a drawing being taught does not overwrite a network that changed meanwhile", async () => {
  const tab = await open("#start=random&seed=3&rate=0.00001");
  const teaching = tab.session.teach(new Float32Array(784).fill(0.3), 1);
  const refused = assert.rejects(teaching, /changed meanwhile/);
  await tab.session.reset();
  const { fingerprint } = tab.state;
  await refused;
  assert.equal(tab.state.fingerprint, fingerprint);
});

test("a network that cannot be fetched leaves everything as it was", async () => {
  const browser = visitor();
  const tab = await open("#start=random&seed=3", browser);
  await train(tab, 3);
  const before = whole(tab);
  browser.offline = true;
  await assert.rejects(tab.session.begin("best"), /could not be opened/);
  assert.deepEqual(whole(tab), before);
  browser.offline = false;
  await tab.reload();
  assert.equal(tab.state.fingerprint, before.fingerprint);
});

test("divergence can be left again and again, also with weights that are no numbers", async () => {
  for (const [hash, words] of /** @type {[string, RegExp][]} */ ([
    [
      "#start=random&rate=1000000&hidden=relu&output=softmax&cost=cross-entropy&epochs=9999",
      /too high/,
    ],
    ["#start=random&rate=1000&epochs=9999", /too high/],
  ])) {
    const tab = await open(hash);
    const good = tab.state.fingerprint;
    tab.session.draw([[[0.5, 0.2]], [[0.5, 0.8]]]);
    await tab.session.run();
    await tab.until(({ phase }) => phase === "diverged");
    const { outputs, reading } = await readingOf(tab);
    const isReal = outputs.every(Number.isFinite);
    assert.equal(reading.answer, isReal ? outputs.indexOf(Math.max(...outputs)) : null);
    await tab.session.run();
    await tab.until(({ phase }) => phase === "diverged");
    const [notice] = tab.state.notices;
    assert.match(notice.text, words);
    assert.equal(notice.button, "Back to the last good network");
    await tab.session.recover();
    assert.equal(tab.state.fingerprint, good);
    assert.equal(tab.state.phase, "paused");
    assert.equal(tab.state.settings.rate, 1);
    assert.deepEqual(tab.notices, ["Back at the last good network. The learning rate is 1 now."]);
    await tab.session.step("batch");
  }
});

/** What the page has read, once it is of the network as it is. @param {any} tab */
async function readingOf(tab) {
  await tab.until((/** @type {any} */ { reading }) => reading?.activations);
  const { reading } = tab.state;
  return { reading, outputs: [...reading.activations.at(-1)] };
}

test("after a divergence the rate is the one that the network was trained with", async () => {
  const tab = await open("#start=pretrained");
  const { rate } = tab.state.settings;
  const diverge = async () => {
    await tab.session.set("rate", 1000);
    await tab.session.run();
    await tab.until(({ phase }) => phase === "diverged");
    await tab.session.recover();
    return tab.state.settings.rate;
  };
  assert.equal(await diverge(), rate);
  await tab.session.set("rate", rate / 2);
  await tab.session.step("batch");
  assert.equal(await diverge(), rate / 2);
});

test("the offer to undo a reset goes when training begins; the key still undoes it", async () => {
  const tab = await open("#start=random&seed=3");
  await train(tab, 3);
  const { fingerprint } = tab.state;
  await tab.session.reset();
  assert.ok(tab.state.notices.some(({ key }) => key === "undo"));
  await train(tab, 2);
  await tab.session.run();
  await tab.until(({ phase }) => phase === "running");
  assert.ok(!tab.state.notices.some(({ key }) => key === "undo"));
  await tab.session.pause();
  await tab.session.undo();
  assert.equal(tab.state.fingerprint, fingerprint);
});

test("a training that ended goes on for ten epochs more, also after a reload", async () => {
  const tab = await open("#start=random&seed=3&epochs=1");
  await tab.session.run();
  await tab.until(({ phase }) => phase === "finished");
  await tab.reload();
  await tab.session.run();
  assert.equal(tab.state.settings.epochs, 11);
  await tab.until(({ epoch }) => epoch > 1);
});
