/** The lab Tweak without a browser: its workbench on a real session and real experiments. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { recipes } from "../../wasm/engine.js";
import { ACCURACY } from "../../web/common/accuracy.js";
import { defaults } from "../../web/common/settings.js";
import { presetSettings } from "../../web/common/training-options.js";
import { Bench } from "../../web/labs/tweak/bench.js";
import { IDEAS, ideaResults } from "../../web/labs/tweak/ideas.js";
import * as order from "../../web/labs/tweak/order.js";
import { MOST_WAITING } from "../../web/labs/tweak/queue.js";
import { checkedRun, experimentOf, parametersOf } from "../../web/labs/tweak/run.js";
import { MOST_RUNS, RunStore } from "../../web/labs/tweak/run-store.js";
import * as words from "../../web/labs/tweak/words.js";
import { Browser, engine } from "../support/browser-in-node.js";

/** @typedef {import("../../web/labs/tweak/run.js").Run} Run */

/** A visitor's storage, with the methods that RunStore uses. */
class Memory {
  /** @type {Map<string, any>} */ values = new Map();
  /** @type {Error | null} of every call */ fault = null;

  #check() {
    if (this.fault) throw this.fault;
  }
  async get(/** @type {string} */ key) {
    this.#check();
    return structuredClone(this.values.get(key));
  }
  async getMany(/** @type {string[]} */ keys) {
    this.#check();
    return keys.map((key) => structuredClone(this.values.get(key)));
  }
  async setMany(/** @type {[string, any][]} */ entries) {
    this.#check();
    for (const [key, value] of entries) this.values.set(key, structuredClone(value));
  }
  async delMany(/** @type {string[]} */ keys) {
    this.#check();
    for (const key of keys) this.values.delete(key);
  }
  async keys() {
    this.#check();
    return [...this.values.keys()];
  }
}

/** @param {Memory} [memory] */
async function opened(memory = new Memory()) {
  const tab = await new Browser().open();
  const bench = new Bench(tab.session, { store: new RunStore(memory), channel: null });
  await untilBench(bench, ({ isRead }) => isRead);
  return { tab, bench, memory };
}

/** @param {Bench} bench @param {(state: Bench["state"]) => unknown} holds */
async function untilBench(bench, holds) {
  for (const end = performance.now() + 20_000; performance.now() < end; ) {
    if (holds(bench.state)) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.fail(`never came: ${holds}`);
}

/** Nothing runs or waits, and what came of it is stored. @param {Bench} bench @param {number} runs */
const untilDone = (bench, runs) =>
  untilBench(
    bench,
    ({ current, waiting, runs: all }) => !current && !waiting.length && all.length === runs,
  );

/** The same training by the engine alone, as `make accuracy` does it. */
function trainedHere(/** @type {any} */ { network, trainer, epochs }, count = 20_000) {
  const net = engine.network(network);
  const data = engine.handwriting({ count: 20_000, seed: 1 }).slice(0, count);
  const steps = Math.ceil((epochs * count) / trainer.batchSize);
  const schedule = trainer.schedule === "cosine" ? { totalSteps: steps } : {};
  net.trainer(data, { ...trainer, ...schedule }).train(steps);
  const { accuracy } = net.evaluate(engine.handwriting({ count: 4000, seed: 2 }));
  return { fingerprint: net.fingerprint, accuracy };
}

/** @param {Partial<Run>} [changes] @returns {Run} */
function runOf(changes = {}) {
  const data = /** @type {const} */ ({ kind: "mnist", name: "MNIST", checksum: "ab" });
  return {
    ...{
      id: "a-1",
      time: 1000,
      settings: defaults(),
      data: { ...data, count: 60000, drawings: 0 },
    },
    ...{ outcome: "finished", why: "", epochs: 20, steps: 120_000, seconds: 3, accuracy: 0.95 },
    ...{ test: 10_000, fingerprint: "0123456789abcdef", curve: [[1, 0.2, 0.9]] },
    ...changes,
  };
}

test("each preset is trained as its recipe says, from any seed", () => {
  for (const [name, { network, trainer, epochs }] of Object.entries(recipes)) {
    const settings = /** @type {any} */ ({ ...defaults(), ...presetSettings(name), seed: 7 });
    const plan = experimentOf({ settings, count: 0 }, 60_000);
    assert.deepEqual(plan.network, { ...network, seed: 7 });
    const { totalSteps, ...options } = trainer;
    const expected = { augment: null, noise: 0, weightDecay: 0, ...options, seed: 7 };
    assert.deepEqual(
      { ...plan.trainer, totalSteps: undefined },
      { ...expected, totalSteps: undefined },
    );
    assert.equal(Math.ceil((plan.epochs * plan.count) / (trainer.batchSize ?? 0)), totalSteps);
    assert.equal(plan.epochs, epochs);
  }
});

test("the presets' figures are those of README", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  for (const [name, { mean, lowest, highest, seeds, seconds }] of Object.entries(ACCURACY)) {
    const layers = /** @type {any} */ (presetSettings(name)).layers;
    const parameters = parametersOf({ layers }).toLocaleString("en");
    const range = `${lowest.toFixed(2)}–${highest.toFixed(2)}`;
    const row = `| \`${name}\` on MNIST | ${parameters} | ${mean.toFixed(2)}% | ${range} | ${seeds} | ${seconds} |`;
    assert.ok(readme.includes(row), row);
  }
});

test("several seeds are trained one after the other, each to the engine's own bits", async () => {
  const { tab, bench } = await opened();
  await bench.set("recipe", "video");
  await bench.set("epochs", 1);
  bench.update({ seeds: 2, count: 2000 });
  const { version } = tab.state;
  bench.train();
  assert.equal(bench.state.waiting.length, 2);
  await untilDone(bench, 2);
  const [second, first] = bench.state.runs;
  for (const [seed, run] of /** @type {const} */ ([
    [1, first],
    [2, second],
  ])) {
    const { network, trainer } = recipes.video;
    const plan = { network: { ...network, seed }, trainer: { ...trainer, seed }, epochs: 1 };
    const { fingerprint, accuracy } = trainedHere(plan, 2000);
    assert.equal(run.settings.seed, seed);
    assert.equal(run.fingerprint, fingerprint);
    assert.equal(run.accuracy, accuracy);
    assert.equal(run.steps, 200);
    assert.equal(run.outcome, "finished");
  }
  assert.deepEqual(bench.state.selected, [first.id, second.id]);
  assert.equal(tab.state.version, version, "the page's network is untouched");
  tab.close();
});

test("its link trains the very network again, and so does the page after it was put there", async () => {
  const { tab, bench } = await opened();
  await bench.set("recipe", "modern");
  await bench.set("epochs", 1);
  bench.train();
  await untilDone(bench, 1);
  const [run] = bench.state.runs;
  const { href, why } = bench.linkTo(run);
  assert.equal(why, "");
  const hash = href.slice(href.indexOf("#"));
  const other = await new Browser().open(hash);
  await other.until(({ steps, replaying }) => steps === run.steps && !replaying);
  assert.equal(other.state.fingerprint, run.fingerprint);
  await bench.adopt(run);
  assert.equal(tab.state.fingerprint, run.fingerprint);
  assert.equal(tab.state.settings.rate, 0.006);
  assert.deepEqual(tab.notices, ["The trained network is on the page now."]);
  const link = tab.session.link();
  assert.ok(link.exact);
  const third = await new Browser().open(link.href.slice(link.href.indexOf("#")));
  await third.until(({ steps, replaying }) => steps === run.steps && !replaying);
  assert.equal(third.state.fingerprint, run.fingerprint);
  for (const each of [tab, other, third]) each.close();
});

test("a run on some of the digits says so, on the page and in its link", async () => {
  const { tab, bench } = await opened();
  await bench.set("epochs", 1);
  bench.update({ count: 1000 });
  bench.train();
  await untilDone(bench, 1);
  const [run] = bench.state.runs;
  assert.equal(bench.linkTo(run).why, "part");
  await bench.adopt(run);
  assert.match(tab.session.link().why, /part of the digits/);
  assert.equal(tab.state.provenance?.done.length, 1);
  assert.equal(tab.state.epoch, 1);
  tab.close();
});

test("paused, it stands still; stopped, the row and the network are of the same step", async () => {
  const { tab, bench } = await opened();
  await bench.set("epochs", 400);
  bench.train();
  await untilBench(bench, ({ current }) => Number(current?.run.steps) > 0);
  bench.queue.pause();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const still = bench.state.current?.run.steps;
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(bench.state.current?.run.steps, still);
  bench.queue.resume();
  await untilBench(bench, ({ current }) => Number(current?.run.steps) > Number(still));
  bench.queue.stop();
  await untilDone(bench, 1);
  const [run] = bench.state.runs;
  assert.equal(run.outcome, "stopped");
  const net = engine.network({ ...experimentOf({ settings: run.settings, count: 0 }, 0).network });
  const data = engine.handwriting({ count: 20_000, seed: 1 });
  net.trainer(data, { batchSize: 10, learningRate: 1, seed: 1 }).train(run.steps);
  assert.equal(net.fingerprint, run.fingerprint);
  assert.equal(net.evaluate(engine.handwriting({ count: 4000, seed: 2 })).accuracy, run.accuracy);
  await bench.adopt(run);
  assert.equal(tab.state.steps, run.steps);
  tab.close();
});

test("a diverged and a failed run are rows that say so, and the next one is trained", async () => {
  const { tab, bench } = await opened();
  bench.update({ count: 1000 });
  await bench.set("epochs", 2);
  await bench.set("rate", 1e6);
  bench.train();
  await untilDone(bench, 1);
  await bench.set("rate", 1);
  await bench.set("epochs", 10_000);
  bench.train();
  await untilBench(bench, ({ current }) => Number(current?.run.steps) > 0);
  await bench.set("epochs", 1);
  bench.train();
  tab.kill("it ran out of memory");
  await untilDone(bench, 3);
  const [last, failed, diverged] = bench.state.runs;
  assert.match(words.outcomeWords(diverged), /^Diverged .* too high$/);
  assert.equal(diverged.fingerprint, "");
  assert.equal(
    words.outcomeWords(failed),
    "Failed: The experiment stopped: it ran out of memory. Run it again.",
  );
  assert.equal(failed.accuracy, null);
  assert.equal(last.outcome, "finished");
  tab.close();
});

test("what a reload interrupts waits after it, paused, and can be gone on with", async () => {
  /** @type {Map<string, string>} */
  const kept = new Map();
  globalThis.sessionStorage = /** @type {any} */ ({
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ text) => kept.set(key, text),
    removeItem: (/** @type {string} */ key) => kept.delete(key),
  });
  const { tab, bench } = await opened();
  bench.update({ seeds: 2, count: 1000 });
  await bench.set("epochs", 10_000);
  bench.train();
  await untilBench(bench, ({ current }) => Number(current?.run.steps) > 0);
  const [[key, text]] = kept;
  // Here the page's end does not end what it was doing.
  tab.close();
  await untilDone(bench, 2);
  kept.set(key, text);
  const next = await opened();
  assert.ok(next.bench.state.isPaused);
  const plans = next.bench.state.waiting.map(({ plan }) => plan);
  const settings = { ...defaults(), epochs: 10_000 };
  assert.deepEqual(plans, [
    { settings, count: 1000 },
    { settings: { ...settings, seed: 2 }, count: 1000 },
  ]);
  next.bench.queue.remove();
  assert.equal(kept.size, 0);
  kept.set(key, text.replace("10000", "-1"));
  const damaged = await opened();
  assert.equal(damaged.bench.state.waiting.length, 0);
  Reflect.deleteProperty(globalThis, "sessionStorage");
  for (const each of [next, damaged]) each.tab.close();
});

test("a pause that comes when nothing is trained any more holds up nothing later", async () => {
  const { tab, bench } = await opened();
  bench.update({ count: 1000 });
  await bench.set("epochs", 1);
  bench.train();
  await untilDone(bench, 1);
  bench.queue.pause();
  bench.train();
  assert.equal(bench.state.isPaused, false);
  await untilDone(bench, 2);
  tab.close();
});

test("the queue is never longer than what a reload can take up", async () => {
  const { tab, bench } = await opened();
  bench.update({ seeds: 10, count: 1000 });
  await bench.set("epochs", 10_000);
  bench.train();
  await untilBench(bench, ({ current }) => Number(current?.run.steps) > 0);
  for (let i = 0; i < 9; i++) bench.train();
  bench.update({ seeds: 1 });
  bench.train();
  const { waiting } = bench.state;
  bench.queue.remove();
  bench.queue.stop();
  await untilDone(bench, 1);
  assert.equal(waiting.length, MOST_WAITING - 1, "and one that was trained");
  assert.match(tab.notices.join(), /At most 100 runs can wait/);
  tab.close();
});

test("runs that wait can be removed, and are not without end", async () => {
  const { tab, bench } = await opened();
  bench.update({ seeds: 10 });
  bench.train();
  bench.queue.pause();
  for (let i = 0; i < 10; i++) bench.train();
  assert.equal(bench.state.waiting.length, MOST_WAITING);
  assert.match(tab.notices.join(), /At most 100 runs can wait/);
  bench.queue.remove(bench.state.waiting[3].id);
  assert.equal(bench.state.waiting.length, 99);
  bench.queue.remove();
  assert.equal(bench.state.waiting.length, 0);
  bench.update({ seeds: 1, count: 1000 });
  await bench.set("epochs", 1);
  bench.train();
  await untilDone(bench, 1);
  tab.close();
});

test("runs are there at the next visit; a deleted one comes back by undo, network and all", async () => {
  const { tab, bench, memory } = await opened();
  bench.update({ count: 1000 });
  await bench.set("epochs", 1);
  bench.train();
  await untilDone(bench, 1);
  await untilBench(bench, () => memory.values.size === 2);
  const later = await opened(memory);
  const [run] = later.bench.state.runs;
  assert.deepEqual(run, bench.state.runs[0]);
  await later.bench.remove(run);
  await untilBench(later.bench, ({ runs }) => !runs.length);
  assert.equal(memory.values.size, 0);
  later.tab.state.notices.at(-1)?.act?.();
  await untilBench(later.bench, ({ runs }) => runs.length === 1);
  await later.bench.adopt(run);
  assert.equal(later.tab.state.fingerprint, run.fingerprint);
  for (const each of [tab, later.tab]) each.close();
});

test("a full storage says one sentence and loses nothing of this visit", async () => {
  const { tab, bench, memory } = await opened();
  memory.fault = Object.assign(new Error("no room"), { name: "QuotaExceededError" });
  bench.update({ count: 1000 });
  await bench.set("epochs", 1);
  bench.train();
  await untilBench(bench, ({ trouble }) => trouble);
  await untilDone(bench, 1);
  assert.match(bench.state.trouble, /storage is full, so new runs are lost/);
  const [run] = bench.state.runs;
  await bench.adopt(run);
  assert.equal(tab.state.fingerprint, run.fingerprint);
  tab.close();
});

test("what could not be stored is stored with the next run, and only then is all well", async () => {
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

test("a copied link is not said to do what it cannot", () => {
  assert.match(words.linkWords(runOf(), true), /trains this network again/);
  assert.match(words.linkWords(runOf(), false), /similar network, not exactly this one/);
  assert.match(words.linkWords(runOf({ steps: 0 }), true), /nothing is trained/);
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

test("settings are told by what differs", () => {
  const of = (/** @type {any} */ changes) => words.settingWords({ ...defaults(), ...changes });
  assert.equal(of({}), "16-16, 20 epochs, seed 1");
  assert.equal(of({ hidden: "relu", batch: 32 }), "16-16, ReLU, batch 32, 20 epochs, seed 1");
  assert.equal(of({ ...presetSettings("modern"), seed: 4 }), "Modern, seed 4");
  assert.equal(of({ ...presetSettings("video"), rate: 2 }), "As in the video, rate 2, seed 1");
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
