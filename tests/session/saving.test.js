/**
 * What was trained survives a reload, another tab, and a store that is damaged, full, forbidden or
 * silent.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { startTimer } from "../../web/worker/timer.js";
import { MemoryStore } from "../support/browser-in-node.js";
import { open, train, visitor } from "./support.js";

test("a trained network is there after a reload, whatever page setting was changed", async () => {
  const tab = await open("#start=random&seed=3&epochs=500");
  await train(tab, 5);
  await tab.session.set("theme", "dark");
  await tab.session.set("rate", 0.25);
  await tab.session.set("rate", 1);
  const { fingerprint, steps, epoch, provenance } = tab.state;
  await tab.reload({ data: false });
  // Known before any digit has come.
  assert.equal(tab.state.fingerprint, fingerprint);
  assert.equal(tab.state.steps, steps);
  assert.equal(tab.state.epoch, epoch);
  assert.deepEqual(tab.state.provenance, provenance);
  assert.equal(tab.state.settings.theme, "dark");
});

test("a theme chosen while it trains is there after a reload, and so is the network", async () => {
  const tab = await open("#start=random&seed=3&epochs=10000");
  await tab.session.run();
  await tab.until(({ steps, saving }) => steps > 5 && saving.version > 0);
  await tab.session.set("theme", "light");
  await tab.reload();
  assert.equal(tab.state.settings.theme, "light");
  assert.ok(tab.state.steps > 5);
});

test("training that a reload interrupts goes on from a save at most 2 s before", async () => {
  const browser = visitor();
  /** @type {number[]} what the worker waits between two saves, ms */ let waits = [];
  browser.worker.setTimer = (/** @type {() => void} */ act, /** @type {number} */ ms) => {
    waits.push(ms);
    return startTimer(act, ms);
  };
  const tab = await open("#start=random&seed=3&epochs=10000", browser);
  await tab.session.run();
  await tab.until(({ saving, version }) => saving.version > 0 && version > saving.version);
  waits = [];
  for (let i = 0; i < 2; i++) {
    const { version } = tab.state.saving;
    await tab.until(({ saving }) => saving.version > version);
  }
  assert.ok(waits.length > 0 && Math.max(...waits) <= 2000, String(waits));
  await tab.reload({ save: false });
  assert.ok(tab.state.steps > 0);
  assert.equal(tab.state.phase, "paused");
});

test("training that has ended is saved without the wait between two saves", async () => {
  const browser = visitor();
  browser.worker.setTimer = (/** @type {() => void} */ act, /** @type {number} */ ms) =>
    ms > 0 ? () => {} : startTimer(act, ms);
  const tab = await open("#start=random&seed=3&epochs=30", browser);
  await tab.session.run();
  await tab.until(({ phase }) => phase === "finished");
  await tab.until(({ saving, version }) => saving.version === version);
  const { fingerprint, steps } = tab.state;
  await tab.reload({ save: false });
  assert.deepEqual([tab.state.steps, tab.state.fingerprint], [steps, fingerprint]);
});

test("the undo history survives a reload", async () => {
  const tab = await open("#start=random&seed=3");
  await train(tab, 3);
  const { fingerprint } = tab.state;
  await tab.session.reset();
  await tab.reload();
  assert.notEqual(tab.state.fingerprint, fingerprint);
  await tab.session.undo();
  assert.equal(tab.state.fingerprint, fingerprint);
});

test("two tabs save two networks, and the newest is offered to a third", async () => {
  const browser = visitor();
  const first = await open("#start=random&seed=1", browser);
  const second = await open("#start=random&seed=2", browser);
  await train(first, 2);
  await train(second, 3);
  const [a, b] = [first.state.fingerprint, second.state.fingerprint];
  await first.reload();
  await second.reload();
  assert.deepEqual([first.state.fingerprint, second.state.fingerprint], [a, b]);
  await second.session.step("batch");
  const newest = second.state.fingerprint;
  await second.session.save();
  second.close();
  const third = await open("", browser);
  assert.equal(third.state.provenance?.start.kind, "lesson");
  const offer = third.state.notices.find(({ key }) => key === "saved");
  assert.match(String(offer?.text), /Random network, seed 2, trained for [\d,]+ steps?\./);
  await offer?.act?.();
  await third.until(({ fingerprint }) => fingerprint === newest);
  await third.session.undo();
  assert.equal(third.state.provenance?.start.kind, "lesson");
});

test("a duplicated tab goes on with a copy, and neither writes over the other", async () => {
  const browser = visitor();
  const tab = await open("#start=random&seed=1", browser);
  await train(tab, 2);
  await tab.session.save();
  const copy = await open("", browser, { data: false });
  Object.assign(copy, { hash: tab.hash, savedId: tab.savedId });
  await copy.load();
  assert.equal(copy.state.fingerprint, tab.state.fingerprint);
  assert.notEqual(copy.session.opening.id, tab.session.opening.id);
  await copy.session.step("batch");
  const { fingerprint } = tab.state;
  await tab.reload();
  assert.equal(tab.state.fingerprint, fingerprint);
});

test("a link that is pasted into a tab wins over the tab's own network", async () => {
  const tab = await open("#start=random&seed=1");
  await train(tab, 2);
  await tab.session.save();
  Object.assign(tab, { hash: "#start=random&seed=8", savedId: null });
  await tab.load();
  assert.deepEqual(tab.state.provenance, { start: { kind: "random", seed: 8 }, done: [] });
});

for (const [what, spoil] of /** @type {[string, (record: any) => any][]} */ ([
  ["a flipped bit", (record) => flipped(record)],
  ["an unknown format", (record) => ({ ...record, format: 99 })],
  ["garbage", () => "garbage"],
  ["hostile settings", (record) => withSettings(record, { optimizer: "constructor" })],
  [
    "a hostile provenance",
    (record) => withProvenance(record, { start: { kind: "evil" }, done: 7 }),
  ],
])) {
  test(`a saved network with ${what} is set aside with one sentence; the page starts`, async () => {
    const browser = visitor();
    const tab = await open("#start=random&seed=1", browser);
    await train(tab, 2);
    await tab.session.save();
    for (const [key, value] of browser.store.values) {
      if (String(key).startsWith("saved:")) browser.store.values.set(key, spoil(value));
    }
    await tab.reload({ save: false });
    assert.equal(tab.state.status, "ready");
    assert.equal(tab.notices.filter((text) => /saved network/.test(text)).length, 1);
    await tab.session.step("batch");
    await tab.reload();
    assert.equal(tab.notices.filter((text) => /saved network/.test(text)).length, 0);
  });
}

/** @param {any} record */
function flipped(record) {
  const copy = structuredClone(record);
  new Uint8Array(copy.snapshot.parameters.buffer)[7] ^= 1;
  return copy;
}

/** @param {any} record @param {any} settings */
function withSettings(record, settings) {
  const { snapshot } = record;
  return { ...record, snapshot: { ...snapshot, settings: { ...snapshot.settings, ...settings } } };
}

/** @param {any} record @param {any} provenance */
function withProvenance(record, provenance) {
  return { ...record, snapshot: { ...record.snapshot, provenance } };
}

const never = () => /** @type {Promise<any>} */ (new Promise(() => {}));
const denied = async () => {
  throw new DOMException("denied", "SecurityError");
};
const full = async () => {
  throw new DOMException("full", "QuotaExceededError");
};

for (const [what, store, words] of /** @type {[string, any, RegExp][]} */ ([
  ["denied", { get: denied, set: denied, del: denied, keys: denied }, /does not allow saving/],
  ["silent", { get: never, set: never, del: never, keys: never }, /does not answer/],
  ["full", Object.assign(new MemoryStore(), { set: full }), /full/],
])) {
  test(`a store that is ${what} stops nothing and is told of once`, async () => {
    const soon = (/** @type {() => void} */ act, /** @type {number} */ ms) => {
      const timer = setTimeout(act, ms / 50);
      return () => clearTimeout(timer);
    };
    const tab = await open("#start=random&seed=1", visitor({ store, setTimer: soon }));
    await train(tab, 2);
    await tab.until(({ saving }) => saving.trouble !== "");
    await tab.session.step("batch");
    const told = tab.notices.filter((text) => words.test(text));
    assert.equal(told.length, 1, tab.notices.join());
    assert.match(told[0], /model file|undo/);
  });
}

test("seven tabs opened later do not cost an open tab its network", async () => {
  const browser = visitor();
  const first = await open("#start=random&seed=1", browser);
  await first.session.edit({ indices: [3], values: [0.5], gesture: "test" });
  await train(first, 2);
  await first.session.save();
  const { fingerprint } = first.state;
  for (let seed = 2; seed < 9; seed++) {
    const tab = await open(`#start=random&seed=${seed}`, browser);
    await train(tab, 1);
    await tab.session.save();
    tab.close();
  }
  await first.reload({ save: false });
  assert.equal(first.state.fingerprint, fingerprint);
});

test("a worker that dies right after a reset does not cost what can be undone", async () => {
  const tab = await open("#start=random&seed=3&epochs=10000");
  await tab.session.run();
  await tab.until(({ steps }) => steps > 50);
  await tab.session.reset();
  await tab.session.save();
  tab.kill();
  await tab.until(({ notices }) => notices.some(({ key }) => key === "restart"));
  await tab.session.undo();
  assert.ok(tab.state.steps > 50);
});

test("what Train and the way back from a divergence set can be saved", async () => {
  const tab = await open("#start=random&seed=3");
  await tab.session.set("epochs", 10_000);
  tab.session.update({ epoch: 10_000 });
  await tab.session.run();
  await tab.session.pause();
  assert.equal(tab.state.settings.epochs, 10_000);
  await tab.session.save();
  assert.equal(tab.state.saving.trouble, "");
});

test("a drawing is there after a reload, and read; a new visit begins with none", async () => {
  const tab = await open("#start=lesson");
  const strokes = [[...Array(12).keys()].map((i) => [0.5, 0.2 + i * 0.05])];
  tab.session.draw(strokes);
  await tab.until(({ reading, shown }) => reading?.shown.id === shown.id);
  const { answer } = tab.state.reading ?? assert.fail();
  await tab.reload();
  assert.deepEqual(tab.state.shown.strokes, strokes);
  await tab.until(({ reading, shown }) => reading?.shown.id === shown.id);
  assert.equal(tab.state.reading?.answer, answer);
  tab.session.draw([]);
  await tab.reload();
  assert.equal(tab.state.shown.kind, "nothing");
  assert.equal((await open()).state.shown.kind, "nothing");
});
