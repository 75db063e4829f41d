/** Saved networks: what is stored comes back to the bit, and no store stops or harms anything. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SavedNetworks } from "../../web/worker/storage.js";
import { engine, entryOf, Memory, NO_HISTORY, snapshotOf } from "../support/memory-store.js";

test("a saved network comes back to the bit, with its history", async () => {
  const memory = new Memory();
  const snapshot = snapshotOf(1);
  const history = {
    undoable: [entryOf(1, snapshotOf(2)), entryOf(2, null)],
    redoable: [entryOf(3, snapshotOf(3))],
  };
  const saved = memory.open();
  assert.equal(await saved.save("a", snapshot), true);
  assert.equal(await saved.saveHistory("a", history), true);
  assert.deepEqual(await memory.open().load("a"), { snapshot, history, warning: "" });
  assert.equal(await memory.open().load("b"), null);
  await saved.remove("a");
  assert.equal(memory.values.size, 0);
  assert.equal(memory.deadlines.size, 0);
  assert.equal(saved.trouble, "");
});

test("networks of model files are saved too: without a hidden layer, wide, or deep", async () => {
  const layers = [
    [784, 10],
    [784, 2000, 10],
    [784, 9, 8, 7, 6, 5, 4, 10],
  ];
  for (const [i, each] of layers.entries()) {
    const memory = new Memory();
    const snapshot = snapshotOf(i, each);
    const history = { ...NO_HISTORY, undoable: [entryOf(1, snapshotOf(i + 1, each))] };
    assert.ok(await memory.open().save("a", snapshot));
    await memory.open().saveHistory("a", history);
    assert.deepEqual((await memory.open().load("a"))?.snapshot, snapshot);
  }
});

test("the list is newest first and skips damaged networks", async () => {
  const memory = new Memory();
  const saved = memory.open();
  for (const seed of [1, 2, 3]) await saved.save(`tab${seed}`, snapshotOf(seed));
  await saved.save("tab1", snapshotOf(4));
  memory.values.get("saved:tab2").snapshot.parameters[7] = 3;
  memory.values.set("saved:odd", "odd");
  memory.values.set("other", 1);
  const { card, provenance } = snapshotOf(4);
  const [first, ...rest] = await memory.open().list();
  assert.deepEqual(first, { id: "tab1", time: 1003, card, provenance });
  assert.deepEqual(
    rest.map(({ id }) => id),
    ["tab3"],
  );
});

test("six networks are kept; the oldest goes, never the one just saved", async () => {
  const memory = new Memory();
  const saved = memory.open();
  for (const id of ["a", "b", "c", "d", "e", "f"]) {
    await saved.save(id, snapshotOf(1));
    await saved.saveHistory(id, NO_HISTORY);
  }
  await saved.save("a", snapshotOf(2));
  await saved.save("g", snapshotOf(3));
  assert.deepEqual(memory.idsUnder("saved:"), ["a", "c", "d", "e", "f", "g"]);
  assert.deepEqual(memory.idsUnder("history:"), ["a", "c", "d", "e", "f"]);
  memory.time = 5; // the clock was put back
  await saved.save("h", snapshotOf(4));
  assert.deepEqual(memory.idsUnder("saved:"), ["a", "d", "e", "f", "g", "h"]);
});

const FAULTS = /** @type {[string, Error | null | "hang", RegExp][]} */ ([
  ["denied", new DOMException("no", "SecurityError"), /^This browser does not allow saving here,/],
  ["aborted without a reason", null, /^This browser does not allow saving here,/],
  ["full", new DOMException("", "QuotaExceededError"), /^The browser's storage is full,/],
  ["broken", new Error("disk I/O"), /^The browser could not save \(disk I\/O\),/],
  ["silent", "hang", /^The browser's storage does not answer,/],
]);

for (const [name, fault, words] of FAULTS) {
  test(`a store that is ${name} stops nothing and is told of in one sentence`, async () => {
    const memory = new Memory();
    await memory.open().save("a", snapshotOf(1));
    const saved = memory.open();
    memory.fault = fault;
    assert.equal(await saved.load("a"), null);
    assert.deepEqual(await saved.list(), []);
    assert.equal(await saved.migrate(engine), "");
    assert.equal(await saved.save("b", snapshotOf(2)), false);
    assert.equal(await saved.saveHistory("b", NO_HISTORY), false);
    assert.equal(await saved.remove("b"), false);
    assert.match(saved.trouble, words);
    assert.match(
      saved.trouble,
      /, so a reload loses the network\. Save the model file to keep it\.$/,
    );
    await memory.answer();
    assert.equal(await saved.save("b", snapshotOf(2)), true);
    assert.match(saved.trouble, /so a reload loses the undo history\.$/);
    assert.equal(await saved.saveHistory("b", NO_HISTORY), true);
    assert.equal(saved.trouble, "");
    assert.equal((await saved.list()).length, 2);
  });
}

test("while a call hangs no other one is made, and what hung may still be stored", async () => {
  const memory = new Memory();
  const saved = memory.open();
  memory.fault = "hang";
  assert.equal(await saved.save("a", snapshotOf(1)), false);
  const { calls } = memory;
  assert.equal(await saved.save("a", snapshotOf(2)), false);
  assert.deepEqual(await saved.list(), []);
  assert.equal(memory.calls, calls);
  await memory.answer();
  assert.deepEqual((await saved.load("a"))?.snapshot, snapshotOf(1));
});

test("a network that could not be read is not overwritten by a newer one", async () => {
  const memory = new Memory();
  await memory.open().save("a", snapshotOf(1));
  await memory.open().saveHistory("a", { undoable: [entryOf(1, snapshotOf(3))], redoable: [] });
  const saved = memory.open();
  memory.fault = "hang";
  assert.equal(await saved.load("a"), null);
  await memory.answer();
  assert.ok(await saved.save("a", snapshotOf(2)));
  assert.ok(await saved.save("a", snapshotOf(2)));
  assert.deepEqual((await saved.load("a"))?.snapshot, snapshotOf(2));
  assert.deepEqual(
    (await saved.list()).map(({ id }) => id),
    ["a", "a-earlier"],
  );
  const earlier = await saved.load("a-earlier");
  assert.deepEqual(earlier?.snapshot, snapshotOf(1));
  assert.equal(earlier?.history.undoable.length, 1);
});

test("without IndexedDB nothing is saved, and the page says so", async () => {
  const saved = new SavedNetworks();
  assert.equal(await saved.load("a"), null);
  assert.equal(await saved.save("a", snapshotOf(1)), false);
  assert.equal(
    saved.trouble,
    "This browser does not allow saving here, so a reload loses the network. " +
      "Save the model file to keep it.",
  );
});
