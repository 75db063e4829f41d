/** What comes out of storage is checked: a damaged, older or unknown record is never opened. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { defaults } from "../../web/common/settings.js";
import { fingerprintOf } from "../../web/worker/fingerprint.js";
import { engine, entryOf, Memory, NO_HISTORY, snapshotOf } from "../support/memory-store.js";

test("a fingerprint of parameters is the engine's, to the bit", () => {
  for (const layers of [
    [784, 16, 16, 10],
    [784, 10],
    [784, 65, 10],
  ]) {
    const net = engine.network({ seed: 9, layers });
    const inside = new Float32Array([0, ...net.parameters]).subarray(1);
    assert.equal(fingerprintOf(inside), net.fingerprint);
    net.free();
  }
  assert.equal(fingerprintOf(new Float32Array(0)), "cbf29ce484222325");
});

/**
 * What happens to a record in storage, and what the page says then.
 * @type {Record<string, [(record: any) => any, RegExp]>}
 */
const DAMAGES = {
  "another format": [(r) => ({ ...r, format: 2 }), /saved by another version/],
  "no object": [() => "garbage", /saved by another version/],
  null: [() => null, /saved by another version/],
  "another id": [(r) => ({ ...r, id: "b" }), /its record is damaged/],
  "no time": [(r) => ({ ...r, time: "now" }), /its record is damaged/],
  "no snapshot": [(r) => ({ ...r, snapshot: undefined }), /its description is damaged/],
  "no checksum": [({ checksum, ...r }) => r, /its parameters are damaged/],
  "another checksum": [(r) => ({ ...r, checksum: "00" }), /its parameters are damaged/],
  "no provenance": [(r) => within(r, { provenance: {} }), /does not say how the network began/],
  "an unknown setting": [
    (r) => within(r, { settings: { ...r.snapshot.settings, optimizer: "newton" } }),
    /its setting "Optimiser" is not valid/,
  ],
  "no layers in the settings": [
    (r) => within(r, { settings: { ...r.snapshot.settings, layers: "16" } }),
    /its description is damaged/,
  ],
  "another activation": [(r) => withCard(r, { hidden: "tanh" }), /its description is damaged/],
  "another count": [(r) => withCard(r, { parameterCount: 13001 }), /its description is damaged/],
  "other layers": [
    (r) => withCard(r, { layers: [784, 16, 10], parameterCount: 12730 }),
    /its parameters do not fit its layers/,
  ],
  "huge layers": [(r) => withCard(r, { layers: [784, 1e9, 10] }), /its description is damaged/],
  "not floats": [
    (r) => within(r, { parameters: [...r.snapshot.parameters] }),
    /its parameters do not fit its layers/,
  ],
  NaN: [withNaN, /its parameters are not all finite/],
};

/** @param {any} record @param {object} changes */
const within = (record, changes) => ({ ...record, snapshot: { ...record.snapshot, ...changes } });
/** @param {any} record @param {object} changes */
const withCard = (record, changes) =>
  within(record, { card: { ...record.snapshot.card, ...changes } });
/** @param {any} record */
function withNaN(record) {
  const { parameters } = record.snapshot;
  parameters[3] = Number.NaN;
  return { ...record, checksum: fingerprintOf(parameters) };
}

for (const [name, [damage, words]] of Object.entries(DAMAGES)) {
  test(`a damaged record is set aside with a sentence: ${name}`, async () => {
    const memory = new Memory();
    const saved = memory.open();
    await saved.save("a", snapshotOf(1));
    await saved.saveHistory("a", NO_HISTORY);
    const damaged = damage(structuredClone(memory.values.get("saved:a")));
    memory.values.set("saved:a", damaged);
    await assert.rejects(memory.open().load("a"), ({ message }) => {
      assert.match(message, words);
      assert.match(message, /^Your saved network could not be opened: [^.]+\. It was set aside\.$/);
      return true;
    });
    assert.deepEqual([...memory.values.keys()], ["aside:a"]);
    assert.deepEqual(memory.values.get("aside:a").value, damaged);
    assert.equal(await saved.load("a"), null);
    assert.ok(await saved.save("a", snapshotOf(2)));
    assert.ok(await saved.load("a"));
  });
}

test("one flipped bit anywhere in the parameters is found", async () => {
  const memory = new Memory();
  await memory.open().save("a", snapshotOf(1));
  const whole = memory.values.get("saved:a");
  for (let bit = 0; bit < 13002 * 32; bit += 10007) {
    const damaged = structuredClone(whole);
    new Uint8Array(damaged.snapshot.parameters.buffer)[bit >> 3] ^= 1 << (bit & 7);
    memory.values.set("saved:a", damaged);
    await assert.rejects(memory.open().load("a"), /its parameters are damaged/);
  }
});

test("three damaged networks are kept aside, the newest", async () => {
  const memory = new Memory();
  for (const id of ["a", "b", "c", "d", "e"]) {
    memory.values.set(`saved:${id}`, id);
    await assert.rejects(memory.open().load(id), /set aside/);
  }
  assert.deepEqual([...memory.values.keys()], ["aside:c", "aside:d", "aside:e"]);
});

test("a damaged network is told of even when it cannot be set aside", async () => {
  const memory = new Memory();
  memory.values.set("saved:a", {});
  const { set } = memory;
  memory.set = async () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  await assert.rejects(memory.open().load("a"), /could not be opened: [^.]+\.$/);
  memory.set = set;
});

test("of a history the newest 8 MB are kept, what can be undone first", async () => {
  const memory = new Memory();
  const saved = memory.open();
  const big = snapshotOf(1, [784, 1024, 10]); // 3.3 MB
  const undoable = [1, 2, 3, 4, 5].map((id) => entryOf(id, id === 4 ? null : big));
  await saved.save("a", snapshotOf(1));
  await saved.saveHistory("a", { undoable, redoable: [entryOf(6, big), entryOf(7, null)] });
  const history = (await saved.load("a"))?.history;
  assert.deepEqual(
    history?.undoable.map(({ id }) => id),
    [3, 4, 5],
  );
  assert.deepEqual(
    history?.redoable.map(({ id }) => id),
    [7],
  );
});

test("of a damaged history what is newer than the damage is opened", async () => {
  const memory = new Memory();
  const saved = memory.open();
  const undoable = [1, 2, 3].map((id) => entryOf(id, snapshotOf(id)));
  await saved.save("a", snapshotOf(1));
  await saved.saveHistory("a", { undoable, redoable: [] });
  memory.values.get("history:a").undoable[1].entry.network.parameters[0] += 1;
  const loaded = await saved.load("a");
  assert.deepEqual(loaded?.snapshot, snapshotOf(1));
  assert.deepEqual(loaded?.history, { undoable: undoable.slice(2), redoable: [] });
  assert.match(loaded?.warning ?? "", /undo history was damaged/);
  for (const odd of ["garbage", null, { format: 2 }, { format: 1, id: "b" }]) {
    memory.values.set("history:a", odd);
    const { history, warning } = (await saved.load("a")) ?? {};
    assert.deepEqual(history, NO_HISTORY);
    assert.match(warning ?? "", /undo history was damaged/);
  }
});

test("a diverged network is not saved over the good one, nor kept in a history", async () => {
  const memory = new Memory();
  const saved = memory.open();
  const diverged = snapshotOf(2);
  diverged.parameters[0] = Number.POSITIVE_INFINITY;
  await saved.save("a", snapshotOf(1));
  assert.equal(await saved.save("a", diverged), false);
  assert.equal(
    saved.trouble,
    "The network was not saved, because its parameters are not all finite.",
  );
  const undoable = [entryOf(1, snapshotOf(1)), entryOf(2, diverged), entryOf(3, snapshotOf(3))];
  await saved.saveHistory("a", { undoable, redoable: [] });
  const loaded = await saved.load("a");
  assert.deepEqual(loaded?.snapshot, snapshotOf(1));
  assert.deepEqual(loaded?.history.undoable, undoable.slice(2));
  assert.equal(loaded?.warning, "");
  await saved.save("a", snapshotOf(4));
  assert.equal(saved.trouble, "");
});

/** What the page's previous version saved. @param {object} [changes] */
function previousSave(changes) {
  const net = engine.network({ seed: 5, hidden: "relu", output: "softmax", cost: "cross-entropy" });
  const bytes = net.save({ note: "The lesson's network" });
  const model = { kind: "lesson", name: "The lesson's network", note: "" };
  const settings = { ...defaults(), start: "lesson", theme: "dark", rate: 0.25 };
  return { bytes, steps: 1234, examples: 9, hash: "#", model, settings, ...changes };
}

test("what the previous version saved becomes a saved network, once", async () => {
  const memory = new Memory();
  memory.values.set("network", previousSave());
  const saved = memory.open();
  assert.equal(await saved.migrate(engine), "");
  assert.equal(await saved.migrate(engine), "");
  const [{ id, provenance }, ...rest] = await saved.list();
  assert.deepEqual(rest, []);
  const net = engine.load(previousSave().bytes);
  assert.deepEqual(provenance, {
    start: {
      kind: "file",
      name: "Your network from an earlier visit",
      note: "trained for 1,234 steps then",
      fingerprint: net.fingerprint,
    },
    done: [],
  });
  const { snapshot } = (await saved.load(id)) ?? assert.fail();
  assert.deepEqual(snapshot.parameters, net.parameters);
  assert.equal(snapshot.settings.rate, 0.25);
  assert.equal(snapshot.settings.hidden, "relu");
  assert.deepEqual(memory.idsUnder("network"), []);
});

test("unknown settings of the previous version are left behind, its network is not", async () => {
  const memory = new Memory();
  memory.values.set("network", previousSave({ settings: { optimizer: "newton" } }));
  const saved = memory.open();
  assert.equal(await saved.migrate(engine), "");
  const [{ id }] = await saved.list();
  assert.equal((await saved.load(id))?.snapshot.settings.optimizer, "adamw");
});

test("what the previous version saved and nobody can read is set aside", async () => {
  for (const damaged of [
    previousSave({ bytes: previousSave().bytes.subarray(0, 999) }),
    "odd",
    null,
  ]) {
    const memory = new Memory();
    memory.values.set("network", damaged);
    const saved = memory.open();
    assert.match(
      await saved.migrate(engine),
      /^The network of an earlier visit could not be .+ file is \w+\. It was set aside\.$/,
    );
    assert.deepEqual([...memory.values.keys()], ["aside:network"]);
    assert.equal(await saved.migrate(engine), "");
  }
});
