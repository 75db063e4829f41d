/** The lab Tweak's runs: how they are stored, told, sorted and saved. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { defaults } from "../../web/common/settings.js";
import { presetSettings } from "../../web/common/training-options.js";
import { IDEAS, ideaResults, missingIdeas } from "../../web/labs/tweak/ideas.js";
import * as order from "../../web/labs/tweak/order.js";
import { checkedRun } from "../../web/labs/tweak/run.js";
import { MOST_RUNS, RunStore } from "../../web/labs/tweak/run-store.js";
import * as words from "../../web/labs/tweak/words.js";
import { Memory, runOf } from "../support/tweak.js";

test("what could not be stored is stored with the next run; only then is all well", async () => {
  const memory = new Memory();
  const store = new RunStore(memory);
  memory.fault = Object.assign(new Error("no room"), { name: "QuotaExceededError" });
  await store.save(runOf({ id: "a" }), new Uint8Array(3));
  await store.save(runOf({ id: "b" }), null);
  await store.remove("b");
  assert.match(store.trouble, /storage is full/);
  memory.fault = null;
  await store.save(runOf({ id: "c" }), null);
  assert.equal(store.trouble, "");
  assert.deepEqual([...memory.values.keys()].sort(), ["model:a", "run:a", "run:c"]);
});

test("a store that never answers holds up nothing", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const memory = new Memory();
  const store = new RunStore(memory);
  memory.setMany = () => new Promise(() => {});
  const saved = store.save(runOf({ id: "a" }), null);
  // The store is asked in a microtask.
  await null;
  t.mock.timers.tick(10_000);
  await saved;
  assert.match(store.trouble, /storage cannot be used, so new runs are lost/);
  assert.deepEqual(await store.list(), [runOf({ id: "a" })]);
});

test("a run that is stored while the list is read is in that list", async () => {
  const memory = new Memory();
  const store = new RunStore(memory);
  const { getMany } = memory;
  /** @type {(value?: unknown) => void} */
  let goOn = () => {};
  const untilTold = new Promise((resolve) => {
    goOn = resolve;
  });
  memory.getMany = async (keys) => {
    await untilTold;
    return getMany.call(memory, keys);
  };
  const listed = store.list();
  const saved = store.save(runOf({ id: "a" }), null);
  // A slow list, and a store that would have written long before it answers.
  await new Promise((resolve) => setTimeout(resolve, 5));
  goOn();
  assert.deepEqual(
    (await listed).map(({ id }) => id),
    ["a"],
  );
  await saved;
  assert.deepEqual([...memory.values.keys()], ["run:a"]);
});

test("damaged records are counted and left out; the store is bounded", async () => {
  const memory = new Memory();
  const store = new RunStore(memory);
  const good = runOf();
  await store.save(good, null);
  const damages = [
    { settings: { ...defaults(), rate: "fast" } },
    { curve: [[1, 2]] },
    { accuracy: 7 },
    { outcome: "lost" },
    { data: { kind: "moon" } },
    { steps: undefined },
  ];
  for (const [i, damage] of damages.entries()) {
    assert.throws(() => checkedRun({ ...good, ...damage }), JSON.stringify(damage));
    memory.values.set(`run:${i}`, { format: 1, run: { ...good, ...damage }, bytes: 0 });
  }
  memory.values.set("run:x", null);
  assert.deepEqual(await store.list(), [good]);
  assert.match(store.trouble, /^7 stored runs are damaged/);
  for (let i = 0; i < MOST_RUNS + 3; i++) {
    await store.save(runOf({ id: `b-${i}`, time: 2000 + i }), null);
  }
  const kept = await store.list();
  assert.equal(kept.length, MOST_RUNS);
  assert.equal(kept.at(-1)?.id, "b-3");
});

test("models of the oldest runs go first when all take too much", async () => {
  const memory = new Memory();
  const store = new RunStore(memory);
  for (let i = 0; i < 4; i++) {
    await store.save(runOf({ id: `c-${i}`, time: i }), new Uint8Array(7 * 2 ** 20));
  }
  assert.equal(await store.model("c-0"), null);
  assert.equal((await store.model("c-1"))?.length, 7 * 2 ** 20);
  assert.equal((await store.list()).length, 4);
});

test("a copied link is not said to do what it cannot", () => {
  assert.match(words.linkWords(runOf(), true), /trains this network again/);
  assert.match(words.linkWords(runOf(), false), /similar network, not exactly this one/);
  assert.match(words.linkWords(runOf({ steps: 0 }), true), /nothing is trained/);
});

test("settings are told by what differs", () => {
  const of = (/** @type {any} */ changes) => words.settingWords({ ...defaults(), ...changes });
  assert.match(of({ layers: [] }), /^no hidden layer, /);
  assert.equal(of({}), "16-16, 20 epochs, seed 1");
  assert.equal(of({ hidden: "relu", batch: 32 }), "16-16, ReLU, batch 32, 20 epochs, seed 1");
  assert.equal(of({ ...presetSettings("modern"), seed: 4 }), "Modern, seed 4");
  assert.equal(of({ ...presetSettings("video"), rate: 2 }), "As in the lesson, rate 2, seed 1");
  const video = /** @type {any} */ ({ ...defaults(), ...presetSettings("video"), seed: 9 });
  assert.ok(words.isPreset(video));
  assert.ok(!words.isPreset({ ...video, epochs: 3 }));
  assert.ok(!words.isPreset(defaults()));
});

test("rows are sorted, seeds are put together, curves are joined, and CSV holds it all", () => {
  const runs = [
    runOf({ id: "a", time: 1, accuracy: 0.9 }),
    runOf({ id: "b", time: 2, accuracy: null, outcome: "failed", why: 'No, "no".' }),
    runOf({ id: "c", time: 3, accuracy: 0.96, settings: { ...defaults(), seed: 2 } }),
  ];
  const ids = (/** @type {any} */ column, descending = true) =>
    order.sorted(runs, { column, descending }).map(({ id }) => id);
  assert.deepEqual(ids("accuracy"), ["c", "a", "b"]);
  assert.deepEqual(ids("time", false), ["a", "b", "c"]);
  assert.equal(order.bestOf(runs)?.id, "c");
  const spread = order.spreadOf(order.sameButSeed(runs, runs[0]));
  assert.deepEqual(spread, { mean: 0.9299999999999999, lowest: 0.9, highest: 0.96, count: 2 });
  const curves = [
    {
      curve: [
        [1, 0.5, 0.5],
        [2, 1, 0.75],
      ],
    },
    { curve: [[2, 3, 1]] },
  ];
  assert.deepEqual(order.joined(/** @type {any} */ (curves), "epochs"), [
    [1, 2],
    [50, 75],
    [null, 100],
  ]);
  assert.deepEqual(order.joined(/** @type {any} */ (curves), "seconds")[0], [0.5, 1, 3]);
  const own = runOf({ data: { ...runs[0].data, kind: "own", name: "=SUM(A1), mine" } });
  const lines = order.csvOf([...runs, own], () => "http://host/#x").split("\r\n");
  assert.equal(lines.length, 6);
  assert.match(lines[0], /^began,seed,layers,.*,test accuracy,fingerprint,link$/);
  assert.match(lines[1], /^1970-01-01T00:00:00.001Z,1,16-16,sigmoid,.*,0.9,0123456789abcdef,/);
  assert.match(lines[4], /,"'=SUM\(A1\), mine",60000,/);
});

test("the lab's question is answered once its four runs have finished on the same digits", () => {
  const runs = IDEAS.map(({ settings }, i) =>
    runOf({ id: `${i}`, settings, accuracy: 0.9 + i / 100 }),
  );
  assert.deepEqual(ideaResults(runs), [0.9, 0.91, 0.92, 0.93]);
  assert.equal(ideaResults(runs.slice(1)), null);
  const other = { ...runs[0], data: { ...runs[0].data, checksum: "cd" } };
  assert.equal(ideaResults([other, ...runs.slice(1)]), null);
  assert.equal(ideaResults([{ ...runs[0], outcome: "stopped" }, ...runs.slice(1)]), null);
});

test("the four runs are in the queue only when each of them is, or has finished", () => {
  const { data } = runOf({});
  const settings = IDEAS.map((idea) => idea.settings);
  const jobs = settings.map((each) => ({ plan: { settings: each, count: 0 }, data }));
  const missing = (/** @type {any} */ state) =>
    missingIdeas({ running: [], waiting: [], runs: [], data, ...state }).map((plan) =>
      settings.indexOf(/** @type {any} */ (plan.settings)),
    );
  assert.deepEqual(missing({}), [0, 1, 2, 3]);
  assert.deepEqual(missing({ waiting: [jobs[2]] }), [0, 1, 3]);
  const runs = [runOf({ settings: settings[0] })];
  assert.deepEqual(missing({ running: [jobs[1]], waiting: jobs.slice(2), runs }), []);
  const part = { ...jobs[2], plan: { ...jobs[2].plan, count: 1000 } };
  const other = { ...jobs[3], data: { ...data, checksum: "cd" } };
  assert.deepEqual(missing({ waiting: [part, other], runs }), [1, 2, 3]);
  assert.deepEqual(missing({ runs: [{ ...runs[0], outcome: "stopped" }] }), [0, 1, 2, 3]);
});

test("the chart's words name the runs that end below where its axis begins", () => {
  const line = (/** @type {string} */ label, /** @type {number[]} */ ...accuracies) => {
    const curve = accuracies.map((accuracy, i) => /** @type {const} */ ([i, i, accuracy]));
    return {
      label,
      run: runOf({ accuracy: accuracies.at(-1), curve: /** @type {any} */ (curve) }),
    };
  };
  const good = line("A", 0.5, 0.9, 0.95);
  const poor = line("B", 0.1, 0.11);
  const collapsed = line("C", 0.1, 0.93, 0.098);
  const begun = line("now", 0.1);
  assert.equal(order.axisWords([good]), "The axis begins at 85%.");
  const all = [good, poor, collapsed, begun];
  assert.equal(order.axisWords(all), "The axis begins at 85%. Below it: B, C, now.");
  assert.equal(order.axisWords([poor, collapsed]), "", "it begins at 0");
  assert.equal(order.axisWords([]), "");
});
